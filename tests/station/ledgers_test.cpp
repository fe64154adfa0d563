// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/ledgers.h"

#include <fstream>

#include "desk.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr const char* kTable =
    "活动名目,日期,经办\n"
    "民法典进村,2026-03-01,张三\n"
    "反诈宣传,2026-03-02,李四\n";

struct Ledgers : ::testing::Test {
    Desk desk;

    std::filesystem::path file(const std::string& text, const std::string& name = "a.csv") {
        std::ofstream(desk.folder / name, std::ios::binary) << text;
        return desk.folder / name;
    }
    ColumnMemory memory() { return ColumnMemory(desk->store().folder()); }
    static std::vector<std::string> fieldsOf(const ImportReport& report) {
        std::vector<std::string> out;
        for (const ImportReport::Column& column : report.columns)
            out.push_back(column.field);
        return out;
    }
};

TEST_F(Ledgers, AColumnFillsTheFieldOfItsNameAndOneThatNamesNoneIsLeftOut) {
    ImportWish wish{.type = "outreach", .file = file(kTable)};
    const ImportReport report = must(tryImport(*desk.station, wish));
    EXPECT_THAT(fieldsOf(report), ElementsAre("", "happened_on", ""));
    EXPECT_THAT(wish.columns,
                ElementsAre(Pair("日期", "happened_on"), Pair("活动名目", ""), Pair("经办", "")));
    EXPECT_EQ(report.created, 2U);
    EXPECT_EQ(report.columns[0].sample, "民法典进村");
    EXPECT_EQ(report.preview.size(), 2U);
    EXPECT_THAT(desk.titles(""), IsEmpty()) << "it was a dry run";
}

TEST_F(Ledgers, WhatTheColumnsWereToldIsKnownTheNextTimeForTheSameColumnsAlone) {
    ASSERT_TRUE(
        memory().remember("outreach", {{"活动名目", "theme"}, {"日期", "happened_on"}, {"经办", ""}}).ok());
    ImportWish wish{.type = "outreach", .file = file(kTable)};
    const ImportReport report = must(tryImport(*desk.station, wish));
    EXPECT_THAT(fieldsOf(report), ElementsAre("theme", "happened_on", ""));
    EXPECT_EQ(report.preview[0]["theme"], "民法典进村");

    ImportWish other{.type = "outreach", .file = file("活动名目,日期\n民法典,2026-03-01\n", "b.csv")};
    EXPECT_THAT(fieldsOf(must(tryImport(*desk.station, other))), ElementsAre("", "happened_on"));
    EXPECT_FALSE(memory().recall("training", {"活动名目", "日期", "经办"}).has_value());
}

TEST_F(Ledgers, AFieldThatIsGoneAndAFileThatSomebodySpoiltAreAsGoodAsForgotten) {
    ASSERT_TRUE(memory().remember("outreach", {{"活动名目", "no_such"}, {"日期", ""}, {"经办", ""}}).ok());
    ImportWish wish{.type = "outreach", .file = file(kTable)};
    EXPECT_THAT(fieldsOf(must(tryImport(*desk.station, wish))), ElementsAre("", "", ""));
    std::ofstream(desk->store().folder() / "import-columns.json") << "[{\"type\":3},7,";
    EXPECT_FALSE(memory().recall("outreach", {"活动名目", "日期", "经办"}).has_value());
    EXPECT_TRUE(memory().remember("outreach", {{"甲", "theme"}}).ok());
    EXPECT_TRUE(memory().recall("outreach", {"甲"}).has_value());
}

TEST_F(Ledgers, TheLedgerUsedLongestAgoMakesRoom) {
    for (std::size_t i = 0; i <= ColumnMemory::kMostLedgers; ++i)
        ASSERT_TRUE(memory().remember("outreach", {{"列" + std::to_string(i), "theme"}}).ok());
    EXPECT_FALSE(memory().recall("outreach", {"列0"}).has_value());
    EXPECT_TRUE(memory().recall("outreach", {"列1"}).has_value());
    EXPECT_TRUE(memory().recall("outreach", {"列200"}).has_value());
}

TEST_F(Ledgers, WhatWasMadeIsToldInTheOrderOfTheFile) {
    ImportWish wish{
        .type = "outreach", .file = file(kTable), .columns = {{"活动名目", "theme"}, {"经办", ""}}};
    const ImportReport report = must(desk->import(wish));
    ASSERT_EQ(report.made.size(), 2U);
    EXPECT_EQ(desk.get(report.made[0]).title, "民法典进村");
    EXPECT_EQ(desk.get(report.made[1]).title, "反诈宣传");
}

TEST_F(Ledgers, AReadingThatIsToldToStopWritesNothing) {
    std::stop_source stop;
    stop.request_stop();
    ImportWish wish{.type = "outreach",
                    .file = file(kTable),
                    .columns = {{"活动名目", "theme"}, {"经办", ""}},
                    .stop = stop.get_token()};
    EXPECT_FALSE(desk->import(wish).ok());
    EXPECT_THAT(desk.titles(""), IsEmpty());
}

TEST_F(Ledgers, OnlyAWorkbookHasSheetsAndWhatIsNoneSaysSo) {
    EXPECT_THAT(must(sheetsOf(file(kTable))), IsEmpty());
    EXPECT_EQ(sheetsOf(file("not a workbook", "a.xlsx")).error().code, ErrorCode::Usage);
}

}  // namespace
}  // namespace fayi::station
