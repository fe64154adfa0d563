// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/conflict_model.h"

#include <algorithm>

#include "fayi/ui/field_value.h"
#include "fayi/ui/words.h"
#include "field_options.h"
#include "follow_session.h"
#include "register_names.h"

namespace fayi::ui {

using schema::FieldKind;

void ConflictModel::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::renamed, this, &ConflictModel::follow);
        connect(m_session, &StationSession::recordsChanged, this, &ConflictModel::load);
        connect(m_session, &StationSession::languageChanged, this, &ConflictModel::load);
    });
    if (!fresh)
        return;
    load();
    emit sessionChanged();
}

void ConflictModel::setRecordId(const QString& id) {
    if (id == m_id)
        return;
    m_id = id;
    m_revealed.clear();
    emit recordIdChanged();
    load();
}

/// recordsChanged() follows, and reads it again.
void ConflictModel::follow() {
    const QString now = m_session->nowCalled(m_id);
    if (now == m_id)
        return;
    m_id = now;
    emit recordIdChanged();
}

void ConflictModel::load() {
    beginResetModel();
    m_rows.clear();
    auto* station = m_session ? m_session->station() : nullptr;
    const auto id = parseRecordId(fromQt(m_id));
    const Status read = station && id ? readRows(*station, *id) : Status();
    m_unread = read.ok() ? Text{} : whyUnread(read.error());
    endResetModel();
    emit countChanged();
}

/// All of them, or none: a choice among half of what was written would be no choice.
Status ConflictModel::readRows(station::Station& station, RecordId id) {
    FAYI_LET(record, station.get(id));
    FAYI_LET(conflicts, station.conflicts(id));
    FAYI_LET(history, station.history(id));
    m_title = recordTitle(station, record.view.type, record.view.fields, record.title, m_session->spoken());
    for (const station::Conflict& conflict : conflicts) {
        Row row{conflict, station.catalog().type(conflict.type), record.view.fields, {}, false};
        findBefore(row, history);
        m_rows.push_back(std::move(row));
    }
    return {};
}

/// The last value of the register that is none of the siblings and is older than all of them.
void ConflictModel::findBefore(Row& row, const std::vector<station::HistoryEntry>& history) const {
    const auto& siblings = row.conflict.siblings;
    for (const station::HistoryEntry& entry : history) {
        const bool isOne = std::any_of(siblings.begin(), siblings.end(), [&](const station::Sibling& s) {
            return s.version == entry.version || s.at < entry.at;
        });
        if (isOne || entry.state == "refused" || !entry.writes.contains(row.conflict.field))
            continue;
        row.before = entry.writes[row.conflict.field];
        row.hasBefore = true;
    }
}

QString ConflictModel::textOf(const Row& row, const schema::Json& value, bool covered) const {
    return registerText(*m_session->station(), row.type, row.conflict.field, value, m_session->spoken(),
                        covered);
}

/// What the versions have in common once, and what each has of its own after the other: somebody who joins
/// them cuts what is too much and loses nothing.
QString ConflictModel::joined(const Row& row) const {
    QString out = textOf(row, row.conflict.siblings.front().value, false);
    for (std::size_t i = 1; i < row.conflict.siblings.size(); ++i) {
        const QString other = textOf(row, row.conflict.siblings[i].value, false);
        const qsizetype shorter = std::min(out.size(), other.size());
        qsizetype head = std::mismatch(out.begin(), out.begin() + shorter, other.begin()).first - out.begin();
        if (head > 0 && out[head - 1].isHighSurrogate())
            --head;  // a rare character is two units and stays whole
        qsizetype tail = 0;
        while (tail < shorter - head && out[out.size() - 1 - tail] == other[other.size() - 1 - tail])
            ++tail;
        if (tail > 0 && out[out.size() - tail].isLowSurrogate())
            --tail;
        const QString own = other.mid(head, other.size() - head - tail);
        if (!own.isEmpty())
            out.insert(out.size() - tail, QLatin1Char('\n') + own);
    }
    return out;
}

bool ConflictModel::isCovered(const Row& row) const {
    const auto hides = [&](const schema::Json& value) {
        return textOf(row, value, true) != textOf(row, value, false);
    };
    return !m_revealed.contains(row.conflict.field) &&
           ((row.hasBefore && hides(row.before)) ||
            std::ranges::any_of(row.conflict.siblings, hides, &station::Sibling::value));
}

/// What is not in the ledger is not shown.
bool ConflictModel::reveal(const QString& field) {
    const auto id = parseRecordId(fromQt(m_id));
    if (!m_session || !m_session->station() || !id)
        return false;
    const auto record = m_session->station()->get(*id);
    const Status noted = record.ok()
                             ? station::noteReveals(*m_session->station(), fromQt(m_session->folder()),
                                                    m_session->clock(), *record, {fromQt(field)}, "page")
                             : Status(record.error());
    m_problem = noted.ok() ? Text{} : noted.error().message;
    if (noted.ok())
        m_revealed.insert(fromQt(field));
    if (!m_rows.empty())
        emit dataChanged(index(0), index(count() - 1));
    emit countChanged();
    return noted.ok();
}

