// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "src/calendar.h"
#include "src/definition_error.h"
#include "src/expression_check.h"
#include "src/loaders.h"

namespace fayi::schema {
namespace {

constexpr std::string_view kHappenedOn = "happened_on";  // the relation's own date
constexpr std::string_view kOrg = "org";                 // the relation's own unit

Measure measureOf(const std::string& word) {
    if (word == "count-distinct")
        return Measure::CountDistinct;
    if (word == "sum")
        return Measure::Sum;
    if (word == "count-items")
        return Measure::CountItems;
    if (word == "months")
        return Measure::Months;
    return word == "sum-items" ? Measure::SumItems : Measure::Count;
}

Style styleOf(const Json& definition) {
    const std::string word = definition.at("kind").get<std::string>();
    Style style;
    style.step = definition.value("step", std::int64_t{1});
    style.decimals = definition.value("decimals", 0);
    style.inTenThousandYuan = definition.contains("of");
    if (word == "more-than")
        style.kind = Style::Kind::MoreThan;
    else if (word == "about")
        style.kind = Style::Kind::About;
    else if (word == "ten-thousand-yuan")
        style.kind = Style::Kind::TenThousandYuan;
    else if (word == "percent")
        style.kind = Style::Kind::Percent;
    else if (word == "parts")
        style.kind = Style::Kind::Parts;
    return style;
}

bool isNumber(const Field& field) {
    return field.kind == FieldKind::Integer || field.kind == FieldKind::Money ||
           field.kind == FieldKind::Duration;
}

bool isSet(const Field& field) {
    return field.kind == FieldKind::Tags || field.kind == FieldKind::Items ||
           field.kind == FieldKind::Attachments;
}

Status checkDay(const RecordType& type, const std::string& name, const std::string& path) {
    if (name.empty() || name == kHappenedOn)
        return {};
    const Field* field = type.find(name);
    if (field && field->kind == FieldKind::Date)
        return {};
    return wrongAt(path, {type.name + " 没有日期字段 " + name, type.name + " has no date field " + name});
}

Status checkItems(const Term& term, const Field& list, ExpressionUse use, const std::string& path) {
    if (list.kind != FieldKind::Items)
        return wrongAt(path + ".field", {term.field + " 不是明细", term.field + " is not a list of items"});
    const Field* item = list.find(term.item);
    if (term.measure == Measure::SumItems && (!item || !isNumber(*item)))
        return wrongAt(path + ".item",
                       {"明细里没有数字字段 " + term.item, "the items have no number " + term.item});
    if (term.itemFilter.is_null())
        return {};
    return checkExpressionAt(term.itemFilter, list.fields, path + ".itemFilter", use);
}

Status checkMeasure(const Term& term, const RecordType& type, ExpressionUse use, const std::string& path) {
    if (term.measure == Measure::Count)
        return {};
    const Field* field = type.find(term.field);
    if (term.measure == Measure::Months) {
        if (term.field.empty() || term.last.empty())
            return wrongAt(path, {"months 需要 field 和 last", "months needs field and last"});
        FAYI_TRY(checkDay(type, term.field, path + ".field"));
        return checkDay(type, term.last, path + ".last");
    }
    if (term.measure == Measure::CountDistinct && (term.field == kOrg || (field && !isSet(*field))))
        return {};
    if (!field)
        return wrongAt(path + ".field",
                       {type.name + " 没有字段 " + term.field, type.name + " has no field " + term.field});
    if (term.measure == Measure::CountItems || term.measure == Measure::SumItems)
        return checkItems(term, *field, use, path);
    if (term.measure == Measure::Sum && isNumber(*field))
        return {};
    return wrongAt(path + ".field",
                   {"字段 " + term.field + " 不能这样统计", term.field + " cannot be measured so"});
}

Result<Term> loadTerm(const Json& definition, const FindType& types, ExpressionUse use,
                      const std::string& path) {
    Term term;
    term.type = definition.at("type").get<std::string>();
    term.filter = definition.value("filter", Json());
    term.measure = measureOf(definition.at("measure").get<std::string>());
    term.field = definition.value("field", "");
    term.item = definition.value("item", "");
    term.itemFilter = definition.value("itemFilter", Json());
    term.period = definition.at("period").get<std::string>();
    term.until = definition.value("until", "");
    term.last = definition.value("last", "");
    term.during = definition.value("during", false);
    const RecordType* type = types(term.type);
    if (!type)
        return wrongAt(path + ".type", {"没有记录类型 " + term.type, "there is no record type " + term.type});
    FAYI_TRY(checkDay(*type, term.period, path + ".period"));
    FAYI_TRY(checkDay(*type, term.until, path + ".until"));
    if (term.during && term.until.empty())
        return wrongAt(path + ".during", {"during 需要 until", "during needs until"});
    FAYI_TRY(checkMeasure(term, *type, use, path));
    if (!term.filter.is_null())
        FAYI_TRY(checkExpressionAt(term.filter, type->fields, path + ".filter", use));
    return term;
}

Result<std::vector<Term>> termsOf(const Json& list, const FindType& types, const std::string& path) {
    return loadTerms(list, types, ExpressionUse::Filter, path);
}

Result<Figure> loadFigure(const Json& definition, const FindType& types, const std::string& path) {
    Figure figure;
    figure.id = definition.at("id").get<std::string>();
    figure.labels = loadText(definition.at("labels"));
    figure.unit = loadText(definition.at("unit"));
    figure.definition = loadText(definition.at("definition"));
    figure.partial = loadText(definition, "partial");
    figure.style = styleOf(definition.at("style"));
    figure.overlaps = definition.value("overlaps", std::vector<std::string>());
    FAYI_LET(terms, termsOf(definition.at("terms"), types, path + ".terms"));
    figure.terms = std::move(terms);
    FAYI_LET(below, termsOf(definition.value("denominator", Json::array()), types, path + ".denominator"));
    figure.denominator = std::move(below);
    figure.denominatorText = loadText(definition, "denominatorText");
    figure.yearOnYear = definition.value("yearOnYear", false);
    figure.from = definition.value("from", "");
    figure.until = definition.value("until", "");
    for (const std::string& day : {figure.from, figure.until})
        if (!day.empty() && !isDate(day))
            return wrongAt(path, {day + " 不是有效日期", day + " is not a date"});
    if (figure.style.kind == Style::Kind::Percent && figure.denominator.empty())
        return wrongAt(path + ".denominator",
                       {"百分比必须说明分母", "a percentage must declare its denominator"});
    return figure;
}

Check::Kind checkKindOf(const std::string& word) {
    if (word == "within")
        return Check::Kind::Within;
    if (word == "sum")
        return Check::Kind::Sum;
    return word == "at-most" ? Check::Kind::AtMost : Check::Kind::Overlap;
}

Result<std::vector<Check>> loadChecks(const Json& list, const std::set<std::string>& figures) {
    std::vector<Check> checks;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = at("$.checks", i);
        Check check{list[i].at("id").get<std::string>(), checkKindOf(list[i].at("kind").get<std::string>()),
                    list[i].at("figures").get<std::vector<std::string>>(), loadText(list[i].at("labels")),
                    loadText(list[i].at("message"))};
        if (!ids.insert(check.id).second)
            return wrongAt(path + ".id",
                           {"核对 " + check.id + " 出现两次", "the check " + check.id + " appears twice"});
        for (const std::string& id : check.figures)
            if (!figures.contains(id))
                return wrongAt(path + ".figures", {"没有指标 " + id, "there is no figure " + id});
        const bool pair = check.kind == Check::Kind::Overlap || check.kind == Check::Kind::Within;
        if (pair && check.figures.size() != 2)
            return wrongAt(path + ".figures", {"应为两个指标", "must be two figures"});
        checks.push_back(std::move(check));
    }
    return checks;
}

/// Every "{word}" in the texts of a document is a figure of the report or one of the words that it fills in.
Status checkDocument(const Json& part, const std::set<std::string>& figures, const std::string& path) {
    static const std::set<std::string> kWords{"office", "year", "from", "to"};
    if (part.is_structured()) {
        for (const auto& [key, value] : part.items())
            FAYI_TRY(checkDocument(value, figures, path + (part.is_array() ? "[" + key + "]" : "." + key)));
        return {};
    }
    const std::string text = part.get<std::string>();
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        const std::string word =
            close == std::string::npos ? text.substr(open) : text.substr(open + 1, close - open - 1);
        if (!figures.contains(word) && !kWords.contains(word))
            return wrongAt(path, {"没有指标 " + word, "there is no figure " + word});
    }
    return {};
}

}  // namespace

