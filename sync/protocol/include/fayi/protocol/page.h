// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// A change as it travels: a push knows neither position nor effective time, a pull knows both.
struct SentChange {
    Change change;
    HybridTime effective;  ///< 0 in a push
    Position position;     ///< 0 in a push
    bool operator==(const SentChange&) const = default;
};

/// Changes laid out by column, which compresses about a fifth better than by row (docs/PROTOCOL.md, "A
/// page"). Order is kept: the hub's positions in a pull, each replica's own order in a push.
Json encodePage(const std::vector<SentChange>& changes);
/// Refuses anything malformed or above the limits; never more than limits::kPageChanges changes.
Result<std::vector<SentChange>> decodePage(const Json& page);

}  // namespace fayi::protocol
