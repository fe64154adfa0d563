// SPDX-License-Identifier: Apache-2.0
// First syncs and changes of scope: the current state in pages, applied aside and shown whole.
#include "fayi/sqlite/database.h"
#include "fayi/store/read_anew.h"
#include "together.h"

namespace fayi::testing {
namespace {

using Fresh = Together;

TEST_F(Fresh, AFirstSyncBringsTheStateAndNotTheHistory) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    const RecordId id = a.create("民法典宣讲");
    for (int i = 0; i < 5; ++i)
        a.edit(id, {{"attendance", 40 + i}});
    a.sync();
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.sync();
    EXPECT_EQ(b.everything(), a.everything());
    EXPECT_TRUE(must(b.store->history(id)).empty());
    EXPECT_FALSE(must(b.store->holdsHistory(id)));
    EXPECT_TRUE(must(a.store->holdsHistory(id)));
    b.expectSound();
}

TEST_F(Fresh, HistoryComesOnDemandAndTheRecordIsWholeThen) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    const RecordId id = a.create("民法典宣讲");
    for (int i = 0; i < 700; ++i)  // more than a page
        a.edit(id, {{"attendance", 40 + i}});
    a.sync();
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.sync();
    const auto fetched = runtime::fetchHistory(*b.store, *b.transport, id);
    EXPECT_EQ(fetched.trouble, protocol::Trouble::None) << fetched.words.en;
    EXPECT_EQ(fetched.traffic.requests, 2U);
    EXPECT_EQ(must(b.store->history(id)).size(), 701U);
    EXPECT_TRUE(must(b.store->holdsHistory(id)));
    b.expectSound();
    EXPECT_EQ(runtime::fetchHistory(*b.store, *b.transport, id).traffic.requests, 0U) << "it is here";
}

TEST_F(Fresh, ManyPagesAreShownOnlyWhenAllAreThereAndResumeWhereTheyBroke) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    for (int i = 0; i < 1200; ++i)
        a.create("宣讲" + std::to_string(i));
    a.sync();
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    ASSERT_EQ(b.once().trouble, protocol::Trouble::None);
    EXPECT_EQ(b.listed(), 0U) << "a part of the records would be wrong figures";
    const RecordId own = b.create("路上新建的");
    EXPECT_EQ(b.listed(), 1U) << "what is made here is shown at once";
    b.store = must(store::Store::open(b.folder / "data", clock, b.random));  // the program ended and began
    const auto rest = b.sync();
    EXPECT_LE(rest.pulled, 1200U) << "what came before is not sent again";
    EXPECT_EQ(b.listed(), 1201U);
    EXPECT_TRUE(b.holds(own));
    b.expectSound();
    a.sync();
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(Fresh, WhatChangesWhileThePagesComeIsNotMissed) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    std::vector<RecordId> ids;
    for (int i = 0; i < 1200; ++i)
        ids.push_back(a.create("宣讲" + std::to_string(i)));
    a.sync();
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.once();
    for (std::size_t i = 0; i < ids.size(); i += 100)
        a.edit(ids[i], {{"attendance", 99}});
    a.create("期间新建");
    a.remove(ids[5]);
    a.sync();
    b.sync();
    EXPECT_EQ(a.everything(), b.everything());
    b.expectSound();
}

TEST_F(Fresh, AnUnsentEditMeetsTheStateAndARefusalTakesOnlyItAway) {
    const RecordId who = hub.person("clerk", "500115001");
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    const RecordId id = a.create("民法典宣讲");
    a.sync();
    Computer b(hub, who, 2);
    b.sync();
    b.edit(id, {{"place", "文化广场"}});
    a.edit(id, {{"attendance", 77}});
    a.sync();
    ASSERT_TRUE(hub::revokePerson(hub.context, who, true).ok());
    hub.scope(hub.person("clerk", "500115001"), {"500115001"});
    b.join(hub.person("clerk", "500115001", "李四"), must(b.store->addPerson("李四")));
    const auto result = b.sync();
    EXPECT_EQ(result.refused.size(), 1U);
    EXPECT_FALSE(b.fields(id).contains("place"));
    EXPECT_EQ(b.fields(id)["attendance"], 77);
    EXPECT_EQ(b.store->attention().value().size(), 1U);
    b.expectSound();
}

