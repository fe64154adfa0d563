// SPDX-License-Identifier: Apache-2.0
// The annual report: its sixty-seven figures over a seeded year, against the printed report and against a
// recount.
#include <cmath>

#include "derived.h"
#include "fayi/schema/figure_values.h"
#include "recount.h"
#include "sqlite_relation.h"
#include "year.h"

namespace fayi::schema {
namespace {

constexpr const char* kFrom = "2020-01-01";
constexpr const char* kTo = "2020-12-31";

class Annual : public testing::Test {
protected:
    static const Report& report() { return *definitions().report("annual"); }
    static const std::vector<std::string>& orgs() {
        static const std::vector<std::string> kOrgs = definitions().orgTree("500115")->subtree("500115");
        return kOrgs;
    }

    /// The seeded year in a store that all tests of it share; none writes.
    static Relation& seeded() {
        static Relation relation;
        static const bool filled = [] {
            for (const Relation::Row& row : seededYear())
                relation.add(row);
            return true;
        }();
        EXPECT_TRUE(filled);
        return relation;
    }

    static Ask askOf(Relation& relation) {
        return [&relation](const Query& query) -> Result<std::vector<std::vector<Json>>> {
            std::vector<std::vector<Json>> rows;
            for (const Json& row : relation.ask(query.sql, query.params))
                rows.push_back(row.get<std::vector<Json>>());
            return rows;
        };
    }

    static FigureAnswer answer(Relation& relation, const std::string& id) {
        auto found = answerFigure(*report().find(id), kFrom, kTo, orgs(), askOf(relation));
        EXPECT_TRUE(found.ok());
        return std::move(found).value();
    }

    static CheckAnswer check(const std::string& id) {
        for (const Check& one : report().checks)
            if (one.id == id) {
                auto found = answerCheck(report(), one, kFrom, kTo, orgs(), askOf(seeded()));
                EXPECT_TRUE(found.ok());
                return std::move(found).value();
            }
        ADD_FAILURE() << "no check " << id;
        return {};
    }

