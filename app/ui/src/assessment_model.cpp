// SPDX-License-Identifier: Apache-2.0
// What is asked of the sheet and written into the appraisal. Its words are in assessment_words.cpp.
#include "fayi/ui/assessment_model.h"

#include <QDate>
#include <QSet>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"

namespace fayi::ui {

using schema::Action;
using station::Assessment;

namespace {

constexpr const char* kType = "appraisal";
/// Appointments that are looked through for names: far more than a district has advisors.
constexpr std::size_t kMostAppointments = 2000;

QVariantMap choice(const QString& code, const QString& label) {
    return {{QStringLiteral("code"), code}, {QStringLiteral("label"), label}};
}

bool offers(const QVariantList& choices, const QString& code) {
    return std::any_of(choices.begin(), choices.end(), [&](const QVariant& one) {
        return one.toMap().value(QStringLiteral("code")).toString() == code;
    });
}

/// What is chosen stays, if it is still offered; else the first.
void keepOffered(QString& chosen, const QVariantList& choices) {
    if (!choices.isEmpty() && !offers(choices, chosen))
        chosen = choices.first().toMap().value(QStringLiteral("code")).toString();
}

}  // namespace

void AssessmentModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &AssessmentModel::load);
        connect(m_session, &StationSession::languageChanged, this, &AssessmentModel::load);
        connect(m_session, &StationSession::identityChanged, this, &AssessmentModel::begin);
    });
    if (!fresh)
        return;
    begin();
    emit sessionChanged();
}

/// Somebody else may sit here now: an advisor sees themselves.
void AssessmentModel::begin() {
    m_person.clear();
    m_village.clear();
    m_pack.clear();
    if (m_session && m_session->station())
        showThisYear();
}

void AssessmentModel::choose(QString& held, const QString& value) {
    if (value == held)
        return;
    held = value;
    m_refused = {};
    load();
}

void AssessmentModel::setPerson(const QString& person) {
    if (choosesPeople())
        choose(m_person, person);
}
void AssessmentModel::setVillage(const QString& village) {
    choose(m_village, village);
}
void AssessmentModel::setPack(const QString& pack) {
    choose(m_pack, pack);
}
void AssessmentModel::setFrom(const QString& from) {
    choose(m_from, from);
}
void AssessmentModel::setTo(const QString& to) {
    choose(m_to, to);
}

int AssessmentModel::thisYear() const {
    return m_session ? toQt(m_session->today()).left(4).toInt() : 0;
}

void AssessmentModel::showYear(int year) {
    m_from = QStringLiteral("%1-01-01").arg(year);
    m_to = QStringLiteral("%1-12-31").arg(year);
    m_refused = {};
    load();
}

/// Only periods that are over are scored: a month that runs would be one that was missed.
void AssessmentModel::showThisYear() {
    const QDate today = QDate::fromString(toQt(m_session->today()), Qt::ISODate);
    if (today.month() == 1) {
        showYear(today.year() - 1);
        return;
    }
    m_from = QStringLiteral("%1-01-01").arg(today.year());
    m_to = QDate(today.year(), today.month(), 1).addDays(-1).toString(Qt::ISODate);
    m_refused = {};
    load();
}

bool AssessmentModel::choosesPeople() const {
    return m_session && m_session->station() && m_session->station()->person().role != "advisor";
}

bool AssessmentModel::own() const {
    return m_session && m_session->station() && m_person == m_session->person();
}

/// By name, each once, from the appointments; no number stands beside anybody.
Result<QVariantList> AssessmentModel::knownPeople() const {
    const QString self = m_session->person();
    if (!choosesPeople())
        return QVariantList{choice(self, self)};
    station::ListQuery query;
    query.type = "appointment";
    query.limit = kMostAppointments;
    query.order = "advisor";
    QVariantList out;
    FAYI_LET(appointments, m_session->station()->records(query));
    QSet<QString> known;
    for (const station::Record& record : appointments) {
        const QString name = toQt(record.view.fields.value("advisor", std::string()));
        if (name.isEmpty() || known.contains(name))
            continue;
        known.insert(name);
        out << choice(name, name);
    }
    return out;
}

station::AssessQuestion AssessmentModel::question() const {
    return {fromQt(m_person), fromQt(m_from), fromQt(m_to), fromQt(m_pack), fromQt(m_village)};
}