TEST_F(Fresh, EditsOnAStateOfWhichTheHistoryIsNotHereConvergeAndConflictAsAlways) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    const RecordId id = a.create("民法典宣讲");
    a.edit(id, {{"attendance", 31}});
    a.sync();
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    b.sync();
    a.edit(id, {{"attendance", 44}});
    b.edit(id, {{"attendance", 55}});
    for (Computer* each : {&a, &b, &a})
        each->sync();
    EXPECT_EQ(must(b.store->get(id)).view.conflicts, std::vector<std::string>{"attendance"});
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
    b.expectSound();
}

TEST_F(Fresh, AStationThatWasAwayForYearsGetsAFreshStateAndItsUnsentWorkMerges) {
    Computer a(hub, hub.person("clerk", "500115001"), 1);
    Computer b(hub, hub.person("clerk", "500115001"), 2);
    const RecordId id = a.create("民法典宣讲");
    a.sync();
    b.sync();
    b.edit(id, {{"place", "文化广场"}});
    for (int week = 0; week < 70; ++week) {
        clock.advance(std::chrono::hours(24 * 7));
        a.edit(id, {{"attendance", week}});
        a.sync();
    }
    const auto result = b.sync();
    EXPECT_EQ(result.pushed, 1U);

    a.sync();
    EXPECT_EQ(a.fields(id), b.fields(id));
    EXPECT_EQ(b.fields(id)["attendance"], 69);
    EXPECT_EQ(b.fields(id)["place"], "文化广场");
    EXPECT_FALSE(must(b.store->holdsHistory(id))) << "the state came, not seventy changes";
    b.expectSound();
}

/// A store that has lost records nobody knows how, and what waits in it.
struct ReadAnew : Together {
    Computer a{hub, hub.person("clerk", "500115001"), 1}, b{hub, hub.person("clerk", "500115001"), 2};

    static void lose(const Computer& computer, const std::string& which) {
        const auto database = must(sqlite::Database::open(computer.folder / "data" / "station.db", {}));
        ASSERT_TRUE(database->execute(("DELETE FROM record WHERE " + which).c_str()).ok());
    }
    static void ask(const Computer& computer) { ASSERT_TRUE(store::readAnew(computer.folder / "data").ok()); }
};

TEST_F(ReadAnew, BringsWhatIsMissingAndKeepsWhatWaits) {
    const RecordId missing = a.create("没了的"), shared = a.create("两人写的");
    a.sync();
    b.sync();
    b.edit(shared, {{"attendance", 77}});
    const RecordId own = b.create("还没上报的");
    lose(b, "title='没了的'");
    ASSERT_FALSE(b.holds(missing));
    ask(b);
    EXPECT_TRUE(b.holds(own));
    EXPECT_EQ(b.fields(shared)["attendance"], 77);
    b.sync();
    EXPECT_TRUE(b.holds(missing));
    EXPECT_EQ(b.fields(shared)["attendance"], 77);
    a.sync();
    EXPECT_EQ(a.everything(), b.everything());
    EXPECT_FALSE(b.store->hasUnsent());
    hub.expectSound();
}

TEST_F(ReadAnew, WithoutItWhatIsMissingStaysAway) {
    const RecordId missing = a.create("没了的");
    a.sync();
    b.sync();
    lose(b, "title='没了的'");
    b.sync();
    EXPECT_FALSE(b.holds(missing));
}

TEST_F(ReadAnew, WhatIsHereStaysShownWhileThePagesComeAndItMayBeAskedForAgain) {
    for (int i = 0; i < 1200; ++i)
        a.create("宣讲" + std::to_string(i));
    a.sync();
    b.sync();
    ask(b);
    ASSERT_EQ(b.once().trouble, protocol::Trouble::None);
    EXPECT_EQ(b.listed(), 1200U);
    ask(b);
    ASSERT_EQ(b.once().trouble, protocol::Trouble::None);
    a.create("期间新建");
    a.sync();
    b.sync();
    EXPECT_EQ(b.listed(), 1201U);
    EXPECT_EQ(a.everything(), b.everything());
    b.expectSound();
    EXPECT_LE(b.once().pulled, 0U) << "once more means once";
}

}  // namespace
}  // namespace fayi::testing
