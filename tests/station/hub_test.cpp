// SPDX-License-Identifier: Apache-2.0
#include "district.h"
#include "fayi/sqlite/database.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

TEST_F(District, DraftsOfBeforeJoinTheirPersonAndUnitAndBothStationsHoldTheSame) {
    Desk a(1, "甲机"), b(2, "乙机");
    const RecordId id = a.create("outreach", {{"theme", "入网前"}});
    EXPECT_EQ(a.get(id).view.org, "");
    join(a, "周文静", "clerk", "500115001");
    join(b, "何志远", "head", "500115001");
    EXPECT_EQ(b.get(id).view.org, "500115001");
    EXPECT_EQ(b.get(id).updatedBy, "周文静");
    EXPECT_EQ(a.get(id).sync, "received");
    EXPECT_EQ(a.dump().second.sha256, b.dump().second.sha256);
    EXPECT_THAT(must(b->history(id)), IsEmpty()) << "a first sync brings what is, not how it came about";
    ASSERT_TRUE(b->fetchHistory(id).ok());
    const auto history = must(b->history(id));
    ASSERT_THAT(history, SizeIs(1));
    EXPECT_EQ(history[0].by, "周文静");
    EXPECT_EQ(history[0].station, "甲机");
}

TEST_F(District, AConflictShowsBothValuesAndIsSettledOnBothStations) {
    Desk a(1), b(2);
    join(a, "甲", "clerk", "500115001");
    join(b, "乙", "clerk", "500115001");
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    syncBoth(a, b);
    a.edit(id, {{"attendance", 31}});
    b.edit(id, {{"attendance", 35}});
    syncBoth(a, b);
    for (Desk* desk : {&a, &b}) {
        const auto conflicts = must((*desk)->conflicts());
        ASSERT_THAT(conflicts, SizeIs(1));
        EXPECT_EQ(conflicts[0].field, "attendance");
        EXPECT_EQ(conflicts[0].policy, "review");
        ASSERT_THAT(conflicts[0].siblings, SizeIs(2));
        std::map<std::string, Json> values;
        for (const Sibling& sibling : conflicts[0].siblings)
            values[sibling.by] = sibling.value;
        EXPECT_EQ(values, (std::map<std::string, Json>{{"甲", 31}, {"乙", 35}}));
        EXPECT_EQ((*desk)->status().conflicts, 1U);
    }
    EXPECT_EQ(a->resolveTaking(id, "theme", id.created).error().code, ErrorCode::NotFound);
    EXPECT_EQ(a->resolveWith(id, "attendance", "many").error().code, ErrorCode::Validation);
    EXPECT_EQ(a->verify(id).error().code, ErrorCode::Validation);
    const Dot taken = must(a->conflicts(id))[0].siblings[0].version;
    a.clock.advance(Millis(1000));
    EXPECT_THAT(must(a->resolveTaking(id, "attendance", taken)).view.conflicts, IsEmpty());
    syncBoth(a, b);
    EXPECT_THAT(must(b->conflicts()), IsEmpty());
    EXPECT_EQ(a.dump().second.sha256, b.dump().second.sha256);
    EXPECT_EQ(b->resolveWith(id, "attendance", 40).error().code, ErrorCode::NotFound);
}

TEST_F(District, AFormLoadedBeforeASyncMakesAConflictNotASilentOverwrite) {
    Desk a(1), b(2);
    join(a, "甲", "clerk", "500115001");
    join(b, "乙", "clerk", "500115001");
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    syncBoth(a, b);
    const Record loaded = a.get(id);
    b.edit(id, {{"attendance", 35}});
    must(b->sync());
    must(a->sync());
    must(a->edit(id, {{"attendance", 31}}, loaded.shown));
    EXPECT_THAT(a.get(id).view.conflicts, ElementsAre("attendance"));
}

TEST_F(District, WhatTheHubWouldRefuseIsRefusedHereFirstAndLeftToTheHubOnlyWhenAsked) {
    Desk a(1);
    join(a, "顾问", "advisor", "500115001200");
    EXPECT_EQ(a->create("outreach", {{"theme", "外镇"}}, "500115002").error().code, ErrorCode::Validation);
    const RecordId own = a.create("outreach", wholeOutreach("本村", "2026-03-01"));
    must(a->submit(own));
    EXPECT_EQ(a->verify(own).error().code, ErrorCode::Validation);
    a->leavePermissionToHub();
    const RecordId outside = a.create("outreach", {{"theme", "外镇"}}, "500115002");
    const RecordId after = a.create("outreach", {{"theme", "本村二"}});
    const SyncReport report = must(a->sync());
    ASSERT_THAT(report.refused, SizeIs(1));
    EXPECT_EQ(report.refused[0].record, outside);
    EXPECT_EQ(report.refused[0].code, "permission");
    EXPECT_TRUE(report.needsAttention());
    EXPECT_EQ(a.get(outside).sync, "refused");
    EXPECT_EQ(a.get(after).sync, "received");
    EXPECT_EQ(a->status().refused, 1U);
    ASSERT_THAT(a->needsAttention().value(), SizeIs(1));
    EXPECT_EQ(must(a->history(outside))[0].state, "refused");
    EXPECT_THAT(must(a->sync()).refused, IsEmpty());
}

