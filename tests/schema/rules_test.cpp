// SPDX-License-Identifier: Apache-2.0
// Every rule of every built-in type, broken once: by a record found from the definition, and by hand at its
// edge.
#include "derived.h"

namespace fayi::schema {
namespace {

struct Breach {
    const char* type;
    const char* rule;
    const char* patch;  ///< merged into the full record
};

constexpr const char* kFuture = R"({"happened_on": "2026-04-01"})";

const Breach kBreaches[] = {
    {"service-visit", "happened-on-not-in-future", kFuture},
    {"service-visit", "leaves-after-arriving", R"({"left_at": "08:00"})"},
    {"service-visit", "times-need-both", R"({"left_at": null})"},
    {"service-visit", "follow-up-after-visit", R"({"follow_up_on": "2026-03-01"})"},
    {"service-visit", "confirmed-after-visit", R"({"confirmed_on": "2026-03-01"})"},
    {"service-visit", "visit-confirmed", R"({"confirm_method": "none"})"},
    {"service-visit", "lecture-has-people", R"({"persons_served": 0})"},
    {"consultation", "happened-on-not-in-future", kFuture},
    {"consultation", "anonymous-keeps-no-name", R"({"anonymous": true})"},
    {"consultation", "notice-was-given", R"({"notice_given": false})"},
    {"consultation", "guardian-agrees", R"({"age_band": "under-14", "guardian_consent": false})"},
    {"consultation", "appointment-after-consultation",
     R"({"outcome": "appointment", "appointment_on": "2026-03-02"})"},
    {"consultation", "answered-after-asked", R"({"channel": "letter", "answered_on": "2026-03-02"})"},
    {"consultation", "robot-is-robot", R"({"channel": "robot"})"},
    {"outreach", "happened-on-not-in-future", kFuture},
    {"outreach", "ends-after-start", R"({"ended_at": "14:00"})"},
    {"outreach", "people-came", R"({"attendance": 0, "consultations_answered": 0})"},
    {"outreach", "answers-within-attendance", R"({"consultations_answered": 47})"},
    {"outreach", "handouts-have-kinds", R"({"handout_kinds": []})"},
    {"outreach", "speaker-has-name", R"({"form": "stall", "speaker": null})"},
    {"contract-review", "received-on-not-in-future", R"({"received_on": "2026-04-01"})"},
    {"contract-review", "returned-on-not-in-future", R"({"returned_on": "2026-04-01", "signed_on": null})"},
    {"contract-review", "returned-after-received", R"({"returned_on": "2026-03-04"})"},
    {"contract-review", "signed-after-review", R"({"signed_on": "2026-03-06"})"},
    {"contract-review", "term-in-order", R"({"end_on": "2026-03-30"})"},
    {"contract-review", "revision-has-findings", R"({"findings": []})"},
    {"contract-review", "high-risk-not-passed",
     R"({"conclusion": "pass",
         "findings": [{"point": "term", "risk": "high", "problem": "无期限", "advice": "补", "adopted": "pending"}]})"},
    {"contract-review", "high-risk-names-problem",
     R"({"findings": [{"item": "f1", "point": "term", "risk": "high", "advice": "补", "adopted": "yes"}]})"},
    {"contract-review", "lease-within-20-years", R"({"end_on": "2046-04-02"})"},
    {"contract-review", "lease-in-writing", R"({"written": false})"},
    {"contract-review", "collective-contract-in-writing",
     R"({"contract_type": "collective-asset", "written": false})"},
    {"contract-review", "assembly-decides", R"({"assembly_decision": "missing", "assembly_on": null})"},
    {"contract-review", "assembly-before-signing", R"({"assembly_on": "2026-03-21"})"},
    {"contract-review", "outsider-two-thirds",
     R"({"contract_type": "collective-asset", "outsider": true, "two_thirds_consent": false})"},
    {"contract-review", "arable-thirty-years",
     R"({"contract_type": "land-contract", "land_kind": "arable", "end_on": "2056-04-02"})"},
    {"contract-review", "grass-fifty-years",
     R"({"contract_type": "land-contract", "land_kind": "grass", "end_on": "2076-04-02"})"},
    {"contract-review", "forest-seventy-years",
     R"({"contract_type": "land-contract", "land_kind": "forest", "end_on": "2096-04-02"})"},
    {"contract-review", "transfer-may-be-registered", R"({"contract_type": "land-transfer"})"},
    {"org-unit", "until-after-from", R"({"until": "1997-06-17"})"},
};

struct Rule {
    const RecordType* type;
    const Constraint* constraint;
    std::string list;  ///< the list it rules the items of; empty: the record
};

std::vector<Rule> allRules() {
    std::vector<Rule> rules;
    for (const RecordType* type : definitions().types()) {
        for (const Constraint& constraint : type->constraints)
            rules.push_back({type, &constraint, ""});
        for (const Field& field : type->fields)
            for (const Constraint& constraint : field.constraints)
                rules.push_back({type, &constraint, field.name});
    }
    return rules;
}

/// The record breaks the rule, and whoever submits it is told so once, in both languages, with the article.
void expectTold(const Rule& rule, const Json& record) {
    const std::string name = rule.type->name + " " + rule.constraint->id;
    EXPECT_EQ(told(checkSave(*rule.type, record)), "") << name;
    const auto problems = checkSubmit(*rule.type, record, kToday);
    const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) {
        return problem.message.zh.starts_with(rule.constraint->message.zh) &&
               problem.message.en.starts_with(rule.constraint->message.en);
    });
    ASSERT_NE(found, problems.end()) << name << "\n" << told(problems) << record.dump();
    EXPECT_EQ(found->severity == Problem::Severity::Warning, rule.constraint->warning) << name;
    EXPECT_NE(found->message.zh.find(rule.constraint->law.zh), std::string::npos) << name;
    EXPECT_NE(found->message.en.find(rule.constraint->law.en), std::string::npos) << name;
    EXPECT_TRUE(found->field.ends_with(rule.constraint->fields.front())) << found->field;
    EXPECT_TRUE(found->field.starts_with(rule.list)) << found->field;
    EXPECT_EQ(found->also.size() + 1, rule.constraint->fields.size());
}

