// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/context.h"

namespace fayi::hub {

/// The station knew another life of this hub: one that this one has not lived, since it was put back to a
/// backup.
inline bool knewAnotherLife(const protocol::SyncRequest& request, const HubIdentity& hub) {
    return request.cursor.epoch != 0 && request.cursor.epoch != hub.epoch;
}

/// All that such a station is told: the epoch, and how much of its own replicas both lives of the hub
/// have. It takes nothing yet and gives nothing: the station first brings what was forgotten, then reads the
/// hub anew.
Result<protocol::SyncResponse> greetFromAnotherLife(Context& context, const HubIdentity& hub,
                                                    const Station& station,
                                                    const protocol::SyncRequest& request);

/// The last seq of a replica that this hub knows of, by testimony too: 0 if it has forgotten nothing, ever.
Result<std::uint64_t> testifiedUpTo(HubStore& store, ReplicaId replica);

/// What the last backup holds of the station's own replicas, if the station does not know that backup.
Result<std::optional<protocol::SafeSeqs>> safeSeqsFor(HubStore& store, const protocol::SyncRequest& request);

}  // namespace fayi::hub
