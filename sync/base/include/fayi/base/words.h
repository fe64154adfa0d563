// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "fayi/base/text.h"

namespace fayi {

/// What a run of characters is made of: ASCII letters and digits, or the letters of any other script.
enum class WordClass { Ascii, Letter };

/// Calls `each` for every run of one class, in order. Spaces and punctuation are left out, full-width forms
/// become ASCII, and ASCII letters small: what people vary without meaning anything by it.
void forWordRuns(std::string_view text, const std::function<void(std::u32string_view, WordClass)>& each);

}  // namespace fayi
