// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fayi::schema {

/// "2026-03-01", a real day.
bool isDate(std::string_view text);
/// "14:30", from 00:00 to 23:59.
bool isTime(std::string_view text);
/// "2026-03-01T14:30", seconds allowed; China time.
bool isDateTime(std::string_view text);
/// The date moved on; a month too short for the day gives its last day (Civil Code 202). Nothing for a bad
/// date or outside the years 1 to 9999.
std::optional<std::string> datePlus(std::string_view isoDate, std::string_view unit, std::int64_t count);

}  // namespace fayi::schema
