// SPDX-License-Identifier: Apache-2.0
// What others wrote: changes by position, whole states, and the history of a record on demand.
#include "fayi/base/bugs.h"
#include "row.h"

namespace fayi::store {

using protocol::SentChange;
using protocol::SentState;

namespace {

HybridTime effectiveTime(const SentChange& sent) {
    return sent.effective.packed == 0 ? sent.change.time : sent.effective;
}

/// The hub's reading of the times counts.
void takeTimes(merge::RecordState& state, const merge::RecordState& from) {
    for (const auto& [path, reg] : from.registers())
        for (const auto* versions : {&reg.siblings(), &reg.past()})
            for (const merge::Version& version : *versions)
                state.retime(version.dot, version.time);
}

}  // namespace

std::uint64_t Store::pullNumber() const {
    const std::string text = meta("pull");
    return text.empty() ? 0 : std::stoull(text);
}

bool Store::pullUnderWay() const {
    return meta("pull") != meta("pulled");
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

/// The row of a record that something came for, new or held.
Result<Store::RecordRow> Store::rowFor(RecordId id, const std::string& type) {
    FAYI_LET(row, findRow(id));
    const std::uint64_t pull = pullNumber();
    if (!row && type.empty())
        return Error{ErrorCode::Internal,
                     {"上级发来的修改没有对应的记录：" + toText(id),
                      "the hub sent a change of a record it never sent: " + toText(id)}};
    if (!row) {
        FAYI_LET(creator, replicaNumber(id.created.replica));
        row = RecordRow{.id = id, .creator = creator, .type = type, .since = pullUnderWay() ? pull : 0};
    }
    row->pull = pull;
    return std::move(*row);
}

/// Applies the page; each record is worked out once, however many of its changes came.
Status Store::applyNews(const std::vector<SentChange>& changes, Applied& applied) {
    std::map<RecordId, RecordRow> touched;
    std::vector<std::pair<const SentChange*, std::int64_t>> fresh, held, signedSince;
    std::set<Dot> inPage;
    for (const SentChange& sent : changes) {
        if (bug("half-page") && changes.size() > 1 && &sent == &changes.back())
            continue;
        const protocol::Change& change = sent.change;
        FAYI_LET(replica, replicaNumber(change.dot.replica));
        auto known = m_database->prepare(
            "SELECT r.person IS NOT NULL, c.body FROM change c JOIN replica r ON r.number=c.replica WHERE "
            "c.replica=? AND c.seq=?");
        const bool holds = known.bind(replica).bind(change.dot.seq).step();
        // A page may bring a change where it was made and again where its record came back into the scope.
        if (holds || !inPage.insert(change.dot).second) {
            const bool asItWas =
                !holds || known.integer(0) != 0 || known.text(1) == protocol::encodeChange(change);
            (asItWas ? held : signedSince).emplace_back(&sent, replica);
            continue;
        }
        auto at = touched.find(change.record);
        if (at == touched.end()) {
            FAYI_LET(row, rowFor(change.record, change.type));
            at = touched.emplace(change.record, std::move(row)).first;
        }
        const merge::KeepsPast keeps = keepsPast(at->second);
        at->second.state.apply(change.dot, effectiveTime(sent), change.writes, keeps);
        if (at->second.base)
            at->second.base->apply(change.dot, effectiveTime(sent), change.writes, keeps);
        fresh.emplace_back(&sent, replica);
    }
    FAYI_TRY(putTouched(touched));
    for (const auto& [sent, replica] : fresh)
        FAYI_TRY(keepNews(*sent, replica, touched.at(sent->change.record).number));
    for (const auto& [sent, replica] : held)
        FAYI_TRY(retimeKnown(replica, *sent));
    for (const auto& [sent, replica] : signedSince)
        FAYI_TRY(replaceTestimony(replica, *sent));
    applied.news += fresh.size() + signedSince.size();
    return {};
}

Status Store::putTouched(std::map<RecordId, RecordRow>& touched) {
    bool units = false, definitions = false;
    for (auto& [id, row] : touched) {
        FAYI_TRY(putRecord(row));
        FAYI_TRY(
            m_database->prepare("UPDATE record SET gone=0 WHERE number=? AND gone").bind(row.number).run());
        units |= row.type == "org-unit";
        definitions |= row.type == "record-type";
    }
    if (units || definitions)
        FAYI_TRY(noteDefinitions());
    return definitions ? renewIndex() : Status();
}

/// Joins states into what is held. What waits here stays on top; a record of which not every change is held
/// any more is not whole.
Status Store::applyStates(const std::vector<SentState>& states, Applied& applied) {
    std::map<RecordId, RecordRow> touched;
    for (const SentState& sent : states) {
        auto at = touched.find(sent.record);
        if (at == touched.end()) {
            FAYI_LET(found, rowFor(sent.record, sent.type));
            found.whole = found.whole && found.number != 0;
            at = touched.emplace(sent.record, std::move(found)).first;
        }
        FAYI_TRY(joinState(at->second, sent, applied));
    }
    return putTouched(touched);
}

/// A hub that was put back is read anew after it has heard of all that is here: what it has is what there is,
/// also where a copy of some store has by now given a name that is here another meaning.
Status Store::replaceState(RecordRow& row, const SentState& sent, Applied& applied) {
    if (sent.state == row.state && !row.base)
        return {};
    ++applied.news;
    row.whole = false;
    row.state = sent.state;
    row.base.reset();
    if (row.number == 0)
        return {};
    FAYI_TRY(
        m_database
            ->prepare("DELETE FROM change WHERE record=? AND replica IN (SELECT number FROM replica WHERE "
                      "person IS NULL) AND NOT EXISTS(SELECT 1 FROM refusal f WHERE f.replica=change.replica "
                      "AND f.seq=change.seq)")
            .bind(row.number)
            .run());
    if (!waits(row.number))
        return {};
    row.base = sent.state;
    FAYI_LET(state, workedOut(row));
    row.state = std::move(state);
    return {};
}

Status Store::joinState(RecordRow& row, const SentState& sent, Applied& applied) {
    if (!meta("anew").empty())
        return replaceState(row, sent, applied);
    const merge::KeepsPast keeps = keepsPast(row);
    merge::RecordState joined = row.state;
    joined.join(sent.state, keeps);
    takeTimes(joined, sent.state);
    if (joined == row.state)
        return {};
    ++applied.news;
    if (row.number != 0 && waits(row.number)) {
        FAYI_LET(base, withoutWaiting(row));
        base.join(sent.state, keeps);
        takeTimes(base, sent.state);
        row.base = std::move(base);
    }
    row.whole = false;
    row.state = std::move(joined);
    return {};
}

Status Store::keepNews(const SentChange& sent, std::int64_t replica, std::int64_t record) {
    FAYI_TRY(noteBlobs(record, records::blobsNamedBy(sent.change.writes), Naming::Heard));
    auto row = m_database->prepare(
        "INSERT INTO change(replica,seq,record,effective,body) VALUES(?,?,?,nullif(?,?),?)");
    return row.bind(replica)
        .bind(sent.change.dot.seq)
        .bind(record)
        .bind(effectiveTime(sent).packed)
        .bind(sent.change.time.packed)
        .bindBlob(protocol::encodeChange(sent.change))
        .run();
}

/// A change that came on somebody's word, as its author signed it.
Status Store::replaceTestimony(std::int64_t replica, const SentChange& sent) {
    FAYI_LET(row, findRow(sent.change.record));
    if (!row)
        return {};
    FAYI_TRY(m_database->prepare("DELETE FROM change WHERE replica=? AND seq=?")
                 .bind(replica)
                 .bind(sent.change.dot.seq)
                 .run());
    FAYI_TRY(keepNews(sent, replica, row->number));
    return rebuild(row->number);
}

/// A change we hold already, as the hub reads its time: after a fork it may not have answered us for it.
Status Store::retimeKnown(std::int64_t replica, const SentChange& sent) {
    const protocol::Change& change = sent.change;
    const HybridTime effective = effectiveTime(sent);
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
    if (!record)
        return {};
    const bool based = record->base && record->base->retime(change.dot, effective);
    return record->state.retime(change.dot, effective) || based ? putRecord(*record) : Status();
}

Result<bool> Store::holdsHistory(RecordId id) const {
    FAYI_LET(row, findRow(id));
    return !row || row->whole;
}

Status Store::keepHistory(RecordId id, const protocol::HistoryResponse& page) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    Applied unused;
    FAYI_TRY(notePens(page.pens));
    std::vector<SentChange> its = page.changes;
    std::erase_if(its, [&](const SentChange& sent) { return sent.change.record != id; });
    FAYI_TRY(applyNews(its, unused));
    FAYI_LET(row, findRow(id));
    if (row && !page.more && !row->whole) {
        row->whole = true;
        FAYI_LET(worked, workedOut(*row));
        row->whole = worked == row->state;  // else it changed between two pages: the next time
        if (row->whole)
            row->base.reset();
        FAYI_TRY(putRecord(*row));
    }
    return transaction.commit();
}

}  // namespace fayi::store
