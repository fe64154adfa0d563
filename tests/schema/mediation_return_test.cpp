// SPDX-License-Identifier: Apache-2.0
// A monthly return of people's mediation: every number that a city printed for August 2016, out of records,
// against what is printed and against a recount.
#include "fayi/schema/figure_values.h"
#include "maker.h"
#include "month.h"
#include "samples.h"
#include "sqlite_relation.h"

namespace fayi::schema {
namespace {

constexpr const char* kMonthFrom = "2016-08-01";
constexpr const char* kMonthTo = "2016-08-31";

/// The lines that a report of these days has.
std::vector<const Figure*> linesOf(const Report& report, const char* from, const char* to) {
    std::vector<const Figure*> out;
    for (const Figure& figure : report.figures)
        if (figure.inForce(from, to))
            out.push_back(&figure);
    return out;
}

class MediationReturn : public testing::Test {
protected:
    static const Report& report() { return *definitions().report("mediation-monthly"); }
    static const std::vector<std::string>& orgs() {
        static const std::vector<std::string> kOrgs = definitions().orgTree("500115")->subtree("500115");
        return kOrgs;
    }
    void fill(const std::vector<Row>& rows) {
        for (const Row& row : rows)
            m_relation.add(row);
    }
    Ask ask() {
        return [this](const Query& query) -> Result<std::vector<std::vector<Json>>> {
            std::vector<std::vector<Json>> rows;
            for (const Json& row : m_relation.ask(query.sql, query.params))
                rows.push_back(row.get<std::vector<Json>>());
            return rows;
        };
    }
    FigureAnswer answer(const std::string& id, const char* from = kMonthFrom, const char* to = kMonthTo) {
        return answerFigure(*report().find(id), from, to, orgs(), ask()).value();
    }
    CheckAnswer check(const std::string& id, const char* from = kMonthFrom, const char* to = kMonthTo) {
        for (const Check& one : report().checks)
            if (one.id == id)
                return answerCheck(report(), one, from, to, orgs(), ask()).value();
        ADD_FAILURE() << "no check " << id;
        return {};
    }

    Relation m_relation;
};

/// The figure that counts one type, found by its filter.
std::string lineOf(const Report& report, const std::string& type) {
    for (const Figure& figure : report.figures)
        if (figure.terms[0].filter == Json{{"equals", {{{"field", "dispute_type"}}, type}}})
            return figure.id;
    ADD_FAILURE() << "no line for " << type;
    return {};
}

TEST_F(MediationReturn, PrintsEveryNumberOfAugust2016) {
    fill(mediationMonth());
    EXPECT_EQ(answer("A00").shown.zh, "869");
    int sum = 0;
    for (const auto& [type, printed] : printedTypes()) {
        EXPECT_EQ(answer(lineOf(report(), type)).shown.zh, std::to_string(printed)) << type;
        sum += printed;
    }
    EXPECT_EQ(sum, 869);
    const std::pair<const char*, const char*> kRest[] = {
        {"B01", "842"},     {"B02", "96.9"}, {"C01", "455"}, {"C02", "378"}, {"C03", "36"},
        {"D01", "2873.80"}, {"E01", "1"},    {"E02", "4"},   {"E03", "3"},   {"E04", "15"}};
    for (const auto& [id, printed] : kRest)
        EXPECT_EQ(answer(id).shown.zh, printed) << id;
    EXPECT_EQ(answer("B02").denominator, 869) << "the declared denominator";
    EXPECT_EQ(1 + printedTypes().size() + std::size(kRest), linesOf(report(), kMonthFrom, kMonthTo).size())
        << "the return of that month has no other line";
}

TEST_F(MediationReturn, IsHandedInForAMonthAndTheAnnualReportForAYear) {
    EXPECT_TRUE(report().monthly);
    EXPECT_FALSE(definitions().report("annual")->monthly);
}

TEST_F(MediationReturn, EverySumChecks) {
    fill(mediationMonth());
    for (const Check& one : report().checks)
        EXPECT_TRUE(check(one.id).holds) << one.id << " " << check(one.id).shown.en;
    EXPECT_EQ(check("accepted-by-source").values, (std::vector<double>{869, 455, 378, 36}));
    EXPECT_EQ(check("accepted-by-type").values.size(), 1 + printedTypes().size());
}

TEST_F(MediationReturn, ACaseThatNoLineTakesBreaksTheSum) {
    std::vector<Row> rows = mediationMonth();
    rows[3].fields["dispute_type"] = "wages";  // of a later list
    rows[4].fields["source"] = nullptr;
    rows[5].fields.update({{"prevented_crimes", 9}, {"prevented_crime_people", nullptr}});
    fill(rows);
    EXPECT_FALSE(check("accepted-by-type").holds);
    EXPECT_EQ(check("accepted-by-type").value, 1);
    EXPECT_FALSE(check("accepted-by-source").holds);
    EXPECT_FALSE(check("crimes-have-people").holds);
    EXPECT_EQ(toJson(check("accepted-by-source"), Language::En)["shown"], "869 / 454 / 378 / 36");
}

/// The same lines in plain loops: no measure language, no SQL.
struct Clerk {
    const char* from;
    const char* to;
    std::map<std::string, double> value;
    std::map<std::string, std::set<std::string>> behind;

