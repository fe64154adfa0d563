// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace fayi::net {

/// Raises the soft limit of open files to hold `connections` beside the program's own, as far as the hard
/// limit allows.
void raiseFileLimit(std::size_t connections);

}  // namespace fayi::net
