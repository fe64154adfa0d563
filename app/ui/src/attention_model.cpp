// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/attention_model.h"

#include "fayi/ui/words.h"
#include "register_names.h"

namespace fayi::ui {

void AttentionModel::setSession(StationSession* session) {
    if (session == m_session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &StationSession::recordsChanged, this, &AttentionModel::load);
        connect(m_session, &StationSession::languageChanged, this, &AttentionModel::load);
        connect(m_session, &StationSession::identityChanged, this, &AttentionModel::load);
    }
    load();
    emit sessionChanged();
}

void AttentionModel::load() {
    beginResetModel();
    m_rows.clear();
    if (m_session && m_session->station()) {
        addRefused();
        addReturned();
        addConflicts();
    }
    endResetModel();
    emit countChanged();
}

void AttentionModel::addRefused() {
    for (const auto& one : m_session->station()->needsAttention()) {
        if (m_rows.size() >= kRows)
            return;
        m_rows.push_back({QStringLiteral("refused"), toQt(toText(one.record)), toQt(one.title),
                          toQt(one.reason, m_session->spoken())});
    }
}

void AttentionModel::addReturned() {
    station::ListQuery query;
    query.limit = kRows;
    decltype(query.where)::value_type returned;
    returned.field = "state";
    returned.value = "returned";
    query.where.push_back(returned);
    const auto rows = m_session->station()->list(query);
    if (!rows.ok())
        return;
    for (const station::RecordRow& row : *rows) {
        const auto record = m_session->station()->get(row.id);
        const bool remarked = record.ok() && !record->view.remarks.empty();
        m_rows.push_back({QStringLiteral("returned"), toQt(toText(row.id)), titleOf(row),
                          remarked ? toQt(record->view.remarks.back().text) : QString()});
    }
}

QString AttentionModel::titleOf(const station::RecordRow& row) const {
    return recordTitle(*m_session->station(), row.type, row.fields, row.title, m_session->spoken());
}

void AttentionModel::addConflicts() {
    station::ListQuery query;
    query.limit = kRows;
    query.conflicts = true;
    const auto rows = m_session->station()->list(query);
    if (!rows.ok())
        return;
    const Language language = m_session->spoken();
    for (const station::RecordRow& row : *rows) {
        const QString who = toQt(row.updatedBy) + QStringLiteral(" · ") +
                            spokenTime(row.updated.wall(), m_session->clock().now(), language);
        m_rows.push_back({QStringLiteral("conflict"), toQt(toText(row.id)), titleOf(row), who});
    }
}

int AttentionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AttentionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case KindRole:
            return row.kind;
        case IdRole:
            return row.id;
        case TitleRole:
            return row.title;
        case ReasonRole:
            return row.reason;
        default:
            return {};
    }
}

QHash<int, QByteArray> AttentionModel::roleNames() const {
    return {{KindRole, "kind"}, {IdRole, "recordId"}, {TitleRole, "title"}, {ReasonRole, "reason"}};
}

}  // namespace fayi::ui
