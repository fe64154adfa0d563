// SPDX-License-Identifier: Apache-2.0
// What becomes of a long text that several people edit at the same time.
#include "fayi/base/text.h"

#include <gtest/gtest.h>

#include "fayi/base/limits.h"
#include "fayi/merge/policy.h"
#include "fayi/merge/record_state.h"
#include "fayi/merge/text_merge.h"
#include "replicas.h"

namespace fayi::merge {
namespace {

using Merged = std::optional<std::string>;

const std::string kOpinion = "合同主体明确。违约金过高！四至应附图；其余条款未见不妥。";

TEST(TextMerge, EditsOfDifferentSentencesBothStand) {
    const Merged merged = mergeTexts(kOpinion, {"合同主体已核实。违约金过高！四至应附图；其余条款未见不妥。",
                                                "合同主体明确。违约金过高！四至应附图；其余条款妥当。"});
    EXPECT_EQ(merged, "合同主体已核实。违约金过高！四至应附图；其余条款妥当。");
}

TEST(TextMerge, AddingAtBothEndsKeepsBothWithoutAnySentenceEnd) {
    EXPECT_EQ(mergeTexts("正文", {"前言正文", "正文后记"}), "前言正文后记");
    EXPECT_EQ(mergeTexts("a line", {"first a line", "a line\nlast\n"}), "first a line\nlast\n");
}

TEST(TextMerge, TwoWordsOfOneSentenceAreMergedIfSomethingStandsBetweenThem) {
    EXPECT_EQ(mergeTexts("甲方应于三月付款十万元", {"乙方应于三月付款十万元", "甲方应于三月付款八万元"}),
              "乙方应于三月付款八万元");
    EXPECT_EQ(mergeTexts("甲方付款", {"乙方付款", "甲人付款"}), std::nullopt);
}

TEST(TextMerge, TheSameEditByBothCountsOnce) {
    EXPECT_EQ(mergeTexts(kOpinion, {kOpinion + "同意。", kOpinion + "同意。"}), kOpinion + "同意。");
    EXPECT_EQ(mergeTexts("一。二。三。四。", {"一。三。四。", "一。三。五。"}), "一。三。五。");
}

TEST(TextMerge, WhatOneTakesOutAndTheOtherLeavesIsTakenOut) {
    EXPECT_EQ(mergeTexts("一。二。三。四。五。", {"一。三。四。五。", "一。二。三。四。五。六。"}),
              "一。三。四。五。六。");
}

TEST(TextMerge, TakingOutWhatTheOtherChangesIsLeftToPeople) {
    EXPECT_EQ(mergeTexts("一。二。三。", {"一。三。", "一。二二。三。"}), std::nullopt);
}

TEST(TextMerge, DifferentSentencesAtTheSamePlaceAreLeftToPeople) {
    EXPECT_EQ(mergeTexts(kOpinion, {kOpinion + "同意。", kOpinion + "不同意。"}), std::nullopt);
    EXPECT_EQ(mergeTexts("一。二。", {"一。甲。二。", "一。乙。二。"}), std::nullopt);
}

TEST(TextMerge, AnEmptyAncestorTakesOneTextAndNotTwo) {
    EXPECT_EQ(mergeTexts("", {"甲。", ""}), "甲。");
    EXPECT_EQ(mergeTexts("", {"甲。", "乙。"}), std::nullopt);
}

TEST(TextMerge, ThreePeopleAreMergedWhateverTheirOrder) {
    const std::string base = "一。二。三。四。五。";
    std::vector<std::string> sides = {"壹。二。三。四。五。", "一。二。叁。四。五。", "一。二。三。四。伍。"};
    std::ranges::sort(sides);
    do
        EXPECT_EQ(mergeTexts(base, sides), "壹。二。叁。四。伍。");
    while (std::ranges::next_permutation(sides).found);
    sides.push_back("一。二。参。四。五。");
    EXPECT_EQ(mergeTexts(base, sides), std::nullopt);
}

TEST(TextMerge, CharactersBeyondTheBasicPlaneStayWhole) {
    EXPECT_EQ(mergeTexts("𠮷田𠮷", {"𠮷田𠮶", "𡈽田𠮷"}), "𡈽田𠮶");
    EXPECT_TRUE(isUtf8(*mergeTexts("😀田😃", {"😀田😄", "😁田😃"})));
}

TEST(TextMerge, LineEndsPartSentencesToo) {
    EXPECT_EQ(mergeTexts("one\r\ntwo\r\nthree\r\n", {"1\r\ntwo\r\nthree\r\n", "one\r\ntwo\r\n3\r\n"}),
              "1\r\ntwo\r\n3\r\n");
}

TEST(TextMerge, TheLongestTextsAreMergedAndNoLongerOnes) {
    std::string base, front, back;
    for (std::size_t i = 0; i + 10 < limits::kLongTextPoints; ++i) {
        const std::string point = i % 2 == 0 ? "字" : "。";
        base += point;
        front += i == 0 ? "改" : point;
        back += i + 12 >= limits::kLongTextPoints ? "尾" : point;
    }
    const Merged merged = mergeTexts(base, {front, back});
    ASSERT_TRUE(merged.has_value());
    EXPECT_TRUE(merged->starts_with("改") && merged->ends_with("尾"));
    EXPECT_EQ(mergeTexts(base + "补足够十点以上的文字。", {base, base + "x"}), std::nullopt);
    EXPECT_EQ(mergeTexts(base, {base + "甲乙丙丁戊己", "子丑寅卯辰巳" + base}), std::nullopt);
}

TEST(TextMerge, TextsThatShareNothingTakeBoundedWorkAndAreLeftToPeople) {
    std::string base, one, other;
    for (int i = 0; i < 6000; ++i) {
        base += std::to_string(i) + "。";
        one += std::to_string(i * 7 + 1) + "！";
        other += std::to_string(i * 3) + "；";
    }
    EXPECT_EQ(mergeTexts(prefixOf(base, 19'000), {prefixOf(one, 19'000), prefixOf(other, 19'000)}),
              std::nullopt);
}

// The policy, on registers.

bool always(std::string_view) {
    return true;
}

struct TextPolicy : ::testing::Test {
    RecordState state;
    std::uint64_t time = 0;

    TextPolicy() { write(state, {kA, 1}, "一。二。三。", state); }

    void write(RecordState& on, Dot dot, Json value, const RecordState& shown) {
        const VersionVector context = on.contextFor("text", shown.seen());
        on.apply(dot, HybridTime::of(Millis(++time)), {{"text", std::move(value), context, {}}}, always);
    }
    Shown shown(const RecordState& of) const { return settle(Policy::Text, *of.find("text")); }
};

TEST_F(TextPolicy, EditsThatStandApartAreShownTogetherAndAskNobody) {
    RecordState other = state;
    write(state, {kA, 2}, "壹。二。三。", state);
    write(other, {kB, 1}, "一。二。叁。", other);
    state.join(other, always);
    EXPECT_EQ(shown(state).value(), "壹。二。叁。");
    EXPECT_TRUE(shown(state).merged.has_value());
    EXPECT_FALSE(shown(state).conflict);
    EXPECT_EQ(shown(state).version->dot, (Dot{kB, 1}));
}

TEST_F(TextPolicy, EditsThatMeetAskAPersonAndShowTheLatest) {
    RecordState other = state;
    write(state, {kA, 2}, "一。贰。三。", state);
    write(other, {kB, 1}, "一。两。三。", other);
    state.join(other, always);
    EXPECT_TRUE(shown(state).conflict);
    EXPECT_FALSE(shown(state).merged.has_value());
    EXPECT_EQ(shown(state).value(), "一。两。三。");
}

TEST_F(TextPolicy, WritingOverAMergedTextSettlesIt) {
    RecordState other = state;
    write(state, {kA, 2}, "壹。二。三。", state);
    write(other, {kB, 1}, "一。二。叁。", other);
    state.join(other, always);
    write(state, {kC, 1}, "壹。二。叁。四。", state);
    EXPECT_EQ(state.find("text")->siblings().size(), 1U);
    EXPECT_EQ(shown(state).value(), "壹。二。叁。四。");
}

TEST_F(TextPolicy, TwoEditsOnTopOfAMergedTextMergeAgain) {
    RecordState other = state;
    write(state, {kA, 2}, "壹。二。三。", state);
    write(other, {kB, 1}, "一。二。叁。", other);
    state.join(other, always);
    other = state;
    write(state, {kA, 3}, "〇。壹。二。叁。", state);
    write(other, {kB, 2}, "壹。二。叁。肆。", other);
    state.join(other, always);
    EXPECT_EQ(shown(state).value(), "〇。壹。二。叁。肆。");
}

TEST_F(TextPolicy, TwoFirstTextsHaveNoAncestorAndAskAPerson) {
    RecordState one, other;
    write(one, {kA, 1}, "甲。", one);
    write(other, {kB, 1}, "乙。", other);
    one.join(other, always);
    EXPECT_TRUE(shown(one).conflict);
}

TEST_F(TextPolicy, ClearingWhatAnotherEditsAsksAPerson) {
    RecordState other = state;
    write(state, {kA, 2}, nullptr, state);
    write(other, {kB, 1}, "一。二。叁。", other);
    state.join(other, always);
    EXPECT_TRUE(shown(state).conflict);
}

TEST_F(TextPolicy, AFormLoadedTwoSavesAgoIsMergedByWhatItShowed) {
    const RecordState loaded = state;
    write(state, {kB, 1}, "壹。二。三。", state);
    write(state, {kB, 2}, "壹。二。三。四。", state);
    write(state, {kA, 7}, "一。二二。三。", loaded);
    ASSERT_EQ(state.find("text")->siblings().size(), 2U);
    EXPECT_EQ(shown(state).value(), "壹。二二。三。四。");
}

TEST_F(TextPolicy, AForgottenAncestorIsNeverReplacedByALowerOne) {
    RecordState other = state;
    write(state, {kA, 2}, "壹。二。三。", state);
    write(other, {kB, 1}, "一。二。叁。", other);
    write(other, {kB, 2}, "一。二。叁。肆。", other);
    RecordState third = other;  // saw B's first two, not A's
    write(other, {kB, 3}, "一。二。叁。伍。", other);
    write(third, {kC, 1}, "〇。一。二。叁。肆。", third);
    state.join(other, always);
    state.trimPast(always);
    EXPECT_EQ(shown(state).value(), "壹。二。叁。伍。");
    // C's edit began from B's second text, of which this store keeps nothing: it supersedes A's by having
    // seen it.
    const VersionVector context({{kA, 2}, {kB, 2}});
    state.apply({kC, 1}, HybridTime::of(Millis(99)), {{"text", "〇。壹。二。叁。肆。", context, {}}}, always);
    EXPECT_TRUE(shown(state).conflict);
    EXPECT_TRUE(state.lacksPast(always));
}

TEST_F(TextPolicy, WithoutItsPastATextIsReviewed) {
    RecordState other = state;
    write(state, {kA, 2}, "壹。二。三。", state);
    write(other, {kB, 1}, "一。二。叁。", other);
    state.join(other, always);
    state.trimPast({});
    EXPECT_TRUE(shown(state).conflict);
    state.apply({kA, 1}, HybridTime::of(Millis(1)), {{"text", "一。二。三。", {}, {}}}, always);
    EXPECT_EQ(shown(state).value(), "壹。二。叁。");
}

TEST_F(TextPolicy, OneTextKeepsNoPast) {
    write(state, {kA, 2}, "壹。二。三。", state);
    EXPECT_EQ(state.find("text")->past().size(), 1U);
    state.trimPast(always);
    EXPECT_TRUE(state.find("text")->past().empty());
}

}  // namespace
}  // namespace fayi::merge
