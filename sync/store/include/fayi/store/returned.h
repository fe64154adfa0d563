// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/store/types.h"

namespace fayi::store {

/// Numbers of the records that came back to a person to be mended, the newest first, at most `limit`: those
/// they wrote, and those of others of their unit, unless they returned them themselves. Whoever reviews in
/// another unit waits for them to be submitted again, but has them back if nobody works there any more. By a
/// connection of its own.
Result<std::vector<std::int64_t>> returnedTo(const std::filesystem::path& folder, const Person& person,
                                             std::size_t limit);

}  // namespace fayi::store
