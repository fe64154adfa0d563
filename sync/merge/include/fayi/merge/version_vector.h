// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "fayi/base/ids.h"

namespace fayi::merge {

/// What has been seen: for each replica, every change up to a sequence number. As the context of a write it
/// is restricted to the register written (a causal context; Preguiça et al. 2010, "Dotted Version Vectors").
///
/// "Up to" is sound because a store applies the changes of one replica to one record in their order and
/// without gaps (the hub refuses gaps, pages keep the hub's order, bundles carry all unacknowledged changes).
class VersionVector {
public:
    struct Entry {
        ReplicaId replica;
        std::uint64_t seq = 0;
        auto operator<=>(const Entry&) const = default;
    };

    VersionVector() = default;
    /// Of any entries; the highest of each replica counts.
    explicit VersionVector(const std::vector<Entry>& entries);

    bool empty() const { return m_entries.empty(); }
    /// Sorted by replica, one each.
    const std::vector<Entry>& entries() const { return m_entries; }

    /// The highest sequence number seen of a replica; 0: none.
    std::uint64_t of(ReplicaId replica) const;
    bool covers(Dot dot) const { return dot.seq <= of(dot.replica); }
    bool covers(const VersionVector& other) const;

    void include(Dot dot);
    void include(const VersionVector& other);
    /// The part of it that `seen` covers too: the smaller number of each replica.
    VersionVector within(const VersionVector& seen) const;

    bool operator==(const VersionVector&) const = default;

private:
    std::vector<Entry> m_entries;
};

}  // namespace fayi::merge
