// SPDX-License-Identifier: Apache-2.0
// The figures of the annual report, compiled and run against a real SQLite.
#include "samples.h"
#include "sqlite_relation.h"

namespace fayi::schema {
namespace {

class Figures : public testing::Test {
protected:
    static constexpr const char* kFrom = "2025-01-01";
    static constexpr const char* kTo = "2025-12-31";

    const Figure& figure(const char* id) {
        const Figure* found = definitions().report("annual")->find(id);
        EXPECT_NE(found, nullptr) << id;
        return *found;
    }

    FigureQueries queries(const Figure& of, const char* root = "500115") {
        return compile(of, kFrom, kTo, definitions().orgTree("500115")->subtree(root));
    }

    double value(const char* id, const char* root = "500115") {
        return m_relation.number(queries(figure(id), root).value);
    }

    std::set<std::string> records(const char* id, const char* root = "500115") {
        return m_relation.ids(queries(figure(id), root).records);
    }

    void outreach(const std::string& id, const Json& patch, const std::string& day = "2025-06-01") {
        Json fields = fullRecord("outreach");
        fields["happened_on"] = day;
        fields["speaker_role"] = "lawyer";
        fields["campaigns"] = Json::array();
        fields["law_topics"] = {"contract"};
        fields.update(patch);
        m_relation.add({id, "outreach", "500115128250", "verified", day, false, fields});
    }

    Relation::Row review(const std::string& id, const Json& patch) {
        Json fields = fullRecord("contract-review");
        fields["returned_on"] = "2025-06-01";
        fields.update(patch);
        return {id, "contract-review", "500115128250", "verified", fields["returned_on"], false, fields};
    }

