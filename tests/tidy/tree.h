// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "rules.h"

namespace fayi::tidy {

/// Every text file of ours below the root, by path; build folders and what begins with a dot are not ours.
std::vector<Source> readTree(const std::filesystem::path& root);

}  // namespace fayi::tidy
