// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"

/// A backup, or nothing, in the place of what lies in a data folder. What lay there is kept in a folder
/// beside it, and nobody removes that but a person.
namespace fayi::station {

/// Examines the backup and makes a store of it beside the data folder, in which nothing changes yet. A backup
/// holds no attachments: those that it names are copied from the data folder as far as they are there. Takes
/// its time. What it gives is meant for putInPlace().
Result<std::filesystem::path> prepareRestore(const std::filesystem::path& backup,
                                             const std::filesystem::path& folder, const Clock& clock,
                                             Random& random);

/// Gives what lies in the data folder a name that says when, and says which; nothing is under the old one
/// then. Nobody may have it open. Empty if there was nothing. ErrorCode::Io: all is as it was before;
/// Unreachable: another program syncs it.
Result<std::filesystem::path> moveAside(const std::filesystem::path& folder, const Clock& clock);

/// Gives the prepared store the name of the data folder, after moveAside() of what is there; its answer.
Result<std::filesystem::path> putInPlace(const std::filesystem::path& prepared,
                                         const std::filesystem::path& folder, const Clock& clock);

/// What was moved aside so far, in the order of time.
std::vector<std::filesystem::path> keptAside(const std::filesystem::path& folder);

}  // namespace fayi::station
