// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/tally.h"

#include "fayi/sqlite/database.h"
#include "file.h"
#include "select.h"

namespace fayi::store {
namespace {

/// Every record that counts, with the unit that it belongs to.
std::string countedSql() {
    std::string out =
        "WITH counted AS (SELECT number, coalesce(nullif(json_extract(fields,'$.village'),''),org) AS unit, "
        "state, type, happened_on, updated FROM record WHERE NOT deleted AND state<>'void' "
        "AND type NOT IN ('org-unit','person','record-type','erasure') AND ";
    out += kShownSql;
    out += ") ";
    return out;
}

}  // namespace

Result<std::vector<UnitTally>> tallyUnits(const std::filesystem::path& folder, const std::string& from,
                                          const std::string& to, const std::string& visitType) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    auto row = database->prepareOnce(
        countedSql() +
        "SELECT unit, count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2), "
        "count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2 AND state='submitted'), "
        "count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2 AND state='verified'), "
        "count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2 AND state='returned'), max(happened_on), "
        "max(CASE WHEN type=?3 AND state<>'draft' THEN happened_on ELSE '' END), max(updated) "
        "FROM counted WHERE unit<>'' GROUP BY unit ORDER BY unit");
    if (!row)
        return row.error();
    row->bind(from).bind(to).bind(visitType);
    std::vector<UnitTally> out;
    while (row->step())
        out.push_back({row->text(0), row->number(1), row->number(2), row->number(3), row->number(4),
                       row->text(5), row->text(6), HybridTime{row->number(7)}});
    FAYI_TRY(row->status());
    return out;
}

Result<std::vector<std::int64_t>> recordsOfUnits(const std::filesystem::path& folder,
                                                 const std::vector<std::string>& units,
                                                 const std::string& state, const std::string& from,
                                                 const std::string& to, std::size_t limit) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    auto row = database->prepareOnce(
        countedSql() +
        "SELECT number FROM counted WHERE happened_on BETWEEN ? AND ? AND (?='' OR state=?) "
        "AND unit IN (SELECT value FROM json_each(?)) "
        "ORDER BY happened_on DESC, number DESC LIMIT ?");
    if (!row)
        return row.error();
    row->bind(from)
        .bind(to)
        .bind(state)
        .bind(state)
        .bind(Json(units).dump())
        .bind(static_cast<std::int64_t>(limit));
    std::vector<std::int64_t> out;
    while (row->step())
        out.push_back(row->integer(0));
    FAYI_TRY(row->status());
    return out;
}

}  // namespace fayi::store
