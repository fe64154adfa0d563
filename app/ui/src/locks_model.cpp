// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/locks_model.h"

#include <algorithm>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "station_work.h"

namespace fayi::ui {

using station::Locks;
using station::MonthLock;

namespace {

struct Asked {};  // what the hub answers is nothing but a yes

}  // namespace

void LocksModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &LocksModel::load);
        connect(m_session, &StationSession::identityChanged, this, &LocksModel::begin);
        connect(m_session, &StationSession::languageChanged, this, &LocksModel::load);
    });
    if (!fresh)
        return;
    begin();
    emit sessionChanged();
}

void LocksModel::setCounts(bool counts) {
    if (counts == m_counts)
        return;
    m_counts = counts;
    load();
    emit sessionChanged();
}

void LocksModel::begin() {
    m_unit.clear();
    m_until.clear();
    m_by.clear();
    m_told = {};
    m_problem = {};
    load();
}

QString LocksModel::unit() const {
    return mayLock() ? toQt(effectiveUnit()) : m_unit;
}

void LocksModel::setUnit(const QString& unit) {
    if (unit == this->unit() || m_asking)
        return;
    m_unit = unit;
    m_told = {};
    m_problem = {};
    load();
}

std::string LocksModel::effectiveUnit() const {
    return m_unit.isEmpty() ? Locks(*m_session->station()).units().front() : fromQt(m_unit);
}

bool LocksModel::mayLock() const {
    return m_session && m_session->station() && Locks(*m_session->station()).mayLock();
}

bool LocksModel::mayLift() const {
    return mayLock() && Locks(*m_session->station()).mayLift();
}

QString LocksModel::nameOf(const std::string& unit) const {
    const schema::OrgUnit* known = m_session->station()->orgTree().find(unit);
    return known ? toQt(known->name, m_session->spoken()) : toQt(unit);
}

QVariantList LocksModel::units() const {
    QVariantList out;
    if (mayLock())
        for (const std::string& unit : Locks(*m_session->station()).units())
            out << QVariantMap{{QStringLiteral("code"), toQt(unit)}, {QStringLiteral("label"), nameOf(unit)}};
    return out;
}

QString LocksModel::unitLabel() const {
    return mayLock() ? nameOf(effectiveUnit()) : QString();
}

QString LocksModel::lockedUntil() const {
    return m_until.empty() ? QString() : spokenDate(m_until, m_session->spoken());
}

QString LocksModel::lockedWith() const {
    return m_by.empty() || m_by == effectiveUnit() ? QString() : nameOf(m_by);
}

/// One count at a time; what is asked meanwhile is counted after it.
void LocksModel::load() {
    if (!mayLock() || !m_counts) {
        emit loaded();
        return;
    }
    if (m_counting) {
        m_again = true;
        return;
    }
    m_counting = true;
    emit loaded();
    m_thread = atWork<Answer>(
        *m_session, this,
        [unit = effectiveUnit()](station::Station& station) -> Result<Answer> {
            const Locks locks(station);
            FAYI_LET(months, locks.months(unit));
            return Answer{std::move(months), locks.lockedUntil(unit), locks.lockedBy(unit)};
        },
        [this](const Result<Answer>& answer) { end(answer); });
}

void LocksModel::end(const Result<Answer>& answer) {
    m_counting = false;
    if (std::exchange(m_again, false)) {
        load();
        return;
    }
    if (!answer.ok())
        m_problem = answer.error().message;
    Answer told = answer.ok() ? *answer : Answer();
    const bool same = told.rows.size() == m_rows.size();
    if (!same)
        beginResetModel();
    m_rows = std::move(told.rows);
    m_until = std::move(told.until);
    m_by = std::move(told.by);
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
    emit loaded();
}

QVariantMap LocksModel::closing(int row) const {
    if (row < 0 || row >= count())
        return {};
    MonthLock sum = m_rows[static_cast<std::size_t>(row)];
    for (std::size_t i = static_cast<std::size_t>(row) + 1; i < m_rows.size() && !m_rows[i].locked; ++i) {
        sum.records += m_rows[i].records;
        sum.verified += m_rows[i].verified;
        sum.submitted += m_rows[i].submitted;
        sum.returned += m_rows[i].returned;
    }
    const auto whole = [](std::uint64_t number) { return static_cast<int>(number); };
    return {{QStringLiteral("month"), monthOf(sum)},
            {QStringLiteral("end"), toQt(sum.end)},
            {QStringLiteral("day"), spokenDate(sum.end, m_session->spoken())},
            {QStringLiteral("records"), whole(sum.records)},
            {QStringLiteral("unverified"), whole(sum.unverified())},
            {QStringLiteral("submitted"), whole(sum.submitted)},
            {QStringLiteral("returned"), whole(sum.returned)},
            {QStringLiteral("drafts"), whole(sum.unverified() - sum.submitted - sum.returned)}};
}

QString LocksModel::dayBefore(int row) const {
    if (row < 0 || row >= count())
        return {};
    const MonthLock& month = m_rows[static_cast<std::size_t>(row)];
    const auto first = daysOf(month.month + "-01");
    return first ? toQt(dateOfDays(*first - 1)) : QString();
}

void LocksModel::lock(const QString& until) {
    if (!mayLock() || m_asking)
        return;
    m_asking = true;
    m_problem = {};
    m_told = {};
    emit loaded();
    const std::string unit = effectiveUnit(), day = fromQt(until);
    m_asker = atWork<Asked>(
        *m_session, this,
        [unit, day](station::Station& station) -> Result<Asked> {
            FAYI_TRY(Locks(station).lock(unit, day));
            return Asked{};
        },
        [this, day](const Result<Asked>& answer) {
            m_asking = false;
            if (!answer.ok()) {
                m_problem = answer.error().message;
                emit loaded();
                return;
            }
            m_told = day.empty()
                         ? Text{"已解除锁定，各台电脑下次同步时知道。",
                                "It is open again; every computer hears of it with its next sync."}
                         : Text{"已锁定至 " + day + "，各台电脑下次同步时知道。",
                                "Locked until " + day + "; every computer hears of it with its next sync."};
            m_session->touch();
            emit locked();
            load();
        });
}

QString LocksModel::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

QString LocksModel::told() const {
    return m_session ? toQt(m_told, m_session->spoken()) : QString();
}

QString LocksModel::monthOf(const MonthLock& row) const {
    const QString year = toQt(row.month).left(4);
    const int month = toQt(row.month).mid(5).toInt();
    return m_session->spoken() == Language::Zh ? QStringLiteral("%1年%2月").arg(year).arg(month)
                                               : toQt(row.month);
}

int LocksModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant LocksModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const MonthLock& row = m_rows[at];
    switch (role) {
        case MonthRole:
            return monthOf(row);
        case EndRole:
            return toQt(row.end);
        case LockedRole:
            return row.locked;
        case RecordsRole:
            return static_cast<int>(row.records);
        case VerifiedRole:
            return static_cast<int>(row.verified);
        case UnverifiedRole:
            return static_cast<int>(row.unverified());
        case LastLockedRole:
            return row.locked && (at == 0 || !m_rows[at - 1].locked) && lockedWith().isEmpty();
        default:
            return {};
    }
}

QHash<int, QByteArray> LocksModel::roleNames() const {
    return {{MonthRole, "month"},      {EndRole, "end"},           {LockedRole, "isLocked"},
            {RecordsRole, "records"},  {VerifiedRole, "verified"}, {UnverifiedRole, "unverified"},
            {LastLockedRole, "isLast"}};
}

}  // namespace fayi::ui
