// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "fayi/base/ids.h"

namespace fayi {

/// The only door to randomness; tests and the simulation seed their own. Thread safe.
class Random {
public:
    virtual ~Random() = default;
    virtual Bytes bytes(std::size_t count) = 0;
    std::uint64_t u64();
};

/// The operating system's generator (libsodium randombytes).
class SystemRandom final : public Random {
public:
    Bytes bytes(std::size_t count) override;
};

}  // namespace fayi
