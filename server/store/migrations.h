// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace fayi::hub {

/// The files of sql/, in order of their numbers.
const std::vector<std::string_view>& migrations();

}  // namespace fayi::hub