    bool on(const Json& fields, const char* day) const {
        const Json when = fields.value(day, Json());
        return when.is_string() && when >= Json(from) && when <= Json(to);
    }
    void add(const std::string& line, const Row& row, double amount) {
        value[line] += amount;
        behind[line].insert(row.id);
    }
    void take(const Row& row) {
        const Json& f = row.fields;
        const auto amount = [&](const char* name) { return f.value(name, Json()); };
        if (on(f, "accepted_on")) {
            add("A00", row, 1);
            add(lineOf(*definitions().report("mediation-monthly"), f["dispute_type"]), row, 1);
            const std::string source = f["source"];
            add(source == "initiative" ? "C01" : source == "application" ? "C02" : "C03", row, 1);
        }
        const bool success = amount("result") == "success";
        if (on(f, "closed_on")) {
            if (success)
                for (const char* line : {"B01", "B02"})
                    add(line, row, 1);
            const std::pair<const char*, const char*> kPrevented[] = {{"E01", "prevented_crimes"},
                                                                      {"E02", "prevented_crime_people"},
                                                                      {"E03", "prevented_petitions"},
                                                                      {"E04", "prevented_petition_people"}};
            for (const auto& [line, field] : kPrevented)
                if (amount(field).is_number())
                    add(line, row, amount(field).get<double>());
        }
        if (on(f, "agreement_on") && success && amount("agreement_amount").is_number())
            add("D01", row, amount("agreement_amount").get<double>());
    }
};

TEST_F(MediationReturn, EqualsARecountOfThatMonthAndOfThoseAround) {
    fill(mediationMonth());
    const std::pair<const char*, const char*> kMonths[] = {{kMonthFrom, kMonthTo},
                                                           {"2016-07-01", "2016-07-31"},
                                                           {"2016-09-01", "2016-09-30"},
                                                           {"2016-01-01", "2016-12-31"}};
    for (const auto& [from, to] : kMonths) {
        Clerk clerk{from, to, {}, {}};
        for (const Row& row : mediationMonth())
            if (row.state == "verified" && !row.deleted && row.org == "500115128250")
                clerk.take(row);
        for (const Figure* figure : linesOf(report(), from, to)) {
            EXPECT_EQ(answer(figure->id, from, to).value, clerk.value[figure->id]) << figure->id << from;
            EXPECT_EQ(m_relation.ids(compile(*figure, from, to, orgs()).records), clerk.behind[figure->id])
                << figure->id << " opens its records, " << from;
        }
        EXPECT_EQ(answer("B02", from, to).denominator, clerk.value["A00"]) << from;
    }
    EXPECT_EQ(answer("B01", "2016-09-01", "2016-09-30").value, 3) << "carried into September";
    EXPECT_FALSE(check("success-within-accepted", "2016-09-01", "2016-09-30").holds)
        << "none was accepted in September, and the return says so";
}

TEST_F(MediationReturn, IsOfRecordsThatASubmitAccepts) {
    for (const Row& row : mediationMonth()) {
        if (row.state != "verified" || row.deleted || row.id.find_first_of("bl") != std::string::npos)
            continue;
        const auto problems = checkSubmit(*definitions().type(row.type), row.fields, "2016-12-31");
        ASSERT_FALSE(hasErrors(problems)) << told(problems) << row.fields;
        for (const Problem& problem : problems)
            EXPECT_NE(problem.field, "dispute_type") << told(problems);
    }
}

/// An older return of a county counted family planning and village affairs, which that of August 2016 did
/// not; newer ones count unpaid wages.
TEST_F(MediationReturn, ALineStandsInTheReturnsOfTheDaysOnWhichItsTypeIsInForce) {
    const CodeList& list = *definitions().codeList("dispute-types");
    for (const Choice& choice : list.choices) {
        const Figure& figure = *report().find(lineOf(report(), choice.code));
        EXPECT_EQ(figure.from, choice.from.value_or("")) << choice.code;
        EXPECT_EQ(figure.until, choice.until.value_or("")) << choice.code;
    }
    const auto has = [&](const char* type, const char* from, const char* to) {
        return report().find(lineOf(report(), type))->inForce(from, to);
    };
    EXPECT_TRUE(has("family-planning", "2016-01-01", "2016-09-30"));
    EXPECT_FALSE(has("family-planning", kMonthFrom, kMonthTo));
    EXPECT_FALSE(has("wages", kMonthFrom, kMonthTo));
    EXPECT_TRUE(has("wages", "2026-03-01", "2026-03-31"));
    fill({madeRecord("old", "mediation-case", "2016-05-05", {{"dispute_type", "village-affairs"}}),
          madeRecord("new", "mediation-case", "2016-10-10", {{"dispute_type", "wages"}})});
    EXPECT_TRUE(check("accepted-by-type", "2016-05-01", "2016-05-31").holds);
    EXPECT_TRUE(check("accepted-by-type", "2016-10-01", "2016-10-31").holds);
    EXPECT_TRUE(check("accepted-by-type", "2016-01-01", "2016-12-31").holds);
}

TEST(ReportLines, ADayThatIsNoneIsRefused) {
    Catalog catalog = definitions();
    Json definition = definitions().report("mediation-monthly")->source;
    definition["version"] = 9;
    definition["figures"][1]["until"] = "2016-02-30";
    const Status added = catalog.add(definition, "r.json");
    ASSERT_FALSE(added.ok());
    EXPECT_EQ(added.error().message.en, "definition r.json: $.figures[1]: 2016-02-30 is not a date");
}

}  // namespace
}  // namespace fayi::schema
