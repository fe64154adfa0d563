// SPDX-License-Identifier: Apache-2.0
// The appraisal of an advisor from records: a sheet worked out by hand, and how rule packs are read.
#include "fayi/schema/rule_pack.h"
#include "maker.h"
#include "samples.h"
#include "sqlite_relation.h"

namespace fayi::schema {
namespace {

constexpr const char* kMe = "陈顾问";
constexpr const char* kYearFrom = "2025-01-01";
constexpr const char* kYearTo = "2025-12-31";

class Appraising : public testing::Test {
protected:
    Ask ask() {
        return [this](const Query& query) -> Result<std::vector<std::vector<Json>>> {
            std::vector<std::vector<Json>> rows;
            for (const Json& row : m_relation.ask(query.sql, query.params))
                rows.push_back(row.get<std::vector<Json>>());
            return rows;
        };
    }
    Row add(const char* type, const std::string& day, const Json& patch) {
        Json fields{{"village", kVillage}};
        fields.update(patch);
        Row row = madeRecord(std::string(type) + std::to_string(m_number++), type, day, fields);
        m_relation.add(row);
        return row;
    }
    Row visit(const std::string& day, const Json& patch = Json::object()) {
        Json fields{{"advisor", kMe}, {"mode", "on-site"}, {"kinds", {"duty"}}, {"duration", 120}};
        fields.update(patch);
        return add("service-visit", day, fields);
    }
    Appraisal sheet(const char* pack, const std::vector<Said>& said = {}, const char* from = kYearFrom,
                    const char* to = kYearTo) {
        static const std::vector<std::string> kOrgs = definitions().orgTree("500115")->subtree("500115");
        return appraise(*definitions().rulePack(pack), {kMe, kVillage}, from, to, kOrgs, said, ask()).value();
    }
    static const IndicatorAnswer& line(const Appraisal& sheet, const std::string& id) {
        for (const IndicatorAnswer& answer : sheet.lines)
            if (answer.indicator->id == id)
                return answer;
        ADD_FAILURE() << "no line " << id;
        return sheet.lines.front();
    }
    static std::vector<std::string> missing(const LossAnswer& loss) {
        std::vector<std::string> out;
        for (const PeriodAnswer& period : loss.periods)
            if (!period.kept)
                out.push_back(period.name);
        return out;
    }