TEST(Rules, EachOneBrokenOnceIsToldInBothLanguages) {
    for (const Rule& rule : allRules()) {
        const auto record = derivedBreaking(*rule.type, rule.list, *rule.constraint);
        ASSERT_TRUE(record.has_value())
            << rule.type->name << " " << rule.constraint->id << " cannot be broken";
        expectTold(rule, *record);
    }
}

TEST(Rules, EachOneBrokenByHandAtItsEdgeIsTold) {
    const std::vector<Rule> rules = allRules();
    for (const Breach& breach : kBreaches) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) {
            return each.type->name == breach.type && each.constraint->id == breach.rule;
        });
        ASSERT_NE(rule, rules.end()) << breach.type << " " << breach.rule;
        Json record = fullRecord(breach.type);
        record.update(Json::parse(breach.patch));
        expectTold(*rule, record);
    }
}

TEST(Rules, ARuleOfTheLawNamesItsArticle) {
    Json record = fullRecord("contract-review");
    record["end_on"] = "2047-04-01";
    const auto problems = checkSubmit(*definitions().type("contract-review"), record, kToday);
    ASSERT_EQ(problems.size(), 1u) << told(problems);
    EXPECT_EQ(problems[0].message.zh, "租赁期限超过二十年的，超过部分无效（《民法典》第七百零五条）");
    EXPECT_EQ(problems[0].message.en,
              "A lease beyond twenty years is void for the excess (Civil Code, Art. 705)");
    EXPECT_EQ(problems[0].severity, Problem::Severity::Warning);
    EXPECT_FALSE(hasErrors(problems));
}

TEST(Rules, ALeaseOfTwentyYearsToTheDayIsFine) {
    Json record = fullRecord("contract-review");
    record["end_on"] = "2046-04-01";
    EXPECT_EQ(told(checkSubmit(*definitions().type("contract-review"), record, kToday)), "");
}

TEST(Rules, AnItemIsNamedByItsIdOrElseByItsNumber) {
    Json record = fullRecord("contract-review");
    record["findings"] = {{{"item", "f9"}, {"point", "term"}, {"risk", "low"}},
                          {{"point", "term"}, {"risk", "low"}}};
    const auto problems = checkSubmit(*definitions().type("contract-review"), record, kToday);
    ASSERT_EQ(problems.size(), 2u) << told(problems);
    EXPECT_EQ(problems[0].field, "findings/f9/advice");
    EXPECT_EQ(problems[1].field, "findings/1/advice");
}

TEST(Rules, AHiddenFieldIsNeitherDemandedNorChecked) {
    const RecordType& type = *definitions().type("contract-review");
    const Field& village = *type.find("village");
    EXPECT_TRUE(isVisible(village, {{"level", "village"}}));
    EXPECT_TRUE(isRequired(village, {{"level", "village"}}));
    EXPECT_FALSE(isVisible(village, {{"level", "township"}}));
    Json record = fullRecord("contract-review");
    record["level"] = "township";
    record.erase("village");
    record["counterparty_kind"] = "person";
    record["credit_code"] = "not a code at all";
    EXPECT_EQ(told(checkSubmit(type, record, kToday)), "");
}

TEST(Rules, WithoutADayTheFutureIsNotForbidden) {
    Json record = fullRecord("outreach");
    record["happened_on"] = "2031-01-01";
    EXPECT_EQ(told(checkSubmit(*definitions().type("outreach"), record)), "");
}

TEST(Rules, ACodeOutOfForceOnItsDayIsAWarning) {
    Json record = fullRecord("outreach");
    record["campaigns"] = {"plan-7"};
    const auto problems = checkSubmit(*definitions().type("outreach"), record, kToday);
    ASSERT_EQ(problems.size(), 1u) << told(problems);
    EXPECT_EQ(problems[0].kind, Problem::Kind::NotInForce);
    EXPECT_EQ(problems[0].severity, Problem::Severity::Warning);
    EXPECT_NE(problems[0].message.en.find("2026-03-04"), std::string::npos);
    record["happened_on"] = "2020-12-31";
    EXPECT_EQ(told(checkSubmit(*definitions().type("outreach"), record, kToday)), "");
}

TEST(Rules, AFailedCheckDigitWarnsAndNeverBlocks) {
    Json record = fullRecord("consultation");
    record["id_number"] = "500115198001010012";
    record["phone"] = "call me";
    const auto problems = checkSubmit(*definitions().type("consultation"), record, kToday);
    EXPECT_EQ(problems.size(), 2u) << told(problems);
    EXPECT_FALSE(hasErrors(problems));
}

TEST(Rules, AnAnonymousConsultationNeedsNoName) {
    Json record = fullRecord("consultation");
    record["anonymous"] = true;
    for (const char* name : {"person_name", "phone", "id_number", "notice_given"})
        record.erase(name);
    EXPECT_EQ(told(checkSubmit(*definitions().type("consultation"), record, kToday)), "");
}

}  // namespace
}  // namespace fayi::schema
