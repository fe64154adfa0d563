// SPDX-License-Identifier: Apache-2.0
// Applying an answer of the hub: acknowledgements, refusals, news, records that leave. One transaction with
// the cursor.
#include "fayi/base/limits.h"
#include "row.h"

namespace fayi::store {

using protocol::SyncRequest;
using protocol::SyncResponse;

Result<Applied> Store::apply(const SyncRequest& request, const SyncResponse& answer) {
    if (isOfAnotherLife(answer))
        return meetAgain(answer);
    Applied applied;
    applied.more = answer.more;
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(refreshDefinitions());
    std::vector<protocol::Fork> broken;
    for (const protocol::Ack& ack : answer.acks)
        FAYI_TRY(acknowledge(ack, applied, broken));
    if (!broken.empty())
        FAYI_TRY(layDown(broken, applied));
    if (answer.safe)
        FAYI_TRY(noteSafe(*answer.safe));
    for (const protocol::PenIntroduction& pen : request.pens)
        FAYI_TRY(m_database->prepare("UPDATE replica SET introduced=1 WHERE id=? AND acked>0")
                     .bind(asKey(pen.replica))
                     .run());
    if (!answer.forked.empty())
        FAYI_TRY(partFrom(answer.forked, applied));
    FAYI_TRY(notePens(answer.pens));
    FAYI_TRY(applyNews(answer, applied));
    for (const RecordId id : answer.leaving)
        FAYI_TRY(forget(id));
    if (answer.scopeVersion != request.scopeVersion) {
        FAYI_TRY(setMeta("scope", Json(answer.scope).dump()));
        FAYI_TRY(setMeta("purge", "1"));
    }
    FAYI_TRY(setMeta("scope-version", std::to_string(answer.scopeVersion)));
    FAYI_TRY(setMeta("epoch", std::to_string(answer.cursor.epoch)));
    FAYI_TRY(setMeta("position", std::to_string(answer.cursor.position.value)));
    const Millis halfWay = request.clock + (m_clock.now() - request.clock) / 2;
    FAYI_TRY(setMeta("offset", std::to_string((answer.hubTime - halfWay).count())));
    if (!answer.more && meta("purge") == "1")
        FAYI_TRY(purge());
    FAYI_TRY(transaction.commit());
    return applied;
}

Status Store::acknowledge(const protocol::Ack& ack, Applied& applied, std::vector<protocol::Fork>& broken) {
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
    FAYI_TRY(retime(replica, before, ack));
    for (const protocol::Refusal& refused : ack.refused)
        FAYI_TRY(refuse(replica, refused, applied));
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
        if (record && record->state.retime(change.dot, effective))
            FAYI_TRY(putRecord(*record));
    }
    return {};
}

Status Store::refuse(std::int64_t replica, const protocol::Refusal& refused, Applied& applied) {
    auto row = m_database->prepare("SELECT record FROM change WHERE replica=? AND seq=?");
    if (!row.bind(replica).bind(refused.seq).step())
        return row.status();
    const std::int64_t record = row.integer(0);
    auto known = m_database->prepare("SELECT 1 FROM refusal WHERE replica=? AND seq=?");
    if (known.bind(replica).bind(refused.seq).step())
        return {};  // it was sent again, to a hub that had forgotten; perhaps somebody has dealt with it
                    // since
    FAYI_TRY(
        m_database->prepare("INSERT INTO refusal(replica,seq,record,code,zh,en,open) VALUES(?,?,?,?,?,?,?)")
            .bind(replica)
            .bind(refused.seq)
            .bind(record)
            .bind(refused.code)
            .bind(refused.reason.zh)
            .bind(refused.reason.en)
            .bind(record == 0 ? 0 : 1)
            .run());
    if (record == 0)  // it rested on a creation that has been mended, with it, or discarded
        return {};
    FAYI_TRY(rebuild(record));
    applied.refused.push_back(attentionOf(replica, refused.seq));
    return {};
}

/// Works a record out anew from its changes without the refused ones; a record whose creation was refused
/// keeps everything that was not discarded, to be mended.
Status Store::rebuild(std::int64_t record) {
    auto head = m_database->prepare(
        "SELECT r.id, c.seq, EXISTS(SELECT 1 FROM refusal f WHERE f.replica=c.replica AND f.seq=c.seq) FROM "
        "record c "
        "JOIN replica r ON r.number=c.replica WHERE c.number=?");
    if (!head.bind(record).step())
        return head.status();
    const RecordId id{{replicaOf(head.integer(0)), head.number(1)}};
    const bool all = head.integer(2) != 0;
    FAYI_LET(row, findRow(id));
    row->state = merge::RecordState();
    const merge::KeepsPast keeps = records::keepsPast(m_catalog->type(row->type));
    auto changes = m_database->prepare(
        "SELECT effective, body FROM change c WHERE record=? AND NOT EXISTS(SELECT 1 FROM refusal f WHERE "
        "f.replica=c.replica AND f.seq=c.seq AND NOT (? AND f.open))");
    changes.bind(record).bind(all ? 1 : 0);
    while (changes.step()) {
        FAYI_LET(change, protocol::decodeChange(changes.text(1)));
        row->state.apply(change.dot, effectiveOf(changes, 0, change.time), change.writes, keeps);
    }
    FAYI_TRY(changes.status());
    return putRecord(*row);
}

