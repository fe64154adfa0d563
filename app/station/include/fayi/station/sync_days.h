// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/station/station.h"
#include "fayi/store/sync_days.h"

namespace fayi::station {

using SyncDay = store::SyncDay;

/// What the syncs of each day came to, the newest day first, at most so many.
Result<std::vector<SyncDay>> syncDays(const Station& station, const Clock& clock, std::uint64_t most);

}  // namespace fayi::station
