// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/describe.h"

#include "fayi/schema/check.h"

namespace fayi::schema {
namespace {

Json labelsOf(const Text& text) {
    return {{"zh", text.zh}, {"en", text.en}};
}

Json mayOf(const RecordType& type, std::string_view role) {
    Json words = Json::array();
    for (const Action action : kActions)
        if (type.may(action, role))
            words.push_back(nameOf(action));
    return words;
}

Json choicesOf(const Field& field) {
    Json choices = Json::array();
    for (const Choice& choice : field.choices) {
        Json entry = {{"code", choice.code}, {"labels", labelsOf(choice.labels)}};
        if (choice.from)
            entry["from"] = *choice.from;
        if (choice.until)
            entry["until"] = *choice.until;
        choices.push_back(std::move(entry));
    }
    return choices;
}

void describeLimits(const Field& field, Json& out) {
    if (field.maxLength > 0)
        out["maxLength"] = field.maxLength;
    if (field.maxItems > 0)
        out["maxItems"] = field.maxItems;
    if (field.min)
        out["min"] = *field.min;
    if (field.max)
        out["max"] = *field.max;
    if (!field.requiredIf.is_null())
        out["requiredIf"] = field.requiredIf;
    if (!field.visibleIf.is_null())
        out["visibleIf"] = field.visibleIf;
    if (!field.defaultValue.is_null())
        out["default"] = field.defaultValue;
}

Json describeField(const Field& field) {
    Json out = {
        {"name", field.name},         {"type", nameOf(field.kind)},     {"labels", labelsOf(field.labels)},
        {"required", field.required}, {"policy", nameOf(field.policy)}, {"privacy", nameOf(field.privacy)}};
    if (!field.hint.zh.empty())
        out["hint"] = labelsOf(field.hint);
    if (!field.unit.zh.empty())
        out["unit"] = labelsOf(field.unit);
    if (!field.section.empty())
        out["section"] = field.section;
    if (!field.choices.empty())
        out["choices"] = choicesOf(field);
    if (!field.referenceType.empty())
        out["references"] = field.referenceType;
    if (!field.takes.empty())
        out["takes"] = field.takes;
    if (!field.orgKinds.empty())
        out["orgKinds"] = field.orgKinds;
    if (field.searchable)
        out["searchable"] = true;
    describeLimits(field, out);
    if (field.kind == FieldKind::Items) {
        out["fields"] = Json::array();
        for (const Field& inner : field.fields)
            out["fields"].push_back(describeField(inner));
    }
    return out;
}

std::string yuan(std::int64_t fen) {
    const std::int64_t size = fen < 0 ? -fen : fen;
    const std::string cents = std::to_string(size % 100);
    return (fen < 0 ? "-" : "") + std::to_string(size / 100) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

std::string duration(std::int64_t minutes, Language language) {
    const bool zh = language == Language::Zh;
    std::string text;
    if (minutes >= 60)
        text = std::to_string(minutes / 60) + (zh ? "小时" : " h");
    if (minutes % 60 != 0 || minutes < 60)
        text += (zh || text.empty() ? "" : " ") + std::to_string(minutes % 60) + (zh ? "分钟" : " min");
    return text;
}

std::string codeText(const Field& field, const Json& code, Language language) {
    if (!code.is_string())
        return {};
    const Choice* choice = field.choice(code.get_ref<const std::string&>());
    return choice ? choice->labels.in(language) : code.get<std::string>();
}

std::string listText(const Field& field, const Json& list, Language language) {
    if (!list.is_array())
        return {};
    const bool zh = language == Language::Zh;
    const std::string count = std::to_string(list.size());
    if (field.kind == FieldKind::Items)
        return count + (zh ? "项" : list.size() == 1 ? " item" : " items");
    if (field.kind == FieldKind::Attachments)
        return count + (zh ? "个附件" : list.size() == 1 ? " attachment" : " attachments");
    std::string text;
    for (const Json& member : list)
        text += (text.empty() ? "" : zh ? "、" : ", ") + codeText(field, member, language);
    return text;
}

std::string numberText(const Field& field, std::int64_t number, Language language) {
    if (field.kind == FieldKind::Money)
        return yuan(number) + (language == Language::Zh ? "元" : " yuan");
    return field.kind == FieldKind::Duration ? duration(number, language) : std::to_string(number);
}

/// The first `head` and the last `tail` characters, stars between; only stars where that would show it all.
std::string covered(std::string_view text, std::size_t head, std::size_t tail) {
    const std::u32string points = codePoints(text);
    if (points.size() <= head + tail)
        return std::string(points.size(), '*');
    return toUtf8(points.substr(0, head)) + std::string(points.size() - head - tail, '*') +
           toUtf8(points.substr(points.size() - tail));
}

}  // namespace

Json describe(const RecordType& type, std::string_view role) {
    Json out = {{"type", type.name},
                {"version", type.version},
                {"may", mayOf(type, role)},
                {"labels", labelsOf(type.labels)},
                {"title", type.titleFields},
                {"listColumns", type.listColumns},
                {"retention", {{"years", type.retention.years}, {"reason", labelsOf(type.retention.reason)}}},
                {"sections", Json::array()},
                {"fields", Json::array()}};
    if (!type.group.empty())
        out["group"] = type.group;
    if (!type.seenBy.empty())
        out["see"] = type.seenBy;
    if (!type.description.zh.empty())
        out["description"] = labelsOf(type.description);
    if (!type.happenedOn.empty())
        out["happenedOn"] = type.happenedOn;
    if (!type.sameEvent.empty())
        out["sameEvent"] = type.sameEvent;
    if (!type.legalBasis.zh.empty())
        out["legalBasis"] = labelsOf(type.legalBasis);
    for (const Section& section : type.sections)
        out["sections"].push_back({{"id", section.id}, {"labels", labelsOf(section.labels)}});
    for (const Field& field : type.fields)
        out["fields"].push_back(describeField(field));
    return out;
}

Json describeAll(const Catalog& catalog, std::string_view role) {
    Json out = Json::array();
    for (const RecordType* type : catalog.types()) {
        if (type->reference)
            continue;
        Json entry = {{"type", type->name}, {"labels", labelsOf(type->labels)}, {"may", mayOf(*type, role)}};
        if (!type->group.empty())
            entry["group"] = type->group;
        out.push_back(std::move(entry));
    }
    return out;
}

std::string displayText(const Field& field, const Json& value, Language language, const OrgTree* tree) {
    if (isEmptyValue(value))
        return {};
    if (tree && field.kind == FieldKind::Org && value.is_string())
        return tree->pathName(value.get_ref<const std::string&>(), language);
    if (value.is_array())
        return listText(field, value, language);
    if (value.is_boolean())
        return language == Language::Zh ? (value.get<bool>() ? "是" : "否")
                                        : (value.get<bool>() ? "yes" : "no");
    if (value.is_number_integer())
        return numberText(field, value.get<std::int64_t>(), language);
    return value.is_string() ? codeText(field, value, language) : std::string();
}

std::string maskedText(const Field& field, const Json& value, Language language) {
    if (field.privacy < Privacy::Personal || isEmptyValue(value))
        return displayText(field, value, language);
    const std::string text = displayText(field, value, language);
    switch (field.kind) {
        case FieldKind::Person:
            return prefixOf(text, 1) + "**";
        case FieldKind::Phone:
            return covered(text, 3, 4);
        case FieldKind::IdNumber:
        case FieldKind::CreditCode:
            return covered(text, 4, 4);
        default:
            return "***";
    }
}

}  // namespace fayi::schema
