// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/station/station.h"

namespace fayi::station {

struct Station::Loaded {
    store::StoredRecord stored;
    merge::RecordState state;
    const schema::RecordType* type = nullptr;
    merge::VersionVector shown;  ///< what the author had been shown (ruling 2)
    std::uint64_t forks = 0;     ///< in whose names `shown` speaks

    /// The org units whose scope it is in.
    std::vector<std::string> orgs() const {
        return stored.view.orgs.empty() ? std::vector<std::string>{stored.view.org} : stored.view.orgs;
    }
};

}  // namespace fayi::station
