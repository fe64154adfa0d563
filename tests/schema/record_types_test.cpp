// SPDX-License-Identifier: Apache-2.0
// Generated over all built-in definitions: what holds for one type holds for every type.
#include "samples.h"

namespace fayi::schema {
namespace {

void eachField(const std::vector<Field>& fields, const std::string& prefix,
               const std::function<void(const Field&, const std::string&)>& visit) {
    for (const Field& field : fields) {
        visit(field, prefix + field.name);
        eachField(field.fields, prefix + field.name + "/", visit);
    }
}

TEST(RecordTypes, TheFourTypesAndTheReferenceTypesAreThere) {
    for (const char* name : {"service-visit", "consultation", "outreach", "contract-review"}) {
        const RecordType* type = definitions().type(name);
        ASSERT_NE(type, nullptr) << name;
        EXPECT_FALSE(type->reference);
    }
    for (const char* name : {"org-unit", "person", "record-type"}) {
        const RecordType* type = definitions().type(name);
        ASSERT_NE(type, nullptr) << name;
        EXPECT_TRUE(type->reference);
    }
    EXPECT_EQ(definitions().type("nothing"), nullptr);
}

TEST(RecordTypes, ASaveTakesTheLeastAndSubmitNamesEveryRequiredField) {
    for (const RecordType* type : definitions().types()) {
        EXPECT_TRUE(checkSave(*type, Json::object()).empty()) << type->name;
        const auto problems = checkSubmit(*type, Json::object(), kToday);
        for (const Field& field : type->fields) {
            const bool named = std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
                return problem.field == field.name && problem.kind == Problem::Kind::Missing;
            });
            EXPECT_EQ(named, field.required && isVisible(field, Json::object()))
                << type->name << " " << field.name;
        }
    }
}

TEST(RecordTypes, AFullRecordIsSavedAndSubmittedWithoutAWord) {
    for (const RecordType* type : definitions().types()) {
        const Json record = fullRecord(type->name);
        EXPECT_EQ(told(checkSave(*type, record)), "") << type->name;
        EXPECT_EQ(told(checkSubmit(*type, record, kToday)), "") << type->name;
    }
}

TEST(RecordTypes, NullClearsEveryField) {
    for (const RecordType* type : definitions().types())
        for (const Field& field : type->fields)
            EXPECT_TRUE(checkSave(*type, {{field.name, nullptr}}).empty()) << type->name << " " << field.name;
}

TEST(RecordTypes, EveryFieldRefusesAnotherJsonTypeInBothLanguages) {
    for (const RecordType* type : definitions().types())
        eachField(type->fields, "", [&](const Field& field, const std::string& path) {
            const auto problems = checkValue(field, Json{{"strange", 1.5}}, path);
            ASSERT_FALSE(problems.empty()) << type->name << " " << path;
            EXPECT_EQ(problems[0].field, path);
            EXPECT_EQ(problems[0].severity, Problem::Severity::Error);
            EXPECT_NE(problems[0].message.zh.find(field.labels.zh), std::string::npos);
            EXPECT_NE(problems[0].message.en.find(field.labels.en), std::string::npos);
        });
}

TEST(RecordTypes, EveryTextIsBoundedToItsLength) {
    for (const RecordType* type : definitions().types())
        eachField(type->fields, "", [&](const Field& field, const std::string& path) {
            if (!field.isText())
                return;
            ASSERT_GT(field.maxLength, 0u) << type->name << " " << path;
            std::string text;
            for (std::size_t i = 0; i < field.maxLength; ++i)
                text += "法";
            EXPECT_TRUE(checkValue(field, text, path).empty()) << type->name << " " << path;
            const auto problems = checkValue(field, text + "驿", path);
            ASSERT_EQ(problems.size(), 1u) << type->name << " " << path;
            EXPECT_EQ(problems[0].kind, Problem::Kind::TooLong);
        });
}

TEST(RecordTypes, EveryCodeIsOneOfItsList) {
    for (const RecordType* type : definitions().types())
        eachField(type->fields, "", [&](const Field& field, const std::string& path) {
            if (field.choices.empty())
                return;
            for (const Choice& choice : field.choices)
                EXPECT_TRUE(checkMember(field, choice.code, path).empty()) << type->name << " " << path;
            const auto problems = checkMember(field, "no-such-code", path);
            ASSERT_EQ(problems.size(), 1u) << type->name << " " << path;
            EXPECT_EQ(problems[0].kind, Problem::Kind::UnknownChoice);
        });
}

TEST(RecordTypes, EveryListIsBounded) {
    for (const RecordType* type : definitions().types())
        for (const Field& field : type->fields) {
            if (field.maxItems == 0)
                continue;
            Json many = Json::array();
            for (std::size_t i = 0; i <= field.maxItems; ++i)
                many.push_back(Json::object());
            const auto problems = checkValue(field, many, field.name);
            ASSERT_EQ(problems.size(), 1u) << type->name << " " << field.name;
            EXPECT_EQ(problems[0].kind, Problem::Kind::TooMany);
        }
}

