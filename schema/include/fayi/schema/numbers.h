// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "fayi/schema/record_type.h"
#include "fayi/schema/report.h"

/// Official numbers: how they are written, and which records carry them.
namespace fayi::schema {

/// "龙河镇合审〔2026〕12号". `office`: the name of the unit.
std::string numberText(const NumberRule& rule, std::string_view office, int year, std::uint64_t number);

/// The records of a type that have something in the field of a number, and what it is: two questions of one
/// column, their rows in the same order. Read figure_record.
struct NumberedQueries {
    Query records, texts;
};
NumberedQueries compileNumbered(const std::string& type, const NumberRule& rule,
                                Dialect dialect = Dialect::Sqlite);

}  // namespace fayi::schema
