// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/sync_days.h"

namespace fayi::station {

Result<std::vector<SyncDay>> syncDays(const Station& station, const Clock& clock, std::uint64_t most) {
    FAYI_LET(days, store::SyncDays::open(station.store().folder(), clock));
    return days->list(most);
}

}  // namespace fayi::station
