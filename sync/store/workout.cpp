// SPDX-License-Identifier: Apache-2.0
// What the registers of a record are, from the changes behind them.
#include "row.h"

namespace fayi::store {

merge::KeepsPast Store::keepsPast(const RecordRow& row) const {
    return records::keepsPast(m_catalog->type(row.type));
}

Result<std::optional<Store::RecordRow>> Store::findRow(std::int64_t number) const {
    auto row = m_database->prepare(
        "SELECT r.id, c.seq FROM record c JOIN replica r ON r.number=c.replica WHERE c.number=?");
    if (row.bind(number).step())
        return findRow(RecordId{{replicaOf(row.integer(0)), row.number(1)}});
    FAYI_TRY(row.status());
    return std::optional<RecordRow>();
}

/// From all its changes; where not all are here, from its base (nothing waits: from what is kept) and the
/// changes that are here on top. Refused ones do not count, except in a record whose creation was refused:
/// it keeps everything that was not discarded, to be mended.
Result<merge::RecordState> Store::workedOut(const RecordRow& row) const {
    merge::RecordState out;
    if (!row.whole)
        out = row.base ? *row.base : row.state;
    FAYI_LET(all, isUnborn(row));
    const merge::KeepsPast keeps = keepsPast(row);
    auto changes = m_database->prepare(
        "SELECT effective, body FROM change c WHERE record=? AND NOT EXISTS(SELECT 1 FROM refusal f WHERE "
        "f.replica=c.replica AND f.seq=c.seq AND NOT (? AND f.open))");
    changes.bind(row.number).bind(all ? 1 : 0);
    while (changes.step()) {
        FAYI_LET(change, protocol::decodeChange(changes.text(1)));
        out.apply(change.dot, effectiveOf(changes, 0, change.time), change.writes, keeps);
    }
    FAYI_TRY(changes.status());
    out.trimPast(keeps);
    return out;
}

Status Store::rebuild(std::int64_t record) {
    FAYI_LET(row, findRow(record));
    if (!row)
        return {};
    FAYI_LET(state, workedOut(*row));
    row->state = std::move(state);
    if (!waits(record))
        row->base.reset();
    return putRecord(*row);
}

/// The state without what waits for the hub: what all its other changes gave.
Result<merge::RecordState> Store::withoutWaiting(const RecordRow& row) const {
    if (row.base)
        return *row.base;
    if (!row.whole)
        return row.state;
    const merge::KeepsPast keeps = keepsPast(row);
    merge::RecordState out;
    auto changes = m_database->prepare(
        "SELECT c.effective, c.body FROM change c JOIN replica r ON r.number=c.replica WHERE c.record=? AND "
        "(r.person IS NULL OR c.seq<=r.acked) AND NOT EXISTS(SELECT 1 FROM refusal f WHERE "
        "f.replica=c.replica AND f.seq=c.seq)");
    changes.bind(row.number);
    while (changes.step()) {
        FAYI_LET(change, protocol::decodeChange(changes.text(1)));
        out.apply(change.dot, effectiveOf(changes, 0, change.time), change.writes, keeps);
    }
    FAYI_TRY(changes.status());
    return out;
}

/// True while the hub has not answered for some change of the record.
bool Store::waits(std::int64_t record) const {
    auto row = m_database->prepare(
        "SELECT 1 FROM change c JOIN replica r ON r.number=c.replica WHERE c.record=? AND "
        "r.person IS NOT NULL AND c.seq>r.acked LIMIT 1");
    return row.bind(record).step();
}

/// Takes what was answered for into the base; the base goes when nothing waits on top of it any more.
Status Store::settleBase(std::int64_t record) {
    FAYI_LET(row, findRow(record));
    if (!row || !row->base)
        return {};
    auto changes = m_database->prepare(
        "SELECT c.effective, c.body FROM change c JOIN replica r ON r.number=c.replica WHERE c.record=? AND "
        "r.person IS NOT NULL AND c.seq<=r.acked AND NOT EXISTS(SELECT 1 FROM refusal f WHERE "
        "f.replica=c.replica AND f.seq=c.seq)");
    changes.bind(record);
    while (changes.step()) {
        FAYI_LET(change, protocol::decodeChange(changes.text(1)));
        row->base->apply(change.dot, effectiveOf(changes, 0, change.time), change.writes, keepsPast(*row));
    }
    FAYI_TRY(changes.status());
    if (!waits(record)) {
        row->state = std::move(*row->base);
        row->base.reset();
    }
    return putRecord(*row);
}

}  // namespace fayi::store
