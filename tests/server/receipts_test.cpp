// SPDX-License-Identifier: Apache-2.0
// A hub that was put back asks for what it forgot, and takes what it had acknowledged as it did the first
// time.
#include <gmock/gmock.h>

#include "restored.h"

namespace fayi::hub::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::chrono::hours kYear{24 * 365};  // past every grace

class Receipts : public RestoredHubTest {
protected:
    Receipts() : who(person("clerk", "500115001")), a(station(who)) {
        a.create("outreach", kOutreach);
        a.syncAll(context);
        backUp();
    }
    RecordId who;
    FakeStation a;
};

TEST_F(Receipts, TheFirstAnswerOfAnotherLifeSaysWhatTheHubHasAndTakesAndGivesNothing) {
    a.create("outreach", kOutreach);
    a.syncAll(context);
    a.create("outreach", kOutreach);
    const Restoration restored = putBack();
    const Position before = must(store->lastPosition());
    const auto answer = goodOf(a.sync(context));
    EXPECT_EQ(answer.cursor.epoch, restored.epoch);
    EXPECT_TRUE(answer.more);
    EXPECT_THAT(answer.changes, IsEmpty());
    EXPECT_EQ(must(store->lastPosition()), before);
    ASSERT_THAT(answer.acks, SizeIs(1));
    EXPECT_EQ(answer.acks[0].seq, 1U);
    a.syncAll(context);
    EXPECT_EQ(must(store->pen(a.pens[0].id))->head.seq, 3U);
    EXPECT_EQ(must(verifyLog(context))["ok"], true);
}

TEST_F(Receipts, APenTheHubForgotIsIntroducedAgain) {
    FakeStation b = station(who);
    b.create("outreach", kOutreach);
    b.syncAll(context);
    putBack();
    must(rejoin(context, b.credentials, b.certificates));
    b.syncAll(context);
    EXPECT_EQ(must(store->pen(b.pens[0].id))->head.seq, 1U);
}

TEST_F(Receipts, WhatWasAcknowledgedComesBackThoughItsAuthorWasRevokedSince) {
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    putBack();
    must(revokePerson(context, who, false));
    clock.advance(kYear);
    a.syncAll(context);
    EXPECT_THAT(a.refused, IsEmpty());
    EXPECT_TRUE(must(store->record(record)));
}

TEST_F(Receipts, WhatWasAcknowledgedComesBackThoughItsPeriodWasLockedSince) {
    const RecordId record = a.create("outreach", kOutreach);
    a.syncAll(context);
    putBack();
    must(lockPeriod(context, "500115001", "2026-03-31"));
    a.syncAll(context);
    EXPECT_THAT(a.refused, IsEmpty());
    EXPECT_TRUE(must(store->record(record)));
}

TEST_F(Receipts, WithoutTheReceiptItIsJudgedAnew) {
    a.create("outreach", kOutreach);
    a.syncAll(context);
    putBack();
    must(revokePerson(context, who, false));
    a.showsReceipts = false;
    clock.advance(kYear);
    a.syncAll(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "revoked");
}

TEST_F(Receipts, WhatWasRefusedStaysRefused) {
    auto elsewhere = kOutreach;
    elsewhere["$org"] = "500115002";
    const RecordId refused = a.create("outreach", elsewhere);
    a.create("outreach", kOutreach);
    a.syncAll(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    putBack();
    must(setScope(context, who, {"500115"}));  // today it would pass
    a.refused.clear();
    a.syncAll(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].code, "permission");
    EXPECT_FALSE(must(store->record(refused)));
    EXPECT_EQ(must(verifyLog(context))["ok"], true);
}

TEST_F(Receipts, ReceiptsOfSeveralPagesFollowOneAnother) {
    for (int i = 0; i < 3; ++i) {
        a.create("outreach", i == 1 ? std::map<std::string, Json>{{"theme", 7}} : kOutreach);
        a.syncAll(context);
    }
    putBack();
    must(revokePerson(context, who, false));
    clock.advance(kYear);
    a.refused.clear();
    a.syncAll(context);
    ASSERT_THAT(a.refused, SizeIs(1));
    EXPECT_EQ(a.refused[0].seq, 3U);
    EXPECT_EQ(a.refused[0].code, "validation");
    EXPECT_EQ(must(store->pen(a.pens[0].id))->head.seq, 4U);
}

TEST_F(Receipts, OneForOtherChangesOrByAnotherHandCountsForNothing) {
    a.create("outreach", kOutreach);
    a.syncAll(context);
    putBack();
    must(revokePerson(context, who, false));
    clock.advance(kYear);
    a.pens[0].receipts.begin()->second.receipt[0] ^= 1;
    for (auto& [seq, receipt] : a.pens[0].receipts)
        receipt.hub.value ^= 2;
    a.syncAll(context);
    EXPECT_THAT(a.refused, SizeIs(1));
}

TEST_F(Receipts, OfALifeThatWasForgottenTooAreGood) {
    putBack();
    a.create("outreach", kOutreach);
    a.syncAll(context);
    const ReplicaId hub = a.pens[0].receipts.rbegin()->second.hub;
    putBack();
    EXPECT_NE(hub, must(store->identity()).replica);
    EXPECT_FALSE(must(store->pen(hub)));
    must(revokePerson(context, who, false));
    clock.advance(kYear);
    a.syncAll(context);
    EXPECT_THAT(a.refused, IsEmpty());
    EXPECT_EQ(must(store->pen(a.pens[0].id))->head.seq, 2U);
}

TEST_F(Receipts, AStationHearsOnceOfEachBackupWhatIsSafeInIt) {
    a.create("outreach", kOutreach);
    const auto first = goodOf(a.sync(context));
    ASSERT_TRUE(first.safe);
    EXPECT_THAT(a.safe, ElementsAre(std::pair(a.pens[0].id, 1)));
    EXPECT_FALSE(goodOf(a.sync(context)).safe);
    backUp();
    EXPECT_TRUE(goodOf(a.sync(context)).safe);
    EXPECT_THAT(a.safe, ElementsAre(std::pair(a.pens[0].id, 2)));
}

}  // namespace
}  // namespace fayi::hub::testing
