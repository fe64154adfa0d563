// SPDX-License-Identifier: Apache-2.0
// Attachments: which records name them, and what of them is where.
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/sqlite/database.h"
#include "rows.h"

namespace fayi::hub {
namespace {

Result<std::vector<StoredBlob>> blobsFrom(sqlite::Statement& row) {
    std::vector<StoredBlob> out;
    while (row.step())
        out.push_back({row.text(0), row.number(1), row.number(2), Millis(row.integer(3))});
    FAYI_TRY(row.status());
    return out;
}

Result<std::vector<Upload>> uploadsFrom(sqlite::Statement& row) {
    std::vector<Upload> out;
    while (row.step())
        out.push_back({row.number(0), row.text(1), row.number(2), row.number(3), Millis(row.integer(4))});
    FAYI_TRY(row.status());
    return out;
}

}  // namespace

Status SqliteHubStore::addBlobUses(RecordId record, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        FAYI_TRY(prepare("INSERT OR IGNORE INTO blob_use (district, record_replica, record_seq, name) VALUES "
                         "(?,?,?,?)")
                     .bind(record.created.replica.value)
                     .bind(record.created.seq)
                     .bind(name)
                     .run());
    return {};
}

Status SqliteHubStore::setBlobUses(RecordId record, const std::vector<std::string>& names, Millis since) {
    std::vector<std::string> before;
    {
        sqlite::Statement row =
            prepare("SELECT name FROM blob_use WHERE district = ? AND record_replica = ? AND record_seq = ?");
        row.bind(record.created.replica.value).bind(record.created.seq);
        while (row.step())
            before.push_back(row.text(0));
        FAYI_TRY(row.status());
    }
    FAYI_TRY(prepare("DELETE FROM blob_use WHERE district = ? AND record_replica = ? AND record_seq = ?")
                 .bind(record.created.replica.value)
                 .bind(record.created.seq)
                 .run());
    FAYI_TRY(addBlobUses(record, names));
    for (const std::string& name : before)
        FAYI_TRY(
            prepare("UPDATE blob SET since = ?3 WHERE district = ?1 AND name = ?2 AND NOT EXISTS(SELECT 1 "
                    "FROM blob_use u WHERE u.district = ?1 AND u.name = ?2)")
                .bind(name)
                .bind(since.count())
                .run());
    return {};
}

Result<std::vector<RecordPlace>> SqliteHubStore::blobPlaces(const std::string& name) {
    sqlite::Statement row = prepare(
        "SELECT DISTINCT r.orgs, r.type FROM blob_use u JOIN record r ON r.district = u.district AND "
        "r.replica = "
        "u.record_replica AND r.seq = u.record_seq WHERE u.district = ? AND u.name = ? AND r.forgotten = 0");
    row.bind(name);
    std::vector<RecordPlace> out;
    while (row.step())
        out.push_back({{}, row.text(0), row.text(1), false});
    FAYI_TRY(row.status());
    return out;
}

Result<std::optional<StoredBlob>> SqliteHubStore::blob(const std::string& name) {
    sqlite::Statement row =
        prepare("SELECT name, bytes, station, since FROM blob WHERE district = ? AND name = ?");
    row.bind(name);
    FAYI_LET(found, blobsFrom(row));
    return found.empty() ? std::optional<StoredBlob>() : std::optional(std::move(found.front()));
}

Status SqliteHubStore::putBlob(const StoredBlob& blob) {
    return prepare("INSERT OR REPLACE INTO blob (district, name, bytes, station, since) VALUES (?,?,?,?,?)")
        .bind(blob.name)
        .bind(blob.bytes)
        .bind(blob.station)
        .bind(blob.since.count())
        .run();
}

Status SqliteHubStore::dropBlob(const std::string& name) {
    return prepare("DELETE FROM blob WHERE district = ? AND name = ?").bind(name).run();
}

Result<std::vector<StoredBlob>> SqliteHubStore::orphans(Millis until, std::size_t limit) {
    sqlite::Statement row = prepare(
        "SELECT name, bytes, station, since FROM blob b WHERE district = ?1 AND since <= ?2 AND NOT "
        "EXISTS(SELECT 1 FROM blob_use u WHERE u.district = ?1 AND u.name = b.name) LIMIT ?3");
    row.bind(until.count()).bind(static_cast<std::int64_t>(limit));
    return blobsFrom(row);
}

Result<std::vector<Upload>> SqliteHubStore::uploadsOf(std::uint64_t station) {
    sqlite::Statement row = prepare(
        "SELECT station, name, total, have, at FROM upload WHERE district = ? AND station = ? ORDER BY at, "
        "name");
    row.bind(station);
    return uploadsFrom(row);
}

Result<std::vector<Upload>> SqliteHubStore::restingUploads(Millis until, std::size_t limit) {
    sqlite::Statement row = prepare(
        "SELECT station, name, total, have, at FROM upload WHERE district = ? AND at <= ? ORDER BY at LIMIT "
        "?");
    row.bind(until.count()).bind(static_cast<std::int64_t>(limit));
    return uploadsFrom(row);
}

Status SqliteHubStore::putUpload(const Upload& upload) {
    return prepare(
               "INSERT OR REPLACE INTO upload (district, station, name, total, have, at) VALUES "
               "(?,?,?,?,?,?)")
        .bind(upload.station)
        .bind(upload.name)
        .bind(upload.total)
        .bind(upload.have)
        .bind(upload.at.count())
        .run();
}

Status SqliteHubStore::dropUpload(std::uint64_t station, const std::string& name) {
    return prepare("DELETE FROM upload WHERE district = ? AND station = ? AND name = ?")
        .bind(station)
        .bind(name)
        .run();
}

}  // namespace fayi::hub
