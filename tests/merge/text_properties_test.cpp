// SPDX-License-Identifier: Apache-2.0
// The laws of merging texts, on edits made at random places of random texts.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "fayi/base/text.h"
#include "fayi/merge/text_merge.h"

namespace fayi::merge {
namespace {

const std::u32string kAlphabet = U"甲乙丙。；\n a𠮷";

std::u32string textOf(const std::vector<unsigned>& choices) {
    std::u32string out;
    for (const unsigned choice : choices)
        out += kAlphabet[choice % kAlphabet.size()];
    return out;
}

/// Replaces a stretch of `base` that begins and ends where `where` says by other text.
std::u32string edited(std::u32string base, std::size_t from, std::size_t size,
                      const std::vector<unsigned>& by) {
    from %= base.size() + 1;
    base.replace(from, std::min(size % 6, base.size() - from), textOf(by));
    return base;
}

struct Case {
    std::u32string base;
    std::vector<std::string> sides;
};

Case caseOf(std::size_t sides) {
    const auto letters = rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 8U));
    Case out{textOf(*letters), {}};
    for (std::size_t i = 0; i < sides; ++i)
        out.sides.push_back(toUtf8(edited(out.base, *rc::gen::inRange<std::size_t>(0, 60),
                                          *rc::gen::inRange<std::size_t>(0, 6), *letters)));
    return out;
}

RC_GTEST_PROP(TextLaws, TheOrderAndRepetitionOfSidesDoNotMatter, ()) {
    const Case made = caseOf(3);
    const std::string base = toUtf8(made.base);
    auto turned = made.sides;
    std::ranges::reverse(turned);
    turned.push_back(made.sides.front());
    RC_ASSERT(mergeTexts(base, made.sides) == mergeTexts(base, turned));
}

RC_GTEST_PROP(TextLaws, OneSideAloneAndASideThatChangedNothingGiveTheEdit, ()) {
    const Case made = caseOf(1);
    const std::string base = toUtf8(made.base);
    RC_ASSERT(mergeTexts(base, made.sides) == made.sides[0]);
    RC_ASSERT(mergeTexts(base, {made.sides[0], base}) == made.sides[0]);
    RC_ASSERT(mergeTexts(base, {base, base}) == base);
}

RC_GTEST_PROP(TextLaws, EditsFarApartAreMergedIntoBoth, ()) {
    const auto letters = rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0U, 8U));
    const std::u32string head = textOf(*letters), tail = textOf(*letters), other = textOf(*letters);
    const std::u32string newHead = textOf(*letters), newTail = textOf(*letters);
    const std::u32string middle = U"。一二三四五。六七八九十。";
    const auto merged = mergeTexts(toUtf8(head + middle + tail),
                                   {toUtf8(newHead + middle + tail), toUtf8(head + middle + newTail)});
    RC_ASSERT(merged == toUtf8(newHead + middle + newTail));
}

RC_GTEST_PROP(TextLaws, AMergedTextIsSoundAndMadeOfNothingElse, ()) {
    const Case made = caseOf(2);
    const auto merged = mergeTexts(toUtf8(made.base), made.sides);
    if (!merged)
        return;
    RC_ASSERT(isUtf8(*merged));
    const auto count = [](std::string_view text, char32_t point) {
        return std::ranges::count(codePoints(text), point);
    };
    for (const char32_t point : kAlphabet)
        RC_ASSERT(count(*merged, point) <= count(made.sides[0], point) + count(made.sides[1], point));
}

}  // namespace
}  // namespace fayi::merge
