// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/text.h"
#include "fayi/schema/field.h"
#include "fayi/schema/work_calendar.h"

namespace fayi::schema {

/// A clock that a law or a local rule sets: so long after a date of a record something must have been done.
/// Or a day of each year (`yearly`), and then neither type nor expressions.
struct Deadline {
    enum class Unit { None, Days, WorkingDays, Months, Years, QuarterEnds };

    std::string name;
    int version = 0;
    Text labels;
    std::string type;
    std::string from;  ///< the Date field that starts it
    Unit unit = Unit::None;
    std::int64_t count = 0;
    Json when;                       ///< expression: it runs only where this is true; null: always
    Json met;                        ///< expression: where this is true it has stopped
    std::string yearly;              ///< "03-01"
    std::vector<std::string> roles;  ///< whom a yearly one concerns; empty: everybody
    Text basis;
    bool fixed = false;  ///< by law: no district may change it
    std::int64_t ahead = 0;
    std::optional<std::int64_t> lapses;
    Json source;

    /// The last day, counted from the day after `start`; a period of days, months or years that would end on
    /// a day off ends on the next day worked (Civil Code 201-203). Nothing if `start` is no date.
    std::optional<std::string> dueAfter(std::string_view start, const WorkCalendar& calendar) const;
    /// The last day for a record with these fields; nothing where it does not run.
    std::optional<std::string> dueOn(const Json& fields, const WorkCalendar& calendar) const;
    /// Whether a person is to be reminded on the day `today` of what is due on `due`.
    bool isShown(std::string_view due, std::string_view today) const;
    /// Of a yearly one: the occurrence that is shown on this day, if any.
    std::optional<std::string> occurrence(std::string_view today) const;
    /// No record whose start lies after this day can be shown on the day `today`.
    std::string latestStart(std::string_view today) const;
};

}  // namespace fayi::schema
