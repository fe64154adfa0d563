// SPDX-License-Identifier: Apache-2.0
#include "derived.h"

#include "fayi/base/clock.h"
#include "fayi/schema/expression.h"

namespace fayi::schema {
namespace {

using Scopes = std::vector<Json>;

constexpr const char* kDay = "2026-03-02";
constexpr std::size_t kMostCandidates = 200;
constexpr int kRounds = 40;

const Field* fieldNamed(const std::vector<Field>& fields, const Json& name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return Json(field.name) == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<std::string> codesOf(const Field& field) {
    std::vector<std::string> codes;
    for (const Choice& choice : field.choices)
        if (choice.inForce(kDay))
            codes.push_back(choice.code);
    return codes;
}

std::string unitFor(const Field& field) {
    const auto offers = [&](const char* kind) {
        return std::find(field.orgKinds.begin(), field.orgKinds.end(), kind) != field.orgKinds.end();
    };
    return field.orgKinds.empty() || offers("village") ? "500115127200" : "500115127";
}

std::int64_t numberFor(const Field& field) {
    const std::int64_t usual = field.kind == FieldKind::Money ? 10'000 : 2;
    return std::clamp(usual, field.min.value_or(0), field.max.value_or(usual));
}

/// Fills what is shown and still empty; what is hidden goes. Conditions look at other answers, so it looks
/// again.
void fill(const std::vector<Field>& fields, Json& scope);

Json valueFor(const Field& field, int which = 0) {
    switch (field.kind) {
        case FieldKind::Integer:
        case FieldKind::Money:
        case FieldKind::Duration:
            return numberFor(field);
        case FieldKind::Date:
            return kDay;
        case FieldKind::Time:
            return "09:00";
        case FieldKind::DateTime:
            return std::string(kDay) + "T09:00";
        case FieldKind::Boolean:
            return field.defaultValue.is_boolean() ? field.defaultValue : Json(true);
        case FieldKind::Choice:
            return field.defaultValue.is_string() ? field.defaultValue : Json(codesOf(field).at(0));
        case FieldKind::Tags:
            return Json::array({field.choices.empty() ? "甲" + std::to_string(which)
                                                      : codesOf(field).at(static_cast<std::size_t>(which))});
        case FieldKind::Items: {
            Json item = {{"item", "i" + std::to_string(which)}};
            fill(field.fields, item);
            return Json::array({item});
        }
        case FieldKind::IdNumber:
            return "500115198001010011";
        case FieldKind::CreditCode:
            return "91350100M000100Y43";
        case FieldKind::Phone:
            return "13800001234";
        case FieldKind::Org:
            return unitFor(field);
        case FieldKind::Reference:
            return "0000000000001-1";
        case FieldKind::Attachments:
            return nullptr;
        default:
            return prefixOf("甲乙丙丁", std::min<std::size_t>(field.maxLength, 4));
    }
}

void fill(const std::vector<Field>& fields, Json& scope) {
    for (int pass = 0; pass < 4; ++pass)
        for (const Field& field : fields) {
            if (!isVisible(field, scope))
                scope.erase(field.name);
            else if (!scope.contains(field.name))
                scope[field.name] = valueFor(field);
        }
}

/// Makes an expression true or false by changing the fields it speaks of; gives all ways found.
class Forcing {
public:
    explicit Forcing(const std::vector<Field>& fields) : m_fields(fields) {}

    Scopes force(const Json& expression, bool wanted, const Json& scope) const {
        Scopes found;
        for (Json& candidate : candidates(expression, wanted, scope))
            if (found.size() < kMostCandidates && evaluate(expression, candidate, kToday) == wanted)
                found.push_back(std::move(candidate));
        return found;
    }

private:
    Scopes candidates(const Json& e, bool wanted, const Json& scope) const;
    Scopes allOf(const Json& list, bool wanted, const Json& scope) const;
    Scopes oneOf(const Json& list, bool wanted, const Json& scope) const;
    Scopes there(const Json& name, bool wanted, const Json& scope) const;
    Scopes compared(const Json& pair, const Json& scope) const;
    Scopes listed(const Json& pair, const Json& scope) const;
    Scopes members(const Json& pair, bool wanted, const Json& scope) const;
    Scopes items(const Json& pair, bool any, bool wanted, const Json& scope) const;
    void setTo(Scopes& out, const Json& operand, const Json& near, const Json& scope) const;
    void setCount(Scopes& out, const Field& field, std::int64_t count, const Json& scope) const;
    Json valueOf(const Json& operand, const Json& scope) const;

    const std::vector<Field>& m_fields;
};

/// The value of an operand, a moved date only roughly: whoever asks tries its neighbours too.
Json Forcing::valueOf(const Json& operand, const Json& scope) const {
    if (!operand.is_object())
        return operand;
    const std::string& key = operand.begin().key();
    const Json& body = operand.begin().value();
    if (key == "today")
        return kToday;
    if (key == "plus") {
        const Json base = valueOf(body[0], scope);
        const std::string& unit = body[1].begin().key();
        const std::int64_t days = unit == "years" ? 365 : unit == "months" ? 30 : 1;
        const auto day = daysOf(base.is_string() ? base.get<std::string>() : kDay);
        return dateOfDays(day.value_or(0) + days * body[1].begin().value().get<std::int64_t>());
    }
    const Field* field = fieldNamed(m_fields, body);
    if (!field)
        return nullptr;
    const bool there = scope.contains(field->name) && !isEmptyValue(scope[field->name]);
    if (key == "count")
        return there ? static_cast<std::int64_t>(scope[field->name].size()) : 0;
    return there ? scope[field->name] : valueFor(*field);
}

Scopes Forcing::candidates(const Json& e, bool wanted, const Json& scope) const {
    const std::string& how = e.begin().key();
    const Json& body = e.begin().value();
    if (how == "present" || how == "absent")
        return there(body, wanted == (how == "present"), scope);
    if (how == "not")
        return force(body, !wanted, scope);
    if (how == "and" || how == "or")
        return wanted == (how == "and") ? allOf(body, wanted, scope) : oneOf(body, wanted, scope);
    if (how == "in")
        return listed(body, scope);
    if (how == "contains" || how == "contains-any")
        return members(body, wanted, scope);
    if (how == "any-item" || how == "every-item")
        return items(body, how == "any-item", wanted, scope);
    return compared(body, scope);
}

Scopes Forcing::allOf(const Json& list, bool wanted, const Json& scope) const {
    Scopes so_far{scope};
    for (const Json& part : list) {
        Scopes next;
        for (const Json& candidate : so_far)
            for (Json& found : force(part, wanted, candidate))
                if (next.size() < kMostCandidates)
                    next.push_back(std::move(found));
        so_far = std::move(next);
    }
    return so_far;
}

Scopes Forcing::oneOf(const Json& list, bool wanted, const Json& scope) const {
    Scopes out;
    for (const Json& part : list)
        for (Json& found : force(part, wanted, scope))
            out.push_back(std::move(found));
    return out;
}

Scopes Forcing::there(const Json& name, bool wanted, const Json& scope) const {
    Json changed = scope;
    const Field* field = fieldNamed(m_fields, name);
    if (!wanted)
        changed.erase(name.get<std::string>());
    else if (field && (!scope.contains(field->name) || isEmptyValue(scope[field->name])))
        changed[field->name] = valueFor(*field);
    return {changed};
}

void Forcing::setCount(Scopes& out, const Field& field, std::int64_t count, const Json& scope) const {
    Json list = Json::array();
    const auto codes = codesOf(field);
    const bool coded = !field.choices.empty();
    for (std::int64_t i = 0; i < count && (!coded || static_cast<std::size_t>(i) < codes.size()); ++i)
        list.push_back(valueFor(field, static_cast<int>(i))[0]);
    Json changed = scope;
    changed[field.name] = std::move(list);
    out.push_back(std::move(changed));
}

/// Sets what an operand reads to `near` and to its neighbours.
void Forcing::setTo(Scopes& out, const Json& operand, const Json& near, const Json& scope) const {
    if (!operand.is_object() || operand.begin().key() == "today")
        return;
    if (operand.begin().key() == "plus")
        return setTo(out, operand.begin().value()[0], near, scope);
    const Field* field = fieldNamed(m_fields, operand.begin().value());
    if (!field)
        return;
    if (operand.begin().key() == "count") {
        for (const std::int64_t step : {0, -1, 1})
            setCount(out, *field, std::max<std::int64_t>(near.get<std::int64_t>() + step, 0), scope);
        return;
    }
    const auto take = [&](const Json& value) {
        Json changed = scope;
        changed[field->name] = value;
        out.push_back(std::move(changed));
    };
    if (field->kind == FieldKind::Boolean)
        for (const bool value : {true, false})
            take(value);
    else if (field->kind == FieldKind::Choice)
        for (const std::string& code : codesOf(*field))
            take(code);
    else if (near.is_number())
        for (const std::int64_t step : {0, -1, 1})
            take(near.get<std::int64_t>() + step);
    else if (const auto day = daysOf(near.get<std::string>()); day && field->kind == FieldKind::Date)
        for (const std::int64_t step : {0, -1, 1, -60, 60, -3000, 3000, -30000, 30000})
            take(dateOfDays(*day + step));
    else
        for (const char* value : {"08:00", "09:00", "10:00"})
            take(value);
}

Scopes Forcing::compared(const Json& pair, const Json& scope) const {
    Scopes out{scope};
    setTo(out, pair[0], valueOf(pair[1], scope), scope);
    setTo(out, pair[1], valueOf(pair[0], scope), scope);
    const Scopes once = out;  // what is compared with an empty field needs both
    for (const Json& changed : once)
        setTo(out, pair[0], valueOf(pair[1], changed), changed);
    Scopes whole;
    for (Json& candidate : out) {
        for (const Json& side : pair)
            if (side.is_object() && side.contains("field") &&
                !candidate.contains(side["field"].get<std::string>()))
                candidate[side["field"].get<std::string>()] = valueOf(side, candidate);
        whole.push_back(std::move(candidate));
    }
    return whole;
}

Scopes Forcing::listed(const Json& pair, const Json& scope) const {
    Scopes out{scope};
    for (const Json& value : pair[1])
        setTo(out, pair[0], value, scope);
    return out;
}

Scopes Forcing::members(const Json& pair, bool wanted, const Json& scope) const {
    const std::string name = pair[0].get<std::string>();
    const Json given = pair[1].is_array() ? pair[1] : Json::array({pair[1]});
    const Json before = scope.contains(name) && scope[name].is_array() ? scope[name] : Json::array();
    Json kept = Json::array();
    for (const Json& member : before)
        if (std::find(given.begin(), given.end(), member) == given.end())
            kept.push_back(member);
    Scopes out;
    for (const Json& member : given) {
        Json changed = scope;
        changed[name] = kept;
        if (wanted)
            changed[name].push_back(member);
        out.push_back(std::move(changed));
    }
    return out;
}

Scopes Forcing::items(const Json& pair, bool any, bool wanted, const Json& scope) const {
    const Field* field = fieldNamed(m_fields, pair[0]);
    if (!field)
        return {};
    Json list = scope.contains(field->name) && !isEmptyValue(scope[field->name]) ? scope[field->name]
                                                                                 : valueFor(*field);
    const Forcing inner(field->fields);
    Scopes out;
    for (Json& item : inner.force(pair[1], any == wanted ? wanted : !any, list[0])) {
        Json changed = scope;
        changed[field->name] = list;
        changed[field->name][0] = std::move(item);
        out.push_back(std::move(changed));
    }
    Json empty = scope;
    empty.erase(field->name);
    out.push_back(std::move(empty));
    return out;
}

bool isBroken(const Constraint& rule, const Json& scope) {
    return (rule.when.is_null() || evaluate(rule.when, scope, kToday) == true) &&
           evaluate(rule.check, scope, kToday) == false;
}

std::size_t brokenIn(const std::vector<Constraint>& rules, const Json& scope) {
    return static_cast<std::size_t>(std::count_if(
        rules.begin(), rules.end(), [&](const Constraint& rule) { return isBroken(rule, scope); }));
}

/// Mends the first broken rule by the change that leaves the fewest broken, until none is.
bool mend(const std::vector<Field>& fields, const std::vector<Constraint>& rules, Json& scope) {
    const Forcing forcing(fields);
    for (int round = 0; round < kRounds; ++round) {
        fill(fields, scope);
        const auto broken = std::find_if(rules.begin(), rules.end(),
                                         [&](const Constraint& rule) { return isBroken(rule, scope); });
        if (broken == rules.end())
            return true;
        Scopes ways = forcing.force(broken->check, true, scope);
        if (!broken->when.is_null())
            for (Json& way : forcing.force(broken->when, false, scope))
                ways.push_back(std::move(way));
        std::size_t fewest = rules.size() + 1;
        Json best = scope;
        for (Json& way : ways) {
            fill(fields, way);
            const std::size_t left = brokenIn(rules, way);
            if (left < fewest && !isBroken(*broken, way)) {
                fewest = left;
                best = way;
            }
        }
        scope = best;
    }
    return false;
}

bool mendAll(const RecordType& type, Json& record) {
    for (int round = 0; round < 3; ++round) {
        if (!mend(type.fields, type.constraints, record))
            return false;
        for (const Field& field : type.fields)
            if (field.kind == FieldKind::Items && record.contains(field.name))
                for (Json& item : record[field.name])
                    if (!mend(field.fields, field.constraints, item))
                        return false;
    }
    return true;
}

}  // namespace

std::optional<Json> derivedRecord(const RecordType& type) {
    Json record = Json::object();
    return mendAll(type, record) ? std::optional(record) : std::nullopt;
}

std::optional<Json> derivedShowing(const RecordType& type, const std::string& list, const Field& field,
                                   bool demanded) {
    const auto whole = derivedRecord(type);
    if (!whole)
        return std::nullopt;
    if (!list.empty()) {
        const Field& items = *type.find(list);
        auto record = derivedShowing(type, "", items, false);
        if (!record)
            return std::nullopt;
        if (record->value(list, Json::array()).empty())
            (*record)[list] = valueFor(items);
        Json& item = (*record)[list][0];
        const Forcing forcing(items.fields);
        Scopes ways = field.visibleIf.is_null() ? Scopes{item} : forcing.force(field.visibleIf, true, item);
        for (const Json& way : ways)
            for (Json& found : demanded && !field.requiredIf.is_null()
                                   ? forcing.force(field.requiredIf, true, way)
                                   : Scopes{way})
                if (isVisible(field, found)) {
                    item = std::move(found);
                    fill(items.fields, item);
                    return record;
                }
        return std::nullopt;
    }
    const Forcing forcing(type.fields);
    for (const Json& way :
         field.visibleIf.is_null() ? Scopes{*whole} : forcing.force(field.visibleIf, true, *whole))
        for (Json& found : demanded && !field.requiredIf.is_null()
                               ? forcing.force(field.requiredIf, true, way)
                               : Scopes{way}) {
            fill(type.fields, found);
            if (isVisible(field, found) && (!demanded || isRequired(field, found)))
                return found;
        }
    return std::nullopt;
}

std::optional<Json> derivedBreaking(const RecordType& type, const std::string& list, const Constraint& rule) {
    auto record = derivedRecord(type);
    if (!record)
        return std::nullopt;
    const std::vector<Field>& fields = list.empty() ? type.fields : type.find(list)->fields;
    if (!list.empty() && record->value(list, Json::array()).empty())
        (*record)[list] = valueFor(*type.find(list));
    Json& scope = list.empty() ? *record : (*record)[list][0];
    const Forcing forcing(fields);
    for (const Json& way : rule.when.is_null() ? Scopes{scope} : forcing.force(rule.when, true, scope)) {
        Json shown = way;
        fill(fields, shown);
        for (const Json& start : {shown, way})
            for (Json& found : forcing.force(rule.check, false, start))
                if (isBroken(rule, found)) {
                    scope = std::move(found);
                    if (checkSave(type, *record).empty())
                        return record;
                }
    }
    return std::nullopt;
}

}  // namespace fayi::schema
