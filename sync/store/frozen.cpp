// SPDX-License-Identifier: Apache-2.0
// Reports that were closed: what was counted stays countable, whatever becomes of the records.
#include "fayi/sqlite/database.h"
#include "fayi/store/books.h"
#include "query_rows.h"

namespace fayi::store {
namespace {

#define FAYI_FROZEN_COLUMNS \
    "number,at,person_name,report,version,definition,first_day,last_day,unit,orgs,beside"

FrozenReport reportFrom(const sqlite::Statement& row) {
    FrozenReport out;
    out.number = row.integer(0);
    out.at = Millis(row.integer(1));
    out.person = row.text(2);
    out.report = row.text(3);
    out.version = static_cast<int>(row.integer(4));
    out.definition = Json::parse(row.text(5), nullptr, false);
    out.from = row.text(6);
    out.to = row.text(7);
    out.unit = row.text(8);
    const Json orgs = Json::parse(row.text(9), nullptr, false);
    if (orgs.is_array())
        out.orgs = orgs.get<std::vector<std::string>>();
    out.beside = Json::parse(row.text(10), nullptr, false);
    return out;
}

Error noSuchReport(std::int64_t number) {
    const std::string text = std::to_string(number);
    return {ErrorCode::NotFound, {"没有编号为 " + text + " 的定稿报表", "there is no frozen report " + text}};
}

}  // namespace

Result<std::vector<std::vector<Json>>> numbersOf(sqlite::Statement& statement,
                                                 const std::vector<Json>& parameters) {
    for (const Json& parameter : parameters) {
        if (parameter.is_number_integer())
            statement.bind(parameter.get<std::int64_t>());
        else if (parameter.is_number())
            statement.bind(parameter.get<double>());
        else
            statement.bind(parameter.get<std::string>());
    }
    std::vector<std::vector<Json>> out;
    while (statement.step()) {
        const double real = statement.real(0);
        out.push_back({statement.isNull(0)                                 ? Json()
                       : real == static_cast<double>(statement.integer(0)) ? Json(statement.integer(0))
                                                                           : Json(real)});
    }
    FAYI_TRY(statement.status());
    return out;
}

Status forgetFrozen(sqlite::Database& database, std::int64_t record, const std::vector<std::string>& fields) {
    for (const std::string& field : fields)
        FAYI_TRY(
            database.prepare("UPDATE frozen_record SET fields=json_remove(fields,'$.'||?) WHERE record=?")
                .bind(field)
                .bind(record)
                .run());
    return {};
}

Result<std::int64_t> Books::freeze(const Gather& gather) {
    sqlite::Transaction transaction(*m_database);  // from here on nobody else writes
    FAYI_TRY(transaction.begun());
    FAYI_LET(gathered, gather());
    std::int64_t number = 0;
    FAYI_TRY(keep(gathered.first, gathered.second, number));
    FAYI_TRY(transaction.commit());
    return number;
}

Status Books::keep(const FrozenReport& report, const std::vector<FrozenRecord>& records,
                   std::int64_t& number) {
    FAYI_TRY(m_database
                 ->prepare("INSERT INTO frozen_report(at,person_name,report,version,definition,first_day,"
                           "last_day,unit,orgs,beside) VALUES(?,?,?,?,?,?,?,?,?,?)")
                 .bind(static_cast<std::int64_t>(m_clock.now().count()))
                 .bind(report.person)
                 .bind(report.report)
                 .bind(report.version)
                 .bind(report.definition.dump())
                 .bind(report.from)
                 .bind(report.to)
                 .bind(report.unit)
                 .bind(Json(report.orgs).dump())
                 .bind(report.beside.dump())
                 .run());
    number = m_database->lastInsertId();
    for (const FrozenFigure& figure : report.figures) {
        auto row = m_database->prepare(
            "INSERT INTO frozen_figure(report,figure,value,denominator,records) VALUES(?,?,?,?,?)");
        row.bind(number).bind(figure.id).bind(figure.value);
        if (figure.denominator)
            row.bind(*figure.denominator);
        else
            row.bindNull();
        FAYI_TRY(row.bind(Json(figure.records).dump()).run());
    }
    for (const FrozenRecord& record : records)
        FAYI_TRY(m_database
                     ->prepare("INSERT INTO frozen_record(report,record,id,version,type,org,happened_on,"
                               "fields) VALUES(?,?,?,?,?,?,?,?)")
                     .bind(number)
                     .bind(record.number)
                     .bind(record.id)
                     .bind(record.version.dump())
                     .bind(record.type)
                     .bind(record.org)
                     .bind(record.happenedOn)
                     .bind(record.fields.dump())
                     .run());
    return {};
}

Result<std::vector<FrozenReport>> Books::frozen() const {
    auto row =
        m_database->prepare("SELECT " FAYI_FROZEN_COLUMNS " FROM frozen_report ORDER BY number DESC LIMIT ?");
    row.bind(kMostEntries);
    std::vector<FrozenReport> out;
    while (row.step())
        out.push_back(reportFrom(row));
    FAYI_TRY(row.status());
    return out;
}

Result<FrozenReport> Books::frozen(std::int64_t number) const {
    auto row = m_database->prepare("SELECT " FAYI_FROZEN_COLUMNS " FROM frozen_report WHERE number=?");
    if (!row.bind(number).step()) {
        FAYI_TRY(row.status());
        return noSuchReport(number);
    }
    FrozenReport out = reportFrom(row);
    auto figure = m_database->prepare(
        "SELECT figure,value,denominator,records FROM frozen_figure WHERE report=? ORDER BY figure");
    figure.bind(number);
    while (figure.step()) {
        FrozenFigure one{figure.text(0), figure.real(1), std::nullopt, {}};
        if (!figure.isNull(2))
            one.denominator = figure.real(2);
        const Json behind = Json::parse(figure.text(3), nullptr, false);
        if (behind.is_array())
            one.records = behind.get<std::vector<std::int64_t>>();
        out.figures.push_back(std::move(one));
    }
    FAYI_TRY(figure.status());
    return out;
}

Result<std::vector<FrozenRecord>> Books::frozenRecords(std::int64_t number) const {
    auto row = m_database->prepare(
        "SELECT record,id,version,type,org,happened_on,fields FROM frozen_record WHERE report=? ORDER BY "
        "record");
    row.bind(number);
    std::vector<FrozenRecord> out;
    while (row.step())
        out.push_back({row.integer(0), row.text(1), Json::parse(row.text(2), nullptr, false), row.text(3),
                       row.text(4), row.text(5), Json::parse(row.text(6), nullptr, false)});
    FAYI_TRY(row.status());
    return out;
}

Result<std::vector<std::vector<Json>>> Books::rows(std::int64_t number, const schema::Query& query) const {
    FAYI_LET(
        statement,
        m_database->prepareOnce(
            "WITH figure_record(id,type,org,state,happened_on,deleted,fields) AS (SELECT record,type,org,"
            "'verified',happened_on,0,fields FROM frozen_record WHERE report=?) " +
            query.sql));
    statement.bind(number);
    return numbersOf(statement, query.params);
}

}  // namespace fayi::store
