// SPDX-License-Identifier: Apache-2.0
// What the loader refuses, and how it says so: file, JSON path, reason.
#include <filesystem>
#include <fstream>

#include "samples.h"

namespace fayi::schema {
namespace {

const char* kVisit = R"json({
  "kind": "record-type", "name": "small", "version": 1, "labels": {"zh": "小", "en": "Small"},
  "legalBasis": {"zh": "依法", "en": "By law"}, "happenedOn": "day", "title": ["day"], "listColumns": ["day"],
  "retention": {"years": 10, "reason": {"zh": "常用", "en": "usual"}}, "roles": {"create": ["advisor"]},
  "sections": [{"id": "one", "labels": {"zh": "一", "en": "One"}}],
  "fields": [
    {"name": "day", "type": "date", "labels": {"zh": "日期", "en": "Day"}, "section": "one"},
    {"name": "mode", "type": "choice", "labels": {"zh": "方式", "en": "Mode"}, "codes": "service-modes"},
    {"name": "kinds", "type": "tags", "labels": {"zh": "类", "en": "Kinds"}, "codes": "service-kinds"},
    {"name": "people", "type": "integer", "labels": {"zh": "人数", "en": "People"}, "min": 0, "max": 9},
    {"name": "lines", "type": "items", "labels": {"zh": "明细", "en": "Lines"},
     "fields": [{"name": "text", "type": "text", "labels": {"zh": "文", "en": "Text"}}]}
  ],
  "constraints": [{"id": "some", "check": {"more": [{"field": "people"}, 0]}, "fields": ["people"],
                   "message": {"zh": "要有人", "en": "Somebody"}}]
})json";

/// The message of adding `kVisit` with one place changed (null: taken out).
std::string refusal(const std::string& pointer, const Json& value) {
    Json definition = Json::parse(kVisit);
    const Json::json_pointer place(pointer);
    if (value.is_null())
        definition[place.parent_pointer()].erase(place.back());
    else
        definition[place] = value;
    Catalog catalog = definitions();
    const Status added = catalog.add(definition, "small.json");
    if (added.ok())
        return "taken";
    EXPECT_EQ(added.error().code, ErrorCode::Validation);
    EXPECT_EQ(catalog.type("small"), nullptr);
    EXPECT_TRUE(added.error().message.zh.starts_with("定义 small.json：$")) << added.error().message.zh;
    return added.error().message.en;
}

Json reference(const Json& takes) {
    return {{"name", "mode"},
            {"type", "reference"},
            {"labels", {{"zh", "引用"}, {"en", "Reference"}}},
            {"references", "outreach"},
            {"takes", takes}};
}

Json dossier(const char* field, const char* paper, const Json& when = nullptr) {
    Json rule{{"papers", {paper}}};
    if (!when.is_null())
        rule["when"] = when;
    return {{"field", field}, {"required", Json::array({rule})}};
}

TEST(Definitions, AGoodOneIsTaken) {
    EXPECT_EQ(refusal("/fields/1", reference({{"day", "happened_on"}})), "taken");
    EXPECT_EQ(refusal("/version", 2), "taken");
    EXPECT_EQ(refusal("/dossier", dossier("kinds", "consultation", {{"present", "people"}})), "taken");
}

