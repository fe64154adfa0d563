// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/schema/report.h"

namespace fayi::schema {

/// Puts one query to a store: its rows of scalars.
using Ask = std::function<Result<std::vector<std::vector<Json>>>(const Query&)>;

/// A number as measured and as printed.
struct Measured {
    double value = 0;
    std::optional<double> denominator;
    Text shown;
};

/// A figure of one period, with the words of its definition: a plain value.
struct FigureAnswer : Measured {
    std::string id;
    Text labels, unit, definition;
    Text partial;          ///< what the full definition counts and this does not; else empty
    Text denominatorText;  ///< what the denominator counts; empty if there is none or it does not say
    std::optional<Measured> before;  ///< the same days of the year before, where the figure tells it
    std::size_t records = 0;         ///< how many stand behind it
};

/// A check of one period, with its words.
struct CheckAnswer {
    Check check;
    bool holds = true;  ///< always true of an overlap
    double value = 0;   ///< Overlap: what both count, in the unit of the first; Within: how many are not
    std::vector<double> values;  ///< Sum, AtMost: of the figures, in order
    Text shown;                  ///< `value` in the style of the first figure, for an overlap; else as it is

    /// Whether a reader must be told: it does not hold, or both figures count something.
    bool matters() const { return !holds || (check.kind == Check::Kind::Overlap && value != 0); }
};

/// What a report asks and answers, the same on a station and on a hub. An error is the store's.
Result<FigureAnswer> answerFigure(const Figure& figure, const std::string& from, const std::string& to,
                                  const std::vector<std::string>& orgs, const Ask& ask);
Result<CheckAnswer> answerCheck(const Report& report, const Check& check, const std::string& from,
                                const std::string& to, const std::vector<std::string>& orgs, const Ask& ask);

/// {"id","labels","value","denominator","shown","unit","definition","records"}, and where there is something
/// to say "partial", "denominator_text", "previous".
Json toJson(const FigureAnswer& answer, Language language);
/// {"id","kind","labels","figures","holds","value","shown"} and, where it does not hold or both count
/// something, "message".
Json toJson(const CheckAnswer& answer, Language language);

}  // namespace fayi::schema
