// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// What came back to the person who works here, to be mended: what they wrote, and what others of their
/// unit wrote and they did not return themselves. The newest first, at most `limit`.
Result<std::vector<Record>> returnedHere(const Station& station, std::size_t limit);
/// How many these are.
Result<std::size_t> returnedCount(const Station& station);

}  // namespace fayi::station
