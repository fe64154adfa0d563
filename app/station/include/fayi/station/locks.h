// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// A month of the past and what there is of it here.
struct MonthLock {
    std::string month;  ///< "2026-05"
    std::string end;    ///< its last day, "2026-05-31"
    bool locked = false;
    std::uint64_t records = 0, verified = 0;
    std::uint64_t submitted = 0, returned = 0;  ///< what is left are drafts
    std::uint64_t unverified() const { return records - verified; }
};

/// The periods of a district that are closed: what the hub refuses every change of. A lock is made at the hub
/// and reaches the stations with their next sync; this asks for it, from the desk of somebody who may.
class Locks {
public:
    /// A year and a month: the report of last year is closed in February.
    static constexpr int kMonths = 14;

    explicit Locks(Station& station) : m_station(station) {}

    /// This person may lock a period, or open one again; the hub judges by the same rule.
    bool mayLock() const;
    bool mayLift() const;
    /// The units that they can lock: their own and those right below.
    std::vector<std::string> units() const;
    /// Up to when a unit is locked, by its own lock or one above it; empty: it is open.
    std::string lockedUntil(const std::string& unit) const;
    /// The unit whose lock that is; empty: it is open.
    std::string lockedBy(const std::string& unit) const;
    /// The last kMonths months that are over, the newest first, counted as far as this person sees them.
    Result<std::vector<MonthLock>> months(const std::string& unit) const;
    /// Asks the hub to lock the unit up to and including a day; empty: to open it. Then the lock is fetched.
    /// ErrorCode::Unreachable, Refused; nothing changed then.
    Status lock(const std::string& unit, const std::string& until);

private:
    Station& m_station;
};

}  // namespace fayi::station
