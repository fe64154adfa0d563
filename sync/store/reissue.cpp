// SPDX-License-Identifier: Apache-2.0
// A store that turns out to be a copy of another, or an old one, goes on under new names (invariant 9, ruling
// 5).
#include "fayi/store/rename.h"
#include "writer.h"

namespace fayi::store {

using protocol::Change;

Position Store::reached() const {
    const std::string position = meta("position");
    return {position.empty() ? 0 : std::stoull(position)};
}

/// Lays down every pen of the store; what the hub has not got of any of them is issued again by new ones,
/// oldest first, since one person's unsent change may rest on another's. What a hub that was put back had
/// answered for, others may hold: under a name that still means it, it keeps the name and is told of like
/// theirs.
Status Store::partFrom(const std::vector<protocol::Fork>& forks, Applied& applied) {
    std::map<ReplicaId, std::uint64_t> commons;
    for (const protocol::Fork& fork : forks)
        commons[fork.replica] = fork.common;
    FAYI_TRY(retirePens());
    std::vector<Change> unsent;
    auto pens = m_database->prepare(
        "SELECT number, id, seq, acked, max(acked, coalesce((SELECT max(seq) FROM head WHERE "
        "replica=number AND receipt IS NOT NULL), 0)) FROM replica WHERE person IS NOT NULL AND seq>acked");
    while (pens.step()) {
        const auto common = commons.find(replicaOf(pens.integer(1)));
        const std::uint64_t keep = common == commons.end()
                                       ? pens.number(4)
                                       : std::max(pens.number(3), std::min(common->second, pens.number(2)));
        if (common == commons.end() && keep > pens.number(3))
            FAYI_TRY(setMeta("healing", "ask"));
        auto rows = m_database->prepare(
            "SELECT body FROM change c WHERE replica=? AND seq>? AND record<>0 AND NOT EXISTS(SELECT 1 FROM "
            "refusal f WHERE f.replica=c.replica AND f.seq=c.seq AND NOT f.open) ORDER BY seq");
        rows.bind(pens.integer(0)).bind(keep);
        while (rows.step()) {
            FAYI_LET(change, protocol::decodeChange(rows.text(0)));
            unsent.push_back(std::move(change));
        }
        FAYI_TRY(rows.status());
        FAYI_TRY(cutBack(pens.integer(0), keep));
    }
    FAYI_TRY(pens.status());
    applied.forked = true;
    applied.reissued = unsent.size();
    std::ranges::stable_sort(unsent, {}, [](const Change& c) { return std::pair(c.time, c.dot); });
    FAYI_TRY(reissue(std::move(unsent)));
    // Another store's pens from now on, all of them: what it writes is news, and no reason to part once more.
    return m_database
        ->prepare("UPDATE replica SET person=NULL, secret=NULL WHERE person IS NOT NULL AND NOT active")
        .run();
}

/// The pen's chain ends at `common`; what came after is taken out of the log (the caller holds it), with what
/// a hub that was put back had refused of it: the name may mean another copy's change now, and under its new
/// one it is judged again.
Status Store::cutBack(std::int64_t replica, std::uint64_t common) {
    auto id = m_database->prepare("SELECT id FROM replica WHERE number=?");
    if (!id.bind(replica).step())
        return id.status();
    FAYI_LET(head, chainStart(replica, replicaOf(id.integer(0))));
    auto rows =
        m_database->prepare("SELECT body FROM change WHERE replica=? AND seq>? AND seq<=? ORDER BY seq");
    rows.bind(replica).bind(head.seq).bind(common);
    while (rows.step()) {
        FAYI_LET(change, protocol::decodeChange(rows.text(0)));
        if (change.dot.seq != head.seq + 1)
            return Error{ErrorCode::Damaged, {"笔迹链有缺口", "the chain of a pen has a gap"}};
        head = protocol::extend(head, change);
    }
    FAYI_TRY(rows.status());
    for (const char* sql :
         {"DELETE FROM change WHERE replica=? AND seq>?", "DELETE FROM head WHERE replica=? AND seq>?",
          "DELETE FROM refusal WHERE replica=? AND seq>?"})
        FAYI_TRY(m_database->prepare(sql).bind(replica).bind(common).run());
    // (Its chain may begin later here, past records that left: what lies between is not this store's to
    // name.)
    return m_database->prepare("UPDATE replica SET seq=?, hash=?, salt=? WHERE number=?")
        .bind(std::min(head.seq, common))
        .bindBlob(head.hash)
        .bindBlob(head.seed)
        .bind(replica)
        .run();
}

Status Store::reissue(std::vector<Change> changes) {
    std::map<std::int64_t, std::unique_ptr<Writer>> writers;
    std::map<std::int64_t, std::uint64_t> given;
    Renaming renaming;
    std::vector<std::int64_t> people;
    for (const Change& change : changes) {
        auto owner = m_database->prepare("SELECT person, seq FROM replica WHERE id=?");
        if (!owner.bind(asKey(change.dot.replica)).step())
            return owner.status();
        const std::int64_t person = people.emplace_back(owner.integer(0));
        renaming.cut(change.dot.replica, owner.number(1));
        if (!writers.contains(person)) {
            FAYI_LET(pen, activePen(person));
            given[person] = pen.head.seq;
            writers[person] = std::make_unique<Writer>(*this, std::move(pen), reached());
        }
        renaming.add(change.dot, {writers[person]->pen().replica, ++given[person]});
    }
    FAYI_TRY(keepNames(renaming));
    std::set<RecordId> touched;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change again = renaming(changes[i]);
        if (again.record != changes[i].record)
            FAYI_TRY(renameRecord(changes[i].record, again.record));
        FAYI_TRY(writers[people[i]]->appendAgain(again));
        touched.insert(again.record);
    }
    for (const auto& [person, writer] : writers)
        FAYI_TRY(writer->finish());
    for (const RecordId id : touched) {
        FAYI_LET(row, findRow(id));
        if (row)
            FAYI_TRY(rebuild(row->number));
    }
    return {};
}

