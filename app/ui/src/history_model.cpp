// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/history_model.h"

#include <algorithm>

#include "fayi/ui/words.h"
#include "register_names.h"

namespace fayi::ui {

void HistoryModel::setSession(StationSession* session) {
    if (session == m_session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &StationSession::recordsChanged, this, &HistoryModel::load);
        connect(m_session, &StationSession::languageChanged, this, &HistoryModel::load);
    }
    load();
    emit sessionChanged();
}

void HistoryModel::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    emit recordIdChanged();
    load();
}

void HistoryModel::load() {
    beginResetModel();
    m_entries.clear();
    m_type = nullptr;
    auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(m_id));
    if (station && id) {
        if (auto record = station->get(*id); record.ok()) {
            m_type = station->catalog().type(record->view.type);
            m_shown = record->view.fields;
        }
        auto entries = station->history(*id);
        m_problem = entries.ok() ? Text{} : entries.error().message;
        if (entries.ok())
            m_entries = std::move(entries).value();
        std::reverse(m_entries.begin(), m_entries.end());
    }
    endResetModel();
    emit countChanged();
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
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

QVariantList HistoryModel::writesOf(const station::HistoryEntry& entry) const {
    QVariantList out;
    const station::Station& station = *m_session->station();
    const Language language = m_session->spoken();
    for (const auto& [path, value] : entry.writes.items())
        out << QVariantMap{{QStringLiteral("label"), registerName(station, m_type, path, m_shown, language)},
                           {QStringLiteral("text"), registerText(station, m_type, path, value, language)}};
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
            return toQt(entry.state);
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
