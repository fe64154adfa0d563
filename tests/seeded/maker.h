// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "row.h"

namespace fayi::schema {

inline constexpr const char* kVillage = "500115128250";

/// A verified record of a village with what a submit demands and `patch`, all its other dates on `day`.
Row madeRecord(std::string id, const std::string& type, const std::string& day, const Json& patch);

/// Every date in it becomes another.
void eachDate(Json& value, const std::function<std::string(const std::string&)>& change);

/// The same record, not verified, void, deleted and in another district: none of them counts.
std::vector<Row> uncounted(const Row& row);
/// The same record with all its dates so many days later.
Row shifted(const Row& row, const char* mark, std::int64_t days);

/// The i-th of `total` in `count` whole parts.
std::int64_t part(std::int64_t total, int count, int i);

}  // namespace fayi::schema
