// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/text.h"
#include "fayi/schema/deadline.h"
#include "fayi/schema/field.h"

namespace fayi::schema {

/// What is counted over the records of a term.
enum class Measure { Count, CountDistinct, Sum, CountItems, SumItems, Months };

/// One part of a figure: records of one type that pass the filter, in the period, measured. Only verified
/// records that are not deleted count, always.
struct Term {
    std::string type;
    Json filter;  ///< expression over the fields of the type; null: all. {"from": true} and {"to": true}
                  ///< stand for the days of the period
    Measure measure = Measure::Count;
    std::string field;   ///< CountDistinct, Sum: the field; CountItems, SumItems: the list. CountDistinct of
                         ///< "org": the unit; Months: the first day of a span
    std::string item;    ///< SumItems: the field of the item
    Json itemFilter;     ///< CountItems, SumItems: expression over one item; null: all
    std::string period;  ///< the Date field that must lie in the period; "happened_on": the date that decides
                         ///< the type
    std::string last;    ///< Months: the last day of the span; whole months, both days included
    std::string
        until;  ///< not empty: a stock; counts what was in force on the last day: period <= to < until
    bool during = false;  ///< with `until`: what was in force on any day: period <= to, from <= until
};

/// How a value is printed.
struct Style {
    enum class Kind { Exact, MoreThan, About, TenThousandYuan, Percent, Parts };
    Kind kind = Kind::Exact;
    std::int64_t step = 1;           ///< MoreThan, About: rounded (down; to nearest) to a multiple of it
    int decimals = 0;                ///< TenThousandYuan, Percent; About: instead of a step
    bool inTenThousandYuan = false;  ///< MoreThan, About: fen, printed as 万元; the step is one of 万元
};

/// One printed number of a report, as a definition. Its value is the sum of its terms.
struct Figure {
    std::string id;
    Text labels;
    Text unit;
    Text definition;  ///< what is counted, by which date, in words
    Text partial;     ///< what is missing from the full definition; empty if nothing
    std::vector<Term> terms;
    std::vector<Term> denominator;  ///< empty: no ratio
    Text denominatorText;           ///< what the denominator counts, in words
    Style style;
    std::vector<std::string> overlaps;  ///< figures that may count the same records
    bool yearOnYear = false;            ///< told beside the same days of the year before
    std::string from;                   ///< first and last day of the years it stands in the report; empty:
    std::string until;                  ///< always

    /// Whether it stands in a report of these days: on any of them.
    bool inForce(std::string_view first, std::string_view last) const;
};

/// Something that must hold between figures, or that a reader must know of them.
struct Check {
    /// Overlap: what the first counts of the records of the second; told, never wrong. Within: records of the
    /// first that are none of the second's. Sum: the first is the sum of the rest. AtMost: the first is at
    /// most the sum of the rest. A ratio stands for its numerator.
    enum class Kind { Overlap, Within, Sum, AtMost };
    std::string id;
    Kind kind = Kind::Overlap;
    std::vector<std::string> figures;
    Text labels;
    Text message;  ///< why it matters, or what to look at
};

struct Report {
    std::string id;
    int version = 0;
    Text labels;
    bool monthly = false;  ///< handed in for a month; else for a year
    std::vector<Figure> figures;
    std::vector<Check> checks;
    Json source;

    const Figure* find(std::string_view figureId) const;
};

/// A query for a store, with "?" parameters in order (strings and numbers).
struct Query {
    std::string sql;
    std::vector<Json> params;
};

/// The questions of a figure. They read one relation that every store provides:
///   figure_record(id TEXT, type TEXT, org TEXT, state TEXT, happened_on TEXT, deleted INTEGER, fields TEXT)
/// where `fields` is the JSON object of the shown values (tags as arrays of strings, lists as arrays of
/// objects).
struct FigureQueries {
    Query value;                       ///< one row, one number, 0 where nothing counts
    std::optional<Query> denominator;  ///< the same, for a ratio
    std::vector<Query> parts;          ///< the same of each term, for the style Parts
    Query records;  ///< rows of one column: the ids behind the value, each once, no order promised
};

/// How a database writes what differs between databases. One so far; the seam is private to the room's
/// printer.
enum class Dialect { Sqlite };

/// `from` and `to` are dates, both included. `orgs` are the codes that count (OrgTree::subtree). `type` of
/// each term was checked against its record type when the report was loaded.
FigureQueries compile(const Figure& figure, std::string_view from, std::string_view to,
                      const std::vector<std::string>& orgs, Dialect dialect = Dialect::Sqlite);

/// The records on which a deadline runs that began on `latestStart` or before: rows of one column, the ids,
/// oldest start first, at most `limit`. Reads the same relation. Nothing for `orgs`: all units.
Query compileRunning(const Deadline& deadline, std::string_view latestStart,
                     const std::optional<std::vector<std::string>>& orgs, std::size_t limit,
                     Dialect dialect = Dialect::Sqlite);

/// One row, one number: what `figure` measures of the records behind `other`, or how many of its own records
/// are none of them.
Query compileOverlap(const Figure& figure, const Figure& other, std::string_view from, std::string_view to,
                     const std::vector<std::string>& orgs, Dialect dialect = Dialect::Sqlite);
Query compileOutside(const Figure& figure, const Figure& other, std::string_view from, std::string_view to,
                     const std::vector<std::string>& orgs, Dialect dialect = Dialect::Sqlite);

/// The text as printed, without its unit: "1400余", "745.78", "80.8". `value` in the unit that the query
/// gives (fen for money). A ratio without denominator, or with 0, prints "—". `parts` are the values of the
/// terms, for the style Parts: "1+4".
std::string shownAs(const Figure& figure, double value, std::optional<double> denominator = std::nullopt,
                    Language language = Language::Zh, const std::vector<double>& parts = {});

}  // namespace fayi::schema
