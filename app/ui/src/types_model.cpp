// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/types_model.h"

#include <algorithm>
#include <array>

#include "fayi/ui/words.h"

namespace fayi::ui {
namespace {

/// What an advisor makes most comes first; types that a district adds follow by name.
constexpr std::array<std::string_view, 4> kFirst = {"service-visit", "outreach", "contract-review",
                                                    "consultation"};

std::size_t placeOf(const std::string& name) {
    return static_cast<std::size_t>(std::find(kFirst.begin(), kFirst.end(), name) - kFirst.begin());
}

QString markOf(const schema::RecordType& type, Language language) {
    static const std::array<Text, 4> kMarks = {Text{"访", "V"}, Text{"宣", "O"}, Text{"合", "R"},
                                               Text{"询", "C"}};
    const std::size_t place = placeOf(type.name);
    return place < kMarks.size() ? toQt(kMarks[place], language) : toQt(type.labels, language).left(1);
}

}  // namespace

void TypesModel::setSession(StationSession* session) {
    if (session == m_session)
        return;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (m_session) {
        connect(m_session, &StationSession::identityChanged, this, &TypesModel::load);
        connect(m_session, &StationSession::languageChanged, this, &TypesModel::load);
        connect(m_session, &StationSession::recordsChanged, this, &TypesModel::recount);
    }
    load();
    emit sessionChanged();
}

void TypesModel::load() {
    beginResetModel();
    m_rows.clear();
    if (m_session && m_session->station())
        for (const schema::RecordType* type : m_session->station()->catalog().types())
            if (!type->reference)
                m_rows.push_back({type, 0});
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
        return placeOf(a.type->name) < placeOf(b.type->name);
    });
    endResetModel();
    recount();
    emit countChanged();
}

void TypesModel::recount() {
    if (!m_session || !m_session->station() || m_rows.empty())
        return;
    for (Row& row : m_rows) {
        station::ListQuery query;
        query.type = row.type->name;
        const auto records = m_session->station()->count(query);
        row.records = records.ok() ? records.value() : 0;
    }
    emit dataChanged(index(0), index(count() - 1), {RecordsRole});
}

int TypesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant TypesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Language language = m_session->spoken();
    switch (role) {
        case NameRole:
            return toQt(row.type->name);
        case LabelRole:
            return toQt(row.type->labels, language);
        case DescriptionRole:
            return toQt(row.type->description, language);
        case MarkRole:
            return markOf(*row.type, language);
        case MayCreateRole:
            return m_session->station() && m_session->station()->may(schema::Action::Create, row.type->name);
        case RecordsRole:
            return static_cast<qulonglong>(row.records);
        default:
            return {};
    }
}

QHash<int, QByteArray> TypesModel::roleNames() const {
    return {{NameRole, "name"}, {LabelRole, "label"},         {DescriptionRole, "description"},
            {MarkRole, "mark"}, {MayCreateRole, "mayCreate"}, {RecordsRole, "records"}};
}

QString TypesModel::nameAt(int row) const {
    return row >= 0 && row < count() ? toQt(m_rows[static_cast<std::size_t>(row)].type->name) : QString();
}

QString TypesModel::labelOf(const QString& name) const {
    for (const Row& row : m_rows)
        if (toQt(row.type->name) == name)
            return toQt(row.type->labels, m_session->spoken());
    return name;
}

}  // namespace fayi::ui
