// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/capital.h"

#include <array>
#include <string_view>

namespace fayi::schema {
namespace {

/// The first amount, in fen, that has more than sixteen digits before the point.
constexpr std::int64_t kFirstTooLarge = 1'000'000'000'000'000'000;
constexpr std::array<std::string_view, 10> kCapital = {"零", "壹", "贰", "叁", "肆",
                                                       "伍", "陆", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 10> kPlain = {"零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> kPlaces = {"", "拾", "佰", "仟"};

std::string_view capital(std::int64_t digit) {
    return kCapital[static_cast<std::size_t>(digit)];
}

/// The word behind four digits; ten thousand times ten to the eighth are 万亿 together only where no 亿
/// follows.
std::string_view groupWord(std::size_t group, std::int64_t whole) {
    if (group == 3)
        return whole / 100'000'000 % 10'000 == 0 ? "万亿" : "万";
    return group == 2 ? "亿" : group == 1 ? "万" : "";
}

/// The yuan without the word; empty for nought.
std::string wholeYuan(std::int64_t whole) {
    std::string out;
    bool gap = false;  // zeros since the last digit that was written
    std::int64_t unit = 1'000'000'000'000'000;
    for (std::size_t place = 16; place-- > 0; unit /= 10) {
        const std::int64_t digit = whole / unit % 10;
        if (digit == 0) {
            gap = !out.empty();
        } else {
            if (gap)
                out += kCapital[0];
            gap = false;
            out += capital(digit);
            out += kPlaces[place % 4];
        }
        if (place % 4 == 0 && place > 0 && whole / unit % 10'000 != 0)
            out += groupWord(place / 4, whole);
    }
    return out;
}

}  // namespace

std::string capitalAmount(std::int64_t fen) {
    if (fen < 0 || fen >= kFirstTooLarge)
        return {};
    std::string out = wholeYuan(fen / 100);
    if (!out.empty())
        out += "元";
    else if (fen == 0)
        out = "零元";
    const std::int64_t jiao = fen / 10 % 10, cent = fen % 10;
    if (jiao == 0 && cent == 0)
        return out + "整";
    if (jiao > 0)
        out.append(capital(jiao)).append("角");
    else if (!out.empty())
        out += kCapital[0];
    return cent > 0 ? out.append(capital(cent)).append("分") : out.append("整");
}

std::string chineseCount(std::int64_t number) {
    if (number < 1 || number > 999)
        return std::to_string(number);
    const auto digit = [](std::int64_t value) { return kPlain[static_cast<std::size_t>(value)]; };
    std::string out;
    const std::int64_t hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;
    if (hundreds > 0)
        out.append(digit(hundreds)).append("百");
    if (tens > 1 || (tens == 1 && hundreds > 0))
        out += digit(tens);
    if (tens > 0)
        out += "十";
    else if (hundreds > 0 && ones > 0)
        out += kPlain[0];
    if (ones > 0)
        out += digit(ones);
    return out;
}

}  // namespace fayi::schema
