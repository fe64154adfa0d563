// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "fayi/base/ids.h"

namespace fayi {

/// The number in so many bytes, at most 8, the highest first.
inline Bytes bigEndian(std::uint64_t number, std::size_t bytes) {
    Bytes out(bytes, '\0');
    for (std::size_t i = bytes; i-- > 0; number >>= 8U)
        out[i] = static_cast<char>(number & 0xFFU);
    return out;
}

/// The number that these bytes are, at most 8.
inline std::uint64_t fromBigEndian(std::string_view bytes) {
    std::uint64_t out = 0;
    for (const char byte : bytes)
        out = out << 8U | static_cast<unsigned char>(byte);
    return out;
}

}  // namespace fayi
