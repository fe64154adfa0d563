// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/sync.h"

namespace fayi::hub {

/// What a station measures its link with: the hub's clock (8 bytes, milliseconds since 1970, the highest
/// first) and so many bytes of chance behind it, limits::kProbeBytes at most. Only read. Denied: "token",
/// "revoked".
Answer<Bytes> probe(Context& context, const Credentials& credentials, std::size_t bytes);

}  // namespace fayi::hub
