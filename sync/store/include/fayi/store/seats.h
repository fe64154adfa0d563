// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"

namespace fayi::sqlite {
class Database;
}

namespace fayi::store {

/// What this computer keeps of the place of one of its people. `person` is Person::number everywhere.
struct Seat {
    bool hasPin = false;
    std::optional<std::chrono::minutes> idle;  ///< as chosen; 0: never locks by itself
    bool told = false;                         ///< they know that they can have a PIN
    Millis wait{0};                            ///< until the next PIN is looked at
};

/// How a try at a PIN went.
struct PinTry {
    enum class Verdict { Right, Wrong, Wait };  ///< Wait: it was not looked at
    Verdict verdict = Verdict::Right;
    unsigned left = 0;  ///< Wrong: tries before the first wait
    Millis wait{0};     ///< until the next one is looked at
    bool right() const { return verdict == Verdict::Right; }
};

/// The PINs of the people who share this computer, and how it treats each of them; none of it is replicated.
///
/// A PIN keeps others from working under one's name in the window. It protects no data: whoever may read the
/// data folder reads the records. A try is counted before it is looked at, so that ending the program in
/// between gains nothing. A connection of its own over the store's file; not thread safe.
class Seats {
public:
    /// Wrong ones before the first wait.
    static constexpr unsigned kFreeTries = 5;
    /// Doubles with each further wrong one, up to an hour: at that pace a PIN of six digits holds for a
    /// century, and somebody's mischief keeps nobody from a day's work.
    static constexpr std::chrono::seconds kFirstWait{30};
    static constexpr std::chrono::hours kLongestWait{1};
    /// After so long it locks by itself, for somebody who has a PIN and chose nothing.
    static constexpr std::chrono::minutes kUsualIdle{15};

    /// The folder of a store that is there. ErrorCode as Store::open.
    static Result<std::unique_ptr<Seats>> open(const std::filesystem::path& folder, const Clock& clock);
    ~Seats();

    Result<Seat> seat(std::int64_t person) const;
    /// Without a PIN every try is right.
    Result<PinTry> tryPin(std::int64_t person, std::string_view pin);
    /// `old` is asked only where there is one. ErrorCode::Usage: the new one is too short or too long.
    Result<PinTry> changePin(std::int64_t person, std::string_view old, std::string_view pin);
    Result<PinTry> removePin(std::int64_t person, std::string_view old);
    /// Somebody else vouched for the person: their PIN goes, and so does every wait.
    Status forgetPin(std::int64_t person);

    Status setIdle(std::int64_t person, std::chrono::minutes idle);
    Status noteTold(std::int64_t person);

    /// The wait after so many wrong ones in a row.
    static Millis waitAfter(unsigned wrong);

private:
    struct Row;
    Seats(std::unique_ptr<sqlite::Database> database, const Clock& clock);
    Result<Row> row(std::int64_t person) const;
    Millis waitOf(const Row& row) const;
    Status put(std::int64_t person, std::string_view verifier);

    std::unique_ptr<sqlite::Database> m_database;
    const Clock& m_clock;
};

}  // namespace fayi::store
