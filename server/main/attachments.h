// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/server/blobs.h"
#include "options.h"

namespace fayi::hub {

/// The attachments of the hub of these options: in its data folder, or in the storage they name.
/// ErrorCode::Usage: an address that is none; Io: the storage cannot be used.
Result<BlobStore> blobStoreOf(const Options& options);

}  // namespace fayi::hub
