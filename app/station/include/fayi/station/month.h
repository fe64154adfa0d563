// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/station/station.h"

namespace fayi::station {

/// What there is of one month in the scope of the person who works here, void records left out; and which
/// villages nobody has logged a visit of yet.
class Month {
public:
    struct Count {
        const schema::RecordType* type = nullptr;
        std::uint64_t records = 0;
        std::uint64_t open = 0;  ///< of these, how many still have to be submitted
    };
    /// Behind one number.
    static constexpr std::size_t kMostRecords = 500;
    /// Of a scope with more villages than this the board tells which were not visited.
    static constexpr std::size_t kMostVillages = 40;

    /// `day`: any of the month; empty: today.
    explicit Month(const Station& station, const std::string& day = {});

    const std::string& from() const { return m_from; }
    const std::string& to() const { return m_to; }
    /// Record types that have any, in the order of the catalog.
    Result<std::vector<Count>> counts() const;
    /// The records behind a number, newest first, at most kMostRecords.
    Result<std::vector<Record>> records(const std::string& type) const;
    /// Codes of the villages of the scope, today's; empty for somebody who logs no visits, and past
    /// kMostVillages.
    std::vector<std::string> villages() const;
    /// Those of them without a visit in the month.
    Result<std::vector<std::string>> unvisited() const;

private:
    ListQuery query(const std::string& type) const;

    const Station& m_station;
    std::string m_from, m_to;
};

}  // namespace fayi::station