TEST(Definitions, AWrongOneNamesFilePathAndReason) {
    const Json present = {{"present", "nowhere"}};
    const std::tuple<const char*, Json, const char*> cases[] = {
        {"/name", "Small!", "$.name: is not written as it must be"},
        {"/version", 0, "$.version: "},
        {"/version", "1", "$.version: is of the wrong JSON type"},
        {"/labels/en", nullptr, "$.labels: \"en\" is missing"},
        {"/colour", "red", "$: unknown key \"colour\""},
        {"/fields/1/type", "chois", "$.fields[1].type: is none of the allowed values"},
        {"/fields/1/name", "mode; DROP TABLE", "$.fields[1].name: is not written as it must be"},
        {"/fields/1/lenght", 3, "$.fields[1]: unknown key \"lenght\""},
        {"/fields/1/codes", "no-list", "$.fields[1].codes: there is no code list no-list"},
        {"/fields/1/codes", nullptr, "$.fields[1]: a choice needs codes or choices"},
        {"/fields/1/name", "day", "$.fields[1].name: the field day appears twice"},
        {"/dossier", dossier("mode", "phone"), "$.dossier.field: there is no field of coded tags mode"},
        {"/dossier", dossier("kinds", "dream"), "$.dossier.required[0].papers[0]: there is no choice dream"},
        {"/dossier", dossier("kinds", "consultation", present),
         "$.dossier.required[0].when.present: there is no field \"nowhere\""},
        {"/fields/1/default", "by-pigeon", "$.fields[1].default: "},
        {"/fields/1/maxLength", 3, "$.fields[1].maxLength: a field of this type has no maxLength"},
        {"/fields/1/policy", "union", "$.fields[1].policy: a field of this type cannot merge by union"},
        {"/fields/2/policy", "latest", "$.fields[2].policy: "},
        {"/fields/3/max", -1, "$.fields[3].max: max is below min"},
        {"/fields/3/requiredIf", present, "$.fields[3].requiredIf.present: there is no field \"nowhere\""},
        {"/fields/4/fields/0/type", "items", "$.fields[4].fields[0].type: no lists"},
        {"/fields/4/fields/0/name", "item", "$.fields[4].fields[0].name: a field cannot be named item"},
        {"/fields/1/takes", {{"day", "day"}}, "$.fields[1].takes: a field of this type has no takes"},
        {"/fields/1", reference({{"nobody", "theme"}}), "$.fields[1].takes.nobody: there is no field nobody"},
        {"/fields/1", reference({{"lines", "theme"}}), "$.fields[1].takes.lines: there is no field lines"},
        {"/fields/4/fields/0", reference({{"text", "theme"}}),
         "$.fields[4].fields[0].takes: a reference inside"},
        {"/fields/0/section", "two", "$.fields[0].section: there is no section two"},
        {"/fields/1/choices",
         {{{"code", "a"}, {"labels", {{"zh", "甲"}, {"en", "A"}}}}},
         "$.fields[1]: either codes or choices"},
        {"/happenedOn", "mode", "$.happenedOn: there is no date field mode"},
        {"/happenedOn", nullptr, "$: \"happenedOn\" is missing"},
        {"/legalBasis", nullptr, "$: \"legalBasis\" is missing"},
        {"/title", {"nobody"}, "$.title[0]: there is no field nobody"},
        {"/roles/create", {"king"}, "$.roles.create[0]: is none of the allowed values"},
        {"/roles/see", {"district"}, "$.roles.create: the role advisor does not see this type"},
        {"/group", "fun", "$.group: there is no group fun"},
        {"/roles/fly", {"clerk"}, "$.roles: unknown key \"fly\""},
        {"/constraints/0/fields", {"nobody"}, "$.constraints[0].fields[0]: there is no field nobody"},
    };
    for (const auto& [pointer, value, expected] : cases) {
        const std::string message = refusal(pointer, value);
        EXPECT_TRUE(message.starts_with(std::string("definition small.json: ") + expected)) << message;
    }
}

TEST(Definitions, AWrongRuleNamesTheOperandThatIsWrong) {
    const std::pair<const char*, const char*> cases[] = {
        {R"({"more": [{"field": "people"}, "many"]})", ".more: the two sides are of different kinds"},
        {R"({"more": [{"field": "crowd"}, 1]})", ".more[0].field: there is no field \"crowd\""},
        {R"({"more": [{"field": "lines"}, 1]})", ".more[0]: lines is a list"},
        {R"({"more": [{"count": "people"}, 1]})", ".more[0]: people is not a list"},
        {R"({"more": [{"sum": "people"}, 1]})", ".more[0]: unknown operand sum"},
        {R"({"more": [1, null]})", ".more[1]: cannot compare null"},
        {R"({"equals": [{"field": "mode"}, "by-pigeon"]})", ".equals[1]: mode has no code \"by-pigeon\""},
        {R"({"in": [{"field": "mode"}, ["phone", "by-pigeon"]]})", ".in[1][1]: mode has no code"},
        {R"({"in": [{"field": "mode"}, [1]]})", ".in[1][0]: is of another kind"},
        {R"({"contains": ["mode", "phone"]})", ".contains[0]: mode is not tags"},
        {R"({"contains": ["kinds", "dance"]})", ".contains[1]: kinds has no code"},
        {R"({"contains-any": ["kinds", ["duty", "dance"]]})", ".contains-any[1][1]: kinds has no code"},
        {R"({"any-item": ["lines", {"present": "day"}]})", ".any-item[1].present: there is no field \"day\""},
        {R"({"and": [{"present": "day"}, {"present": "dayy"}]})",
         ".and[1].present: there is no field \"dayy\""},
        {R"({"not": {"present": "dayy"}})", ".not.present: there is no field"},
        {R"({"less": [{"plus": [{"field": "day"}, {"weeks": 1}]}, "2026-01-01"]})",
         ".less[0].plus[1]: years"},
        {R"({"less": [{"plus": [{"field": "people"}, {"days": 1}]}, "2026-01-01"]})",
         ".less[0].plus[0]: only a date"},
        {R"({"xor": []})", ": unknown key \"xor\""},
        {R"({})", ": Object should have no fewer than"},
    };
    for (const auto& [check, expected] : cases) {
        const std::string message = refusal("/constraints/0/check", Json::parse(check));
        const std::string start = std::string("definition small.json: $.constraints[0].check") + expected;
        EXPECT_TRUE(message.starts_with(start)) << message << "\n" << start;
    }
}

