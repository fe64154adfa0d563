// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "admission.h"

namespace fayi::hub {

/// Which records a station may hold: those of its people's org units, and of these the types that belong to
/// the work of somebody there (`roles.see`). A type that the hub has no definition of is seen by every role.
class Visibility {
public:
    /// Both must outlive it.
    Visibility(const StationScope& scope, const Reference& reference)
        : m_scope(scope), m_reference(reference) {}

    /// Whether some type of record is seen in these units, joined as in LogLine::orgs.
    bool reaches(const std::string& orgs) { return within(orgs, {}, m_scope.roots); }
    bool sees(const std::string& orgs, const std::string& type);

private:
    /// `role` empty: all roots.
    bool within(const std::string& orgs, const std::string& role, const std::vector<std::string>& roots);

    const StationScope& m_scope;
    const Reference& m_reference;
    std::map<std::pair<std::string, std::string>, bool> m_known;  ///< by role and units
};

}  // namespace fayi::hub
