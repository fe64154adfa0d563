// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "fayi/base/limits.h"
#include "fixture.h"

namespace fayi::hub::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Push : public HubTest {
protected:
    std::uint64_t positions() { return must(store->lastPosition()).value; }
};

TEST_F(Push, WhatIsPushedIsAcknowledgedAndHeld) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId record = a.create("outreach", kOutreach);
    const auto answer = goodOf(a.sync(context));
    ASSERT_THAT(answer.acks, SizeIs(1));
    EXPECT_EQ(answer.acks[0].seq, 1U);
    EXPECT_THAT(answer.acks[0].refused, IsEmpty());
    EXPECT_THAT(answer.acks[0].effective, IsEmpty());
    const auto held = must(store->record(record));
    ASSERT_TRUE(held);
    EXPECT_EQ(held->org, "500115001");
    EXPECT_EQ(held->happenedOn, "2026-03-01");
    EXPECT_EQ(held->fields["theme"], "民法典宣讲");
}

TEST_F(Push, RepeatedRequestsHaveNoFurtherEffect) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.create("outreach", {{"theme", 7}});  // refused: a number is no text
    const SyncRequest request = a.request();
    const auto first = goodOf(must(hub::sync(context, a.credentials, request)));
    const std::uint64_t before = positions();
    const auto second = goodOf(must(hub::sync(context, a.credentials, request)));
    EXPECT_EQ(positions(), before);
    EXPECT_EQ(first.acks, second.acks);
    ASSERT_THAT(second.acks[0].refused, SizeIs(1));
    EXPECT_EQ(second.acks[0].refused[0].code, "validation");
}

TEST_F(Push, APageThatIsNotTheLastIsTakenAndNothingIsToldYet) {
    FakeStation a = station(person("clerk", "500115001")), b = station(person("clerk", "500115001"), "乙");
    b.create("outreach", kOutreach);
    b.syncAll(context);
    a.create("outreach", kOutreach);
    SyncRequest request = a.request();
    request.more = true;
    const auto answer = goodOf(must(hub::sync(context, a.credentials, request)));
    ASSERT_THAT(answer.acks, SizeIs(1));
    EXPECT_EQ(answer.acks[0].seq, 1U);
    EXPECT_TRUE(answer.more && !answer.freshBegins);
    EXPECT_EQ(answer.cursor, request.cursor);
    EXPECT_TRUE(answer.changes.empty() && answer.states.empty() && answer.scope.empty());
    a.apply(answer);
    EXPECT_FALSE(goodOf(a.sync(context)).states.empty());
}

TEST_F(Push, APageThatOverlapsWhatIsKnownAddsOnlyTheRest) {
    FakeStation a = station(person("clerk", "500115001"));
    for (int i = 0; i < 130; ++i)  // across two salt blocks
        a.create("outreach", kOutreach);
    a.syncAll(context);
    const std::uint64_t before = positions();
    a.create("outreach", kOutreach);
    a.pens[0].acked = 100;  // the answer of the last push got lost
    const auto answer = goodOf(a.sync(context));
    EXPECT_EQ(positions(), before + 1);
    EXPECT_EQ(answer.acks[0].seq, 131U);
    EXPECT_THAT(answer.forked, IsEmpty());
}

TEST_F(Push, AGapIsAnsweredByWhatTheHubHasAndTheRestIsSentAgain) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.create("outreach", kOutreach);
    a.pens[0].acked = 1;
    const std::uint64_t before = positions();
    const auto answer = goodOf(a.sync(context));
    EXPECT_EQ(positions(), before);
    EXPECT_EQ(answer.acks.at(0).seq, 0U);
    a.syncAll(context);
    EXPECT_EQ(positions(), before + 2);
}

TEST_F(Push, AChangeOutsideTheScopeIsRefusedAndTheNextOnesGoThrough) {
    FakeStation a = station(person("clerk", "500115001"));
    auto elsewhere = kOutreach;
    elsewhere["$org"] = "500115002";
    const RecordId refused = a.create("outreach", elsewhere);
    a.write(refused, {{"theme", "改题"}});
    const RecordId good = a.create("outreach", kOutreach);
    const auto answer = goodOf(a.sync(context));
    ASSERT_THAT(answer.acks[0].refused, SizeIs(2));
    EXPECT_EQ(answer.acks[0].refused[0].code, "permission");
    EXPECT_EQ(answer.acks[0].refused[1].code, "rests-on-refused");
    EXPECT_FALSE(answer.acks[0].refused[0].reason.zh.empty());
    EXPECT_EQ(answer.acks[0].seq, 3U);
    EXPECT_FALSE(must(store->record(refused)));
    EXPECT_TRUE(must(store->record(good)));
}

