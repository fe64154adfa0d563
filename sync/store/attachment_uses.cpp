// SPDX-License-Identifier: Apache-2.0
// Which attachments the records here name: noted in the transaction that brings the version that does.
#include "attachment_sql.h"
#include "row.h"

namespace fayi::store {

/// Ours: this store has written it just now, so the hub is offered the attachment, though it may have had it.
Status Store::noteBlobs(std::int64_t record, const std::vector<records::NamedBlob>& named,
                        Naming naming) const {
    const auto note = [&](const std::string& name, std::optional<std::uint64_t> bytes,
                          bool thumbnail) -> Status {
        auto put = m_database->prepare(
            "INSERT INTO attachment(name,bytes,thumbnail) VALUES(?,?,?) ON CONFLICT(name) DO UPDATE SET "
            "bytes=coalesce(bytes,excluded.bytes)");
        put.bind(name);
        if (bytes)
            put.bind(*bytes);
        else
            put.bindNull();
        FAYI_TRY(put.bind(thumbnail ? 1 : 0).run());
        if (naming == Naming::Ours)
            FAYI_TRY(m_database
                         ->prepare("UPDATE attachment SET at_hub=0, sent=0, misses=0, not_before=0 WHERE "
                                   "name=?")
                         .bind(name)
                         .run());
        return m_database->prepare("INSERT OR IGNORE INTO attachment_use(record,name) VALUES(?,?)")
            .bind(record)
            .bind(name)
            .run();
    };
    for (const records::NamedBlob& one : named) {
        FAYI_TRY(note(one.blob, one.bytes, false));
        if (!one.thumbnail.empty())
            FAYI_TRY(note(one.thumbnail, std::nullopt, true));
    }
    return {};
}

/// After an erasure by order: what nothing names any more goes without a grace.
Status Store::dropStaleBlobUses(std::int64_t record) const {
    const std::string stale =
        std::string("FROM attachment_use u WHERE u.record=?1 AND NOT ") + kStillNamedSql;
    FAYI_LET(mark, m_database->prepareOnce(
                       "UPDATE attachment SET kept_until=0 WHERE name IN (SELECT u.name " + stale + ")"));
    FAYI_TRY(mark.bind(record).run());
    FAYI_LET(drop,
             m_database->prepareOnce(
                 "DELETE FROM attachment_use WHERE record=?1 AND name IN (SELECT u.name " + stale + ")"));
    return drop.bind(record).run();
}

}  // namespace fayi::store
