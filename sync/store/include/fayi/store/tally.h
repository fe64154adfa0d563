// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"

/// Records counted unit by unit. A record that names a village belongs to that village, any other to the unit
/// that it is filed with. Void and deleted records count nowhere.
namespace fayi::store {

/// What there is of one unit, units below it apart.
struct UnitTally {
    std::string unit;
    std::uint64_t records = 0, submitted = 0, verified = 0, returned = 0;  ///< that happened in the period
    std::string lastDay;    ///< on which something happened, in any period; empty: never
    std::string lastVisit;  ///< the same of the one record type that is asked for, drafts apart
    HybridTime heard;       ///< when something of it was written last, as far as it came here
    HybridTime reported;    ///< the same of what stands as others wrote it than people of the unit above
};

/// A computer of an office: who writes there belongs to that unit.
struct Computer {
    std::string name, org;
    HybridTime newest;  ///< of what was written there and came here; 0: nothing
};

/// In one pass over the records, by a connection of its own. `above`: what people of that unit write of
/// another one (a verification, a return) is no report of it; empty: there is no such unit.
Result<std::vector<UnitTally>> tallyUnits(const std::filesystem::path& folder, const std::string& from,
                                          const std::string& to, const std::string& visitType,
                                          const std::string& above = {});

/// Every computer that something came from, by name and unit; one that several people write at once a unit.
Result<std::vector<Computer>> computers(const std::filesystem::path& folder);

/// Numbers of the records of some units that happened in the period, those of one state or (empty) of any;
/// the newest first, at most `limit`.
Result<std::vector<std::int64_t>> recordsOfUnits(const std::filesystem::path& folder,
                                                 const std::vector<std::string>& units,
                                                 const std::string& state, const std::string& from,
                                                 const std::string& to, std::size_t limit);

}  // namespace fayi::store
