// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"

/// The way on from data that cannot be read. Nothing of them is written, moved into or removed: their folder
/// gets another name and stays as it is, for whoever can save more of it.
namespace fayi::station {

/// Gives a data folder a name with the day, beside the one it had, and says which; nothing is under the old
/// name then. ErrorCode::NotFound: there is no such folder; Io: it cannot be renamed, and is where it was.
Result<std::filesystem::path> setAside(const std::filesystem::path& folder, const Clock& clock);

/// A backup takes the place of the data, which are set aside; where to. What the backup names of the
/// attachments in that folder is copied along. Whatever goes wrong, the folder stays where it was.
Result<std::filesystem::path> restoreInPlace(const std::filesystem::path& backup,
                                             const std::filesystem::path& folder, const Clock& clock,
                                             Random& random);

}  // namespace fayi::station
