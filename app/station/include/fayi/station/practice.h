// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "fayi/station/station.h"

/// A place to try everything in: a store of samples beside the real one, with the same pages and rules. It
/// can neither join a district nor send anything (fayi/store/practice.h).
namespace fayi::station {

/// Where the samples of a data folder lie: beside it, so that no copy of the real data carries them along.
std::filesystem::path practiceFolder(const std::filesystem::path& data);

/// Of a folder, whatever it is called.
bool isPractice(const std::filesystem::path& folder);

/// Makes the store of samples if there is none. ErrorCode::Usage: something else lies in that folder.
Status makePractice(const std::filesystem::path& folder, const Clock& clock, Random& random);

/// Removes it with all that was written in it. ErrorCode::Usage: that is no store of samples; it is left
/// alone.
Status throwPracticeAway(const std::filesystem::path& folder);

}  // namespace fayi::station
