// SPDX-License-Identifier: Apache-2.0
// Generated over all built-in definitions: what holds for one type holds for every type.
#include "derived.h"

namespace fayi::schema {
namespace {

void eachField(const std::vector<Field>& fields, const std::string& prefix,
               const std::function<void(const Field&, const std::string&)>& visit) {
    for (const Field& field : fields) {
        visit(field, prefix + field.name);
        eachField(field.fields, prefix + field.name + "/", visit);
    }
}

/// Every field of a type, with the list whose items it belongs to; "" for the record itself.
void eachPlace(const RecordType& type,
               const std::function<void(const std::string& list, const Field& field)>& visit) {
    for (const Field& field : type.fields) {
        visit("", field);
        for (const Field& inner : field.fields)
            visit(field.name, inner);
    }
}

const char* const kRecords[] = {
    "agenda-item",     "aid-application", "aid-case",         "appointment",       "appraisal",
    "channel-tally",   "cleanup-item",    "consultation",     "contract-review",   "court",
    "document-review", "education-duty",  "enforcement-body", "enforcement-check", "enforcement-officer",
    "fee-waiver",      "feedback",        "file-audit",       "hearing",           "home-service",
    "inspection",      "instrument",      "legal-opinion",    "list-item",         "litigation",
    "media-item",      "mediation-body",  "mediation-case",   "mediator",          "outreach",
    "plan-item",       "provider-return", "recognition",      "reconsideration",   "referral",
    "service-site",    "service-visit",   "training"};

TEST(RecordTypes, TheRecordsOfTheTradeAndTheReferenceTypesAreThere) {
    for (const char* name : kRecords) {
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

TEST(RecordTypes, EachTypeSaysItsGroupAndWhoseWorkItIs) {
    for (const RecordType* type : definitions().types()) {
        if (type->reference)
            continue;
        EXPECT_FALSE(type->group.empty()) << type->name;
        EXPECT_FALSE(type->description.zh.empty() || type->description.en.empty()) << type->name;
        EXPECT_FALSE(type->retention.reason.zh.empty()) << type->name;
        for (const Action action : kActions)
            for (const std::string& role : type->roles.at(action))
                EXPECT_TRUE(type->isSeenBy(role)) << type->name << " " << role;
        EXPECT_FALSE(type->isSeenBy("auditor")) << type->name;
        EXPECT_TRUE(type->isSeenBy("")) << "one person alone sees all of it";
    }
    EXPECT_TRUE(definitions().type("org-unit")->isSeenBy("auditor"));
}

TEST(RecordTypes, AReferenceNamesATypeThatIsThere) {
    for (const RecordType* type : definitions().types())
        eachField(type->fields, "", [&](const Field& field, const std::string& path) {
            if (field.referenceType.empty())
                return;
            const RecordType* other = definitions().type(field.referenceType);
            ASSERT_NE(other, nullptr) << type->name << " " << path;
            EXPECT_FALSE(other->reference) << type->name << " " << path;
        });
}

TEST(RecordTypes, WhatAReferenceBringsAlongFitsWhereItGoes) {
    std::size_t brought = 0;
    for (const RecordType* type : definitions().types())
        for (const Field& reference : type->fields)
            for (const auto& [here, there] : reference.takes) {
                const RecordType* chosen = definitions().type(reference.referenceType);
                ASSERT_NE(chosen, nullptr) << type->name << "." << reference.name;
                const Field *to = type->find(here), *from = chosen->find(there);
                ASSERT_NE(from, nullptr) << type->name << "." << reference.name << " takes " << there;
                EXPECT_EQ(to->kind, from->kind) << type->name << "." << here;
                EXPECT_EQ(to->codeList, from->codeList) << type->name << "." << here;
                EXPECT_LE(from->privacy, to->privacy) << type->name << "." << here << " would lie open";
                EXPECT_LE(from->maxLength, to->maxLength) << type->name << "." << here;
                ++brought;
            }
    EXPECT_GT(brought, 10U);
}

TEST(RecordTypes, EveryRequiredFieldIsMissedOnceInBothLanguages) {
    for (const RecordType* type : definitions().types())
        eachPlace(*type, [&](const std::string& list, const Field& field) {
            if (!field.required && field.requiredIf.is_null())
                return;
            auto record = derivedShowing(*type, list, field, true);
            ASSERT_TRUE(record.has_value()) << type->name << " " << list << " " << field.name;
            Json& scope = list.empty() ? *record : (*record)[list][0];
            scope.erase(field.name);
            EXPECT_EQ(told(checkSave(*type, *record)), "") << type->name << " " << field.name;
            const auto problems = checkSubmit(*type, *record, kToday);
            const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) {
                return problem.kind == Problem::Kind::Missing && problem.field.ends_with(field.name) &&
                       problem.field.starts_with(list);
            });
            ASSERT_NE(found, problems.end()) << type->name << " " << field.name << "\n" << told(problems);
            EXPECT_EQ(found->message.zh, field.labels.zh + "：必填");
            EXPECT_EQ(found->message.en, field.labels.en + ": is required");
        });
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
        if (const Json record = fullRecord(type->name); !record.empty()) {
            EXPECT_EQ(told(checkSave(*type, record)), "") << type->name;
            EXPECT_EQ(told(checkSubmit(*type, record, kToday)), "") << type->name;
        }
        const auto derived = derivedRecord(*type);
        ASSERT_TRUE(derived.has_value()) << type->name << ": its rules leave no record";
        EXPECT_EQ(told(checkSave(*type, *derived)), "") << type->name;
        EXPECT_EQ(told(checkSubmit(*type, *derived, kToday)), "") << type->name << derived->dump();
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
            auto record = derivedShowing(*type, "", field, false);
            ASSERT_TRUE(record.has_value()) << type->name << " " << field.name;
            for (const std::optional<std::int64_t> edge : {std::optional(*field.min - 1), field.max}) {
                if (!edge)
                    continue;
                (*record)[field.name] = edge == field.max ? *edge + 1 : *edge;
                EXPECT_TRUE(checkSave(*type, *record).empty()) << type->name << " " << field.name;
                const auto problems = checkSubmit(*type, *record, kToday);
                const bool told = std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
                    return problem.kind == Problem::Kind::OutOfRange && problem.field == field.name;
                });
                EXPECT_TRUE(told) << type->name << " " << field.name;
            }
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
