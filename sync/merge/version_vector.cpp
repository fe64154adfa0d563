// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/version_vector.h"

#include <algorithm>

namespace fayi::merge {

VersionVector::VersionVector(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries)
        include(Dot{entry.replica, entry.seq});
}

std::uint64_t VersionVector::of(ReplicaId replica) const {
    for (const Entry& entry : m_entries)
        if (entry.replica == replica)
            return entry.seq;
    return 0;
}

bool VersionVector::covers(const VersionVector& other) const {
    return std::ranges::all_of(other.m_entries, [&](const Entry& e) {
        return covers(Dot{e.replica, e.seq});
    });
}

void VersionVector::include(Dot dot) {
    if (!dot)
        return;
    const auto at = std::ranges::lower_bound(m_entries, dot.replica, {}, &Entry::replica);
    if (at == m_entries.end() || at->replica != dot.replica)
        m_entries.insert(at, Entry{dot.replica, dot.seq});
    else
        at->seq = std::max(at->seq, dot.seq);
}

void VersionVector::include(const VersionVector& other) {
    for (const Entry& entry : other.m_entries)
        include(Dot{entry.replica, entry.seq});
}

VersionVector VersionVector::within(const VersionVector& seen) const {
    VersionVector out;
    for (const Entry& entry : m_entries)
        out.include(Dot{entry.replica, std::min(entry.seq, seen.of(entry.replica))});
    return out;
}

}  // namespace fayi::merge
