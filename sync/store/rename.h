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
    std::string path(const std::string& path) const;
    protocol::Change operator()(const protocol::Change& change) const;

private:
    merge::VersionVector context(const merge::VersionVector& context) const;
    merge::Json value(const merge::Json& value) const;
    std::string name(const std::string& text) const;

    std::map<ReplicaId, std::uint64_t> m_cuts;
    std::map<Dot, Dot> m_names;
};

}  // namespace fayi::store
