// SPDX-License-Identifier: Apache-2.0
// Records that leave the scope, and what is looked after once a sync has ended.
#include "fayi/base/bugs.h"
#include "row.h"

namespace fayi::store {
namespace {

/// Records dropped in one transaction: others may write in between.
constexpr int kBatch = 200;

}  // namespace

/// A record that left the scope goes, unless something of it waits: changes the hub has not answered for, or
/// refused ones that nobody has dealt with. It goes when these do.
Status Store::letGo(RecordId id) {
    FAYI_LET(row, findRow(id));
    if (!row || bug("left-behind"))
        return {};
    auto refused = m_database->prepare("SELECT 1 FROM refusal WHERE record=? AND open LIMIT 1");
    if (bug("forget-unsent"))
        return forget(*row);
    if (waits(row->number) || refused.bind(row->number).step())
        return m_database->prepare("UPDATE record SET gone=1 WHERE number=?").bind(row->number).run();
    return forget(*row);
}

Status Store::forget(const RecordRow& row) {
    if (!row.indexed.empty())
        FAYI_TRY(m_database->prepare("INSERT INTO search(search,rowid,grams) VALUES('delete',?,?)")
                     .bind(row.number)
                     .bind(row.indexed)
                     .run());
    FAYI_TRY(keepChains(row.number));
    for (const char* sql : {"DELETE FROM refusal WHERE record=?", "DELETE FROM change WHERE record=?",
                            "DELETE FROM record WHERE number=?"})
        FAYI_TRY(m_database->prepare(sql).bind(row.number).run());
    return markForScrub(Wipe::Rest);
}

/// After a sync: what left and was waited for, what a fresh pull did not bring, what is old. A batch a
/// transaction, so that nobody waits for the lock.
Status Store::tidy() {
    for (bool more = true; more;) {
        sqlite::Transaction transaction(*m_database);
        FAYI_TRY(transaction.begun());
        FAYI_LET(left, dropLeft());
        FAYI_TRY(transaction.commit());
        more = left == kBatch;
    }
    return prune();
}

Result<int> Store::dropLeft() {
    std::vector<RecordId> ids;
    auto rows = m_database->prepare(
        "SELECT r.id, c.seq FROM record c JOIN replica r ON r.number=c.replica WHERE c.number IN (SELECT "
        "number FROM record WHERE gone UNION ALL SELECT number FROM record WHERE pull<?1 AND type NOT IN "
        "('org-unit','person','record-type','erasure')) AND NOT EXISTS(SELECT 1 FROM change w JOIN replica "
        "o ON o.number=w.replica WHERE w.record=c.number AND o.person IS NOT NULL AND w.seq>o.acked) AND "
        "NOT EXISTS(SELECT 1 FROM refusal f WHERE f.record=c.number AND f.open) LIMIT ?2");
    // A restored hub is told first what it forgot (ruling 6): what it cannot bring yet is not out of scope.
    const bool settled = !pullUnderWay() && healing() == Healing::None;
    rows.bind(settled ? pullNumber() : std::uint64_t{0}).bind(kBatch);
    while (rows.step())
        ids.push_back({{replicaOf(rows.integer(0)), rows.number(1)}});
    FAYI_TRY(rows.status());
    for (const RecordId id : ids)
        FAYI_TRY(letGo(id));
    if (!ids.empty())
        FAYI_TRY(markForScrub(Wipe::All));
    return static_cast<int>(ids.size());
}

}  // namespace fayi::store
