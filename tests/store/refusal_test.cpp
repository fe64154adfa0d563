// SPDX-License-Identifier: Apache-2.0
// What the hub refused: mended and sent again, or discarded knowingly.
#include "fayi/sqlite/database.h"
#include "fayi/testing/sick_disk.h"
#include "simple_hub.h"
#include "store_fixture.h"

namespace fayi::store {
namespace {

struct Refusals : ::testing::Test {
    testing::SimpleHub hub;
    TestStore a{1, true}, b{2, true};

    void sync(TestStore& s) {
        for (bool more = true; more;) {
            const auto request = s.store->nextRequest().value();
            const auto applied = s.store->apply(request, hub.answer(request));
            ASSERT_TRUE(applied.ok()) << applied.error().message.en;
            more = applied->more || s.store->hasUnsent();
        }
    }
    void syncAll() {
        for (TestStore* s : {&a, &b, &a, &b})
            sync(*s);
    }
    Closed mend(Dot change, const Json& correction = Json::object()) {
        a.clock.advance(Millis(1000));
        auto closed = a.store->mend(1, change, correction);
        EXPECT_TRUE(closed.ok()) << (closed.ok() ? "" : closed.error().message.en);
        return std::move(closed).value();
    }
    Closed discard(Dot change) { return a.store->discard(change).value(); }
    Dot only() {
        EXPECT_EQ(a.store->attention().value().size(), 1U);
        return a.store->attention().value().at(0).change;
    }
    std::size_t count(const std::string& type) {
        ListQuery query;
        query.type = type;
        return a.store->list(query).value().size();
    }
};

TEST_F(Refusals, WhatCannotBeReadIsAFailureAndNotNothing) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    hub.refuseSeqs = {2};
    a.edit(id, {{"place", "广场"}});
    sync(a);
    {  // what another connection wrote is to be read anew
        auto other = sqlite::Database::open((a.store->folder() / "station.db").string(), {}).value();
        ASSERT_TRUE(other->execute("INSERT INTO meta(key,value) VALUES('test','1')").ok());
    }
    {
        const testing::DeadDisk disk(a.store->folder());
        EXPECT_FALSE(a.store->attention().ok());
    }
    EXPECT_EQ(a.store->attention().value().size(), 1U);
}

TEST_F(Refusals, AMendedEditIsANewChangeOnTopOfWhatIsShownNow) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    hub.refuseSeqs = {2};
    a.edit(id, {{"attendance", 99}, {"place", "广场"}});
    sync(a);
    hub.refuseSeqs.clear();
    b.edit(id, {{"attendance", 44}});
    syncAll();
    const Closed closed = mend(only(), {{"attendance", 98}});
    EXPECT_EQ(closed.record, id);
    EXPECT_FALSE(closed.was);
    EXPECT_EQ(closed.changes.size(), 1U);
    EXPECT_TRUE(a.store->attention().value().empty());
    syncAll();
    for (TestStore* s : {&a, &b}) {
        EXPECT_EQ(s->fields(id)["attendance"], 98);
        EXPECT_EQ(s->fields(id)["place"], "广场");
        EXPECT_TRUE(s->store->get(id).value().view.conflicts.empty())
            << "its author was shown the other value";
        EXPECT_EQ(s->store->get(id).value().sync, "received");
    }
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
}

TEST_F(Refusals, AnEditThatSaysNothingNewAnyMoreIsClosedWithoutAChange) {
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    hub.refuseSeqs = {2};
    a.edit(id, {{"attendance", 99}});
    sync(a);
    const std::size_t before = a.store->history(id).value().size();
    mend(only(), {{"attendance", 30}});
    EXPECT_TRUE(a.store->attention().value().empty());
    EXPECT_FALSE(a.store->hasUnsent());
    EXPECT_EQ(a.store->history(id).value().size(), before - 1) << "what was closed is no part of the history";
}