TEST(Definitions, TextThatIsNotJsonNamesItsLine) {
    Catalog catalog;
    const Status added = catalog.addText("{\n\"kind\": \"code-list\",\n oops}", "lists/bad.json");
    ASSERT_FALSE(added.ok());
    EXPECT_EQ(added.error().message.en, "definition lists/bad.json: $: line 3 is not JSON");
    EXPECT_EQ(added.error().message.zh, "定义 lists/bad.json：$：第 3 行不是 JSON");
}

TEST(Definitions, WhateverElseArrivesIsRefusedNotSuffered) {
    Catalog catalog;
    for (const char* text :
         {"[]", "null", "\"record-type\"", "{}", R"({"kind": 5})", R"({"kind": "recipe"})", ""})
        EXPECT_FALSE(catalog.addText(text, "x").ok()) << text;
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += R"({"not":)";
    EXPECT_FALSE(catalog.addText(deep, "x").ok());
    EXPECT_FALSE(catalog.add({{"kind", "code-list"}, {"name", "\xff"}}, "x").ok());
    EXPECT_FALSE(catalog.addText(std::string(9u << 20, ' '), "x").ok());
}

TEST(Definitions, EveryBuiltInOneRefusesAnUnknownKey) {
    Catalog catalog = definitions();
    std::vector<Json> sources;
    for (const RecordType* type : definitions().types())
        sources.push_back(type->source);
    for (const CodeList* list : definitions().codeLists())
        sources.push_back(list->source);
    for (const Report* report : definitions().reports())
        sources.push_back(report->source);
    EXPECT_GE(sources.size(), 20u);
    for (Json& source : sources) {
        EXPECT_TRUE(catalog.add(source, "again").ok()) << source["name"];
        source["surprise"] = 1;
        EXPECT_FALSE(catalog.add(source, "again").ok()) << source["name"];
    }
}

TEST(Definitions, TheHighestVersionStands) {
    Catalog catalog = definitions();
    Json definition = definitions().type("outreach")->source;
    definition["version"] = 3;
    definition["labels"]["en"] = "Third";
    ASSERT_TRUE(catalog.add(definition, "hub").ok());
    const RecordType* third = catalog.type("outreach");
    EXPECT_EQ(third->labels.en, "Third");
    definition["version"] = 2;
    definition["labels"]["en"] = "Second";
    EXPECT_TRUE(catalog.add(definition, "hub").ok());
    EXPECT_EQ(catalog.type("outreach")->labels.en, "Third");
    EXPECT_EQ(definitions().type("outreach")->labels.en, "Outreach") << "a copy does not change the original";
}

TEST(Definitions, APointerToAReplacedTypeStaysGood) {
    Catalog catalog = definitions();
    const RecordType* before = catalog.type("outreach");
    Json definition = before->source;
    definition["version"] = 2;
    definition["labels"]["en"] = "New";
    ASSERT_TRUE(catalog.add(definition, "hub").ok());
    EXPECT_EQ(before->labels.en, "Outreach");
    EXPECT_EQ(catalog.type("outreach")->labels.en, "New");
}

TEST(Definitions, AnUpdateMayAddAFieldButNotChangeATypeOrDropACode) {
    Catalog catalog = definitions();
    Json definition = definitions().type("outreach")->source;
    definition["version"] = 2;
    definition["fields"].push_back(
        {{"name", "weather"}, {"type", "text"}, {"labels", {{"zh", "天气"}, {"en", "Weather"}}}});
    ASSERT_TRUE(catalog.add(definition, "hub").ok());
    EXPECT_NE(catalog.type("outreach")->find("weather"), nullptr);
    definition["version"] = 3;
    definition["fields"].back()["type"] = "integer";
    const Status changed = catalog.add(definition, "hub");
    ASSERT_FALSE(changed.ok());
    EXPECT_NE(changed.error().message.en.find("weather has been text"), std::string::npos);
    Json list = definitions().codeList("campaigns")->source;
    list["version"] = 2;
    list["choices"].erase(0);
    EXPECT_FALSE(catalog.add(list, "hub").ok());
}

TEST(Definitions, ANewCodeReachesTheTypesThatUseTheList) {
    Catalog catalog = definitions();
    Json list = definitions().codeList("campaigns")->source;
    list["version"] = 2;
    list["choices"].push_back({{"code", "plan-9"}, {"labels", {{"zh", "“九五”普法"}, {"en", "Ninth plan"}}}});
    EXPECT_FALSE(checkSave(*catalog.type("outreach"), {{"campaigns", {"plan-9"}}}).empty());
    ASSERT_TRUE(catalog.add(list, "hub").ok());
    EXPECT_TRUE(checkSave(*catalog.type("outreach"), {{"campaigns", {"plan-9"}}}).empty());
}

