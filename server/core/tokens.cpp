// SPDX-License-Identifier: Apache-2.0
#include "tokens.h"

#include "fayi/base/crypto.h"

namespace fayi::hub {
namespace {

constexpr std::size_t kTokenBytes = 18;
constexpr std::size_t kCodeDigits = 12, kGroup = 4;
constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The digit people mean, or 0 bytes' worth of it.
char digitOf(char typed) {
    char c = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    return kDigits.find(c) == std::string_view::npos ? '\0' : c;
}

}  // namespace

std::string makeToken(Random& random) {
    return toBase64Url(random.bytes(kTokenBytes));
}

Bytes hashOfToken(std::string_view token) {
    return blake2b(token, "fayi station token");
}

std::string makeCode(Random& random) {
    const Bytes bytes = random.bytes(kCodeDigits);
    std::string out;
    for (std::size_t i = 0; i < kCodeDigits; ++i) {
        if (i != 0 && i % kGroup == 0)
            out += '-';
        out += kDigits[static_cast<unsigned char>(bytes[i]) % kDigits.size()];
    }
    return out;
}

std::string normalCode(std::string_view typed) {
    std::string out;
    for (const char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        const char digit = digitOf(c);
        if (digit == '\0' || out.size() == kCodeDigits)
            return {};
        out += digit;
    }
    return out.size() == kCodeDigits ? out : std::string();
}

std::string selectorOf(std::string_view normal) {
    return std::string(normal.substr(0, kGroup));
}

Bytes hashOfCode(std::string_view normal) {
    return blake2b(normal, "fayi enrolment code");
}

}  // namespace fayi::hub
