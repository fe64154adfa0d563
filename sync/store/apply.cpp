// SPDX-License-Identifier: Apache-2.0
// Applying an answer of the hub: acknowledgements, refusals, news, records that leave. One transaction with
// the cursor.
#include "fayi/base/bugs.h"
#include "fayi/base/limits.h"
#include "row.h"

namespace fayi::store {

using protocol::SyncRequest;
using protocol::SyncResponse;

namespace {

/// A page goes up to its signed heads; of a bundle that was carried away nothing else is remembered.
std::uint64_t lastSent(const SyncRequest& request, ReplicaId replica) {
    const auto head = std::ranges::find(request.heads, replica, &protocol::SignedHead::replica);
    return head == request.heads.end() ? 0 : head->seq;
}

}  // namespace

/// What the hub has in common with a pen it can say of what it was sent; the rest it has only counted. A pen
/// that was not sent, and of which it counts no more than it has answered for, stands as it stood.
Result<std::vector<protocol::Fork>> Store::comparedOnly(const std::vector<protocol::Fork>& forks,
                                                        const SyncRequest& request) const {
    std::vector<protocol::Fork> out;
    FAYI_LET(acked, seqsOf("SELECT id, acked FROM replica WHERE person IS NOT NULL"));
    for (const protocol::Fork& fork : forks) {
        const std::uint64_t sent = lastSent(request, fork.replica);
        if (sent > 0 || fork.common == 0 || fork.common > acked[fork.replica])
            out.push_back({fork.replica, std::min(fork.common, sent)});
    }
    return out;
}

Result<Applied> Store::apply(const SyncRequest& request, const SyncResponse& answer) {
    if (isOfAnotherLife(answer))
        return meetAgain(answer);
    Applied applied;
    applied.more = answer.more;
    if (bug("early-cursor"))
        FAYI_TRY(setMeta("position", std::to_string(answer.cursor.position.value)));
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(refreshDefinitions());
    std::vector<protocol::Fork> broken;
    // A further page of one answer does not tell the time.
    const Millis at = answer.hubTime == Millis(0) ? m_clock.now() + offset() : answer.hubTime;
    for (const protocol::Ack& ack : answer.acks)
        FAYI_TRY(acknowledge(ack, at, applied, broken));
    if (!broken.empty())
        FAYI_TRY(layDown(broken, applied));
    if (answer.safe)
        FAYI_TRY(noteSafe(*answer.safe));
    for (const protocol::PenIntroduction& pen : request.pens)
        FAYI_TRY(m_database->prepare("UPDATE replica SET introduced=1 WHERE id=? AND acked>0")
                     .bind(asKey(pen.replica))
                     .run());
    if (!answer.forked.empty()) {
        FAYI_LET(compared, comparedOnly(answer.forked, request));
        FAYI_TRY(partFrom(compared, applied));
        if (healing() != Healing::None) {  // the hub hears of what it lacks before it is read
            applied.more = true;
            FAYI_TRY(transaction.commit());
            return applied;
        }
    }
    FAYI_TRY(notePens(answer.pens));
    if (answer.freshBegins)
        FAYI_TRY(setMeta("pull", std::to_string(pullNumber() + 1)));
    FAYI_TRY(applyStates(answer.states, applied));
    FAYI_TRY(applyNews(answer.changes, applied));
    for (const RecordId id : answer.leaving)
        FAYI_TRY(letGo(id));
    if (answer.scopeVersion != request.scopeVersion)
        FAYI_TRY(setMeta("scope", Json(answer.scope).dump()));
    FAYI_TRY(noteProgress(request, answer));
    FAYI_TRY(noteNumbers(request, answer));
    FAYI_TRY(obeyErasures(answer));
    FAYI_TRY(transaction.commit());
    if (!answer.more)
        FAYI_TRY(tidy());
    if (!answer.more)
        (void)scrub();  // the answer is applied whatever comes of it; the mark stays until it is done
    return applied;
}

/// Where the next request goes on.
Status Store::noteProgress(const SyncRequest& request, const SyncResponse& answer) {
    FAYI_TRY(setMeta("scope-version", std::to_string(answer.scopeVersion)));
    FAYI_TRY(setMeta("epoch", std::to_string(answer.cursor.epoch)));
    FAYI_TRY(setMeta("position", std::to_string(answer.cursor.position.value)));
    FAYI_TRY(setMeta("dictionary", std::to_string(answer.dictionary)));
    const auto& fresh = answer.fresh;
    FAYI_TRY(
        setMeta("fresh", fresh ? Json::array({fresh->upTo.value, fresh->records,
                                              fresh->after.created.replica.value, fresh->after.created.seq})
                                     .dump()
                               : std::string()));
    if (answer.freshEnds) {  // what it brought is shown from here on, what it did not bring goes
        FAYI_TRY(setMeta("pulled", std::to_string(pullNumber())));
        FAYI_TRY(setMeta("anew", ""));
    }
    if (answer.hubTime == Millis(0))  // a further page of one answer: its first told the time
        return {};
    const Millis now = m_clock.now(), halfWay = request.clock + (now - request.clock) / 2;
    Millis measured = answer.hubTime - halfWay;
    if (request.offset)  // carried by hand: the hub answered some time between the writing and now
        measured = std::max(std::min(offset(), answer.hubTime - request.clock), answer.hubTime - now);
    return setMeta("offset", std::to_string(measured.count()));
}

Status Store::acknowledge(const protocol::Ack& ack, Millis at, Applied& applied,
                          std::vector<protocol::Fork>& broken) {
    auto found = m_database->prepare("SELECT number, acked FROM replica WHERE id=? AND person IS NOT NULL");
    if (!found.bind(asKey(ack.replica)).step())
        return found.status();
    const std::int64_t replica = found.integer(0);
    const std::uint64_t before = found.number(1);
    if (ack.seq < before)
        return fallBack(replica, ack.seq, applied, broken);
    if (ack.seq == before)
        return {};
    FAYI_TRY(m_database->prepare("UPDATE replica SET acked=?, introduced=1 WHERE number=?")
                 .bind(ack.seq)
                 .bind(replica)
                 .run());
    FAYI_TRY(keepReceipt(replica, ack));
    FAYI_TRY(noteReceived(replica, ack.seq, at));
    FAYI_TRY(retime(replica, before, ack));
    FAYI_TRY(withdrawRefusals(replica, before, ack));
    std::vector<std::uint64_t> refusals;
    for (const protocol::Refusal& refused : ack.refused) {
        FAYI_LET(fresh, noteRefusal(replica, refused));
        if (fresh)
            refusals.push_back(refused.seq);
    }
    FAYI_TRY(confirm(replica, before, ack.seq));
    for (const std::uint64_t seq : refusals)
        FAYI_TRY(takeBack(replica, seq, applied));
    applied.acknowledged += ack.seq - before - ack.refused.size();
    return {};
}

/// The hub's effective times take the place of our estimates: as listed, else as claimed.
Status Store::retime(std::int64_t replica, std::uint64_t before, const protocol::Ack& ack) {
    std::map<std::uint64_t, HybridTime> times(ack.effective.begin(), ack.effective.end());
    auto estimated = m_database->prepare(
        "SELECT seq FROM change WHERE replica=? AND seq>? AND seq<=? AND effective IS NOT NULL");
    estimated.bind(replica).bind(before).bind(ack.seq);
    while (estimated.step())
        times.try_emplace(estimated.number(0), HybridTime{});
    FAYI_TRY(estimated.status());
    for (const auto& [seq, time] : times) {
        auto row = m_database->prepare("SELECT body FROM change WHERE replica=? AND seq=?");
        if (!row.bind(replica).bind(seq).step())
            continue;
        FAYI_LET(change, protocol::decodeChange(row.text(0)));
        const HybridTime effective = time.packed == 0 ? change.time : time;
        auto put = m_database->prepare("UPDATE change SET effective=nullif(?,?) WHERE replica=? AND seq=?");
        FAYI_TRY(put.bind(effective.packed).bind(change.time.packed).bind(replica).bind(seq).run());
        FAYI_LET(record, findRow(change.record));
        if (!record)
            continue;
        bool moves = record->state.retime(change.dot, effective);
        if (record->base)
            moves |= record->base->retime(change.dot, effective);
        if (moves)
            FAYI_TRY(putRecord(*record));
    }
    return {};
}

/// What a hub had refused before it was put back it may have taken since, from a copy of this store: then it
/// counts.
Status Store::withdrawRefusals(std::int64_t replica, std::uint64_t before, const protocol::Ack& ack) {
    std::set<std::uint64_t> stand;
    for (const protocol::Refusal& refused : ack.refused)
        stand.insert(refused.seq);
    std::vector<std::pair<std::uint64_t, std::int64_t>> withdrawn;
    auto rows = m_database->prepare(
        "SELECT seq, record FROM refusal WHERE replica=? AND seq>? AND seq<=? ORDER BY seq");
    rows.bind(replica).bind(before).bind(ack.seq);
    while (rows.step())
        if (!stand.contains(rows.number(0)))
            withdrawn.emplace_back(rows.number(0), rows.integer(1));
    FAYI_TRY(rows.status());
    for (const auto& [seq, record] : withdrawn)
        FAYI_TRY(m_database->prepare("DELETE FROM refusal WHERE replica=? AND seq=?")
                     .bind(replica)
                     .bind(seq)
                     .run());
    for (const auto& [seq, record] : withdrawn)
        FAYI_TRY(rebuild(record));
    return {};
}

/// False: it is known. The change was sent again, to a hub that had forgotten; perhaps somebody has dealt
/// with it since.
Result<bool> Store::noteRefusal(std::int64_t replica, const protocol::Refusal& refused) {
    FAYI_TRY(
        m_database
            ->prepare("INSERT OR IGNORE INTO refusal(replica,seq,record,code,zh,en,open) SELECT replica, "
                      "seq, record, ?, ?, ?, record<>0 FROM change WHERE replica=? AND seq=?")
            .bind(refused.code)
            .bind(refused.reason.zh)
            .bind(refused.reason.en)
            .bind(replica)
            .bind(refused.seq)
            .run());
    return m_database->changes() > 0;
}

/// A refused change no longer counts in what its record shows.
Status Store::takeBack(std::int64_t replica, std::uint64_t seq, Applied& applied) {
    auto row = m_database->prepare("SELECT record FROM refusal WHERE replica=? AND seq=?");
    if (!row.bind(replica).bind(seq).step() || row.integer(0) == 0)
        return row.status();  // it rested on a creation that has been mended, with it, or discarded
    FAYI_TRY(rebuild(row.integer(0)));
    applied.refused.push_back(attentionOf(replica, seq));
    return {};
}

/// What the hub has answered for waits no more: it belongs to the base of its record, if that has one. A
/// record of which it accepted something need not be brought by a fresh pull: were it not in the scope, the
/// same answer would say that it leaves.
Status Store::confirm(std::int64_t replica, std::uint64_t before, std::uint64_t upTo) {
    FAYI_TRY(m_database
                 ->prepare("UPDATE record SET pull=?1 WHERE pull<?1 AND number IN (SELECT record FROM change "
                           "c WHERE replica=?2 AND seq>?3 AND seq<=?4 AND NOT EXISTS(SELECT 1 FROM refusal f "
                           "WHERE f.replica=c.replica AND f.seq=c.seq))")
                 .bind(pullNumber())
                 .bind(replica)
                 .bind(before)
                 .bind(upTo)
                 .run());
    auto rows = m_database->prepare(
        "SELECT DISTINCT t.number FROM record t JOIN change c ON c.record=t.number WHERE t.base IS NOT NULL "
        "AND c.replica=? AND c.seq>? AND c.seq<=?");
    rows.bind(replica).bind(before).bind(upTo);
    std::vector<std::int64_t> records;
    while (rows.step())
        records.push_back(rows.integer(0));
    FAYI_TRY(rows.status());
    for (const std::int64_t record : records)
        FAYI_TRY(settleBase(record));
    return {};
}

}  // namespace fayi::store
