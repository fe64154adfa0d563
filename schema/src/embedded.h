// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace fayi::schema {

/// One JSON file of this room, compiled in: a program needs no data folder.
struct EmbeddedFile {
    std::string_view path;  ///< "code-lists/campaigns.json"
    std::string_view text;
};

/// All of them, in the order in which they can be loaded: meta, calendars, code-lists, org-trees,
/// record-types, reports, deadlines, paper, rules.
std::span<const EmbeddedFile> embeddedFiles();

}  // namespace fayi::schema
