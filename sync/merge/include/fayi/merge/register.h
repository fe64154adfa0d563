// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/merge/version_vector.h"

namespace fayi::merge {

using Json = nlohmann::json;

/// One value that one change gave to a register.
struct Version {
    Dot dot;
    HybridTime time;     ///< effective time (ruling 3): the hub's once accepted, the local estimate before
    Json value;          ///< null: cleared
    VersionVector wide;  ///< what its author had seen of the whole record or item; only deletes, removals and
                         ///< verifications carry it (ruling 1)
    bool operator==(const Version&) const = default;
};

/// The smallest unit that merges: a multi-value register with a causal context.
///
/// Its state is a pure function of the set of writes applied: `cover` is the union of their contexts, and a
/// version is a sibling if and only if no applied write had seen it. States form a join semilattice under
/// join(): commutative, associative, idempotent.
class Register {
public:
    Register() = default;
    /// For decoders: any cover and versions; what the cover covers is dropped, order does not matter.
    Register(VersionVector cover, std::vector<Version> versions);

    /// Sorted by dot; several: concurrent versions that no write has superseded yet.
    const std::vector<Version>& siblings() const { return m_siblings; }
    /// What the writes applied so far had seen.
    const VersionVector& cover() const { return m_cover; }
    /// What an author who is shown this register has seen: the context of the next write.
    VersionVector context() const;
    bool has(Dot dot) const;

    /// Applies one write; it supersedes exactly the versions inside its context. False: it was known already.
    bool apply(Version version, const VersionVector& context);
    void join(const Register& other);
    /// Gives the version of a dot its effective time; nothing happens if it is no sibling any more.
    bool retime(Dot dot, HybridTime time);

    bool operator==(const Register&) const = default;

private:
    void settle();
    VersionVector m_cover;
    std::vector<Version> m_siblings;
};

}  // namespace fayi::merge
