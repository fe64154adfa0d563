// SPDX-License-Identifier: Apache-2.0
// Superseded long texts: taken from the change log when concurrent edits are merged by one of them, and not
// kept beside the record otherwise.
#include "row.h"

namespace fayi::store {

/// Gives the registers the past that the record's changes tell of.
Status Store::recallPast(RecordRow& row) const {
    const merge::KeepsPast keeps = records::keepsPast(m_catalog->type(row.type));
    if (row.number == 0 || !keeps)
        return {};
    if (row.base)  // what the waiting changes began from came as a state, and is no change here
        row.state.join(*row.base, keeps);
    // Of a record whose creation was refused all stands that was not discarded, as rebuild() has it.
    auto changes = m_database->prepare(
        "SELECT effective, body FROM change c WHERE record=? AND NOT EXISTS(SELECT 1 FROM refusal f WHERE "
        "f.replica=c.replica AND f.seq=c.seq AND NOT (f.open AND EXISTS(SELECT 1 FROM record t JOIN refusal "
        "g "
        "ON g.replica=t.replica AND g.seq=t.seq WHERE t.number=c.record)))");
    changes.bind(row.number);
    while (changes.step()) {
        FAYI_LET(change, protocol::decodeChange(changes.text(1)));
        row.state.apply(change.dot, effectiveOf(changes, 0, change.time), change.writes, keeps);
    }
    return changes.status();
}

Result<merge::RecordState> Store::stateWithPast(RecordId id) const {
    FAYI_LET(row, findRow(id));
    if (!row)
        return Error{ErrorCode::NotFound,
                     {"没有这条记录：" + toText(id), "there is no such record: " + toText(id)}};
    FAYI_TRY(recallPast(*row));
    return std::move(row->state);
}

}  // namespace fayi::store
