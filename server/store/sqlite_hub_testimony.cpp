// SPDX-License-Identifier: Apache-2.0
// What stations testified of changes that this hub had forgotten.
#include "bodies.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/sqlite/database.h"
#include "rows.h"

namespace fayi::hub {

Status SqliteHubStore::replaceTestimony(const LoggedChange& change) {
    FAYI_LET(body, m_bodies->pack(m_district, change.body));
    return m_database
        ->prepare(
            "UPDATE change SET chain = ?4, body = ?5, effective = ?6, record_replica = ?7, "
            "record_seq = ?8, testified_by = ?9 "
            "WHERE district = ?1 AND replica = ?2 AND seq = ?3 AND repeats = 0 AND testified_by <> 0")
        .bind(m_district)
        .bind(change.line.dot.replica.value)
        .bind(change.line.dot.seq)
        .bindBlob(change.chain)
        .bindBlob(body)
        .bind(change.effective.packed)
        .bind(change.line.record.created.replica.value)
        .bind(change.line.record.created.seq)
        .bind(change.line.testifiedBy)
        .run();
}

Result<std::uint64_t> SqliteHubStore::lastTestified(ReplicaId replica) {
    sqlite::Statement row = prepare(
        "SELECT max(seq) FROM change WHERE district = ? AND replica = ? AND repeats = 0 AND testified_by <> "
        "0");
    row.bind(replica.value);
    const bool some = row.step();
    FAYI_TRY(row.status());
    return some ? row.number(0) : 0;
}

Result<std::uint64_t> SqliteHubStore::seqAt(ReplicaId replica, Position position) {
    sqlite::Statement row = prepare(
        "SELECT max(seq) FROM change WHERE district = ? AND replica = ? AND repeats = 0 AND testified_by = 0 "
        "AND position <= ?");
    row.bind(replica.value).bind(position.value);
    const bool some = row.step();
    FAYI_TRY(row.status());
    return some ? row.number(0) : 0;
}

Status SqliteHubStore::putContradicted(const LoggedChange& testimony, Millis at) {
    return prepare(
               "INSERT OR REPLACE INTO contradicted (district, replica, seq, station, at, body) "
               "VALUES (?,?,?,?,?,?)")
        .bind(testimony.line.dot.replica.value)
        .bind(testimony.line.dot.seq)
        .bind(testimony.line.testifiedBy)
        .bind(at.count())
        .bindBlob(testimony.body)
        .run();
}

Result<std::uint64_t> SqliteHubStore::contradictions() {
    sqlite::Statement row = prepare("SELECT count(*) FROM contradicted WHERE district = ?");
    const bool some = row.step();
    FAYI_TRY(row.status());
    return some ? row.number(0) : 0;
}

Status SqliteHubStore::putTestifiedPen(const protocol::PenName& pen) {
    return prepare(
               "INSERT INTO testified_pen (district, replica, person_replica, person_seq, person_name, "
               "station_name, home_org) VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING")
        .bind(pen.replica.value)
        .bind(pen.person.created.replica.value)
        .bind(pen.person.created.seq)
        .bind(pen.personName)
        .bind(pen.stationName)
        .bind(pen.org)
        .run();
}

Result<std::optional<protocol::PenName>> SqliteHubStore::testifiedPen(ReplicaId replica) {
    sqlite::Statement row = prepare(
        "SELECT person_replica, person_seq, person_name, station_name, home_org FROM testified_pen "
        "WHERE district = ? AND replica = ?");
    row.bind(replica.value);
    if (!row.step())
        return rows::nothing<protocol::PenName>(row);
    return std::optional(
        protocol::PenName{replica, rows::recordId(row, 0), row.text(2), row.text(3), row.text(4)});
}

}  // namespace fayi::hub
