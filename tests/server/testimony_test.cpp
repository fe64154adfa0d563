// SPDX-License-Identifier: Apache-2.0
// What stations tell a restored hub of others, and what it makes of it.
#include "fayi/server/testimony.h"

#include <gmock/gmock.h>

#include "restored.h"

namespace fayi::hub::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class Testimonies : public RestoredHubTest {
protected:
    Testimonies()
        : a(station(person("clerk", "500115001"), "甲机")), b(station(person("clerk", "500115001"))) {
        a.syncAll(context);
        b.syncAll(context);
        backUp();
    }

    /// What a holds of b's pen, as it would tell it.
    protocol::Testimony heldOfB() {
        protocol::Testimony out;
        out.epoch = must(store->identity()).epoch;
        for (const auto& [dot, sent] : a.news)
            if (dot.replica == b.pens[0].id)
                out.changes.push_back({sent.change, sent.effective, {}});
        return out;
    }
    std::uint64_t tell(const protocol::Testimony& told) {
        return goodOf(must(testify(context, a.credentials, told))).taken;
    }

    FakeStation a, b;
};

TEST_F(Testimonies, IsMarkedMergedPassedOnAndInNoChain) {
    const RecordId record = b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    const Json before = must(store->record(record))->fields;
    putBack();
    EXPECT_EQ(tell(heldOfB()), 1U);
    EXPECT_EQ(tell(heldOfB()), 0U) << "repeating it does nothing";
    EXPECT_EQ(must(store->record(record))->fields, before);
    const Json line = must(history(context, record))[0];
    EXPECT_EQ(line["testimony"], "甲机");
    EXPECT_EQ(line["by"], "张三");
    const Json verified = must(verifyLog(context));
    EXPECT_EQ(verified["ok"], true);
    EXPECT_EQ(verified["changes"], must(store->lastPosition()).value - 1);
    FakeStation c = station(person("clerk", "500115001"));
    c.syncAll(context);
    EXPECT_TRUE(c.holds(record));
}

TEST_F(Testimonies, TheSignedChangeTakesItsPlaceAtItsPosition) {
    const RecordId record = b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    putBack();
    tell(heldOfB());
    const LoggedChange told = *must(store->changeOf(record.created));
    b.syncAll(context);
    const LoggedChange signedOne = *must(store->changeOf(record.created));
    EXPECT_EQ(signedOne.line.position, told.line.position);
    EXPECT_EQ(signedOne.line.testifiedBy, 0U);
    EXPECT_THAT(signedOne.chain, SizeIs(kHashBytes));
    const Json verified = must(verifyLog(context));
    EXPECT_EQ(verified["ok"], true);
    EXPECT_FALSE(verified.contains("contradicted"));
    EXPECT_THAT(must(history(context, record)), SizeIs(1));
}

TEST_F(Testimonies, WhereTheTwoDifferWhatWasSignedCountsAndTheDifferenceIsKept) {
    const RecordId record = b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    putBack();
    auto untrue = heldOfB();
    for (merge::Write& write : untrue.changes[0].change.writes)
        if (write.path == "theme")
            write.value = "从未写过";
    tell(untrue);
    EXPECT_EQ(must(store->record(record))->fields["theme"], "从未写过");
    b.syncAll(context);
    EXPECT_EQ(must(store->record(record))->fields["theme"], "民法典宣讲");
    const Json verified = must(verifyLog(context));
    EXPECT_EQ(verified["ok"], true);
    EXPECT_EQ(verified["contradicted"], 1);
}

TEST_F(Testimonies, ASecondOneCompletesWhatAStateHadLeftOut) {
    const RecordId record = b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    putBack();
    const auto whole = heldOfB();
    auto part = whole;
    std::erase_if(part.changes[0].change.writes,
                  [](const merge::Write& write) { return write.path == "theme"; });
    EXPECT_EQ(tell(part), 1U);
    EXPECT_FALSE(must(store->record(record))->fields.contains("theme"));
    EXPECT_EQ(tell(whole), 1U);
    EXPECT_EQ(must(store->record(record))->fields["theme"], "民法典宣讲");
    EXPECT_EQ(tell(part) + tell(whole), 0U);
    EXPECT_EQ(must(history(context, record))[0]["testimony"], "甲机");
    b.syncAll(context);
    EXPECT_FALSE(must(history(context, record))[0].contains("testimony"));
    const Json verified = must(verifyLog(context));
    EXPECT_EQ(verified["ok"], true);
    EXPECT_FALSE(verified.contains("contradicted"));
}

