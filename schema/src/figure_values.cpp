// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/figure_values.h"

#include "src/calendar.h"

namespace fayi::schema {
namespace {

Result<double> numberOf(const Query& query, const Ask& ask) {
    FAYI_LET(rows, ask(query));
    const bool some = !rows.empty() && !rows.front().empty() && rows.front().front().is_number();
    return some ? rows.front().front().get<double>() : 0.0;
}

/// A whole number prints without a point.
Json numberJson(double value) {
    const auto whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

Json textJson(const Text& text) {
    return {{"zh", text.zh}, {"en", text.en}};
}

Result<Measured> measured(const Figure& figure, const FigureQueries& queries, const Ask& ask) {
    Measured out;
    FAYI_LET(value, numberOf(queries.value, ask));
    out.value = value;
    if (queries.denominator) {
        FAYI_LET(below, numberOf(*queries.denominator, ask));
        out.denominator = below;
    }
    std::vector<double> parts;
    for (const Query& part : queries.parts) {
        FAYI_LET(one, numberOf(part, ask));
        parts.push_back(one);
    }
    out.shown = {shownAs(figure, out.value, out.denominator, Language::Zh, parts),
                 shownAs(figure, out.value, out.denominator, Language::En, parts)};
    return out;
}

Json measuredJson(const Measured& one, Language language) {
    return {{"value", numberJson(one.value)},
            {"denominator", one.denominator ? numberJson(*one.denominator) : Json()},
            {"shown", one.shown.in(language)}};
}

std::string_view nameOf(Check::Kind kind) {
    switch (kind) {
        case Check::Kind::Overlap:
            return "overlap";
        case Check::Kind::Within:
            return "within";
        case Check::Kind::Sum:
            return "sum";
        case Check::Kind::AtMost:
            break;
    }
    return "at-most";
}

}  // namespace

Result<FigureAnswer> answerFigure(const Figure& figure, const std::string& from, const std::string& to,
                                  const std::vector<std::string>& orgs, const Ask& ask) {
    const FigureQueries queries = compile(figure, from, to, orgs);
    FAYI_LET(now, measured(figure, queries, ask));
    FigureAnswer out{std::move(now),
                     figure.id,
                     figure.labels,
                     figure.unit,
                     figure.definition,
                     figure.partial,
                     figure.denominatorText,
                     std::nullopt,
                     0};
    FAYI_LET(behind, ask(queries.records));
    out.records = behind.size();
    const auto begin = datePlus(from, "years", -1);
    const auto end = datePlus(to, "years", -1);
    if (figure.yearOnYear && begin && end) {
        FAYI_LET(before, measured(figure, compile(figure, *begin, *end, orgs), ask));
        out.before = std::move(before);
    }
    return out;
}

Result<CheckAnswer> answerCheck(const Report& report, const Check& check, const std::string& from,
                                const std::string& to, const std::vector<std::string>& orgs, const Ask& ask) {
    CheckAnswer out;
    out.check = check;
    const Figure& first = *report.find(check.figures[0]);
    std::erase_if(out.check.figures,
                  [&](const std::string& id) { return !report.find(id)->inForce(from, to); });
    const bool pairBroken = (check.kind == Check::Kind::Overlap || check.kind == Check::Kind::Within) &&
                            out.check.figures.size() < 2;
    if (pairBroken || !first.inForce(from, to))
        return out;
    if (check.kind == Check::Kind::Overlap || check.kind == Check::Kind::Within) {
        const Figure& second = *report.find(check.figures[1]);
        const bool overlap = check.kind == Check::Kind::Overlap;
        FAYI_LET(value, numberOf(overlap ? compileOverlap(first, second, from, to, orgs)
                                         : compileOutside(first, second, from, to, orgs),
                                 ask));
        out.value = value;
        out.holds = overlap || value == 0;
        const Figure counted{};
        const Figure& shape = overlap ? first : counted;
        out.shown = {shownAs(shape, value, std::nullopt, Language::Zh),
                     shownAs(shape, value, std::nullopt, Language::En)};
        return out;
    }
    double rest = 0;
    for (const std::string& id : out.check.figures) {
        FAYI_LET(value, numberOf(compile(*report.find(id), from, to, orgs).value, ask));
        rest += out.values.empty() ? 0 : value;
        out.values.push_back(value);
    }
    out.value = out.values.front() - rest;
    out.holds = check.kind == Check::Kind::Sum ? out.value == 0 : out.value <= 0;
    for (const double value : out.values) {
        const std::string text = shownAs(Figure{}, value);
        for (std::string* side : {&out.shown.zh, &out.shown.en})
            *side += (side->empty() ? "" : " / ") + text;
    }
    return out;
}

Json toJson(const FigureAnswer& answer, Language language) {
    Json out = measuredJson(answer, language);
    out["id"] = answer.id;
    out["labels"] = textJson(answer.labels);
    out["unit"] = answer.unit.in(language);
    out["definition"] = answer.definition.in(language);
    out["records"] = answer.records;
    if (!answer.partial.zh.empty())
        out["partial"] = answer.partial.in(language);
    if (!answer.denominatorText.zh.empty())
        out["denominator_text"] = answer.denominatorText.in(language);
    if (answer.before)
        out["previous"] = measuredJson(*answer.before, language);
    return out;
}

Json toJson(const CheckAnswer& answer, Language language) {
    Json out{{"id", answer.check.id},
             {"kind", nameOf(answer.check.kind)},
             {"labels", textJson(answer.check.labels)},
             {"figures", answer.check.figures},
             {"holds", answer.holds},
             {"value", numberJson(answer.value)},
             {"shown", answer.shown.in(language)}};
    if (answer.matters())
        out["message"] = answer.check.message.in(language);
    return out;
}

}  // namespace fayi::schema
