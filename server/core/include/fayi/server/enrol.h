// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

namespace fayi::hub {

/// Wrong tries at one code before it locks, and how long it locks then; each further one doubles the time.
inline constexpr int kFreeTries = 5;
inline constexpr std::chrono::seconds kFirstLock{30};
inline constexpr std::chrono::seconds kLongestLock{3600};

/// Joins a station, or a further person at a station, with a one-time code. The code works once, and only its
/// first use counts; the same pen may ask again until its station has synced, for an answer that got lost.
/// Denied: "unknown-code", "used-code", "expired-code", "too-many-tries" (429, with a time to wait),
/// "revoked", "token", "pen", "malformed".
Answer<protocol::EnrolResponse> enrol(Context& context, const protocol::EnrolRequest& request);

/// A new code for a person; keeps only its hash. {"code","expires"}
Result<Json> issueCode(Context& context, RecordId person, std::chrono::hours validFor);

}  // namespace fayi::hub
