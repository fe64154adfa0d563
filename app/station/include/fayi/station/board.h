// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/station/station.h"
#include "fayi/store/tally.h"

namespace fayi::station {

/// One unit as those above it see it: with all below it, and with the units it took the place of.
struct BoardRow {
    std::string org;
    bool below = false;                                                    ///< there are units below it
    std::uint64_t records = 0, submitted = 0, verified = 0, returned = 0;  ///< of the period
    std::string lastDay;  ///< something happened; empty: never
    Millis heard{0};      ///< when something of it was written last; 0: nothing ever came
    /// The last day on which the unit is known to have written anything itself; empty: never. What the
    /// district writes of its records does not count.
    std::string reported;
    bool overdue = false;                    ///< that is longer ago than was asked
    std::vector<store::Computer> computers;  ///< of the unit and those below it
    std::size_t villages = 0;                ///< villages and communities in it, itself among them
    /// Of these, how many have no visit logged for longer than was asked; and the day of the one that is
    /// longest ago, empty if there is one without any.
    std::size_t silent = 0;
    std::string oldestVisit;
    std::string lockedUntil;  ///< by its own lock or one above it; empty: open
    std::string lockedBy;     ///< the unit that is locked
};

/// What is asked: the units below `parent` (empty: of the person's own scope), the period, and after how many
/// days without a visit a village, and without any report a unit, counts as silent.
struct BoardQuestion {
    std::string parent, from, to;
    std::int64_t silentDays = 31;
};

/// What the units have recorded, those first that have not reported, and then those that were silent longest.
/// It counts records of units and nothing of people.
class Board {
public:
    /// Listed at once behind a number.
    static constexpr std::size_t kMostRecords = 500;

    explicit Board(Station& station) : m_station(station) {}

    /// ErrorCode::Usage: no such unit, or these days are no period.
    Result<std::vector<BoardRow>> rows(const BoardQuestion& question) const;
    /// The records of the period of a unit in that state (empty: any), newest first, at most kMostRecords.
    Result<std::vector<Record>> records(const std::string& org, const std::string& state,
                                        const std::string& from, const std::string& to) const;
    /// The unit whose board a person begins with.
    std::string root() const;

private:
    std::vector<std::string> unitsOf(const std::string& parent) const;

    Station& m_station;
};

}  // namespace fayi::station
