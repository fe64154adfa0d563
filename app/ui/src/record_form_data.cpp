// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "fayi/schema/capital.h"
#include "fayi/schema/check.h"
#include "fayi/schema/describe.h"
#include "fayi/ui/field_value.h"
#include "fayi/ui/record_form.h"
#include "fayi/ui/words.h"
#include "field_options.h"
#include "form_rows.h"
#include "register_names.h"

/// What the lines of a form show.
namespace fayi::ui {

using schema::Field;
using schema::FieldKind;
using schema::Json;

namespace {

QString rowKind(FormRow::Kind kind) {
    static const std::array<QString, 4> kNames = {QStringLiteral("section"), QStringLiteral("field"),
                                                  QStringLiteral("item"), QStringLiteral("add")};
    return kNames[static_cast<std::size_t>(kind)];
}

bool isWide(const FormRow& row) {
    if (row.kind != FormRow::Kind::Field)
        return true;
    const FieldKind kind = row.field->kind;
    return kind == FieldKind::LongText || kind == FieldKind::Tags || kind == FieldKind::Attachments ||
           (kind == FieldKind::Choice && row.field->choices.size() > 3 &&
            row.field->choices.size() <= RecordForm::kChips) ||
           (kind == FieldKind::Text && row.field->maxLength > 60);
}

}  // namespace

QVariant RecordForm::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FormRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const Language language = m_session->spoken();
    const QString path = toQt(row.path);
    const bool isField = row.kind == FormRow::Kind::Field;
    switch (role) {
        case RowKindRole:
            return rowKind(row.kind);
        case PathRole:
            return path;
        case KindRole:
            return row.field ? toQt(schema::nameOf(row.field->kind)) : QString();
        case LabelRole:
            return row.kind == FormRow::Kind::ItemHead
                       ? toQt(row.label, language) + QLatin1Char(' ') + QString::number(row.number)
                       : toQt(row.label, language);
        case HintRole:
            return row.field && row.kind != FormRow::Kind::ItemHead ? toQt(row.field->hint, language)
                                                                    : QString();
        case UnitRole: {
            if (!isField)
                return QString();
            if (row.field->kind == FieldKind::Money)
                return toQt(Text{"元", "yuan"}, language);
            if (row.field->kind == FieldKind::Duration && row.field->unit.zh.empty())
                return toQt(Text{"分钟", "min"}, language);
            return toQt(row.field->unit, language);
        }
        case ValueRole:
            if (!isField)
                return {};
            return m_typed.contains(path) ? m_typed[path] : handwritten(*row.field, valueAt(path));
        case EchoRole:
            return echoOf(row);
        case ChoicesRole:
            return isField ? choicesOf(*row.field, valueAt(path)) : QVariantList();
        case RequiredRole: {
            const Json* item =
                row.item.empty() ? &m_fields : findItem(m_fields, partsOf(row.path).field, row.item);
            return isField && item && schema::isRequired(*row.field, *item);
        }
        case ProblemRole: {
            const schema::Problem* problem = problemAt(row);
            return problem ? toQt(problem->message, language) : QString();
        }
        case WarningRole: {
            const schema::Problem* problem = problemAt(row);
            return problem && problem->severity == schema::Problem::Severity::Warning;
        }
        case WideRole:
            return isWide(row);
        case NestedRole:
            return !row.item.empty();
        case LimitRole:
            return isField ? static_cast<int>(row.field->maxLength) : 0;
        case ListedRole:
            return isField && row.field->kind == FieldKind::Tags && !row.field->choices.empty();
        case FirstRole:
            return row.number == 1;
        case LastRole:
            return row.last;
        default:
            return {};
    }
}

/// An amount in capitals; below a list the first code of its last item, in words: what "one more" would be.
QString RecordForm::echoOf(const FormRow& row) const {
    const Json& value = valueAt(toQt(row.path));
    if (row.kind == FormRow::Kind::Field && row.field->kind == FieldKind::Money && value.is_number_integer())
        return toQt(schema::capitalAmount(value.get<std::int64_t>()));
    if (row.kind != FormRow::Kind::AddItem || !value.is_array() || value.empty())
        return {};
    for (const Field& field : row.field->fields)
        if (field.kind == FieldKind::Choice && value.back().contains(field.name))
            return labelOf(*m_session, field, value.back()[field.name]);
    return {};
}

QString RecordForm::firstNeeded(const QString& below) const {
    const std::string head = fromQt(below);
    for (const FormRow& row : m_rows) {
        if (row.kind != FormRow::Kind::Field || !row.path.starts_with(head) ||
            row.field->kind == FieldKind::Attachments)
            continue;
        const Json* item =
            row.item.empty() ? &m_fields : findItem(m_fields, partsOf(row.path).field, row.item);
        if (item && schema::isRequired(*row.field, *item) && schema::isEmptyValue(valueAt(toQt(row.path))))
            return toQt(row.path);
    }
    return {};
}

/// Those in force today, and the one that is chosen even if it no longer is.
QVariantList RecordForm::choicesOf(const Field& field, const Json& value) const {
    const bool few =
        field.kind == FieldKind::Choice ? field.choices.size() <= kChips : field.choices.size() <= kTagChips;
    if ((field.kind != FieldKind::Choice && field.kind != FieldKind::Tags) || !few)
        return {};
    QVariantList out;
    for (const schema::Choice& choice : field.choices) {
        const bool chosen =
            value == Json(choice.code) ||
            (value.is_array() && std::find(value.begin(), value.end(), Json(choice.code)) != value.end());
        if (chosen || choice.inForce(m_session->today()))
            out << option(toQt(choice.code), toQt(choice.labels, m_session->spoken()));
    }
    return out;
}

QString RecordForm::labelFor(const QString& path) const {
    const Field* field = fieldAt(path);
    return field ? labelOf(*m_session, *field, valueAt(path)) : QString();
}

QVariantList RecordForm::chosen(const QString& path) const {
    const Field* field = fieldAt(path);
    const Json& value = valueAt(path);
    QVariantList out;
    if (field && value.is_array())
        for (const Json& code : value)
            if (code.is_string())
                out << option(toQt(code.get<std::string>()),
                              toQt(schema::displayText(*field, Json::array({code}), m_session->spoken())));
    return out;
}

QVariantList RecordForm::options(const QString& path, const QString& words) const {
    const Field* field = fieldAt(path);
    return field && m_session->station() ? optionsOf(*m_session, *field, words) : QVariantList();
}

}  // namespace fayi::ui
