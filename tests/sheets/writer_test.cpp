// SPDX-License-Identifier: Apache-2.0
#include "fayi/sheets/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "fayi/sheets/archive.h"
#include "fayi/sheets/workbook.h"
#include "fayi/testing/fakes.h"

namespace fayi::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<Cell> kRow = {Cell::ofText("=HYPERLINK(\"x\")"),
                                Cell::ofWhole(-3),
                                Cell::ofFen(-1205),
                                Cell::ofDate("2026-03-01"),
                                Cell::ofTime("14:30"),
                                Cell::ofDateTime("2026-03-01T14:30"),
                                Cell{},
                                Cell::ofText("两行\n\"引号\""),
                                Cell::ofReal(80.8)};

SheetPlan plan(const std::string& name) {
    return {name,
            {{"文字"}, {"数"}, {"金额（元）"}, {"日期"}, {"时间"}, {"日期时间"}, {"空"}, {"长"}, {"率"}}};
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

TEST(Writer, AWorkbookComesBackAsItWasWritten) {
    testing::TemporaryFolder folder;
    {
        auto book = newXlsx(folder / "a.xlsx", {plan("咨询/登记"), plan("咨询:登记")}, Millis(0));
        ASSERT_TRUE(book.ok());
        ASSERT_TRUE((*book)->add(0, kRow).ok());
        ASSERT_TRUE((*book)->add(1, {Cell::ofText("第二张")}).ok());
        ASSERT_TRUE((*book)->finish().ok());
    }
    auto read = Workbook::open(folder / "a.xlsx");
    ASSERT_TRUE(read.ok());
    EXPECT_THAT(read->sheets(), ElementsAre("咨询 登记", "咨询 登记 2"));
    ASSERT_TRUE(read->choose().ok());
    EXPECT_EQ(read->next()->cells.at(2), "金额（元）");
    EXPECT_THAT(read->next()->cells, ElementsAre("=HYPERLINK(\"x\")", "-3", "-12.05", "2026-03-01", "14:30",
                                                 "2026-03-01 14:30", "", "两行\n\"引号\"", "80.8"));
    EXPECT_FALSE(read->next());
    ASSERT_TRUE(read->choose("咨询 登记 2").ok());
    EXPECT_EQ(read->next()->cells.size(), 9U);
    EXPECT_THAT(read->next()->cells, ElementsAre("第二张"));
    auto archive = Archive::open(folder / "a.xlsx");
    EXPECT_THAT(archive->part("xl/worksheets/sheet1.xml")->value(), Not(HasSubstr("<f>"))) << "no formula";
}

TEST(Writer, ATableAsTextIsReadByEverySpreadsheetAndRunsNoFormula) {
    testing::TemporaryFolder folder;
    auto book = newCsv(folder / "a.csv", plan("x"));
    ASSERT_TRUE(book.ok());
    ASSERT_TRUE((*book)->add(0, kRow).ok());
    ASSERT_TRUE((*book)
                    ->add(0, {Cell::ofText("＋1"), Cell::ofText("@x"), Cell::ofText("-"), Cell::ofText(" a")})
                    .ok());
    ASSERT_TRUE((*book)->finish().ok());
    EXPECT_EQ(bytesOf(folder / "a.csv"),
              "\xEF\xBB\xBF文字,数,金额（元）,日期,时间,日期时间,空,长,率\r\n"
              "\"'=HYPERLINK(\"\"x\"\")\",-3,-12.05,2026-03-01,14:30,2026-03-01 "
              "14:30,,\"两行\n\"\"引号\"\"\",80.8\r\n"
              "'＋1,'@x,'-,\" a\"\r\n");
}

TEST(Writer, ATextThatNoCellCanHoldIsAnErrorAndNotCut) {
    testing::TemporaryFolder folder;
    auto book = newXlsx(folder / "a.xlsx", {plan("x")}, Millis(0));
    ASSERT_TRUE(book.ok());
    EXPECT_EQ((*book)->add(0, {Cell::ofText(std::string(32'768, 'a'))}).error().code, ErrorCode::Usage);
    EXPECT_TRUE((*book)->add(0, {Cell::ofText(std::string(32'767, 'a'))}).ok());
}

TEST(Writer, AFolderThatIsNotThereIsAnError) {
    testing::TemporaryFolder folder;
    EXPECT_EQ(newCsv(folder / "none" / "a.csv", plan("x")).error().code, ErrorCode::Io);
    auto book = newXlsx(folder / "none" / "a.xlsx", {plan("x")}, Millis(0));
    EXPECT_TRUE(!book.ok() || !(*book)->finish().ok());
}

}  // namespace
}  // namespace fayi::sheets
