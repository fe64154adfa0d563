// SPDX-License-Identifier: Apache-2.0
// Stations, the people who write at them, and the codes they came with.
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/sqlite/database.h"
#include "rows.h"

namespace fayi::hub {
namespace {

/// Selectors whose wrong tries are remembered.
constexpr int kMostGuards = 10'000;

void bindStation(sqlite::Statement& row, const Station& station) {
    row.bind(station.name)
        .bindBlob(station.tokenHash)
        .bind(station.enrolled.count())
        .bind(station.offset.count())
        .bind(station.cursor.value)
        .bind(station.confirmed ? 1 : 0);
    if (station.lastSync)
        row.bind(station.lastSync->count());
    else
        row.bindNull();
}

}  // namespace

Result<std::uint64_t> SqliteHubStore::addStation(const Station& station) {
    std::uint64_t number = 1;
    {
        sqlite::Statement last = prepare(
            "SELECT max(h.last_station, coalesce((SELECT max(number) FROM station s WHERE "
            "s.district = h.district), 0)) + 1 FROM hub h WHERE h.district = ?");
        if (last.step())
            number = last.number(0);
        FAYI_TRY(last.status());
    }
    Station added = station;
    added.number = number;
    FAYI_TRY(putStation(added));
    return number;
}

Status SqliteHubStore::putStation(const Station& station) {
    sqlite::Statement row = prepare(
        "INSERT INTO station (district, number, name, token_hash, enrolled, offset_ms, cursor, "
        "confirmed, last_sync) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (district, number) DO UPDATE SET "
        "name = excluded.name, token_hash = excluded.token_hash, offset_ms = excluded.offset_ms, "
        "cursor = excluded.cursor, confirmed = excluded.confirmed, "
        "last_sync = excluded.last_sync");
    row.bind(station.number);
    bindStation(row, station);
    return row.run();
}

Result<std::vector<Station>> SqliteHubStore::stationsWhere(std::string_view condition,
                                                           std::optional<std::uint64_t> value) {
    sqlite::Statement row = prepare(
        rows::sql({"SELECT number, name, token_hash, enrolled, offset_ms, cursor, confirmed, last_sync "
                   "FROM station WHERE district = ? ",
                   condition}));
    if (value)
        row.bind(*value);
    std::vector<Station> out;
    while (row.step()) {
        Station station;
        station.number = row.number(0);
        station.name = row.text(1);
        station.tokenHash = row.text(2);
        station.enrolled = Millis(row.integer(3));
        station.offset = Millis(row.integer(4));
        station.cursor.value = row.number(5);
        station.confirmed = row.integer(6) != 0;
        if (!row.isNull(7))
            station.lastSync = Millis(row.integer(7));
        out.push_back(std::move(station));
    }
    FAYI_TRY(row.status());
    return out;
}

Result<std::optional<Station>> SqliteHubStore::station(std::uint64_t number) {
    FAYI_LET(found, stationsWhere("AND number = ?", number));
    return found.empty() ? std::optional<Station>() : std::optional(std::move(found.front()));
}

Result<std::vector<Station>> SqliteHubStore::stations() {
    return stationsWhere("ORDER BY number", std::nullopt);
}

Status SqliteHubStore::addMember(std::uint64_t station, RecordId person) {
    return prepare(
               "INSERT INTO member (district, station, person_replica, person_seq) VALUES (?,?,?,?) "
               "ON CONFLICT DO NOTHING")
        .bind(station)
        .bind(person.created.replica.value)
        .bind(person.created.seq)
        .run();
}

Result<std::vector<RecordId>> SqliteHubStore::membersOf(std::uint64_t station) {
    sqlite::Statement row = prepare(
        "SELECT person_replica, person_seq FROM member WHERE district = ? AND station = ? "
        "ORDER BY person_replica, person_seq");
    row.bind(station);
    std::vector<RecordId> out;
    while (row.step())
        out.push_back(rows::recordId(row, 0));
    FAYI_TRY(row.status());
    return out;
}

Status SqliteHubStore::putAuthority(const PersonAuthority& authority) {
    return prepare(
               "INSERT INTO authority (district, person_replica, person_seq, position, at, name, role, org, "
               "scope, "
               "revoked, revoked_now) VALUES (?,?,?,?,?,?,?,?,?,?,?)")
        .bind(authority.person.created.replica.value)
        .bind(authority.person.created.seq)
        .bind(authority.position.value)
        .bind(authority.at.count())
        .bind(authority.name)
        .bind(authority.role)
        .bind(authority.org)
        .bind(joinCodes(authority.scope))
        .bind(authority.revoked ? 1 : 0)
        .bind(authority.revokedNow ? 1 : 0)
        .run();
}

Result<std::vector<PersonAuthority>> SqliteHubStore::authorities(RecordId person) {
    sqlite::Statement row = prepare(
        "SELECT position, at, name, role, org, scope, revoked, revoked_now FROM authority "
        "WHERE district = ? AND person_replica = ? AND person_seq = ? ORDER BY position");
    row.bind(person.created.replica.value).bind(person.created.seq);
    std::vector<PersonAuthority> out;
    while (row.step())
        out.push_back({person, Position{row.number(0)}, Millis(row.integer(1)), row.text(2), row.text(3),
                       row.text(4), splitCodes(row.text(5)), row.integer(6) != 0, row.integer(7) != 0});
    FAYI_TRY(row.status());
    return out;
}

Status SqliteHubStore::putCode(const EnrolCode& code) {
    return prepare(
               "INSERT INTO enrol_code (district, selector, hash, person_replica, person_seq, expires, used, "
               "used_by, used_by_pen) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (district, selector) DO UPDATE "
               "SET "
               "used = excluded.used, used_by = excluded.used_by, used_by_pen = excluded.used_by_pen")
        .bind(code.selector)
        .bindBlob(code.hash)
        .bind(code.person.created.replica.value)
        .bind(code.person.created.seq)
        .bind(code.expires.count())
        .bind(code.used ? 1 : 0)
        .bind(code.usedBy)
        .bind(code.usedByPen.value)
        .run();
}

Result<std::optional<EnrolCode>> SqliteHubStore::code(const std::string& selector) {
    sqlite::Statement row = prepare(
        "SELECT hash, person_replica, person_seq, expires, used, used_by, used_by_pen FROM enrol_code "
        "WHERE district = ? AND selector = ?");
    row.bind(selector);
    if (!row.step())
        return rows::nothing<EnrolCode>(row);
    return std::optional(EnrolCode{selector, row.text(0), rows::recordId(row, 1), Millis(row.integer(3)),
                                   row.integer(4) != 0, row.number(5), ReplicaId{row.number(6)}});
}

Result<EnrolGuard> SqliteHubStore::guard(const std::string& selector) {
    sqlite::Statement row = prepare(
        "SELECT failures, locked_until, last_failure FROM enrol_guard WHERE district = ? AND selector = ?");
    row.bind(selector);
    if (!row.step()) {
        FAYI_TRY(row.status());
        return EnrolGuard{selector, 0, {}, {}};
    }
    return EnrolGuard{selector, static_cast<int>(row.integer(0)), Millis(row.integer(1)),
                      Millis(row.integer(2))};
}

Status SqliteHubStore::putGuard(const EnrolGuard& guard) {
    FAYI_TRY(prepare("INSERT INTO enrol_guard (district, selector, failures, locked_until, last_failure) "
                     "VALUES (?,?,?,?,?) ON CONFLICT (district, selector) DO UPDATE SET "
                     "failures = excluded.failures, locked_until = excluded.locked_until, "
                     "last_failure = excluded.last_failure")
                 .bind(guard.selector)
                 .bind(guard.failures)
                 .bind(guard.lockedUntil.count())
                 .bind(guard.lastFailure.count())
                 .run());
    return prepare(
               "DELETE FROM enrol_guard WHERE (district, selector) IN (SELECT district, selector FROM "
               "enrol_guard "
               "WHERE district = ? ORDER BY last_failure DESC LIMIT -1 OFFSET ?)")
        .bind(kMostGuards)
        .run();
}

Status SqliteHubStore::putBundle(const ReadBundle& bundle) {
    return prepare(
               "INSERT OR REPLACE INTO bundle (district, station, id, clock, seal_key, answers, follow) "
               "VALUES (?,?,?,?,?,?,?)")
        .bind(bundle.station)
        .bindBlob(bundle.id)
        .bind(bundle.clock.count())
        .bindBlob(bundle.sealKey)
        .bindBlob(bundle.answers)
        .bindBlob(bundle.follow)
        .run();
}

Result<std::optional<ReadBundle>> SqliteHubStore::bundle(std::uint64_t station) {
    sqlite::Statement row =
        prepare("SELECT id, clock, seal_key, answers, follow FROM bundle WHERE district = ? AND station = ?");
    row.bind(station);
    if (!row.step())
        return rows::nothing<ReadBundle>(row);
    return std::optional(
        ReadBundle{station, row.text(0), Millis(row.integer(1)), row.text(2), row.text(3), row.text(4)});
}

}  // namespace fayi::hub
