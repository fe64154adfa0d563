// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/sqlite_hub_store.h"
#include "rows.h"

namespace fayi::hub {
namespace {

constexpr std::string_view kColumns =
    "SELECT org, kind, year, first, last, station, epoch, told, at FROM number_block WHERE district = ?";

Result<std::vector<ReservedNumbers>> blocksFrom(sqlite::Statement& row) {
    std::vector<ReservedNumbers> out;
    while (row.step())
        out.push_back({{row.text(0), row.text(1), static_cast<int>(row.integer(2))},
                       row.number(3),
                       row.number(4),
                       row.number(5),
                       row.number(6),
                       row.number(7),
                       Millis(row.integer(8))});
    FAYI_TRY(row.status());
    return out;
}

}  // namespace

Result<std::vector<ReservedNumbers>> SqliteHubStore::reservedNumbers(const protocol::NumberSeries& series) {
    sqlite::Statement row =
        prepare(rows::sql({kColumns, " AND org = ? AND kind = ? AND year = ? ORDER BY first, station"}));
    row.bind(series.org).bind(series.kind).bind(series.year);
    return blocksFrom(row);
}

Result<std::vector<ReservedNumbers>> SqliteHubStore::reservedNumbers() {
    sqlite::Statement row = prepare(rows::sql({kColumns, " ORDER BY year, kind, org, first, station"}));
    return blocksFrom(row);
}

Status SqliteHubStore::putReservedNumbers(const ReservedNumbers& block) {
    return prepare(
               "INSERT OR REPLACE INTO number_block (district, org, kind, year, first, last, station, epoch, "
               "told, at) VALUES (?,?,?,?,?,?,?,?,?,?)")
        .bind(block.series.org)
        .bind(block.series.kind)
        .bind(block.series.year)
        .bind(block.first)
        .bind(block.last)
        .bind(block.station)
        .bind(block.epoch)
        .bind(block.told)
        .bind(block.at.count())
        .run();
}

}  // namespace fayi::hub
