// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "fayi/protocol/change.h"

namespace fayi::store {

/// New names for dots: what a fork does to everything after the last common change (ruling 5). In changes, in
/// the contexts of writes, in the names of records and list items, and in values that name a record.
class Renaming {
public:
    /// All dots of `before` above `common` become those of `after`, as add() says one by one.
    void cut(ReplicaId before, std::uint64_t common) { m_cuts[before] = common; }
    void add(Dot before, Dot after) { m_names[before] = after; }

    Dot operator()(Dot dot) const;
    /// "REPLICA-SEQ" or "REPLICA-SEQ.N" of a renamed dot; any other text as it is.
    std::string name(const std::string& text) const;
    std::string path(const std::string& path) const;
    /// "Up to 9" of a pen that was cut at 5 means up to 5 of it, and up to the new name of 9.
    merge::VersionVector context(const merge::VersionVector& context) const;
    /// Every text in it as name() has it.
    merge::Json value(const merge::Json& value) const;
    protocol::Change operator()(const protocol::Change& change) const;
    const std::map<ReplicaId, std::uint64_t>& cuts() const { return m_cuts; }
    const std::map<Dot, Dot>& names() const { return m_names; }

private:
    std::map<ReplicaId, std::uint64_t> m_cuts;
    std::map<Dot, Dot> m_names;
};

}  // namespace fayi::store
