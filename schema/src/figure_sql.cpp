// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/numbers.h"
#include "fayi/schema/rule_pack.h"

namespace fayi::schema {
namespace {

/// How one database reads JSON. Names are identifiers checked when the definition was loaded; values are
/// parameters.
class Printer {
public:
    virtual ~Printer() = default;
    /// The scalar under a key; SQL null where it is missing, null or "".
    virtual std::string scalar(const std::string& object, const std::string& key) const = 0;
    /// True unless the value is missing, null, "" or [].
    virtual std::string present(const std::string& object, const std::string& key) const = 0;
    /// Number of members of the array under a key, 0 where it is missing.
    virtual std::string count(const std::string& object, const std::string& key) const = 0;
    /// A table of the array's members for FROM, its column `alias.value`; without rows where there is no
    /// array.
    virtual std::string members(const std::string& object, const std::string& key,
                                const std::string& alias) const = 0;
    /// Whole months from one date to another, both days included; SQL null where one is missing.
    virtual std::string months(const std::string& first, const std::string& last) const = 0;
    /// A table of the members of a parameter that is a JSON array, its column `value`.
    virtual std::string given() const = 0;
};

class SqlitePrinter final : public Printer {
public:
    std::string scalar(const std::string& object, const std::string& key) const override {
        return "nullif(json_extract(" + object + ",'$." + key + "'),'')";
    }
    std::string present(const std::string& object, const std::string& key) const override {
        const std::string at = "(" + object + ",'$." + key + "')";
        return "(coalesce(json_extract" + at + ",'') <> '' AND NOT (json_type" + at +
               " = 'array' AND json_array_length" + at + " = 0))";
    }
    std::string count(const std::string& object, const std::string& key) const override {
        return "coalesce(json_array_length(" + object + ",'$." + key + "'),0)";
    }
    std::string members(const std::string& object, const std::string& key,
                        const std::string& alias) const override {
        const std::string at = "(" + object + ",'$." + key + "')";
        return "json_each(CASE json_type" + at + " WHEN 'array' THEN json_extract" + at + " END) AS " + alias;
    }
    std::string months(const std::string& first, const std::string& last) const override {
        const std::string end = "date(" + last + ",'+1 day')";
        return "((strftime('%Y'," + end + ")-strftime('%Y'," + first + "))*12+strftime('%m'," + end +
               ")-strftime('%m'," + first + ")-(strftime('%d'," + end + ")<strftime('%d'," + first + ")))";
    }
    std::string given() const override { return "json_each(?)"; }
};

const Printer& printerOf(Dialect dialect) {
    static const SqlitePrinter kSqlite;
    switch (dialect) {
        case Dialect::Sqlite:
            break;
    }
    return kSqlite;
}

struct Span {
    std::string from;
    std::string to;
    Json orgs;
    Whose whose = {};
};

/// Prints one query; parameters gather in the order in which their "?" are written.
class Writer {
public:
    Writer(const Printer& printer, const Span& span) : m_print(printer), m_span(span) {}

    std::string value(const Term& term);
    std::string records(const Term& term);
    std::string behind(const std::vector<Term>& terms);
    /// From now on only records behind these terms are measured.
    void among(const std::vector<Term>& terms) { m_among = &terms; }
    std::string running(const Deadline& deadline, bool everywhere, std::size_t limit);
    std::vector<Json> take() { return std::move(m_params); }

private:
    std::string parameter(const Json& value);
    std::string operand(const Json& o, const std::string& object);
    std::string expression(const Json& e, const std::string& object);
    std::string joined(const Json& list, const std::string& object, const std::string& word);
    std::string in(const Json& list);
    std::string contains(const Json& pair, const std::string& object);
    std::string items(const Json& pair, const std::string& object, bool every);
    std::string day(const std::string& field) const;
    std::string period(const Term& term);
    std::string where(const Term& term);
    std::string itemsWhere(const Term& term);

