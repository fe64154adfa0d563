// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// The running end of a replica's hash chain.
///
/// The chain covers a salted digest of each value, not the value: a value and its salt can be erased by order
/// and the rest still verifies (ruling 9). docs/PROTOCOL.md, "The chain", gives the bytes.
struct ChainHead {
    std::uint64_t seq = 0;  ///< of the last change covered
    Bytes hash;             ///< BLAKE2b-256
    Bytes seed;             ///< of the salt block that seq belongs to

    /// Where the chain of a replica starts.
    static ChainHead start(ReplicaId replica);
    bool operator==(const ChainHead&) const = default;
};

/// The head after one more change; its seq must be the next one.
ChainHead extend(const ChainHead& head, const Change& change);

/// What a replica signs and a hub verifies: the replica, the seq and the hash of its head.
Bytes headMessage(ReplicaId replica, const ChainHead& head);

}  // namespace fayi::protocol