TEST_F(Push, AFurtherEditOfARefusedRecordIsRefusedInALaterPushToo) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId refused = a.create("outreach", {{"theme", 7}});
    a.sync(context);
    a.write(refused, {{"theme", "改题"}});
    a.sync(context);
    ASSERT_THAT(a.refused, SizeIs(2));
    EXPECT_EQ(a.refused[1].code, "rests-on-refused");
}

TEST_F(Push, ARoleThatMayNotVerifyIsRefused) {
    FakeStation a = station(person("advisor", "500115001"));
    const RecordId record = a.create("outreach", kOutreach);
    a.write(record, {{"$state", "verified"}});
    a.sync(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "permission");
    EXPECT_EQ(a.refused[0].seq, 2U);
}

TEST_F(Push, NobodyButTheDistrictWritesReferenceData) {
    FakeStation a = station(person("admin", "500115"));
    a.create("person", {{"name", "李四"}, {"role", "admin"}, {"org", "500115"}});
    a.write(a.pens[0].person, {{"role", "admin"}});
    a.sync(context);
    ASSERT_THAT(a.refused, SizeIs(2));
    EXPECT_EQ(a.refused[0].code, "permission");
    EXPECT_EQ(a.refused[1].code, "permission");
}

TEST_F(Push, AnOversizedChangeIsRefusedAndOnlyItsDigestIsKept) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId huge = a.create("outreach", {{"unknown_field", std::string(limits::kChangeBytes, 'x')}});
    a.create("outreach", kOutreach);
    a.sync(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "size");
    const auto kept = must(store->refusedOf(huge.created));
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->body.empty());
    EXPECT_FALSE(kept->chain.empty());
    EXPECT_EQ(must(verifyLog(context))["ok"], true);
}

TEST_F(Push, UnknownFieldsAndTypesPass) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId record =
        a.create("outreach", {{"theme", "宣讲"}, {"of_a_later_version", Json{{"deep", {1, 2}}}}});
    const RecordId stranger = a.create("type-of-a-later-version", {{"x", 1}});
    a.sync(context);
    EXPECT_THAT(a.refused, IsEmpty());
    EXPECT_EQ(must(store->record(record))->fields["of_a_later_version"]["deep"][1], 2);
    EXPECT_TRUE(must(store->record(stranger)));
}

TEST_F(Push, RegistersThatContradictEachOtherAreNoCrash) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId record = a.create("outreach", {{"later", "text"}});
    a.write(record, {{"later:member", true}});
    a.create("outreach", {{"$remark:~1", Json{{"field", 5}, {"text", "x"}}}});
    goodOf(a.sync(context));
    EXPECT_EQ(a.pens[0].acked, 3U);
    EXPECT_EQ(must(verifyLog(context))["ok"], true);
}

TEST_F(Push, AWrongSignatureIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    SyncRequest request = a.request();
    request.heads[0].signature[5] ^= 1;
    const std::uint64_t before = positions();
    EXPECT_EQ(denialOf(must(hub::sync(context, a.credentials, request))), "signature");
    EXPECT_EQ(positions(), before);
}

TEST_F(Push, AValueThatIsNotTheSignedOneIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    SyncRequest request = a.request();
    request.changes[0].change.writes[0].value = 41;
    EXPECT_EQ(denialOf(must(hub::sync(context, a.credentials, request))), "chain");
}

TEST_F(Push, ACopyOfAStoreThatWroteOtherwiseIsReportedAsForked) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.sync(context);
    FakeStation copy = a;
    a.create("outreach", kOutreach);
    a.sync(context);
    const std::uint64_t before = positions();
    copy.create("outreach", {{"theme", "另一篇"}});
    const auto answer = goodOf(copy.sync(context));
    EXPECT_THAT(answer.forked, ElementsAre(protocol::Fork{a.pens[0].id, 1}));
    EXPECT_THAT(answer.acks, IsEmpty());
    EXPECT_EQ(positions(), before);
}

TEST_F(Push, AForkNamesTheLastChangeThatBothHaveInCommon) {
    FakeStation a = station(person("clerk", "500115001"));
    for (int i = 0; i < 70; ++i)
        a.create("outreach", kOutreach);
    a.sync(context);
    FakeStation copy = a;
    for (int i = 0; i < 5; ++i)
        a.create("outreach", kOutreach);
    a.sync(context);
    copy.create("outreach", {{"theme", "另一篇"}});
    copy.pens[0].acked = 65;  // it sends some of what both have once more
    const auto answer = goodOf(copy.sync(context));
    EXPECT_THAT(answer.forked, ElementsAre(protocol::Fork{a.pens[0].id, 70}));
    for (int page = 0; page < 3; ++page)
        goodOf(copy.sync(context));
    EXPECT_EQ(copy.changesOf(RecordId{{a.pens[0].id, 71}}), 1U) << "what the other copy wrote comes as news";
}

