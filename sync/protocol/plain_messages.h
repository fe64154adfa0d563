// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/messages.h"

namespace fayi::protocol {

/// An answer as CBOR, before it is compressed.
Json messageOf(const SyncResponse& response);
Result<SyncResponse> syncResponseFrom(const Json& message);

}  // namespace fayi::protocol
