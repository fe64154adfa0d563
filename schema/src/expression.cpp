// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/expression.h"

#include "fayi/schema/check.h"
#include "src/calendar.h"

namespace fayi::schema {
namespace {

/// The meta schemas admit deeper nesting than any sentence of law needs; beyond this an expression is
/// unknown.
constexpr int kEvaluatedDepth = 16;

struct Scope {
    const Json& fields;
    std::string_view today;
    int depth = 0;

    Scope deeper() const { return {fields, today, depth + 1}; }
    Scope item(const Json& itemFields) const { return {itemFields, today, depth + 1}; }
};

std::optional<bool> evaluateIn(const Json& expression, const Scope& scope);

const Json& fieldOf(const Json& name, const Scope& scope) {
    static const Json kNothing;
    if (!name.is_string() || !scope.fields.is_object())
        return kNothing;
    const auto found = scope.fields.find(name.get_ref<const std::string&>());
    return found == scope.fields.end() ? kNothing : *found;
}

Json sumOfDate(const Json& parts, const Scope& scope);

/// The value of an operand; null if it is empty or unknown.
Json operandOf(const Json& operand, const Scope& scope) {
    if (!operand.is_object())
        return operand;
    if (operand.size() != 1)
        return nullptr;
    const std::string& key = operand.begin().key();
    if (key == "field") {
        const Json& value = fieldOf(operand.begin().value(), scope);
        return isEmptyValue(value) ? Json() : value;
    }
    if (key == "count") {
        const Json& value = fieldOf(operand.begin().value(), scope);
        return value.is_array() ? static_cast<std::int64_t>(value.size()) : 0;
    }
    if (key == "today")
        return scope.today.empty() ? Json() : Json(std::string(scope.today));
    return key == "plus" ? sumOfDate(operand.begin().value(), scope) : Json();
}

Json sumOfDate(const Json& parts, const Scope& scope) {
    if (!parts.is_array() || parts.size() != 2 || !parts[1].is_object() || parts[1].size() != 1 ||
        !parts[1].begin().value().is_number_integer() || scope.depth > kEvaluatedDepth)
        return nullptr;
    const Json date = operandOf(parts[0], scope.deeper());
    if (!date.is_string())
        return nullptr;
    const auto moved = datePlus(date.get_ref<const std::string&>(), parts[1].begin().key(),
                                parts[1].begin().value().get<std::int64_t>());
    return moved ? Json(*moved) : Json();
}

bool comparable(const Json& a, const Json& b) {
    return (a.is_string() && b.is_string()) || (a.is_number() && b.is_number()) ||
           (a.is_boolean() && b.is_boolean());
}

std::optional<bool> compare(const std::string& how, const Json& operands, const Scope& scope) {
    if (!operands.is_array() || operands.size() != 2)
        return std::nullopt;
    const Json a = operandOf(operands[0], scope);
    const Json b = operandOf(operands[1], scope);
    if (!comparable(a, b))
        return std::nullopt;
    if (how == "equals")
        return a == b;
    if (how == "less")
        return a < b;
    if (how == "at-most")
        return a <= b;
    return how == "more" ? a > b : a >= b;
}

std::optional<bool> isIn(const Json& operands, const Scope& scope) {
    const Json a = operandOf(operands.at(0), scope);
    if (a.is_null())
        return std::nullopt;
    const Json& list = operands.at(1);
    return std::find(list.begin(), list.end(), a) != list.end();
}

bool containsAny(const Json& set, const Json& wanted) {
    if (!set.is_array())
        return false;
    return std::any_of(set.begin(), set.end(), [&](const Json& member) {
        return wanted.is_array() ? std::find(wanted.begin(), wanted.end(), member) != wanted.end()
                                 : member == wanted;
    });
}

std::optional<bool> allOf(const Json& list, const Scope& scope) {
    std::optional<bool> all = true;
    for (const Json& part : list) {
        const auto holds = evaluateIn(part, scope.deeper());
        if (holds == false)
            return false;
        if (!holds)
            all = std::nullopt;
    }
    return all;
}

std::optional<bool> anyOf(const Json& list, const Scope& scope) {
    std::optional<bool> any = false;
    for (const Json& part : list) {
        const auto holds = evaluateIn(part, scope.deeper());
        if (holds == true)
            return true;
        if (!holds)
            any = std::nullopt;
    }
    return any;
}

/// A list is a set of cases: unknown for an item counts as "not certainly".
bool anyItem(const Json& operands, const Scope& scope, bool wanted) {
    const Json& items = fieldOf(operands.at(0), scope);
    if (!items.is_array())
        return false;
    return std::any_of(items.begin(), items.end(), [&](const Json& item) {
        return (evaluateIn(operands.at(1), scope.item(item)) == true) == wanted;
    });
}

std::optional<bool> evaluateIn(const Json& expression, const Scope& scope) {
    if (!expression.is_object() || expression.size() != 1 || scope.depth > kEvaluatedDepth)
        return std::nullopt;
    const std::string& how = expression.begin().key();
    const Json& body = expression.begin().value();
    if (how == "present")
        return !isEmptyValue(fieldOf(body, scope));
    if (how == "absent")
        return isEmptyValue(fieldOf(body, scope));
    if (how == "not") {
        const auto inner = evaluateIn(body, scope.deeper());
        return inner ? std::optional(!*inner) : std::nullopt;
    }
    if (!body.is_array() || body.empty())
        return std::nullopt;
    if (how == "and")
        return allOf(body, scope);
    if (how == "or")
        return anyOf(body, scope);
    if (body.size() != 2)
        return std::nullopt;
    if (how == "in")
        return isIn(body, scope);
    if (how == "contains" || how == "contains-any")
        return containsAny(fieldOf(body[0], scope), body[1]);
    if (how == "any-item")
        return anyItem(body, scope, true);
    if (how == "every-item")
        return !anyItem(body, scope, false);
    return compare(how, body, scope);
}

}  // namespace

std::optional<bool> evaluate(const Json& expression, const Json& scope, std::string_view today) {
    return evaluateIn(expression, {scope, today});
}

}  // namespace fayi::schema
