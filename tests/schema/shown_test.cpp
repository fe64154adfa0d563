// SPDX-License-Identifier: Apache-2.0
// What people and scripts are shown of types and values.
#include "fayi/schema/describe.h"
#include "samples.h"

namespace fayi::schema {
namespace {

TEST(Types, TheListHasTheShapeThatScriptsRelyOn) {
    const Json types = describeAll(definitions(), "advisor");
    const auto records = definitions().types();
    EXPECT_EQ(types.size(),
              static_cast<std::size_t>(std::count_if(
                  records.begin(), records.end(), [](const RecordType* type) { return !type->reference; })));
    for (const Json& entry : types) {
        EXPECT_TRUE(entry["labels"].contains("zh") && entry["labels"].contains("en"));
        const bool own = definitions().type(entry["type"].get<std::string>())->may(Action::Create, "advisor");
        EXPECT_EQ(entry["may"], own ? (Json{"create", "edit", "submit", "delete"}) : Json::array())
            << entry["type"];
        const auto& groups = definitions().codeList("type-groups")->choices;
        EXPECT_TRUE(std::any_of(groups.begin(), groups.end(), [&](const Choice& group) {
            return group.code == entry["group"];
        })) << entry["type"];
    }
    EXPECT_EQ(describeAll(definitions(), "auditor")[0]["may"], Json::array());
}

TEST(Types, OneTypeIsDescribedWholly) {
    const Json described = describe(*definitions().type("contract-review"), "clerk");
    EXPECT_EQ(described["type"], "contract-review");
    EXPECT_EQ(described["version"], 1);
    EXPECT_EQ(described["labels"], (Json{{"zh", "合同审查"}, {"en", "Contract review"}}));
    EXPECT_EQ(described["may"],
              (Json{"create", "edit", "submit", "verify", "return", "delete", "move", "void"}));
    const auto& fields = described["fields"];
    const auto findings =
        std::find_if(fields.begin(), fields.end(), [](const Json& f) { return f["name"] == "findings"; });
    ASSERT_NE(findings, fields.end());
    EXPECT_EQ((*findings)["type"], "items");
    EXPECT_EQ((*findings)["fields"][4]["name"], "advice");
    EXPECT_EQ((*findings)["fields"][4]["required"], true);
    EXPECT_EQ((*findings)["fields"][2]["choices"][0],
              (Json{{"code", "high"}, {"labels", {{"zh", "高"}, {"en", "High"}}}}));
}

TEST(Types, EveryFieldNamesTypeLabelsRequiredAndPolicy) {
    for (const RecordType* type : definitions().types()) {
        const Json described = describe(*type, "");
        for (const Json& field : described["fields"]) {
            for (const char* key : {"name", "type", "labels", "required", "policy"})
                EXPECT_TRUE(field.contains(key)) << type->name << " " << field;
            EXPECT_TRUE(fieldKindOf(field["type"].get<std::string>()).has_value());
            EXPECT_TRUE(merge::policyFrom(field["policy"].get<std::string>()).has_value());
        }
    }
}

TEST(Shown, ValuesReadLikeWords) {
    const RecordType& type = *definitions().type("contract-review");
    const Json record = fullRecord("contract-review");
    const auto zh = [&](const char* name) {
        return displayText(*type.find(name), record[name], Language::Zh);
    };
    const auto en = [&](const char* name) {
        return displayText(*type.find(name), record[name], Language::En);
    };
    EXPECT_EQ(zh("amount"), "120000.00元");
    EXPECT_EQ(en("amount"), "120000.00 yuan");
    EXPECT_EQ(displayText(*type.find("amount"), 5, Language::Zh), "0.05元");
    EXPECT_EQ(displayText(*type.find("amount"), -105, Language::Zh), "-1.05元");
    EXPECT_EQ(zh("contract_type"), "租赁合同");
    EXPECT_EQ(zh("points_checked"), "主体资格、期限");
    EXPECT_EQ(en("points_checked"), "Standing of the parties, Term");
    EXPECT_EQ(zh("findings"), "1项");
    EXPECT_EQ(en("findings"), "1 item");
    EXPECT_EQ(zh("written"), "是");
    EXPECT_EQ(en("is_template"), "no");
    EXPECT_EQ(displayText(*type.find("amount"), nullptr, Language::Zh), "");
    EXPECT_EQ(displayText(*type.find("contract_type"), "of-tomorrow", Language::Zh), "of-tomorrow");
    const Field& duration = *definitions().type("service-visit")->find("duration");
    EXPECT_EQ(displayText(duration, 150, Language::Zh), "2小时30分钟");
    EXPECT_EQ(displayText(duration, 45, Language::En), "45 min");
    EXPECT_EQ(displayText(duration, 60, Language::En), "1 h");
}

TEST(Shown, WhatIsPersonalIsCovered) {
    const RecordType& type = *definitions().type("consultation");
    const auto shown = [&](const char* name, const char* value) {
        return maskedText(*type.find(name), value, Language::Zh);
    };
    EXPECT_EQ(shown("person_name", "欧阳修文"), "欧**");
    EXPECT_EQ(shown("phone", "13800001234"), "138****1234");
    EXPECT_EQ(shown("id_number", "500115198001010011"), "5001**********0011");
    EXPECT_EQ(shown("id_number", "12345"), "*****");
    EXPECT_EQ(shown("gender", "male"), "***");
    EXPECT_EQ(shown("provider", "王律师"), "王律师");
    EXPECT_EQ(shown("person_name", ""), "");
}

TEST(Shown, ATitleNamesTheVillageAndNoParty) {
    const OrgTree* tree = definitions().orgTree("500115");
    EXPECT_EQ(titleOf(*definitions().type("service-visit"), fullRecord("service-visit"), Language::Zh, tree),
              "2026-03-02 · 双龙镇 · 龙滩村 · 法律咨询、法治讲座");
    EXPECT_EQ(titleOf(*definitions().type("consultation"), fullRecord("consultation")),
              "2026-03-03 · 拖欠农民工工资 · 窗口来访");
}

}  // namespace
}  // namespace fayi::schema
