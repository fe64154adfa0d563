// SPDX-License-Identifier: Apache-2.0
#include "columns.h"

#include <algorithm>

#include "fayi/schema/describe.h"

namespace fayi::office {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::Json;
using sheets::Cell;

bool names(const std::string& wanted, const Field& field) {
    return wanted == field.name || wanted == field.labels.zh || wanted == field.labels.en;
}

double widthOf(const Field& field) {
    switch (field.kind) {
        case FieldKind::LongText:
        case FieldKind::Items:
            return 50;
        case FieldKind::Text:
        case FieldKind::Tags:
        case FieldKind::Org:
            return 24;
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
        case FieldKind::DateTime:
            return 20;
        default:
            return 13;
    }
}

}  // namespace

Openness opennessOf(const Field& field, bool identified) {
    if (identified || field.privacy < schema::Privacy::Personal)
        return Openness::Plain;
    const bool maskable = field.kind == FieldKind::Person || field.kind == FieldKind::Phone;
    return field.privacy == schema::Privacy::Personal && maskable ? Openness::Masked : Openness::LeftOut;
}

Result<std::vector<const Field*>> chosenFields(const schema::RecordType& type,
                                               const std::vector<std::string>& wanted) {
    for (const std::string& name : wanted)
        if (std::ranges::none_of(type.fields, [&](const Field& field) { return names(name, field); }))
            return Error{
                ErrorCode::Usage,
                {type.labels.zh + " 没有字段“" + name + "”", type.name + " has no field \"" + name + "\""}};
    std::vector<const Field*> out;
    for (const Field& field : type.fields)
        if (wanted.empty() ||
            std::ranges::any_of(wanted, [&](const std::string& name) { return names(name, field); }))
            out.push_back(&field);
    return out;
}

sheets::Column Columns::heading(const Field& field) const {
    std::string text = field.labels.in(m_language);
    const bool zh = m_language == Language::Zh;
    if (field.kind == FieldKind::Money)
        text += zh ? "（元）" : " (yuan)";
    else if (field.kind == FieldKind::Duration)
        text += zh ? "（分钟）" : " (minutes)";
    return {text, widthOf(field), field.kind == FieldKind::LongText || field.kind == FieldKind::Items};
}

std::string Columns::attachments(const Json& list) const {
    std::string text;
    for (const Json& one : list)
        if (one.is_object())
            text += (text.empty() ? "" : "; ") + one.value("name", std::string());
    return text;
}

Cell Columns::cell(const Field& field, const Json& value) const {
    if (value.is_null())
        return {};
    if (of(field) == Openness::Masked)
        return Cell::ofText(schema::maskedText(field, value, m_language));
    switch (field.kind) {
        case FieldKind::Integer:
        case FieldKind::Duration:
            if (value.is_number_integer())
                return Cell::ofWhole(value.get<std::int64_t>());
            break;
        case FieldKind::Money:
            if (value.is_number_integer())
                return Cell::ofFen(value.get<std::int64_t>());
            break;
        case FieldKind::Date:
            return value.is_string() ? Cell::ofDate(value.get<std::string>()) : Cell{};
        case FieldKind::Time:
            return value.is_string() ? Cell::ofTime(value.get<std::string>()) : Cell{};
        case FieldKind::DateTime:
            return value.is_string() ? Cell::ofDateTime(value.get<std::string>()) : Cell{};
        case FieldKind::Items:
            return Cell::ofText(joined(field, value));
        case FieldKind::Attachments:
            if (m_identified && value.is_array())  // names of files name people
                return Cell::ofText(attachments(value));
            break;
        default:
            break;
    }
    return Cell::ofText(schema::displayText(field, value, m_language, &m_tree));
}

std::vector<const Field*> Columns::innerFields(const Field& list) const {
    std::vector<const Field*> out;
    for (const Field& inner : list.fields)
        if (of(inner) != Openness::LeftOut)
            out.push_back(&inner);
    return out;
}

std::string Columns::joined(const Field& list, const Json& items) const {
    const bool zh = m_language == Language::Zh;
    std::string out;
    if (!items.is_array())
        return out;
    for (const Json& item : items) {
        std::string text;
        for (const Field* inner : innerFields(list))
            if (const std::string value = plainText(cell(*inner, item.value(inner->name, Json())));
                !value.empty())
                text += (text.empty() ? ""
                         : zh         ? "，"
                                      : ", ") +
                        inner->labels.in(m_language) + (zh ? "：" : ": ") + value;
        out += (out.empty() ? "" : zh ? "；" : "; ") + text;
    }
    return out;
}

}  // namespace fayi::office
