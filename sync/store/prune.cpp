// SPDX-License-Identifier: Apache-2.0
// Old changes make room: the registers hold what counts, the hub holds all, and gives a history on demand.
#include "row.h"

namespace fayi::store {
namespace {

/// So much of the past can be read without the network.
constexpr Millis kHistory = std::chrono::hours(90 * 24);
/// Changes looked at after one sync; the walk goes round once a day.
constexpr int kWalk = 500;

}  // namespace

Status Store::prune() {
    const std::string today = dateInChina(m_clock.now() + offset());
    const bool resting = meta("prune-day") == today && meta("prune-at").empty();
    if (resting)
        return {};
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    const std::string at = meta("prune-at");
    FAYI_LET(next, pruneFrom(at.empty() ? 0 : std::stoll(at)));
    FAYI_TRY(setMeta("prune-day", today));
    FAYI_TRY(setMeta("prune-at", next == 0 ? std::string() : std::to_string(next)));
    return transaction.commit();
}

/// Looks at some changes in the order they came; where to go on, or 0 when the rest is young.
Result<std::int64_t> Store::pruneFrom(std::int64_t after) {
    const HybridTime horizon = HybridTime::of(std::max(Millis(0), m_clock.now() + offset() - kHistory));
    auto rows = m_database->prepare(
        "SELECT rowid, replica, effective, body FROM change WHERE rowid>? ORDER BY rowid LIMIT ?");
    rows.bind(after).bind(kWalk);
    std::int64_t last = 0;
    int looked = 0;
    while (rows.step()) {
        FAYI_LET(change, protocol::decodeChange(rows.text(3)));
        if (effectiveOf(rows, 2, change.time) > horizon)
            return std::int64_t{0};
        last = rows.integer(0);
        ++looked;
        FAYI_LET(free, mayPrune(rows.integer(1), change));
        if (free)
            FAYI_TRY(pruneChange(rows.integer(1), change));
    }
    FAYI_TRY(rows.status());
    return looked < kWalk ? 0 : last;
}

/// The hub must have it, of one's own in a verified backup (ruling 6), and nobody may be deciding over it. A
/// pen's own changes go in their order, so that the chain that is left has no gap.
Result<bool> Store::mayPrune(std::int64_t replica, const protocol::Change& change) const {
    auto pen = m_database->prepare(
        "SELECT person IS NOT NULL, base_seq+1, min(acked,safe) FROM replica WHERE number=?");
    if (!pen.bind(replica).step())
        return pen.status().ok() ? Result<bool>(false) : pen.status().error();
    const bool own = pen.integer(0) != 0;
    if (own && (change.dot.seq != pen.number(1) || change.dot.seq > pen.number(2)))
        return false;
    auto busy = m_database->prepare(
        "SELECT 1 FROM record t WHERE t.replica=(SELECT number FROM replica WHERE id=?) AND t.seq=? AND "
        "(t.conflicts>0 OR EXISTS(SELECT 1 FROM refusal f WHERE f.record=t.number AND f.open) OR EXISTS("
        "SELECT 1 FROM change w JOIN replica o ON o.number=w.replica WHERE w.record=t.number AND o.person IS "
        "NOT NULL AND w.seq>o.acked))");
    return !busy.bind(asKey(change.record.created.replica)).bind(change.record.created.seq).step();
}

Status Store::pruneChange(std::int64_t replica, const protocol::Change& change) {
    FAYI_LET(head, chainStart(replica, change.dot.replica));
    if (change.dot.seq == head.seq + 1) {
        head = protocol::extend(head, change);
        FAYI_TRY(m_database
                     ->prepare("UPDATE replica SET base_seq=?, base_hash=?, base_salt=? WHERE number=? AND "
                               "person IS NOT NULL")
                     .bind(head.seq)
                     .bindBlob(head.hash)
                     .bindBlob(head.seed)
                     .bind(replica)
                     .run());
    }
    for (const char* sql :
         {"DELETE FROM change WHERE replica=? AND seq=?", "DELETE FROM refusal WHERE replica=? AND seq=?"})
        FAYI_TRY(m_database->prepare(sql).bind(replica).bind(change.dot.seq).run());
    return m_database
        ->prepare("UPDATE record SET whole=0 WHERE replica=(SELECT number FROM replica WHERE id=?) AND seq=?")
        .bind(asKey(change.record.created.replica))
        .bind(change.record.created.seq)
        .run();
}

/// The changes of own pens that go with a record: the chains kept here begin behind the last of them.
Status Store::keepChains(std::int64_t record) {
    auto pens = m_database->prepare(
        "SELECT r.number, r.id, max(c.seq) FROM change c JOIN replica r ON r.number=c.replica WHERE "
        "c.record=? "
        "AND r.person IS NOT NULL AND c.seq>r.base_seq GROUP BY r.number");
    pens.bind(record);
    while (pens.step()) {
        FAYI_LET(head, chainStart(pens.integer(0), replicaOf(pens.integer(1))));
        auto rows =
            m_database->prepare("SELECT body FROM change WHERE replica=? AND seq>? AND seq<=? ORDER BY seq");
        rows.bind(pens.integer(0)).bind(head.seq).bind(pens.number(2));
        while (rows.step()) {
            FAYI_LET(change, protocol::decodeChange(rows.text(0)));
            head = protocol::extend(head, change);
        }
        FAYI_TRY(rows.status());
        FAYI_TRY(m_database->prepare("UPDATE replica SET base_seq=?, base_hash=?, base_salt=? WHERE number=?")
                     .bind(head.seq)
                     .bindBlob(head.hash)
                     .bindBlob(head.seed)
                     .bind(pens.integer(0))
                     .run());
    }
    return pens.status();
}

}  // namespace fayi::store