    Relation m_relation;
};

TEST_F(Figures, NothingIsZero) {
    for (const Figure& of : definitions().report("annual")->figures) {
        EXPECT_EQ(m_relation.number(queries(of).value), 0) << of.id;
        EXPECT_TRUE(m_relation.ids(queries(of).records).empty()) << of.id;
    }
}

TEST_F(Figures, F29CountsCivilCodeLecturesForVeterans) {
    const Json all = {{"audience_groups", {"student", "veteran"}}, {"law_topics", {"civil-code", "fraud"}}};
    outreach("yes", all);
    for (const auto& [id, patch] :
         std::map<std::string, Json>{{"stall", {{"form", "stall"}}},
                                     {"students", {{"audience_groups", {"student"}}}},
                                     {"fraud", {{"law_topics", {"fraud"}}}}}) {
        Json other = all;
        other.update(patch);
        outreach(id, other);
    }
    EXPECT_EQ(value("F29"), 1);
    EXPECT_EQ(records("F29"), std::set<std::string>{"yes"});
}

TEST_F(Figures, OneEventMayCountInSeveralLines) {
    outreach("both", {{"campaigns", {"epidemic", "law-to-grassroots"}}, {"speaker_role", "village-advisor"}});
    outreach("one", {{"campaigns", {"law-to-grassroots"}}});
    outreach("none", {{"campaigns", nullptr}});
    EXPECT_EQ(records("F31"), std::set<std::string>{"both"});
    EXPECT_EQ(records("F36"), std::set<std::string>{"both"});
    EXPECT_EQ(records("F51"), (std::set<std::string>{"both", "one"}));
    EXPECT_EQ(figure("F51").overlaps, (std::vector<std::string>{"F29", "F31", "F36"}));
}

TEST_F(Figures, F36TakesSpeakerOrOrganiser) {
    outreach("speaker", {{"speaker_role", "village-advisor"}});
    outreach("organiser", {{"organiser_role", "village-advisor"}, {"speaker_role", nullptr}});
    outreach("neither", Json::object());
    EXPECT_EQ(records("F36"), (std::set<std::string>{"organiser", "speaker"}));
}

TEST_F(Figures, F23CountsWindowAndRobotAtTheDistrictCentre) {
    const auto add = [&](const char* id, const char* channel, const char* site) {
        Json fields = fullRecord("consultation");
        fields["channel"] = channel;
        fields["site"] = site;
        m_relation.add({id, "consultation", "500115", "verified", "2025-03-03", false, fields});
    };
    add("window", "window", "district-centre");
    add("robot", "robot", "district-centre");
    add("phone", "phone", "district-centre");
    add("elsewhere", "window", "township-station");
    EXPECT_EQ(records("F23"), (std::set<std::string>{"robot", "window"}));
    EXPECT_EQ(value("F23"), 2);
}

TEST_F(Figures, F37CountsByTheDayOfReturnNotOfReceipt) {
    m_relation.add(review("in", {{"received_on", "2024-12-30"}, {"returned_on", "2025-01-01"}}));
    m_relation.add(review("late", {{"received_on", "2025-12-30"}, {"returned_on", "2026-01-02"}}));
    m_relation.add(review("open", {{"returned_on", nullptr}}));
    m_relation.add(review("township", {{"level", "township"}}));
    EXPECT_EQ(records("F37"), std::set<std::string>{"in"});
}

TEST_F(Figures, F05CountsEachFindingOfMajorContracts) {
    const Json finding = {{"item", "a"}, {"point", "term"}, {"risk", "low"}, {"advice", "补"}};
    m_relation.add(review("three", {{"level", "district-major"}, {"findings", {finding, finding, finding}}}));
    m_relation.add(review("none", {{"level", "district-major"}, {"findings", Json::array()}}));
    m_relation.add(review("null", {{"level", "district-major"}, {"findings", nullptr}}));
    m_relation.add(review("village", {{"findings", {finding}}}));
    EXPECT_EQ(value("F05"), 3);
    EXPECT_EQ(records("F05"), std::set<std::string>{"three"}) << "only records that carry an opinion";
}

TEST_F(Figures, OnlyVerifiedRecordsThatAreNotDeletedCount) {
    for (const char* state : {"draft", "submitted", "returned", "verified"}) {
        auto row = review(state, Json::object());
        row.state = state;
        m_relation.add(row);
    }
    auto deleted = review("deleted", Json::object());
    deleted.deleted = true;
    m_relation.add(deleted);
    EXPECT_EQ(records("F37"), std::set<std::string>{"verified"});
}

TEST_F(Figures, BothDaysOfThePeriodCount) {
    outreach("first", {{"campaigns", {"epidemic"}}}, kFrom);
    outreach("last", {{"campaigns", {"epidemic"}}}, kTo);
    outreach("before", {{"campaigns", {"epidemic"}}}, "2024-12-31");
    outreach("after", {{"campaigns", {"epidemic"}}}, "2026-01-01");
    EXPECT_EQ(records("F31"), (std::set<std::string>{"first", "last"}));
}

TEST_F(Figures, AUnitSeesItsOwnAndItsPredecessorsRecords) {
    const auto add = [&](const char* id, const char* org) {
        auto row = review(id, Json::object());
        row.org = org;
        m_relation.add(row);
    };
    add("street", "500115003");
    add("village", "500115003200");
    add("old-town", "500115122");
    add("old-village", "500115122201");
    add("neighbour", "500115004");
    EXPECT_EQ(records("F37", "500115003"),
              (std::set<std::string>{"street", "village", "old-town", "old-village"}));
    EXPECT_EQ(value("F37", "500115004"), 1);
    EXPECT_EQ(value("F37"), 5);
}

TEST_F(Figures, AValueInAFilterIsNeverPartOfTheSql) {
    Figure of;
    of.terms = {{"x' OR 1=1 --",
                 {{"equals", {{{"field", "t"}}, "' OR '1'='1"}}},
                 Measure::Count,
                 "",
                 "",
                 Json(),
                 "happened_on",
                 "",
                 "",
                 false}};
    m_relation.add({"a", "consultation", "500115", "verified", "2025-01-01", false, {{"t", "a"}}});
    const auto made = queries(of);
    EXPECT_EQ(made.value.sql.find("1=1"), std::string::npos);
    EXPECT_EQ(made.value.sql.find("'1'"), std::string::npos);
    EXPECT_EQ(m_relation.number(made.value), 0);
}

/// A report of its own for the measures that the annual report does not use yet.
class Measures : public Figures {
protected:
    Figure made(const Json& terms, const Json& style, const Json& denominator = {}) {
        Catalog catalog = definitions();
        const Json label = {{"zh", "测"}, {"en", "Test"}};
        Json one = {{"id", "T1"},          {"labels", label}, {"unit", label},
                    {"definition", label}, {"terms", terms},  {"style", style}};
        if (!denominator.is_null())
            one["denominator"] = denominator;
        const Status added = catalog.add({{"kind", "report"},
                                          {"name", "test"},
                                          {"version", 1},
                                          {"labels", label},
                                          {"figures", Json::array({one})}},
                                         "test");
        EXPECT_TRUE(added.ok()) << added.error().message.en;
        return added.ok() ? catalog.report("test")->figures.front() : Figure();
    }

