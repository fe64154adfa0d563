// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fayi/schema/record_type.h"

namespace fayi::schema {

/// One line of the checklist of a dossier.
struct Paper {
    const Choice* choice = nullptr;
    bool required = false;  ///< of this record as it is; false: as needed
    bool there = false;
    bool missing = false;                ///< required, and neither it nor one in its place is there
    std::vector<const Choice*> inPlace;  ///< any of these does as well
};

struct Checklist {
    std::vector<Paper> papers;  ///< in the order of the dossier; none that were not in force, unless there
    std::size_t missing = 0;    ///< required papers, those that may stand for each other counted once
};

/// What the dossier of a record holds and lacks; empty for a type without one.
Checklist checklistOf(const RecordType& type, const Json& fields, std::string_view today);

}  // namespace fayi::schema
