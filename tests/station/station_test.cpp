// SPDX-License-Identifier: Apache-2.0
#include "desk.h"
#include "fayi/base/crypto.h"

namespace fayi::station {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Station, ARecordIsCreatedReadEditedAndItsProblemsAreTold) {
    Desk desk;
    const RecordId id = desk.create("outreach", {{"theme", "民法典"}, {"happened_on", "2026-03-01"}});
    Record record = desk.get(id);
    EXPECT_EQ(record.view.fields["theme"], "民法典");
    EXPECT_EQ(record.sync, "draft");
    EXPECT_TRUE(schema::hasErrors(record.problems));
    record = desk.edit(id, {{"place", "村委会"}, {"theme", nullptr}});
    EXPECT_EQ(record.view.fields["place"], "村委会");
    EXPECT_FALSE(record.view.fields.contains("theme"));
    EXPECT_EQ(desk->identity().replica, id.created.replica);
}

TEST(Station, WhatASaveRefusesIsListedWholeAndWritesNothing) {
    Desk desk;
    const auto made = desk->create(
        "outreach", {{"theme", 7}, {"happened_on", "2026-02-30"}, {"what", 1}, {"form", "no-such"}});
    EXPECT_EQ(made.error().code, ErrorCode::Validation);
    EXPECT_THAT(desk.refusedFields(),
                ::testing::UnorderedElementsAre("theme", "happened_on", "what", "form"));
    EXPECT_THAT(desk.titles(""), IsEmpty());
    EXPECT_EQ(desk->create("no-such-type", Json::object()).error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->create("org-unit", Json::object()).error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->create("outreach", {{"org", "999999"}}).error().code, ErrorCode::Validation);
}

TEST(Station, SeveralAreMadeTogetherOrNotAtAllAndTheBadOneIsPointedAt) {
    Desk desk;
    const std::vector<Json> three{{{"theme", "甲"}}, {{"theme", "乙"}}, {{"theme", 3}}};
    EXPECT_FALSE(desk->createMany("outreach", three).ok());
    EXPECT_EQ(desk->refusedAt(), 2U);
    EXPECT_THAT(desk.titles(""), IsEmpty());
    EXPECT_EQ(must(desk->createMany("outreach", {three[0], three[1]})).size(), 2U);
}

TEST(Station, AnEditWithoutAChangeWritesNoVersion) {
    Desk desk;
    const RecordId id = desk.create("outreach", {{"theme", "甲"}});
    desk.edit(id, {{"theme", "甲"}});
    EXPECT_EQ(must(desk->history(id)).size(), 1U);
}

TEST(Station, ADraftIsSubmittedOnceItIsWhole) {
    Desk desk;
    Json fields = wholeOutreach("民法典", "2026-03-01");
    fields.erase("place");
    const RecordId id = desk.create("outreach", fields);
    EXPECT_EQ(desk->submit(id).error().code, ErrorCode::Validation);
    EXPECT_THAT(desk.refusedFields(), Contains("place"));
    EXPECT_EQ(desk.get(id).view.state, "draft");
    desk.edit(id, {{"place", "村委会"}});
    EXPECT_EQ(must(desk->submit(id)).view.state, "submitted");
    EXPECT_EQ(must(desk->submit(id)).view.state, "submitted");
    EXPECT_EQ(must(desk->history(id)).size(), 3U);
}

TEST(Station, NobodyVerifiesOrReturnsBeforeTheStationHasJoinedADistrict) {
    Desk desk;
    const RecordId id = desk.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    EXPECT_EQ(desk->verify(id).error().code, ErrorCode::Validation);
    ASSERT_TRUE(desk->submit(id).ok());
    EXPECT_EQ(desk->verify(id).error().code, ErrorCode::Validation);
    EXPECT_EQ(desk->giveBack(id, "人数请核对", "attendance").error().code, ErrorCode::Validation);
    EXPECT_FALSE(desk->may(schema::Action::Verify, "outreach"));
    EXPECT_EQ(desk->sync().error().code, ErrorCode::Usage);
}

TEST(Station, ADeletedRecordWaitsInTheBinAndComesBack) {
    Desk desk;
    const RecordId id = desk.create("outreach", {{"theme", "甲"}});
    EXPECT_TRUE(must(desk->remove(id)).view.deleted);
    EXPECT_TRUE(must(desk->remove(id)).view.deleted);
    EXPECT_THAT(desk.titles(""), IsEmpty());
    EXPECT_THAT(desk.titles("deleted=true"), ElementsAre("甲"));
    EXPECT_EQ(desk->edit(id, {{"theme", "乙"}}).error().code, ErrorCode::Validation);
    EXPECT_FALSE(must(desk->restore(id)).view.deleted);
    EXPECT_THAT(desk.titles(""), ElementsAre("甲"));
}

