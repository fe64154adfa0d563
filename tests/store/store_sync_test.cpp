// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/limits.h"
#include "simple_hub.h"
#include "store_fixture.h"

namespace fayi::store {
namespace {

/// Two stations and a hub in one process.
struct TwoStations : ::testing::Test {
    testing::SimpleHub hub;
    TestStore a{1, true}, b{2, true};

    Applied sync(TestStore& s) {
        Applied total;
        for (bool more = true; more;) {
            const auto request = s.store->nextRequest().value();
            const auto wire = protocol::decodeSyncRequest(protocol::encode(request)).value();
            const auto answer = protocol::decodeSyncResponse(protocol::encode(hub.answer(wire))).value();
            const auto applied = s.store->apply(request, answer);
            EXPECT_TRUE(applied.ok()) << applied.error().message.en;
            total.acknowledged += applied->acknowledged;
            total.news += applied->news;
            total.refused.insert(total.refused.end(), applied->refused.begin(), applied->refused.end());
            more = applied->more || s.store->hasUnsent();
        }
        return total;
    }

    void syncAll() {
        for (TestStore* s : {&a, &b, &a, &b})
            sync(*s);
    }
};

TEST_F(TwoStations, BothHoldTheSameAfterSyncing) {
    a.create("outreach", outreach("甲"));
    b.create("outreach", outreach("乙"));
    syncAll();
    EXPECT_EQ(a.everything(), b.everything());
    EXPECT_EQ(a.store->counts().records, 2U);
    a.expectSound();
    b.expectSound();
}

TEST_F(TwoStations, AStoreKnowsWhenTheHubTookWhatWasWrittenHere) {
    const auto received = [](TestStore& s, RecordId id) {
        return s.store->receivedAt(s.store->get(id).value().seen);
    };
    const RecordId id = a.create("outreach", outreach("甲")), other = a.create("outreach", outreach("乙"));
    EXPECT_EQ(received(a, id), std::nullopt) << "it waits";
    const Millis first = hub.time, second = hub.time + std::chrono::hours(3);
    sync(a);
    EXPECT_EQ(received(a, id), first);
    hub.time = second;
    a.edit(id, {{"attendance", 44}});
    EXPECT_EQ(received(a, id), std::nullopt) << "its newest change waits";
    syncAll();
    EXPECT_EQ(received(a, id), second);
    EXPECT_EQ(received(a, other), first);
    EXPECT_EQ(received(b, id), std::nullopt) << "nothing of it was written there";
    hub.time += std::chrono::hours(1);
    b.edit(id, {{"place", "文化广场"}});
    syncAll();
    EXPECT_EQ(received(a, id), second) << "what others wrote since has receipts of its own";
    EXPECT_EQ(received(b, id), hub.time);
    a.reopen();
    EXPECT_EQ(received(a, id), second);
}

TEST_F(TwoStations, WhatARestoredHubForgotHasNoReceiptUntilItIsTakenAgain) {
    const RecordId kept = a.create("outreach", outreach("甲"));
    sync(a);
    const Millis first = hub.time;
    hub.time += std::chrono::hours(3);
    const RecordId forgotten = a.create("outreach", outreach("乙"));
    sync(a);
    const auto received = [&](RecordId id) { return a.store->receivedAt(a.store->get(id).value().seen); };
    ASSERT_EQ(received(forgotten), hub.time);
    const auto request = a.store->nextRequest().value();
    protocol::SyncResponse answer = hub.answer(request);
    answer.acks = {{request.own.at(0).replica, 1, {}, {}}};
    ASSERT_TRUE(a.store->apply(request, answer).ok());
    EXPECT_EQ(received(forgotten), std::nullopt);
    EXPECT_EQ(received(kept), first);
    hub.time += std::chrono::hours(3);
    answer.hubTime = hub.time;
    answer.acks = {{request.own.at(0).replica, 2, {}, {}}};
    ASSERT_TRUE(a.store->apply(a.store->nextRequest().value(), answer).ok());
    EXPECT_EQ(received(forgotten), hub.time);
    EXPECT_EQ(received(kept), first);
}

TEST_F(TwoStations, DifferentFieldsOfOneRecordMergeWithoutAConflict) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    a.edit(id, {{"attendance", 44}});
    b.edit(id, {{"place", "文化广场"}});
    syncAll();
    EXPECT_EQ(a.fields(id)["attendance"], 44);
    EXPECT_EQ(a.fields(id)["place"], "文化广场");
    EXPECT_TRUE(a.store->get(id).value().view.conflicts.empty());
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(TwoStations, TheSameReviewFieldIsAConflictOnBothUntilOneSettlesIt) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    a.edit(id, {{"attendance", 44}});
    b.edit(id, {{"attendance", 55}});
    syncAll();
    for (TestStore* s : {&a, &b})
        EXPECT_EQ(s->store->get(id).value().view.conflicts, std::vector<std::string>{"attendance"});
    a.write(id, records::planResolve(a.store->state(id).value(), "attendance", 55));
    syncAll();
    for (TestStore* s : {&a, &b}) {
        EXPECT_TRUE(s->store->get(id).value().view.conflicts.empty());
        EXPECT_EQ(s->fields(id)["attendance"], 55);
    }
    EXPECT_EQ(a.store->history(id).value().size(), 4U);
}

TEST_F(TwoStations, TheSameLatestFieldShowsOneAndKeepsTheOther) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    a.edit(id, {{"theme", "甲改"}});
    b.clock.advance(Millis(60'000));
    b.edit(id, {{"theme", "乙改"}});
    syncAll();
    EXPECT_EQ(a.fields(id)["theme"], "乙改");
    EXPECT_EQ(b.fields(id)["theme"], "乙改");
    EXPECT_TRUE(a.store->get(id).value().view.conflicts.empty());
    EXPECT_EQ(a.store->state(id).value().find("theme")->siblings().size(), 2U);
}

TEST_F(TwoStations, EditsOfOneLongTextThatStandApartAreMergedOnBoth) {
    const RecordId id =
        a.create("contract-review", {{"contract_name", "鱼塘承包"}, {"remarks", "一。二。三。"}});
    syncAll();
    const auto loaded = b.store->get(id).value().seen;
    a.edit(id, {{"remarks", "壹。二。三。"}});
    a.edit(id, {{"remarks", "壹。二。三。四。"}});
    sync(a);
    sync(b);
    b.clock.advance(Millis(1000));
    const auto shownThen = b.store->stateWithPast(id).value();
    b.write(id, records::planEdit(*b.store->catalog().type("contract-review"), shownThen, loaded,
                                  {{"remarks", "一。二二。三。"}}));
    syncAll();
    for (TestStore* s : {&a, &b}) {
        const records::View view = s->store->get(id).value().view;
        EXPECT_EQ(view.fields["remarks"], "壹。二二。三。四。");
        EXPECT_EQ(view.merged, std::vector<std::string>{"remarks"});
        EXPECT_TRUE(view.conflicts.empty());
        s->expectSound();
    }
    EXPECT_EQ(a.everything(), b.everything());
    a.edit(id, {{"remarks", a.fields(id)["remarks"]}});
    syncAll();
    EXPECT_EQ(b.store->state(id).value().find("remarks")->siblings().size(), 1U);
    EXPECT_TRUE(b.store->state(id).value().find("remarks")->past().empty());
}

TEST_F(TwoStations, EditsOfOneSentenceAreLeftToAPersonOnBoth) {
    const RecordId id = a.create("contract-review", {{"contract_name", "鱼塘承包"}, {"remarks", "一。二。"}});
    syncAll();
    a.edit(id, {{"remarks", "甲。二。"}});
    b.edit(id, {{"remarks", "乙。二。"}});
    syncAll();
    for (TestStore* s : {&a, &b})
        EXPECT_EQ(s->store->get(id).value().view.conflicts, std::vector<std::string>{"remarks"});
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(TwoStations, TwoOpinionsAddedAtOnceAreBothThere) {
    const RecordId id = a.create("contract-review", {{"contract_name", "鱼塘承包"}});
    syncAll();
    a.edit(id, {{"findings", {{{"advice", "甲的意见"}}}}});
    b.edit(id, {{"findings", {{{"advice", "乙的意见"}}}}});
    syncAll();
    EXPECT_EQ(a.fields(id)["findings"].size(), 2U);
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(TwoStations, AnEditThatADeleteHadNotSeenBringsTheRecordBack) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    const auto state = a.store->state(id).value();
    a.write(id, records::planDelete(state, state.seen()));
    b.edit(id, {{"attendance", 99}});
    syncAll();
    for (TestStore* s : {&a, &b}) {
        EXPECT_FALSE(s->store->get(id).value().view.deleted);
        EXPECT_TRUE(s->store->get(id).value().view.revived);
    }
}

TEST_F(TwoStations, AVerificationHoldsOnlyForTheVersionItSaw) {
    const RecordId id = a.create("outreach", outreach("甲"));
    syncAll();
    const auto state = b.store->state(id).value();
    b.write(id, records::planState(state, state.seen(), records::kVerified));
    a.edit(id, {{"attendance", 99}});
    EXPECT_EQ(b.store->get(id).value().view.state, "verified");
    syncAll();
    for (TestStore* s : {&a, &b}) {
        EXPECT_EQ(s->store->get(id).value().view.state, "submitted");
        EXPECT_TRUE(s->store->get(id).value().view.changedSinceVerified);
    }
    const auto again = b.store->state(id).value();
    b.write(id, records::planState(again, again.seen(), records::kVerified));
    syncAll();
    EXPECT_EQ(a.store->get(id).value().view.state, "verified");
}

TEST_F(TwoStations, ARefusedEditIsTakenOutAndKeptAndTheNextOnesGoThrough) {
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    hub.refuseSeqs = {2};
    a.edit(id, {{"attendance", 99}});
    a.edit(id, {{"place", "广场"}});
    const RecordId next = a.create("outreach", outreach("乙"));
    const Applied applied = sync(a);
    ASSERT_EQ(applied.refused.size(), 1U);
    EXPECT_EQ(applied.refused[0].reason.zh, "不在管辖范围");
    EXPECT_EQ(applied.refused[0].writes["attendance"], 99);
    EXPECT_EQ(a.fields(id)["attendance"], 30);
    EXPECT_EQ(a.fields(id)["place"], "广场");
    EXPECT_EQ(a.store->get(id).value().sync, "refused");
    EXPECT_EQ(a.store->get(next).value().sync, "received");
    sync(b);
    EXPECT_EQ(b.fields(id)["place"], "广场");
    EXPECT_EQ(b.fields(id)["attendance"], 30);
    a.expectSound();
}

TEST_F(TwoStations, ARefusedCreationKeepsWhatWasTyped) {
    hub.refuseSeqs = {1};
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    EXPECT_EQ(a.fields(id)["theme"], "甲");
    EXPECT_EQ(a.store->get(id).value().sync, "refused");
    EXPECT_EQ(a.store->counts().refused, 1U);
    a.expectSound();
}

TEST_F(TwoStations, AnAnswerAppliedTwiceChangesNothingMore) {
    a.create("outreach", outreach("甲"));
    sync(a);
    const auto request = b.store->nextRequest().value();
    const auto answer = hub.answer(request);
    ASSERT_TRUE(b.store->apply(request, answer).ok());
    const std::string once = b.everything();
    EXPECT_EQ(b.store->apply(request, answer).value().news, 0U);
    EXPECT_EQ(b.everything(), once);
}

TEST_F(TwoStations, AnAnswerThatNeverArrivedIsAskedForAgainAndNothingIsTwice) {
    const RecordId id = a.create("outreach", outreach("甲"));
    hub.answer(a.store->nextRequest().value());  // the hub took it, the answer was lost
    EXPECT_EQ(a.store->get(id).value().sync, "waiting");
    sync(a);
    EXPECT_EQ(a.store->get(id).value().sync, "received");
    EXPECT_EQ(hub.log.size(), 1U);
}

TEST_F(TwoStations, AllButTheLastPageOfWhatIsUnsentSayThatMoreComes) {
    for (std::size_t i = 0; i < limits::kPageChanges + 1; ++i)
        a.create("outreach", outreach("甲"));
    const auto first = a.store->nextRequest().value();
    EXPECT_EQ(first.changes.size(), limits::kPageChanges);
    EXPECT_TRUE(first.more);
    a.store->apply(first, hub.answer(first)).value();
    const auto last = a.store->nextRequest().value();
    EXPECT_EQ(last.changes.size(), 1U);
    EXPECT_FALSE(last.more);
}

TEST_F(TwoStations, NewsComeInPagesAndTheCursorMovesWithThem) {
    for (int i = 0; i < 10; ++i)
        a.create("outreach", outreach("第" + std::to_string(i) + "场"));
    sync(a);
    hub.pageSize = 3;
    const auto request = b.store->nextRequest().value();
    ASSERT_TRUE(b.store->apply(request, hub.answer(request)).ok());
    b.reopen();
    EXPECT_EQ(b.store->nextRequest().value().cursor.position.value, 3U);
    EXPECT_EQ(b.store->counts().records, 3U);
    sync(b);
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(TwoStations, TheHubsEffectiveTimeTakesThePlaceOfTheClaimedOne) {
    hub.aheadOfClaims = Millis(7000);
    const RecordId id = a.create("outreach", outreach("甲"));
    const HybridTime claimed = a.store->get(id).value().view.updated;
    syncAll();
    EXPECT_EQ(a.store->get(id).value().view.updated.packed, claimed.packed + (7000ULL << 16));
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
}

TEST_F(TwoStations, UnknownFieldsAndTypesSurviveStoringAndEditing) {
    protocol::Change change;
    change.dot = {{0xFFFF'0000'1234ULL}, 1};
    change.time = HybridTime::of(a.clock.now());
    change.record.created = change.dot;
    change.type = "outreach";
    change.seed = Bytes(protocol::kSaltSeedBytes, 'x');
    change.writes = {{"theme", "明年的站", {}, {}}, {"hologram", Json{{"depth", 3}}, {}, {}}};
    hub.log.push_back({change, change.time, {1}});
    protocol::Change alien = change;
    alien.dot.seq = 2;
    alien.record.created = alien.dot;
    alien.type = "time-travel";
    alien.seed.clear();
    hub.log.push_back({alien, alien.time, {2}});
    sync(a);
    a.edit(change.record, {{"attendance", 5}});
    syncAll();
    EXPECT_EQ(b.fields(change.record)["hologram"], (Json{{"depth", 3}}));
    EXPECT_EQ(b.fields(alien.record)["theme"], "明年的站");
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(TwoStations, ARecordTypeIsAdoptedWhenItsDefinitionArrives) {
    protocol::Change record;
    record.dot = {{0xFFFF'0000'1234ULL}, 1};
    record.time = HybridTime::of(a.clock.now());
    record.record.created = record.dot;
    record.type = "rules-review";
    record.seed = Bytes(protocol::kSaltSeedBytes, 'x');
    record.writes = {{"subject", "龙滩村村规民约", {}, {}},
                     {"reviewed_on", "2026-03-05", {}, {}},
                     {"opinion", "一。二。三。", {}, {}},
                     {"hologram", Json{{"depth", 3}}, {}, {}}};
    hub.log.push_back({record, record.time, {1}});
    syncAll();
    EXPECT_EQ(a.store->get(record.record).value().title, "rules-review");
    // Before the type is known two people write its long text.
    for (const auto& [seq, text] : {std::pair(0xA, "壹。二。三。"), std::pair(0xB, "一。二。叁。")}) {
        protocol::Change edit = record;
        edit.dot = {{0xFFFF'0000'0000ULL + static_cast<std::uint64_t>(seq)}, 1};
        edit.type.clear();
        edit.writes = {{"opinion", text, merge::VersionVector({{record.dot.replica, 1}}), {}}};
        hub.log.push_back({edit, edit.time, {hub.log.size() + 1}});
    }
    syncAll();
    protocol::Change definition = record;
    definition.dot.seq = 2;
    definition.record.created = definition.dot;
    definition.type = "record-type";
    definition.seed.clear();
    definition.writes = {{"definition",
                          R"({"kind": "record-type", "name": "rules-review", "version": 1,
        "labels": {"zh": "村规民约审查", "en": "Review of village rules"},
        "legalBasis": {"zh": "法定职责", "en": "Statutory duty"},
        "happenedOn": "reviewed_on", "title": ["subject"], "listColumns": ["reviewed_on"],
        "retention": {"years": 10, "reason": {"zh": "常用", "en": "Usual"}},
        "roles": {"create": ["clerk"], "edit": ["clerk"]},
        "sections": [{"id": "what", "labels": {"zh": "文件", "en": "Document"}}],
        "fields": [
          {"name": "subject", "type": "text", "labels": {"zh": "名称", "en": "Name"}, "section": "what"},
          {"name": "reviewed_on", "type": "date", "labels": {"zh": "日期", "en": "Day"}, "section": "what"},
          {"name": "opinion", "type": "longtext", "labels": {"zh": "意见", "en": "Opinion"}, "section": "what"}]})",
                          {},
                          {}}};
    hub.log.push_back({definition, definition.time, {hub.log.size() + 1}});
    syncAll();
    for (TestStore* s : {&a, &b}) {
        const StoredRecord adopted = s->store->get(record.record).value();
        EXPECT_EQ(adopted.title, "龙滩村村规民约");
        EXPECT_EQ(adopted.view.happenedOn, "2026-03-05");
        EXPECT_EQ(adopted.view.fields["opinion"], "壹。二。叁。");
        EXPECT_EQ(adopted.view.fields["hologram"].dump(), R"({"depth":3})");
        s->expectSound();
    }
    a.edit(record.record, {{"subject", "龙滩村村规民约（修订）"}});
    syncAll();
    EXPECT_EQ(b.fields(record.record)["hologram"], (Json{{"depth", 3}}));
    EXPECT_EQ(a.everything(), b.everything());
}

TEST_F(TwoStations, SavesOfSeveralPeopleOnOneComputerGoOutInTheOrderTheyWereMade) {
    const std::int64_t second = a.store->addPerson("李乙").value();
    protocol::EnrolResponse answer;
    answer.person = {{{9}, 77}};
    answer.personName = "李乙";
    answer.role = "clerk";
    answer.org = "500115001";
    ASSERT_TRUE(a.store->enrol(*a.store->enrolment(), answer, second).ok());
    const auto plan = records::planCreate(*a.store->catalog().type("outreach"), outreach("甲"), "");
    const RecordId id =
        a.store->save(second, std::vector<Save>(600, {std::nullopt, "outreach", plan.writes})).value().back();
    a.clock.jump(Millis(-86'400'000));  // somebody sets the clock back a day
    a.edit(id, {{"attendance", 44}});   // by the first person, on the second one's record
    std::set<RecordId> known;
    for (int page = 0; page < 4; ++page) {
        const auto request = a.store->nextRequest().value();
        for (const auto& sent : request.changes)
            if (sent.change.creates())
                known.insert(sent.change.record);
        for (const auto& sent : request.changes)
            EXPECT_TRUE(known.contains(sent.change.record)) << "an edit went out before what it rests on";
        ASSERT_TRUE(a.store->apply(request, hub.answer(request)).ok());
    }
    EXPECT_FALSE(a.store->hasUnsent());
    EXPECT_EQ(hub.log.size(), 601U);
}

TEST_F(TwoStations, DraftsOfTheTimeBeforeEnrolmentJoinTheOrgUnit) {
    TestStore c(3);
    const RecordId id = c.create("outreach", outreach("早先的草稿"));
    EXPECT_EQ(c.store->get(id).value().sync, "draft");
    EXPECT_FALSE(c.store->hasUnsent());
    c.enrol(3);
    EXPECT_EQ(c.store->get(id).value().view.org, "500115001");
    EXPECT_EQ(c.store->get(id).value().sync, "waiting");
    sync(c);
    sync(a);
    EXPECT_EQ(a.fields(id)["theme"], "早先的草稿");
}

TEST_F(TwoStations, ARestoredStoreGetsItsOwnLaterChangesBackAndForksNothing) {
    const RecordId first = a.create("outreach", outreach("备份前"));
    sync(a);
    ASSERT_TRUE(a.store->backup(a.folder / "backup.db").ok());
    const RecordId later = a.create("outreach", outreach("备份后"));
    sync(a);
    ASSERT_TRUE(Store::restoreBackup(a.folder / "backup.db", a.folder / "again", a.clock, a.random).ok());
    a.store = Store::open(a.folder / "again", a.clock, a.random).value();
    EXPECT_FALSE(a.store->get(later).ok());
    a.create("outreach", outreach("恢复后"));
    syncAll();
    EXPECT_TRUE(a.store->get(first).ok());
    EXPECT_TRUE(a.store->get(later).ok());
    EXPECT_EQ(a.store->counts().records, 3U);
    EXPECT_EQ(a.everything(), b.everything());
    a.expectSound();
}

TEST_F(TwoStations, WhatAFormWasShownBeforeAForkIsSaidInTheNewNames) {
    const RecordId id = a.create("outreach", outreach("甲"));
    sync(a);
    TestStore copy{3};
    copy.store.reset();
    a.store.reset();
    std::filesystem::remove_all(copy.folder / "data");
    std::filesystem::copy(a.folder / "data", copy.folder / "data");
    a.reopen();
    copy.reopen();
    copy.edit(id, {{"attendance", 50}});
    sync(copy);
    a.edit(id, {{"place", "村委会"}});
    const merge::VersionVector shown = a.store->get(id).value().seen;
    const std::uint64_t before = a.store->forks().value();
    const auto request = a.store->nextRequest().value();
    protocol::SyncResponse answer;
    answer.hubTime = hub.time;
    answer.scopeVersion = 1;
    answer.cursor = request.cursor;
    answer.forked = {{id.created.replica, 1}};
    ASSERT_TRUE(a.store->apply(request, answer)->forked);
    sync(a);
    ASSERT_EQ(a.fields(id)["attendance"], 50);
    const auto ways = a.store->renamedSince(before).value();
    ASSERT_EQ(ways.size(), 1U);
    EXPECT_EQ(a.store->forks().value(), before + 1);
    EXPECT_TRUE(a.store->renamedSince(before + 1).value().empty());
    a.edit(id, {{"attendance", 60}, {"place", "文化广场"}}, ways[0].context(shown));
    const auto view = a.store->get(id).value().view;
    EXPECT_EQ(view.conflicts.size(), 1U) << "the 50 was never shown, the place was";
    EXPECT_EQ(view.fields["place"], "文化广场");
    const auto plan = records::planEdit(*a.store->catalog().type("outreach"), a.store->state(id).value(),
                                        shown, {{"place", "镇政府"}});
    const auto late = a.store->save(1, {{id, "", plan.writes, false, before}});
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, ErrorCode::Validation);
    a.expectSound();
}

}  // namespace
}  // namespace fayi::store
