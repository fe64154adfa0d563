// SPDX-License-Identifier: Apache-2.0
#include "cell.h"

#include <gtest/gtest.h>

#include "fayi/schema/catalog.h"

namespace fayi::station {
namespace {

using schema::FieldKind;
using schema::Json;

const schema::Catalog& catalog() {
    static const schema::Catalog kCatalog = schema::Catalog::builtIn().value();
    return kCatalog;
}

/// The value read, or the text "refused".
Json read(const schema::Field& field, const std::string& text) {
    auto value = cellValue(field, text, *catalog().orgTree("500115"));
    return value ? *value : Json("refused");
}
Json read(FieldKind kind, const std::string& text) {
    return read(fieldOfKind(kind), text);
}

TEST(Cells, DatesAreReadAsPeopleWriteThem) {
    for (const char* text : {"2026-03-01", "2026/3/1", "20260301", "2026.3.1", "2026年3月1日",
                             "２０２６／３／１", "2026/3/1 0:00", " 2026-03-01　", "2026-3-1 00:00:00"})
        EXPECT_EQ(read(FieldKind::Date, text), "2026-03-01") << text;
    for (const char* text :
         {"2026-02-29", "2026-13-01", "26-3-1", "3月1日", "昨天", "2026/3/1 14:30", "2026", "45717"})
        EXPECT_EQ(read(FieldKind::Date, text), "refused") << text;
}

TEST(Cells, MoneyIsYuanAndBecomesFenExactly) {
    EXPECT_EQ(read(FieldKind::Money, "1234.50"), 123450);
    EXPECT_EQ(read(FieldKind::Money, "1,234.5"), 123450);
    EXPECT_EQ(read(FieldKind::Money, "￥1,234元"), 123400);
    EXPECT_EQ(read(FieldKind::Money, "12.5万元"), 12500000);
    EXPECT_EQ(read(FieldKind::Money, "0.01"), 1);
    EXPECT_EQ(read(FieldKind::Money, "-3"), -300);
    EXPECT_EQ(read(FieldKind::Money, "1.100"), 110);
    EXPECT_EQ(read(FieldKind::Money, "90071992547.99"), 9007199254799);
    for (const char* text : {"1.005", "12,34", "1e3", "一百", "1.2.3", "9007199254740993.00"})
        EXPECT_EQ(read(FieldKind::Money, text), "refused") << text;
}

TEST(Cells, NumbersTimesAndDurations) {
    EXPECT_EQ(read(FieldKind::Integer, "1,200"), 1200);
    EXPECT_EQ(read(FieldKind::Integer, "３０"), 30);
    EXPECT_EQ(read(FieldKind::Integer, "30.0"), 30);
    EXPECT_EQ(read(FieldKind::Integer, "30.5"), "refused");
    EXPECT_EQ(read(FieldKind::Integer, "许多"), "refused");
    EXPECT_EQ(read(FieldKind::Time, "9:05"), "09:05");
    EXPECT_EQ(read(FieldKind::Time, "14时30分"), "14:30");
    EXPECT_EQ(read(FieldKind::Time, "24:00"), "refused");
    EXPECT_EQ(read(FieldKind::DateTime, "2026/3/1 9:05"), "2026-03-01T09:05");
    EXPECT_EQ(read(FieldKind::Duration, "90"), 90);
    EXPECT_EQ(read(FieldKind::Duration, "1小时30分钟"), 90);
    EXPECT_EQ(read(FieldKind::Duration, "1.5小时"), 90);
    EXPECT_EQ(read(FieldKind::Duration, "1:30"), 90);
    EXPECT_EQ(read(FieldKind::Duration, "半天"), "refused");
    EXPECT_EQ(read(FieldKind::Boolean, "是"), true);
    EXPECT_EQ(read(FieldKind::Boolean, "No"), false);
    EXPECT_EQ(read(FieldKind::Boolean, "也许"), "refused");
}

TEST(Cells, ChoicesAndTagsAreFoundByCodeAndByLabel) {
    const schema::RecordType& type = *catalog().type("outreach");
    const schema::Field& form = *type.find("form");
    EXPECT_EQ(read(form, "lecture"), "lecture");
    EXPECT_EQ(read(form, "讲座"), "lecture");
    EXPECT_EQ(read(form, " LECTURE "), "lecture");
    EXPECT_EQ(read(form, "广播、大喇叭"), "broadcast");
    EXPECT_EQ(read(form, "演讲"), "refused");
    const schema::Field& topics = *type.find("law_topics");
    EXPECT_EQ(read(topics, "民法典、合同；civil-code"), Json({"civil-code", "contract"}));
    EXPECT_EQ(read(topics, "民法典、没有的"), "refused");
    EXPECT_EQ(read(*type.find("leaders_present"), "张三，李四"), Json({"张三", "李四"}));
}

TEST(Cells, OrgUnitsAreFoundByCodeAndByAnUnambiguousName) {
    EXPECT_EQ(read(FieldKind::Org, "500115001"), "500115001");
    EXPECT_EQ(read(FieldKind::Org, "凤城街道"), "500115001");
    EXPECT_EQ(read(FieldKind::Org, "没有的村"), "refused");
}

TEST(Cells, AnEmptyCellIsNothingAndALongNumberSpoiledByASpreadsheetIsRefused) {
    EXPECT_TRUE(read(FieldKind::Money, "　 ").is_null());
    EXPECT_EQ(read(FieldKind::IdNumber, "5.00115E+17"), "refused");
    EXPECT_EQ(read(FieldKind::IdNumber, "50011519900101001X"), "50011519900101001X");
    EXPECT_EQ(read(FieldKind::Text, " 两端空格 "), "两端空格");
    EXPECT_EQ(read(FieldKind::Attachments, "a.jpg"), "refused");
}

}  // namespace
}  // namespace fayi::station