/// A form that is open, perhaps for days, was loaded under the old names.
Status Store::keepNames(const Renaming& renaming) {
    FAYI_LET(before, forks());
    const auto keep = [&](ReplicaId replica, std::uint64_t seq, std::optional<Dot> became) -> Status {
        FAYI_LET(number, replicaNumber(replica));
        auto row = m_database->prepare(
            "INSERT INTO renamed(fork,replica,seq,became,became_seq) VALUES(?,?,?,nullif(?,0),nullif(?,0))");
        row.bind(before + 1).bind(number).bind(seq);
        std::int64_t pen = 0;
        if (became) {
            FAYI_LET(its, replicaNumber(became->replica));
            pen = its;
        }
        return row.bind(pen).bind(became ? became->seq : 0).run();
    };
    for (const auto& [replica, common] : renaming.cuts())
        FAYI_TRY(keep(replica, common, std::nullopt));
    for (const auto& [old, now] : renaming.names())
        FAYI_TRY(keep(old.replica, old.seq, now));
    return {};
}

Result<std::uint64_t> Store::forks() const {
    auto row = m_database->prepare("SELECT coalesce(max(fork),0) FROM renamed");
    const bool there = row.step();
    FAYI_TRY(row.status());
    return there ? row.number(0) : 0;
}

Result<std::vector<Renaming>> Store::renamedSince(std::uint64_t forks) const {
    std::vector<Renaming> out;
    auto rows = m_database->prepare(
        "SELECT n.fork, o.id, n.seq, b.id, n.became_seq FROM renamed n JOIN replica o ON o.number=n.replica "
        "LEFT JOIN replica b ON b.number=n.became WHERE n.fork>? ORDER BY n.fork");
    rows.bind(forks);
    for (std::uint64_t last = 0; rows.step(); last = rows.number(0)) {
        if (rows.number(0) != last)
            out.emplace_back();
        const ReplicaId old = replicaOf(rows.integer(1));
        if (rows.isNull(3))
            out.back().cut(old, rows.number(2));
        else
            out.back().add({old, rows.number(2)}, {replicaOf(rows.integer(3)), rows.number(4)});
    }
    FAYI_TRY(rows.status());
    return out;
}

/// A record keeps its row under the new name of the change that created it.
Status Store::renameRecord(RecordId before, RecordId after) {
    FAYI_LET(replica, replicaNumber(after.created.replica));
    return m_database
        ->prepare(
            "UPDATE record SET replica=?, seq=? WHERE replica=(SELECT number FROM replica WHERE id=?) AND "
            "seq=?")
        .bind(replica)
        .bind(after.created.seq)
        .bind(asKey(before.created.replica))
        .bind(before.created.seq)
        .run();
}

}  // namespace fayi::store
