// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/bundle.h"
#include "fayi/server/context.h"

namespace fayi::hub {

/// Wrong tries at one code before it locks, and how long it locks then; each further one doubles the time.
inline constexpr int kFreeTries = 5;
inline constexpr std::chrono::seconds kFirstLock{30};
inline constexpr std::chrono::seconds kLongestLock{3600};

/// How an enrolment was asked for. Whoever asks by a bundle has signed it with the pen.
enum class AskedBy { Network, Bundle };

/// Joins a station, or a further person at a station, with a one-time code. The code works once, and only its
/// first use counts; the same pen may ask again until its station has synced, for an answer that got lost,
/// and by a bundle always: it is answered the same.
/// Denied: "unknown-code", "used-code", "expired-code", "too-many-tries" (429, with a time to wait),
/// "revoked", "token", "pen", "malformed".
Answer<protocol::EnrolResponse> enrol(Context& context, const protocol::EnrolRequest& request,
                                      AskedBy by = AskedBy::Network);

/// A new code for a person; keeps only its hash. {"code","expires"}
Result<Json> issueCode(Context& context, RecordId person, std::chrono::hours validFor);

/// What a store without a network enrols by: the code, and how the hub is spoken to. `server`: its address,
/// if the store may have a network one day.
Result<protocol::EnrolFile> enrolFile(Context& context, RecordId person, const std::string& code,
                                      const std::string& server);

}  // namespace fayi::hub
