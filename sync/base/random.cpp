// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/random.h"

#include <sodium.h>

#include <cstring>

namespace fayi {

std::uint64_t Random::u64() {
    const Bytes raw = bytes(sizeof(std::uint64_t));
    std::uint64_t out = 0;
    std::memcpy(&out, raw.data(), sizeof out);
    return out;
}

Bytes SystemRandom::bytes(std::size_t count) {
    Bytes out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

}  // namespace fayi