TEST_F(District, ARecordGoesBackWithARemarkIsMendedAndVerified) {
    Desk a(1), b(2);
    join(a, "顾问", "advisor", "500115001200");
    join(b, "所长", "head", "500115001");
    const RecordId id = a.create("outreach", wholeOutreach("民法典", "2026-03-01"));
    must(a->submit(id));
    syncBoth(a, b);
    EXPECT_EQ(b->giveBack(id, "  ", "").error().code, ErrorCode::Validation);
    EXPECT_EQ(b->giveBack(id, "人数请核对", "no_such").error().code, ErrorCode::Usage);
    must(b->giveBack(id, "人数请核对", "attendance"));
    syncBoth(b, a);
    const Record returned = a.get(id);
    EXPECT_EQ(returned.view.state, "returned");
    ASSERT_THAT(returned.view.remarks, SizeIs(1));
    EXPECT_EQ(toJson(*a.station, returned, Language::Zh)["remarks"][0]["by"], "所长");
    EXPECT_EQ(a->status().returned, 1U);
    a.edit(id, {{"attendance", 33}});
    must(a->submit(id));
    syncBoth(a, b);
    EXPECT_EQ(must(b->verify(id)).view.state, "verified");
    syncBoth(b, a);
    EXPECT_EQ(a.get(id).sync, "verified");
    EXPECT_EQ(a->submit(id).error().code, ErrorCode::Validation);
    a.edit(id, {{"attendance", 34}});
    EXPECT_EQ(a.get(id).view.state, "submitted");
    EXPECT_TRUE(a.get(id).view.changedSinceVerified);
}