void AssessmentModel::load() {
    beginResetModel();
    m_sheet.reset();
    m_frozen.reset();
    m_problem = {};
    m_people.clear();
    m_villages.clear();
    m_packs.clear();
    if (m_session && m_session->station())
        read();
    endResetModel();
    emit loaded();
}

void AssessmentModel::read() {
    const Language language = m_session->spoken();
    auto people = knownPeople();
    if (!people.ok()) {
        m_problem = whyUnread(people.error());
        return;
    }
    m_people = std::move(people).value();
    keepOffered(m_person, m_people);
    if (m_people.isEmpty()) {
        m_problem = {"还没有已审核的聘用记录，因此没有可考核的顾问",
                     "no appointment is here, so there is nobody to appraise"};
        return;
    }
    Assessment assessment(*m_session->station());
    station::AssessQuestion asked = question();
    asked.pack.clear();
    asked.village.clear();
    const auto packs = assessment.packs(asked);
    const auto villages =
        packs.ok() ? assessment.villages(asked) : Result<std::vector<std::string>>(packs.error());
    if (!villages.ok()) {
        const bool none = packs.ok() && villages.error().code == ErrorCode::Usage;
        m_problem = none ? Text{"“" + asked.person + "”在这一时期没有已审核的聘用记录",
                                asked.person + " has no verified appointment in these days"}
                         : whyUnread(villages.error());
        return;
    }
    for (const schema::RulePack* pack : *packs)
        m_packs << choice(toQt(pack->name), toQt(pack->labels, language));
    for (const std::string& village : *villages)
        m_villages << choice(toQt(village),
                             toQt(m_session->station()->orgTree().pathName(village, language)));
    keepOffered(m_pack, m_packs);
    keepOffered(m_village, m_villages);
    auto sheets = assessment.assess(question());
    if (!sheets.ok() || sheets->empty()) {
        m_problem = sheets.ok() ? Text{} : whyUnread(sheets.error());
        return;
    }
    if (sheets->front().frozen) {
        auto frozen = assessment.frozen(*sheets->front().frozen);
        if (!frozen.ok()) {  // a sheet without it would ask to be frozen once more
            m_problem = whyUnread(frozen.error());
            return;
        }
        m_frozen = std::move(frozen).value();
    }
    m_sheet = std::move(sheets->front());
}

bool AssessmentModel::may(Action action) const {
    return m_sheet && m_session->station() && m_session->enrolled() &&
           m_session->station()->may(action, kType);
}

bool AssessmentModel::mayFreeze() const {
    return may(Action::Create) && !m_frozen;
}

bool AssessmentModel::mayScore() const {
    return may(Action::Edit) && m_frozen && Assessment::isOpen(m_frozen->record.view);
}

bool AssessmentModel::mayAppeal() const {
    return may(Action::Edit) && m_frozen && appeal().isEmpty() && m_frozen->record.view.state != "void";
}

bool AssessmentModel::done(const Result<station::Record>& answer) {
    m_refused = answer.ok() ? Text{} : answer.error().message;
    if (answer.ok())
        m_session->wrote();
    else
        emit loaded();
    return answer.ok();
}

bool AssessmentModel::freeze() {
    return m_sheet && done(Assessment(*m_session->station()).freeze(question()));
}

bool AssessmentModel::recompute() {
    return m_frozen && done(Assessment(*m_session->station()).recompute(m_frozen->record.id));
}

bool AssessmentModel::say(const QString& line, int points, const QString& reason) {
    return m_frozen && done(Assessment(*m_session->station())
                                .say(m_frozen->record.id, fromQt(line), points, fromQt(reason.trimmed())));
}

bool AssessmentModel::writeAppeal(const QString& words) {
    return m_frozen &&
           done(Assessment(*m_session->station()).appeal(m_frozen->record.id, fromQt(words.trimmed())));
}

QVariant AssessmentModel::recordsBehind(const QString& line) {
    if (!m_sheet || !m_session->station())
        return {};
    const auto records = Assessment(*m_session->station()).records(question(), fromQt(line));
    m_refused = records.ok() ? Text{} : whyUnread(records.error());
    emit loaded();
    return records.ok() ? recordRows(*m_session, *records) : QVariant();
}

int AssessmentModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

}  // namespace fayi::ui