    /// Every figure, its denominator and the records behind it are what a recount says, for that period.
    static void expectRecount(Relation& relation, const std::vector<Relation::Row>& rows, const char* from,
                              const char* to) {
        auto book = recount(rows, from, to, {orgs().begin(), orgs().end()});
        for (const Figure& figure : report().figures) {
            ASSERT_TRUE(book.contains(figure.id)) << figure.id << " is never recounted";
            const FigureQueries queries = compile(figure, from, to, orgs());
            EXPECT_EQ(relation.number(queries.value), book[figure.id].value) << figure.id << " " << from;
            ASSERT_EQ(queries.denominator.has_value(), book[figure.id].denominator.has_value()) << figure.id;
            if (queries.denominator) {
                EXPECT_EQ(relation.number(*queries.denominator), *book[figure.id].denominator) << figure.id;
            }
            EXPECT_EQ(relation.ids(queries.records), book[figure.id].records) << figure.id << " " << from;
        }
    }
};

/// The numbers as the report of 2020 prints them.
const std::pair<const char*, const char*> kPrinted[] = {
    {"F01", "12"},     {"F02", "1+4"},    {"F03", "44"},     {"F04", "38"},     {"F05", "160余"},
    {"F06", "113"},    {"F07", "136"},    {"F08", "24"},     {"F09", "56"},     {"F10", "76"},
    {"F11", "2300余"}, {"F12", "350余"},  {"F13", "8"},      {"F14", "4602"},   {"F15", "331"},
    {"F16", "82"},     {"F17", "10"},     {"F18", "70"},     {"F19", "132"},    {"F20", "80.8"},
    {"F21", "1"},      {"F22", "2"},      {"F23", "1400余"}, {"F24", "1300余"}, {"F25", "8"},
    {"F26", "2"},      {"F27", "6"},      {"F28", "3"},      {"F29", "5"},      {"F30", "300余"},
    {"F31", "130余"},  {"F32", "1400余"}, {"F33", "4500余"}, {"F34", "70余"},   {"F35", "3200余"},
    {"F36", "60余"},   {"F37", "100余"},  {"F38", "3"},      {"F39", "409"},    {"F40", "745.78"},
    {"F41", "3"},      {"F42", "4500余"}, {"F43", "200余"},  {"F44", "200余"},  {"F45", "150余"},
    {"F46", "540余"},  {"F47", "约3.5"},  {"F48", "45"},     {"F49", "260余"},  {"F50", "60余"},
    {"F51", "200余"},  {"F52", "90余"},   {"F53", "30余"},   {"F54", "1"},      {"F55", "3"},
    {"F56", "1"},      {"F57", "152"},    {"F58", "1"},      {"F59", "3"},      {"F60", "100"},
    {"F61", "1000余"}, {"F62", "35"},     {"F63", "94"},     {"F64", "12"},     {"F65", "40余"},
    {"F66", "2000余"}, {"F67", "2"}};

TEST_F(Annual, HoldsAllFiguresOfTheSampleReport) {
    ASSERT_EQ(report().figures.size(), std::size(kPrinted));
    for (std::size_t i = 0; i < report().figures.size(); ++i) {
        const Figure& figure = report().figures[i];
        EXPECT_EQ(figure.id, kPrinted[i].first);
        EXPECT_FALSE(figure.unit.zh.empty() || figure.definition.zh.empty() || figure.definition.en.empty())
            << figure.id;
        EXPECT_TRUE(figure.partial.zh.empty()) << figure.id << " is whole";
        EXPECT_EQ(figure.style.kind == Style::Kind::Percent, !figure.denominator.empty()) << figure.id;
        EXPECT_EQ(figure.denominator.empty(), figure.denominatorText.zh.empty()) << figure.id;
    }
}

TEST_F(Annual, OverlapsAreToldFromBothSides) {
    for (const Figure& figure : report().figures)
        for (const std::string& other : figure.overlaps) {
            const auto& back = report().find(other)->overlaps;
            EXPECT_NE(std::find(back.begin(), back.end(), figure.id), back.end())
                << figure.id << " " << other;
        }
}

TEST_F(Annual, TheSeededYearIsOfRecordsThatASubmitAccepts) {
    for (const Relation::Row& row : seededYear()) {
        if (row.state != "verified" || row.deleted ||
            row.id.find_first_not_of("T-0123456789") != std::string::npos)
            continue;
        const RecordType& type = *definitions().type(row.type);
        ASSERT_EQ(told(checkSave(type, row.fields)), "") << row.fields;
        const auto problems = checkSubmit(type, row.fields, "2021-01-31");
        ASSERT_FALSE(hasErrors(problems)) << row.type << "\n" << told(problems) << row.fields;
    }
}

TEST_F(Annual, ReproducesEveryPrintedNumber) {
    for (const auto& [id, printed] : kPrinted) {
        const FigureAnswer found = answer(seeded(), id);
        EXPECT_EQ(found.shown.zh, printed) << id << " is " << found.value;
        EXPECT_GT(found.records, 0u) << id << " opens its records";
    }
}

TEST_F(Annual, EqualsARecountOfTheSeededYearAndOfTheYearBefore) {
    expectRecount(seeded(), seededYear(), kFrom, kTo);
    expectRecount(seeded(), seededYear(), "2019-01-01", "2019-12-31");
    expectRecount(seeded(), seededYear(), "2020-04-01", "2020-06-30");
}

TEST_F(Annual, EqualsARecountWhateverTheAnswersAre) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        const std::vector<Relation::Row> rows = shuffledYear(seed, 120);
        Relation relation;
        for (const Relation::Row& row : rows)
            relation.add(row);
        expectRecount(relation, rows, kFrom, kTo);
    }
}

TEST_F(Annual, YearOnYearIsTheSameFigureOverTheSameDaysBefore) {
    auto before = recount(seededYear(), "2019-01-01", "2019-12-31", {orgs().begin(), orgs().end()});
    std::size_t told = 0;
    for (const Figure& figure : report().figures) {
        const FigureAnswer found = answer(seeded(), figure.id);
        ASSERT_EQ(found.before.has_value(), figure.yearOnYear) << figure.id;
        if (!found.before)
            continue;
        EXPECT_EQ(found.before->value, before[figure.id].value) << figure.id;
        told += found.before->value > 0 ? 1 : 0;
    }
    EXPECT_GT(told, 30u);
}

