// SPDX-License-Identifier: Apache-2.0
// What a hub remembers of its backups, and of being put back to one.
#include "fayi/server/sqlite_hub_store.h"
#include "fayi/sqlite/database.h"
#include "rows.h"

namespace fayi::hub {

Status SqliteHubStore::beginEpoch(const HubIdentity& identity, const Restoration& restoration) {
    FAYI_TRY(
        m_database->prepare("UPDATE hub SET epoch = ?2, replica = ?3, last_station = ?4 WHERE district = ?1")
            .bind(m_district)
            .bind(identity.epoch)
            .bind(identity.replica.value)
            .bind(identity.lastStation)
            .run());
    FAYI_TRY(
        m_database
            ->prepare("UPDATE enrol_code SET expires = min(expires, ?2) WHERE district = ?1 AND NOT used")
            .bind(m_district)
            .bind(restoration.at.count())
            .run());
    return prepare("INSERT INTO restoration (district, epoch, at, position, replica) VALUES (?,?,?,?,?)")
        .bind(restoration.epoch)
        .bind(restoration.at.count())
        .bind(restoration.position.value)
        .bind(restoration.replica.value)
        .run();
}

Result<std::vector<Restoration>> SqliteHubStore::restorations() {
    sqlite::Statement row =
        prepare("SELECT epoch, at, position, replica FROM restoration WHERE district = ? ORDER BY epoch");
    std::vector<Restoration> out;
    while (row.step())
        out.push_back(
            {row.number(0), Millis(row.integer(1)), Position{row.number(2)}, ReplicaId{row.number(3)}});
    FAYI_TRY(row.status());
    return out;
}

Status SqliteHubStore::putBackup(const BackupNote& note) {
    FAYI_TRY(prepare("INSERT OR REPLACE INTO backup (district, number, at, position) VALUES (?,?,?,?)")
                 .bind(note.number)
                 .bind(note.at.count())
                 .bind(note.position.value)
                 .run());
    FAYI_TRY(prepare("DELETE FROM backup_head WHERE district = ?").run());
    for (const auto& head : note.heads)
        FAYI_TRY(prepare("INSERT INTO backup_head (district, replica, seq) VALUES (?,?,?)")
                     .bind(head.replica.value)
                     .bind(head.seq)
                     .run());
    return {};
}

Result<std::optional<BackupNote>> SqliteHubStore::lastBackup() {
    sqlite::Statement row = prepare("SELECT number, at, position FROM backup WHERE district = ?");
    if (!row.step())
        return rows::nothing<BackupNote>(row);
    return std::optional(BackupNote{row.number(0), Millis(row.integer(1)), Position{row.number(2)}, {}});
}

Result<std::uint64_t> SqliteHubStore::safeSeq(ReplicaId replica) {
    sqlite::Statement row = prepare("SELECT seq FROM backup_head WHERE district = ? AND replica = ?");
    row.bind(replica.value);
    const bool some = row.step();
    FAYI_TRY(row.status());
    return some ? row.number(0) : 0;
}

}  // namespace fayi::hub
