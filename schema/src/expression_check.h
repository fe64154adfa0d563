// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/schema/field.h"

namespace fayi::schema {

/// Where an expression stands: a rule over one record, or a filter that a store must be able to print. A
/// filter knows no day of its own and no civil-law calendar: {"today"} and {"plus"} are refused there; it
/// knows the period of the question, {"from": true} and {"to": true}. That of an appraisal knows besides
/// whose work is looked at, {"person": true} and {"village": true}.
enum class ExpressionUse { Rule, Filter, Appraisal };

/// As fayi/schema/expression.h; the message begins with the JSON path, `path` for the expression as a whole.
Status checkExpressionAt(const Json& expression, const std::vector<Field>& fields, const std::string& path,
                         ExpressionUse use);

}  // namespace fayi::schema
