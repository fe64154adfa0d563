// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/returned.h"

#include "fayi/store/returned.h"

namespace fayi::station {

Result<std::vector<Record>> returnedHere(const Station& station, std::size_t limit) {
    FAYI_LET(numbers, store::returnedTo(station.store().folder(), station.person(), limit));
    return station.recordsOf(numbers);
}

}  // namespace fayi::station
