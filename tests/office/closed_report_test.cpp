// SPDX-License-Identifier: Apache-2.0
#include "fayi/sheets/workbook.h"
#include "reporting.h"

namespace fayi::office {
namespace {

using station::Json;
using station::must;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct ClosedReport : Reporting {
    /// The one person of this store joins a district, as whoever has that role.
    void joinAs(const std::string& role) {
        protocol::EnrolResponse answer;
        answer.station = 1;
        answer.token = "token";
        answer.person = {{{9}, 1}};
        answer.personName = "何志远";
        answer.role = role;
        answer.org = "500115001";
        answer.scope = {"500115001"};
        answer.hubTime = desk.clock.now();
        must(desk->store().penFor(1));
        must(desk->store().enrol({"http://127.0.0.1:9", "", 1, "token", "500115", "长寿区"}, answer, 1));
        desk.station = must(station::Station::open(desk.folder / "data", desk.clock, desk.random));
    }
    std::int64_t close() { return must(freezeReport(*desk.station, wish(), desk.clock)); }
    ReportData again(std::int64_t number) { return must(frozenReport(*desk.station, number, desk.clock)); }
};

TEST_F(ClosedReport, CountsTheSameAfterItsRecordsHaveChangedAndShowsTodayBesideIt) {
    const std::int64_t number = close();
    desk.edit(contract, {{"findings", {{{"point", "party"}, {"advice", "再加一条"}, {"risk", "low"}}}}});
    submitAndVerify(contract);
    desk.edit(outreach, {{"speaker_role", "judge"}});
    submitAndVerify(outreach);

    const ReportData then = again(number);
    EXPECT_EQ(figure(then.figures, "F05").value, 2);
    EXPECT_EQ(figure(then.frozen->now, "F05").value, 3);
    EXPECT_EQ(figure(then.figures, "F36").value, 1);
    EXPECT_EQ(figure(then.frozen->now, "F36").value, 0);
    for (std::size_t i = 0; i < then.figures.size(); ++i)
        EXPECT_EQ(then.figures[i].value, then.frozen->stored[i]) << then.figures[i].id;
    std::vector<std::string> expected{toText(outreach), toText(contract)};
    std::vector<std::string> changed = then.frozen->changed;
    std::ranges::sort(expected);
    std::ranges::sort(changed);
    EXPECT_EQ(changed, expected);
    EXPECT_EQ(figure(data().figures, "F05").value, 3);
}

TEST_F(ClosedReport, AnswersEveryFigureAndCheckAsItWasWhenItWasClosed) {
    const ReportData before = data();
    const ReportData then = again(close());
    ASSERT_EQ(then.figures.size(), before.figures.size());
    for (std::size_t i = 0; i < then.figures.size(); ++i) {
        EXPECT_EQ(schema::toJson(then.figures[i], Language::Zh),
                  schema::toJson(before.figures[i], Language::Zh));
        EXPECT_EQ(then.before[i].value, before.before[i].value);
    }
    for (std::size_t i = 0; i < then.checks.size(); ++i)
        EXPECT_EQ(schema::toJson(then.checks[i], Language::Zh),
                  schema::toJson(before.checks[i], Language::Zh));
    EXPECT_EQ(then.missing, before.missing);
    EXPECT_EQ(then.weaknesses, before.weaknesses);
    EXPECT_EQ(then.office, before.office);
    EXPECT_THAT(then.frozen->changed, IsEmpty());
}

TEST_F(ClosedReport, StandsThoughARecordIsDeletedOrOneIsAddedOrTheUnitReportsLater) {
    const std::int64_t number = close();
    must(desk->remove(outreach));
    Json late = station::wholeOutreach("补报", "2026-02-01");
    late["speaker_role"] = "village-advisor";
    verified("outreach", late, "500115002");
    verified("outreach", late, "500115002");
    item("weakness", 2026, "后来才写的");
    const ReportData then = again(number);
    EXPECT_EQ(figure(then.figures, "F36").value, 1);
    EXPECT_EQ(figure(then.frozen->now, "F36").value, 2);
    EXPECT_EQ(then.missing.size(), 18U);
    EXPECT_EQ(then.weaknesses.size(), 2U);
    EXPECT_THAT(then.frozen->changed, ElementsAre(toText(outreach)));
}

TEST_F(ClosedReport, KeepsOfARecordOnlyWhatTheFiguresRead) {
    const std::int64_t number = close();
    auto books = must(store::Books::open(desk->store().folder(), desk.clock));
    const auto records = must(books->frozenRecords(number));
    ASSERT_EQ(records.size(), 2U);
    for (const store::FrozenRecord& record : records) {
        EXPECT_FALSE(record.version.empty());
        const std::string kept = record.fields.dump();
        for (const char* word : {"民法典进村", "李法官", "王律师", "某清运公司", "补充资质", "区城市管理局"})
            EXPECT_EQ(kept.find(word), std::string::npos) << word;
    }
    const schema::Catalog& catalog = desk->catalog();
    for (const store::FrozenRecord& record : records)
        for (const auto& [name, value] : record.fields.items())
            EXPECT_LT(catalog.type(record.type)->find(name)->privacy, schema::Privacy::Personal) << name;
}

TEST_F(ClosedReport, IsClosedByWhoVerifiesAndNotByAnAdvisor) {
    EXPECT_TRUE(mayClose(*desk.station)) << "whoever works alone";
    joinAs("advisor");
    EXPECT_FALSE(mayClose(*desk.station));
    EXPECT_EQ(freezeReport(*desk.station, wish(), desk.clock).error().code, ErrorCode::Refused);
    EXPECT_THAT(must(frozenReports(*desk.station, desk.clock)), IsEmpty());
}

TEST_F(ClosedReport, MayBeClosedByTheHeadOfAnOffice) {
    joinAs("head");
    EXPECT_TRUE(mayClose(*desk.station));
    EXPECT_GT(close(), 0);
}

TEST_F(ClosedReport, IsListedAndWrittenAsAWorkbookWithBothNumbers) {
    const std::int64_t first = close();
    desk.clock.advance(std::chrono::hours(1));
    const std::int64_t second = close();
    const auto all = must(frozenReports(*desk.station, desk.clock));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].number, second);
    EXPECT_EQ(all[1].number, first);
    EXPECT_EQ(all[1].report, "annual");
    EXPECT_EQ(all[1].version, desk->catalog().report("annual")->version);
    EXPECT_EQ(all[1].person, desk->person().name);
    ASSERT_TRUE(writeSheet(again(first), desk.folder / "a.xlsx", Language::Zh, desk.clock).ok());
    ASSERT_TRUE(writeDocument(again(first), desk.folder / "a.docx", Language::Zh, desk.clock).ok());
    auto book = must(sheets::Workbook::open(desk.folder / "a.xlsx"));
    ASSERT_TRUE(book.choose().ok());
    EXPECT_EQ(book.next()->cells.size(), 15U);
    EXPECT_EQ(frozenReport(*desk.station, 99, desk.clock).error().code, ErrorCode::NotFound);
}

TEST_F(ClosedReport, IsCountedByTheDefinitionOfThenThoughTheReportHasChanged) {
    const std::int64_t number = close();
    auto books = must(store::Books::open(desk->store().folder(), desk.clock));
    const auto closed = must(books->frozen(number));
    EXPECT_EQ(closed.definition["name"], "annual");
    EXPECT_EQ(closed.figures.size(), 67U);
    EXPECT_EQ(closed.orgs.empty(), false);
    Json newer = closed.definition;
    newer["version"] = 1000;
    schema::Catalog catalog = desk->catalog();
    ASSERT_TRUE(catalog.add(newer, "test").ok()) << "a newer definition stands beside the closed one";
    EXPECT_EQ(again(number).definition->version, closed.version);
}

}  // namespace
}  // namespace fayi::office
