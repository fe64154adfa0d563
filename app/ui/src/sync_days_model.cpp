// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/sync_days_model.h"

#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {
namespace {

constexpr std::uint64_t kMoreDays = 30;

}  // namespace

void SyncDaysModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &SyncDaysModel::load);
        connect(m_session, &StationSession::languageChanged, this, &SyncDaysModel::load);
        connect(m_session, &StationSession::identityChanged, this, &SyncDaysModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void SyncDaysModel::showMore() {
    m_most += kMoreDays;
    load();
}

void SyncDaysModel::load() {
    beginResetModel();
    m_days.clear();
    m_problem = {};
    m_more = false;
    if (m_session && m_session->station()) {
        auto days = station::syncDays(*m_session->station(), m_session->clock(), m_most + 1);
        if (days.ok())
            m_days = std::move(days).value();
        else
            m_problem = days.error().message;
        m_more = m_days.size() > m_most;
        if (m_more)
            m_days.pop_back();
    }
    endResetModel();
    emit loaded();
}

QString SyncDaysModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QString SyncDaysModel::tries(const station::SyncDay& day) const {
    const QString all = tr("Syncs: %1").arg(day.tries);
    return day.failures == 0 ? all : tr("%1, not through: %2").arg(all).arg(day.failures);
}

QString SyncDaysModel::carried(const station::SyncDay& day) const {
    QStringList out{tr("sent: %1").arg(day.pushed), tr("received: %1").arg(day.pulled)};
    if (day.refused > 0)
        out << tr("not accepted: %1").arg(day.refused);
    if (day.blobsUp + day.blobsDown > 0)
        out << tr("files: %1 out, %2 in").arg(day.blobsUp).arg(day.blobsDown);
    out << tr("%1 out, %2 in").arg(spokenSize(day.bytesUp), spokenSize(day.bytesDown));
    return out.join(QStringLiteral(" · "));
}

int SyncDaysModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant SyncDaysModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const station::SyncDay& day = m_days[static_cast<std::size_t>(index.row())];
    switch (role) {
        case DayRole:
            return day.day == m_session->today() ? tr("Today") : spokenDate(day.day, m_session->spoken());
        case TriesRole:
            return tries(day);
        case CarriedRole:
            return carried(day);
        case ProblemRole:
            return day.failures == 0 ? QString() : plainWords(toQt(day.problem, m_session->spoken()));
        default:
            return {};
    }
}

QHash<int, QByteArray> SyncDaysModel::roleNames() const {
    return {{DayRole, "day"}, {TriesRole, "tries"}, {CarriedRole, "carried"}, {ProblemRole, "problem"}};
}

}  // namespace fayi::ui
