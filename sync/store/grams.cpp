// SPDX-License-Identifier: Apache-2.0
#include "grams.h"

#include <algorithm>
#include <bit>

#include "fayi/base/initials.h"
#include "fayi/base/words.h"

namespace fayi::store {
namespace {

/// A query is typed by a person; what is past this many words is not looked at.
constexpr std::size_t kMostTerms = 40;

/// Before what is spoken, so that it is no word of the text: a letter to FTS5, and no ASCII.
constexpr std::string_view kSpoken = "\u02C9";

bool isSmallLetter(char32_t c) {
    return c >= U'a' && c <= U'z';
}

/// Every way to begin these characters, one letter each; none, where one of them is not Chinese.
std::vector<std::string> waysToSay(std::u32string_view characters) {
    std::vector<std::string> out{std::string(kSpoken)};
    for (const char32_t c : characters) {
        std::vector<std::string> longer;
        for (std::uint32_t left = initialsOf(c); left != 0; left &= left - 1)
            for (const std::string& way : out)
                longer.push_back(way + static_cast<char>('a' + std::countr_zero(left)));
        out = std::move(longer);
    }
    return out;
}

}  // namespace

std::string initialGramsOf(std::string_view text) {
    std::string out;
    forWordRuns(text, [&](std::u32string_view run, WordClass kind) {
        for (std::size_t i = 0; kind == WordClass::Letter && i < run.size(); ++i)
            for (std::size_t length = 2; length <= kSpokenLetters && i + length <= run.size(); ++length)
                for (const std::string& way : waysToSay(run.substr(i, length)))
                    out += way + " ";
    });
    return out;
}

std::string gramsOf(std::string_view text) {
    std::string out;
    forWordRuns(text, [&](std::u32string_view run, WordClass kind) {
        if (kind == WordClass::Ascii) {
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
    const auto addClause = [&](const std::string& clause) {
        if (++terms <= kMostTerms)
            out += (out.empty() ? "" : " AND ") + clause;
    };
    const auto add = [&](const std::string& term, bool beginning) {
        addClause('"' + term + (beginning ? "\"*" : "\""));
    };
    // A word of that beginning, or characters that are spoken so.
    const auto addLetters = [&](const std::string& letters) {
        std::string spoken;
        const std::size_t length = std::min(letters.size(), kSpokenLetters);
        for (std::size_t i = 0; i + length <= letters.size() && i < kMostTerms; ++i)
            spoken += (i == 0 ? "\"" : " AND \"") + std::string(kSpoken) + letters.substr(i, length) + '"';
        addClause("(\"" + letters + "\"* OR (" + spoken + "))");
    };
    forWordRuns(words, [&](std::u32string_view run, WordClass kind) {
        if (kind == WordClass::Ascii && run.size() > 1 && std::ranges::all_of(run, isSmallLetter))
            return addLetters(toUtf8(run));
        if (kind == WordClass::Ascii || run.size() == 1)
            return add(toUtf8(run), true);
        for (std::size_t i = 0; i + 1 < run.size(); ++i)
            add(toUtf8(run.substr(i, 2)), false);
    });
    return out;
}

std::vector<std::string> longRuns(std::string_view words) {
    std::vector<std::string> out;
    forWordRuns(words, [&](std::u32string_view run, WordClass kind) {
        if (kind == WordClass::Letter && run.size() > 2 && out.size() < kMostTerms)
            out.push_back(toUtf8(run));
    });
    return out;
}

}  // namespace fayi::store
