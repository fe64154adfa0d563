// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/clock.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace fayi {
namespace {

using namespace std::chrono;
constexpr hours kChina{8};

}  // namespace

Millis SystemClock::now() const {
    // A battery that ran out puts some machines before 1970, where hybrid times begin.
    return std::max(Millis(0), duration_cast<Millis>(system_clock::now().time_since_epoch()));
}

Millis SystemClock::steady() const {
    return duration_cast<Millis>(steady_clock::now().time_since_epoch());
}

std::string dateOfDays(std::int64_t count) {
    const year_month_day date{sys_days{days{count}}};
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return out.data();
}

std::string dateInChina(Millis wall) {
    return dateOfDays(floor<days>(wall + kChina).count());
}

std::string toIsoChina(Millis wall) {
    const auto local = wall + kChina;
    const hh_mm_ss time{floor<seconds>(local - floor<days>(local))};
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d+08:00", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return dateInChina(wall) + out.data();
}

std::optional<std::int64_t> daysOf(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t size) -> int {
        int out = -1;
        const char* begin = text.data() + at;
        const auto [end, failure] = std::from_chars(begin, begin + size, out);
        return failure == std::errc() && end == begin + size && *begin != '-' ? out : -1;
    };
    const int y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (y < 1 || m < 1 || d < 1)
        return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return std::nullopt;
    return sys_days{date}.time_since_epoch().count();
}

}  // namespace fayi
