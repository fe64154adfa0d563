// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "fayi/base/ids.h"

namespace fayi::merge {

inline constexpr ReplicaId kA{0xA}, kB{0xB}, kC{0xC};

}  // namespace fayi::merge
