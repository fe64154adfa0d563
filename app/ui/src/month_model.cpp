// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/month_model.h"

#include "fayi/ui/words.h"
#include "follow_session.h"
#include "record_rows.h"

namespace fayi::ui {

void MonthModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &MonthModel::load);
        connect(m_session, &StationSession::languageChanged, this, &MonthModel::load);
        connect(m_session, &StationSession::identityChanged, this, &MonthModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void MonthModel::load() {
    beginResetModel();
    m_counts.clear();
    m_waiting.clear();
    m_villages = 0;
    if (m_session && m_session->station()) {
        const station::Month month(*m_session->station());
        auto counts = month.counts();
        auto waiting = month.unvisited();
        if (counts.ok())
            m_counts = std::move(counts).value();
        m_villages = month.villages().size();
        if (waiting.ok())
            m_waiting = std::move(waiting).value();
    }
    endResetModel();
    emit countChanged();
}

QString MonthModel::title() const {
    const bool open = m_session && m_session->station();
    return open ? tr("This month (%1)").arg(m_session->today().substr(5, 2).c_str()) : QString();
}

QString MonthModel::waitingNames() const {
    QStringList out;
    for (std::size_t i = 0; i < std::min(m_waiting.size(), kNamed); ++i)
        if (const auto* unit = m_session->station()->orgTree().find(m_waiting[i]))
            out << toQt(unit->name, m_session->spoken());
    QString names = out.join(tr(", "));
    if (m_waiting.size() > kNamed)
        names = tr("%1 and %2 more").arg(names).arg(m_waiting.size() - kNamed);
    return names;
}

QVariantList MonthModel::recordsOf(const QString& type) const {
    if (!m_session || !m_session->station())
        return {};
    const auto records = station::Month(*m_session->station()).records(fromQt(type));
    return records.ok() ? recordRows(*m_session, *records) : QVariantList();
}

int MonthModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant MonthModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const station::Month::Count& one = m_counts[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole:
            return toQt(one.type->name);
        case LabelRole:
            return toQt(one.type->labels, m_session->spoken());
        case RecordsRole:
            return static_cast<qulonglong>(one.records);
        case OpenRole:
            return static_cast<qulonglong>(one.open);
        default:
            return {};
    }
}

QHash<int, QByteArray> MonthModel::roleNames() const {
    return {{NameRole, "name"}, {LabelRole, "label"}, {RecordsRole, "records"}, {OpenRole, "open"}};
}

}  // namespace fayi::ui
