// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "fayi/server/context.h"

namespace fayi::hub {

/// What a station proves itself with: `Authorization: Bearer NUMBER.TOKEN`.
struct Credentials {
    std::uint64_t station = 0;
    std::string token;
    bool signedFor = false;  ///< a bundle that one of its pens signed: the token need not be shown
};

/// Nothing if the header is not of that form.
std::optional<Credentials> credentialsFrom(std::string_view authorization);

/// What a sync did, for the counters.
struct SyncCounts {
    std::uint64_t accepted = 0, refused = 0, known = 0, sent = 0;
};

/// One whole sync: what the station pushes becomes durable, or is refused with a reason; then comes the first
/// page of what is new to it. Denied: "token", "revoked", "chain", "signature", "pen", "person",
/// "malformed"; nothing was written then.
Answer<protocol::SyncResponse> sync(Context& context, const Credentials& credentials,
                                    const protocol::SyncRequest& request, SyncCounts* counts = nullptr);

/// The pages that follow the first in the same answer, as many as the station takes and the hub holds: what
/// it would be given if it asked again at once. Only read.
std::vector<protocol::SyncResponse> furtherPages(Context& context, const Credentials& credentials,
                                                 protocol::SyncRequest asked,
                                                 const protocol::SyncResponse& first, SyncCounts& counts);

/// A page of the changes of one record in the station's scope. Denied: "token", "revoked", "no-record".
Answer<protocol::HistoryResponse> recordHistory(Context& context, const Credentials& credentials,
                                                const protocol::HistoryRequest& request);

/// Whether the request wants to write: the service lets one such in at a time.
inline bool pushes(const protocol::SyncRequest& request) {
    return !request.changes.empty() || !request.pens.empty() || !request.numbers.empty();
}

}  // namespace fayi::hub