    Relation m_relation;
    int m_number = 0;
};

/// A year as a clerk would work it out on paper. Sheet A: plan 6, visits 12, duties 10, reporting 4.
TEST_F(Appraising, ASheetEqualsTheOneWorkedOutByHand) {
    for (const char* day : {"2025-01-08", "2025-02-03", "2025-02-20", "2025-04-01", "2025-05-09",
                            "2025-06-30", "2025-08-01", "2025-09-15", "2025-10-10", "2025-12-31"})
        visit(day);                                      // March, July, November are missing
    visit("2025-03-05", {{"mode", "phone"}});            // not on site
    visit("2025-07-05", {{"village", "500115127200"}});  // elsewhere
    visit("2025-07-06", {{"advisor", "李顾问"}});        // somebody else's
    Row draft =
        madeRecord("draft", "service-visit", "2025-11-03",
                   {{"advisor", kMe}, {"mode", "on-site"}, {"village", kVillage}, {"kinds", {"duty"}}});
    draft.state = "submitted";
    m_relation.add(draft);                                       // not verified
    visit("2024-12-30");                                         // the year before
    visit("2025-05-20", {{"kinds", {"consultation", "duty"}}});  // duty A
    add("outreach", "2025-06-01", {{"speaker", "李顾问"}});      // duty B: none of hers
    add("contract-review", "2025-06-02",
        {{"reviewer", kMe}, {"level", "village"}, {"conclusion", "pass"}});  // duty C
    add("consultation", "2025-06-03",
        {{"provider", kMe}, {"outcome", "aid-referral"}});                             // duty E, and A again
    add("referral", "2025-04-04", {{"risk", "high"}, {"referred_on", "2025-04-05"}});  // reported
    add("referral", "2025-04-06", {{"risk", "low"}});                                  // not high
    const Row unreported = add("referral", "2025-04-07", {{"risk", "high"}, {"referred_on", nullptr}});
    add("referral", "2025-04-08", {{"risk", "high"}, {"referred_on", nullptr}});

    const Appraisal out = sheet("advisor-score-a", {{"A01", 3, {"没有调查", "no survey"}}});
    EXPECT_EQ(line(out, "A01").points, 3) << "as the office said";
    EXPECT_EQ(line(out, "A02").points, 12 - 3);
    EXPECT_EQ(missing(line(out, "A02").losses[0]),
              (std::vector<std::string>{"2025-03", "2025-07", "2025-11"}));
    EXPECT_EQ(line(out, "A02").losses[0].records.size(), 11u) << "the line opens its records";
    EXPECT_EQ(line(out, "A03").points, 10 - 2 - 2) << "no lecture, no mediation";
    EXPECT_EQ(line(out, "A03").losses[0].periods[0].reached, 2) << "the visit and the consultation";
    EXPECT_EQ(line(out, "A04").points, 4 - 2);
    EXPECT_NE(std::find(line(out, "A04").losses[0].records.begin(), line(out, "A04").losses[0].records.end(),
                        Json(unreported.id)),
              line(out, "A04").losses[0].records.end());
    EXPECT_EQ(out.points, 3 + 9 + 6 + 2);
    EXPECT_EQ(out.answered, 32);
    EXPECT_TRUE(out.whole());
}

TEST_F(Appraising, ALineThatNobodyScoredIsOpenAndNotZero) {
    const Appraisal out = sheet("advisor-score-a");
    EXPECT_FALSE(line(out, "A01").points.has_value());
    EXPECT_EQ(out.most, 32);
    EXPECT_EQ(out.answered, 26);
    EXPECT_FALSE(out.whole());
    EXPECT_EQ(line(out, "A02").points, 0) << "twelve months without a visit";
    EXPECT_EQ(line(out, "A04").points, 4) << "nothing to report is nothing missed";
}

TEST_F(Appraising, NoMoreIsTakenThanTheCap) {
    for (int i = 0; i < 7; ++i)
        add("referral", "2025-04-07", {{"risk", "high"}, {"referred_on", nullptr}});
    EXPECT_EQ(line(sheet("advisor-score-a"), "A04").points, 0);
    EXPECT_EQ(line(sheet("advisor-score-a"), "A04").losses[0].taken, 7);
}

TEST_F(Appraising, SheetBReadsTheAppointmentAndItsBoard) {
    const auto appointed = [&](const Json& patch) {
        Json fields{{"advisor", kMe},
                    {"starts_on", "2025-01-01"},
                    {"due_on", "2027-12-31"},
                    {"villages", {{{"village", kVillage}}}},
                    {"board_posted", false}};
        fields.update(patch);
        Row row = madeRecord("appointment" + std::to_string(m_number++), "appointment", "2025-01-01", fields);
        m_relation.add(row);
    };
    EXPECT_EQ(line(sheet("advisor-score-b"), "B01").points, 0);
    appointed({{"villages", {{{"village", "500115127200"}}}}});
    EXPECT_EQ(line(sheet("advisor-score-b"), "B01").points, 0) << "of another village";
    appointed(Json::object());
    EXPECT_EQ(line(sheet("advisor-score-b"), "B01").points, 5);
    EXPECT_EQ(line(sheet("advisor-score-b"), "B02").points, 0) << "no board";
    appointed({{"board_posted", true}, {"board_on", "2022-03-01"}});
    EXPECT_EQ(line(sheet("advisor-score-b"), "B02").points, 2) << "an old board";
    EXPECT_EQ(sheet("advisor-score-b", {{"B03", 15, {}}}).points, 5 + 2 + 15);
    EXPECT_EQ(line(sheet("advisor-score-b", {{"B03", 99, {}}}), "B03").points, 20)
        << "not above the full marks";
}

TEST_F(Appraising, FrequenciesCountThePeriodsThatKeepTheRule) {
    for (int month = 1; month <= 12; ++month)
        if (month != 6)
            visit("2025-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-05",
                  {{"duration", 480}});
    const Appraisal shapingba = sheet("advisor-frequency-shapingba");
    EXPECT_EQ(line(shapingba, "S01").points, 11);
    EXPECT_EQ(line(shapingba, "S01").most, 12);
    EXPECT_EQ(line(shapingba, "S02").losses[0].periods[0].reached, 11 * 480);
    EXPECT_EQ(line(shapingba, "S02").points, 1) << "eighty-eight hours";
    visit("2025-06-20", {{"duration", 470}});
    const Appraisal xindu = sheet("advisor-frequency-xindu");
    EXPECT_EQ(line(xindu, "X02").points, 11) << "ten minutes too few in June";
    EXPECT_EQ(line(xindu, "X04").points, 0);
    EXPECT_EQ(missing(line(xindu, "X05").losses[0]),
              (std::vector<std::string>{"2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"}));
    EXPECT_FALSE(line(xindu, "X01").points.has_value());
}

TEST(Periods, OnlyWholeOnesAreScored) {
    const auto names = [](Loss::Per per, const char* from, const char* to) {
        std::string out;
        for (const PeriodAnswer& period : periodsOf(per, from, to))
            out += period.name + " " + period.to + ";";
        return out;
    };
    EXPECT_EQ(names(Loss::Per::Month, "2024-01-15", "2024-03-31"), "2024-02 2024-02-29;2024-03 2024-03-31;");
    EXPECT_EQ(names(Loss::Per::Quarter, "2024-10-01", "2025-04-30"),
              "2024-Q4 2024-12-31;2025-Q1 2025-03-31;");
    EXPECT_EQ(names(Loss::Per::Year, "2023-06-01", "2025-12-31"), "2024 2024-12-31;2025 2025-12-31;");
    EXPECT_EQ(names(Loss::Per::Year, "2025-01-01", "2025-12-30"), "");
    EXPECT_EQ(names(Loss::Per::Span, "2025-01-01", "2025-01-02"), "2025-01-01/2025-01-02 2025-01-02;");
}

TEST(RulePacks, AreInForceInTheirDistrictsAndYears) {
    EXPECT_EQ(definitions().rulePacks().size(), 4u);
    const RulePack& shapingba = *definitions().rulePack("advisor-frequency-shapingba");
    EXPECT_TRUE(shapingba.appliesTo("500106", "2025-12-31"));
    EXPECT_FALSE(shapingba.appliesTo("500115", "2025-12-31"));
    EXPECT_TRUE(definitions().rulePack("advisor-score-a")->appliesTo("500115", "2025-12-31"));
    Catalog catalog = definitions();
    Json own = definitions().rulePack("advisor-score-a")->definition;
    own.update(
        {{"name", "changshou"}, {"districts", {"500115"}}, {"from", "2026-01-01"}, {"until", "2026-12-31"}});
    own["indicators"][1]["points"] = 24;
    ASSERT_TRUE(catalog.add(own, "own.json").ok());
    EXPECT_FALSE(catalog.rulePack("changshou")->appliesTo("500115", "2025-12-31"));
    EXPECT_TRUE(catalog.rulePack("changshou")->appliesTo("500115", "2026-12-31"));
    EXPECT_EQ(catalog.rulePack("changshou")->find("A02")->points, 24);
}

TEST(RulePacks, WhatCannotBeReckonedIsRefused) {
    const auto refused = [](const std::function<void(Json&)>& change) {
        Catalog catalog = definitions();
        Json pack = definitions().rulePack("advisor-score-a")->definition;
        pack["name"] = "wrong";
        change(pack);
        const Status added = catalog.add(pack, "r.json");
        return added.ok() ? std::string("taken") : added.error().message.en;
    };
    EXPECT_EQ(refused([](Json& pack) { pack["indicators"][1]["losses"][0].erase("target"); }),
              "definition r.json: $.indicators[1].losses[0]: what is counted has a target or a limit, what "
              "somebody "
              "says has neither");
    EXPECT_EQ(refused([](Json& pack) { pack["indicators"][1]["losses"][0]["terms"][0]["type"] = "visits"; }),
              "definition r.json: $.indicators[1].losses[0].terms[0].type: there is no record type visits");
    EXPECT_EQ(refused([](Json& pack) { pack["indicators"][1]["cap"] = 13; }),
              "definition r.json: $.indicators[1].cap: is above the full marks");
    EXPECT_EQ(refused([](Json& pack) { pack["indicators"][2]["id"] = "A02"; }),
              "definition r.json: $.indicators[2].id: an id is given twice");
    EXPECT_EQ(refused([](Json& pack) { pack["until"] = "2025-02-30"; }),
              "definition r.json: $: 2025-02-30 is not a date");
    EXPECT_EQ(refused([](Json&) {}), "taken");
}

/// Whose work it is stands in the filters of a pack, and nowhere else.
TEST(RulePacks, AReportKnowsNoPerson) {
    Catalog catalog = definitions();
    Json report = definitions().report("mediation-monthly")->source;
    report["version"] = 9;
    report["figures"][0]["terms"][0]["filter"] = {{"equals", {{{"field", "body_name"}}, {{"person", true}}}}};
    EXPECT_FALSE(catalog.add(report, "r.json").ok());
}

}  // namespace
}  // namespace fayi::schema
