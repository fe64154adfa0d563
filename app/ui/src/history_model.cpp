// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/history_model.h"

#include <algorithm>

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "register_names.h"

namespace fayi::ui {

void HistoryModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &HistoryModel::load);
        connect(m_session, &StationSession::languageChanged, this, &HistoryModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void HistoryModel::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    m_fetching = false;
    m_fetchProblem.clear();
    emit recordIdChanged();
    load();
}

void HistoryModel::setUncovered(bool uncovered) {
    if (uncovered == m_uncovered)
        return;
    m_uncovered = uncovered;
    if (!m_entries.empty())
        emit dataChanged(index(0), index(count() - 1));
    emit countChanged();
}

void HistoryModel::setSync(SyncController* sync) {
    if (sync == m_sync)
        return;
    if (m_sync)
        m_sync->disconnect(this);
    m_sync = sync;
    if (m_sync) {
        connect(m_sync, &SyncController::changed, this, &HistoryModel::olderChanged);
        connect(m_sync, &SyncController::historyEnded, this, &HistoryModel::fetched);
        connect(m_sync, &QObject::destroyed, this, [this] { m_sync = nullptr; });
    }
    emit sessionChanged();
    emit olderChanged();
}

QString HistoryModel::older() const {
    if (m_whole || !m_sync)
        return QStringLiteral("none");
    if (m_fetching)
        return QStringLiteral("fetching");
    const QString link = m_sync->link();
    return link == QLatin1String("failing") || link == QLatin1String("none") ? QStringLiteral("offline")
                                                                             : QStringLiteral("ask");
}

void HistoryModel::fetchOlder() {
    const auto id = parseRecordId(fromQt(m_id));
    if (m_fetching || older() != QLatin1String("ask") || !id)
        return;
    m_fetchProblem.clear();
    m_fetching = m_sync->fetchHistory(*id);
    emit countChanged();
    emit olderChanged();
}

void HistoryModel::fetched(const QString& recordId, const QString& problem) {
    m_fetching = false;  // another record's: that one took the place of ours in the queue
    if (recordId == m_id)
        m_fetchProblem = problem;
    emit countChanged();
    emit olderChanged();
}

void HistoryModel::load() {
    beginResetModel();
    m_entries.clear();
    m_conflicts.clear();
    m_type = nullptr;
    m_whole = true;
    auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(m_id));
    if (station && id) {
        if (auto record = station->get(*id); record.ok()) {
            m_type = station->catalog().type(record->view.type);
            m_shown = record->view.fields;
            m_conflicts = record->view.conflicts;
        }
        auto entries = station->history(*id);
        m_problem = entries.ok() ? Text{} : entries.error().message;
        if (entries.ok())
            m_entries = std::move(entries).value();
        m_whole = station->holdsHistory(*id);
        std::reverse(m_entries.begin(), m_entries.end());
    }
    endResetModel();
    emit countChanged();
    emit olderChanged();
}

bool HistoryModel::restore(const QString& version) {
    const auto id = parseRecordId(fromQt(m_id));
    const auto dot = parseDot(fromQt(version));
    if (!m_session || !m_session->station() || !id || !dot)
        return false;
    const auto answer = m_session->station()->restore(*id, *dot);
    if (answer.ok())
        m_session->wrote();
    m_problem = answer.ok() ? Text{} : answer.error().message;
    emit countChanged();
    return answer.ok();
}

QString HistoryModel::problem() const {
    return m_fetchProblem.isEmpty() && m_session ? toQt(m_problem, m_session->spoken()) : m_fetchProblem;
}

/// Whether something it wrote is an open conflict; of some fields the newest is shown, or all are joined.
bool HistoryModel::isAsked(const station::HistoryEntry& entry) const {
    return std::ranges::any_of(m_conflicts,
                               [&](const std::string& path) { return entry.writes.contains(path); });
}

QVariantList HistoryModel::writesOf(const station::HistoryEntry& entry) const {
    QVariantList out;
    const station::Station& station = *m_session->station();
    const Language language = m_session->spoken();
    for (const auto& [path, value] : entry.writes.items())
        out << QVariantMap{
            {QStringLiteral("label"), registerName(station, m_type, path, m_shown, language)},
            {QStringLiteral("text"), registerText(station, m_type, path, value, language, !m_uncovered)}};
    return out;
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || !m_session->station())
        return {};
    const station::HistoryEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
        case VersionRole:
            return toQt(toText(entry.version));
        case ByRole:
            return toQt(entry.by);
        case StationRole:
            return toQt(entry.station);
        case WhenRole:
            return spokenTime(entry.at.wall(), m_session->clock().now(), m_session->spoken());
        case WritesRole:
            return writesOf(entry);
        case StateRole:
            return entry.state == "sibling" && !isAsked(entry) ? QStringLiteral("beside") : toQt(entry.state);
        case ClaimedRole:
            return entry.claimed ? toQt(toIsoChina(entry.claimed->wall()).substr(0, 16))
                                       .replace(QLatin1Char('T'), QLatin1Char(' '))
                                 : QString();
        default:
            return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const {
    return {{VersionRole, "version"}, {ByRole, "by"},      {StationRole, "station"}, {WhenRole, "when"},
            {WritesRole, "writes"},   {StateRole, "fate"}, {ClaimedRole, "claimed"}};
}

}  // namespace fayi::ui
