// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/sqlite/database.h"

namespace fayi::store {

/// Runs a figure's query: binds its parameters behind those bound already, and gives the numbers of its first
/// column, row by row.
Result<std::vector<std::vector<nlohmann::json>>> numbersOf(sqlite::Statement& statement,
                                                           const std::vector<nlohmann::json>& parameters);

/// What was erased by order goes from closed reports too: these fields of the record of that number.
Status forgetFrozen(sqlite::Database& database, std::int64_t record, const std::vector<std::string>& fields);

}  // namespace fayi::store