    const Printer& m_print;
    const Span& m_span;
    std::vector<Json> m_params;
    const std::vector<Term>* m_among = nullptr;
    int m_aliases = 0;
};

std::string Writer::parameter(const Json& value) {
    m_params.push_back(value.is_boolean() ? Json(value.get<bool>() ? 1 : 0) : value);
    return "?";
}

std::string Writer::operand(const Json& o, const std::string& object) {
    if (!o.is_object())
        return parameter(o);
    if (o.begin().key() == "person" || o.begin().key() == "village")
        return parameter(o.begin().key() == "person" ? m_span.whose.person : m_span.whose.village);
    if (o.begin().key() == "from" || o.begin().key() == "to")
        return parameter(o.begin().key() == "from" ? m_span.from : m_span.to);
    const std::string name = o.begin().value().get<std::string>();
    return o.begin().key() == "count" ? m_print.count(object, name) : m_print.scalar(object, name);
}

std::string Writer::joined(const Json& list, const std::string& object, const std::string& word) {
    std::string text;
    for (const Json& part : list)
        text += (text.empty() ? "(" : word) + expression(part, object);
    return text + ")";
}

std::string Writer::in(const Json& list) {
    std::string text;
    for (const Json& literal : list)
        text += (text.empty() ? "" : ",") + parameter(literal);
    return " IN (" + text + ")";
}

std::string Writer::contains(const Json& pair, const std::string& object) {
    const std::string alias = "m" + std::to_string(++m_aliases);
    const std::string from = m_print.members(object, pair[0].get<std::string>(), alias);
    const Json wanted = pair[1].is_array() ? pair[1] : Json::array({pair[1]});
    return "EXISTS (SELECT 1 FROM " + from + " WHERE " + alias + ".value" + in(wanted) + ")";
}

std::string Writer::items(const Json& pair, const std::string& object, bool every) {
    const std::string alias = "m" + std::to_string(++m_aliases);
    const std::string from = m_print.members(object, pair[0].get<std::string>(), alias);
    const std::string holds = "(" + expression(pair[1], alias + ".value") + ")";
    if (every)
        return "NOT EXISTS (SELECT 1 FROM " + from + " WHERE " + holds + " IS NOT TRUE)";
    return "EXISTS (SELECT 1 FROM " + from + " WHERE " + holds + ")";
}

std::string Writer::expression(const Json& e, const std::string& object) {
    const std::string& how = e.begin().key();
    const Json& body = e.begin().value();
    if (how == "present")
        return m_print.present(object, body.get<std::string>());
    if (how == "absent")
        return "NOT " + m_print.present(object, body.get<std::string>());
    if (how == "not")
        return "NOT (" + expression(body, object) + ")";
    if (how == "and" || how == "or")
        return joined(body, object, how == "and" ? " AND " : " OR ");
    if (how == "contains" || how == "contains-any")
        return contains(body, object);
    if (how == "any-item" || how == "every-item")
        return items(body, object, how == "every-item");
    const std::string left = operand(body[0], object);
    if (how == "in")
        return left + in(body[1]);
    const char* sign = how == "equals"    ? " = "
                       : how == "less"    ? " < "
                       : how == "at-most" ? " <= "
                       : how == "more"    ? " > "
                                          : " >= ";
    return left + sign + operand(body[1], object);
}

std::string Writer::day(const std::string& field) const {
    return field == "happened_on" ? "r.happened_on" : m_print.scalar("r.fields", field);
}

std::string Writer::period(const Term& term) {
    if (term.until.empty()) {
        const std::string from = parameter(m_span.from);
        return day(term.period) + " BETWEEN " + from + " AND " + parameter(m_span.to);
    }
    const std::string since = day(term.period) + " <= " + parameter(m_span.to);
    const std::string end = day(term.until);
    const std::string still = term.during ? " >= " + parameter(m_span.from) : " > " + parameter(m_span.to);
    return since + " AND (" + end + " IS NULL OR " + end + still + ")";
}

std::string Writer::where(const Term& term) {
    std::string text =
        " WHERE r.type = " + parameter(term.type) + " AND r.state = 'verified' AND r.deleted = 0";
    text += " AND r.org IN (SELECT value FROM " + m_print.given() + ")";
    m_params.push_back(m_span.orgs);
    text += " AND " + period(term);
    if (!term.filter.is_null())
        text += " AND (" + expression(term.filter, "r.fields") + ")";
    if (const std::vector<Term>* terms = std::exchange(m_among, nullptr)) {
        text += " AND r.id IN (" + behind(*terms) + ")";
        m_among = terms;
    }
    return text;
}

std::string Writer::itemsWhere(const Term& term) {
    return term.itemFilter.is_null() ? std::string()
                                     : " AND (" + expression(term.itemFilter, "i.value") + ")";
}

std::string Writer::value(const Term& term) {
    const std::string field = term.field == "org" ? "r.org" : m_print.scalar("r.fields", term.field);
    const std::string from = " FROM figure_record AS r";
    const std::string withItems = from + " CROSS JOIN " + m_print.members("r.fields", term.field, "i");
    switch (term.measure) {
        case Measure::Count:
            return "SELECT COUNT(*)" + from + where(term);
        case Measure::CountDistinct:
            return "SELECT COUNT(DISTINCT " + field + ")" + from + where(term);
        case Measure::Sum:
            return "SELECT coalesce(SUM(" + field + "),0)" + from + where(term);
        case Measure::Months:
            return "SELECT coalesce(SUM(" + m_print.months(field, m_print.scalar("r.fields", term.last)) +
                   "),0)" + from + where(term);
        case Measure::CountItems: {
            const std::string rows = where(term);
            return "SELECT COUNT(*)" + withItems + rows + itemsWhere(term);
        }
        case Measure::SumItems: {
            const std::string rows = where(term);
            return "SELECT coalesce(SUM(" + m_print.scalar("i.value", term.item) + "),0)" + withItems + rows +
                   itemsWhere(term);
        }
    }
    return "SELECT 0";
}

/// The records that a value rests on: those whose own contribution is not empty.
std::string Writer::records(const Term& term) {
    const std::string rows = "SELECT r.id FROM figure_record AS r" + where(term);
    switch (term.measure) {
        case Measure::Count:
            return rows;
        case Measure::CountDistinct:
        case Measure::Sum:
        case Measure::Months:
            return term.field == "org" ? rows : rows + " AND " + m_print.present("r.fields", term.field);
        case Measure::CountItems:
        case Measure::SumItems: {
            std::string items = itemsWhere(term);
            if (term.measure == Measure::SumItems)
                items += " AND " + m_print.present("i.value", term.item);
            return rows + " AND EXISTS (SELECT 1 FROM " + m_print.members("r.fields", term.field, "i") +
                   " WHERE 1 = 1" + items + ")";
        }
    }
    return rows;
}

/// A clock that began on the last day of the span, or before, and has not stopped.
std::string Writer::running(const Deadline& deadline, bool everywhere, std::size_t limit) {
    std::string text =
        "SELECT r.id FROM figure_record AS r WHERE r.deleted = 0 AND r.state <> 'void' AND r.type = " +
        parameter(deadline.type);
    if (!everywhere) {
        text += " AND r.org IN (SELECT value FROM " + m_print.given() + ")";
        m_params.push_back(m_span.orgs);
    }
    const std::string start = m_print.scalar("r.fields", deadline.from);
    text += " AND " + start + " <= " + parameter(m_span.to);
    if (!deadline.when.is_null())
        text += " AND (" + expression(deadline.when, "r.fields") + ")";
    text += " AND (" + expression(deadline.met, "r.fields") + ") IS NOT TRUE";
    return text + " ORDER BY " + start + ", r.id LIMIT " + std::to_string(limit);
}

std::string Writer::behind(const std::vector<Term>& terms) {
    std::string sql;
    for (const Term& term : terms)
        sql += (sql.empty() ? "" : " UNION ") + records(term);
    return sql;
}

std::string valueOf(Writer& writer, const std::vector<Term>& terms) {
    std::string sql;
    for (const Term& term : terms)
        sql += (sql.empty() ? "SELECT (" : " + (") + writer.value(term) + ")";
    return sql + " AS value";
}

Query sumOf(const std::vector<Term>& terms, const Printer& printer, const Span& span) {
    Writer writer(printer, span);
    std::string sql = valueOf(writer, terms);
    return {std::move(sql), writer.take()};
}

Query unionOf(const std::vector<Term>& terms, const Printer& printer, const Span& span) {
    Writer writer(printer, span);
    const std::string sql = writer.behind(terms);
    return {"SELECT id FROM (" + sql + ") AS behind GROUP BY id", writer.take()};
}

Span spanOf(std::string_view from, std::string_view to, const std::vector<std::string>& orgs) {
    return {std::string(from), std::string(to), Json(orgs).dump(), {}};
}

}  // namespace

FigureQueries compile(const Figure& figure, std::string_view from, std::string_view to,
                      const std::vector<std::string>& orgs, Dialect dialect) {
    const Printer& printer = printerOf(dialect);
    const Span span = spanOf(from, to, orgs);
    FigureQueries queries{
        sumOf(figure.terms, printer, span), std::nullopt, {}, unionOf(figure.terms, printer, span)};
    if (!figure.denominator.empty())
        queries.denominator = sumOf(figure.denominator, printer, span);
    if (figure.style.kind == Style::Kind::Parts)
        for (const Term& term : figure.terms)
            queries.parts.push_back(sumOf({term}, printer, span));
    return queries;
}

MeasureQueries compileFor(const std::vector<Term>& terms, const Whose& whose, std::string_view from,
                          std::string_view to, const std::vector<std::string>& orgs, Dialect dialect) {
    const Printer& printer = printerOf(dialect);
    Span span = spanOf(from, to, orgs);
    span.whose = whose;
    return {sumOf(terms, printer, span), unionOf(terms, printer, span)};
}

NumberedQueries compileNumbered(const std::string& type, const NumberRule& rule, Dialect dialect) {
    const Printer& printer = printerOf(dialect);
    const std::string among = " FROM figure_record AS r WHERE r.type = ? AND " +
                              printer.present("r.fields", rule.field) + " ORDER BY r.id";
    return {{"SELECT r.id" + among, {type}},
            {"SELECT " + printer.scalar("r.fields", rule.field) + among, {type}}};
}

Query compileOverlap(const Figure& figure, const Figure& other, std::string_view from, std::string_view to,
                     const std::vector<std::string>& orgs, Dialect dialect) {
    const Span span = spanOf(from, to, orgs);
    Writer writer(printerOf(dialect), span);
    writer.among(other.terms);
    std::string sql = valueOf(writer, figure.terms);
    return {std::move(sql), writer.take()};
}

Query compileOutside(const Figure& figure, const Figure& other, std::string_view from, std::string_view to,
                     const std::vector<std::string>& orgs, Dialect dialect) {
    const Span span = spanOf(from, to, orgs);
    Writer writer(printerOf(dialect), span);
    std::string sql = "SELECT COUNT(*) FROM (SELECT id FROM (" + writer.behind(figure.terms) + ") AS mine";
    sql += " EXCEPT SELECT id FROM (" + writer.behind(other.terms) + ") AS theirs) AS outside";
    return {std::move(sql), writer.take()};
}

Query compileRunning(const Deadline& deadline, std::string_view latestStart,
                     const std::optional<std::vector<std::string>>& orgs, std::size_t limit,
                     Dialect dialect) {
    const Span span{{}, std::string(latestStart), orgs ? Json(Json(*orgs).dump()) : Json()};
    Writer writer(printerOf(dialect), span);
    std::string sql = writer.running(deadline, !orgs, limit);
    return {std::move(sql), writer.take()};
}

}  // namespace fayi::schema
