// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/dossier.h"

#include <algorithm>

#include "fayi/schema/expression.h"

namespace fayi::schema {
namespace {

bool holds(const Json& fields, const std::string& field, const std::string& code) {
    const auto papers = fields.find(field);
    return papers != fields.end() && papers->is_array() && std::ranges::count(*papers, Json(code)) > 0;
}

/// The day by which a paper is on the list: that of the record, as with every code.
std::string dayOf(const RecordType& type, const Json& fields, std::string_view today) {
    const auto day = fields.find(type.happenedOn);
    return day != fields.end() && day->is_string() ? day->get<std::string>() : std::string(today);
}

void require(Checklist& list, const Field& field, const RequiredPaper& rule) {
    const auto isNamed = [&](const Paper& paper) {
        return std::ranges::count(rule.papers, paper.choice->code) > 0;
    };
    const bool met =
        std::ranges::any_of(list.papers, [&](const Paper& paper) { return paper.there && isNamed(paper); });
    list.missing += met ? 0 : 1;
    for (Paper& paper : list.papers) {
        if (!isNamed(paper))
            continue;
        paper.required = true;
        paper.missing |= !met;
        for (const std::string& code : rule.papers)
            if (code != paper.choice->code)
                paper.inPlace.push_back(field.choice(code));
    }
}

}  // namespace

Checklist checklistOf(const RecordType& type, const Json& fields, std::string_view today) {
    Checklist out;
    const Field* field = type.dossier.field.empty() ? nullptr : type.find(type.dossier.field);
    if (field == nullptr)
        return out;
    const std::string day = dayOf(type, fields, today);
    for (const Choice& choice : field->choices) {
        const bool there = holds(fields, field->name, choice.code);
        if (there || choice.inForce(day))
            out.papers.push_back({&choice, false, there, false, {}});
    }
    for (const RequiredPaper& rule : type.dossier.required)
        if (rule.when.is_null() || evaluate(rule.when, fields, today) == true)
            require(out, *field, rule);
    return out;
}

}  // namespace fayi::schema
