// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/types_model.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {
namespace {

/// What an office makes most comes first where nothing else decides.
constexpr std::array<std::string_view, 6> kFirst = {"service-visit", "outreach",       "contract-review",
                                                    "consultation",  "mediation-case", "aid-application"};
constexpr std::string_view kGroups = "type-groups";

std::size_t placeOf(const std::string& name) {
    return static_cast<std::size_t>(std::find(kFirst.begin(), kFirst.end(), name) - kFirst.begin());
}

QString markOf(const schema::RecordType& type, Language language) {
    static const std::array<Text, kFirst.size()> kMarks = {Text{"访", "V"}, Text{"宣", "O"}, Text{"合", "R"},
                                                           Text{"询", "C"}, Text{"调", "M"}, Text{"援", "A"}};
    const std::size_t place = placeOf(type.name);
    return place < kMarks.size() ? toQt(kMarks[place], language) : toQt(type.labels, language).left(1);
}

}  // namespace

void TypesModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::identityChanged, this, &TypesModel::load);
        connect(m_session, &StationSession::languageChanged, this, &TypesModel::load);
        connect(m_session, &StationSession::recordsChanged, this, &TypesModel::recount);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void TypesModel::setNearOnly(bool nearOnly) {
    if (nearOnly == m_nearOnly)
        return;
    m_nearOnly = nearOnly;
    load();
    emit nearOnlyChanged();
}

/// A type that is not this person's work is listed all the same where there are records of it.
void TypesModel::load() {
    beginResetModel();
    m_rows.clear();
    m_problem = {};
    if (m_session && m_session->station())
        for (const schema::RecordType* type : m_session->station()->catalog().types()) {
            const std::int64_t records = type->reference ? 0 : countOf(*type);
            const bool works = type->isSeenBy(m_session->station()->person().role);
            if (!type->reference && (works || records > 0))
                m_rows.push_back({type, records});
        }
    if (m_nearOnly)
        keepNear();
    else
        sortByGroup();
    endResetModel();
    emit countChanged();
}

void TypesModel::sortByGroup() {
    const auto key = [&](const Row& row) {
        return std::pair(groupPlace(row.type->group), placeOf(row.type->name));
    };
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&](const Row& a, const Row& b) { return key(a) < key(b); });
}

void TypesModel::keepNear() {
    std::erase_if(m_rows, [&](const Row& row) {
        return !m_session->station()->may(schema::Action::Create, row.type->name);
    });
    const auto key = [&](const Row& row) {
        return std::tuple(-row.records, placeOf(row.type->name), groupPlace(row.type->group));
    };
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [&](const Row& a, const Row& b) { return key(a) < key(b); });
    m_rows.resize(std::min(m_rows.size(), kNear));
}

std::int64_t TypesModel::countOf(const schema::RecordType& type) {
    station::ListQuery query;
    query.type = type.name;
    const auto records = m_session->station()->count(query);
    if (!records.ok())
        m_problem = whyUnread(records.error());
    return records.ok() ? static_cast<std::int64_t>(*records) : -1;
}

QString TypesModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

void TypesModel::recount() {
    if (!m_session || !m_session->station() || m_rows.empty())
        return;
    m_problem = {};
    for (Row& row : m_rows)
        row.records = countOf(*row.type);
    emit dataChanged(index(0), index(count() - 1), {RecordsRole});
    emit countChanged();
}

std::size_t TypesModel::groupPlace(const std::string& group) const {
    const schema::CodeList* groups = m_session->station()->catalog().codeList(kGroups);
    if (groups == nullptr)
        return 0;
    const auto found = std::find_if(groups->choices.begin(), groups->choices.end(),
                                    [&](const schema::Choice& choice) { return choice.code == group; });
    return static_cast<std::size_t>(found - groups->choices.begin());
}

QString TypesModel::groupLabel(const std::string& group) const {
    const schema::CodeList* groups = m_session->station()->catalog().codeList(kGroups);
    const std::size_t place = groupPlace(group);
    return groups != nullptr && place < groups->choices.size()
               ? toQt(groups->choices[place].labels, m_session->spoken())
               : QString();
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
            return static_cast<qlonglong>(row.records);
        case GroupRole:
            return groupLabel(row.type->group);
        case FirstRole:
            return index.row() == 0 ||
                   m_rows[static_cast<std::size_t>(index.row()) - 1].type->group != row.type->group;
        default:
            return {};
    }
}

QHash<int, QByteArray> TypesModel::roleNames() const {
    return {{NameRole, "name"},   {LabelRole, "label"},         {DescriptionRole, "description"},
            {MarkRole, "mark"},   {MayCreateRole, "mayCreate"}, {RecordsRole, "records"},
            {GroupRole, "group"}, {FirstRole, "first"}};
}

QString TypesModel::nameAt(int row) const {
    return row >= 0 && row < count() ? toQt(m_rows[static_cast<std::size_t>(row)].type->name) : QString();
}

bool TypesModel::has(const QString& name) const {
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&](const Row& row) { return toQt(row.type->name) == name; });
}

QString TypesModel::labelOf(const QString& name) const {
    for (const Row& row : m_rows)
        if (toQt(row.type->name) == name)
            return toQt(row.type->labels, m_session->spoken());
    return name;
}

}  // namespace fayi::ui