    Json term(const char* type, const char* measure, const Json& more = Json::object()) {
        Json definition = {{"type", type}, {"measure", measure}, {"period", "happened_on"}};
        definition.update(more);
        return definition;
    }
};

TEST_F(Measures, SumsOverFieldsAndItems) {
    m_relation.add(review("a", {{"amount", 150}}));
    m_relation.add(review("b", {{"amount", 250}}));
    m_relation.add(review("c", {{"amount", nullptr}}));
    const Figure amount =
        made(Json::array({term("contract-review", "sum", {{"field", "amount"}})}), {{"kind", "exact"}});
    EXPECT_EQ(m_relation.number(queries(amount).value), 400);
    EXPECT_EQ(m_relation.ids(queries(amount).records), (std::set<std::string>{"a", "b"}));
    const auto visit = [&](const char* id, const Json& matters) {
        m_relation.add(
            {id, "service-visit", "500115127200", "verified", "2025-02-02", false, {{"matters", matters}}});
    };
    visit("v", {{{"kind", "drafting"}, {"persons", 2}}, {{"kind", "mediation"}, {"persons", 5}}});
    visit("w", {{{"kind", "drafting"}}});
    const Json drafting = {{"equals", {{{"field", "kind"}}, "drafting"}}};
    const Figure persons =
        made(Json::array({term("service-visit", "sum-items",
                               {{"field", "matters"}, {"item", "persons"}, {"itemFilter", drafting}})}),
             {{"kind", "exact"}});
    EXPECT_EQ(m_relation.number(queries(persons).value), 2);
    EXPECT_EQ(m_relation.ids(queries(persons).records), std::set<std::string>{"v"});
    const Figure count = made(
        Json::array({term("service-visit", "count-items", {{"field", "matters"}, {"itemFilter", drafting}})}),
        {{"kind", "exact"}});
    EXPECT_EQ(m_relation.number(queries(count).value), 2);
}

TEST_F(Measures, DistinctValuesAndUnits) {
    for (const char* id : {"a", "b", "c"}) {
        auto row = review(id, {{"client", *id == 'c' ? "丙" : "甲"}});
        row.org = *id == 'a' ? "500115127" : "500115128";
        m_relation.add(row);
    }
    const Figure clients = made(
        Json::array({term("contract-review", "count-distinct", {{"field", "client"}})}), {{"kind", "exact"}});
    EXPECT_EQ(m_relation.number(queries(clients).value), 2);
    const Figure units = made(Json::array({term("contract-review", "count-distinct", {{"field", "org"}})}),
                              {{"kind", "exact"}});
    EXPECT_EQ(m_relation.number(queries(units).value), 2);
    EXPECT_EQ(m_relation.ids(queries(units).records).size(), 3u);
}

TEST_F(Measures, TermsOfSeveralTypesAddUp) {
    m_relation.add(review("a", Json::object()));
    outreach("b", Json::object());
    const Figure both =
        made(Json::array({term("contract-review", "count"), term("outreach", "count")}), {{"kind", "exact"}});
    EXPECT_EQ(m_relation.number(queries(both).value), 2);
    EXPECT_EQ(m_relation.ids(queries(both).records), (std::set<std::string>{"a", "b"}));
}

TEST_F(Measures, ARatioDeclaresItsDenominator) {
    m_relation.add(review("a", {{"conclusion", "pass"}}));
    m_relation.add(review("b", Json::object()));
    m_relation.add(review("c", Json::object()));
    const Json passed = {{"equals", {{{"field", "conclusion"}}, "pass"}}};
    const Figure rate =
        made(Json::array({term("contract-review", "count", {{"filter", passed}})}),
             {{"kind", "percent"}, {"decimals", 1}}, Json::array({term("contract-review", "count")}));
    const auto asked = queries(rate);
    ASSERT_TRUE(asked.denominator.has_value());
    EXPECT_EQ(m_relation.number(asked.value), 1);
    EXPECT_EQ(m_relation.number(*asked.denominator), 3);
    EXPECT_EQ(shownAs(rate, 1, 3), "33.3");
    EXPECT_EQ(shownAs(rate, 0, 0), "—");
    EXPECT_EQ(shownAs(rate, 1), "—");
}

TEST_F(Measures, AStockCountsWhatIsInForceOnTheLastDay) {
    const Figure stock =
        made(Json::array({term("contract-review", "count", {{"period", "start_on"}, {"until", "end_on"}})}),
             {{"kind", "exact"}});
    m_relation.add(review("old", {{"start_on", "2020-01-01"}, {"end_on", "2030-01-01"}}));
    m_relation.add(review("endless", {{"start_on", "2020-01-01"}, {"end_on", nullptr}}));
    m_relation.add(review("over", {{"start_on", "2020-01-01"}, {"end_on", kTo}}));
    m_relation.add(review("future", {{"start_on", "2026-01-01"}, {"end_on", "2030-01-01"}}));
    EXPECT_EQ(m_relation.ids(queries(stock).records), (std::set<std::string>{"endless", "old"}));
}

TEST_F(Measures, WhatWasOpenOnAnyDayOfThePeriodCounts) {
    const Figure open =
        made(Json::array({term("contract-review", "count",
                               {{"period", "start_on"}, {"until", "end_on"}, {"during", true}})}),
             {{"kind", "exact"}});
    m_relation.add(review("whole", {{"start_on", "2020-01-01"}, {"end_on", nullptr}}));
    m_relation.add(review("first-day", {{"start_on", "2020-01-01"}, {"end_on", kFrom}}));
    m_relation.add(review("last-day", {{"start_on", kTo}, {"end_on", "2030-01-01"}}));
    m_relation.add(review("over", {{"start_on", "2020-01-01"}, {"end_on", "2024-12-31"}}));
    m_relation.add(review("future", {{"start_on", "2026-01-01"}, {"end_on", "2030-01-01"}}));
    EXPECT_EQ(m_relation.ids(queries(open).records),
              (std::set<std::string>{"first-day", "last-day", "whole"}));
}

TEST_F(Measures, MonthsAreWholeAndCountBothDays) {
    const Figure months =
        made(Json::array({term("contract-review", "months",
                               {{"field", "start_on"}, {"last", "end_on"}, {"period", "start_on"}})}),
             {{"kind", "exact"}});
    const auto of = [&](const char* first, const char* last) {
        Relation relation;
        relation.add(review("a", {{"start_on", first}, {"end_on", last}}));
        return relation.number(queries(months).value);
    };
    EXPECT_EQ(of("2025-09-01", "2025-11-30"), 3);
    EXPECT_EQ(of("2025-09-15", "2025-12-14"), 3);
    EXPECT_EQ(of("2025-09-15", "2025-12-13"), 2);
    EXPECT_EQ(of("2025-01-01", "2026-12-31"), 24);
    Relation open;
    open.add(review("a", {{"start_on", "2025-01-01"}, {"end_on", nullptr}}));
    EXPECT_EQ(open.number(queries(months).value), 0);
}

TEST_F(Measures, AFilterKnowsTheDaysOfThePeriod) {
    const Json inPeriod = {{"and",
                            {{{"at-least", {{{"field", "received_on"}}, {{"from", true}}}}},
                             {{"at-most", {{{"field", "received_on"}}, {{"to", true}}}}}}}};
    const Figure both =
        made(Json::array({term("contract-review", "count", {{"filter", inPeriod}})}), {{"kind", "exact"}});
    m_relation.add(review("in", {{"received_on", "2025-01-01"}}));
    m_relation.add(review("before", {{"received_on", "2024-12-31"}}));
    EXPECT_EQ(m_relation.ids(queries(both).records), std::set<std::string>{"in"});
}

TEST_F(Measures, AWrongCheckNamesItsPath) {
    Json definition = definitions().report("annual")->source;
    const auto refused = [&](const Json& check) {
        Catalog catalog = definitions();
        Json changed = definition;
        changed["checks"].push_back(check);
        const Status added = catalog.add(changed, "r.json");
        return added.ok() ? "taken" : added.error().message.en;
    };
    const Json label = {{"zh", "测"}, {"en", "Test"}};
    Json check = {{"id", "new"},
                  {"kind", "sum"},
                  {"figures", {"F25", "F26", "F27"}},
                  {"labels", label},
                  {"message", label}};
    EXPECT_EQ(refused(check), "taken");
    check["kind"] = "overlap";
    EXPECT_NE(refused(check).find(".figures: must be two figures"), std::string::npos) << refused(check);
    check["figures"] = {"F25", "F99"};
    EXPECT_NE(refused(check).find(".figures: there is no figure F99"), std::string::npos) << refused(check);
    check["figures"] = {"F25", "F26"};
    check["id"] = definition["checks"][0]["id"];
    EXPECT_NE(refused(check).find("appears twice"), std::string::npos) << refused(check);
    check["kind"] = "guess";
    EXPECT_NE(refused(check).find(".kind: is none of the allowed values"), std::string::npos)
        << refused(check);
}

TEST_F(Measures, AWrongFigureNamesItsPath) {
    const std::pair<Json, const char*> cases[] = {
        {term("outreach", "count", {{"during", true}}), "$.figures[0].terms[0].during: during needs until"},
        {term("outreach", "months", {{"field", "happened_on"}}),
         "$.figures[0].terms[0]: months needs field and last"},
        {term("outreach", "months", {{"field", "happened_on"}, {"last", "theme"}}),
         "$.figures[0].terms[0].last: outreach has no date field"},
        {term("contract", "count"), "$.figures[0].terms[0].type: there is no record type contract"},
        {term("outreach", "count", {{"period", "day"}}),
         "$.figures[0].terms[0].period: outreach has no date field"},
        {term("outreach", "sum", {{"field", "theme"}}),
         "$.figures[0].terms[0].field: theme cannot be measured so"},
        {term("outreach", "count-items", {{"field", "theme"}}),
         "$.figures[0].terms[0].field: theme is not a list"},
        {term("contract-review", "sum-items", {{"field", "findings"}, {"item", "advice"}}),
         "$.figures[0].terms[0].item: the items have no number advice"},
        {term("outreach", "count", {{"filter", {{"less", {{{"field", "happened_on"}}, {{"today", true}}}}}}}),
         "$.figures[0].terms[0].filter.less[1]: unknown operand today"},
        {term("outreach", "median"), "$.figures[0].terms[0].measure: is none of the allowed values"},
    };
    const Json label = {{"zh", "测"}, {"en", "Test"}};
    for (const auto& [definition, expected] : cases) {
        Catalog catalog = definitions();
        const Json one = {{"id", "T1"},
                          {"labels", label},
                          {"unit", label},
                          {"definition", label},
                          {"terms", Json::array({definition})},
                          {"style", {{"kind", "exact"}}}};
        const Status added = catalog.add({{"kind", "report"},
                                          {"name", "test"},
                                          {"version", 1},
                                          {"labels", label},
                                          {"figures", Json::array({one})}},
                                         "r.json");
        ASSERT_FALSE(added.ok()) << definition;
        EXPECT_TRUE(added.error().message.en.starts_with(std::string("definition r.json: ") + expected))
            << added.error().message.en;
    }
}

TEST(Styles, PartsAreJoined) {
    Figure of;
    of.style = {Style::Kind::Parts, 1, 0, false};
    EXPECT_EQ(shownAs(of, 5, std::nullopt, Language::Zh, {1, 4}), "1+4");
    EXPECT_EQ(shownAs(of, 5), "5");
}

TEST(Styles, RoundAsTheReportPrints) {
    const auto shown = [](Style style, double value, Language language = Language::Zh) {
        Figure of;
        of.style = style;
        return shownAs(of, value, std::nullopt, language);
    };
    const Style hundreds{Style::Kind::MoreThan, 100, 0, false};
    EXPECT_EQ(shown(hundreds, 1437), "1400余");
    EXPECT_EQ(shown(hundreds, 1437, Language::En), "more than 1400");
    EXPECT_EQ(shown(hundreds, 1400), "1400");
    EXPECT_EQ(shown(hundreds, 1499), "1400余");
    EXPECT_EQ(shown(hundreds, 99), "99");
    EXPECT_EQ(shown(hundreds, 0), "0");
    EXPECT_EQ(shown({Style::Kind::MoreThan, 10, 0, false}, 163), "160余");
    EXPECT_EQ(shown({Style::Kind::About, 100, 0, false}, 3460), "约3500");
    EXPECT_EQ(shown({Style::Kind::TenThousandYuan, 1, 2, false}, 745780000), "745.78");
    EXPECT_EQ(shown({Style::Kind::MoreThan, 10, 0, true}, 543'200'000), "540余") << "of 万元";
    EXPECT_EQ(shown({Style::Kind::MoreThan, 100, 0, true}, 200'000'000), "200");
    EXPECT_EQ(shown({Style::Kind::About, 1, 1, true}, 3'460'000), "约3.5");
    EXPECT_EQ(shown({Style::Kind::About, 1, 1, true}, 3'500'000), "3.5");
    EXPECT_EQ(shown({Style::Kind::Exact, 1, 0, false}, 44), "44");
    EXPECT_EQ(shown({Style::Kind::Exact, 1, 0, false}, 1234567890), "1234567890");
}

}  // namespace
}  // namespace fayi::schema
