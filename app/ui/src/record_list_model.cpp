// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/record_list_model.h"

#include <algorithm>

#include "fayi/schema/describe.h"
#include "fayi/station/where.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "list_filter.h"
#include "record_rows.h"
#include "register_names.h"

namespace fayi::ui {

using station::ListQuery;
using station::RecordRow;

RecordListModel::RecordListModel(QObject* parent)
    : QAbstractListModel(parent), m_filter(std::make_unique<ListFilter>()) {}

RecordListModel::~RecordListModel() = default;

void RecordListModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &RecordListModel::refresh);
        connect(m_session, &StationSession::sendingChanged, this, [this] {
            if (!m_rows.empty())
                emit dataChanged(index(0), index(count() - 1), {WordRole});
        });
        connect(m_session, &StationSession::languageChanged, this, [this] {
            emit fieldsChanged();
            emit filterChanged();
            reload();
        });
    });
    if (!fresh)
        return;
    reload();
    emit sessionChanged();
    emit fieldsChanged();
}

void RecordListModel::setType(const QString& type) {
    if (type == m_type)
        return;
    m_type = type;
    m_filter->choices.clear();
    emit fieldsChanged();
    emit filterChanged();
    reload();
}

void RecordListModel::setText(const QString& text) {
    if (text == m_text)
        return;
    m_text = text;
    emit filterChanged();
    reload();
}

Result<ListQuery> RecordListModel::query(std::size_t limit) const {
    ListQuery out;
    out.type = fromQt(m_type);
    out.text = fromQt(m_text.trimmed());
    out.order = fromQt(m_order);
    out.limit = limit;
    FAYI_TRY(station::addWhere(out, fromQt(conditions()), *m_session->station()));
    return out;
}

std::vector<RecordRow> RecordListModel::read(std::size_t limit, std::optional<RecordId> after) {
    m_problem = {};
    m_more = false;
    if (!m_session || !m_session->station())
        return {};
    auto asked = query(limit);
    if (asked.ok())
        asked->after = after;
    auto rows = asked.ok() ? m_session->station()->list(*asked) : asked.error();
    if (!rows.ok()) {
        m_problem = rows.error().message;
        return {};
    }
    m_more = rows->size() >= limit;
    return std::move(rows).value();
}

void RecordListModel::reload() {
    beginResetModel();
    m_rows = read(kPageRows);
    endResetModel();
    emit countChanged();
}

void RecordListModel::refresh() {
    replace(read(std::clamp(m_rows.size(), kPageRows, kRefreshRows)));
}

/// Keeps what is the same at both ends and exchanges the middle.
void RecordListModel::replace(std::vector<RecordRow> rows) {
    const std::size_t shorter = std::min(rows.size(), m_rows.size());
    std::size_t head = 0;
    while (head < shorter && rows[head].id == m_rows[head].id)
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && rows[rows.size() - 1 - tail].id == m_rows[m_rows.size() - 1 - tail].id)
        ++tail;
    const auto at = static_cast<std::ptrdiff_t>(head);
    if (m_rows.size() > head + tail) {
        beginRemoveRows({}, static_cast<int>(head), static_cast<int>(m_rows.size() - tail) - 1);
        m_rows.erase(m_rows.begin() + at, m_rows.end() - static_cast<std::ptrdiff_t>(tail));
        endRemoveRows();
    }
    if (rows.size() > head + tail) {
        beginInsertRows({}, static_cast<int>(head), static_cast<int>(rows.size() - tail) - 1);
        m_rows.insert(m_rows.begin() + at, rows.begin() + at, rows.end() - static_cast<std::ptrdiff_t>(tail));
        endInsertRows();
    }
    m_rows = std::move(rows);
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
    emit countChanged();
}

int RecordListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

bool RecordListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more;
}

void RecordListModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent) || m_rows.empty())
        return;
    auto rows = read(kPageRows, m_rows.back().id);
    if (!rows.empty()) {
        beginInsertRows({}, count(), count() + static_cast<int>(rows.size()) - 1);
        std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    }
    emit countChanged();
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const RecordRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case IdRole:
            return toQt(toText(row.id));
        case TypeRole:
            return toQt(row.type);
        case TypeLabelRole: {
            const schema::RecordType* type =
                m_session->station() ? m_session->station()->catalog().type(row.type) : nullptr;
            return type ? toQt(type->labels, m_session->spoken()) : toQt(row.type);
        }
        case TitleRole:
            return recordTitle(*m_session->station(), row.type, row.fields.read(), row.title,
                               m_session->spoken());
        case SecondaryRole:
            return secondary(row);
        case WordRole:
            return row.changedSinceVerified && row.conflicts == 0
                       ? QStringLiteral("changed")
                       : wordOf(*m_session, row.sync, row.conflicts);
        case StandingRole:
            return standingOf(row);
        case UpdatedRole:
            return toQt(row.updatedBy) + QStringLiteral(" · ") +
                   spokenTime(row.updated.wall(), m_session->clock().now(), m_session->spoken());
        case DeletedRole:
            return row.deleted;
        default:
            return {};
    }
}

/// The date, the place, then what the definition lists and the title does not say; what is personal is
/// covered.
QString RecordListModel::secondary(const RecordRow& row) const {
    const station::Station* station = m_session->station();
    const schema::RecordType* type = station ? station->catalog().type(row.type) : nullptr;
    const Language language = m_session->spoken();
    if (!type)
        return {};
    const schema::Json& fields = row.fields.read();
    QStringList parts;
    const auto inTitle = [&](const schema::Field& field) {
        return std::find(type->titleFields.begin(), type->titleFields.end(), field.name) !=
               type->titleFields.end();
    };
    const bool placed = std::any_of(
        type->fields.begin(), type->fields.end(),
        [&](const schema::Field& field) { return field.kind == schema::FieldKind::Org && inTitle(field); });
    const schema::Field* date = type->find(type->happenedOn);
    if (!row.happenedOn.empty() && !(date && inTitle(*date)))
        parts << spokenDate(row.happenedOn, language);
    if (!row.org.empty() && !placed)
        parts << toQt(station->orgTree().pathName(row.org, language));
    constexpr int kParts = 4;
    for (const std::string& column : type->listColumns) {
        const schema::Field* field = type->find(column);
        if (!field || inTitle(*field) || column == type->happenedOn || !fields.contains(column) ||
            parts.size() >= kParts)
            continue;
        const QString value = valueText(*station, *field, fields[column], true, language);
        // A second date says which it is.
        const bool named = field->kind == schema::FieldKind::Date;
        if (!value.isEmpty() && !parts.contains(value))
            parts << (named ? toQt(field->labels, language) + QLatin1Char(' ') + value : value);
    }
    return parts.join(QStringLiteral(" · "));
}

QHash<int, QByteArray> RecordListModel::roleNames() const {
    return {{IdRole, "recordId"},     {TypeRole, "type"},         {TypeLabelRole, "typeLabel"},
            {TitleRole, "title"},     {WordRole, "word"},         {SecondaryRole, "secondary"},
            {UpdatedRole, "updated"}, {DeletedRole, "isDeleted"}, {StandingRole, "standing"}};
}

QString RecordListModel::idAt(int row) const {
    return row >= 0 && row < count() ? toQt(toText(m_rows[static_cast<std::size_t>(row)].id)) : QString();
}

QString RecordListModel::titleAt(int row) const {
    return data(index(row), TitleRole).toString();
}

QString RecordListModel::problem() const {
    return m_session ? toQt(m_problem, m_session->spoken()) : QString();
}

}  // namespace fayi::ui
