// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "fayi/base/text.h"

namespace fayi::station {

/// The word of a state: "submitted" is 已提交. One that is not known stands for itself.
Text stateWords(std::string_view state);

}  // namespace fayi::station
