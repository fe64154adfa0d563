// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/work_calendar.h"

#include "fayi/base/clock.h"
#include "src/definition_error.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

/// The longest holiday is far shorter.
constexpr std::int64_t kMostDaysOff = 60;
constexpr std::int64_t kMostWorkingDays = 3650;

/// Monday is 0; 1970-01-01 was a Thursday.
std::int64_t weekday(std::int64_t day) {
    return ((day + 3) % 7 + 7) % 7;
}

/// The number of a day of the year, or what is wrong with it.
Result<std::int64_t> dayIn(int year, const Json& date, const std::string& path) {
    const auto& text = date.get_ref<const std::string&>();
    const auto day = daysOf(text);
    if (!day || text.substr(0, 4) != std::to_string(year))
        return wrongAt(path, {text + " 不是 " + std::to_string(year) + " 年的日期",
                              text + " is no day of " + std::to_string(year)});
    return *day;
}

Status addHolidays(WorkCalendar& calendar, const Json& definition, const std::string& path) {
    const int year = definition.at("year").get<int>();
    if (calendar.knows(year))
        return wrongAt(path + ".year", {"年份出现两次", "the year is given twice"});
    calendar.addYear(year);
    for (std::size_t i = 0; i < definition.at("off").size(); ++i) {
        const Json& span = definition["off"][i];
        const std::string where = at(path + ".off", i);
        FAYI_LET(first, dayIn(year, span[0], where));
        FAYI_LET(last, dayIn(year, span[1], where));
        if (last < first || last - first > kMostDaysOff)
            return wrongAt(where, {"起止日期不合理", "first and last day do not fit"});
        for (std::int64_t day = first; day <= last; ++day)
            calendar.addOff(day);
    }
    for (std::size_t i = 0; i < definition.at("worked").size(); ++i) {
        const std::string where = at(path + ".worked", i);
        FAYI_LET(day, dayIn(year, definition["worked"][i], where));
        if (weekday(day) < 5)
            return wrongAt(where,
                           {"调休上班日应是周六或周日", "only a Saturday or Sunday is worked in exchange"});
        calendar.addWorked(day);
    }
    return {};
}

}  // namespace

bool WorkCalendar::isWorkedDay(std::int64_t day) const {
    return m_worked.contains(day) || (weekday(day) < 5 && !m_off.contains(day));
}

bool WorkCalendar::isWorked(std::string_view isoDate) const {
    const auto day = daysOf(isoDate);
    return day && isWorkedDay(*day);
}

std::optional<std::string> WorkCalendar::workedFrom(std::string_view isoDate) const {
    auto day = daysOf(isoDate);
    for (std::int64_t steps = 0; day && !isWorkedDay(*day) && steps <= kMostDaysOff; ++steps)
        ++*day;
    return day ? std::optional(dateOfDays(*day)) : std::nullopt;
}

std::optional<std::string> WorkCalendar::plusWorked(std::string_view isoDate, std::int64_t count) const {
    auto day = daysOf(isoDate);
    if (!day || count < 1 || count > kMostWorkingDays)
        return std::nullopt;
    for (std::int64_t left = count; left > 0; left -= isWorkedDay(*day) ? 1 : 0)
        ++*day;
    return dateOfDays(*day);
}

Result<WorkCalendar> loadWorkCalendar(const Json& definition) {
    WorkCalendar calendar;
    calendar.name = definition.at("name").get<std::string>();
    calendar.version = definition.at("version").get<int>();
    calendar.labels = loadText(definition.at("labels"));
    calendar.source = definition;
    for (std::size_t i = 0; i < definition.at("years").size(); ++i)
        FAYI_TRY(addHolidays(calendar, definition["years"][i], at("$.years", i)));
    return calendar;
}

}  // namespace fayi::schema
