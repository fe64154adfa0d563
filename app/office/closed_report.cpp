// SPDX-License-Identifier: Apache-2.0
// Reports that were closed: what was counted is kept, so that it can be counted again.
#include <functional>
#include <map>
#include <set>

#include "report_parts.h"

namespace fayi::office {
namespace {

using schema::Figure;
using schema::Term;
using station::Json;

/// Under this name the definition of then stands beside that of now.
constexpr const char* kClosedName = "closed-report";

/// What the figures read of the records of a type: fields, and of lists the fields of their items.
class Reads {
public:
    explicit Reads(const schema::Report& report) {
        for (const Figure& figure : report.figures)
            for (const auto* terms : {&figure.terms, &figure.denominator})
                for (const Term& term : *terms)
                    read(term);
    }

    /// Only that; nothing else of the record is kept.
    Json of(const std::string& type, const Json& fields) const {
        Json out = Json::object();
        const auto known = m_types.find(type);
        if (known == m_types.end())
            return out;
        for (const auto& [name, inner] : known->second)
            if (fields.contains(name))
                out[name] = part(fields.at(name), inner);
        return out;
    }

private:
    using Inner = std::set<std::string>;
    using Fields = std::map<std::string, Inner>;

    static Json part(const Json& value, const Inner& inner) {
        if (!value.is_array())
            return value;
        Json out = Json::array();
        for (const Json& member : value) {
            if (!member.is_object()) {
                out.push_back(member);
                continue;
            }
            Json item = Json::object();
            for (const std::string& name : inner)
                if (member.contains(name))
                    item[name] = member.at(name);
            out.push_back(std::move(item));
        }
        return out;
    }

    void read(const Term& term) {
        Fields& fields = m_types[term.type];
        for (const std::string& name : {term.field, term.period, term.until, term.last})
            if (!name.empty())
                fields[name];
        if (!term.item.empty())
            fields[term.field].insert(term.item);
        readExpression(
            term.filter, [&](const std::string& name) { fields[name]; }, fields);
        Fields ofItem;
        readExpression(
            term.itemFilter, [&](const std::string& name) { fields[term.field].insert(name); }, ofItem);
    }

    using Note = std::function<void(const std::string&)>;
    static void readExpression(const Json& e, const Note& note, Fields& lists) {
        if (!e.is_object() || e.empty())
            return;
        const std::string& how = e.begin().key();
        const Json& body = e.begin().value();
        if (body.is_string()) {  // present, absent, field, count
            note(body.get<std::string>());
        } else if (how == "contains" || how == "contains-any") {
            note(body.at(0).get<std::string>());
        } else if (how == "any-item" || how == "every-item") {
            const std::string list = body.at(0).get<std::string>();
            note(list);
            Fields none;
            readExpression(
                body.at(1), [&](const std::string& name) { lists[list].insert(name); }, none);
        } else if (body.is_object()) {
            readExpression(body, note, lists);
        } else if (body.is_array()) {
            for (const Json& operand : body)
                readExpression(operand, note, lists);
        }
    }