Result<std::vector<Term>> loadTerms(const Json& list, const FindType& types, ExpressionUse use,
                                    const std::string& path) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < list.size(); ++i) {
        FAYI_LET(term, loadTerm(list[i], types, use, at(path, i)));
        terms.push_back(std::move(term));
    }
    return terms;
}

bool Figure::inForce(std::string_view first, std::string_view last) const {
    return (from.empty() || from <= last) && (until.empty() || first <= until);
}

const Figure* Report::find(std::string_view figureId) const {
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const Figure& figure) { return figure.id == figureId; });
    return found == figures.end() ? nullptr : &*found;
}

Result<Report> loadReport(const Json& definition, const FindType& types) {
    Report report;
    report.id = definition.at("name").get<std::string>();
    report.version = definition.at("version").get<int>();
    report.labels = loadText(definition.at("labels"));
    report.monthly = definition.value("period", std::string()) == "month";
    report.source = definition;
    const Json& figures = definition.at("figures");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        FAYI_LET(figure, loadFigure(figures[i], types, at("$.figures", i)));
        if (!ids.insert(figure.id).second)
            return wrongAt(at("$.figures", i) + ".id",
                           {"指标 " + figure.id + " 出现两次", "the figure " + figure.id + " appears twice"});
        report.figures.push_back(std::move(figure));
    }
    for (std::size_t i = 0; i < report.figures.size(); ++i)
        for (const std::string& other : report.figures[i].overlaps)
            if (!ids.contains(other))
                return wrongAt(at("$.figures", i) + ".overlaps",
                               {"没有指标 " + other, "there is no figure " + other});
    FAYI_LET(checks, loadChecks(definition.value("checks", Json::array()), ids));
    report.checks = std::move(checks);
    if (definition.contains("document"))
        FAYI_TRY(checkDocument(definition.at("document"), ids, "$.document"));
    return report;
}

}  // namespace fayi::schema