TEST_F(Refusals, AMendedCreationGathersTheEditsThatRestOnIt) {
    hub.refuseSeqs = {1, 2, 3, 4};
    const RecordId old = a.create(
        "contract-review",
        {{"contract_name", "鱼塘承包"}, {"findings", {{{"advice", "写明四至"}}, {{"advice", "删"}}}}});
    const std::string item = a.fields(old)["findings"][0]["item"];
    const std::string gone = a.fields(old)["findings"][1]["item"];
    a.edit(old, {{"findings", {{{"item", item}, {"risk", "high"}}, {{"advice", "第三条"}}}}});
    a.edit(old, {{"findings", {{{"item", gone}, {"removed", true}}}}, {"amount", 100}});
    a.write(old, records::planState(a.store->state(old).value(), a.store->state(old)->seen(),
                                    records::kSubmitted));
    sync(a);
    EXPECT_EQ(a.store->attention().value().size(), 4U);
    hub.refuseSeqs.clear();
    const Dot last = a.store->attention().value().at(0).change;
    EXPECT_NE(last, old.created);
    const Closed closed =
        mend(last, {{"contract_name", "鱼塘承包合同"},
                    {"findings", {{{"item", item}, {"advice", "写明四至界限"}}, {{"advice", "新加"}}}}});
    EXPECT_EQ(closed.was, old);
    EXPECT_EQ(closed.changes.size(), 4U);
    EXPECT_TRUE(a.store->attention().value().empty());
    EXPECT_FALSE(a.store->get(old).ok());
    syncAll();
    for (TestStore* s : {&a, &b}) {
        const Json fields = s->fields(closed.record);
        EXPECT_EQ(fields["contract_name"], "鱼塘承包合同");
        EXPECT_EQ(fields["amount"], 100);
        ASSERT_EQ(fields["findings"].size(), 3U) << fields.dump();
        EXPECT_EQ(fields["findings"][0]["advice"], "写明四至界限");
        EXPECT_EQ(fields["findings"][0]["risk"], "high");
        EXPECT_EQ(fields["findings"][1]["advice"], "第三条");
        EXPECT_EQ(fields["findings"][2]["advice"], "新加");
        EXPECT_EQ(s->store->get(closed.record).value().view.state, "submitted");
    }
    EXPECT_EQ(b.store->counts().records, 1U);
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
}

TEST_F(Refusals, AnEditThatIsOnItsWayWhenItsRecordIsMendedNeedsNoAttentionLater) {
    hub.refuseSeqs = {1};
    const RecordId old = a.create("outreach", outreach("甲"));
    const auto request = a.store->nextRequest().value();
    a.edit(old, {{"attendance", 55}});
    ASSERT_TRUE(a.store->apply(request, hub.answer(request)).ok());
    const Closed closed = mend(only());
    EXPECT_EQ(a.fields(closed.record)["attendance"], 55);
    hub.refuseSeqs = {2};
    sync(a);
    EXPECT_TRUE(a.store->attention().value().empty());
    EXPECT_EQ(a.store->counts().waiting, 0U);
    sync(b);
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
}

TEST_F(Refusals, WhatIsOnItsWayIsNotIssuedAgainByACopyOnceItsRecordIsDiscarded) {
    hub.refuseSeqs = {1};
    const RecordId old = a.create("outreach", outreach("甲"));
    const auto request = a.store->nextRequest().value();
    a.edit(old, {{"attendance", 55}});
    ASSERT_TRUE(a.store->apply(request, hub.answer(request)).ok());
    discard(only());
    protocol::SyncResponse forked = hub.answer(a.store->nextRequest().value());
    forked.acks.clear();
    forked.forked = {{old.created.replica, 1}};
    ASSERT_TRUE(a.store->apply(a.store->nextRequest().value(), forked).ok());
    EXPECT_FALSE(a.store->hasUnsent());
    EXPECT_EQ(a.everything(), "");
}

