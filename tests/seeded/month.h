// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "row.h"

namespace fayi::schema {

/// The mediation cases of August 2016 that come to the numbers of a city's printed return: 869 accepted, of
/// fourteen types and others; 842 with success, 28.738 million yuan agreed; crimes and group petitions
/// prevented. Cases of July that end in August, and of August that end in September or are open, lie among
/// them, and around them what must not count. Every verified one is a record that a submit accepts.
const std::vector<Row>& mediationMonth();

/// What the return prints of each type, by code.
const std::vector<std::pair<std::string, int>>& printedTypes();

}  // namespace fayi::schema
