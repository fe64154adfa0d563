// SPDX-License-Identifier: Apache-2.0
#include "form_aids.h"

#include <algorithm>

#include "fayi/schema/check.h"
#include "fayi/schema/describe.h"

namespace fayi::ui {
namespace {

using schema::Field;
using schema::FieldKind;
using schema::Json;

/// Records of a type that are looked through for the last one that somebody wrote.
constexpr std::size_t kLookedThrough = 20;

/// The fields of the last record of that type that the person who works here made; empty: none is near.
Json lastOf(const station::Station& station, const schema::RecordType& type) {
    station::ListQuery query;
    query.type = type.name;
    query.limit = kLookedThrough;
    const auto records = station.records(query);
    if (records.ok())
        for (const station::Record& record : *records)
            if (station.author(record.id.created) == station.person().name)
                return record.view.fields;
    return Json::object();
}

/// Whether a value that was right once can be chosen today.
bool stands(const station::Station& station, const Field& field, const Json& value,
            const std::string& today) {
    if (field.kind == FieldKind::Org) {
        const auto* unit =
            value.is_string() ? station.orgTree().find(value.get_ref<const std::string&>()) : nullptr;
        return unit != nullptr && unit->inForce(today);
    }
    const auto isOffered = [&](const Json& code) {
        return std::ranges::any_of(field.choices, [&](const schema::Choice& choice) {
            return Json(choice.code) == code && choice.inForce(today);
        });
    };
    if (field.choices.empty())
        return true;
    return value.is_array() ? std::ranges::all_of(value, isOffered) : isOffered(value);
}

/// Empty if there are several, or none.
std::string onlyUnit(const station::Station& station, const Field& field, const std::string& today) {
    std::string out;
    for (const std::string& root : station.person().scope)
        for (const std::string& code : station.orgTree().subtree(root)) {
            const schema::OrgUnit* unit = station.orgTree().find(code);
            if (unit == nullptr || !unit->inForce(today) ||
                std::ranges::count(field.orgKinds, unit->kind) == 0)
                continue;
            if (!out.empty() && out != code)
                return {};
            out = code;
        }
    return out;
}

/// The fields of the record that a reference names; empty: none that can be read here.
Json fieldsOf(const station::Station& station, const Json& reference) {
    const auto id =
        reference.is_string() ? parseRecordId(reference.get_ref<const std::string&>()) : std::nullopt;
    const auto record = id ? station.get(*id) : Result<station::Record>(Error{});
    return record.ok() ? record->view.fields : Json::object();
}

/// Null if there is none.
Json valueOf(const Json& fields, const std::string& name) {
    return fields.value(name, Json());
}

}  // namespace

Json beginningOf(const station::Station& station, const schema::RecordType& type, const std::string& today) {
    Json out = schema::defaultsOf(type, today, station.person().org, station.person().name);
    const bool remembers = std::ranges::any_of(type.fields, &Field::remember);
    const Json last = remembers ? lastOf(station, type) : Json::object();
    for (const Field& field : type.fields) {
        if (out.contains(field.name))
            continue;
        const auto value = last.find(field.name);
        if (field.remember && value != last.end() && stands(station, field, *value, today))
            out[field.name] = *value;
        else if (field.kind == FieldKind::Org && schema::isRequired(field, out))
            if (std::string only = onlyUnit(station, field, today); !only.empty())
                out[field.name] = std::move(only);
    }
    return out;
}

Json newItem(const Field& list, const std::string& id, const Json* alike) {
    Json out{{schema::kItemKey, id}};
    for (const Field& field : list.fields) {
        const bool isCode =
            field.kind == FieldKind::Choice && alike != nullptr && alike->contains(field.name);
        if (isCode)
            out[field.name] = (*alike)[field.name];
        else if (!field.defaultValue.is_null() && !field.defaultValue.is_object())
            out[field.name] = field.defaultValue;
    }
    return out;
}

void gatherCode(const schema::RecordType& type, const Field& choice, const Json& value, Json& fields) {
    if (choice.kind != FieldKind::Choice || choice.codeList.empty() || !value.is_string())
        return;
    for (const Field& set : type.fields) {
        if (set.kind != FieldKind::Tags || set.codeList != choice.codeList)
            continue;
        Json& codes = fields[set.name];
        if (!codes.is_array())
            codes = Json::array();
        if (std::ranges::find(codes, value) == codes.end() && codes.size() < set.maxItems)
            codes.push_back(value);
    }
}

void takeAlong(const station::Station& station, const schema::RecordType& type, const Field& reference,
               const Json& before, const Json& began, Json& fields) {
    if (reference.takes.empty())
        return;
    const Json from = fieldsOf(station, valueOf(fields, reference.name)), earlier = fieldsOf(station, before);
    for (const auto& [here, there] : reference.takes) {
        const Field& field = *type.find(here);
        const Json now = valueOf(fields, here), value = valueOf(from, there);
        const bool unwritten =
            schema::isEmptyValue(now) || now == valueOf(began, here) || now == valueOf(earlier, there);
        if (unwritten && !schema::isEmptyValue(value) && schema::checkValue(field, value, here).empty() &&
            stands(station, field, value, station.today()))
            fields[here] = value;
    }
}

}  // namespace fayi::ui
