// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/schema/field.h"

/// The small language of conditions, constraints and figure filters. An expression is a JSON object with one
/// key:
///   {"present": F}  {"absent": F}
///   {"equals": [A, B]}  {"less": [A, B]}  {"at-most": [A, B]}  {"more": [A, B]}  {"at-least": [A, B]}
///   {"in": [A, [literal, …]]}
///   {"contains": [F, literal]}  {"contains-any": [F, [literal, …]]}          F is Tags
///   {"and": [E, …]}  {"or": [E, …]}  {"not": E}
///   {"any-item": [F, E]}  {"every-item": [F, E]}                             F is Items, E speaks of one
///   item
/// F is the name of a field. A and B are operands: a string, number or boolean literal; {"field": F};
/// {"plus": [A, {"years"|"months"|"days": n}]} for dates; {"count": F} members of Tags, Items or Attachments;
/// {"today": true}.
///
/// Three-valued like SQL: what compares with an empty field is neither true nor false but unknown. Empty Tags
/// and Items are sets with nothing in them: `contains` and `any-item` are false, `every-item` is true,
/// `count` is 0.
namespace fayi::schema {

/// True, false, or nothing where it depends on an empty field. `scope` is the record (or item) as JSON.
std::optional<bool> evaluate(const Json& expression, const Json& scope, std::string_view today = {});

/// Checks names and kinds against the fields in scope; an error says what and where inside the expression.
Status checkExpression(const Json& expression, const std::vector<Field>& fields);

}  // namespace fayi::schema
