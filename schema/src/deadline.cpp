// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/deadline.h"

#include <algorithm>

#include "fayi/base/clock.h"
#include "fayi/schema/expression.h"
#include "fayi/schema/record_type.h"
#include "src/calendar.h"
#include "src/definition_error.h"
#include "src/expression_check.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

Deadline::Unit unitOf(const std::string& word) {
    if (word == "days")
        return Deadline::Unit::Days;
    if (word == "working-days")
        return Deadline::Unit::WorkingDays;
    if (word == "months")
        return Deadline::Unit::Months;
    return word == "years" ? Deadline::Unit::Years : Deadline::Unit::QuarterEnds;
}

/// The last day of the quarter that the date lies in, so many quarters on; the first is its own.
std::optional<std::string> quarterEnd(std::string_view isoDate, std::int64_t count) {
    if (!isDate(isoDate))
        return std::nullopt;
    const int month = (isoDate[5] - '0') * 10 + (isoDate[6] - '0');
    const std::string first = std::string(isoDate.substr(0, 8)) + "01";
    const auto next = datePlus(first, "months", 3 - (month - 1) % 3 + 3 * (count - 1));
    return next ? datePlus(*next, "days", -1) : std::nullopt;
}

Status checkFields(const Deadline& deadline, const RecordType& type) {
    const Field* start = type.find(deadline.from);
    if (start == nullptr || start->kind != FieldKind::Date)
        return wrongAt("$.from",
                       {"没有日期字段 " + deadline.from, "there is no date field " + deadline.from});
    if (!deadline.when.is_null())
        FAYI_TRY(checkExpressionAt(deadline.when, type.fields, "$.when", ExpressionUse::Filter));
    return checkExpressionAt(deadline.met, type.fields, "$.met", ExpressionUse::Filter);
}

/// Either on records, with a date that starts it and an end, or yearly; nothing of the other.
Status checkKind(const Json& definition) {
    const bool yearly = definition.contains("yearly");
    for (const char* key : {"type", "from", "met"})
        if (definition.contains(key) == yearly)
            return wrongAt(std::string("$.") + key,
                           {"记录期限须有 type、from、met；每年固定日期则都不能有",
                            "a deadline of records needs type, from and met, a yearly "
                            "one none of them"});
    for (const char* key : {"within", "when"})
        if (yearly && definition.contains(key))
            return wrongAt(std::string("$.") + key,
                           {"每年固定日期不用此键", "a yearly deadline has no such key"});
    if (!yearly && definition.contains("roles"))
        return wrongAt("$.roles", {"只有每年固定日期才写 roles", "only a yearly deadline has roles"});
    return {};
}

}  // namespace

std::optional<std::string> Deadline::dueAfter(std::string_view start, const WorkCalendar& calendar) const {
    if (unit == Unit::None)
        return isDate(start) ? std::optional(std::string(start)) : std::nullopt;
    if (unit == Unit::WorkingDays)
        return calendar.plusWorked(start, count);
    if (unit == Unit::QuarterEnds)
        return quarterEnd(start, count);
    const char* word = unit == Unit::Days ? "days" : unit == Unit::Months ? "months" : "years";
    const auto last = datePlus(start, word, count);
    return last ? calendar.workedFrom(*last) : std::nullopt;
}

std::optional<std::string> Deadline::dueOn(const Json& fields, const WorkCalendar& calendar) const {
    const auto start = fields.find(from);
    if (start == fields.end() || !start->is_string())
        return std::nullopt;
    if (!when.is_null() && evaluate(when, fields) != true)
        return std::nullopt;
    if (evaluate(met, fields) == true)
        return std::nullopt;
    return dueAfter(start->get_ref<const std::string&>(), calendar);
}

bool Deadline::isShown(std::string_view due, std::string_view today) const {
    const auto last = daysOf(due), now = daysOf(today);
    return last && now && *last - *now <= ahead && (!lapses || *now - *last <= *lapses);
}

std::optional<std::string> Deadline::occurrence(std::string_view today) const {
    if (!isDate(today) || yearly.empty())
        return std::nullopt;
    for (int offset = -1; offset <= 1; ++offset)
        if (const auto year = datePlus(std::string(today.substr(0, 4)) + "-01-01", "years", offset))
            if (const std::string day = year->substr(0, 5) + yearly; isShown(day, today))
                return day;
    return std::nullopt;
}

std::string Deadline::latestStart(std::string_view today) const {
    const auto day = daysOf(today);
    return day ? dateOfDays(*day + ahead) : std::string(today);
}

Result<Deadline> loadDeadline(const Json& definition, const FindType& types) {
    FAYI_TRY(checkKind(definition));
    Deadline deadline;
    deadline.name = definition.at("name").get<std::string>();
    deadline.version = definition.at("version").get<int>();
    deadline.labels = loadText(definition.at("labels"));
    deadline.basis = loadText(definition.at("basis"));
    deadline.fixed = definition.at("fixed").get<bool>();
    deadline.ahead = definition.at("ahead").get<std::int64_t>();
    if (definition.contains("lapses"))
        deadline.lapses = definition["lapses"].get<std::int64_t>();
    deadline.yearly = definition.value("yearly", "");
    deadline.roles = definition.value("roles", std::vector<std::string>());
    deadline.source = definition;
    if (!deadline.yearly.empty()) {
        if (!isDate("2024-" + deadline.yearly))
            return wrongAt("$.yearly", {"没有这一天", "there is no such day"});
        return deadline;
    }
    deadline.type = definition["type"].get<std::string>();
    deadline.from = definition["from"].get<std::string>();
    deadline.when = definition.value("when", Json());
    deadline.met = definition["met"];
    if (definition.contains("within")) {
        deadline.unit = unitOf(definition["within"]["unit"].get<std::string>());
        deadline.count = definition["within"]["count"].get<std::int64_t>();
    }
    const RecordType* type = types(deadline.type);
    if (type == nullptr)
        return wrongAt("$.type",
                       {"没有记录类型 " + deadline.type, "there is no record type " + deadline.type});
    FAYI_TRY(checkFields(deadline, *type));
    return deadline;
}

}  // namespace fayi::schema
