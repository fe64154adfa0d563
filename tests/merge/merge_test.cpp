// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fayi/merge/policy.h"
#include "fayi/merge/record_state.h"
#include "replicas.h"

namespace fayi::merge {
namespace {

HybridTime at(std::uint64_t ms) {
    return HybridTime::of(Millis(ms));
}

RecordState created() {
    RecordState state;
    state.apply({kA, 1}, at(10), {{"title", "普法讲座", {}, {}}, {"attendance", 30, {}, {}}});
    return state;
}

Write over(const RecordState& state, const std::string& path, Json value) {
    return {path, std::move(value), state.contextFor(path, state.seen()), {}};
}

TEST(Register, AWriteThatHasSeenAVersionSupersedesIt) {
    RecordState state = created();
    state.apply({kB, 1}, at(20), {over(state, "attendance", 35)});
    const Register& reg = *state.find("attendance");
    ASSERT_EQ(reg.siblings().size(), 1U);
    EXPECT_EQ(reg.siblings()[0].value, 35);
    EXPECT_EQ(reg.siblings()[0].dot, (Dot{kB, 1}));
}

TEST(Register, TwoWritesThatHaveNotSeenEachOtherAreSiblingsInAnyOrder) {
    const RecordState base = created();
    const Write mine = over(base, "attendance", 30 + 5), theirs = over(base, "attendance", 40);
    RecordState one = base, other = base;
    one.apply({kA, 2}, at(20), {mine});
    one.apply({kB, 1}, at(15), {theirs});
    other.apply({kB, 1}, at(15), {theirs});
    other.apply({kA, 2}, at(20), {mine});
    EXPECT_EQ(one, other);
    EXPECT_EQ(one.find("attendance")->siblings().size(), 2U);
    EXPECT_TRUE(settle(Policy::Review, *one.find("attendance")).conflict);
}

TEST(Register, AFormLoadedBeforeASyncMakesAConflictAndNoSilentOverwrite) {
    RecordState state = created();
    const VersionVector shown = state.seen();
    state.apply({kB, 1}, at(20), {over(state, "attendance", 40)});
    state.apply({kA, 2}, at(30), {{"attendance", 31, state.contextFor("attendance", shown), {}}});
    EXPECT_EQ(state.find("attendance")->siblings().size(), 2U);
}

TEST(Register, AVersionThatWasSupersededDoesNotComeBackWhenItIsDeliveredAgain) {
    RecordState state = created();
    state.apply({kA, 2}, at(20), {over(state, "title", "讲座二")});
    EXPECT_FALSE(state.apply({kA, 1}, at(10), {{"title", "普法讲座", {}, {}}}));
    EXPECT_EQ(state.find("title")->siblings().size(), 1U);
}

TEST(Policies, LatestShowsTheHighestTimeAndNeverAsks) {
    const Register reg({}, {{{kA, 1}, at(20), "甲", {}}, {{kB, 1}, at(10), "乙", {}}});
    EXPECT_EQ(settle(Policy::Latest, reg).value(), "甲");
    EXPECT_FALSE(settle(Policy::Latest, reg).conflict);
}

TEST(Policies, ReviewAsksOnlyWhereValuesDiffer) {
    const Register same({}, {{{kA, 1}, at(20), "甲", {}}, {{kB, 1}, at(10), "甲", {}}});
    const Register differ({}, {{{kA, 1}, at(20), "甲", {}}, {{kB, 1}, at(10), "乙", {}}});
    EXPECT_FALSE(settle(Policy::Review, same).conflict);
    EXPECT_TRUE(settle(Policy::Review, differ).conflict);
    EXPECT_EQ(settle(Policy::Review, differ).value(), "甲");
}

TEST(Policies, MaxAndMinTakeTheExtremeAndLeaveClearedValuesAside) {
    const Register reg({}, {{{kA, 1}, at(30), "2026-03-01", {}},
                            {{kB, 1}, at(10), "2026-05-01", {}},
                            {{ReplicaId{0xC}, 1}, at(40), nullptr, {}}});
    EXPECT_EQ(settle(Policy::Max, reg).value(), "2026-05-01");
    EXPECT_EQ(settle(Policy::Min, reg).value(), "2026-03-01");
}

TEST(Policies, MaxAndMinChooseAmongSiblingsAndForbidNoLaterLowering) {
    RecordState state = created();
    state.apply({kB, 1}, at(20), {over(state, "attendance", 5)});
    EXPECT_EQ(settle(Policy::Max, *state.find("attendance")).value(), 5);
    RecordState other = state;
    state.apply({kA, 2}, at(30), {over(state, "attendance", 7)});
    other.apply({kB, 2}, at(40), {over(other, "attendance", 6)});
    state.join(other);
    EXPECT_EQ(settle(Policy::Max, *state.find("attendance")).value(), 7);
    EXPECT_EQ(settle(Policy::Min, *state.find("attendance")).value(), 6);
    EXPECT_FALSE(settle(Policy::Max, *state.find("attendance")).conflict);
}

TEST(Policies, InASetAddWinsOverAConcurrentRemove) {
    const Register reg({}, {{{kA, 1}, at(10), true, {}}, {{kB, 1}, at(99), nullptr, {}}});
    EXPECT_EQ(settle(Policy::Union, reg).value(), true);
}

TEST(Policies, AnEmptyRegisterShowsNothing) {
    EXPECT_EQ(settle(Policy::Review, Register()).version, nullptr);
    EXPECT_TRUE(settle(Policy::Review, Register()).value().is_null());
}

TEST(Paths, ItemsOfTheSameChangeAreNamedByTheirDotOnceResolved) {
    const Dot dot{kA, 7};
    EXPECT_EQ(resolvePath("findings/~2/advice", dot), "findings/" + toText(dot) + ".2/advice");
    EXPECT_EQ(relativePath(resolvePath("findings/~2/advice", dot), dot), "findings/~2/advice");
    EXPECT_EQ(resolvePath("title", dot), "title");
    EXPECT_EQ(resolvePath("topics:~tilde", {kB, 1}).substr(0, 7), "topics:");
}

TEST(Paths, EveryTextSplitsAndJoinsToItself) {
    for (const char* text : {"title", "findings/x", "findings/x/advice", "topics:民法典", "topics:a/b",
                             "$org", "", "a/", "a//b"})
        EXPECT_EQ(parsePath(text).text(), text);
}

TEST(Contexts, TheContextOfOneItemIsThatOfItsOwnRegistersOnly) {
    RecordState state;
    state.apply({kA, 1}, at(1), {{"findings/~1", 1024, {}, {}}, {"findings/~1/advice", "改", {}, {}}});
    state.apply({kB, 4}, at(2), {{"title", "x", {}, {}}});
    const VersionVector seen = state.seenOfItem("findings/" + itemName({kA, 1}, 1));
    EXPECT_EQ(seen.of(kA), 1U);
    EXPECT_EQ(seen.of(kB), 0U);
}

}  // namespace
}  // namespace fayi::merge
