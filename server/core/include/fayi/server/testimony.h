// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/testimony.h"
#include "fayi/server/sync.h"

namespace fayi::hub {

/// What a station tells of other authors' changes that this hub forgot when it was put back to a backup. Each
/// that it does not have goes into the log under its own dot and the station's name, in no chain; the records
/// take it up, reference data take effect. What the author signed takes its place when it comes. Repeating it
/// does nothing. Denied: "token", "revoked", "malformed" (this hub has forgotten nothing).
Answer<protocol::TestimonyAnswer> testify(Context& context, const Credentials& credentials,
                                          const protocol::Testimony& testimony);

}  // namespace fayi::hub
