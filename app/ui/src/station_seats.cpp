// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "fayi/ui/station_session.h"
#include "fayi/ui/words.h"

/// Who sits at the computer.
namespace fayi::ui {

using station::Seats;

namespace {

QString roleOf(const std::string& role, Language language) {
    static const std::map<std::string, Text> kRoles = {
        {"advisor", {"村（社区）法律顾问", "advisor"}}, {"clerk", {"司法所工作人员", "clerk"}},
        {"head", {"司法所所长", "head of the office"}}, {"district", {"区县业务人员", "district"}},
        {"admin", {"区县管理员", "administrator"}},     {"auditor", {"审计人员", "auditor"}},
    };
    const auto at = kRoles.find(role);
    return at == kRoles.end() ? toQt(role) : toQt(at->second, language);
}

}  // namespace

/// After the store was opened: whoever sat here goes on; the only person, without a PIN, need not say so.
void StationSession::settle() {
    const auto forks = m_station->store().forks();
    m_forks = forks.ok() ? *forks : 0;
    renewSeats();
    const auto people = m_station->people();
    const qlonglong before = std::exchange(m_seat, 0);
    if (before != 0 && sit(before))
        return;
    if (people.size() == 1 && !m_seats[people.front().number].hasPin)
        sit(people.front().number);
}

void StationSession::renewSeats() {
    m_seats.clear();
    if (!m_station)
        return;
    const auto seats = Seats::open(fromQt(m_folder), m_clock);
    for (const store::Person& person : m_station->people()) {
        auto seat = seats.ok() ? (*seats)->seat(person.number) : Result<station::Seat>(seats.error());
        if (!seat.ok())
            setProblem(seat.error().message);
        // What cannot be read keeps its lock.
        m_seats[person.number] = seat.ok() ? *seat : station::Seat{.hasPin = true, .idle = {}, .told = true};
    }
}

station::Seat StationSession::here() const {
    const auto at = m_seats.find(m_seat);
    return at == m_seats.end() ? station::Seat{} : at->second;
}

QVariantList StationSession::seats() const {
    QVariantList out;
    if (!m_station)
        return out;
    for (const store::Person& person : m_station->people()) {
        const auto seat = m_seats.find(person.number);
        QStringList office;
        if (!person.org.empty())
            office << toQt(m_station->orgTree().pathName(person.org, m_language));
        if (!person.role.empty())
            office << roleOf(person.role, m_language);
        out << QVariantMap{
            {QStringLiteral("number"), static_cast<qlonglong>(person.number)},
            {QStringLiteral("name"), toQt(person.name)},
            {QStringLiteral("office"), office.join(QStringLiteral(" · "))},
            {QStringLiteral("hasPin"), seat != m_seats.end() && seat->second.hasPin},
        };
    }
    return out;
}

bool StationSession::sit(qlonglong person) {
    if (!m_station)
        return false;
    for (const store::Person& known : m_station->people()) {
        if (known.number != person)
            continue;
        const Status status = m_station->actAs(known.id ? toText(known.id) : known.name);
        setProblem(status.ok() ? Text{} : status.error().message);
        m_seat = status.ok() ? person : 0;
        emit identityChanged();
        emit recordsChanged();
        return status.ok();
    }
    return false;
}

bool StationSession::enter(qlonglong person) {
    renewSeats();
    const auto seat = m_seats.find(person);
    if (seat != m_seats.end() && !seat->second.hasPin)
        return sit(person);
    emit identityChanged();  // they may have got a PIN since the list was read
    return false;
}

void StationSession::lock() {
    emit leaving();
    m_seat = 0;
    renewSeats();
    emit identityChanged();
}

int StationSession::idleMinutes() const {
    const station::Seat seat = here();
    if (seat.idle)
        return static_cast<int>(seat.idle->count());
    return seat.hasPin ? static_cast<int>(Seats::kUsualIdle.count()) : 0;
}

/// What is kept of who sits here, changed.
template <typename Work>
void StationSession::keep(const Work& work) {
    if (m_seat == 0)
        return;
    auto seats = Seats::open(fromQt(m_folder), m_clock);
    const Status done = seats.ok() ? work(**seats) : Status(seats.error());
    setProblem(done.ok() ? Text{} : done.error().message);
    renewSeats();
    emit identityChanged();
}

void StationSession::setIdleMinutes(int minutes) {
    keep([&](Seats& seats) { return seats.setIdle(m_seat, std::chrono::minutes(minutes)); });
}

void StationSession::noteToldOfPin() {
    keep([&](Seats& seats) { return seats.noteTold(m_seat); });
}

QVariantMap StationSession::unfinished() {
    if (!m_station || m_seat == 0)
        return {};
    const auto journal = station::FormJournal::open(fromQt(m_folder), m_clock);
    const auto forms =
        journal.ok() ? (*journal)->forms(m_seat) : Result<std::vector<station::OpenForm>>(journal.error());
    if (!forms.ok())
        return {};
    catchUp();
    for (station::OpenForm form : *forms) {
        const auto renamed = m_station->store().renamedSince(form.forks);
        if (!renamed.ok() || !m_station->catalog().type(form.type))
            continue;
        for (const store::Renaming& renaming : *renamed)
            rename(form, renaming);
        const bool there = !form.record || m_station->get(*form.record).ok();
        if (!there || (form.mends && !m_station->mendable(*form.mends).ok()))
            continue;
        return {{QStringLiteral("type"), toQt(form.type)},
                {QStringLiteral("recordId"), form.record ? toQt(toText(*form.record)) : QString()},
                {QStringLiteral("change"), form.mends ? toQt(toText(*form.mends)) : QString()}};
    }
    return {};
}

}  // namespace fayi::ui