TEST(Station, AnEarlierVersionIsWrittenOnceMore) {
    Desk desk;
    const RecordId id = desk.create("outreach", {{"theme", "甲"}});
    desk.edit(id, {{"theme", "乙"}});
    const auto before = must(desk->history(id));
    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[0].state, "shown");  // it still gives the state "draft"
    EXPECT_EQ(before[1].state, "shown");
    EXPECT_EQ(must(desk->restore(id, before[0].version)).view.fields["theme"], "甲");
    const auto after = must(desk->history(id));
    EXPECT_EQ(after[1].state, "superseded");
    EXPECT_EQ(after[2].writes, Json({{"theme", "甲"}}));
    EXPECT_EQ(desk->restore(id, Dot{id.created.replica, 99}).error().code, ErrorCode::NotFound);
}

TEST(Station, ListsKnowConditionsWordsOrderAndPages) {
    Desk desk;
    desk.create("outreach", {{"theme", "民法典讲座"},
                             {"happened_on", "2026-02-01"},
                             {"attendance", 10},
                             {"law_topics", {"civil-code"}}});
    desk.create(
        "outreach",
        {{"theme", "禁毒宣传"}, {"happened_on", "2026-02-02"}, {"attendance", 20}, {"form", "stall"}});
    desk.create("outreach", {{"theme", "反诈宣传"}, {"happened_on", "2026-02-03"}, {"attendance", 30}},
                "500115001");
    EXPECT_THAT(desk.titles("attendance>=20"), ElementsAre("禁毒宣传", "反诈宣传"));
    EXPECT_THAT(desk.titles("happened_on>=2026/2/2,happened_on<2026-02-03"), ElementsAre("禁毒宣传"));
    EXPECT_THAT(desk.titles("form=摆点宣传"), ElementsAre("禁毒宣传"));
    EXPECT_THAT(desk.titles("law_topics=民法典"), ElementsAre("民法典讲座"));
    EXPECT_THAT(desk.titles("theme~宣传"), ElementsAre("禁毒宣传", "反诈宣传"));
    EXPECT_THAT(desk.titles("org=500115001"), ElementsAre("反诈宣传"));
    EXPECT_THAT(desk.titles("state!=draft"), IsEmpty());
    EXPECT_THAT(desk.titles("form="), ElementsAre("民法典讲座", "反诈宣传"));
    EXPECT_THAT(desk.titles("theme=\"反诈宣传\""), ElementsAre("反诈宣传"));
    ListQuery words = all("outreach");
    words.text = "宣传";
    EXPECT_EQ(must(desk->list(words)).size(), 2U);
    ListQuery page = all("outreach", "-attendance");
    page.limit = 2;
    const auto first = must(desk->list(page));
    page.after = first.back().id;
    const auto second = must(desk->list(page));
    EXPECT_EQ(first[0].title, "反诈宣传");
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(second[0].title, "民法典讲座");
    EXPECT_EQ(must(desk->count(all("outreach"))), 3U);
}

TEST(Station, ConditionsKnowUnitsWithAllBelowThemAndFieldsNamedLikeAList) {
    Desk desk;
    const auto at = [&](const char* theme, const char* day, const char* village, const char* org) {
        desk.create("outreach", {{"theme", theme}, {"happened_on", day}, {"village", village}}, org);
    };
    at("龙滩村一场", "2026-02-01", "500115127200", "500115001");
    at("镇上一场", "2026-02-02", "500115001001", "500115127");
    at("别处一场", "2026-02-03", "500115001001", "500115001");
    EXPECT_THAT(desk.titles("within=500115127"), ElementsAre("龙滩村一场", "镇上一场"));
    EXPECT_THAT(desk.titles("within=500115127200"), ElementsAre("龙滩村一场"));
    EXPECT_THAT(desk.titles("within=500115127,happened_on>=2026-02-02"), ElementsAre("镇上一场"));
    desk.create("plan-item", {{"text", "甲"}, {"written_on", "2026-01-05"}, {"state", "done"}});
    desk.create("plan-item", {{"text", "乙"}, {"written_on", "2026-01-06"}, {"state", "open"}});
    EXPECT_EQ(desk.titles("fields.state=done", "plan-item").size(), 1U);
    EXPECT_THAT(desk.titles("state=void", "plan-item"), IsEmpty())
        << "the state of the record, not the field";
    EXPECT_EQ(desk.titles("state=draft", "plan-item").size(), 2U);
}

TEST(Station, AConditionThatCannotBeReadIsAnErrorNotAnEmptyList) {
    Desk desk;
    for (const char* bad : {"attendance", "=3", "attendance>=many", "happened_on=2026-02-30", "form=演讲",
                            "fields.form=演讲", "within=月球", "within=", "within!=500115127"}) {
        ListQuery query = all("outreach");
        const Status added = addWhere(query, bad, *desk.station);
        EXPECT_FALSE(added.ok()) << bad;
        EXPECT_EQ(added.error().code, ErrorCode::Usage) << bad;
    }
    ListQuery query = all("outreach");
    ASSERT_TRUE(addWhere(query, "no_such=1", *desk.station).ok());
    EXPECT_EQ(desk->list(query).error().code, ErrorCode::Usage);
}

