// SPDX-License-Identifier: Apache-2.0
// The reference model by itself, on cases small enough to see the answer.
#include "model.h"

#include <gtest/gtest.h>

namespace fayi::sim::model {
namespace {

struct ModelTest : ::testing::Test {
    Model model;
    int record = 0;
    std::uint64_t time = 0;

    void SetUp() override {
        model.types["t"].policies = {{"fact", "review"}, {"note", "latest"}, {"most", "max"}};
        record = model.addRecord("t");
        write("fact", 1, {});
    }
    SaveId write(const std::string& path, const Json& value, const Seen& seen, const Seen& wide = {}) {
        Save save;
        save.record = record;
        save.creates = model.record(record).created < 0;
        save.homeOrg = "500115001";
        save.fate = Fate::Accepted;
        save.order = {++time, 1, time};
        save.writes = {{path, value, seen, wide}};
        return model.add(save);
    }
};

TEST_F(ModelTest, AWriteReplacesWhatItsAuthorHadSeenAndNothingElse) {
    const SaveId a = write("fact", 2, {0}), b = write("fact", 3, {0});
    EXPECT_EQ(model.siblings(record, "fact"), (std::set<SaveId>{a, b}));
    EXPECT_EQ(model.conflicts(record), std::set<std::string>{"fact"});
    const SaveId c = write("fact", 3, {0, a, b});
    EXPECT_EQ(model.siblings(record, "fact"), std::set<SaveId>{c});
    EXPECT_TRUE(model.conflicts(record).empty());
}

TEST_F(ModelTest, TheSameValueTwiceIsNoConflict) {
    write("fact", 2, {0});
    write("fact", 2, {0});
    EXPECT_EQ(model.siblings(record, "fact").size(), 2U);
    EXPECT_TRUE(model.conflicts(record).empty());
}

TEST_F(ModelTest, ARefusedWriteCountsForNothing) {
    const SaveId a = write("fact", 2, {0});
    model.save(a).fate = Fate::Refused;
    EXPECT_EQ(model.siblings(record, "fact"), std::set<SaveId>{0});
}

TEST_F(ModelTest, ADeleteHoldsWhileItHadSeenEverything) {
    write("$deleted", true, {}, {0});
    EXPECT_TRUE(model.deleted(record));
    write("note", "later", {});
    EXPECT_FALSE(model.deleted(record));
}

TEST_F(ModelTest, AVerificationHoldsUntilContentChanges) {
    write("$state", "verified", {}, {0});
    EXPECT_EQ(model.state(record), "verified");
    write("fact", 5, {0});
    EXPECT_EQ(model.state(record), "submitted");
}

TEST_F(ModelTest, PoliciesChooseWhatIsShown) {
    write("most", 7, {});
    write("most", 3, {});
    EXPECT_EQ(model.shown(record, "most"), Json(7));
    write("set:x", true, {});
    write("set:x", nullptr, {});
    EXPECT_EQ(model.shown(record, "set:x"), Json(true));
    write("note", "first", {});
    write("note", "last", {});
    EXPECT_EQ(model.shown(record, "note"), Json("last"));
}

TEST_F(ModelTest, ARecordIsWhereItsAuthorIsUntilItIsMoved) {
    EXPECT_EQ(model.orgs(record), std::set<std::string>{"500115001"});
    write("$org", "500115002", {});
    write("$org", "500115003", {});
    EXPECT_EQ(model.orgs(record), (std::set<std::string>{"500115002", "500115003"}));
}

}  // namespace
}  // namespace fayi::sim::model
