// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "fayi/base/ids.h"

/// Bytes as libsodium takes them.
namespace fayi {

inline const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* raw(Bytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace fayi
