// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "dice.h"

namespace fayi::sample {

/// Well-formed numbers that belong to nobody: the area code 500199 is not assigned, and no local number
/// begins with 0.

/// GB 11643, with a right check digit.
std::string residentId(Dice& dice);
/// GB 32100, with both check digits right.
std::string creditCode(Dice& dice);
std::string phone(Dice& dice);
/// A record that no store holds: where a definition demands a reference and there is nothing to refer to.
std::string recordId(Dice& dice);

}  // namespace fayi::sample
