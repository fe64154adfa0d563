// SPDX-License-Identifier: Apache-2.0
#include "fayi/store/tally.h"

#include <algorithm>
#include <map>

#include "fayi/protocol/change.h"
#include "fayi/sqlite/database.h"
#include "file.h"
#include "row.h"
#include "select.h"

namespace fayi::store {
namespace {

/// Every record that counts, with the unit that it belongs to.
std::string countedSql() {
    std::string out =
        "WITH counted AS (SELECT number, coalesce(nullif(json_extract(fields,'$.village'),''),org) AS unit, "
        "state, type, happened_on, updated, updated_by FROM record WHERE NOT deleted AND state<>'void' "
        "AND type NOT IN ('org-unit','person','record-type','erasure') AND ";
    out += kShownSql;
    out += ") ";
    return out;
}

/// The unit that a pen's person belongs to; of people of this computer it may have changed since.
constexpr const char* kOrgOfPen = "coalesce(CASE WHEN r.person IS NULL THEN r.org ELSE p.org END,'')";

/// When each pen last left a record as it stands: what is known of one whose changes are not kept here.
Result<std::map<std::int64_t, HybridTime>> lastHands(sqlite::Database& database) {
    auto row = database.prepareOnce("SELECT updated_by, max(updated) FROM record GROUP BY updated_by");
    if (!row)
        return row.error();
    std::map<std::int64_t, HybridTime> out;
    while (row->step())
        out[row->integer(0)] = HybridTime{row->number(1)};
    FAYI_TRY(row->status());
    return out;
}

/// Of the last change of a pen that is kept here; 0: there is none.
Result<HybridTime> lastChange(sqlite::Database& database, std::int64_t pen) {
    auto row =
        database.prepare("SELECT effective, body FROM change WHERE replica=? ORDER BY seq DESC LIMIT 1");
    if (!row.bind(pen).step()) {
        FAYI_TRY(row.status());
        return HybridTime{};
    }
    FAYI_LET(change, protocol::decodeChange(row.text(1)));
    return effectiveOf(row, 0, change.time);
}

void add(std::vector<Computer>& computers, Computer one) {
    const auto known = std::ranges::find_if(
        computers, [&](const Computer& other) { return other.name == one.name && other.org == one.org; });
    if (known == computers.end())
        computers.push_back(std::move(one));
    else
        known->newest = std::max(known->newest, one.newest);
}

}  // namespace

Result<std::vector<UnitTally>> tallyUnits(const std::filesystem::path& folder, const std::string& from,
                                          const std::string& to, const std::string& visitType,
                                          const std::string& above) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    std::string sql = countedSql();
    sql +=
        "SELECT unit, count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2), "
        "count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2 AND state='submitted'), "
        "count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2 AND state='verified'), "
        "count(*) FILTER (WHERE happened_on BETWEEN ?1 AND ?2 AND state='returned'), max(happened_on), "
        "max(CASE WHEN type=?3 AND state<>'draft' THEN happened_on ELSE '' END), max(updated), "
        "max(CASE WHEN ?4='' OR ";
    sql += kOrgOfPen;
    sql +=
        "<>?4 THEN updated ELSE 0 END) FROM counted LEFT JOIN replica r ON r.number=updated_by "
        "LEFT JOIN person p ON p.number=r.person WHERE unit<>'' GROUP BY unit ORDER BY unit";
    auto row = database->prepareOnce(sql);
    if (!row)
        return row.error();
    row->bind(from).bind(to).bind(visitType).bind(above);
    std::vector<UnitTally> out;
    while (row->step())
        out.push_back({row->text(0), row->number(1), row->number(2), row->number(3), row->number(4),
                       row->text(5), row->text(6), HybridTime{row->number(7)}, HybridTime{row->number(8)}});
    FAYI_TRY(row->status());
    return out;
}

Result<std::vector<Computer>> computers(const std::filesystem::path& folder) {
    FAYI_LET(database, sqlite::Database::open(fileIn(folder), {}));
    FAYI_LET(hands, lastHands(*database));
    std::string sql = "SELECT r.number, r.station_name, ";
    sql += kOrgOfPen;
    sql += " FROM replica r LEFT JOIN person p ON p.number=r.person ORDER BY 2, 3";
    auto row = database->prepareOnce(sql);
    if (!row)
        return row.error();
    std::vector<Computer> out;
    while (row->step()) {
        FAYI_LET(newest, lastChange(*database, row->integer(0)));
        add(out, {row->text(1), row->text(2), std::max(newest, hands[row->integer(0)])});
    }
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
