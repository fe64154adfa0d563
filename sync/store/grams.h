// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fayi::store {

/// What goes into the search index for a text: each pair of neighbouring characters of a run of Chinese (and
/// any other letters beyond ASCII), the last one alone too, and whole words of ASCII letters and digits;
/// folded to lower case and half width.
std::string gramsOf(std::string_view text);

/// How many letters of what is spoken stand in the index together: three apart are seldom three in a row.
inline constexpr std::size_t kSpokenLetters = 3;

/// What goes into it besides for names and titles: the pinyin initials of each two and three neighbouring
/// Chinese characters, in every way that they may be read.
std::string initialGramsOf(std::string_view text);

/// An FTS5 query that finds every text with all the words; a word of one character and an ASCII word match as
/// beginnings, and ASCII letters match initials too. Empty: nothing to look for.
std::string matchOf(std::string_view words);

/// The runs of three and more characters in it: pairs found apart do not make them, so they are checked in
/// full.
std::vector<std::string> longRuns(std::string_view words);

}  // namespace fayi::store
