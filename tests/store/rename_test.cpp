// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/rename.h"

#include <gtest/gtest.h>

namespace fayi::store {
namespace {

constexpr ReplicaId kOld{5}, kNew{9}, kOther{7};

/// The pen 5 was cut after 2; its 3 and 4 are 1 and 2 of the pen 9.
struct Renames : ::testing::Test {
    Renaming renaming;
    void SetUp() override {
        renaming.cut(kOld, 2);
        renaming.add({kOld, 3}, {kNew, 1});
        renaming.add({kOld, 4}, {kNew, 2});
    }
};

TEST_F(Renames, DotsOfTheCommonPartAndOfOthersKeepTheirNames) {
    EXPECT_EQ(renaming(Dot{kOld, 2}), (Dot{kOld, 2}));
    EXPECT_EQ(renaming(Dot{kOther, 3}), (Dot{kOther, 3}));
    EXPECT_EQ(renaming(Dot{kOld, 4}), (Dot{kNew, 2}));
}

TEST_F(Renames, AContextIsSplitAtTheCut) {
    protocol::Change change;
    change.dot = {kOld, 4};
    change.record.created = {kOld, 3};
    change.writes = {
        {"title", "x", merge::VersionVector({{kOld, 3}, {kOther, 8}}), merge::VersionVector({{kOld, 1}})}};
    const protocol::Change again = renaming(change);
    EXPECT_EQ(again.dot, (Dot{kNew, 2}));
    EXPECT_EQ(again.record.created, (Dot{kNew, 1}));
    EXPECT_EQ(again.writes[0].context, merge::VersionVector({{kOld, 2}, {kNew, 1}, {kOther, 8}}));
    EXPECT_EQ(again.writes[0].wide, merge::VersionVector({{kOld, 1}}));
}

TEST_F(Renames, ItemsAndReferencesFollowTheirDots) {
    const std::string before = toText(Dot{kOld, 3}), after = toText(Dot{kNew, 1});
    EXPECT_EQ(renaming.path("findings/" + before + ".2/advice"), "findings/" + after + ".2/advice");
    EXPECT_EQ(renaming.path("findings/~1/advice"), "findings/~1/advice");
    EXPECT_EQ(renaming.path("title"), "title");
    protocol::Change change;
    change.dot = {kOld, 4};
    change.record.created = {kOld, 1};
    change.writes = {{"related/~1/record", before, {}, {}}, {"list", merge::Json{before, "其他"}, {}, {}}};
    EXPECT_EQ(renaming(change).writes[0].value, after);
    EXPECT_EQ(renaming(change).writes[1].value, (merge::Json{after, "其他"}));
}

}  // namespace
}  // namespace fayi::store
