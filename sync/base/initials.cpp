// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/initials.h"

#include <algorithm>
#include <array>
#include <string>

#include "fayi/base/words.h"

namespace fayi {
namespace {

struct Reading {
    char32_t character;
    std::uint32_t initials;
};

/// By character.
constexpr auto kReadings = std::to_array<Reading>({
#include "initials_table.inc"
});

bool mayBeginWith(char32_t c, char32_t letter) {
    if (letter >= U'a' && letter <= U'z' && (initialsOf(c) >> (letter - U'a') & 1U) != 0)
        return true;
    return c == letter;
}

/// Letters and digits of any script, folded, without what stands between them.
std::u32string spoken(std::string_view text) {
    std::u32string out;
    forWordRuns(text, [&](std::u32string_view run, WordClass) { out += std::u32string(run); });
    return out;
}

}  // namespace

std::uint32_t initialsOf(char32_t c) {
    const auto found = std::ranges::lower_bound(kReadings, c, {}, &Reading::character);
    return found != kReadings.end() && found->character == c ? found->initials : 0;
}

bool holdsInitials(std::string_view text, std::string_view letters) {
    const std::u32string said = spoken(text), wanted = spoken(letters);
    return !std::ranges::search(said, wanted, mayBeginWith).empty() || wanted.empty();
}

}  // namespace fayi