TEST_F(Push, AStorePutBackToABackupIsReportedAsForkedAtItsFirstContact) {
    FakeStation a = station(person("clerk", "500115001"));
    a.create("outreach", kOutreach);
    a.sync(context);
    FakeStation backup = a;
    const RecordId later = a.create("outreach", kOutreach);
    a.sync(context);
    const auto answer = goodOf(backup.sync(context));
    EXPECT_THAT(answer.forked, ElementsAre(protocol::Fork{a.pens[0].id, 1}));
    EXPECT_TRUE(backup.holds(later)) << "what it lost comes back";
}

TEST_F(Push, ASmallOffsetOfTheClockIsNotApplied) {
    FakeStation a = station(person("clerk", "500115001"));
    a.clockError = Millis(-4'900);
    const RecordId record = a.create("outreach", kOutreach);
    const auto answer = goodOf(a.sync(context));
    EXPECT_THAT(answer.acks[0].effective, IsEmpty());
    EXPECT_EQ(must(store->changeOf(record.created))->effective, a.pens[0].log[0].time);
}

TEST_F(Push, AClockYearsOffIsCorrectedByItsOffset) {
    for (const Millis error :
         {Millis(std::chrono::hours(24 * 365 * 3)), -Millis(std::chrono::hours(24 * 365 * 3))}) {
        FakeStation a = station(person("clerk", "500115001"));
        a.clockError = error;
        const RecordId record = a.create("outreach", kOutreach);
        clock.advance(std::chrono::hours(2));
        const auto answer = goodOf(a.sync(context));
        ASSERT_THAT(answer.acks[0].effective, SizeIs(1));
        EXPECT_EQ(answer.acks[0].effective[0].second.wall(), clock.now() - std::chrono::hours(2));
        EXPECT_EQ(must(store->changeOf(record.created))->effective, answer.acks[0].effective[0].second);
    }
}

TEST_F(Push, EffectiveTimesAreBoundedAndRiseWithinAPen) {
    FakeStation a = station(person("clerk", "500115001"));
    a.clockError = std::chrono::hours(24);
    std::vector<RecordId> records;
    for (int i = 0; i < 3; ++i)
        records.push_back(a.create("outreach", kOutreach));
    a.clockError = Millis(0);  // set right before it syncs: no offset to be measured
    records.push_back(a.create("outreach", kOutreach));
    a.sync(context);
    HybridTime before;
    for (const RecordId record : records) {
        const HybridTime effective = must(store->changeOf(record.created))->effective;
        EXPECT_LE(effective.wall(), clock.now() + limits::kEffectiveAhead);
        EXPECT_GT(effective, before);
        before = effective;
    }
}

TEST_F(Push, TheLatestTimeThatCanBeWrittenIsBoundedToo) {
    FakeStation a = station(person("clerk", "500115001"));
    a.pens[0].last = HybridTime{~std::uint64_t{0} - 5};
    const RecordId record = a.create("outreach", kOutreach);
    goodOf(a.sync(context));
    const Millis effective = must(store->changeOf(record.created))->effective.wall();
    EXPECT_EQ(effective, clock.now() + limits::kEffectiveAhead);
}

TEST_F(Push, TwoPeopleAtOneStationMayBuildOnEachOther) {
    FakeStation a = station(person("clerk", "500115001", "甲"));
    join(a, person("clerk", "500115001", "乙"));
    const RecordId record = a.create("outreach", kOutreach, 1);
    clock.advance(Millis(10));
    a.write(record, {{"theme", "甲来改"}}, 0);  // comes first in the page
    goodOf(a.sync(context));
    EXPECT_THAT(a.refused, IsEmpty());
    EXPECT_EQ(must(store->changesOf(record)).size(), 2U);
}

TEST_F(Push, APenIsIntroducedWithItsFirstPush) {
    FakeStation a = station(person("clerk", "500115001"));
    const SigningKey key = SigningKey::generate(random);
    const ReplicaId id{77};
    a.pens.push_back({a.pens[0].person, key, id, protocol::ChainHead::start(id), {}, 0, false, {}});
    a.create("outreach", kOutreach, 1);
    const auto answer = goodOf(a.sync(context));
    ASSERT_THAT(answer.acks, SizeIs(1));
    EXPECT_EQ(answer.acks[0].replica, id);
}

TEST_F(Push, APenOfSomebodyWhoIsNotEnrolledHereIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    const RecordId other = person("district", "500115", "外人");
    const SigningKey key = SigningKey::generate(random);
    a.pens.push_back({other, key, ReplicaId{77}, protocol::ChainHead::start({77}), {}, 0, false, {}});
    a.create("outreach", kOutreach, 1);
    EXPECT_EQ(denialOf(a.sync(context)), "person");
}

TEST_F(Push, APenOfAnotherStationIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    FakeStation b = station(person("clerk", "500115001"), "二号机");
    b.pens = a.pens;
    b.create("outreach", kOutreach);
    EXPECT_EQ(denialOf(b.sync(context)), "pen");
}

TEST_F(Push, AWrongTokenIsDenied) {
    FakeStation a = station(person("clerk", "500115001"));
    a.credentials.token[0] = a.credentials.token[0] == 'A' ? 'B' : 'A';
    EXPECT_EQ(denialOf(a.sync(context)), "token");
    a.credentials.station = 99;
    EXPECT_EQ(denialOf(a.sync(context)), "token");
}

TEST_F(Push, WorkDoneBeforeARevocationWasKnownStillArrivesAndLaterWorkDoesNot) {
    const RecordId who = person("clerk", "500115001");
    FakeStation a = station(who);
    a.syncAll(context);
    const RecordId before = a.create("outreach", kOutreach);
    must(revokePerson(context, who, false));
    goodOf(a.sync(context));
    EXPECT_TRUE(must(store->record(before)));
    EXPECT_EQ(denialOf(a.sync(context)), "revoked") << "with nothing to push there is nothing to answer";
    a.position = must(store->lastPosition());
    const RecordId after = a.create("outreach", kOutreach);
    const auto answer = goodOf(a.sync(context));
    ASSERT_THAT(answer.acks[0].refused, SizeIs(1));
    EXPECT_EQ(answer.acks[0].refused[0].code, "revoked");
    EXPECT_FALSE(must(store->record(after)));
    EXPECT_THAT(answer.changes, IsEmpty());
}

TEST_F(Push, AGraceEndsAfterNinetyDays) {
    const RecordId who = person("clerk", "500115001");
    FakeStation a = station(who);
    a.syncAll(context);
    a.create("outreach", kOutreach);
    must(revokePerson(context, who, false));
    clock.advance(std::chrono::hours(24 * 91));
    a.sync(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "revoked");
}

TEST_F(Push, RevokedNowEndsTheWholeStationAtOnce) {
    const RecordId who = person("clerk", "500115001");
    FakeStation a = station(who);
    a.create("outreach", kOutreach);
    must(revokePerson(context, who, true));
    EXPECT_EQ(denialOf(a.sync(context)), "revoked");
}

TEST_F(Push, AColleagueAtTheSameStationGoesOnAfterARevocation) {
    const RecordId gone = person("clerk", "500115001", "甲"), stays = person("clerk", "500115002", "乙");
    FakeStation a = station(gone);
    join(a, stays);
    a.syncAll(context);
    must(revokePerson(context, gone, true));
    a.create("outreach", kOutreach, 0);
    const RecordId good = a.create("outreach", kOutreach, 1);
    const auto answer = goodOf(a.sync(context));
    EXPECT_EQ(answer.scope, std::vector<std::string>{"500115002"});
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "revoked");
    EXPECT_TRUE(must(store->record(good)));
}

