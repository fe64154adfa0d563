// SPDX-License-Identifier: Apache-2.0
#include "src/calendar.h"

#include "fayi/base/clock.h"

namespace fayi::schema {
namespace {

constexpr std::int64_t kMostUnits = 4'000'000;  // days in more than ten thousand years

bool twoDigits(std::string_view text, int most) {
    if (text.size() != 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return false;
    return (text[0] - '0') * 10 + (text[1] - '0') <= most;
}

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::optional<std::string> monthsLater(std::string_view isoDate, std::int64_t months) {
    const std::int64_t all = number(isoDate.substr(0, 4)) * 12 + number(isoDate.substr(5, 2)) - 1 + months;
    const std::int64_t year = all / 12;
    if (all < 12 || year > 9999)
        return std::nullopt;
    for (int day = number(isoDate.substr(8, 2)); day >= 28; --day) {
        std::string date = padded(year, 4) + "-" + padded(all % 12 + 1, 2) + "-" + padded(day, 2);
        if (daysOf(date))
            return date;
    }
    return padded(year, 4) + "-" + padded(all % 12 + 1, 2) + std::string(isoDate.substr(7));
}

}  // namespace

bool isDate(std::string_view text) {
    return daysOf(text).has_value();
}

bool isTime(std::string_view text) {
    return text.size() == 5 && text[2] == ':' && twoDigits(text.substr(0, 2), 23) &&
           twoDigits(text.substr(3), 59);
}

bool isDateTime(std::string_view text) {
    if (text.size() != 16 && text.size() != 19)
        return false;
    if (!isDate(text.substr(0, 10)) || text[10] != 'T' || !isTime(text.substr(11, 5)))
        return false;
    return text.size() == 16 || (text[16] == ':' && twoDigits(text.substr(17), 59));
}

std::optional<std::string> datePlus(std::string_view isoDate, std::string_view unit, std::int64_t count) {
    const auto days = daysOf(isoDate);
    if (!days || count > kMostUnits || count < -kMostUnits)
        return std::nullopt;
    if (unit == "years")
        return monthsLater(isoDate, count * 12);
    if (unit == "months")
        return monthsLater(isoDate, count);
    std::string date = dateOfDays(*days + count);
    return isDate(date) ? std::optional(date) : std::nullopt;
}

}  // namespace fayi::schema
