// SPDX-License-Identifier: Apache-2.0
#include "generator.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "fayi/base/clock.h"
#include "fayi/schema/check.h"
#include "identifiers.h"

namespace fayi::sample {

using schema::Field;
using schema::FieldKind;
using schema::Json;

namespace {

/// Definitions may exclude each other's answers in ways a draft stumbles over; this many tries find one that
/// fits.
constexpr int kTries = 400;
constexpr int kOptionalPercent = 75;
constexpr std::size_t kDistrictDigits = 6;
/// Dates of a record lie close together, but for this one.
constexpr std::string_view kEndOfTerm = "end_on";
constexpr std::size_t kFreeTagPoints = 60;
/// Numbers, remarks and ends that an office seldom fills in.
constexpr int kRarePercent = 8;

bool isRare(const std::string& name) {
    return (name.ends_with("_no") && name != "opinion_no") || name == "remarks" || name == "follow_up" ||
           name == "ended_on";
}

bool isProse(const Field& field) {
    return field.kind == FieldKind::Text || field.kind == FieldKind::LongText ||
           field.kind == FieldKind::Person;
}

/// Rules from the particular to the general: a field beside a certain answer ("risk.term" beside the point
/// "term"), a field of that type, a field of that name, a kind.
std::string ruleOf(const std::string& type, const Field& field, const Json& scope) {
    const Grammar& grammar = Grammar::builtIn();
    for (const auto& [name, answer] : scope.items())
        if (answer.is_string() && grammar.has(field.name + "." + answer.get<std::string>()))
            return field.name + "." + answer.get<std::string>();
    for (const std::string& name : {type + "." + field.name, field.name})
        if (grammar.has(name))
            return name;
    if (field.kind == FieldKind::Person)
        return "person";
    return field.kind == FieldKind::LongText ? "longtext" : "text";
}

}  // namespace

/// One record on its way: its dice, the clock of its year, where it happened.
struct Generator::Draft {
    const schema::RecordType& type;
    Dice dice;
    Facts facts;
    std::string office;
    std::string village;
    std::int64_t day = 0;      ///< of the date given last; dates of one record follow one another
    std::int64_t lastDay = 0;  ///< of the year
    std::int64_t minute = 0;   ///< of the time given last
};

Result<Generator> Generator::of(const schema::Catalog& catalog, Options options) {
    const auto* tree = catalog.orgTree(options.org.substr(0, kDistrictDigits));
    const auto* unit = tree ? tree->find(options.org) : nullptr;
    if (!unit)
        return Error{ErrorCode::Usage,
                     {"没有这个单位：" + options.org, "there is no such unit: " + options.org}};
    std::vector<std::string> offices;
    const std::string lastDay = std::to_string(options.year) + "-12-31";
    for (const auto* below : tree->children(options.org))
        if (unit->kind == "district" && below->inForce(lastDay))
            offices.push_back(below->code);
    if (offices.empty())
        offices.push_back(options.org);
    return Generator(std::move(options), std::move(offices), *tree);
}

Result<Json> Generator::make(const schema::RecordType& type, std::uint64_t index) const {
    std::vector<schema::Problem> problems;
    const std::string year = std::to_string(m_options.year);
    for (int attempt = 0; attempt < kTries; ++attempt) {
        Draft draft{
            type, Dice::of(m_options.seed, type.name + "#" + std::to_string(attempt), index), {}, {}, {}};
        draft.office = draft.dice.pick(m_offices);
        draft.village = unitOf(draft, Field{});
        if (const auto* village = m_tree->find(draft.village))
            draft.facts["village"] = village->name.zh;
        if (const auto* office = m_tree->find(draft.office))
            draft.facts["town"] = office->name.zh;
        draft.facts["year"] = year;
        draft.lastDay = daysOf(year + "-12-31").value_or(0);
        draft.day = draft.lastDay - draft.dice.between(0, 364);
        draft.minute = draft.dice.between(8 * 4, 15 * 4) * 15;
        Json fields = Json::object();
        fillAll(draft, type.fields, fields);
        problems = schema::checkSave(type, fields);
        if (problems.empty())
            problems = schema::checkSubmit(type, fields, year + "-12-31");
        if (!schema::hasErrors(problems)) {
            if (m_options.withOrg)
                fields["org"] = draft.office;
            return fields;
        }
    }
    Error error{ErrorCode::Internal, problems.front().message};
    return error.within({type.name + " " + problems.front().field, type.name + " " + problems.front().field});
}

/// Answers before prose, which speaks of them. Definitions show fields by what others say, so two more passes
/// drop what came to be hidden and add what came to be required.
void Generator::fillAll(Draft& draft, const std::vector<Field>& fields, Json& scope) const {
    for (const bool onlyMissing : {false, true})
        for (const bool prose : {false, true})
            fill(draft, fields, scope, prose, onlyMissing);
}

void Generator::fill(Draft& draft, const std::vector<Field>& fields, Json& scope, bool prose,
                     bool onlyMissing) const {
    for (const Field& field : fields) {
        if (isProse(field) != prose)
            continue;
        if (!schema::isVisible(field, scope)) {
            scope.erase(field.name);
            continue;
        }
        const bool needed = schema::isRequired(field, scope);
        const bool wanted =
            onlyMissing ? needed && !scope.contains(field.name)
                        : needed || draft.dice.chance(isRare(field.name) ? kRarePercent : kOptionalPercent);
        if (!wanted)
            continue;
        Json value = valueOf(draft, field, scope);
        if (!schema::isEmptyValue(value))
            scope[field.name] = std::move(value);
    }
}

Json Generator::valueOf(Draft& draft, const Field& field, const Json& scope) const {
    switch (field.kind) {
        case FieldKind::Text:
        case FieldKind::LongText:
        case FieldKind::Person:
            return textOf(draft, field, scope);
        case FieldKind::IdNumber:
            return draft.dice.chance(10) ? Json(residentId(draft.dice)) : Json();
        case FieldKind::CreditCode:
            return creditCode(draft.dice);
        case FieldKind::Phone:
            return phone(draft.dice);
        case FieldKind::Integer:
        case FieldKind::Money:
        case FieldKind::Duration:
            return numberOf(draft, field);
        case FieldKind::Date:
            return field.name == kEndOfTerm ? Json(endOfTerm(draft)) : Json(dateOf(draft));
        case FieldKind::Time:
            return timeOf(draft);
        case FieldKind::DateTime:
            return dateOf(draft) + "T" + timeOf(draft);
        case FieldKind::Boolean:
            return draft.dice.chance(70);
        case FieldKind::Choice:
        case FieldKind::Tags:
            return tagsOf(draft, field);
        case FieldKind::Items:
            return itemsOf(draft, field);
        case FieldKind::Org:
            return unitOf(draft, field);
        case FieldKind::Reference:
            return field.required ? Json(recordId(draft.dice)) : Json();
        case FieldKind::Attachments:
            return {};
    }
    return {};
}

/// Numbers given already are facts: a summary that speaks of them says the same.
Json Generator::textOf(Draft& draft, const Field& field, const Json& scope) const {
    Facts facts = draft.facts;
    for (const auto& [name, value] : scope.items())
        if (value.is_number_integer())
            facts[name] = std::to_string(value.get<std::int64_t>());
    const std::string text = Grammar::builtIn().say(draft.dice, ruleOf(draft.type.name, field, scope), facts);
    return field.maxLength > 0 ? prefixOf(text, field.maxLength) : text;
}

Json Generator::numberOf(Draft& draft, const Field& field) const {
    const std::int64_t low = std::max<std::int64_t>(field.min.value_or(1), 0);
    if (Grammar::builtIn().has(field.name))
        return std::max<std::int64_t>(std::stoll(Grammar::builtIn().say(draft.dice, field.name)), low);
    if (field.kind == FieldKind::Duration)
        return std::clamp<std::int64_t>(draft.dice.between(1, 16) * 15, low, field.max.value_or(24 * 60));
    if (field.kind == FieldKind::Money) {  // a few hundred yuan to a few million, the small ones common
        static constexpr std::array<std::int64_t, 4> kScale = {10'000, 100'000, 1'000'000, 10'000'000};
        const auto scale = kScale[static_cast<std::size_t>(draft.dice.between(0, 3))];
        return std::clamp<std::int64_t>(draft.dice.between(3, 90) * scale, low,
                                        field.max.value_or(std::int64_t{1} << 50));
    }
    const std::int64_t usual = draft.dice.chance(80) ? 60 : 300;
    return draft.dice.between(low, std::max(low, std::min(field.max.value_or(usual), low + usual)));
}

Json Generator::tagsOf(Draft& draft, const Field& field) const {
    std::vector<std::string> codes;
    const std::string today = dateOfDays(draft.day);
    for (const auto& choice : field.choices)
        if (choice.inForce(today))
            codes.push_back(choice.code);
    if (field.kind == FieldKind::Choice)
        return codes.empty() ? Json() : Json(draft.dice.pickEarly(codes));
    const std::string rule = Grammar::builtIn().has(field.name) ? field.name : "topic_word";
    const auto word = [&] {
        return prefixOf(Grammar::builtIn().say(draft.dice, rule, draft.facts),
                        field.maxLength > 0 ? field.maxLength : kFreeTagPoints);
    };
    Json out = Json::array();
    const auto count =
        draft.dice.between(1, std::min<std::int64_t>(3, static_cast<std::int64_t>(field.maxItems)));
    for (std::int64_t i = 0; i < count; ++i) {
        const std::string tag = codes.empty() ? word() : draft.dice.pickEarly(codes);
        if (std::find(out.begin(), out.end(), tag) == out.end())
            out.push_back(tag);
    }
    return out;
}

Json Generator::itemsOf(Draft& draft, const Field& field) const {
    Json out = Json::array();
    const auto count =
        draft.dice.between(1, std::min<std::int64_t>(5, static_cast<std::int64_t>(field.maxItems)));
    for (std::int64_t i = 0; i < count; ++i) {
        Json item = Json::object();
        fillAll(draft, field.fields, item);
        if (!item.empty())
            out.push_back(std::move(item));
    }
    return out;
}

/// A village of the office, unless the field asks for other kinds of unit; the office itself where it has
/// none.
std::string Generator::unitOf(Draft& draft, const Field& field) const {
    std::vector<std::string> found;
    const auto fits = [&](const schema::OrgUnit& unit) {
        return field.orgKinds.empty() ? unit.kind == "village" || unit.kind == "community"
                                      : std::find(field.orgKinds.begin(), field.orgKinds.end(), unit.kind) !=
                                            field.orgKinds.end();
    };
    for (const std::string& code : m_tree->subtree(draft.office))
        if (const auto* unit = m_tree->find(code);
            unit && fits(*unit) && unit->inForce(std::to_string(m_options.year) + "-12-31"))
            found.push_back(code);
    const bool hasVillage = std::find(found.begin(), found.end(), draft.village) != found.end();
    if (hasVillage)
        return draft.village;
    return found.empty() ? draft.office : draft.dice.pick(found);
}

std::string Generator::dateOf(Draft& draft) const {
    const std::string date = dateOfDays(draft.day);
    draft.day = std::min(draft.day + draft.dice.between(0, 9), draft.lastDay);
    return date;
}

/// Half a year to fifteen years from the date before it; the dates after it are not moved.
std::string Generator::endOfTerm(Draft& draft) {
    return dateOfDays(draft.day + draft.dice.between(180, 15 * 365));
}

std::string Generator::timeOf(Draft& draft) {
    std::array<char, 16> out{};
    std::snprintf(out.data(), out.size(), "%02d:%02d", static_cast<int>(draft.minute / 60),
                  static_cast<int>(draft.minute % 60));
    draft.minute = std::min<std::int64_t>(draft.minute + draft.dice.between(1, 12) * 15, 23 * 60 + 45);
    return out.data();
}

}  // namespace fayi::sample
