// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/ids.h"
#include "fayi/base/result.h"

namespace fayi::protocol {

/// One zstd frame (RFC 8878). Level 3 is what costs a slow office PC nothing to notice.
Bytes compress(std::string_view bytes, int level = 3);
/// Refuses what is no frame, is cut short, or would grow past `limit` bytes.
Result<Bytes> decompress(std::string_view frame, std::size_t limit);

}  // namespace fayi::protocol
