// SPDX-License-Identifier: Apache-2.0
// Scope is exact: what left is gone, what waits is first sent (invariant 7).
#include "together.h"

namespace fayi::testing {
namespace {

using Leaving = Together;

TEST_F(Leaving, APersonMovedFromOneVillageToAnotherHoldsTheOtherAndNothingOfTheFirst) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, who, 1), other(hub, hub.person("clerk", "500115002"), 2);
    const RecordId mine = a.create("甲村的"), theirs = other.create("乙村的");
    other.sync();
    a.sync();
    a.edit(mine, {{"place", "未上报的修改"}});
    hub.scope(who, {"500115002"});
    a.sync();
    EXPECT_FALSE(a.holds(mine));
    EXPECT_TRUE(a.holds(theirs));
    EXPECT_EQ(must(hub.store->record(mine))->fields["place"], "未上报的修改") << "it was sent first";
    a.expectSound();
    hub.expectSound();
}

TEST_F(Leaving, OnesOwnRecordsComeBackWhenTheScopeDoes) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, who, 1);
    std::vector<RecordId> ids;
    for (int i = 0; i < 700; ++i)
        ids.push_back(a.create("宣讲" + std::to_string(i)));
    a.sync();
    const std::string before = a.everything();
    hub.scope(who, {"500115002"});
    a.sync();
    EXPECT_EQ(a.listed(), 0U);
    a.expectSound();
    hub.scope(who, {"500115001"});
    a.sync();
    EXPECT_EQ(a.everything(), before);
    a.edit(ids[3], {{"attendance", 5}});
    EXPECT_EQ(a.sync().pushed, 1U);
    a.expectSound();
    hub.expectSound();
}

TEST_F(Leaving, ARecordThatMovedAwayWhileTheScopeChangedIsNotKept) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, who, 1), boss(hub, hub.person("district", "500115"), 2);
    const RecordId id = a.create("会移走的");
    a.sync();
    boss.sync();
    boss.move(id, "500115003");
    boss.sync();
    hub.scope(who, {"500115001", "500115002"});
    a.sync();
    EXPECT_FALSE(a.holds(id));
    a.expectSound();
}

TEST_F(Leaving, ARefusedChangeOfARecordThatLeftKeepsItUntilSomebodyDealsWithIt) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, who, 1), boss(hub, hub.person("district", "500115"), 2);
    const RecordId id = a.create("会移走的");
    a.sync();
    boss.sync();
    boss.move(id, "500115003");
    boss.sync();
    clock.advance(std::chrono::hours(24 * 100));  // past the grace
    a.edit(id, {{"place", "来不及了"}});
    EXPECT_EQ(a.sync().refused.size(), 1U);
    ASSERT_TRUE(a.holds(id));
    ASSERT_EQ(a.store->attention().value().size(), 1U);
    EXPECT_EQ(a.store->attention().value()[0].writes["place"], "来不及了");
    a.expectSound();
}

}  // namespace
}  // namespace fayi::testing
