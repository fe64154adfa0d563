// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/text.h"

#include <cstdint>

namespace fayi {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t point;
    std::size_t bytes;  ///< 0: malformed
};

/// Decodes the code point that starts at `at` (RFC 3629, table 3-7 of the Unicode standard).
Decoded decodeAt(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(s[at + i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (size == 0 || lead > 0xF4 || at + size > s.size())
        return {kReplacement, 0};
    char32_t point = lead & (0x7F >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {kReplacement, 0};
        point = (point << 6) | (byte(i) & 0x3F);
    }
    constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < kLeast[size] || surrogate || point > 0x10FFFF)
        return {kReplacement, 0};
    return {point, size};
}

}  // namespace

Text format(const Text& pattern, const std::vector<std::string>& arguments) {
    const auto fill = [&](const std::string& text) {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                              text[i + 1] >= '0' && text[i + 1] <= '9';
            if (!slot) {
                out += text[i];
                continue;
            }
            const auto index = static_cast<std::size_t>(text[i + 1] - '0');
            out += index < arguments.size() ? arguments[index] : std::string();
            i += 2;
        }
        return out;
    };
    return {fill(pattern.zh), fill(pattern.en)};
}

bool isUtf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const Decoded d = decodeAt(bytes, i);
        if (d.bytes == 0)
            return false;
        i += d.bytes;
    }
    return true;
}

std::u32string codePoints(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const Decoded d = decodeAt(utf8, i);
        out += d.point;
        i += d.bytes == 0 ? 1 : d.bytes;
    }
    return out;
}

std::string toUtf8(std::u32string_view points) {
    std::string out;
    for (char32_t p : points) {
        if (p > 0x10FFFF || (p >= 0xD800 && p <= 0xDFFF))
            p = kReplacement;
        const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((p >> shift) & 0x3F)); };
        if (p < 0x80) {
            out += static_cast<char>(p);
        } else if (p < 0x800) {
            out += static_cast<char>(0xC0 | (p >> 6));
            tail(0);
        } else if (p < 0x10000) {
            out += static_cast<char>(0xE0 | (p >> 12));
            tail(6), tail(0);
        } else {
            out += static_cast<char>(0xF0 | (p >> 18));
            tail(12), tail(6), tail(0);
        }
    }
    return out;
}

std::size_t lengthOf(std::string_view utf8) {
    std::size_t n = 0;
    for (const char c : utf8)
        n += (static_cast<std::uint8_t>(c) & 0xC0) != 0x80;
    return n;
}

std::string prefixOf(std::string_view utf8, std::size_t points) {
    std::size_t i = 0;
    while (i < utf8.size() && (points > 0 || (static_cast<std::uint8_t>(utf8[i]) & 0xC0) == 0x80)) {
        points -= (static_cast<std::uint8_t>(utf8[i]) & 0xC0) != 0x80;
        ++i;
    }
    return std::string(utf8.substr(0, i));
}

}  // namespace fayi
