// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/certificate.h"
#include "fayi/server/sync.h"

namespace fayi::hub {

/// The hub's word for an enrolment, for the station to keep.
Result<protocol::Certificate> certify(HubStore& store, protocol::Certificate enrolment,
                                      const Bytes& tokenHash);

struct Rejoined {
    std::uint64_t people = 0;  ///< who had been forgotten at this station
};

/// A hub that was put back to a backup takes back a station and people that enrolled after it, on
/// certificates of its own. Repeating it does nothing. Denied: "token" (no such certificate of this hub, the
/// hub was never restored, or another station has the number), "pen".
Answer<Rejoined> rejoin(Context& context, const Credentials& credentials,
                        const std::vector<protocol::Certificate>& certificates);

}  // namespace fayi::hub
