// SPDX-License-Identifier: Apache-2.0
#include "grams.h"

#include "fayi/base/words.h"

namespace fayi::store {
namespace {

/// A query is typed by a person; what is past this many words is not looked at.
constexpr std::size_t kMostTerms = 40;

}  // namespace

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
    const auto add = [&](const std::string& term, bool beginning) {
        if (++terms <= kMostTerms)
            out += (out.empty() ? "\"" : " AND \"") + term + (beginning ? "\"*" : "\"");
    };
    forWordRuns(words, [&](std::u32string_view run, WordClass kind) {
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
