// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// A remark among the others of its record, and what became of it.
struct RemarkStanding {
    records::Remark remark;
    bool open = false;  ///< of a return that stands; or a note that no verification had seen
    int round = 0;      ///< which return of the record it came with, from 1; 0: with none
    std::optional<records::Verification> settledBy;  ///< of a note: the first verification that had seen it
};

/// All remarks of a record, newest first.
Result<std::vector<RemarkStanding>> remarksOf(const Station& station, const Record& record);

/// True if somebody returned it once.
bool wasReturned(const records::View& view);

}  // namespace fayi::station
