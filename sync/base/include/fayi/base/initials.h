// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace fayi {

/// The letters a Chinese character may begin with in pinyin, bit 0 for "a" … bit 25 for "z": 重 has c and z.
/// Zero: it is no Chinese character, or nobody knows how it is read. From the Unihan database (UAX #38),
/// kMandarin and kXHC1983, as Debian's package unicode-data has it.
std::uint32_t initialsOf(char32_t c);

/// Whether some characters in a row may begin with these letters, as 双龙镇 with "sl" or "lz"; ASCII letters
/// and digits among them stand for themselves. Case does not matter; no letters are found everywhere.
bool holdsInitials(std::string_view text, std::string_view letters);

}  // namespace fayi
