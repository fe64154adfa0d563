// SPDX-License-Identifier: Apache-2.0
#include "maker.h"

#include "derived.h"
#include "fayi/base/clock.h"

namespace fayi::schema {

void eachDate(Json& value, const std::function<std::string(const std::string&)>& change) {
    if (value.is_structured())
        for (Json& inner : value)
            eachDate(inner, change);
    else if (value.is_string() && daysOf(value.get_ref<const std::string&>()))
        value = change(value.get<std::string>());
}

Row madeRecord(std::string id, const std::string& type, const std::string& day, const Json& patch) {
    static std::map<std::string, Json> bases;
    const RecordType& definition = *definitions().type(type);
    const auto [base, isNew] = bases.try_emplace(type);
    if (isNew)
        base->second = derivedRecord(definition).value();
    Json whole = base->second;
    eachDate(whole, [&](const std::string&) { return day; });
    Json fields = Json::object();
    for (const Field& field : definition.fields)
        if (field.required)
            fields[field.name] = whole[field.name];
    fields.update(patch);
    for (int pass = 0; pass < 3; ++pass)
        for (const Field& field : definition.fields)
            if (!fields.contains(field.name) && isVisible(field, fields) && isRequired(field, fields) &&
                whole.contains(field.name))
                fields[field.name] = whole[field.name];
    const Json happened = fields.value(definition.happenedOn, Json());
    return {std::move(id), type, kVillage, "verified", happened, false, fields};
}

std::vector<Row> uncounted(const Row& row) {
    std::vector<Row> out;
    for (const char* state : {"draft", "submitted", "returned", "void"}) {
        out.push_back(row);
        out.back().id += state;
        out.back().state = state;
    }
    out.push_back(row);
    out.back().id += "deleted";
    out.back().deleted = true;
    out.push_back(row);
    out.back().id += "elsewhere";
    out.back().org = "500116001";
    return out;
}

Row shifted(const Row& row, const char* mark, std::int64_t days) {
    Row out = row;
    out.id += mark;
    const auto later = [&](const std::string& day) { return dateOfDays(daysOf(day).value_or(0) + days); };
    eachDate(out.fields, later);
    eachDate(out.happenedOn, later);
    return out;
}

std::int64_t part(std::int64_t total, int count, int i) {
    return total / count + (i < total % count ? 1 : 0);
}

}  // namespace fayi::schema
