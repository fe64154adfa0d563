// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "fayi/base/limits.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using Pull = HubTest;

TEST_F(Pull, ReferenceDataReachEverybody) {
    FakeStation a = station(person("advisor", "500115001200"));
    a.syncAll(context);
    std::set<std::string> types;
    for (const auto& [record, sent] : a.states)
        types.insert(sent.type);
    EXPECT_THAT(types, Contains("org-unit"));
    EXPECT_THAT(types, Contains("person"));
}

TEST_F(Pull, ARecordReachesTheScopesItLiesInAndNoOther) {
    FakeStation village = station(person("advisor", "500115001200"), "村");
    FakeStation street = station(person("clerk", "500115001"), "街道");
    FakeStation other = station(person("clerk", "500115002"), "别处");
    FakeStation district = station(person("district", "500115"), "区");
    const RecordId record = village.create("outreach", kOutreach);
    village.syncAll(context);
    for (FakeStation* each : {&street, &other, &district})
        each->syncAll(context);
    EXPECT_TRUE(street.holds(record));
    EXPECT_TRUE(district.holds(record));
    EXPECT_FALSE(other.holds(record));
}

TEST_F(Pull, TheSubtreeOfAUnitContainsTheUnitsItTookThePlaceOf) {
    // 500115122 became the street 500115003.
    FakeStation old = station(person("clerk", "500115122"), "旧镇");
    FakeStation now = station(person("clerk", "500115003"), "新街道");
    const RecordId record = old.create("outreach", kOutreach);
    old.syncAll(context);
    now.syncAll(context);
    EXPECT_TRUE(now.holds(record));
}

TEST_F(Pull, AnIdleSyncAfterAPushReadsNothingBack) {
    FakeStation a = station(person("clerk", "500115001"));
    a.syncAll(context);
    for (int i = 0; i < 20; ++i)
        a.create("outreach", kOutreach);
    const auto pushed = goodOf(a.sync(context));
    EXPECT_THAT(pushed.changes, IsEmpty());
    const auto idle = goodOf(a.sync(context));
    EXPECT_THAT(idle.changes, IsEmpty());
    EXPECT_FALSE(idle.more);
    EXPECT_EQ(idle.cursor.position, must(store->lastPosition()));
    EXPECT_LE(protocol::encode(a.request()).size() + protocol::encode(idle).size(), 150U);
}

TEST_F(Pull, PagesAreBoundedAndTheCursorLosesNothing) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    b.syncAll(context);
    std::vector<RecordId> records;
    for (int i = 0; i < 1100; ++i)
        records.push_back(a.create("outreach", kOutreach));
    a.syncAll(context);
    const auto pages = b.syncAll(context);
    EXPECT_GE(pages.size(), 3U);
    for (const SyncResponse& page : pages)
        EXPECT_LE(page.changes.size(), limits::kPageChanges);
    for (const RecordId record : records)
        EXPECT_TRUE(b.holds(record));
    EXPECT_THAT(goodOf(b.sync(context)).changes, IsEmpty());
}

TEST_F(Pull, ItsOwnEditsEndAPageWhereTheyTouchedAsManyRecordsAsAPageHolds) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    a.syncAll(context);
    std::vector<RecordId> records;
    for (std::size_t i = 0; i < limits::kPageChanges + 100; ++i)
        records.push_back(a.create("outreach", kOutreach));
    const auto created = a.syncAll(context);
    EXPECT_FALSE(created.back().more) << "nothing competes in what was only made: that bounds no page";
    const Position before = a.position;
    for (const RecordId record : records)
        a.write(record, {{"theme", "改过"}});
    const RecordId later = b.create("outreach", kOutreach);
    a.syncAll(context);
    b.syncAll(context);
    a.position = before;
    const auto pages = a.syncAll(context);
    ASSERT_THAT(pages, SizeIs(2));
    EXPECT_EQ(pages[0].cursor.position.value, before.value + limits::kPageChanges);
    EXPECT_EQ(pages[1].cursor.position, must(store->lastPosition()));
    EXPECT_TRUE(a.holds(later));
}

TEST_F(Pull, AStationOfASmallScopeWalksALargeLogWithoutReceivingIt) {
    FakeStation writer = station(person("clerk", "500115001"));
    FakeStation other = station(person("clerk", "500115002"), "别处");
    other.syncAll(context);
    for (int i = 0; i < 1500; ++i)
        writer.create("outreach", kOutreach);
    writer.syncAll(context);
    const auto pages = other.syncAll(context);
    EXPECT_THAT(pages, SizeIs(1));
    EXPECT_THAT(pages[0].changes, IsEmpty());
    EXPECT_EQ(pages[0].cursor.position, must(store->lastPosition()));
}

