// SPDX-License-Identifier: Apache-2.0
// A hub that was put back to a backup has forgotten what it acknowledged since: it is sent again (ruling 6).
#include "row.h"

namespace fayi::store {

/// It comes of another epoch than the one this store had read.
bool Store::isOfAnotherLife(const protocol::SyncResponse& answer) const {
    const std::string known = meta("epoch");
    return !known.empty() && known != "0" && known != std::to_string(answer.cursor.epoch);
}

/// Such an answer says of which own pens the hub has less than it had answered for, and no more: a number
/// that is not signed for acknowledges nothing, another copy of this store may have written what it counts.
/// What the hub had said of its backups holds no longer, it may not know the pens, and it is read anew from
/// its beginning.
Result<Applied> Store::meetAgain(const protocol::SyncResponse& answer) {
    Applied applied;
    applied.restored = applied.more = true;
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(refreshDefinitions());
    FAYI_TRY(m_database->execute("UPDATE replica SET safe=0, introduced=0"));
    std::vector<protocol::Fork> broken;
    for (const protocol::Ack& ack : answer.acks)
        FAYI_TRY(fallBackTo(ack, applied, broken));
    for (protocol::Fork& pen : broken)
        FAYI_TRY(giveUpNames(pen, answer));
    if (!broken.empty())
        FAYI_TRY(layDown(broken, applied));
    for (const char* key : {"backup", "position", "scope-version", "fresh"})
        FAYI_TRY(setMeta(key, ""));
    FAYI_TRY(setMeta("epoch", std::to_string(answer.cursor.epoch)));
    FAYI_TRY(setMeta("healing", "rejoin"));
    FAYI_TRY(setMeta("anew", "1"));
    FAYI_TRY(transaction.commit());
    return applied;
}

/// Of a pen that cannot go on, what the hub had answered for keeps its names and is told of: others may tell
/// of it too. Not if another copy of this store has written under them by now: then it is issued again.
Status Store::giveUpNames(protocol::Fork& pen, const protocol::SyncResponse& answer) {
    const auto copied = std::ranges::find(answer.forked, pen.replica, &protocol::Fork::replica);
    if (copied == answer.forked.end())
        return {};
    pen.common = copied->common;
    return m_database->prepare("UPDATE replica SET acked=? WHERE id=?")
        .bind(pen.common)
        .bind(asKey(pen.replica))
        .run();
}

Status Store::fallBackTo(const protocol::Ack& ack, Applied& applied, std::vector<protocol::Fork>& broken) {
    auto pen =
        m_database->prepare("SELECT number FROM replica WHERE id=? AND person IS NOT NULL AND acked>?");
    if (!pen.bind(asKey(ack.replica)).bind(ack.seq).step())
        return pen.status();
    return fallBack(pen.integer(0), ack.seq, applied, broken);
}

/// The hub has less of an own pen than it had answered for. What is here with its signatures goes out again
/// like anything unsent; if some of it is gone, the pen cannot go on.
Status Store::fallBack(std::int64_t replica, std::uint64_t seq, Applied& applied,
                       std::vector<protocol::Fork>& broken) {
    auto row = m_database->prepare("SELECT id, acked FROM replica WHERE number=?");
    if (!row.bind(replica).step())
        return row.status();
    const std::uint64_t acked = row.number(1);
    applied.restored = true;
    FAYI_LET(whole, holdsSigned(replica, seq, acked));
    if (!whole) {
        broken.push_back({replicaOf(row.integer(0)), acked});
        return {};
    }
    applied.again += acked - seq;
    FAYI_TRY(forgetReceived(replica, seq));
    return m_database->prepare("UPDATE replica SET acked=?1, introduced=introduced AND ?1>0 WHERE number=?2")
        .bind(seq)
        .bind(replica)
        .run();
}

/// Every change after `after` up to `upTo`, and a signature over the last.
Result<bool> Store::holdsSigned(std::int64_t replica, std::uint64_t after, std::uint64_t upTo) const {
    auto row = m_database->prepare(
        "SELECT (SELECT count(*) FROM change WHERE replica=?1 AND seq>?2 AND seq<=?3), "
        "EXISTS(SELECT 1 FROM head WHERE replica=?1 AND seq=?3)");
    const bool some = row.bind(replica).bind(after).bind(upTo).step();
    FAYI_TRY(row.status());
    return some && row.number(0) == upTo - after && row.integer(1) != 0;
}

/// What these pens had written stays as another store's would; what is unsent goes out under new ones.
Status Store::layDown(const std::vector<protocol::Fork>& broken, Applied& applied) {
    Applied parted;
    FAYI_TRY(partFrom(broken, parted));
    applied.again += parted.reissued;
    return {};
}

/// A push that is repeated ends at receipts, as the first time: the heads between them are of no more use.
Status Store::keepReceipt(std::int64_t replica, const protocol::Ack& ack) {
    if (!ack.receipt.empty()) {
        FAYI_TRY(m_database->prepare("UPDATE head SET hub=?, receipt=? WHERE replica=? AND seq=?")
                     .bind(asKey(ack.hub))
                     .bindBlob(ack.receipt)
                     .bind(replica)
                     .bind(ack.seq)
                     .run());
        FAYI_TRY(m_database->prepare("DELETE FROM head WHERE replica=? AND seq<? AND receipt IS NULL")
                     .bind(replica)
                     .bind(ack.seq)
                     .run());
    }
    return m_database
        ->prepare("DELETE FROM head WHERE replica=?1 AND seq<=(SELECT safe FROM replica WHERE number=?1)")
        .bind(replica)
        .run();
}

Status Store::noteSafe(const protocol::SafeSeqs& safe) {
    for (const auto& entry : safe.seqs) {
        auto row = m_database->prepare("SELECT number FROM replica WHERE id=? AND person IS NOT NULL");
        if (!row.bind(asKey(entry.replica)).step())
            continue;
        FAYI_TRY(m_database->prepare("UPDATE replica SET safe=min(?,acked) WHERE number=?")
                     .bind(entry.seq)
                     .bind(row.integer(0))
                     .run());
        FAYI_TRY(m_database
                     ->prepare("DELETE FROM head WHERE replica=?1 AND seq<=(SELECT safe FROM replica WHERE "
                               "number=?1)")
                     .bind(row.integer(0))
                     .run());
    }
    return setMeta("backup", std::to_string(safe.backup));
}

/// What the hub had answered for a stretch that is sent again.
Status Store::addReceipt(protocol::SyncRequest& out, const Stretch& stretch) const {
    auto head = m_database->prepare(
        "SELECT hub, receipt FROM head WHERE replica=? AND seq=? AND receipt IS NOT NULL");
    if (!head.bind(stretch.pen).bind(stretch.head.seq).step())
        return head.status();
    protocol::Receipt receipt{
        stretch.head.replica, stretch.head.seq, replicaOf(head.integer(0)), head.text(1), {}};
    auto refused = m_database->prepare(
        "SELECT seq, code, zh, en FROM refusal WHERE replica=? AND seq>? AND seq<=? ORDER BY seq");
    refused.bind(stretch.pen).bind(stretch.after).bind(stretch.head.seq);
    while (refused.step())
        receipt.refused.push_back({refused.number(0), refused.text(1), {refused.text(2), refused.text(3)}});
    FAYI_TRY(refused.status());
    out.receipts.push_back(std::move(receipt));
    return {};
}

}  // namespace fayi::store
