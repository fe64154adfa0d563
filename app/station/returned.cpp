// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/returned.h"

#include <limits>

#include "fayi/store/returned.h"

namespace fayi::station {

Result<std::vector<Record>> returnedHere(const Station& station, std::size_t limit) {
    FAYI_LET(numbers, store::returnedTo(station.store().folder(), station.person(), limit));
    return station.recordsOf(numbers);
}

Result<std::size_t> returnedCount(const Station& station) {
    constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
    FAYI_LET(numbers, store::returnedTo(station.store().folder(), station.person(), kAll));
    return numbers.size();
}

}  // namespace fayi::station
