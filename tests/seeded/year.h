// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "row.h"

namespace fayi::schema {

/// The year 2020 of a district whose records come to the 67 numbers of its printed report, and around them
/// what must not count: records not verified, deleted, of another district, of the year before and after, and
/// things that ended before the last day. Every verified record of the district is one that a submit accepts.
const std::vector<Row>& seededYear();

/// The same records with their answers thrown about, by that seed: no report looks like it, but every figure
/// must still be what a recount says.
std::vector<Row> shuffledYear(unsigned seed, std::size_t ofEachType);

}  // namespace fayi::schema
