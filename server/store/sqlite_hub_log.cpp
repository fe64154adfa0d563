// SPDX-License-Identifier: Apache-2.0
// The log of changes, the pens that wrote them, and what was refused.
#include "bodies.h"
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/sqlite/database.h"
#include "rows.h"

namespace fayi::hub {
namespace {

constexpr std::string_view kLine =
    "SELECT position, replica, seq, record_replica, record_seq, reference, orgs, orgs_before, repeats, "
    "testified_by";
constexpr std::string_view kLogged = ", effective, chain, body";
constexpr std::string_view kRefused =
    "SELECT replica, seq, record_replica, record_seq, chain, seed, body, code, zh, en, at FROM refused "
    "WHERE district = ?";

LogLine lineOf(const sqlite::Statement& row) {
    LogLine out;
    out.position.value = row.number(0);
    out.dot = rows::dot(row, 1);
    out.record = rows::recordId(row, 3);
    out.reference = row.integer(5) != 0;
    out.definition = row.integer(5) == 2;
    out.orgs = row.text(6);
    if (!row.isNull(7))
        out.orgsBefore = row.text(7);
    out.repeats.value = row.number(8);
    out.testifiedBy = row.number(9);
    return out;
}

RefusedChange refusedOf(const sqlite::Statement& row) {
    return {rows::dot(row, 0),
            rows::recordId(row, 2),
            row.text(4),
            row.text(5),
            row.text(6),
            row.text(7),
            Text{row.text(8), row.text(9)},
            Millis(row.integer(10))};
}

std::string loggedWhere(std::string_view condition) {
    return rows::sql({kLine, kLogged, " FROM change WHERE district = ? ", condition});
}

}  // namespace

Result<LoggedChange> SqliteHubStore::loggedOf(const sqlite::Statement& row) {
    FAYI_LET(body, m_bodies->unpack(m_district, row.text(12)));
    return LoggedChange{lineOf(row), HybridTime{row.number(10)}, row.text(11), std::move(body)};
}

Result<Position> SqliteHubStore::lastPosition() {
    sqlite::Statement row = prepare("SELECT max(position) FROM change WHERE district = ?");
    const bool some = row.step();
    FAYI_TRY(row.status());
    return Position{some ? row.number(0) : 0};
}

Result<Position> SqliteHubStore::lastDefinitionPosition() {
    sqlite::Statement row = prepare("SELECT max(position) FROM change WHERE district = ? AND reference = 2");
    const bool some = row.step();
    FAYI_TRY(row.status());
    return Position{some ? row.number(0) : 0};
}

Status SqliteHubStore::append(const LoggedChange& change) {
    FAYI_LET(body, m_bodies->pack(m_district, change.body));
    sqlite::Statement row = prepare(
        "INSERT INTO change (district, position, replica, seq, record_replica, record_seq, reference, orgs, "
        "repeats, testified_by, effective, chain, body, orgs_before) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    row.bind(change.line.position.value)
        .bind(change.line.dot.replica.value)
        .bind(change.line.dot.seq)
        .bind(change.line.record.created.replica.value)
        .bind(change.line.record.created.seq)
        .bind(change.line.definition  ? 2
              : change.line.reference ? 1
                                      : 0)
        .bind(change.line.orgs)
        .bind(change.line.repeats.value)
        .bind(change.line.testifiedBy)
        .bind(change.effective.packed)
        .bindBlob(change.chain)
        .bindBlob(body);
    if (change.line.orgsBefore)
        row.bind(*change.line.orgsBefore);
    else
        row.bindNull();
    return row.run();
}

Result<std::vector<LogLine>> SqliteHubStore::linesAfter(Position after, std::size_t limit) {
    static const std::string kSql =
        rows::sql({kLine, " FROM change WHERE district = ? AND position > ? ORDER BY position LIMIT ?"});
    sqlite::Statement row = prepare(kSql);
    row.bind(after.value).bind(static_cast<std::uint64_t>(limit));
    std::vector<LogLine> out;
    while (row.step())
        out.push_back(lineOf(row));
    FAYI_TRY(row.status());
    return out;
}

Result<LoggedChange> SqliteHubStore::changeAt(Position position) {
    static const std::string kSql = loggedWhere("AND position = ?");
    sqlite::Statement row = prepare(kSql);
    row.bind(position.value);
    if (row.step())
        return loggedOf(row);
    FAYI_TRY(row.status());
    const std::string number = std::to_string(position.value);
    return Error{ErrorCode::NotFound,
                 {"没有第 " + number + " 号修改", "there is no change at position " + number}};
}

Result<std::vector<LoggedChange>> SqliteHubStore::changesOf(RecordId record) {
    static const std::string kSql =
        loggedWhere("AND record_replica = ? AND record_seq = ? AND repeats = 0 ORDER BY position");
    sqlite::Statement row = prepare(kSql);
    row.bind(record.created.replica.value).bind(record.created.seq);
    std::vector<LoggedChange> out;
    while (row.step()) {
        FAYI_LET(logged, loggedOf(row));
        out.push_back(std::move(logged));
    }
    FAYI_TRY(row.status());
    return out;
}

Result<std::optional<LoggedChange>> SqliteHubStore::changeOf(Dot dot) {
    static const std::string kSql = loggedWhere("AND replica = ? AND seq = ? AND repeats = 0");
    sqlite::Statement row = prepare(kSql);
    row.bind(dot.replica.value).bind(dot.seq);
    if (!row.step())
        return rows::nothing<LoggedChange>(row);
    FAYI_LET(logged, loggedOf(row));
    return std::optional(std::move(logged));
}

Status SqliteHubStore::appendRefused(const RefusedChange& change) {
    return prepare(
               "INSERT INTO refused (district, replica, seq, record_replica, record_seq, chain, seed, body, "
               "code, "
               "zh, en, at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(change.dot.replica.value)
        .bind(change.dot.seq)
        .bind(change.record.created.replica.value)
        .bind(change.record.created.seq)
        .bindBlob(change.chain)
        .bindBlob(change.seed)
        .bindBlob(change.body)
        .bind(change.code)
        .bind(change.reason.zh)
        .bind(change.reason.en)
        .bind(change.at.count())
        .run();
}

Result<std::optional<RefusedChange>> SqliteHubStore::refusedOf(Dot dot) {
    static const std::string kSql = rows::sql({kRefused, " AND replica = ? AND seq = ?"});
    sqlite::Statement row = prepare(kSql);
    row.bind(dot.replica.value).bind(dot.seq);
    if (!row.step())
        return rows::nothing<RefusedChange>(row);
    return std::optional(hub::refusedOf(row));
}

Result<std::vector<RefusedChange>> SqliteHubStore::refusedOfRecord(RecordId record) {
    static const std::string kSql =
        rows::sql({kRefused, " AND record_replica = ? AND record_seq = ? ORDER BY replica, seq"});
    sqlite::Statement row = prepare(kSql);
    row.bind(record.created.replica.value).bind(record.created.seq);
    std::vector<RefusedChange> out;
    while (row.step())
        out.push_back(hub::refusedOf(row));
    FAYI_TRY(row.status());
    return out;
}

Status SqliteHubStore::replaceBody(Dot dot, const Bytes& body) {
    FAYI_LET(packed, m_bodies->pack(m_district, body));
    return prepare(
               "UPDATE change SET body = ?4 WHERE district = ?1 AND replica = ?2 AND seq = ?3 AND repeats = "
               "0")
        .bind(dot.replica.value)
        .bind(dot.seq)
        .bindBlob(packed)
        .run();
}

Status SqliteHubStore::replaceRefused(const RefusedChange& change) {
    return prepare(
               "UPDATE refused SET body = ?4, seed = ?5, zh = ?6, en = ?7 WHERE district = ?1 AND replica = "
               "?2 "
               "AND seq = ?3")
        .bind(change.dot.replica.value)
        .bind(change.dot.seq)
        .bindBlob(change.body)
        .bindBlob(change.seed)
        .bind(change.reason.zh)
        .bind(change.reason.en)
        .run();
}

Status SqliteHubStore::eachChange(const std::function<Status(const LoggedChange&)>& each) {
    static const std::string kSql = loggedWhere("AND repeats = 0 AND testified_by = 0 ORDER BY replica, seq");
    sqlite::Statement row = prepare(kSql);
    while (row.step()) {
        FAYI_LET(logged, loggedOf(row));
        FAYI_TRY(each(logged));
    }
    return row.status();
}

Status SqliteHubStore::eachRefused(const std::function<Status(const RefusedChange&)>& each) {
    static const std::string kSql = rows::sql({kRefused, " ORDER BY replica, seq"});
    sqlite::Statement row = prepare(kSql);
    while (row.step())
        FAYI_TRY(each(hub::refusedOf(row)));
    return row.status();
}

Result<std::vector<Pen>> SqliteHubStore::pensWhere(std::string_view condition,
                                                   std::optional<std::uint64_t> value) {
    sqlite::Statement row = prepare(rows::sql(
        {"SELECT replica, person_replica, person_seq, station, public_key, home_org, head_seq, head_hash, "
         "head_seed, last_effective, refused FROM pen WHERE district = ? ",
         condition}));
    if (value)
        row.bind(*value);
    std::vector<Pen> out;
    while (row.step()) {
        Pen pen;
        pen.replica.value = row.number(0);
        pen.person = rows::recordId(row, 1);
        pen.station = row.number(3);
        pen.publicKey = row.text(4);
        pen.homeOrg = row.text(5);
        pen.head = {row.number(6), row.text(7), row.text(8)};
        pen.lastEffective.packed = row.number(9);
        pen.refused = row.text(10);
        out.push_back(std::move(pen));
    }
    FAYI_TRY(row.status());
    return out;
}

Result<std::optional<Pen>> SqliteHubStore::pen(ReplicaId replica) {
    FAYI_LET(found, pensWhere("AND replica = ?", replica.value));
    return found.empty() ? std::optional<Pen>() : std::optional(std::move(found.front()));
}

Result<std::vector<Pen>> SqliteHubStore::pensOf(std::uint64_t station) {
    return pensWhere("AND station = ? ORDER BY replica", station);
}

Result<std::vector<Pen>> SqliteHubStore::pens() {
    return pensWhere("ORDER BY replica", std::nullopt);
}

Status SqliteHubStore::putPen(const Pen& pen) {
    return prepare(
               "INSERT INTO pen (district, replica, person_replica, person_seq, station, public_key, "
               "home_org, "
               "head_seq, head_hash, head_seed, last_effective, refused) VALUES "
               "(?,?,?,?,?,?,?,?,?,?,?,?) "
               "ON CONFLICT (district, replica) DO UPDATE SET head_seq = excluded.head_seq, "
               "head_hash = excluded.head_hash, head_seed = excluded.head_seed, "
               "last_effective = excluded.last_effective, refused = excluded.refused")
        .bind(pen.replica.value)
        .bind(pen.person.created.replica.value)
        .bind(pen.person.created.seq)
        .bind(pen.station)
        .bindBlob(pen.publicKey)
        .bind(pen.homeOrg)
        .bind(pen.head.seq)
        .bindBlob(pen.head.hash)
        .bindBlob(pen.head.seed)
        .bind(pen.lastEffective.packed)
        .bindBlob(pen.refused)
        .run();
}

Status SqliteHubStore::putSignedHead(const protocol::SignedHead& head) {
    return prepare(
               "INSERT INTO signed_head (district, replica, seq, hash, signature) VALUES (?,?,?,?,?) "
               "ON CONFLICT DO NOTHING")
        .bind(head.replica.value)
        .bind(head.seq)
        .bindBlob(head.hash)
        .bindBlob(head.signature)
        .run();
}

Result<std::vector<protocol::SignedHead>> SqliteHubStore::signedHeads(ReplicaId replica) {
    sqlite::Statement row = prepare(
        "SELECT seq, hash, signature FROM signed_head WHERE district = ? AND replica = ? ORDER BY seq");
    row.bind(replica.value);
    std::vector<protocol::SignedHead> out;
    while (row.step())
        out.push_back({replica, row.number(0), row.text(1), row.text(2)});
    FAYI_TRY(row.status());
    return out;
}

}  // namespace fayi::hub