TEST(Station, ItemsOfAListAreAddedEditedAndRemovedByTheirId) {
    Desk desk;
    const RecordId id =
        desk.create("contract-review", {{"contract_name", "鱼塘"}, {"findings", {{{"advice", "甲"}}}}});
    const std::string item = desk.get(id).view.fields["findings"][0]["item"];
    desk.edit(id, {{"findings", {{{"item", item}, {"advice", "甲改"}}, {{"advice", "乙"}}}}});
    Json findings = desk.get(id).view.fields["findings"];
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0]["advice"], "甲改");
    desk.edit(id, {{"findings", {{{"item", item}, {"removed", true}}}}});
    findings = desk.get(id).view.fields["findings"];
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0]["advice"], "乙");
    EXPECT_EQ(desk->edit(id, {{"findings", {{{"item", "made-up"}, {"advice", "x"}}}}}).error().code,
              ErrorCode::Validation);
}

TEST(Station, TheDumpIsOneLineARecordAndEndsWithTheirHash) {
    Desk desk;
    const RecordId first = desk.create("outreach", {{"theme", "甲"}});
    desk.create("consultation", {{"facts", "乙"}});
    const auto [lines, end] = desk.dump();
    ASSERT_EQ(lines.size(), 2U);
    const Json record = Json::parse(lines[0]);
    EXPECT_EQ(record["id"], toText(first));
    EXPECT_FALSE(record.contains("sync"));
    EXPECT_FALSE(record.contains("problems"));
    EXPECT_EQ(end.records, 2U);
    EXPECT_EQ(end.sha256, toHex(sha256(lines[0] + "\n" + lines[1] + "\n")));
}

TEST(Station, ABackupIsWholeIsRestoredElsewhereAndWritesWithANewPen) {
    Desk desk;
    desk.create("outreach", {{"theme", "甲"}});
    ASSERT_TRUE(desk->backup(desk.folder / "copy").ok());
    EXPECT_EQ(desk->backup(desk.folder / "copy").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->backup(desk.folder / "no" / "copy").error().code, ErrorCode::Usage);
    const auto target = desk.folder / "again";
    ASSERT_TRUE(Station::restoreBackup(desk.folder / "copy", target, desk.clock, desk.random).ok());
    auto again = must(Station::open(target, desk.clock, desk.random));
    std::size_t lines = 0;
    EXPECT_EQ(must(again->dump([&](const std::string&) { ++lines; })).sha256, desk.dump().second.sha256);
    const RecordId id = must(again->create("outreach", {{"theme", "乙"}})).id;
    EXPECT_NE(id.created.replica, desk->identity().replica);
    EXPECT_TRUE(must(again->check()).faults.empty());
    EXPECT_EQ(Station::restoreBackup(desk.folder / "copy", target, desk.clock, desk.random).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(
        Station::restoreBackup(desk.folder / "none", desk.folder / "x", desk.clock, desk.random).error().code,
        ErrorCode::Usage);
}

TEST(Station, FiguresOfAnEmptyStoreAreZeroAndAWrongQuestionIsAnError) {
    Desk desk;
    const auto figures = must(desk->figures("annual", "2026-01-01", "2026-12-31", ""));
    ASSERT_FALSE(figures.empty());
    for (const FigureValue& figure : figures) {
        EXPECT_EQ(figure.records, 0U) << figure.id;
        EXPECT_EQ(figure.value, 0) << figure.id;
    }
    EXPECT_EQ(desk->figures("annual", "2026-12-31", "2026-01-01", "").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->figures("annual", "2026-1-1", "2026-12-31", "").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->figures("none", "2026-01-01", "2026-12-31", "").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->figures("annual", "2026-01-01", "2026-12-31", "42").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->figureRecords("annual", "F99", "2026-01-01", "2026-12-31", "").error().code,
              ErrorCode::Usage);
}

TEST(Station, AFolderWithoutAStoreSaysSoAndOneThatHasAStoreIsNotMadeAnew) {
    Desk desk;
    EXPECT_EQ(Station::open(desk.folder / "none", desk.clock, desk.random).error().code, ErrorCode::NotFound);
    EXPECT_EQ(Station::init(desk.folder / "data", "x", desk.clock, desk.random).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(desk->actAs("没有这个人").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->enrol("hub.example", "code", "").error().code, ErrorCode::Usage);
    EXPECT_EQ(desk->enrol("https://hub.example", "code", "no-such.pem").error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace fayi::station