TEST_F(Pull, APageIsBoundedInBytesToo) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    b.syncAll(context);
    for (int i = 0; i < 5; ++i)
        a.create("outreach", {{"later", std::string(400'000, 'x')}});
    a.syncAll(context);
    const auto pages = b.syncAll(context);
    EXPECT_GE(pages.size(), 3U);
    std::size_t received = 0;
    for (const SyncResponse& page : pages) {
        EXPECT_LE(page.changes.size(), 2U);
        received += page.changes.size();
    }
    EXPECT_EQ(received, 5U);
}

TEST_F(Pull, ARepeatedPullGivesTheSamePage) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    a.create("outreach", kOutreach);
    a.syncAll(context);
    b.create("outreach", kOutreach);
    b.syncAll(context);
    a.create("outreach", kOutreach);
    a.syncAll(context);
    const SyncRequest request = b.request();
    const auto first = goodOf(must(hub::sync(context, b.credentials, request)));
    const auto second = goodOf(must(hub::sync(context, b.credentials, request)));
    EXPECT_EQ(first.changes.size(), 1U);
    EXPECT_EQ(first.changes, second.changes);
    EXPECT_EQ(first.cursor, second.cursor);
}

TEST_F(Pull, ChangesComeWithTheirEffectiveTimesAndTheNamesOfTheirPens) {
    FakeStation a = station(person("clerk", "500115001", "王五"), "凤城一号机");
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    b.syncAll(context);
    a.clockError = std::chrono::hours(1);
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    const auto pages = b.syncAll(context);
    EXPECT_EQ(b.news.at(record.created).effective.wall(), clock.now());
    bool named = false;
    for (const SyncResponse& page : pages)
        for (const protocol::PenName& pen : page.pens)
            if (pen.replica == a.pens[0].id) {
                named = true;
                EXPECT_EQ(pen.personName, "王五");
                EXPECT_EQ(pen.stationName, "凤城一号机");
                EXPECT_EQ(pen.org, "500115001");
            }
    EXPECT_TRUE(named);
}

TEST_F(Pull, AMovedRecordLeavesOneScopeAndArrivesAtTheOtherWithItsHistory) {
    FakeStation from = station(person("clerk", "500115001"), "从");
    FakeStation to = station(person("clerk", "500115002"), "到");
    FakeStation boss = station(person("district", "500115"), "区");
    const RecordId record = from.create("outreach", kOutreach);
    for (int i = 0; i < 9; ++i)
        from.write(record, {{"attendance", i}});
    for (FakeStation* each : {&from, &to, &boss})
        each->syncAll(context);
    EXPECT_FALSE(to.holds(record));
    boss.write(record, {{"$org", "500115002"}});
    for (FakeStation* each : {&boss, &from, &to})
        each->syncAll(context);
    EXPECT_THAT(from.left, Contains(record));
    EXPECT_THAT(to.left, Not(Contains(record)));
    EXPECT_THAT(boss.left, Not(Contains(record)));
    EXPECT_EQ(to.changesOf(record), 11U);
    EXPECT_EQ(boss.changesOf(record), 0U) << "it had the state; its own move it has, nothing was sent again";
}

TEST_F(Pull, ALongHistoryArrivesPageByPage) {
    FakeStation from = station(person("clerk", "500115001"), "从");
    FakeStation to = station(person("clerk", "500115002"), "到");
    FakeStation boss = station(person("district", "500115"), "区");
    const RecordId record = from.create("outreach", kOutreach);
    for (int i = 0; i < 1200; ++i)
        from.write(record, {{"attendance", i}});
    for (FakeStation* each : {&from, &to, &boss})
        each->syncAll(context);
    boss.write(record, {{"$org", "500115002"}});
    boss.syncAll(context);
    const auto pages = to.syncAll(context);
    EXPECT_GE(pages.size(), 3U);
    EXPECT_EQ(to.changesOf(record), 1202U);
}

TEST_F(Pull, ARecordThatWentAndCameBackComesWithOnesOwnChanges) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation boss = station(person("district", "500115"), "区");
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    boss.syncAll(context);
    boss.write(record, {{"$org", "500115002"}});
    boss.syncAll(context);
    a.syncAll(context);
    EXPECT_THAT(a.left, Contains(record));
    a.forgetAll();  // it forgot the record
    const auto& history = boss.pens[0].log;
    boss.pens[0].write(
        clock, random, {}, record,
        {{"$org", "500115001", merge::VersionVector({{boss.pens[0].id, history.size()}}), {}}});
    boss.syncAll(context);
    a.syncAll(context);
    EXPECT_TRUE(a.holds(record));
    EXPECT_EQ(a.changesOf(record), 3U);
}

TEST_F(Pull, ConcurrentMovesKeepTheRecordInBothScopes) {
    FakeStation boss = station(person("district", "500115"), "区一");
    FakeStation second = station(person("district", "500115"), "区二");
    FakeStation x = station(person("clerk", "500115002"), "甲地");
    FakeStation y = station(person("clerk", "500115003"), "乙地");
    const RecordId record = boss.create("outreach", {{"theme", "宣讲"}, {"$org", "500115001"}});
    boss.syncAll(context);
    second.syncAll(context);
    const merge::VersionVector seen({{boss.pens[0].id, 1}});
    boss.pens[0].write(clock, random, {}, record, {{"$org", "500115002", seen, {}}});
    second.pens[0].write(clock, random, {}, record, {{"$org", "500115003", seen, {}}});
    for (FakeStation* each : {&boss, &second, &x, &y})
        each->syncAll(context);
    EXPECT_TRUE(x.holds(record));
    EXPECT_TRUE(y.holds(record));
    EXPECT_EQ(must(store->record(record))->orgs, "500115002,500115003");
}

TEST_F(Pull, AScopeThatGrowsBringsTheOlderRecords) {
    const RecordId who = person("clerk", "500115002");
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(who, "二号机");
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    b.syncAll(context);
    EXPECT_FALSE(b.holds(record));
    must(setScope(context, who, {"500115001", "500115002"}));
    const auto pages = b.syncAll(context);
    EXPECT_EQ(pages.front().scope, (std::vector<std::string>{"500115001", "500115002"}));
    EXPECT_TRUE(b.holds(record));
    EXPECT_TRUE(goodOf(b.sync(context)).scope.empty()) << "told once";
}

TEST_F(Pull, AScopeThatShrankAndGrewAgainBringsBackOnesOwnRecords) {
    const RecordId who = person("clerk", "500115001");
    FakeStation a = station(who);
    std::vector<RecordId> records;
    for (int i = 0; i < 700; ++i)  // more than a page
        records.push_back(a.create("outreach", kOutreach));
    a.syncAll(context);
    must(setScope(context, who, {"500115002"}));
    a.syncAll(context);
    a.forgetAll();  // it forgot what is outside
    must(setScope(context, who, {"500115001"}));
    a.syncAll(context);
    for (const RecordId record : records)
        EXPECT_TRUE(a.holds(record));
}

TEST_F(Pull, WhatAPenWroteLeavesAlsoWhereThePenTurnsOutToBeSharedWithACopy) {
    const RecordId ending = person("clerk", "500115001", "甲");
    FakeStation a = station(ending);
    join(a, person("clerk", "500115002", "乙"));
    a.syncAll(context);
    const RecordId record = a.create("outreach", kOutreach);
    FakeStation copy = a;
    a.syncAll(context);
    a.create("outreach", kOutreach);
    must(setScope(context, ending, {"500115002"}));
    a.syncAll(context);
    copy.scopeVersion = a.scopeVersion;  // it had heard of it before the record was made
    copy.scope = a.scope;
    const auto answer = goodOf(copy.sync(context));
    EXPECT_THAT(answer.forked, Not(IsEmpty()));
    EXPECT_THAT(answer.leaving, Contains(record));
}

TEST_F(Pull, TheScopeOfAStationIsTheUnionOfItsPeoples) {
    FakeStation shared = station(person("clerk", "500115001", "甲"), "合用");
    FakeStation other = station(person("clerk", "500115002"), "别处");
    const RecordId record = other.create("outreach", kOutreach);
    other.syncAll(context);
    shared.syncAll(context);
    EXPECT_FALSE(shared.holds(record));
    join(shared, person("clerk", "500115002", "乙"));
    shared.syncAll(context);
    EXPECT_TRUE(shared.holds(record));
}

TEST_F(Pull, ACursorOfAnotherEpochStartsFromTheBeginning) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    b.syncAll(context);
    b.forgetAll();
    b.epoch = 99;
    b.syncAll(context);
    EXPECT_TRUE(b.holds(record));
    EXPECT_EQ(b.epoch, 1U);
}

TEST_F(Pull, ADefinitionThatTheDistrictAddsReachesTheStations) {
    FakeStation a = station(person("clerk", "500115001"));
    a.syncAll(context);
    const std::size_t before = a.news.size();
    const std::string text = R"({"kind": "code-list", "name": "local-topics", "version": 1,
        "labels": {"zh": "本地主题", "en": "Local topics"},
        "choices": [{"code": "a", "labels": {"zh": "甲", "en": "A"}}]})";
    const auto added = addDefinition(context, text, "local-topics.json");
    ASSERT_TRUE(added.ok()) << added.error().message.en;
    a.syncAll(context);
    EXPECT_EQ(a.news.size(), before + 1);
}

}  // namespace
}  // namespace fayi::hub::testing
