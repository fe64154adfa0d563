// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fayi::merge {

/// Joins what several people made of one text at the same time; nothing if any two edits overlap or touch.
///
/// Each side is compared with `base` sentence by sentence (Chinese has no spaces to part words by). Where
/// edits of different sides meet, each counts there as one stretch of characters, from its first difference
/// to its last: a character that two rewritten sentences happen to share does not hold them together.
/// Stretches with at least one unchanged character between them are joined; edits that are the same count
/// once.
///
/// A pure function of `base` and of the set of sides: their order does not matter. Texts, and the result, are
/// of at most limits::kLongTextPoints code points; beyond that nothing is merged.
std::optional<std::string> mergeTexts(std::string_view base, const std::vector<std::string>& sides);

}  // namespace fayi::merge