Status Store::notePens(const std::vector<protocol::PenName>& pens) {
    for (const protocol::PenName& pen : pens)
        FAYI_TRY(
            m_database
                ->prepare(
                    "INSERT INTO replica(id,person_id,person_name,station_name,org) VALUES(?,?,?,?,?) "
                    "ON CONFLICT(id) DO UPDATE SET person_id=excluded.person_id, "
                    "person_name=excluded.person_name, station_name=excluded.station_name, org=excluded.org")
                .bind(asKey(pen.replica))
                .bind(toText(pen.person))
                .bind(pen.personName)
                .bind(pen.stationName)
                .bind(pen.org)
                .run());
    return {};
}

/// Applies the page; each record is worked out once, however many of its changes came.
Status Store::applyNews(const SyncResponse& answer, Applied& applied) {
    std::map<RecordId, RecordRow> touched;
    std::vector<std::pair<const protocol::SentChange*, std::int64_t>> fresh, held;
    for (const protocol::SentChange& sent : answer.changes) {
        const protocol::Change& change = sent.change;
        FAYI_LET(replica, replicaNumber(change.dot.replica));
        auto known = m_database->prepare("SELECT 1 FROM change WHERE replica=? AND seq=?");
        if (known.bind(replica).bind(change.dot.seq).step()) {
            held.emplace_back(&sent, replica);
            continue;
        }
        auto at = touched.find(change.record);
        if (at == touched.end()) {
            FAYI_LET(row, findRow(change.record));
            if (!row && !change.creates())
                return Error{ErrorCode::Internal,
                             {"上级发来的修改没有对应的记录：" + toText(change.record),
                              "the hub sent a change of a record it never sent: " + toText(change.record)}};
            at = touched
                     .emplace(change.record, row ? std::move(*row)
                                                 : RecordRow{0, change.record, replica, change.type, {}, {}})
                     .first;
        }
        const HybridTime effective = sent.effective.packed == 0 ? change.time : sent.effective;
        at->second.state.apply(change.dot, effective, change.writes,
                               records::keepsPast(m_catalog->type(at->second.type)));
        fresh.emplace_back(&sent, replica);
    }
    bool definitions = false;
    for (auto& [id, row] : touched) {
        FAYI_TRY(putRecord(row));
        definitions |= row.type == "org-unit" || row.type == "record-type";
    }
    for (const auto& [sent, replica] : fresh)
        FAYI_TRY(keepNews(*sent, replica, touched.at(sent->change.record).number));
    for (const auto& [sent, replica] : held)
        FAYI_TRY(retimeKnown(replica, *sent));
    applied.news += fresh.size();
    return definitions ? renewDefinitions() : Status();
}

Status Store::keepNews(const protocol::SentChange& sent, std::int64_t replica, std::int64_t record) {
    auto row = m_database->prepare(
        "INSERT INTO change(replica,seq,record,effective,body) VALUES(?,?,?,nullif(?,?),?)");
    const HybridTime effective = sent.effective.packed == 0 ? sent.change.time : sent.effective;
    return row.bind(replica)
        .bind(sent.change.dot.seq)
        .bind(record)
        .bind(effective.packed)
        .bind(sent.change.time.packed)
        .bindBlob(protocol::encodeChange(sent.change))
        .run();
}

/// A change we hold already, as the hub reads its time: after a fork it may not have answered us for it.
Status Store::retimeKnown(std::int64_t replica, const protocol::SentChange& sent) {
    const protocol::Change& change = sent.change;
    const HybridTime effective = sent.effective.packed == 0 ? change.time : sent.effective;
    FAYI_TRY(m_database
                 ->prepare("UPDATE change SET effective=nullif(?1,?2) WHERE replica=?3 AND seq=?4 AND "
                           "effective IS NOT nullif(?1,?2)")
                 .bind(effective.packed)
                 .bind(change.time.packed)
                 .bind(replica)
                 .bind(change.dot.seq)
                 .run());
    if (m_database->changes() == 0)
        return {};
    FAYI_LET(record, findRow(change.record));
    return record && record->state.retime(change.dot, effective) ? putRecord(*record) : Status();
}

}  // namespace fayi::store
