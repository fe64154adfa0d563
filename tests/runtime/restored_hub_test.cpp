// SPDX-License-Identifier: Apache-2.0
// A hub that is put back to a backup, and real stations that meet it again.
#include "fayi/sqlite/database.h"
#include "hub_and_station.h"

namespace fayi::runtime {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct RestoredHub : ::testing::Test {
    TestHub hub;
    RecordId who = hub.person("张甲", "500115001"), other = hub.person("李乙", "500115001");
    TestStation a{1, hub, who};
    std::optional<TestStation> b{std::in_place, 2, hub, other};

    void syncBoth() {
        a.sync();
        b->sync();
        a.sync();
    }
    void expectTheSameEverywhere() {
        const std::string all = a.local.everything();
        TestStation fresh(9, hub, hub.person("新人", "500115001"));
        fresh.sync();
        EXPECT_EQ(fresh.local.everything(), all);
        EXPECT_TRUE(hub.verifies());
        EXPECT_THAT(a.local.store->check().value().faults, IsEmpty());
        a.sync();
        EXPECT_EQ(a.local.everything(), all);
        EXPECT_EQ(hub.requests, 1) << "nothing is left to do";
    }
};

TEST_F(RestoredHub, GetsBackWhatAStationHadSentIt) {
    a.create();
    syncBoth();
    hub.backUp();
    const RecordId later = a.create();
    syncBoth();
    a.local.edit(later, {{"theme", "改过"}});
    a.sync();
    hub.putBack();
    const SyncResult result = a.sync();
    EXPECT_FALSE(result.notice.zh.empty());
    EXPECT_EQ(result.pushed, 2U);
    EXPECT_THAT(hub.history(later), SizeIs(2));
    EXPECT_FALSE(hub.history(later)[0].contains("testimony"));
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, GetsBackWhatIsUnsentTooAndInOrder) {
    hub.backUp();
    const RecordId later = a.create();
    a.sync();
    a.local.edit(later, {{"theme", "没来得及上报"}});
    hub.putBack();
    a.sync();
    EXPECT_EQ(hub.history(later)[1]["writes"]["theme"], "没来得及上报");
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, HeadsAndReceiptsGoOnceABackupHoldsWhatTheyCover) {
    a.create();
    a.sync();
    const auto heads = [&] {
        const auto file = sqlite::Database::open(a.local.folder / "data" / "station.db", {}).value();
        auto row = file->prepare("SELECT count(*) FROM head");
        return row.step() ? row.number(0) : 99;
    };
    EXPECT_EQ(heads(), 1U);
    hub.backUp();
    a.sync();
    EXPECT_EQ(heads(), 0U);
}

TEST_F(RestoredHub, HearsOfAComputerThatIsLostFromOneThatIsNot) {
    const RecordId shared = a.create();
    syncBoth();
    hub.backUp();
    const RecordId lost = b->create({{"theme", "只在乙机"}, {"happened_on", "2026-03-01"}});
    b->local.edit(shared, {{"theme", "乙改"}});
    syncBoth();
    b->local.edit(lost, {{"attendance", 7}});
    syncBoth();
    const std::string all = a.local.everything();
    b.reset();
    hub.putBack();
    a.sync();
    EXPECT_EQ(a.local.everything(), all);
    const Json history = hub.history(lost);
    ASSERT_THAT(history, SizeIs(2));
    for (const Json& line : history) {
        EXPECT_EQ(line["testimony"], "第1机");
        EXPECT_EQ(line["by"], "李乙");
    }
    EXPECT_EQ(hub.history(shared).back()["writes"]["theme"], "乙改");
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, OwnChangesThatRestOnTheLostOnesComeAfterThem) {
    hub.backUp();
    const RecordId lost = b->create();
    syncBoth();
    a.local.edit(lost, {{"theme", "甲改了乙的"}});
    syncBoth();
    b.reset();
    hub.putBack();
    EXPECT_THAT(a.sync().refused, IsEmpty());
    ASSERT_THAT(hub.history(lost), SizeIs(2));
    EXPECT_TRUE(hub.history(lost)[0].contains("testimony"));
    EXPECT_FALSE(hub.history(lost)[1].contains("testimony"));
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, WhatTheAuthorSignedTakesThePlaceOfTestimony) {
    hub.backUp();
    const RecordId later = b->create();
    syncBoth();
    hub.putBack();
    a.sync();
    EXPECT_TRUE(hub.history(later)[0].contains("testimony"));
    b->sync();
    ASSERT_THAT(hub.history(later), SizeIs(1));
    EXPECT_FALSE(hub.history(later)[0].contains("testimony"));
    expectTheSameEverywhere();
    EXPECT_EQ(b->local.everything(), a.local.everything());
}

TEST_F(RestoredHub, PeopleAndTheirPermissionsComeBackWithTheirStations) {
    hub.backUp();
    const RecordId late = hub.person("晚来", "500115001");
    TestStation c(3, hub, late);
    const RecordId theirs = c.create();
    c.sync();
    {
        hub::Context live = hub.context();
        ASSERT_TRUE(hub::revokePerson(live, other, false).ok());
    }
    a.sync();
    hub.putBack();
    a.sync();
    hub::Context live = hub.context();
    const Json people = hub::listPeople(live).value();
    ASSERT_THAT(people, SizeIs(3));
    EXPECT_EQ(people[1]["revoked"], true);
    EXPECT_EQ(people[2]["name"], "晚来");
    EXPECT_EQ(people[2]["testimony"], "第1机");
    EXPECT_FALSE(people[0].contains("testimony"));
    EXPECT_TRUE(hub.history(theirs)[0].contains("testimony"));
    c.sync();
    EXPECT_FALSE(hub.history(theirs)[0].contains("testimony"));
    c.create();
    EXPECT_EQ(c.sync().pushed, 1U);
}

TEST_F(RestoredHub, APenWhoseChangesAreNotAllHereAnyMoreIsTestifiedAndLaidDown) {
    TestStation district(4, hub, hub.person("区局", "500115", "district"));
    hub.backUp();
    const RecordId moved = a.create(), stays = a.create({{"theme", "留下"}, {"happened_on", "2026-03-01"}});
    a.sync();
    district.sync();
    const auto state = district.local.store->state(moved).value();
    district.local.clock.advance(Millis(1000));
    ASSERT_TRUE(
        district.local.store
            ->save(1, {{moved, "", {{"$org", "500115002", state.contextFor("$org", state.seen()), {}}}}})
            .ok());
    district.sync();
    a.sync();
    ASSERT_FALSE(a.local.store->get(moved).ok());
    hub.putBack();
    const RecordId unsent = a.create({{"theme", "没上报"}, {"happened_on", "2026-03-01"}});
    a.sync();
    district.sync();
    a.sync();
    EXPECT_THAT(hub.history(moved), SizeIs(2));
    EXPECT_TRUE(hub.history(stays)[0].contains("testimony"));
    EXPECT_FALSE(a.local.store->get(unsent).ok()) << "it has another name now";
    EXPECT_EQ(a.local.store->counts().waiting, 0U);
    EXPECT_EQ(a.local.store->counts().records, 2U);
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, WhatItHasTakenSinceFromACopyIsRefusedNoMore) {
    hub.backUp();
    const RecordId id = a.create();
    TestStation copy(5, a);
    {
        hub::Context live = hub.context();
        ASSERT_TRUE(hub::lockPeriod(live, "500115001", "2026-12-31").ok());
    }
    a.sync();
    ASSERT_THAT(a.local.store->attention().value(), SizeIs(1));
    hub.putBack();  // to before the lock
    EXPECT_EQ(copy.sync().pushed, 1U);
    a.sync();
    EXPECT_THAT(a.local.store->attention().value(), IsEmpty());
    EXPECT_FALSE(a.local.store->get(id).value().creationRefused);
    EXPECT_EQ(a.local.everything(), copy.local.everything());
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, MayBePutBackTwice) {
    hub.backUp();
    const RecordId mine = a.create(), theirs = b->create();
    syncBoth();
    hub.putBack();
    a.sync();
    const RecordId more = a.create();
    a.sync();
    hub.putBack();
    a.sync();
    for (const RecordId id : {mine, theirs, more})
        EXPECT_THAT(hub.history(id), SizeIs(1));
    b->sync();
    expectTheSameEverywhere();
}

TEST_F(RestoredHub, IsToldManyRecordsInPages) {
    hub.backUp();
    for (int i = 0; i < 700; ++i)
        b->create();
    syncBoth();
    b.reset();
    hub.putBack();
    a.sync();
    EXPECT_GT(hub.requests, 5);
    expectTheSameEverywhere();
}

/// A long text that two people edit at once, of which a third store knows no more than how it stands.
struct RestoredText : RestoredHub {
    TestStation c{3, hub, hub.person("王丙", "500115001")};
    RecordId id;