    std::map<std::string, Fields> m_types;
};

Json versionOf(const merge::VersionVector& seen) {
    Json out = Json::array();
    for (const auto& entry : seen.entries())
        out.push_back({toText(entry.replica), entry.seq});
    return out;
}

/// The records behind a figure in a period, above and below the line.
Status addBehind(const Figure& figure, const std::string& from, const std::string& to,
                 const std::vector<std::string>& orgs, const schema::Ask& ask, std::set<std::int64_t>& out) {
    for (const auto* terms : {&figure.terms, &figure.denominator}) {
        if (terms->empty())
            continue;
        Figure counted;
        counted.terms = *terms;
        FAYI_LET(rows, ask(schema::compile(counted, from, to, orgs).records));
        for (const auto& row : rows)
            out.insert(row.at(0).get<std::int64_t>());
    }
    return {};
}

Json besideOf(const ReportData& data) {
    Json names = Json::array();
    for (const Text& name : data.missingNames)
        names.push_back({name.zh, name.en});
    return {{"office", {data.office.zh, data.office.en}},
            {"missing", data.missing},
            {"missing_names", std::move(names)},
            {"units", data.units},
            {"weaknesses", data.weaknesses},
            {"plans", data.plans}};
}

Text textFrom(const Json& pair) {
    return {pair.at(0).get<std::string>(), pair.at(1).get<std::string>()};
}

void takeBeside(const Json& beside, ReportData& data) {
    data.office = textFrom(beside.at("office"));
    data.missing = beside.at("missing").get<std::vector<std::string>>();
    for (const Json& name : beside.at("missing_names"))
        data.missingNames.push_back(textFrom(name));
    data.units = beside.at("units").get<std::size_t>();
    data.weaknesses = beside.at("weaknesses").get<std::vector<std::string>>();
    data.plans = beside.at("plans").get<std::vector<std::string>>();
}

using Gathered = std::pair<store::FrozenReport, std::vector<store::FrozenRecord>>;

Result<Gathered> gather(station::Station& station, const ReportData& data,
                        const std::vector<std::string>& orgs, const schema::Ask& ask) {
    const ReportWish& wish = data.wish;
    Gathered out;
    store::FrozenReport& report = out.first;
    report.person = station.person().name;
    report.report = wish.report;
    report.version = data.definition->version;
    report.definition = data.definition->source;
    report.from = wish.from;
    report.to = wish.to;
    report.unit = wish.unit;
    report.orgs = orgs;
    report.beside = besideOf(data);
    std::set<std::int64_t> all;
    for (std::size_t i = 0; i < data.figures.size(); ++i) {
        const Figure& figure = data.definition->figures[i];
        std::set<std::int64_t> behind;
        FAYI_TRY(addBehind(figure, wish.from, wish.to, orgs, ask, behind));
        FAYI_TRY(addBehind(figure, yearBefore(wish.from), yearBefore(wish.to), orgs, ask, behind));
        report.figures.push_back(
            {figure.id, data.figures[i].value, data.figures[i].denominator, {behind.begin(), behind.end()}});
        all.insert(behind.begin(), behind.end());
    }
    const Reads reads(*data.definition);
    for (const std::int64_t number : all) {
        FAYI_LET(stored, station.store().getByNumber(number));
        out.second.push_back({number, toText(stored.id), versionOf(stored.seen), stored.view.type,
                              stored.view.org, stored.view.happenedOn,
                              reads.of(stored.view.type, stored.view.fields)});
    }
    return out;
}

}  // namespace

bool mayClose(const station::Station& station) {
    const auto types = station.catalog().types();
    return !station.identity().enrolled || std::ranges::any_of(types, [&](const schema::RecordType* type) {
        return station.may(schema::Action::Verify, type->name);
    });
}

Result<std::int64_t> freezeReport(station::Station& station, const ReportWish& wish, const Clock& clock) {
    if (!mayClose(station))
        return Error{ErrorCode::Refused,
                     {"只有审核记录的人才能定稿", "only who verifies records closes a report"}};
    FAYI_LET(definition, station.reportFor(wish.report, wish.from, wish.to));
    FAYI_LET(orgs, station.figureOrgs(wish.unit));
    const schema::Ask ask = [&](const schema::Query& query) { return station.store().rows(query); };
    ReportData data;
    data.wish = wish;
    data.catalog = station.catalog();
    data.definition = definition;
    FAYI_TRY(addSurroundings(station, clock, data));
    FAYI_LET(books, store::Books::open(station.store().folder(), clock));
    return books->freeze([&]() -> Result<Gathered> {
        FAYI_TRY(count(data, orgs, ask));
        return gather(station, data, orgs, ask);
    });
}

Result<ReportData> frozenReport(station::Station& station, std::int64_t number, const Clock& clock) {
    FAYI_LET(books, store::Books::open(station.store().folder(), clock));
    FAYI_LET(closed, books->frozen(number));
    ReportData data;
    data.wish = {closed.report, closed.from, closed.to, closed.unit};
    data.catalog = station.catalog();
    Json source = closed.definition;
    source["name"] = kClosedName;
    FAYI_TRY(data.catalog.add(source, closed.report));
    data.definition = data.catalog.report(kClosedName);
    takeBeside(closed.beside, data);
    FAYI_TRY(
        count(data, closed.orgs, [&](const schema::Query& query) { return books->rows(number, query); }));
    Frozen frozen{number, closed.at, closed.person, {}, {}, {}};
    for (const Figure& figure : data.definition->figures) {
        const auto stored = std::ranges::find(closed.figures, figure.id, &store::FrozenFigure::id);
        frozen.stored.push_back(stored == closed.figures.end() ? std::nullopt : std::optional(stored->value));
        FAYI_LET(now, schema::answerFigure(
                          figure, closed.from, closed.to, closed.orgs,
                          [&](const schema::Query& query) { return station.store().rows(query); }));
        frozen.now.push_back(std::move(now));
    }
    FAYI_LET(records, books->frozenRecords(number));
    for (const store::FrozenRecord& record : records) {
        const auto today = station.store().getByNumber(record.number);
        if (!today && today.error().code != ErrorCode::NotFound)
            return today.error();
        if (!today || versionOf(today->seen) != record.version)
            frozen.changed.push_back(record.id);
    }
    data.frozen = std::move(frozen);
    return data;
}

Result<std::vector<store::FrozenReport>> frozenReports(station::Station& station, const Clock& clock) {
    FAYI_LET(books, store::Books::open(station.store().folder(), clock));
    return books->frozen();
}

}  // namespace fayi::office
