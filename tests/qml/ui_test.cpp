// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "fayi/schema/catalog.h"
#include "fayi/ui/field_value.h"
#include "fayi/ui/words.h"
#include "form_rows.h"
#include "link_watch.h"

namespace fayi::ui {
namespace {

using schema::FieldKind;
using schema::Json;

schema::Field field(FieldKind kind) {
    schema::Field out;
    out.kind = kind;
    return out;
}

Json readAs(FieldKind kind, const char* typed) {
    const Reading reading = read(field(kind), QString::fromUtf8(typed), "2026-11-27");
    return reading.problem ? Json("?") : reading.value;
}

TEST(FieldValue, DatesAreUnderstoodInEveryUsualWay) {
    for (const char* typed :
         {"2026-03-01", "2026/3/1", "2026.3.1", "20260301", "2026年3月1日", "２０２６－３－１"})
        EXPECT_EQ(readAs(FieldKind::Date, typed), "2026-03-01") << typed;
    for (const char* typed : {"2026-02-30", "明天", "2026-13-01", "2月30日", "31", "0301"})
        EXPECT_EQ(readAs(FieldKind::Date, typed), "?") << typed;
}

TEST(FieldValue, ADayWithoutAYearIsTheOneThatIsMeant) {
    const auto on = [](const char* today, const char* typed) {
        return read(field(FieldKind::Date), QString::fromUtf8(typed), today).value;
    };
    for (const char* typed : {"3月1日", "3月1", "3-1", "03/01", "３月１日"})
        EXPECT_EQ(on("2026-11-27", typed), "2026-03-01") << typed;
    EXPECT_EQ(on("2027-01-05", "12月28日"), "2026-12-28");
    EXPECT_EQ(on("2027-01-05", "5月1日"), "2027-05-01");
    EXPECT_EQ(on("2027-03-01", "2月29日"), Json(nullptr));
    EXPECT_EQ(on("2028-03-01", "2月29日"), "2028-02-29");
    EXPECT_EQ(read(field(FieldKind::DateTime), QStringLiteral("3月1日 9:05"), "2026-11-27").value,
              "2026-03-01T09:05");
}

TEST(FieldValue, TimesAndMomentsAreUnderstood) {
    EXPECT_EQ(readAs(FieldKind::Time, "9：05"), "09:05");
    EXPECT_EQ(readAs(FieldKind::Time, "1430"), "14:30");
    EXPECT_EQ(readAs(FieldKind::Time, "25:00"), "?");
    EXPECT_EQ(readAs(FieldKind::DateTime, "2026-3-1 9:05"), "2026-03-01T09:05");
}

TEST(FieldValue, MoneyIsYuanForPeopleAndFenInTheStore) {
    EXPECT_EQ(readAs(FieldKind::Money, "1,234.5"), 123450);
    EXPECT_EQ(readAs(FieldKind::Money, "１２００元"), 120000);
    EXPECT_EQ(readAs(FieldKind::Money, "12.345"), "?");
    EXPECT_EQ(handwritten(field(FieldKind::Money), 123450).toString(), "1234.50");
    EXPECT_EQ(handwritten(field(FieldKind::Money), 120000).toString(), "1200");
}

TEST(FieldValue, EmptyIsNullAndNotAnError) {
    for (const FieldKind kind : {FieldKind::Text, FieldKind::Integer, FieldKind::Date, FieldKind::Money})
        EXPECT_TRUE(readAs(kind, "  ").is_null());
}

TEST(Words, AMomentIsSpokenOfAsNearAsItIs) {
    const Millis now{1'772'413'200'000};  // 2026-03-02T09:00:00+08:00
    const Millis hour{3'600'000};
    EXPECT_EQ(spokenTime(now - hour, now, Language::Zh), QStringLiteral("今天 08:00"));
    EXPECT_EQ(spokenTime(now - 10 * hour, now, Language::En), QStringLiteral("yesterday 23:00"));
    EXPECT_EQ(spokenTime(now - 48 * hour, now, Language::Zh), QStringLiteral("2月28日 09:00"));
    EXPECT_EQ(spokenTime(now - 24 * 90 * hour, now, Language::Zh), QStringLiteral("2025年12月2日 09:00"));
}

TEST(Words, ASizeIsSaidAsFileManagersSayIt) {
    EXPECT_EQ(spokenSize(1), QStringLiteral("1 KB"));
    EXPECT_EQ(spokenSize(100'000), QStringLiteral("98 KB"));
    EXPECT_EQ(spokenSize(1'258'291), QStringLiteral("1.2 MB"));
    EXPECT_EQ(spokenSize(12u << 20), QStringLiteral("12 MB"));
}

TEST(LinkWatch, TellsWhenTheComputerReachesFurtherAndNeverWhenItReachesLess) {
    using enum QNetworkInformation::Reachability;
    int found = 0;
    LinkWatch watch([&] { ++found; });
    watch.note(Disconnected);
    found = 0;
    watch.note(Local);
    EXPECT_EQ(found, 0) << "a cable without anything behind it";
    watch.note(Site);
    EXPECT_EQ(found, 1) << "the network of the district leads nowhere else";
    watch.note(Online);
    EXPECT_EQ(found, 2);
    watch.note(Disconnected);
    EXPECT_EQ(found, 2);
    watch.note(Online);
    EXPECT_EQ(found, 3);
}

TEST(Words, WhatALibrarySaidIsLeftOut) {
    EXPECT_EQ(plainWords(QStringLiteral("连接不上服务器“a:1”（Failed to connect to a port 1）。")),
              QStringLiteral("连接不上服务器“a:1”。"));
    EXPECT_EQ(
        plainWords(QStringLiteral("The server \"a:1\" cannot be reached (Couldn't connect to server).")),
        QStringLiteral("The server \"a:1\" cannot be reached."));
    EXPECT_EQ(plainWords(QStringLiteral("服务器内部出错（500）。")),
              QStringLiteral("服务器内部出错（500）。"));
}

const schema::RecordType& contractReview() {
    static const schema::Catalog kCatalog = schema::Catalog::builtIn().value();
    return *kCatalog.type("contract-review");
}

TEST(FormRows, APatchHoldsOnlyWhatDiffers) {
    const Json loaded = {{"contract_name", "甲"}, {"client", "村委会"}, {"documents", {"合同草案"}}};
    Json fields = loaded;
    EXPECT_EQ(patchOf(contractReview(), loaded, fields), Json::object());
    fields["contract_name"] = "乙";
    fields.erase("client");
    EXPECT_EQ(patchOf(contractReview(), loaded, fields),
              Json({{"contract_name", "乙"}, {"client", nullptr}}));
}

TEST(FormRows, APatchOfAListNamesNewChangedAndRemovedItemsOnly) {
    const Json loaded = {{"findings",
                          {{{"item", "A-1.1"}, {"advice", "甲"}},
                           {{"item", "A-1.2"}, {"advice", "乙"}},
                           {{"item", "A-1.3"}, {"advice", "丙"}}}}};
    const Json fields = {{"findings",
                          {{{"item", "A-1.1"}, {"advice", "甲"}},
                           {{"item", "A-1.2"}, {"advice", "乙改"}},
                           {{"item", "+1"}, {"advice", "丁"}}}}};
    EXPECT_EQ(patchOf(contractReview(), loaded, fields)["findings"],
              Json({{{"item", "A-1.2"}, {"advice", "乙改"}},
                    {{"advice", "丁"}},
                    {{"item", "A-1.3"}, {"removed", true}}}));
}

TEST(FormRows, APatchOfAListMovesAsFewItemsAsItCan) {
    const auto list = [](const std::vector<std::string>& ids) {
        Json items = Json::array();
        for (const std::string& id : ids)
            items.push_back({{"item", id}});
        return Json{{"findings", items}};
    };
    const Json loaded = list({"A", "B", "C", "D"});
    const auto moves = [&](const std::vector<std::string>& ids) {
        return patchOf(contractReview(), loaded, list(ids))["findings"];
    };
    EXPECT_EQ(moves({"B", "C", "D", "A"}), Json::array({Json{{"item", "A"}, {"after", "D"}}}));
    EXPECT_EQ(moves({"D", "A", "B", "C"}), Json::array({Json{{"item", "D"}, {"after", nullptr}}}));
    EXPECT_EQ(moves({"A", "+1", "+2", "B", "C", "D", "+3"}),
              Json::array({Json{{"after", "A"}}, Json{{"after", "~1"}}, Json::object()}));
}

TEST(FormRows, AFormShowsWhatIsEmptyAndAReaderDoesNot) {
    const Json fields = {{"contract_name", "甲"}};
    const auto written = rowsOf(contractReview(), fields, true);
    const auto readOnly = rowsOf(contractReview(), fields, false);
    EXPECT_GT(written.size(), 20U);
    ASSERT_EQ(readOnly.size(), 2U);
    EXPECT_EQ(readOnly[0].kind, FormRow::Kind::Section);
    EXPECT_EQ(readOnly[1].path, "contract_name");
}

}  // namespace
}  // namespace fayi::ui
