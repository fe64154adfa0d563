// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/seats.h"

#include <algorithm>

#include "fayi/base/pin.h"
#include "fayi/sqlite/database.h"
#include "file.h"

namespace fayi::store {
struct Seats::Row {
    std::string pin;
    unsigned wrong = 0;
    Millis notBefore{0};
    std::optional<std::chrono::minutes> idle;
    bool told = false;
};

Seats::Seats(std::unique_ptr<sqlite::Database> database, const Clock& clock)
    : m_database(std::move(database)), m_clock(clock) {}
Seats::~Seats() = default;

Result<std::unique_ptr<Seats>> Seats::open(const std::filesystem::path& folder, const Clock& clock) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    return std::unique_ptr<Seats>(new Seats(std::move(database), clock));
}

Millis Seats::waitAfter(unsigned wrong) {
    if (wrong < kFreeTries)
        return Millis(0);
    Millis out = kFirstWait;
    for (unsigned more = kFreeTries; more < wrong && out < kLongestWait; ++more)
        out *= 2;
    return std::min<Millis>(out, kLongestWait);
}

Result<Seats::Row> Seats::row(std::int64_t person) const {
    auto row =
        m_database->prepare("SELECT pin, wrong, not_before, idle_minutes, told FROM seat WHERE person=?");
    Row out;
    if (row.bind(person).step()) {
        out.pin = row.text(0);
        out.wrong = static_cast<unsigned>(row.integer(1));
        out.notBefore = Millis(row.integer(2));
        if (!row.isNull(3))
            out.idle = std::chrono::minutes(row.integer(3));
        out.told = row.integer(4) != 0;
    }
    FAYI_TRY(row.status());
    return out;
}

/// A clock that was put back makes nobody wait longer than it would have been.
Millis Seats::waitOf(const Row& row) const {
    return std::clamp<Millis>(row.notBefore - m_clock.now(), Millis(0), waitAfter(row.wrong));
}

Result<Seat> Seats::seat(std::int64_t person) const {
    FAYI_LET(kept, row(person));
    return Seat{!kept.pin.empty(), kept.idle, kept.told, waitOf(kept)};
}

Result<PinTry> Seats::tryPin(std::int64_t person, std::string_view pin) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_LET(kept, row(person));
    if (kept.pin.empty())
        return PinTry{};
    if (const Millis wait = waitOf(kept); wait > Millis(0))
        return PinTry{PinTry::Verdict::Wait, 0, wait};
    const unsigned wrong = kept.wrong + 1;
    const Millis wait = waitAfter(wrong);
    FAYI_TRY(m_database->prepare("UPDATE seat SET wrong=?, not_before=? WHERE person=?")
                 .bind(static_cast<std::int64_t>(wrong))
                 .bind(static_cast<std::int64_t>((m_clock.now() + wait).count()))
                 .bind(person)
                 .run());
    FAYI_TRY(transaction.commit());
    FAYI_LET(right, isPin(kept.pin, pin));
    if (!right)
        return PinTry{PinTry::Verdict::Wrong, wrong < kFreeTries ? kFreeTries - wrong : 0, wait};
    FAYI_TRY(m_database->prepare("UPDATE seat SET wrong=0, not_before=0 WHERE person=?").bind(person).run());
    return PinTry{};
}

Status Seats::put(std::int64_t person, std::string_view verifier) {
    return m_database
        ->prepare(
            "INSERT INTO seat(person,pin,told) VALUES(?,?,1) ON CONFLICT(person) DO UPDATE SET "
            "pin=excluded.pin, wrong=0, not_before=0, told=1")
        .bind(person)
        .bind(verifier)
        .run();
}

Result<PinTry> Seats::changePin(std::int64_t person, std::string_view old, std::string_view pin) {
    FAYI_LET(verifier, pinVerifier(pin));
    FAYI_LET(tried, tryPin(person, old));
    if (tried.right())
        FAYI_TRY(put(person, verifier));
    return tried;
}

Result<PinTry> Seats::removePin(std::int64_t person, std::string_view old) {
    FAYI_LET(tried, tryPin(person, old));
    if (tried.right())
        FAYI_TRY(put(person, {}));
    return tried;
}

Status Seats::forgetPin(std::int64_t person) {
    return m_database->prepare("UPDATE seat SET pin='', wrong=0, not_before=0 WHERE person=?")
        .bind(person)
        .run();
}

Status Seats::setIdle(std::int64_t person, std::chrono::minutes idle) {
    return m_database
        ->prepare(
            "INSERT INTO seat(person,idle_minutes) VALUES(?,?) ON CONFLICT(person) DO UPDATE SET "
            "idle_minutes=excluded.idle_minutes")
        .bind(person)
        .bind(static_cast<std::int64_t>(idle.count()))
        .run();
}

Status Seats::noteTold(std::int64_t person) {
    return m_database
        ->prepare("INSERT INTO seat(person,told) VALUES(?,1) ON CONFLICT(person) DO UPDATE SET told=1")
        .bind(person)
        .run();
}

}  // namespace fayi::store