    void SetUp() override {
        hub.backUp();
        id = a.local.create("contract-review",
                            {{"contract_name", "租赁合同"}, {"conclusion_note", "一。二。三。"}});
        syncBoth();
    }
    void note(TestStation& at, const std::string& text) { at.local.edit(id, {{"conclusion_note", text}}); }
    Json notes(TestStation& at) {
        const records::View view = at.local.store->get(id).value().view;
        return {view.fields["conclusion_note"], view.conflicts};
    }
    const Json both{"改一。二。改三。", Json::array()};
};

TEST_F(RestoredText, WhatTwoTextsBeganFromIsToldByWhoHoldsTheRecordAsAState) {
    note(a, "改一。二。三。");
    note(*b, "一。二。改三。");
    syncBoth();
    b->sync();
    c.sync();
    ASSERT_EQ(notes(c), both);
    b.reset();
    hub.putBack();
    c.sync();
    EXPECT_EQ(notes(c), both) << "nobody else has told of it yet";
    a.sync();
    c.sync();
    EXPECT_EQ(notes(a), both);
    expectTheSameEverywhere();
}

TEST_F(RestoredText, TheTextBothBeganFromReachesWhoTookTheTestimonyWithoutIt) {
    TestStation d(4, hub, hub.person("赵丁", "500115001"));
    d.sync();
    note(d, "一。二。改三。");
    note(*b, "改一。二。三。");
    b->sync();
    c.sync();
    hub.putBack();
    for (TestStation* at : {&c, &d, &c})
        at->sync();
    EXPECT_EQ(notes(c), both) << "told by who edited it, though its author has not signed for it again";
    for (TestStation* at : {&a, &*b, &c, &d, &a})
        at->sync();
    for (TestStation* at : {&a, &*b, &c, &d})
        EXPECT_EQ(notes(*at), both) << at->number;
    expectTheSameEverywhere();
}

TEST_F(RestoredText, ATestimonyIsReplacedWhereItIsHeldAsAChange) {
    c.sync();
    note(c, "一。二。改三。");
    note(*b, "改一。二。三。");
    b->sync();
    a.sync();
    TestStation d(4, hub, hub.person("赵丁", "500115001"));
    d.sync();
    hub.putBack();
    TestStation e(5, hub, hub.person("钱戊", "500115001"));
    e.sync();  // has read all of the new hub before anybody told it anything
    for (TestStation* at : {&d, &c, &e})
        at->sync();
    EXPECT_EQ(notes(e), both) << "told twice: as a state had it left, then whole";
    for (TestStation* at : {&a, &*b, &c, &d, &e, &a})
        at->sync();
    for (TestStation* at : {&a, &*b, &c, &d, &e})
        EXPECT_EQ(notes(*at), both) << at->number;
    expectTheSameEverywhere();
}

}  // namespace
}  // namespace fayi::runtime