TEST(Definitions, ATypeThatAReportNeedsCannotLoseItsField) {
    Catalog catalog = definitions();
    Json definition = definitions().type("contract-review")->source;
    definition["version"] = 2;
    auto& fields = definition["fields"];
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i]["name"] == "findings")
            fields.erase(i);
    definition["constraints"] = Json::array();
    const Status added = catalog.add(definition, "hub");
    ASSERT_FALSE(added.ok());
    EXPECT_NE(added.error().message.en.find("report annual"), std::string::npos) << added.error().message.en;
    EXPECT_NE(catalog.type("contract-review")->find("findings"), nullptr);
}

TEST(Definitions, TheFolderHoldsWhatIsBuiltIn) {
    Catalog catalog;
    const Status added = catalog.addFolder(FAYI_SCHEMA_FOLDER);
    ASSERT_TRUE(added.ok()) << added.error().message.en;
    ASSERT_EQ(catalog.types().size(), definitions().types().size());
    for (const RecordType* type : definitions().types())
        EXPECT_EQ(catalog.type(type->name)->source, type->source);
    EXPECT_NE(catalog.orgTree("500115"), nullptr);
    EXPECT_FALSE(catalog.addFolder(std::string(FAYI_SCHEMA_FOLDER) + "/nowhere").ok());
}

TEST(Definitions, AWrongFileOfAFolderIsNamed) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "fayi-schema-wrong";
    std::filesystem::create_directories(folder / "code-lists");
    std::ofstream(folder / "code-lists" / "bad.json") << R"({"kind": "code-list", "name": "bad"})";
    Catalog catalog;
    const Status added = catalog.addFolder(folder);
    ASSERT_FALSE(added.ok());
    EXPECT_TRUE(added.error().message.en.starts_with("definition code-lists/bad.json: $: "));
    std::filesystem::remove_all(folder);
}

/// The JSON blocks of docs/SCHEMA.md, in order.
std::vector<Json> documented() {
    std::ifstream in(FAYI_SCHEMA_FOLDER "/../docs/SCHEMA.md");
    std::vector<Json> blocks;
    std::string block;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (inside && line == "```")
            blocks.push_back(Json::parse(block));
        else if (inside)
            block += line + "\n";
        if (line.starts_with("```")) {
            inside = line == "```json";
            block.clear();
        }
    }
    return blocks;
}

TEST(Definitions, TheWorkedExampleOfTheDocumentationWorks) {
    Catalog catalog = definitions();
    std::size_t records = 0;
    for (const Json& block : documented()) {
        if (block.contains("kind")) {
            const Status added = catalog.add(block, "SCHEMA.md");
            EXPECT_TRUE(added.ok()) << added.error().message.en;
            continue;
        }
        ++records;
        const RecordType* type = catalog.type("rules-review");
        ASSERT_NE(type, nullptr);
        EXPECT_EQ(told(checkSave(*type, block)), "");
        EXPECT_EQ(told(checkSubmit(*type, block, kToday)), "");
    }
    EXPECT_EQ(records, 1u);
    EXPECT_NE(catalog.report("village-affairs"), nullptr);
    EXPECT_NE(catalog.orgTree("500999"), nullptr);
}

TEST(CodeLists, ADateThatIsNoneAndACodeGivenTwiceAreRefused) {
    Json list = definitions().codeList("service-modes")->source;
    Catalog catalog;
    list["choices"][1]["from"] = "2026-02-30";
    EXPECT_FALSE(catalog.add(list, "x").ok());
    list["choices"][1]["from"] = "2026-02-01";
    list["choices"][1]["until"] = "2026-01-31";
    EXPECT_FALSE(catalog.add(list, "x").ok());
    list["choices"][1].erase("until");
    EXPECT_TRUE(catalog.add(list, "x").ok());
    list["choices"][1]["code"] = list["choices"][0]["code"];
    list["version"] = 2;
    const Status twice = catalog.add(list, "x");
    ASSERT_FALSE(twice.ok());
    EXPECT_NE(twice.error().message.en.find("$.choices[1].code: the code on-site appears twice"),
              std::string::npos);
}

TEST(CodeLists, TheNamedContractsOfTheCivilCodeAreThere) {
    const CodeList* list = definitions().codeList("contract-types");
    ASSERT_NE(list, nullptr);
    EXPECT_GE(list->choices.size(), 19u + 7u);
    EXPECT_EQ(list->choices.front().labels.zh, "买卖合同");
    EXPECT_EQ(list->choices[18].labels.zh, "合伙合同");
    EXPECT_FALSE(list->choices[18].inForce("2020-12-31"));
    EXPECT_TRUE(list->choices[18].inForce("2021-01-01"));
}

}  // namespace
}  // namespace fayi::schema
