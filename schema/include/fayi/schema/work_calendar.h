// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "fayi/base/text.h"
#include "fayi/schema/field.h"

namespace fayi::schema {

/// Which days are worked: Monday to Friday, but for the holidays of a year and the weekend days that are
/// worked in exchange, as the State Council's General Office announces each November. Dates are "2026-03-01".
class WorkCalendar {
public:
    std::string name;
    int version = 0;
    Text labels;
    Json source;

    /// Whether the year's holidays are known. Of another year only the weekends are.
    bool knows(int year) const { return m_years.contains(year); }
    bool isWorked(std::string_view isoDate) const;
    /// The day itself if it is worked, else the next that is. Nothing for what is no date.
    std::optional<std::string> workedFrom(std::string_view isoDate) const;
    /// The last of so many working days, counted from the day after (Civil Code 201). `count` from 1 to 3650.
    std::optional<std::string> plusWorked(std::string_view isoDate, std::int64_t count) const;

    void addYear(int year) { m_years.insert(year); }
    /// Day numbers, see daysOf().
    void addOff(std::int64_t day) { m_off.insert(day); }
    void addWorked(std::int64_t day) { m_worked.insert(day); }

private:
    bool isWorkedDay(std::int64_t day) const;

    std::set<int> m_years;
    std::set<std::int64_t> m_off, m_worked;
};

}  // namespace fayi::schema
