// SPDX-License-Identifier: Apache-2.0
// Printed forms: what their definitions may say, and the numerals that stand on them.
#include <gmock/gmock.h>

#include "fayi/schema/capital.h"
#include "samples.h"

namespace fayi::schema {
namespace {

TEST(Capital, AmountsFollowTheRulesForReceipts) {
    EXPECT_EQ(capitalAmount(0), "零元整");
    EXPECT_EQ(capitalAmount(123450), "壹仟贰佰叁拾肆元伍角整");
    EXPECT_EQ(capitalAmount(1'0000'00), "壹万元整");
    EXPECT_EQ(capitalAmount(1'0050'06), "壹万零伍拾元零陆分");
    EXPECT_EQ(capitalAmount(10'00), "壹拾元整");
    EXPECT_EQ(capitalAmount(1'0000'0000'00), "壹亿元整");
    EXPECT_EQ(capitalAmount(1'0000'0050'00), "壹亿零伍拾元整");
    EXPECT_EQ(capitalAmount(7'45'7800'00), "柒佰肆拾伍万柒仟捌佰元整");
    EXPECT_EQ(capitalAmount(1'2000'0000'0000'00), "壹万贰仟亿元整");
    EXPECT_EQ(capitalAmount(3'0000'0000'0000'00), "叁万亿元整");
    EXPECT_EQ(capitalAmount(5), "伍分");
    EXPECT_EQ(capitalAmount(70), "柒角整");
}

TEST(Capital, WhatNobodyWritesIsEmpty) {
    EXPECT_EQ(capitalAmount(-1), "");
    EXPECT_EQ(capitalAmount(1'000'000'000'000'000'000), "");
    EXPECT_NE(capitalAmount(999'999'999'999'999'999), "");
}

TEST(Capital, HeadingsAreCountedAsHeadingsAre) {
    const std::pair<int, const char*> cases[] = {{1, "一"},           {9, "九"},         {10, "十"},
                                                 {12, "十二"},        {20, "二十"},      {99, "九十九"},
                                                 {100, "一百"},       {105, "一百零五"}, {110, "一百一十"},
                                                 {999, "九百九十九"}, {0, "0"},          {1000, "1000"}};
    for (const auto& [number, words] : cases)
        EXPECT_EQ(chineseCount(number), words);
}

TEST(PaperText, PlacesAreFoundWithTheirFormat) {
    const auto pieces = piecesOf("送审：{client}，{amount|capital}，{body.name}。");
    ASSERT_TRUE(pieces.ok());
    ASSERT_EQ(pieces->size(), 4U);
    EXPECT_EQ((*pieces)[0].literal, "送审：");
    EXPECT_EQ((*pieces)[0].place->name, "client");
    EXPECT_EQ((*pieces)[1].place->format, PaperPlace::Format::Capital);
    EXPECT_EQ((*pieces)[2].place->name, "body");
    EXPECT_EQ((*pieces)[2].place->linked, "name");
    EXPECT_FALSE((*pieces)[3].place.has_value());
    for (const char* wrong : {"{", "{}", "{a", "{a|big}", "{a.}", "{|capital}"})
        EXPECT_FALSE(piecesOf(wrong).ok()) << wrong;
}

/// The message of adding a form with one place changed.
std::string formRefusal(const std::string& pointer, const Json& value) {
    Json definition = Json::parse(R"json({
        "kind": "paper", "name": "small", "version": 1, "labels": {"zh": "小", "en": "Small"},
        "type": "contract-review", "style": "form", "title": {"zh": "小", "en": "Small"},
        "body": [{"paragraph": {"zh": "{client}", "en": "{client}"}},
                 {"table": [[{"field": "amount"}, {"field": "level", "ticks": true}]]},
                 {"each": "findings", "do": [{"paragraph": {"zh": "{#}{advice}", "en": "{#}{advice}"}}]},
                 {"list": "findings", "columns": [{"field": "clause"}], "blanks": 2}]})json");
    definition[Json::json_pointer(pointer)] = value;
    Catalog catalog = definitions();
    const Status added = catalog.add(definition, "small.json");
    if (added.ok())
        return "taken";
    EXPECT_EQ(catalog.paper("small"), nullptr);
    return added.error().message.en;
}

TEST(PaperForm, AGoodOneIsTakenAndAHigherVersionTakesItsPlace) {
    EXPECT_EQ(formRefusal("/version", 2), "taken");
    Catalog catalog = definitions();
    Json definition = catalog.paper("outreach-sheet")->source;
    definition["labels"]["zh"] = "活动表";
    definition["version"] = definition["version"].get<int>() + 1;
    ASSERT_TRUE(catalog.add(definition, "test").ok());
    EXPECT_EQ(catalog.paper("outreach-sheet")->labels.zh, "活动表");
    definition["version"] = 1;
    definition["labels"]["zh"] = "旧";
    ASSERT_TRUE(catalog.add(definition, "test").ok());
    EXPECT_EQ(catalog.paper("outreach-sheet")->labels.zh, "活动表");
}

TEST(PaperForm, AWrongOneNamesFilePathAndReason) {
    const auto both = [](const char* words) { return Json{{"zh", words}, {"en", words}}; };
    const std::tuple<const char*, Json, const char*> cases[] = {
        {"/type", "no-such", "$.type: there is no record type no-such"},
        {"/style", "poster", "$.style: is none of the allowed values"},
        {"/title", both("{nowhere}"), "$.title.zh: there is no field nowhere"},
        {"/body/0/paragraph", both("{findings}"),
         "$.body[0].paragraph.zh: the field findings cannot be printed so"},
        {"/body/0/paragraph", both("{client|capital}"),
         "$.body[0].paragraph.zh: the field client cannot be printed so"},
        {"/body/0/paragraph", both("{client.name}"),
         "$.body[0].paragraph.zh: the field client names no record"},
        {"/body/0/paragraph", both("{#}"), "$.body[0].paragraph.zh: there is no field #"},
        {"/body/0/paragraph/en", "", "$.body[0].paragraph.en: "},
        {"/body/0/paragraph/en", "nothing", "$.body[0].paragraph: the two languages print different values"},
        {"/body/0/align", "left", "$.body[0].align: a block of this kind has no such key"},
        {"/body/0/when", {{"present", "nowhere"}}, "$.body[0].when.present: there is no field \"nowhere\""},
        {"/body/1/table/0/0/field", "nowhere", "$.body[1].table[0][0].field: there is no field nowhere"},
        {"/body/1/table/0/0/ticks", true,
         "$.body[1].table[0][0].field: the field amount cannot be printed so"},
        {"/body/1/table/0/0", Json::object(), "$.body[1].table[0][0]: it needs a field or a label"},
        {"/body/2/each", "client", "$.body[2].each: there is no list client"},
        {"/body/2/do/0/paragraph", both("{client}"),
         "$.body[2].do[0].paragraph.zh: there is no field client"},
        {"/body/3/columns/0/field", "nowhere", "$.body[3].columns[0].field: there is no field nowhere"},
        {"/body/3",
         {{"when", {{"present", "client"}}}},
         "$.body[3]: it does not say what kind of block it is"},
    };
    for (const auto& [pointer, value, reason] : cases) {
        const std::string told = formRefusal(pointer, value);
        EXPECT_THAT(told, ::testing::HasSubstr(std::string("definition small.json: ") + reason)) << pointer;
    }
}

TEST(PaperForm, ATypeThatLosesAFieldOnPaperIsNotTaken) {
    Catalog catalog = definitions();
    Json type = catalog.type("outreach")->source;
    type["version"] = type["version"].get<int>() + 1;
    Json& fields = type["fields"];
    fields.erase(std::find_if(fields.begin(), fields.end(),
                              [](const Json& field) { return field["name"] == "co_organisers"; }));
    const Status added = catalog.add(type, "outreach.json");
    ASSERT_FALSE(added.ok());
    EXPECT_THAT(added.error().message.en, ::testing::HasSubstr("paper outreach-sheet"));
}

}  // namespace
}  // namespace fayi::schema