/// 132 appearances and 80.8 % are both in the report, but the one is no numerator of the other: it counts
/// people at sittings, the rate counts suits.
TEST_F(Annual, TheAppearanceRateCannotBeHadFromTheAppearances) {
    for (int n = 1; n <= 1000; ++n)
        EXPECT_NE(std::lround(132.0 * 1000 / n), 808) << n;
    const FigureAnswer appearances = answer(seeded(), "F19");
    const FigureAnswer suits = answer(seeded(), "F18");
    EXPECT_GT(appearances.value, suits.value) << "over the suits of F18 the rate would be 188.6 %";
    const FigureAnswer rate = answer(seeded(), "F20");
    EXPECT_EQ(rate.value, 42) << "suits at which the head appeared at least once";
    EXPECT_EQ(rate.denominator, 52)
        << "suits heard at which the head ought to appear: the declared denominator";
    EXPECT_EQ(rate.shown.zh, "80.8");
    const CheckAnswer bound = check("appearances-and-suits");
    EXPECT_TRUE(bound.holds);
    EXPECT_EQ(bound.values, (std::vector<double>{42, 132}));
}

/// The report prints 1000余 confirmations and 35 %, which would take some 2,860 agreements that it does not
/// print.
TEST_F(Annual, TheConfirmationRateNeedsItsDenominator) {
    const FigureAnswer rate = answer(seeded(), "F62");
    EXPECT_EQ(rate.value, 1012);
    EXPECT_EQ(rate.denominator, 2891) << "agreements that may be confirmed: the declared denominator";
    EXPECT_EQ(rate.shown.zh, "35");
    const FigureAnswer success = answer(seeded(), "F63");
    EXPECT_EQ(std::lround(100 * rate.value / success.value), 34) << "of all agreements";
    EXPECT_EQ(std::lround(100 * rate.value / *success.denominator), 32) << "of all closed cases";
}

TEST_F(Annual, GroupsThatOverlapAreToldWithWhatTheyShare) {
    EXPECT_GT(answer(seeded(), "F44").value + answer(seeded(), "F46").value, answer(seeded(), "F40").value)
        << "money counted twice";
    const CheckAnswer cases = check("aid-groups-overlap");
    EXPECT_EQ(cases.value, 21);
    EXPECT_TRUE(cases.holds && cases.matters());
    const CheckAnswer money = check("aid-money-overlap");
    EXPECT_EQ(money.value, 28'720'000) << "fen";
    EXPECT_EQ(check("advisors-and-campaign").value, 42);
}

TEST_F(Annual, ChecksHoldOverTheSeededYearAndAreWrongWhereTheYearIs) {
    for (const Check& one : report().checks)
        EXPECT_TRUE(check(one.id).holds) << one.id;
    EXPECT_EQ(check("stations-by-host").values, (std::vector<double>{8, 2, 6}));
    Relation wrong;
    for (Relation::Row row : seededYear()) {
        if (row.type == "service-site" && row.fields["host"] == "governance-centre")
            row.fields["host"] = "other";
        wrong.add(row);
    }
    for (const Check& one : report().checks)
        if (one.kind == Check::Kind::Sum) {
            const auto found = answerCheck(report(), one, kFrom, kTo, orgs(), askOf(wrong));
            ASSERT_TRUE(found.ok());
            EXPECT_FALSE(found.value().holds);
            const Json told = toJson(found.value(), Language::En);
            EXPECT_EQ(told["message"], one.message.en);
            EXPECT_EQ(told["shown"], "8 / 0 / 6");
        }
}

TEST_F(Annual, WithinCountsWhatIsOutside) {
    Check outside{"x", Check::Kind::Within, {"F51", "F31"}, {}, {}};
    const auto found = answerCheck(report(), outside, kFrom, kTo, orgs(), askOf(seeded()));
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(found.value().value, 206 - 26);
    EXPECT_FALSE(found.value().holds);
}

TEST_F(Annual, ARecordOfADefinitionHoldsTheReport) {
    const Field& field = *definitions().type("record-type")->find("definition");
    EXPECT_TRUE(checkValue(field, report().source.dump(), "definition").empty());
}

}  // namespace
}  // namespace fayi::schema
