// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/base/ids.h"
#include "fayi/base/random.h"

namespace fayi::hub {

/// A station's secret: 144 random bits as 24 characters of base 64.
std::string makeToken(Random& random);
Bytes hashOfToken(std::string_view token);

/// A one-time code: 60 random bits as three groups of Crockford base 32, "4F7Q-9K2M-X3TD".
std::string makeCode(Random& random);
/// What people type: case, blanks and hyphens do not count, O is 0, I and L are 1. Empty: not 12 such
/// characters.
std::string normalCode(std::string_view typed);
/// The first group of a normal code: what it is found by.
std::string selectorOf(std::string_view normal);
Bytes hashOfCode(std::string_view normal);

}  // namespace fayi::hub
