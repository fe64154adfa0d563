// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/export_ledger_model.h"

#include "fayi/office/export.h"
#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {

void ExportLedgerModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::identityChanged, this, &ExportLedgerModel::load);
        connect(m_session, &StationSession::languageChanged, this, &ExportLedgerModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void ExportLedgerModel::load() {
    beginResetModel();
    m_rows.clear();
    m_problem = {};
    if (m_session && m_session->station()) {
        station::Station& station = *m_session->station();
        const Language language = m_session->spoken();
        const auto entries = office::exportLedger(station, m_session->clock());
        if (!entries.ok())
            m_problem = entries.error().message;
        else
            for (const store::ExportEntry& entry : *entries) {
                const bool own = station.people().size() < 2 || entry.personName == station.person().name;
                QStringList filter;
                if (!entry.filter.empty())
                    filter << toQt(entry.filter);
                if (!entry.words.empty())
                    filter << (own ? tr("search: %1").arg(toQt(entry.words)) : tr("a search"));
                m_rows.push_back({tr("%1: %2 records")
                                      .arg(toQt(office::nameOfExported(entry, station.catalog()), language))
                                      .arg(entry.records),
                                  toQt(entry.personName) + QStringLiteral(" · ") +
                                      spokenTime(entry.at, m_session->clock().now(), language),
                                  toQt(entry.reason), toQt(entry.file), toQt(entry.sha256),
                                  filter.join(QStringLiteral(" · ")), entry.identified});
            }
    }
    endResetModel();
    emit loaded();
}

QString ExportLedgerModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

int ExportLedgerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ExportLedgerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case WhatRole:
            return row.what;
        case WhoRole:
            return row.who;
        case NamedRole:
            return row.named;
        case ReasonRole:
            return row.reason;
        case FileRole:
            return row.file;
        case SumRole:
            return row.sum;
        case FilterRole:
            return row.filter;
        default:
            return {};
    }
}

QHash<int, QByteArray> ExportLedgerModel::roleNames() const {
    return {{WhatRole, "what"}, {WhoRole, "who"}, {NamedRole, "named"},  {ReasonRole, "reason"},
            {FileRole, "file"}, {SumRole, "sum"}, {FilterRole, "filter"}};
}

}  // namespace fayi::ui
