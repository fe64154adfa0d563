// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/schema/figure_values.h"

/// How the work of a village's legal advisor is appraised: rules as data, points out of ordinary records. One
/// advisor in one village at a time; there is no list of people and nothing that compares them.
namespace fayi::schema {

/// One way to lose points.
struct Loss {
    /// Over what the target is counted; Span: the whole time that is asked for.
    enum class Per { Span, Month, Quarter, Year };
    std::string id;
    Text labels;
    std::vector<Term> terms;  ///< what is counted; empty: nothing, somebody has to say
    Per per = Per::Span;
    std::optional<std::int64_t> target;  ///< at least so much in each period
    std::optional<std::int64_t> limit;   ///< at most so much
    std::int64_t points = 0;             ///< taken for each period that misses, or each unit
    bool eachUnit = false;               ///< for each one that is missing, or too many
    Text unit;

    bool manual() const { return terms.empty(); }
};

/// A line of the sheet.
struct Indicator {
    std::string id;
    Text labels;
    std::int64_t points = 0;  ///< full marks; 0: the periods that keep the rule are counted instead
    std::int64_t cap = 0;     ///< no more than this is taken
    Text by;                  ///< who scores
    Text evidence;            ///< what is looked at; never a photo that has to be taken for it
    std::vector<Loss> losses;

    bool manual() const;
};

struct RulePack {
    std::string name;
    int version = 0;
    Text labels;
    Text source;
    std::vector<std::string> districts;  ///< empty: any
    std::string from, until;             ///< first and last day on which it is in force; empty: open
    std::vector<Indicator> indicators;
    Json definition;

    bool appliesTo(std::string_view district, std::string_view day) const;
    const Indicator* find(std::string_view id) const;
};

/// Whose work: {"person": true} and {"village": true} in the filters of a pack.
struct Whose {
    std::string person;
    std::string village;  ///< code
};

/// The value of terms over that person and village, and the records behind it.
struct MeasureQueries {
    Query value;
    Query records;
};
MeasureQueries compileFor(const std::vector<Term>& terms, const Whose& whose, std::string_view from,
                          std::string_view to, const std::vector<std::string>& orgs,
                          Dialect dialect = Dialect::Sqlite);

/// One period of a loss: "2026-03", "2026-Q1", "2026", or the whole time.
struct PeriodAnswer {
    std::string name, from, to;
    std::int64_t reached = 0;
    bool kept = true;
};

struct LossAnswer {
    const Loss* loss = nullptr;
    std::vector<PeriodAnswer> periods;
    std::int64_t taken = 0;     ///< before the cap of the line
    std::vector<Json> records;  ///< as the store names them in its relation, each once
};

/// A line, with what it came to. `points` is nothing where somebody has still to say.
struct IndicatorAnswer {
    const Indicator* indicator = nullptr;
    std::int64_t most = 0;
    std::optional<std::int64_t> points;
    std::vector<LossAnswer> losses;
};

/// What people have said of a line that no record answers.
struct Said {
    std::string indicator;
    std::int64_t points = 0;
    Text reason;
};

struct Appraisal {
    std::vector<IndicatorAnswer> lines;
    std::int64_t points = 0;    ///< of the lines that are answered
    std::int64_t answered = 0;  ///< full marks of those
    std::int64_t most = 0;      ///< full marks of all

    bool whole() const { return answered == most; }
};

/// Periods that lie wholly within the days: the months, quarters or years; a part of one is not scored.
std::vector<PeriodAnswer> periodsOf(Loss::Per per, const std::string& from, const std::string& to);

/// The sheet of one person in one village. The pack must outlive the answer.
Result<Appraisal> appraise(const RulePack& pack, const Whose& whose, const std::string& from,
                           const std::string& to, const std::vector<std::string>& orgs,
                           const std::vector<Said>& said, const Ask& ask);

}  // namespace fayi::schema
