// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/result.h"
#include "fayi/base/text.h"

namespace fayi::schema {

/// One unit of the administrative tree: district (6 digits, GB/T 2260), street or town (9), community or
/// village (12).
struct OrgUnit {
    std::string code;
    Text name;
    std::string parent;                      ///< empty for the root
    std::string kind;                        ///< district, street, town, township, community, village, other
    std::optional<std::string> from;         ///< first day in force
    std::optional<std::string> until;        ///< last day in force
    std::optional<std::string> lockedUntil;  ///< the district closed the records of the unit up to this day
    std::string successor;                   ///< the unit that took its place; empty if none
    bool sample = false;  ///< invented for demonstration: no such unit, or not under this name

    bool inForce(std::string_view isoDate) const;
};

/// The units of a district and how they followed one another. A record keeps the code of its day; a unit's
/// subtree contains whatever lies below it and below the units it took the place of. Built whole: parents and
/// successors exist, there is no cycle.
class OrgTree {
public:
    /// An error names the unit whose parent or successor is missing, the code that is given twice, or the
    /// cycle.
    static Result<OrgTree> of(std::vector<OrgUnit> units);

    const OrgUnit* find(std::string_view code) const;
    /// The unit that stands for `code` on that day: itself, or whoever took its place; null if unknown.
    const OrgUnit* onDay(std::string_view code, std::string_view isoDate) const;
    /// True if `code` is `root`, lies below it, or below a unit it took the place of. An unknown `code`
    /// belongs to the longest known prefix of 9 or 6 digits.
    bool isWithin(std::string_view code, std::string_view root) const;
    /// The unit whose lock closes that day for records of `code`: itself, one that isWithin() counts it to,
    /// the one locked furthest if there are several; null: the day is open.
    const OrgUnit* lockOn(std::string_view code, std::string_view isoDate) const;
    /// All codes within `root`, itself and predecessors included, ascending; empty if it is unknown.
    std::vector<std::string> subtree(std::string_view root) const;
    /// The units directly below, ascending by code.
    std::vector<const OrgUnit*> children(std::string_view code) const;
    /// Every unit, ascending by code.
    std::vector<const OrgUnit*> units() const;
    /// "江南街道 · 五堡村": the names from below the root down to the unit; the code itself if unknown.
    std::string pathName(std::string_view code, Language language) const;

private:
    std::vector<const OrgUnit*> above(std::string_view code) const;

    std::map<std::string, OrgUnit, std::less<>> m_units;
    std::multimap<std::string, std::string, std::less<>> m_children;      ///< parent to child
    std::multimap<std::string, std::string, std::less<>> m_predecessors;  ///< successor to predecessor
};

}  // namespace fayi::schema
