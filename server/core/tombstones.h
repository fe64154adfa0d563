// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

namespace fayi::hub {

/// A deleted record stays in the recycle bins for so long at least.
inline constexpr std::chrono::hours kTombstoneAge{90 * 24};
/// A station that was away for longer gets a fresh pull and keeps no tombstone waiting.
inline constexpr std::chrono::hours kLongAway{400 * 24};

inline bool wasLongAway(const Station& station, Millis now) {
    return station.lastSync && now - *station.lastSync > kLongAway;
}

/// Takes deleted records that every station has passed out of everybody's scope: stations forget them, the
/// hub keeps all. Whoever writes to one later brings it back, with its history. Inside the caller's write
/// transaction; bounded, what is left is for the next time.
Status forgetTombstones(Context& context, const Reference& reference);

}  // namespace fayi::hub
