// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/station/station.h"

namespace fayi::station {

/// Said of a record that is kept and protected, and nothing else.
inline const Text kRestrictedNow{"记录已限制处理（个人信息保护法第四十七条），解除前不能修改、打印或导出",
                                 "the record is restricted (PIPL article 47): no change, print or export "
                                 "until that is lifted"};

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
