// SPDX-License-Identifier: Apache-2.0
#include "grams.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "fayi/base/text.h"

namespace fayi::store {
namespace {

/// A query is typed by a person; what is past this many words is not looked at.
constexpr std::size_t kMostTerms = 40;

char32_t fold(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;  // full-width forms of ASCII
    if (c >= U'A' && c <= U'Z')
        c += U'a' - U'A';
    return c;
}

enum class Class { Separator, Ascii, Letter };

Class classOf(char32_t c) {
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ? Class::Ascii : Class::Separator;
    const bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x3004) ||
                             (c >= 0x3008 && c <= 0x3020) || (c >= 0xFF00 && c <= 0xFFEF) || c == 0xB7 ||
                             c == 0xA0;
    return punctuation ? Class::Separator : Class::Letter;
}

/// Calls `each` for every run of one class, separators apart.
void forRuns(std::string_view text, const std::function<void(std::u32string_view, Class)>& each) {
    std::u32string folded = codePoints(text);
    std::ranges::transform(folded, folded.begin(), fold);
    for (std::size_t i = 0; i < folded.size();) {
        const Class kind = classOf(folded[i]);
        std::size_t end = i + 1;
        while (end < folded.size() && classOf(folded[end]) == kind)
            ++end;
        if (kind != Class::Separator)
            each(std::u32string_view(folded).substr(i, end - i), kind);
        i = end;
    }
}

}  // namespace

std::string gramsOf(std::string_view text) {
    std::string out;
    forRuns(text, [&](std::u32string_view run, Class kind) {
        if (kind == Class::Ascii) {
            out += toUtf8(run) + " ";
            return;
        }
        for (std::size_t i = 0; i < run.size(); ++i)
            out += toUtf8(run.substr(i, 2)) + " ";
    });
    return out;
}

std::string matchOf(std::string_view words) {
    std::string out;
    std::size_t terms = 0;
    const auto add = [&](const std::string& term, bool beginning) {
        if (++terms <= kMostTerms)
            out += (out.empty() ? "\"" : " AND \"") + term + (beginning ? "\"*" : "\"");
    };
    forRuns(words, [&](std::u32string_view run, Class kind) {
        if (kind == Class::Ascii || run.size() == 1)
            return add(toUtf8(run), true);
        for (std::size_t i = 0; i + 1 < run.size(); ++i)
            add(toUtf8(run.substr(i, 2)), false);
    });
    return out;
}

std::vector<std::string> longRuns(std::string_view words) {
    std::vector<std::string> out;
    forRuns(words, [&](std::u32string_view run, Class kind) {
        if (kind == Class::Letter && run.size() > 2 && out.size() < kMostTerms)
            out.push_back(toUtf8(run));
    });
    return out;
}

}  // namespace fayi::store
