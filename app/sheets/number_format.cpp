// SPDX-License-Identifier: Apache-2.0
#include "number_format.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>

#include "fayi/base/clock.h"

namespace fayi::sheets {
namespace {

constexpr std::int64_t kEpoch1900 = -25'569;  // 1899-12-30: from 1900-03-01 on, serials count from there
constexpr std::int64_t kEpoch1904 = -24'107;  // 1904-01-01
constexpr double kPhantomDay = 60;            // 1900-02-29, which was none: serials before it are one day off
constexpr double kLastSerial = 2'958'466;     // the first day after year 9999
constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::size_t kExactDigits = 15;

Shape shapeOf(bool day, bool clock) {
    if (day)
        return clock ? Shape::DateTime : Shape::Date;
    return clock ? Shape::Time : Shape::Number;
}

std::string twoDigits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clockText(std::int64_t seconds) {
    std::string text = twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60);
    if (seconds % 60 != 0)
        text += ":" + twoDigits(seconds % 60);
    return text;
}

std::optional<std::string> timeText(double serial, Shape shape, bool from1904) {
    if (serial < 0 || serial >= kLastSerial)
        return std::nullopt;
    const auto seconds = static_cast<std::int64_t>(std::llround(serial * kDaySeconds));
    if (shape == Shape::Time)
        return clockText(seconds);
    const std::int64_t days = seconds / kDaySeconds, rest = seconds % kDaySeconds;
    if (!from1904 && (days == static_cast<std::int64_t>(kPhantomDay) || days == 0))
        return std::nullopt;
    const std::int64_t shift = !from1904 && static_cast<double>(days) < kPhantomDay ? 1 : 0;
    std::string text = dateOfDays((from1904 ? kEpoch1904 : kEpoch1900) + days + shift);
    if (rest != 0)
        text += " " + clockText(rest);
    return text;
}

bool isPlainWhole(std::string_view text) {
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty() && digits.size() <= kExactDigits &&
           digits.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Shape shapeOfBuiltIn(unsigned id) {
    if (id == 22)
        return Shape::DateTime;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56)
        return Shape::Time;
    const bool day = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) ||
                     id == 57 || id == 58;
    return day ? Shape::Date : Shape::Number;
}

Shape shapeOfCode(std::string_view code) {
    bool day = false, clock = false, month = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, end - i - 1);
            clock =
                clock || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
            i = end;
        } else if (c == ';') {
            break;  // what negative numbers look like
        } else {
            day = day || c == 'y' || c == 'Y' || c == 'd' || c == 'D';
            clock = clock || c == 'h' || c == 'H' || c == 's' || c == 'S';
            month = month || c == 'm' || c == 'M';
        }
    }
    return shapeOf(day || (month && !clock), clock);
}

std::string numberText(std::string_view number, Shape shape, bool from1904) {
    const std::string given(number);
    if (shape == Shape::Number && isPlainWhole(number))
        return given;
    char* end = nullptr;
    const double value = std::strtod(given.c_str(), &end);
    if (given.empty() || *end != '\0' || !std::isfinite(value))
        return given;
    if (shape != Shape::Number)
        if (auto text = timeText(value, shape, from1904))
            return *std::move(text);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.15G", value);
    return text.data();
}

}  // namespace fayi::sheets
