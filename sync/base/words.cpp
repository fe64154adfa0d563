// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/words.h"

#include <algorithm>
#include <optional>

namespace fayi {
namespace {

char32_t fold(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;  // full-width forms of ASCII
    if (c >= U'A' && c <= U'Z')
        c += U'a' - U'A';
    return c;
}

/// The dot within a name is another one with every input method.
constexpr std::u32string_view kDots = U"\u00B7\u0387\u2219\u22C5\u30FB";

/// Nothing: a separator.
std::optional<WordClass> classOf(char32_t c) {
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ? std::optional(WordClass::Ascii)
                                                                    : std::nullopt;
    const bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) ||
                             (c >= 0x3008 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFFEF) || c == 0xA0 ||
                             kDots.find(c) != kDots.npos;
    return punctuation ? std::nullopt : std::optional(WordClass::Letter);
}

}  // namespace

void forWordRuns(std::string_view text, const std::function<void(std::u32string_view, WordClass)>& each) {
    std::u32string folded = codePoints(text);
    std::ranges::transform(folded, folded.begin(), fold);
    for (std::size_t i = 0; i < folded.size();) {
        const auto kind = classOf(folded[i]);
        std::size_t end = i + 1;
        while (end < folded.size() && classOf(folded[end]) == kind)
            ++end;
        if (kind)
            each(std::u32string_view(folded).substr(i, end - i), *kind);
        i = end;
    }
}

}  // namespace fayi
