// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/station_session.h"

#include "fayi/station/practice.h"
#include "fayi/station/restore.h"
#include "fayi/ui/words.h"

namespace fayi::ui {

using station::Station;

namespace {

// They outlive every session, as those that are given do: threads that work for one may end after it.
const SystemClock kClock;
SystemRandom kRandom;

QString troubleOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::NotFound:
            return {};
        case ErrorCode::Damaged:
            return QStringLiteral("damaged");
        case ErrorCode::TooNew:
            return QStringLiteral("newer");
        default:
            return QStringLiteral("shut");
    }
}

}  // namespace

StationSession::StationSession(QObject* parent) : StationSession(kClock, kRandom, parent) {}

StationSession::StationSession(const Clock& clock, Random& random, QObject* parent)
    : QObject(parent), m_clock(clock), m_random(random) {}

StationSession::~StationSession() {
    emit leaving();
}

void StationSession::setFolder(const QString& folder) {
    if (folder == m_folder)
        return;
    m_home.clear();
    move(folder);
}

/// Forms are put aside where they were typed, before anything speaks of the other folder.
void StationSession::move(const QString& folder) {
    emit leaving();
    m_folder = folder;
    m_seat = 0;
    emit folderChanged();
    reopen();
}

void StationSession::setLanguage(const QString& language) {
    const Language spoken = languageOf(language);
    if (spoken == m_language)
        return;
    m_language = spoken;
    emit languageChanged();
    emit identityChanged();
    emit problemChanged();
}

QString StationSession::person() const {
    return m_station ? toQt(m_station->person().name) : QString();
}

QStringList StationSession::people() const {
    QStringList out;
    if (m_station)
        for (const auto& one : m_station->people())
            out << toQt(one.name);
    return out;
}

QString StationSession::stationName() const {
    return m_station ? toQt(m_station->identity().name) : QString();
}

bool StationSession::enrolled() const {
    return m_station && m_station->identity().enrolled;
}

QString StationSession::server() const {
    return m_station ? toQt(m_station->identity().server) : QString();
}

QString StationSession::district() const {
    return m_station ? toQt(m_station->identity().districtName) : QString();
}

QString StationSession::problem() const {
    return toQt(m_problem, m_language);
}

bool StationSession::startWithoutServer(const QString& name) {
    // An attempt to join a district may have made the store already.
    if (reopen())
        return true;
    // What is there and cannot be opened is not written over, and its trouble stays told.
    if (!m_trouble.isEmpty())
        return false;
    const std::filesystem::path folder(fromQt(m_folder));
    return hold(Station::init(folder, fromQt(name.trimmed()), m_clock, m_random));
}

void StationSession::setSending(bool sending) {
    if (sending == m_sending)
        return;
    m_sending = sending;
    emit sendingChanged();
}

void StationSession::touch() {
    catchUp();
    emit recordsChanged();
}

void StationSession::catchUp() {
    auto renamings = m_station ? m_station->catchUp() : Result(std::vector<store::Renaming>());
    if (!renamings.ok() || renamings->empty())
        return;  // a store that cannot be read says so where it is asked for something
    m_renamings = std::move(renamings).value();
    m_forks += m_renamings.size();
    emit renamed();
    m_renamings.clear();
}

QString StationSession::nowCalled(const QString& recordId) const {
    auto id = parseRecordId(fromQt(recordId));
    if (!id)
        return recordId;
    for (const store::Renaming& renaming : m_renamings)
        id->created = renaming(id->created);
    return toQt(toText(*id));
}

bool StationSession::hasPractice() const {
    const QString& real = m_home.isEmpty() ? m_folder : m_home;
    return !real.isEmpty() && station::isPractice(station::practiceFolder(fromQt(real)));
}

bool StationSession::practise() {
    if (practising() || m_folder.isEmpty())
        return practising();
    const std::filesystem::path samples = station::practiceFolder(fromQt(m_folder));
    const Status made = station::makePractice(samples, m_clock, m_random);
    setProblem(made.ok() ? Text{} : made.error().message);
    if (!made.ok())
        return false;
    const QString real = m_folder;
    m_home = real;
    move(toQt(samples.string()));
    if (practising())
        return true;
    const Text problem = m_problem;
    endPractice();
    setProblem(problem);
    return false;
}

void StationSession::endPractice() {
    if (!m_home.isEmpty())
        move(std::exchange(m_home, QString()));
}

bool StationSession::throwPracticeAway() {
    endPractice();
    const Status gone = station::throwPracticeAway(station::practiceFolder(fromQt(m_folder)));
    setProblem(gone.ok() ? Text{} : gone.error().message);
    emit identityChanged();
    return gone.ok();
}

bool StationSession::reopen() {
    emit leaving();
    catchUp();
    m_station.reset();
    auto opened = m_folder.isEmpty()
                      ? Result<std::unique_ptr<Station>>(Error{ErrorCode::NotFound, {}})
                      : Station::open(std::filesystem::path(fromQt(m_folder)), m_clock, m_random);
    m_trouble = opened.ok() ? QString() : troubleOf(opened.error().code);
    return hold(std::move(opened));
}

/// Who sat here may be somebody else in the backup, or have another PIN.
Status StationSession::putInPlace(const std::filesystem::path& prepared) {
    emit leaving();
    m_station.reset();
    m_seat = 0;
    emit identityChanged();  // whoever has a connection of their own lets go of it
    const auto aside = station::putInPlace(prepared, fromQt(m_folder), m_clock);
    reopen();
    if (!aside)
        return aside.error();
    emit restored(toQt(aside->string()));
    return {};
}

bool StationSession::hold(Result<std::unique_ptr<Station>> opened) {
    const bool ok = opened.ok();
    const bool none = !ok && opened.error().code == ErrorCode::NotFound;
    setProblem(ok || none ? Text{} : opened.error().message);
    if (ok) {
        m_station = std::move(opened).value();
        m_practising = station::isPractice(m_station->store().folder());
        settle();
    }
    emit identityChanged();
    emit recordsChanged();
    return ok;
}

void StationSession::setProblem(const Text& problem) {
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

}  // namespace fayi::ui
