// SPDX-License-Identifier: Apache-2.0
#include "fayi/sheets/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "fayi/sheets/archive.h"

namespace fayi::sheets {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Files = std::map<std::string, std::string>;

Result<Workbook> opened(const Files& files) {
    return Workbook::fromParts([files](const std::string& name) -> Result<std::optional<std::string>> {
        const auto found = files.find(name);
        return found == files.end() ? std::optional<std::string>() : std::optional(found->second);
    });
}

/// A package around one sheet, as spreadsheet programs lay it out.
Files around(const std::string& sheet) {
    return {
        {"xl/workbook.xml",
         "<workbook><sheets><sheet name='台账' r:id='r1'/><sheet name='暗' state='hidden' r:id='r2'/>"
         "<sheet name='另一张' r:id='r3'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
         "<Relationship Id='r3' Type='x/worksheet' Target='/xl/worksheets/sheet3.xml'/>"
         "<Relationship Id='r4' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
         "<Relationship Id='r5' Type='x/styles' Target='styles.xml'/></Relationships>"},
        {"xl/sharedStrings.xml",
         "<sst><si><t>主题</t></si><si><r><t>甲</t></r><r><t xml:space='preserve"
         "'> 乙</t></r><rPh><t>读音</t></rPh></si></sst>"},
        {"xl/styles.xml",
         "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy\"年\"m\"月\"'/></numFmts>"
         "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/></cellXfs></styleSheet>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"},
        {"xl/worksheets/sheet3.xml",
         "<worksheet><sheetData><row><c t='inlineStr'><is><t>三</t></is></c></row></sheetData></worksheet>"}};
}

std::vector<std::string> read(const std::string& sheet) {
    auto book = opened(around(sheet));
    EXPECT_TRUE(book.ok());
    EXPECT_TRUE(book->choose().ok());
    std::vector<std::string> out;
    while (const auto line = book->next()) {
        std::string text = std::to_string(line->number);
        for (const std::string& cell : line->cells)
            text += "|" + cell;
        out.push_back(text);
    }
    if (book->flaw())
        out.push_back("! " + book->flaw()->en);
    return out;
}

TEST(Workbook, CellsOfEveryKindBecomeTheTextThatAPersonWouldType) {
    EXPECT_THAT(read("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>"
                     "<row r='4'><c r='A4' t='inlineStr'><is><t>行内</t></is></c><c t='b'><v>1</v></c>"
                     "<c s='1'><v>46082</v></c><c s='2'><v>46082</v></c><c><f>1+1</f><v>2</v></c>"
                     "<c t='str'><v>a_x000D__x000A_b</v></c><c t='e'><v>#REF!</v></c></row></sheetData>"),
                ElementsAre("1|主题||甲 乙", "4|行内|TRUE|2026-03-01|2026-03-01|2|a\nb|#REF!"));
}

TEST(Workbook, ElementsWithAPrefixAndCellsWithoutAPlaceAreReadTheSame) {
    EXPECT_THAT(
        read("<x:sheetData xmlns:x='u'><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row>"
             "</x:sheetData>"),
        ElementsAre("1|1||3"));
}

TEST(Workbook, ACellMergedDownwardsStandsForEachOfItsRowsAndOneMergedAcrossForItself) {
    EXPECT_THAT(
        read("<sheetData><row r='1'><c r='A1'><v>7</v></c><c r='B1'><v>1</v></c></row>"
             "<row r='2'><c r='B2'><v>2</v></c></row><row r='3'/><row r='5'><c r='B5'><v>3</v></c></row>"
             "<row r='6'><c r='A6'><v>9</v></c></row></sheetData>"
             "<mergeCells><mergeCell ref='A1:A5'/><mergeCell ref='A6:C6'/></mergeCells>"),
        ElementsAre("1|7|1", "2|7|2", "5|7|3", "6|9"));
}

TEST(Workbook, SheetsGoByTheirNameAndHiddenOnesAreNotOffered) {
    auto book = opened(around("<sheetData/>"));
    ASSERT_TRUE(book.ok());
    EXPECT_THAT(book->sheets(), ElementsAre("台账", "另一张"));
    ASSERT_TRUE(book->choose("另一张").ok());
    EXPECT_THAT(book->next()->cells, ElementsAre("三"));
    EXPECT_FALSE(book->next());
    EXPECT_THAT(book->choose("暗").error().message.zh, HasSubstr("台账、另一张"));
}

TEST(Workbook, WhatIsNoSheetEndsWithAFlawOrAnErrorAndNotOtherwise) {
    EXPECT_THAT(read("<sheetData><row><c r='ZZZ1'><v>1</v></c></row></sheetData>"),
                ElementsAre("! the sheet has too many columns"));
    EXPECT_THAT(
        read("<sheetData><row r='99999999999'><c r='A' t='s'><v>77</v></c><c><v>5</v></c></row></sheetData>"),
        ElementsAre("1||5"));
    Files broken = around("<sheetData>");
    broken["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData";
    auto book = opened(broken);
    ASSERT_TRUE(book.ok());
    EXPECT_EQ(book->choose().error().code, ErrorCode::Usage);
    EXPECT_EQ(opened({}).error().code, ErrorCode::Usage);
    EXPECT_EQ(Workbook::fromBytes("PK nothing").error().code, ErrorCode::Usage);
    EXPECT_THAT(Workbook::fromBytes("\xD0\xCF\x11\xE0 old").error().message.zh, HasSubstr(".xlsx"));
    std::string merges = "<sheetData/><mergeCells>";
    for (std::size_t i = 0; i <= Workbook::kMostMerges; ++i)
        merges += "<mergeCell ref='A1:A2'/>";
    auto many = opened(around(merges + "</mergeCells>"));
    ASSERT_TRUE(many.ok());
    EXPECT_EQ(many->choose().error().code, ErrorCode::Usage);
}

TEST(Workbook, APackageThatUnpacksToMoreThanAReaderMayHoldIsRefused) {
    const std::string zeros(Archive::kMostPartBytes + 1, ' ');
    const auto bomb = packArchive({{"xl/workbook.xml", zeros}}, Millis(0));
    ASSERT_TRUE(bomb.ok());
    EXPECT_LT(bomb->size(), 1u << 20);
    const auto refused = Workbook::fromBytes(*bomb);
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().message.en, HasSubstr("too large"));
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i <= Archive::kMostEntries; ++i)
        parts.emplace_back("p" + std::to_string(i), "");
    const auto many = packArchive(parts, Millis(0));
    ASSERT_TRUE(many.ok());
    EXPECT_THAT(Workbook::fromBytes(*many).error().message.en, HasSubstr("too large"));
}

}  // namespace
}  // namespace fayi::sheets
