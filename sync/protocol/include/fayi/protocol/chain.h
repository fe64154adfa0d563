// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// The running end of a replica's hash chain.
///
/// The chain covers a salted digest of each value, not the value: a value and its salt can be erased by order
/// and the rest still verifies (ruling 9). The salts of a change come from its key, the key of the next from
/// it: who holds a key can salt on, and learns nothing of what was before. docs/PROTOCOL.md, "The chain",
/// gives the bytes.
struct ChainHead {
    std::uint64_t seq = 0;  ///< of the last change covered
    Bytes hash;             ///< BLAKE2b-256
    Bytes seed;             ///< key of the next change, unless that opens a salt block

    /// Where the chain of a replica starts.
    static ChainHead start(ReplicaId replica);
    bool operator==(const ChainHead&) const = default;
};

/// The head after one more change; its seq must be the next one.
ChainHead extend(const ChainHead& head, const Change& change);

/// The key of the change `steps` further on in the same salt block; an unknown (empty) key stays unknown.
Bytes keyAfter(Bytes key, std::uint64_t steps);

/// What a replica signs and a hub verifies: the replica, the seq and the hash of its head.
Bytes headMessage(ReplicaId replica, const ChainHead& head);

/// Which values an order erases.
using Erases = std::function<bool(const Change&, const merge::Write&)>;

/// Erases values from changes of one pen and one salt block, ascending; some of the block may be missing. An
/// erased value leaves its digest (nothing, where its salt cannot be known), its salt goes; the others of the
/// block keep theirs, written out. The chain stays what it was. `before`: a head in the same block that lies
/// before the first of them, if there is one: its key goes on. Answers how many values went; if any, the
/// caller drops the key of `before`, wherever it is kept.
std::size_t eraseValues(std::vector<Change>& block, const ChainHead& before, const Erases& erases);

/// Writes the salts of a change out that follow from its key, as after an erasure: for one whose erased
/// values get a new name.
void writeSaltsOut(Change& change, const Bytes& key);

}  // namespace fayi::protocol