TEST_F(Testimonies, ComesBackThoughItsAuthorWasRevokedSinceAndHasNoReceipt) {
    const RecordId record = b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    putBack();
    tell(heldOfB());
    must(revokePerson(context, b.pens[0].person, false));
    clock.advance(std::chrono::hours(24 * 365));
    b.showsReceipts = false;
    b.syncAll(context);
    EXPECT_THAT(b.refused, IsEmpty());
    EXPECT_EQ(must(store->changeOf(record.created))->line.testifiedBy, 0U);
}

TEST_F(Testimonies, ReferenceDataAreBelievedOfTheHubsPensOnly) {
    putBack();
    protocol::Testimony told;
    told.epoch = must(store->identity()).epoch;
    Change forged;
    forged.dot = {ReplicaId{0x99}, 2};
    forged.record = a.pens[0].person;
    forged.time = HybridTime::of(clock.now());
    forged.writes = {{"role", "admin", {}, {}}};
    told.changes = {{forged, forged.time, {}}};
    told.pens = {{ReplicaId{0x99}, a.pens[0].person, "张三", "甲机", "500115001"}};
    EXPECT_EQ(tell(told), 0U);
    EXPECT_EQ(must(store->authorities(a.pens[0].person)).back().role, "clerk");
}

TEST_F(Testimonies, IsAskedForByAHubThatForgotAndInItsPresentEpochOnly) {
    const RecordId record = b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    auto told = heldOfB();
    EXPECT_EQ(denialOf(must(testify(context, a.credentials, told))), "malformed");
    putBack();
    const auto answer = goodOf(must(testify(context, a.credentials, told)));
    EXPECT_NE(answer.epoch, told.epoch);
    EXPECT_FALSE(must(store->record(record)));
    EXPECT_EQ(denialOf(must(testify(context, {a.credentials.station, "x"}, heldOfB()))), "token");
}

TEST_F(Testimonies, AStoreThatHoldsLessOfItsOwnPenThanOthersTestifiedIsAnOldCopy) {
    FakeStation old = b;
    b.create("outreach", kOutreach);
    b.syncAll(context);
    a.syncAll(context);
    putBack();
    tell(heldOfB());
    EXPECT_THAT(goodOf(old.sync(context)).forked, IsEmpty()) << "the greeting";
    const auto answer = goodOf(old.sync(context));
    ASSERT_THAT(answer.forked, SizeIs(1));
    EXPECT_EQ(answer.forked[0].replica, b.pens[0].id);
    EXPECT_EQ(answer.forked[0].common, 0U);
    EXPECT_THAT(goodOf((b.sync(context), b.sync(context))).forked, IsEmpty());
}

TEST_F(Testimonies, AStateIsTakenAsOneChangeForEachDotInIt) {
    const RecordId record = b.create("outreach", kOutreach);
    b.pens[0].write(clock, random, {}, record,
                    {{"theme", "改题", merge::VersionVector({{record.created.replica, 1}}), {}}});
    b.syncAll(context);
    const merge::RecordState whole = must(store->record(record))->registers;
    const auto fields = must(store->record(record))->fields;
    putBack();
    protocol::Testimony told;
    told.epoch = must(store->identity()).epoch;
    told.states = {{record, "outreach", whole}};
    EXPECT_EQ(tell(told), 2U);
    EXPECT_EQ(must(store->record(record))->fields, fields);
    EXPECT_EQ(must(store->record(record))->org, "500115001");
    b.syncAll(context);
    const Json verified = must(verifyLog(context));
    EXPECT_EQ(verified["ok"], true);
    EXPECT_FALSE(verified.contains("contradicted"));
    EXPECT_EQ(must(store->record(record))->registers, whole);
}

}  // namespace
}  // namespace fayi::hub::testing
