// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/chain.h"
#include "fayi/sqlite/database.h"
#include "fayi/store/store.h"

namespace fayi::store {

/// A row of `record` in memory while changes are applied to it.
struct Store::RecordRow {
    std::int64_t number = 0;  ///< 0: not inserted yet
    RecordId id;
    std::int64_t creator = 0;  ///< number of the creating replica
    std::string type;
    merge::RecordState state{};
    std::string indexed{};                     ///< the grams that the search index holds for it
    bool whole = true;                         ///< every change of it is held
    std::optional<merge::RecordState> base{};  ///< not whole and something waits: the state without that
    std::uint64_t since = 0, pull = 0;  ///< fresh pulls: the one that first brought it, the last that did
};

/// One of our own pens, ready to write.
struct Store::Pen {
    std::int64_t number = 0;
    ReplicaId replica;
    Bytes secret, publicKey;
    protocol::ChainHead head;
    HybridTime time;
};

/// Unsent changes of one pen that go out together: they end at a signed head.
struct Store::Stretch {
    std::int64_t pen = 0;
    std::uint64_t after = 0;  ///< what the hub has answered for
    protocol::SignedHead head;
    bool closed = false;  ///< it ends at what the hub once answered for: the receipt is for this head
};

/// 64-bit unsigned ids are kept as the signed number of the same bits.
inline std::int64_t asKey(ReplicaId id) {
    return static_cast<std::int64_t>(id.value);
}
inline ReplicaId replicaOf(std::int64_t key) {
    return {static_cast<std::uint64_t>(key)};
}

/// The effective time a change has here: as given, or as claimed.
inline HybridTime effectiveOf(const sqlite::Statement& row, int column, HybridTime claimed) {
    return row.isNull(column) ? claimed : HybridTime{row.number(column)};
}

}  // namespace fayi::store