TEST_F(Refusals, ARefusedCreationIsListedButNotInTheDumpNorInFigures) {
    hub.refuseSeqs = {1};
    const RecordId id = a.create("outreach", outreach("甲"));
    a.create("outreach", outreach("乙"));
    sync(a);
    EXPECT_EQ(count("outreach"), 2U);
    EXPECT_EQ(a.store->get(id).value().sync, "refused");
    EXPECT_TRUE(a.store->get(id).value().creationRefused);
    EXPECT_EQ(a.store->attention().value().at(0).creation, true);
    EXPECT_EQ(a.everything().find("甲"), std::string::npos);
    const auto rows = a.store->rows({"SELECT count(*) FROM figure_record WHERE type='outreach'", {}}).value();
    EXPECT_EQ(rows[0][0], 1);
    sync(b);
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(Refusals, NothingCanBeWrittenToARecordThatTheHubDidNotTake) {
    hub.refuseSeqs = {1};
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    const auto saved = a.store->save(1, {{id, "", {{"attendance", 5, {}, {}}}}});
    ASSERT_FALSE(saved.ok());
    EXPECT_EQ(saved.error().code, ErrorCode::Validation);
    EXPECT_FALSE(a.store->hasUnsent());
}

TEST_F(Refusals, ADiscardedCreationIsGone) {
    hub.refuseSeqs = {1, 2};
    const RecordId id = a.create("outreach", outreach("反诈宣传"));
    a.edit(id, {{"attendance", 5}});
    sync(a);
    const Closed closed = discard(id.created);
    EXPECT_TRUE(closed.removed);
    EXPECT_EQ(closed.changes.size(), 2U);
    EXPECT_FALSE(a.store->get(id).ok());
    EXPECT_TRUE(a.store->attention().value().empty());
    ListQuery query;
    query.text = "反诈";
    EXPECT_TRUE(a.store->list(query).value().empty());
    EXPECT_EQ(a.store->mend(1, id.created, Json::object()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(a.store->discard(id.created).error().code, ErrorCode::NotFound);
    a.reopen();
    a.expectSound();
    sync(a);
    EXPECT_EQ(a.everything(), "");
}

TEST_F(Refusals, ADiscardedEditDropsItsContentAndNothingElse) {
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    hub.refuseSeqs = {2};
    a.edit(id, {{"attendance", 99}});
    a.edit(id, {{"place", "广场"}});
    sync(a);
    EXPECT_FALSE(discard(only()).removed);
    EXPECT_EQ(a.fields(id)["attendance"], 30);
    EXPECT_EQ(a.fields(id)["place"], "广场");
    EXPECT_EQ(a.store->get(id).value().sync, "received");
    EXPECT_EQ(a.store->history(id).value().size(), 2U);
    a.expectSound();
}

TEST_F(Refusals, DiscardingALaterEditOfARefusedCreationLeavesTheRest) {
    hub.refuseSeqs = {1, 2};
    const RecordId id = a.create("outreach", outreach("甲"));
    a.edit(id, {{"attendance", 5}});
    sync(a);
    discard({id.created.replica, 2});
    EXPECT_EQ(a.fields(id)["attendance"], 30);
    a.expectSound();
    const Closed closed = mend(only());
    EXPECT_EQ(a.fields(closed.record)["attendance"], 30);
}

TEST_F(Refusals, RefusedEditsOfOneNewItemAreMendedTogetherAndAnItemWhoseMakingIsLostIsMadeAnew) {
    const RecordId id = a.create("contract-review", {{"contract_name", "鱼塘承包"}});
    sync(a);
    hub.refuseSeqs = {2, 3, 4};
    a.edit(id, {{"findings", {{{"advice", "写明四至"}}}}});
    const std::string item = a.fields(id)["findings"][0]["item"];
    a.edit(id, {{"findings", {{{"item", item}, {"risk", "high"}}}}});
    a.edit(id, {{"amount", 100}});
    sync(a);
    EXPECT_FALSE(a.fields(id).contains("findings"));
    hub.refuseSeqs.clear();
    EXPECT_EQ(mend({id.created.replica, 3}).changes.size(), 2U);
    ASSERT_EQ(a.fields(id)["findings"].size(), 1U);
    EXPECT_EQ(a.fields(id)["findings"][0]["advice"], "写明四至");
    EXPECT_EQ(a.fields(id)["findings"][0]["risk"], "high");
    EXPECT_EQ(only(), (Dot{id.created.replica, 4}));

    hub.refuseSeqs = {6, 7};
    a.edit(id, {{"findings", {{{"advice", "乙"}}}}});
    a.edit(id, {{"findings", {{{"item", a.fields(id)["findings"][1]["item"]}, {"risk", "low"}}}}});
    sync(a);
    discard({id.created.replica, 6});
    mend({id.created.replica, 7});
    ASSERT_EQ(a.fields(id)["findings"].size(), 2U);
    EXPECT_EQ(a.fields(id)["findings"][1]["risk"], "low");
}

TEST_F(Refusals, WhatIsStillWrongIsToldAndNothingIsWritten) {
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    hub.refuseSeqs = {2};
    a.write(id, {{{"attendance", "many", {}, {}}}, {}});
    sync(a);
    const Dot change = only();
    EXPECT_EQ(mend(change).problems.size(), 1U);
    EXPECT_EQ(mend(change, {{"attendance", "few"}}).problems.size(), 1U);
    EXPECT_EQ(only(), change);
    EXPECT_FALSE(a.store->hasUnsent());
    EXPECT_TRUE(mend(change, {{"attendance", 12}}).problems.empty());
    EXPECT_EQ(a.fields(id)["attendance"], 12);
}

TEST_F(Refusals, WhatNamesAMendedRecordNamesTheNewOne) {
    hub.refuseSeqs = {1};
    const RecordId old = a.create("outreach", outreach("甲"));
    const RecordId visit =
        a.create("service-visit", {{"happened_on", "2026-03-02"}, {"related", {{{"record", toText(old)}}}}});
    sync(a);
    const Closed closed = mend(old.created);
    EXPECT_EQ(a.fields(visit)["related"][0]["record"], toText(closed.record));
    syncAll();
    EXPECT_EQ(b.fields(visit)["related"][0]["record"], toText(closed.record));
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(Refusals, ARecordThatLeavesTheScopeStaysWhileItNeedsAttention) {
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    hub.refuseSeqs = {2};
    a.edit(id, {{"attendance", 99}});
    sync(a);
    protocol::SyncResponse leaving = hub.answer(a.store->nextRequest().value());
    leaving.leaving = {id};
    ASSERT_TRUE(a.store->apply(a.store->nextRequest().value(), leaving).ok());
    EXPECT_EQ(a.store->attention().value().size(), 1U);
    EXPECT_TRUE(a.store->get(id).ok());
}

}  // namespace
}  // namespace fayi::store
