// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/retention.h"

#include <charconv>

#include "fayi/base/clock.h"

namespace fayi::schema {
namespace {

std::string textIn(const Json& fields, const std::string& name) {
    const auto found = fields.is_object() && !name.empty() ? fields.find(name) : fields.end();
    return found != fields.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::optional<int> yearsKept(std::string_view code) {
    constexpr std::string_view kEnd = "-years";
    if (code == "permanent")
        return 0;
    if (!code.ends_with(kEnd))
        return std::nullopt;
    code.remove_suffix(kEnd.size());
    int years = 0;
    const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), years);
    const bool whole = error == std::errc() && end == code.data() + code.size();
    return whole && years > 0 && years <= 200 ? std::optional(years) : std::nullopt;
}

std::string keptUntil(const RecordType& type, const Json& fields) {
    const std::string day = textIn(fields, type.happenedOn);
    const int years = yearsKept(textIn(fields, type.retention.field)).value_or(type.retention.years);
    if (years == 0 || !daysOf(day))
        return {};
    return std::to_string(std::stoi(day.substr(0, 4)) + years) + "-12-31";
}

}  // namespace fayi::schema
