// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/runtime/sync_session.h"

namespace fayi::runtime {

/// Shows a hub that was restored how it had enrolled this station; it may have forgotten.
transport::Reply rejoin(const store::Store& store, transport::Transport& transport);

/// Posts a message of a sync; to a hub that has forgotten the station, once more after a rejoin.
transport::Reply postKnown(const store::Store& store, transport::Transport& transport,
                           std::string_view target, const Bytes& body);

/// One step of telling a restored hub what it forgot, while Store::healing() says there is one.
SyncResult heal(store::Store& store, transport::Transport& transport);

}  // namespace fayi::runtime
