// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "desk.h"
#include "fayi/station/parse.h"

namespace fayi::station {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Import : ::testing::Test {
    Desk desk;

    std::filesystem::path file(const std::string& name, const std::string& text) {
        std::ofstream(desk.folder / name, std::ios::binary) << text;
        return desk.folder / name;
    }
    ImportReport take(const std::filesystem::path& from, bool partial = false, const std::string& map = {}) {
        return must(desk->import({.type = "outreach",
                                  .file = from,
                                  .map = map.empty() ? "" : file("map.json", map),
                                  .partial = partial}));
    }
    /// "row field" of every error.
    static std::vector<std::string> placesOf(const ImportReport& report) {
        std::vector<std::string> out;
        for (const ImportReport::RowError& error : report.errors)
            out.push_back(std::to_string(error.row) + " " + error.field);
        return out;
    }
};

TEST_F(Import, ATableWithLabelsAsColumnNamesBecomesRecords) {
    const ImportReport report = take(file("a.csv",
                                          "\xEF\xBB\xBF活动主题,日期,宣传形式,法律主题,参加人数,机构\r\n"
                                          "\"民法典,进村\",2026/3/1,讲座,民法典、合同,\"1,200\",凤城街道\r\n"
                                          "\r\n"
                                          "\"换行\n在引号里\",20260302,摆点宣传,,30,500115002\r\n"));
    EXPECT_EQ(report.created, 2U);
    EXPECT_TRUE(report.errors.empty());
    EXPECT_THAT(desk.titles(""), ElementsAre("民法典,进村", "换行\n在引号里"));
    const Record first = must(desk->records(all("outreach", "happened_on"))).front();
    EXPECT_EQ(first.view.fields["attendance"], 1200);
    EXPECT_EQ(first.view.fields["law_topics"], Json({"civil-code", "contract"}));
    EXPECT_EQ(first.view.org, "500115001");
}

TEST_F(Import, EveryBadRowIsNamedAndNothingIsImported) {
    const ImportReport report = take(file("a.csv",
                                          "theme,happened_on,attendance\n"
                                          "好的,2026-03-01,30\n"
                                          "坏日期,2026-02-30,20\n"
                                          "\"两行\n的主题\",2026-03-01,许多\n"
                                          "列太多,2026-03-01,1,2\n"));
    EXPECT_EQ(report.created, 0U);
    EXPECT_EQ(report.skipped, 4U);
    EXPECT_THAT(placesOf(report), ElementsAre("3 happened_on", "4 attendance", "6 "));
    EXPECT_THAT(desk.titles(""), ElementsAre());
}

TEST_F(Import, PartialTakesTheGoodRowsAndSkipsTheOthers) {
    const ImportReport report = take(file("a.csv", "theme,attendance\n甲,1\n乙,x\n丙,3\n"), true);
    EXPECT_EQ(report.created, 2U);
    EXPECT_EQ(report.skipped, 1U);
    EXPECT_EQ(desk.titles("").size(), 2U);
}

TEST_F(Import, ADryRunWritesNothing) {
    const auto report =
        must(desk->import({.type = "outreach", .file = file("a.csv", "theme\n甲\n"), .dryRun = true}));
    EXPECT_EQ(report.created, 1U);
    EXPECT_TRUE(desk.titles("").empty());
}

TEST_F(Import, AnUnknownColumnIsRefusedUnlessTheMapNamesItOrLeavesItOut) {
    const auto table = file("a.csv", "题目,序号\n甲,1\n");
    EXPECT_THAT(placesOf(take(table)), ElementsAre("1 题目", "1 序号"));
    EXPECT_EQ(take(table, false, R"({"题目":"theme","序号":null})").created, 1U);
    EXPECT_THAT(placesOf(take(file("b.csv", "theme,活动主题\n甲,乙\n"))), ElementsAre("1 活动主题"));
}

TEST_F(Import, AColumnInTenThousandYuanSaysSo) {
    const auto table = file("a.csv", "合同名称,金额（万元）\n鱼塘,3.5\n");
    EXPECT_EQ(must(desk->import({.type = "contract-review", .file = table})).created, 1U);
    EXPECT_EQ(must(desk->records(all("contract-review"))).front().view.fields["amount"], 3'500'000);
}

TEST_F(Import, TabsAndSemicolonsPartCellsWhereTheHeadingUsesThem) {
    EXPECT_EQ(take(file("a.tsv", "theme\tattendance\n甲,一\t1\n")).created, 1U);
    EXPECT_EQ(take(file("b.csv", "theme;attendance\n乙;2\n")).created, 1U);
}

TEST_F(Import, LinesOfJsonAreTakenAsTheyStand) {
    const auto lines =
        file("a.jsonl", R"({"theme":"甲","happened_on":"2026-03-01","org":"500115001"})"
                        "\n\n"
                        R"({"theme":"乙","happened_on":"2026-03-02","law_topics":["civil-code"]})");
    EXPECT_EQ(take(lines).created, 2U);
    EXPECT_THAT(
        placesOf(take(file("b.jsonl", "{\"theme\":\"甲\"}\n{\"theme\":1}\n{oops\n{\"what\":1}\n[]\n"))),
        ElementsAre("2 theme", "3 ", "4 what", "5 "));
}

TEST_F(Import, AFileThatIsNoUtf8OrNoTableSaysWhatToDo) {
    const ImportReport gbk = take(file("a.csv", "theme\n\xC3\xF1\xB7\xA8\n"));
    ASSERT_EQ(gbk.errors.size(), 1U);
    EXPECT_THAT(gbk.errors[0].message.zh, HasSubstr("CSV UTF-8"));
    EXPECT_EQ(placesOf(take(file("b.csv", "theme\n\"never closed\n"))).size(), 1U);
    EXPECT_EQ(placesOf(take(file("c.csv", "theme\nbad \"quote\" here\n"))).size(), 1U);
    EXPECT_EQ(placesOf(take(file("d.csv", ""))).size(), 1U);
    EXPECT_EQ(desk->import({.type = "outreach", .file = file("e.xlsx", "PK")}).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(desk->import({.type = "outreach", .file = desk.folder / "none.csv"}).error().code,
              ErrorCode::Usage);
    EXPECT_EQ(desk->import({.type = "no-such-type", .file = file("f.csv", "theme\n")}).error().code,
              ErrorCode::Usage);
}

TEST(Json, ASyntaxErrorNamesLineAndColumn) {
    EXPECT_THAT(parseJson("{\n  \"a\": 1,\n  oops}").error().message.en, HasSubstr("line 3, column 3"));
    EXPECT_THAT(parseJson("{\"主题\": }").error().message.zh, HasSubstr("第 1 行第 8 列"));
}

TEST(Json, DeepNestingAndBadUtf8AreRefusedBeforeTheyAreParsed) {
    EXPECT_FALSE(parseJson(std::string(100'000, '[')).ok());
    EXPECT_FALSE(parseJson("{\"a\":\"\xC0\x80\"}").ok());
    EXPECT_TRUE(parseJson("[\"" + std::string(1000, '[') + "\"]").ok());
}

}  // namespace
}  // namespace fayi::station
