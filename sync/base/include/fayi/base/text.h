// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fayi {

/// The languages a person can be spoken to in; Chinese is the first.
enum class Language { Zh, En };

/// One sentence or label in both languages of the product.
struct Text {
    std::string zh;
    std::string en;

    const std::string& in(Language language) const { return language == Language::Zh ? zh : en; }
    bool operator==(const Text&) const = default;
};

/// Replaces "{0}", "{1}", … in both languages by the arguments.
Text format(const Text& pattern, const std::vector<std::string>& arguments);

/// True if the bytes are well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
/// U+10FFFF).
bool isUtf8(std::string_view bytes);

/// The code points of well-formed UTF-8; a malformed byte yields U+FFFD.
std::u32string codePoints(std::string_view utf8);

/// UTF-8 of code points; one that is not a scalar value becomes U+FFFD.
std::string toUtf8(std::u32string_view points);

/// The number of code points, the unit of every length limit.
std::size_t lengthOf(std::string_view utf8);

/// A prefix of at most `points` code points, never cut inside one.
std::string prefixOf(std::string_view utf8, std::size_t points);

}  // namespace fayi
