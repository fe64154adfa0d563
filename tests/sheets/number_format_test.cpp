// SPDX-License-Identifier: Apache-2.0
#include "number_format.h"

#include <gtest/gtest.h>

namespace fayi::sheets {
namespace {

TEST(NumberFormat, DatesAreKnownByTheirCodeWhateverStandsAroundIt) {
    EXPECT_EQ(shapeOfCode("yyyy\"年\"m\"月\"d\"日\""), Shape::Date);
    EXPECT_EQ(shapeOfCode("[$-804]yyyy-mm-dd hh:mm"), Shape::DateTime);
    EXPECT_EQ(shapeOfCode("[h]:mm"), Shape::Time);
    EXPECT_EQ(shapeOfCode("mmm"), Shape::Date);
    EXPECT_EQ(shapeOfCode("[Red]#,##0.00;-#,##0.00\"days\""), Shape::Number);
    EXPECT_EQ(shapeOfCode("0.00E+00"), Shape::Number);
    EXPECT_EQ(shapeOfCode("General"), Shape::Number);
    EXPECT_EQ(shapeOfCode("0\\d"), Shape::Number);
    EXPECT_EQ(shapeOfCode("\"never closed"), Shape::Number);
    EXPECT_EQ(shapeOfBuiltIn(14), Shape::Date);
    EXPECT_EQ(shapeOfBuiltIn(31), Shape::Date);
    EXPECT_EQ(shapeOfBuiltIn(22), Shape::DateTime);
    EXPECT_EQ(shapeOfBuiltIn(20), Shape::Time);
    EXPECT_EQ(shapeOfBuiltIn(2), Shape::Number);
}

TEST(NumberFormat, SerialsBecomeDatesAndTimes) {
    EXPECT_EQ(numberText("46082", Shape::Date, false), "2026-03-01");
    EXPECT_EQ(numberText("46082.604166666664", Shape::DateTime, false), "2026-03-01 14:30");
    EXPECT_EQ(numberText("0.60416666666666663", Shape::Time, false), "14:30");
    EXPECT_EQ(numberText("1", Shape::Date, false), "1900-01-01");
    EXPECT_EQ(numberText("61", Shape::Date, false), "1900-03-01");
    EXPECT_EQ(numberText("44620", Shape::Date, true), "2026-03-01");
    EXPECT_EQ(numberText("60", Shape::Date, false), "60") << "1900-02-29 was no day";
    EXPECT_EQ(numberText("-1", Shape::Date, false), "-1");
    EXPECT_EQ(numberText("1e300", Shape::Date, false), "1E+300");
}

TEST(NumberFormat, NumbersKeepTheDigitsThatAreExactAndShowWhereTheyWereLost) {
    EXPECT_EQ(numberText("1200", Shape::Number, false), "1200");
    EXPECT_EQ(numberText("0.30000000000000004", Shape::Number, false), "0.3");
    EXPECT_EQ(numberText("1234.5", Shape::Number, false), "1234.5");
    EXPECT_EQ(numberText("13800138000", Shape::Number, false), "13800138000");
    EXPECT_NE(numberText("5.0011519800101002E+17", Shape::Number, false).find("E+17"), std::string::npos);
    EXPECT_NE(numberText("500115198001010020", Shape::Number, false).find("E+17"), std::string::npos);
    EXPECT_EQ(numberText("what", Shape::Number, false), "what");
    EXPECT_EQ(numberText("nan", Shape::Date, false), "nan");
    EXPECT_EQ(numberText("", Shape::Number, false), "");
}

}  // namespace
}  // namespace fayi::sheets
