// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "fayi/base/result.h"

/// A store of samples, to try things in. It says so itself, in its own data, so that neither another name of
/// its folder nor a backup makes it a real one; and it never joins a district, by no way.
namespace fayi::store {

/// For good; of a store that has joined no district. ErrorCode::Usage: it has.
Status markAsPractice(const std::filesystem::path& folder);

/// False also where there is no store, or none that can be read.
bool isPractice(const std::filesystem::path& folder);

/// Why such a store joins nothing.
extern const Error kPracticeJoinsNothing;

}  // namespace fayi::store
