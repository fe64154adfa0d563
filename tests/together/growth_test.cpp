// SPDX-License-Identifier: Apache-2.0
// Growth: old changes and tombstones make room on stations; the hub keeps all.
#include "together.h"

namespace fayi::testing {
namespace {

using Growth = Together;
constexpr auto kDay = std::chrono::hours(24);

TEST_F(Growth, OldChangesOfOthersArePrunedAndComeBackOnDemand) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.sync();
    const RecordId id = a.create("民法典宣讲");
    a.edit(id, {{"attendance", 31}});
    a.sync();
    b.sync();
    EXPECT_EQ(must(b.store->history(id)).size(), 2U);
    clock.advance(kDay * 100);
    b.sync();
    EXPECT_TRUE(must(b.store->history(id)).empty());
    EXPECT_EQ(b.fields(id)["attendance"], 31);
    b.expectSound();
    EXPECT_EQ(must(a.store->history(id)).size(), 2U) << "its own are in no verified backup of the hub yet";
    runtime::fetchHistory(*b.store, *b.transport, id);
    EXPECT_EQ(must(b.store->history(id)).size(), 2U);
    b.expectSound();
}

TEST_F(Growth, ARefusalAfterPruningTakesBackOnlyWhatWasRefused) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    Computer b(hub, who, 2);
    b.sync();
    const RecordId id = a.create("民法典宣讲");
    a.sync();
    b.sync();
    clock.advance(kDay * 100);
    b.sync();
    b.edit(id, {{"place", "文化广场"}});
    b.edit(id, {{"attendance", 55}});
    a.edit(id, {{"theme", "甲改"}});
    a.sync();
    ASSERT_TRUE(hub::revokePerson(hub.context, who, true).ok());
    b.join(hub.person("clerk", "500115001", "李四"), must(b.store->addPerson("李四")));
    EXPECT_EQ(b.sync().refused.size(), 2U);
    EXPECT_EQ(b.fields(id), a.fields(id));
    b.expectSound();
}

TEST_F(Growth, AConflictKeepsItsChangesHoweverOld) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.sync();
    const RecordId id = a.create("民法典宣讲");
    a.sync();
    b.sync();
    a.edit(id, {{"attendance", 44}});
    b.edit(id, {{"attendance", 55}});
    for (Computer* each : {&a, &b, &a})
        each->sync();
    clock.advance(kDay * 100);
    b.sync();
    EXPECT_EQ(must(b.store->history(id)).size(), 3U);
}

TEST_F(Growth, ATombstoneIsForgottenOnceEveryStationHasPassedIt) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    const RecordId id = a.create("会删掉的"), kept = a.create("留下的");
    a.sync();
    b.sync();
    a.remove(id);
    a.sync();
    clock.advance(kDay * 100);
    a.sync();
    EXPECT_TRUE(a.holds(id)) << "the other has not seen the delete";
    b.sync();
    for (int day = 0; day < 3; ++day) {
        clock.advance(kDay);
        a.sync();
        b.sync();
    }
    EXPECT_FALSE(a.holds(id));
    EXPECT_FALSE(b.holds(id));
    EXPECT_TRUE(b.holds(kept));
    EXPECT_TRUE(must(hub.store->record(id))->deleted) << "the hub keeps all";
    a.expectSound();
    b.expectSound();
    hub.expectSound();
}

TEST_F(Growth, AnEditFromLongAgoBringsAForgottenRecordBackWithItsHistory) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    const RecordId id = a.create("会删掉的");
    a.sync();
    b.sync();
    b.edit(id, {{"place", "未上报"}});  // and is away for long
    a.remove(id);
    a.sync();
    for (int week = 0; week < 60; ++week) {
        clock.advance(kDay * 7);
        a.sync();
    }
    EXPECT_FALSE(a.holds(id));
    b.sync();
    a.sync();
    ASSERT_TRUE(a.holds(id));
    EXPECT_EQ(a.fields(id)["place"], "未上报");
    EXPECT_TRUE(must(a.store->get(id)).view.revived);
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
    b.expectSound();
}

}  // namespace
}  // namespace fayi::testing