bool ConflictModel::settled(const Result<station::Record>& answer) {
    m_problem = answer.ok() ? Text{} : answer.error().message;
    if (answer.ok())
        m_session->wrote();
    else
        emit countChanged();
    return answer.ok();
}

bool ConflictModel::take(const QString& field, const QString& version) {
    const auto id = parseRecordId(fromQt(m_id));
    const auto dot = parseDot(fromQt(version));
    if (!m_session || !m_session->station() || !id || !dot)
        return false;
    return settled(m_session->station()->resolveTaking(*id, fromQt(field), *dot));
}

const schema::Field* ConflictModel::definitionOf(const std::string& path) const {
    const auto row = std::ranges::find(m_rows, path, [](const Row& r) { return r.conflict.field; });
    return row == m_rows.end() ? nullptr : fieldOf(row->type, path);
}

bool ConflictModel::write(const QString& field, const QVariant& typed) {
    const auto id = parseRecordId(fromQt(m_id));
    const std::string path = fromQt(field);
    const schema::Field* definition = definitionOf(path);
    if (!id || !definition)
        return false;
    Reading reading = read(*definition, typed, m_session->today());
    if (reading.problem)
        return settled(Error{ErrorCode::Validation, *reading.problem});
    return settled(m_session->station()->resolveWith(*id, path, reading.value));
}

QVariantList ConflictModel::options(const QString& field, const QString& words) const {
    const schema::Field* definition = definitionOf(fromQt(field));
    return definition && m_session->station() ? optionsOf(*m_session, *definition, words) : QVariantList();
}

QString ConflictModel::labelOf(const QString& field, const QString& code) const {
    const schema::Field* definition = definitionOf(fromQt(field));
    return definition ? ui::labelOf(*m_session, *definition, fromQt(code)) : QString();
}

QString ConflictModel::problem() const {
    const Text& problem = unread() ? m_unread : m_problem;
    return m_session ? toQt(problem, m_session->spoken()) : QString();
}

QVariantList ConflictModel::siblingsOf(const Row& row) const {
    QVariantList out;
    const station::Station& station = *m_session->station();
    const Language language = m_session->spoken();
    const ReplicaId mine = station.identity().replica;
    for (const station::Sibling& sibling : row.conflict.siblings)
        out << QVariantMap{
            {QStringLiteral("version"), toQt(toText(sibling.version))},
            {QStringLiteral("text"), textOf(row, sibling.value, isCovered(row))},
            {QStringLiteral("by"), toQt(sibling.by)},
            {QStringLiteral("station"), toQt(sibling.station)},
            {QStringLiteral("when"), spokenTime(sibling.at.wall(), m_session->clock().now(), language)},
            {QStringLiteral("mine"), sibling.version.replica == mine}};
    return out;
}

int ConflictModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ConflictModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= count() || !m_session->station())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const station::Station& station = *m_session->station();
    const Language language = m_session->spoken();
    const schema::Field* field = fieldOf(row.type, row.conflict.field);
    switch (role) {
        case FieldRole:
            return toQt(row.conflict.field);
        case LabelRole:
            return registerName(station, row.type, row.conflict.field, row.shown, language);
        case KindRole: {
            const bool typed = field && field->kind != FieldKind::Items &&
                               field->kind != FieldKind::Attachments &&
                               row.conflict.field.find(':') == std::string::npos;
            return typed ? toQt(schema::nameOf(field->kind)) : QString();
        }
        case BeforeRole:
            return row.hasBefore ? textOf(row, row.before, isCovered(row)) : QString();
        case CoveredRole:
            return isCovered(row);
        case SiblingsRole:
            return siblingsOf(row);
        case ChoicesRole: {
            QVariantList out;
            if (field)
                for (const schema::Choice& choice : field->choices)
                    out << QVariantMap{{QStringLiteral("code"), toQt(choice.code)},
                                       {QStringLiteral("label"), toQt(choice.labels, language)}};
            return out;
        }
        case JoinedRole:
            return field && field->kind == FieldKind::LongText ? joined(row) : QString();
        case UnitRole:
            return field && field->kind == FieldKind::Money ? toQt(Text{"元", "yuan"}, language)
                   : field                                  ? toQt(field->unit, language)
                                                            : QString();
        default:
            return {};
    }
}

QHash<int, QByteArray> ConflictModel::roleNames() const {
    return {{FieldRole, "field"},   {LabelRole, "label"},       {KindRole, "kind"},
            {BeforeRole, "before"}, {SiblingsRole, "siblings"}, {ChoicesRole, "choices"},
            {UnitRole, "unit"},     {JoinedRole, "joined"},     {CoveredRole, "isCovered"}};
}

}  // namespace fayi::ui