TEST_F(Push, WorkOfAScopeThatShrankMeanwhileIsAcceptedOnTheAuthorityTheStoreHad) {
    const RecordId who = person("clerk", "500115001");
    FakeStation a = station(who);
    a.syncAll(context);
    const RecordId record = a.create("outreach", kOutreach);
    must(setScope(context, who, {"500115002"}));
    const auto answers = a.syncAll(context);
    EXPECT_THAT(a.refused, IsEmpty());
    EXPECT_TRUE(must(store->record(record)));
    // What a fresh pull does not bring is not in the scope.
    EXPECT_TRUE(answers.front().freshBegins && answers.back().freshEnds);
    for (const SyncResponse& answer : answers)
        EXPECT_TRUE(std::ranges::none_of(
            answer.states, [&](const protocol::SentState& sent) { return sent.record == record; }));
    a.write(record, {{"theme", "已经知道"}});
    goodOf(a.sync(context));
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "permission");
}

TEST_F(Push, AnEditOfARecordThatMovedAwayMeanwhileIsAcceptedAndTheRecordLeaves) {
    FakeStation clerk = station(person("clerk", "500115001"));
    FakeStation boss = station(person("district", "500115"), "区局");
    const RecordId record = clerk.create("outreach", kOutreach);
    clerk.syncAll(context);
    boss.syncAll(context);
    boss.write(record, {{"$org", "500115002"}});
    boss.syncAll(context);
    clerk.write(record, {{"theme", "不知已移交"}});
    goodOf(clerk.sync(context));
    EXPECT_THAT(clerk.refused, IsEmpty());
    EXPECT_THAT(clerk.left, ::testing::Contains(record));
    clerk.write(record, {{"theme", "已经知道"}});
    goodOf(clerk.sync(context));
    ASSERT_THAT(clerk.refused, SizeIs(1));
    EXPECT_EQ(clerk.refused[0].code, "permission");
}

}  // namespace
}  // namespace fayi::hub::testing
