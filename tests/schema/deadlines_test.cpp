// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "samples.h"

namespace fayi::schema {
namespace {

const WorkCalendar& china() {
    return *definitions().workCalendar("cn");
}

TEST(WorkCalendar, CountsFromTheDayAfterAndLeavesHolidaysOut) {
    EXPECT_EQ(china().plusWorked("2026-03-02", 5), "2026-03-09");
    // Spring Festival of 2026: the 14th is a worked Saturday, the 15th to the 23rd are off.
    EXPECT_EQ(china().plusWorked("2026-02-12", 5), "2026-02-26");
    EXPECT_EQ(china().plusWorked("2026-02-27", 1), "2026-02-28") << "a worked Saturday";
    EXPECT_EQ(china().plusWorked("2020-01-23", 1), "2020-02-03") << "the holiday that was made longer";
}

TEST(WorkCalendar, OfAYearThatIsNotAnnouncedYetOnlyTheWeekendsAreKnown) {
    EXPECT_TRUE(china().knows(2026));
    EXPECT_FALSE(china().knows(2031));
    EXPECT_EQ(china().plusWorked("2031-10-03", 1), "2031-10-06");
}

TEST(WorkCalendar, TheNextWorkedDayOfAHolidayLiesBehindIt) {
    EXPECT_EQ(china().workedFrom("2026-10-03"), "2026-10-08");
    EXPECT_EQ(china().workedFrom("2026-10-10"), "2026-10-10");
    EXPECT_EQ(china().workedFrom("2026-10-11"), "2026-10-12");
    EXPECT_EQ(china().workedFrom("2026-13-11"), std::nullopt);
    EXPECT_EQ(china().plusWorked("2026-10-11", 0), std::nullopt);
}

TEST(WorkCalendar, ADefinitionThatContradictsItselfIsRefused) {
    const auto refused = [](const std::string& off, const std::string& worked) {
        Catalog catalog = definitions();
        Json definition = china().source;
        definition["version"] = 2;
        definition["years"] = Json::parse(R"([{"year": 2027, "source": "x", "off": )" + off +
                                          R"(, "worked": )" + worked + "}]");
        return !catalog.add(definition, "test").ok();
    };
    EXPECT_FALSE(refused(R"([["2027-02-05", "2027-02-11"]])", R"(["2027-02-14"])"));
    EXPECT_TRUE(refused(R"([["2027-02-05", "2027-02-01"]])", "[]"));
    EXPECT_TRUE(refused(R"([["2026-02-05", "2027-02-11"]])", "[]"));
    EXPECT_TRUE(refused("[]", R"(["2027-02-08"])")) << "a Monday";
    EXPECT_TRUE(refused("[]", R"(["2027-02-30"])"));
}

/// A clock on contract reviews that each test turns to its needs.
Deadline clockWith(const Json& change = Json::object()) {
    Json definition{{"kind", "deadline"},
                    {"name", "test"},
                    {"version", 1},
                    {"labels", {{"zh", "试"}, {"en", "try"}}},
                    {"type", "contract-review"},
                    {"from", "received_on"},
                    {"within", {{"count", 30}, {"unit", "days"}}},
                    {"met", {{"present", "returned_on"}}},
                    {"basis", {{"zh", "试"}, {"en", "try"}}},
                    {"fixed", true},
                    {"ahead", 10}};
    definition.merge_patch(change);
    Catalog catalog = definitions();
    const Status added = catalog.add(definition, "test");
    EXPECT_TRUE(added.ok()) << (added ? "" : added.error().message.en);
    for (const Deadline* each : catalog.deadlines())
        if (each->name == "test")
            return *each;
    return {};
}

TEST(Deadline, APeriodThatEndsOnADayOffEndsOnTheNextThatIsWorked) {
    const Deadline clock = clockWith();
    EXPECT_EQ(clock.dueAfter("2026-03-02", china()), "2026-04-01");
    EXPECT_EQ(clock.dueAfter("2026-09-03", china()), "2026-10-08")
        << "3 October is a holiday (Civil Code 203)";
    EXPECT_EQ(clock.dueAfter("gestern", china()), std::nullopt);
}

TEST(Deadline, UnitsAreThoseOfTheLaw) {
    const auto due = [](const Json& within, const char* start) {
        return clockWith({{"within", within}}).dueAfter(start, china());
    };
    EXPECT_EQ(due({{"count", 5}, {"unit", "working-days"}}, "2026-03-02"), "2026-03-09");
    EXPECT_EQ(due({{"count", 1}, {"unit", "months"}}, "2026-05-31"), "2026-06-30");
    EXPECT_EQ(due({{"count", 1}, {"unit", "years"}}, "2026-03-02"), "2027-03-02");
    EXPECT_EQ(due({{"count", 1}, {"unit", "quarter-ends"}}, "2026-05-31"), "2026-06-30");
    EXPECT_EQ(due({{"count", 2}, {"unit", "quarter-ends"}}, "2026-12-31"), "2027-03-31");
    EXPECT_EQ(due(nullptr, "2026-10-03"), "2026-10-03") << "a day that somebody named does not move";
}

TEST(Deadline, RunsWhereItsConditionHoldsAndUntilItIsMet) {
    const Deadline clock = clockWith({{"when", {{"equals", {{{"field", "level"}}, "village"}}}}});
    const Json running{{"received_on", "2026-03-02"}, {"level", "village"}};
    EXPECT_EQ(clock.dueOn(running, china()), "2026-04-01");
    Json other = running;
    other["level"] = "township";
    EXPECT_EQ(clock.dueOn(other, china()), std::nullopt);
    other.erase("level");
    EXPECT_EQ(clock.dueOn(other, china()), std::nullopt) << "unknown is not true";
    Json met = running;
    met["returned_on"] = "2026-03-03";
    EXPECT_EQ(clock.dueOn(met, china()), std::nullopt);
    EXPECT_EQ(clock.dueOn({{"level", "village"}}, china()), std::nullopt) << "nothing has started it";
}

TEST(Deadline, IsShownFromSoManyDaysAheadUntilItLapses) {
    const Deadline clock = clockWith({{"lapses", 3}});
    EXPECT_FALSE(clock.isShown("2026-04-01", "2026-03-21"));
    EXPECT_TRUE(clock.isShown("2026-04-01", "2026-03-22"));
    EXPECT_TRUE(clock.isShown("2026-04-01", "2026-04-04"));
    EXPECT_FALSE(clock.isShown("2026-04-01", "2026-04-05"));
    EXPECT_TRUE(clockWith().isShown("2026-04-01", "2031-04-05")) << "what is overdue stays";
    EXPECT_EQ(clock.latestStart("2026-03-22"), "2026-04-01");
}

TEST(Deadline, AYearlyOneComesBackEachYear) {
    for (const Deadline* each : definitions().deadlines()) {
        if (each->name != "annual-report")
            continue;
        EXPECT_EQ(each->occurrence("2026-11-26"), std::nullopt);
        EXPECT_EQ(each->occurrence("2026-12-31"), "2027-03-01");
        EXPECT_EQ(each->occurrence("2027-03-05"), "2027-03-01");
        return;
    }
    FAIL() << "there is no annual report";
}

TEST(Deadline, TheBuiltInOnesOfTheLawCountAsTheirArticlesSay) {
    struct Case {
        const char* name;
        Json fields;
        const char* due;
    };
    const Case cases[] = {
        {"judicial-confirmation", {{"agreement_on", "2026-03-02"}, {"confirmable", true}}, "2026-04-01"},
        {"confirmation-ruling", {{"applied_on", "2026-03-02"}}, "2026-03-20"},
        {"agreement-performance", {{"performance_due_on", "2026-10-03"}}, "2026-10-03"},
        {"aid-decision", {{"received_on", "2026-03-02"}}, "2026-03-09"},
        {"aid-objection", {{"objection_on", "2026-03-02"}}, "2026-03-09"},  // the 7th is a Saturday
        {"aid-assignment", {{"decided_on", "2026-03-02"}}, "2026-03-05"}};
    std::size_t fixed = 0;
    for (const Deadline* each : definitions().deadlines()) {
        if (!each->fixed)
            continue;
        ++fixed;
        EXPECT_NE(each->basis.zh.find("条"), std::string::npos) << each->name << " names no article";
        const auto* wanted = std::find_if(std::begin(cases), std::end(cases),
                                          [&](const Case& one) { return one.name == each->name; });
        ASSERT_NE(wanted, std::end(cases)) << each->name << " is not tested here";
        EXPECT_EQ(each->dueOn(wanted->fields, china()), wanted->due) << each->name;
    }
    EXPECT_EQ(fixed, std::size(cases));
}

TEST(Deadline, WhatTheLawFixedNoLaterDefinitionChanges) {
    Catalog catalog = definitions();
    const Json fixed = clockWith().source;
    ASSERT_TRUE(catalog.add(fixed, "law"));
    Json longer = fixed;
    longer["version"] = 2;
    longer["ahead"] = 20;
    EXPECT_TRUE(catalog.add(longer, "district")) << "when to remind is the district's own";
    longer["within"]["count"] = 60;
    EXPECT_FALSE(catalog.add(longer, "district"));
}

TEST(Deadline, ADefinitionThatFitsNoTypeIsRefusedWhereItIsWrong) {
    const auto told = [](const Json& change) {
        Json definition = clockWith().source;
        definition.merge_patch(change);
        Catalog catalog = definitions();
        const Status added = catalog.add(definition, "test");
        return added ? std::string() : added.error().message.en;
    };
    EXPECT_THAT(told({{"type", "nonsense"}}), ::testing::HasSubstr("$.type"));
    EXPECT_THAT(told({{"from", "client"}}), ::testing::HasSubstr("$.from"));
    EXPECT_THAT(told({{"met", {{"present", "nonsense"}}}}), ::testing::HasSubstr("$.met"));
    EXPECT_THAT(told({{"yearly", "03-01"}}), ::testing::HasSubstr("yearly"));
    EXPECT_THAT(told({{"roles", Json::array({"clerk"})}}), ::testing::HasSubstr("$.roles"));
}

}  // namespace
}  // namespace fayi::schema
