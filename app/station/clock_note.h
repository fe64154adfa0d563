// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/clock.h"
#include "fayi/base/text.h"

namespace fayi::station {

/// What to tell of a clock, empty if it is good enough; `offset` is the hub's minus this machine's.
Text clockNote(Millis offset);

}  // namespace fayi::station