TEST_F(District, OneComputerIsSharedAndEverybodySeesTheirOwnScope) {
    Desk pc(1, "共用机");
    join(pc, "张三", "clerk", "500115001");
    const RecordId first = pc.create("outreach", {{"theme", "凤城"}});
    join(pc, "李四", "clerk", "500115002");
    const RecordId second = pc.create("outreach", {{"theme", "晏家"}});
    EXPECT_EQ(pc->person().name, "李四");
    EXPECT_THAT(pc.titles(""), ElementsAre("晏家"));
    EXPECT_EQ(pc->get(first).error().code, ErrorCode::NotFound);
    EXPECT_EQ(pc->edit(first, {{"theme", "x"}}).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(pc->actAs("张三").ok());
    EXPECT_THAT(pc.titles(""), ElementsAre("凤城"));
    EXPECT_THAT(must(pc->list({})), SizeIs(1));
    EXPECT_EQ(must(pc->count({})), 1U);
    ASSERT_TRUE(pc->actAs(toText(pc->people()[1].id)).ok());
    EXPECT_EQ(pc->person().name, "李四");
    EXPECT_EQ(must(pc->sync()).pushed, 1U);
    EXPECT_EQ(pc.dump().second.records, 2U);
    EXPECT_EQ(must(pc->history(second))[0].by, "李四");
}

TEST_F(District, OneComputerIsSharedAndEverybodySeesTheTypesOfTheirRole) {
    Desk pc(1, "共用机");
    join(pc, "顾问", "advisor", "500115001200");
    pc.create("outreach", {{"theme", "宣讲"}});
    join(pc, "助理员", "clerk", "500115001");
    const RecordId id = pc.create("aid-application", {{"applicant", "申请人"}, {"received_on", "2026-03-01"}},
                                  "500115001200");
    EXPECT_EQ(must(pc->count({})), 2U);
    ASSERT_TRUE(pc->actAs("顾问").ok());
    EXPECT_EQ(must(pc->count({})), 1U);
    EXPECT_THAT(must(pc->list(all("aid-application"))), IsEmpty());
    EXPECT_EQ(pc->get(id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(pc->edit(id, {{"applicant", "x"}}).error().code, ErrorCode::NotFound);
    EXPECT_THAT(must(pc->subject({"申请人", "", ""})).records, IsEmpty());
}

TEST_F(District, SomebodyWhoEnrolsTwiceOnOneComputerIsStillOnePerson) {
    Desk pc(1, "共用机");
    join(pc, "张三", "clerk", "500115001");
    join(pc, "李四", "clerk", "500115002");
    const RecordId own = pc.create("outreach", {{"theme", "晏家"}});
    must(pc->enrol(server->url(), codeFor(pc->person().id), ""));
    EXPECT_THAT(pc->people(), SizeIs(2));
    EXPECT_EQ(pc->person().name, "李四");
    EXPECT_EQ(pc.create("outreach", {{"theme", "再写"}}).created.replica, own.created.replica);
    EXPECT_THAT(must(pc->sync()).refused, IsEmpty());
}

TEST_F(District, AFurtherPersonWhoseEnrolmentGotNoAnswerTriesAgainWithTheSameCode) {
    Desk pc(1, "共用机");
    join(pc, "张三", "clerk", "500115001");
    const std::string once = code("李四", "clerk", "500115002");
    auto cutting = must(net::HttpServer::start({}, [this](const net::Request& request) {
        net::Response lost = service->handle(request);  // the hub acts, the answer is spoiled on the way
        lost.body.resize(lost.body.size() / 2);
        return lost;
    }));
    EXPECT_EQ(pc->enrol(cutting->url(), once, "").error().code, ErrorCode::Unreachable);
    EXPECT_THAT(pc->people(), SizeIs(1));
    EXPECT_EQ(must(pc->enrol(server->url(), once, "")).person.name, "李四");
    EXPECT_THAT(pc->people(), SizeIs(2));
}

TEST_F(District, ACodeThatIsWrongOrUsedTellsTheHubsWordsAndChangesNothing) {
    Desk a(1), b(2);
    const std::string once = code("甲", "clerk", "500115001");
    must(a->enrol(server->url(), once, ""));
    const auto again = b->enrol(server->url(), once, "");
    EXPECT_EQ(again.error().code, ErrorCode::Refused);
    EXPECT_FALSE(again.error().message.zh.empty());
    EXPECT_FALSE(b->identity().enrolled);
    EXPECT_EQ(a->enrol(server->url(), "AAAA-AAAA-AAAA", "").error().code, ErrorCode::Refused);
    EXPECT_THAT(a->people(), SizeIs(1));
    EXPECT_EQ(a->person().name, "甲");
    server.reset();
    EXPECT_EQ(b->enrol("http://127.0.0.1:9", "AAAA-AAAA-AAAA", "").error().code, ErrorCode::Unreachable);
    a.create("outreach", {{"theme", "x"}});
    EXPECT_EQ(a->sync().error().code, ErrorCode::Unreachable);
    EXPECT_EQ(a->status().link, "failing");
    EXPECT_EQ(a->status().waiting, 1U);
}

TEST_F(District, FiguresEqualAnIndependentCountAndNameTheirRecords) {
    Desk a(1);
    join(a, "甲", "head", "500115");
    std::vector<RecordId> lectures;
    for (int i = 0; i < 12; ++i) {
        Json fields = wholeOutreach("第" + std::to_string(i), "2026-02-0" + std::to_string(1 + i % 9));
        fields["audience_groups"] = i % 2 == 0 ? Json{"veteran", "villagers"} : Json{"villagers"};
        fields["campaigns"] = i % 3 == 0 ? Json{"law-to-grassroots"} : Json{"epidemic"};
        const RecordId id = a.create("outreach", fields, i < 6 ? "500115001" : "500115002");
        must(a->submit(id));
        if (i % 4 != 3)
            must(a->verify(id));
        if (i % 4 != 3 && i % 2 == 0)
            lectures.push_back(id);
    }
    const auto figures = must(a->figures("annual", "2026-01-01", "2026-12-31", ""));
    const auto value = [&](const std::string& id) {
        return std::ranges::find(figures, id, &FigureValue::id)->value;
    };
    auto database = sqlite::Database::open(a.folder / "data" / "station.db", {}).value();
    const auto recount = [&](const std::string& condition) {
        auto row =
            must(database->prepareOnce("SELECT count(*) FROM record WHERE type='outreach' AND "
                                       "state='verified' AND fields LIKE '" +
                                       condition + "'"));
        row.step();
        return static_cast<double>(row.integer(0));
    };
    EXPECT_EQ(value("F51"), recount("%law-to-grassroots%"));
    EXPECT_EQ(value("F31"), recount("%epidemic%"));
    EXPECT_EQ(value("F29"), recount("%veteran%"));
    std::vector<RecordId> behind;
    for (const Record& record : must(a->figureRecords("annual", "F29", "2026-01-01", "2026-12-31", "")))
        behind.push_back(record.id);
    std::ranges::sort(lectures);
    EXPECT_EQ(behind, lectures);
    const auto part = must(a->figures("annual", "2026-01-01", "2026-12-31", "500115001"));
    const auto rest = must(a->figures("annual", "2026-01-01", "2026-12-31", "500115002"));
    for (std::size_t i = 0; i < figures.size(); ++i)
        EXPECT_EQ(figures[i].value, part[i].value + rest[i].value) << figures[i].id;
}

TEST_F(District, ARecordMovesToAnotherUnitAndLeavesTheOldStation) {
    Desk a(1), b(2), district(3);
    join(a, "甲", "clerk", "500115001");
    join(b, "乙", "clerk", "500115002");
    join(district, "局", "district", "500115");
    const RecordId id = a.create("outreach", {{"theme", "移交"}});
    EXPECT_EQ(a->move(id, "500115002").error().code, ErrorCode::Validation);
    must(a->sync());
    must(district->sync());
    EXPECT_EQ(district->move(id, "42").error().code, ErrorCode::Validation);
    EXPECT_EQ(must(district->move(id, "500115002")).view.org, "500115002");
    must(district->sync());
    must(a->sync());
    must(b->sync());
    EXPECT_EQ(a->get(id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(b.get(id).view.fields["theme"], "移交");
}

}  // namespace
}  // namespace fayi::station
