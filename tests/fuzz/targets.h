// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "fayi/base/seal.h"

namespace fayi::fuzz {

/// Hands `input` to one decoder: its first byte chooses which. Ends the program where a decoder breaks its
/// promise: what it accepts must encode to the same bytes again where the form is canonical.
void runTarget(std::string_view input);

inline constexpr int kTargets = 18;

/// The bundle in the corpus is sealed to this one.
SealKey bundleKey();

}  // namespace fayi::fuzz
