// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "rules.h"

namespace fayi::tidy {

/// Every text file of ours below the root, by path; build folders and what begins with a dot are not ours.
std::vector<Source> readTree(const std::filesystem::path& root);

/// The links of a Markdown page that lead to no file below the root; those to other machines are not
/// followed.
std::vector<std::string> brokenLinks(const Source& page, const std::filesystem::path& root);

}  // namespace fayi::tidy
