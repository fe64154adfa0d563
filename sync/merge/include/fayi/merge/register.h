// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/merge/version_vector.h"

namespace fayi::merge {

using Json = nlohmann::json;

/// Bytes instead of a JSON value: it was erased by order (ruling 9). Registers keep no more than that.
inline bool isErased(const Json& value) {
    return value.is_binary();
}

/// One value that one change gave to a register.
struct Version {
    Dot dot;
    HybridTime time;     ///< effective time (ruling 3): the hub's once accepted, the local estimate before
    Json value;          ///< null: cleared
    VersionVector wide;  ///< what its author had seen of the whole record or item; only deletes, removals and
                         ///< verifications carry it (ruling 1)
    VersionVector context{};  ///< what its author had seen of this register
    bool operator==(const Version&) const = default;
};

/// The smallest unit that merges: a multi-value register with a causal context.
///
/// Its state is a pure function of the set of writes applied: `cover` is the union of their contexts, and a
/// version is a sibling if and only if no applied write had seen it. States form a join semilattice under
/// join(): commutative, associative, idempotent.
///
/// Where the caller says so (long texts), what was superseded is kept as `past`: the version that two
/// siblings both began from is among it. trimPast() forgets what the present siblings do not need.
class Register {
public:
    Register() = default;
    /// For decoders: any cover and versions, in any order; what the cover covers is past.
    Register(VersionVector cover, std::vector<Version> versions);

    /// Sorted by dot; several: concurrent versions that no write has superseded yet.
    const std::vector<Version>& siblings() const { return m_siblings; }
    /// Superseded versions that are still known, sorted by dot.
    const std::vector<Version>& past() const { return m_past; }
    /// What the writes applied so far had seen.
    const VersionVector& cover() const { return m_cover; }
    /// What an author who is shown this register has seen: the context of the next write.
    VersionVector context() const;
    /// The same of an author whose form was loaded when `shown` was all there was (ruling 2).
    VersionVector contextWithin(const VersionVector& shown) const;
    bool has(Dot dot) const;

    /// What some versions of this register began from (ruling 4): of the past ones inside all their contexts
    /// those that no other of these had seen. Usually one; several if their authors were shown a merged text.
    struct Origins {
        bool known = false;  ///< false: one that could be among them is not held here, so that nobody may act
                             ///< as if a lower one were it
        std::vector<const Version*> versions;
    };
    Origins originsOf(const std::vector<const Version*>& versions) const;
    /// True if what siblings began from, all or two of them, or what that began from, is not held here.
    bool lacksPast() const;

    /// Applies one write; it supersedes exactly the versions inside its context. False: it was known already.
    bool apply(Version version, bool keepsPast);
    void join(const Register& other, bool keepsPast);
    /// Gives the version of a dot its effective time; nothing happens if it is not known any more.
    bool retime(Dot dot, HybridTime time);
    /// Forgets all past but what two of the siblings, or all of them, began from, and so on backwards. A
    /// function of the siblings and of the past, so stores that hold the same writes stay equal.
    void trimPast();
    void forgetPast() { m_past.clear(); }

    /// Takes the values of some versions out; how many held one.
    std::size_t erase(const std::function<bool(Dot)>& which);

    bool operator==(const Register&) const = default;

private:
    bool walkOrigins(const std::function<void(const Version&)>& visit) const;
    void settle(bool keepsPast);
    VersionVector m_cover;
    std::vector<Version> m_siblings;
    std::vector<Version> m_past;
};

/// How often texts are merged on top of merged texts before people are asked; bounds what a hostile state
/// costs.
inline constexpr int kMostOrigins = 16;

/// Ascending by what decides "latest": effective time, then dot.
bool isLater(const Version& a, const Version& b);

}  // namespace fayi::merge