TEST(RecordTypes, NumbersOutsideTheirRangeAreSavedButNotSubmitted) {
    for (const RecordType* type : definitions().types())
        for (const Field& field : type->fields) {
            if (!field.min)
                continue;
            Json record = fullRecord(type->name);
            record[field.name] = *field.min - 1;
            EXPECT_TRUE(checkSave(*type, record).empty()) << type->name << " " << field.name;
            const auto problems = checkSubmit(*type, record, kToday);
            EXPECT_TRUE(hasErrors(problems)) << type->name << " " << field.name;
        }
}

TEST(RecordTypes, WhatCountsAndWhatHasLegalEffectWaitsForReview) {
    for (const RecordType* type : definitions().types()) {
        if (type->reference)
            continue;
        EXPECT_EQ(type->find(type->happenedOn)->policy, MergePolicy::Review) << type->name;
        eachField(type->fields, "", [&](const Field& field, const std::string& path) {
            if (field.kind == FieldKind::Money || field.kind == FieldKind::Date) {
                EXPECT_EQ(field.policy, MergePolicy::Review) << type->name << " " << path;
            }
            if (field.kind == FieldKind::LongText) {
                EXPECT_EQ(field.policy, MergePolicy::Text) << type->name << " " << path;
            }
            if (field.maxItems > 0) {
                EXPECT_EQ(field.policy, MergePolicy::Union) << type->name << " " << path;
            }
        });
    }
}

TEST(RecordTypes, PartiesAreMaskedAndIdNumbersSensitive) {
    for (const RecordType* type : definitions().types())
        eachField(type->fields, "", [&](const Field& field, const std::string& path) {
            if (field.kind == FieldKind::IdNumber) {
                EXPECT_EQ(field.privacy, Privacy::Sensitive) << type->name << " " << path;
            }
            if (field.kind == FieldKind::Phone) {
                EXPECT_GE(field.privacy, Privacy::Personal) << type->name << " " << path;
            }
        });
    EXPECT_EQ(definitions().type("consultation")->find("person_name")->privacy, Privacy::Personal);
    EXPECT_EQ(definitions().type("contract-review")->find("counterparty")->privacy, Privacy::Personal);
}

TEST(RecordTypes, PhotosAreNeverDemanded) {
    for (const RecordType* type : definitions().types())
        for (const Field& field : type->fields)
            if (field.kind == FieldKind::Attachments) {
                EXPECT_TRUE(!field.required && field.requiredIf.is_null()) << type->name << " " << field.name;
            }
}

TEST(RecordTypes, AnAdvisorWritesAndATownshipVerifies) {
    for (const char* name : {"service-visit", "consultation", "outreach", "contract-review"}) {
        const RecordType& type = *definitions().type(name);
        EXPECT_TRUE(type.may(Action::Create, "advisor"));
        EXPECT_FALSE(type.may(Action::Verify, "advisor"));
        EXPECT_TRUE(type.may(Action::Verify, "clerk"));
        EXPECT_TRUE(type.may(Action::Return, "head"));
        for (const Action action : kActions) {
            EXPECT_FALSE(type.may(action, "auditor"));
            EXPECT_FALSE(type.may(action, "admin"));
            EXPECT_FALSE(type.may(action, "stranger"));
        }
    }
}

TEST(RecordTypes, BeforeEnrolmentOnePersonMayWriteButNotVerify) {
    const RecordType& type = *definitions().type("outreach");
    EXPECT_TRUE(type.may(Action::Create, ""));
    EXPECT_TRUE(type.may(Action::Submit, ""));
    EXPECT_FALSE(type.may(Action::Verify, ""));
    EXPECT_FALSE(type.may(Action::Move, ""));
}

TEST(RecordTypes, NobodyWritesReferenceData) {
    for (const RecordType* type : definitions().types())
        if (type->reference) {
            for (const Action action : kActions)
                for (const char* role : {"", "advisor", "clerk", "head", "district", "admin", "auditor"})
                    EXPECT_FALSE(type->may(action, role)) << type->name;
        }
}

TEST(RecordTypes, EveryDefinitionFitsTheRecordThatCarriesIt) {
    const Field& field = *definitions().type("record-type")->find("definition");
    for (const RecordType* type : definitions().types())
        EXPECT_TRUE(checkValue(field, type->source.dump(), "definition").empty()) << type->name;
}

TEST(RecordTypes, ANewRecordStartsWithItsDefaults) {
    const Json visit = defaultsOf(*definitions().type("service-visit"), "2026-03-02", "500115127", "陈顾问");
    EXPECT_EQ(visit["happened_on"], "2026-03-02");
    EXPECT_EQ(visit["advisor"], "陈顾问");
    EXPECT_EQ(visit["mode"], "on-site");
    EXPECT_FALSE(visit.contains("summary"));
    for (const RecordType* type : definitions().types())
        EXPECT_TRUE(checkSave(*type, defaultsOf(*type, kToday, "500115127", "陈")).empty()) << type->name;
}

TEST(RecordTypes, ARecordIsNamedByItsTitleFields) {
    const RecordType& type = *definitions().type("contract-review");
    EXPECT_EQ(titleOf(type, fullRecord("contract-review")), "果园租赁合同 · 龙滩村村委会");
    EXPECT_EQ(titleOf(type, Json::object()), "合同审查");
    EXPECT_EQ(titleOf(type, Json::object(), Language::En), "Contract review");
}

}  // namespace
}  // namespace fayi::schema
