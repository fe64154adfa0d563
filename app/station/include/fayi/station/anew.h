// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/clock.h"
#include "fayi/station/station.h"

/// What is seldom done to a store that is in order: reading the district's records once more, and beginning
/// with an empty store (moveAside(), restore.h).
namespace fayi::station {

/// What is here and nowhere else, of everybody who works on this computer.
struct OnlyHere {
    std::uint64_t records = 0;  ///< with something in them that the district has not answered for
    std::uint64_t files = 0, fileBytes = 0;
    std::uint64_t refused = 0;  ///< what the district did not take and nobody has dealt with
    std::uint64_t forms = 0;    ///< left with something unsaved in them
    bool none() const { return records + files + refused + forms == 0; }
};

/// An error where it cannot be counted: then nothing may be said of it.
Result<OnlyHere> onlyHere(const Station& station, const Clock& clock);

/// The next sync brings every record of the scope once more, as the first one did; what is here stays shown
/// meanwhile, and what waits stays waiting. ErrorCode::Usage: it has joined no district; Unreachable: a sync
/// is under way, which would not hear of it.
Status readAnew(const Station& station);

}  // namespace fayi::station
