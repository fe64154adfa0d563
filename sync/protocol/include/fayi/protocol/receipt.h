// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// A change the hub did not accept: it took its seq, and blocks nothing.
struct Refusal {
    std::uint64_t seq = 0;
    std::string
        code;  ///< stable word: "permission", "validation", "size", "locked", "revoked", "rests-on-refused"
    Text reason;
    bool operator==(const Refusal&) const = default;
};

/// The hub's signature under what it acknowledged: a station that has to send it again, to a hub that was put
/// back to an older backup, shows it. What it covers is taken as it was the first time (ruling 6).
struct Receipt {
    ReplicaId replica;
    std::uint64_t seq = 0;  ///< all up to here was acknowledged
    ReplicaId hub;          ///< the hub's pen whose key signed
    Bytes signature;
    std::vector<Refusal>
        refused;  ///< which of the changes sent again were refused, ascending; the rest was accepted
    bool operator==(const Receipt&) const = default;
};

/// What stands for all seqs of a replica that were refused: empty for none, else a hash over the one before
/// and the next seq.
Bytes foldRefused(const Bytes& before, std::uint64_t seq);

/// What the hub signs. `hash` is that of the replica's chain at `seq`, `refused` the fold up to there.
Bytes receiptMessage(ReplicaId hub, ReplicaId replica, std::uint64_t seq, const Bytes& hash,
                     const Bytes& refused);

}  // namespace fayi::protocol
