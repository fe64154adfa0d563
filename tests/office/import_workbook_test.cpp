// SPDX-License-Identifier: Apache-2.0
// Ledgers that offices keep in spreadsheets, taken in.
#include <fstream>

#include "desk.h"
#include "fayi/office/export.h"
#include "fayi/office/import_errors.h"
#include "fayi/sheets/workbook.h"
#include "fayi/sheets/writer.h"

namespace fayi::office {
namespace {

using sheets::Cell;
using station::Desk;
using station::ImportReport;
using station::ImportWish;
using station::Json;
using station::must;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct ImportWorkbook : ::testing::Test {
    Desk desk;

    std::filesystem::path book(const std::string& name, const std::vector<std::string>& headings,
                               const std::vector<std::vector<Cell>>& rows) {
        sheets::SheetPlan plan{"台账", {}};
        for (const std::string& heading : headings)
            plan.columns.push_back({heading});
        const auto file = desk.folder / name;
        auto out = must(sheets::newXlsx(file, {plan}, Millis(0)));
        for (const auto& row : rows)
            EXPECT_TRUE(out->add(0, row).ok());
        EXPECT_TRUE(out->finish().ok());
        return file;
    }
    std::filesystem::path text(const std::string& name, const std::string& content) {
        std::ofstream(desk.folder / name, std::ios::binary) << content;
        return desk.folder / name;
    }
    ImportReport take(ImportWish wish) {
        desk.clock.advance(Millis(1000));
        return must(desk->import(wish));
    }
};

TEST_F(ImportWorkbook, ALedgerUnderATitleBecomesRecords) {
    const auto file = book("a.xlsx", {"2026年法治宣传台账"},
                           {{Cell::ofText("填报单位：凤城司法所")},
                            {Cell::ofText("活动\n主题*"), Cell::ofText("日 期"), Cell::ofText("参加人数："),
                             Cell::ofText("宣传形式"), Cell::ofText("机构")},
                            {Cell::ofText("民法典进村"), Cell::ofDate("2026-03-01"), Cell::ofWhole(1200),
                             Cell::ofText("讲座"), Cell::ofText("凤城街道")},
                            {},
                            {Cell::ofText("反诈"), Cell::ofText("2026年3月2日"), Cell::ofText("３０")}});
    const ImportReport report = take({.type = "outreach", .file = file});
    EXPECT_EQ(report.created, 2U);
    ASSERT_TRUE(report.errors.empty()) << report.errors[0].message.en;
    EXPECT_THAT(desk.titles(""), ElementsAre("民法典进村", "反诈"));
    const auto first = must(desk->records(station::all("outreach", "happened_on"))).front();
    EXPECT_EQ(first.view.fields["attendance"], 1200);
    EXPECT_EQ(first.view.fields["happened_on"], "2026-03-01");
    EXPECT_EQ(first.view.org, "500115001");
}

TEST_F(ImportWorkbook, AHeadingBelowALongPrefaceIsFound) {
    std::vector<std::vector<Cell>> rows(24, {Cell::ofText("填表说明：逐项填写")});
    rows.push_back({Cell::ofText("活动主题"), Cell::ofText("日期"), Cell::ofText("参加人数")});
    rows.push_back({Cell::ofText("民法典进村"), Cell::ofDate("2026-03-01"), Cell::ofWhole(30)});
    const ImportReport report =
        take({.type = "outreach", .file = book("a.xlsx", {"2026年法治宣传台账"}, rows)});
    ASSERT_TRUE(report.errors.empty()) << report.errors[0].message.en;
    EXPECT_THAT(desk.titles(""), ElementsAre("民法典进村"));
}

TEST_F(ImportWorkbook, ADryRunShowsWhichColumnFillsWhatAndTheFirstRecords) {
    const auto file = book("a.xlsx", {"活动主题", "备用"}, {{Cell::ofText("甲"), Cell::ofText("x")}});
    const auto map = text("map.json", R"({"备用":null})");
    const ImportReport report = take({.type = "outreach", .file = file, .map = map, .dryRun = true});
    ASSERT_EQ(report.columns.size(), 2U);
    EXPECT_EQ(report.columns[0].field, "theme");
    EXPECT_EQ(report.columns[1].field, "");
    EXPECT_THAT(report.preview, ElementsAre(Json{{"theme", "甲"}}));
    EXPECT_TRUE(desk.titles("").empty());
}

TEST_F(ImportWorkbook, TheSameFileTwiceMakesNoDoublesAndTwoEqualRowsAreTwoRecords) {
    const auto file = book("a.xlsx", {"活动主题", "日期"},
                           {{Cell::ofText("甲"), Cell::ofDate("2026-03-01")},
                            {Cell::ofText("甲"), Cell::ofDate("2026-03-01")},
                            {Cell::ofText("乙"), Cell::ofDate("2026-03-02")}});
    EXPECT_EQ(take({.type = "outreach", .file = file}).created, 3U);
    const ImportReport again = take({.type = "outreach", .file = file});
    EXPECT_EQ(again.created, 0U);
    EXPECT_EQ(again.already, 3U);
    EXPECT_EQ(again.skipped, 3U);
    const auto longer =
        text("b.csv", "活动主题,日期\n乙,2026/3/2\n丙,2026/3/3\n甲,2026-03-01\n甲,20260301\n甲,2026-03-01\n");
    const ImportReport more = take({.type = "outreach", .file = longer});
    EXPECT_EQ(more.created, 2U) << "the new row, and the third of three equal ones";
    EXPECT_EQ(desk.titles("").size(), 5U);
}

TEST_F(ImportWorkbook, ARowWhoseRecordWasDeletedCanBeImportedAgainAndAnEditedOneIsNotDoubled) {
    const auto file = text("a.csv", "活动主题\n甲\n乙\n");
    take({.type = "outreach", .file = file});
    const auto made = must(desk->records(station::all("outreach")));
    ASSERT_EQ(made.size(), 2U);
    must(desk->remove(made[0].id));
    desk.edit(made[1].id, {{"theme", "改过的"}});
    EXPECT_EQ(take({.type = "outreach", .file = file}).created, 1U);
    EXPECT_EQ(desk.titles("").size(), 2U);
}

TEST_F(ImportWorkbook, WhatWasNotTakenGoesIntoASheetThatCanBeMendedAndImported) {
    const auto file = book("a.xlsx", {"活动主题", "日期", "参加人数"},
                           {{Cell::ofText("好的"), Cell::ofDate("2026-03-01"), Cell::ofWhole(30)},
                            {Cell::ofText("坏的"), Cell::ofText("2026-13-01"), Cell::ofText("许多")}});
    const ImportReport all = take({.type = "outreach", .file = file});
    EXPECT_EQ(all.created, 0U) << "nothing is half imported";
    EXPECT_TRUE(desk.titles("").empty());
    const ImportReport partly = take({.type = "outreach", .file = file, .partial = true});
    EXPECT_EQ(partly.created, 1U);
    const auto errors = desk.folder / "errors.xlsx";
    ASSERT_TRUE(writeRejected(partly, errors, Language::Zh, desk.clock).ok());
    auto read = must(sheets::Workbook::open(errors));
    ASSERT_TRUE(read.choose().ok());
    EXPECT_THAT(read.next()->cells, ElementsAre("原行号", "导入问题", "活动主题", "日期", "参加人数"));
    const auto row = read.next()->cells;
    EXPECT_EQ(row[0], "3");
    EXPECT_THAT(row[1], HasSubstr("日期：应为日期"));
    EXPECT_THAT(row[1], HasSubstr("\n参加人数：应为整数"));
    EXPECT_EQ(row[2], "坏的");
    EXPECT_FALSE(read.next());
    const auto mended = book("mended.xlsx", {"原行号", "导入问题", "活动主题", "日期", "参加人数"},
                             {{Cell::ofWhole(3), Cell::ofText(row[1]), Cell::ofText("坏的"),
                               Cell::ofText("2026-12-01"), Cell::ofWhole(9)}});
    EXPECT_EQ(take({.type = "outreach", .file = mended}).created, 1U);
    EXPECT_THAT(desk.titles(""), ElementsAre("好的", "坏的"));
}

TEST_F(ImportWorkbook, NumbersThatTheSpreadsheetRoundedAndFormulasThatFailedAreNotTaken) {
    const auto file =
        book("a.xlsx", {"姓名", "身份证号", "联系电话"},
             {{Cell::ofText("甲"), Cell::ofReal(500115198001010011.0), Cell::ofWhole(13800138000)},
              {Cell::ofText("#REF!"), Cell::ofText("500115198001010011")}});
    const ImportReport report = take({.type = "consultation", .file = file, .partial = true});
    ASSERT_EQ(report.errors.size(), 2U);
    EXPECT_EQ(report.errors[0].field, "id_number");
    EXPECT_THAT(report.errors[0].message.zh, HasSubstr("科学计数"));
    EXPECT_THAT(report.errors[1].message.zh, HasSubstr("公式"));
}

TEST_F(ImportWorkbook, AnExportIsReadBack) {
    desk.create("outreach", station::wholeOutreach("-反诈", "2026-03-01"), "500115001");
    for (const char* name : {"a.xlsx", "a.csv"}) {
        ExportWish wish;
        wish.type = "outreach";
        wish.file = desk.folder / name;
        must(exportList(*desk.station, wish, desk.clock));
        Desk other(9, "二号机");
        const ImportReport report = must(other->import({.type = "outreach", .file = wish.file}));
        ASSERT_TRUE(report.errors.empty()) << name << report.errors[0].field << report.errors[0].message.zh;
        EXPECT_EQ(report.created, 1U);
        const auto there = must(other->records(station::all("outreach"))).front();
        Json expected = must(desk->records(station::all("outreach"))).front().view.fields;
        EXPECT_EQ(there.view.fields, expected);
        EXPECT_EQ(there.view.org, "500115001");
    }
}

TEST_F(ImportWorkbook, ASheetIsChosenByItsName) {
    const auto file = desk.folder / "two.xlsx";
    {
        auto out = must(sheets::newXlsx(file, {{"说明", {{"请先看"}}}, {"台账", {{"活动主题"}}}}, Millis(0)));
        ASSERT_TRUE(out->add(1, {Cell::ofText("甲")}).ok());
        ASSERT_TRUE(out->finish().ok());
    }
    EXPECT_FALSE(take({.type = "outreach", .file = file}).errors.empty());
    EXPECT_EQ(take({.type = "outreach", .file = file, .sheet = "台账"}).created, 1U);
    EXPECT_EQ(desk->import({.type = "outreach", .file = file, .sheet = "没有"}).error().code,
              ErrorCode::Usage);
}

}  // namespace
}  // namespace fayi::office
