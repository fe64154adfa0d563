// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "row.h"

namespace fayi::store {

/// True (1) while the hub has not answered for some change of the record.
inline constexpr const char* kWaitingSql =
    "EXISTS(SELECT 1 FROM change w JOIN replica o ON o.number=w.replica WHERE w.record=record.number "
    "AND o.person IS NOT NULL AND w.seq>o.acked)";
inline constexpr const char* kRefusedSql =
    "EXISTS(SELECT 1 FROM refusal f WHERE f.record=record.number AND f.open)";

/// What a person is shown; takes Visible::orgs and Visible::hidden as JSON arrays, then the person.
inline constexpr const char* kVisibleSql =
    "(((record.org='' OR record.org IN (SELECT value FROM json_each(?))) AND record.type NOT IN (SELECT "
    "value "
    "FROM json_each(?))) OR record.replica IN (SELECT number FROM replica WHERE person=?))";

/// True (1) for a record whose creation was refused: it is in no other store, and counts nowhere.
inline constexpr const char* kUnbornSql =
    "EXISTS(SELECT 1 FROM refusal n WHERE n.replica=record.replica AND n.seq=record.seq)";

/// True for what a fresh pull brought only once it has ended: it is shown whole or not at all.
inline constexpr const char* kShownSql =
    "record.since<=coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key='pulled'),0)";
/// The word that tells where a record is; needs `enrolled` as parameter-free SQL: see syncSql().
std::string syncSql(bool enrolled);

/// Columns of a StoredRecord, in the order storedFrom() reads them.
std::string storedColumns(bool enrolled);
Result<StoredRecord> storedFrom(const sqlite::Statement& row, const schema::Catalog& catalog);

/// Columns of a RecordLine, in the order lineFrom() reads them.
std::string lineColumns(bool enrolled);
RecordLine lineFrom(const sqlite::Statement& row);

}  // namespace fayi::store
