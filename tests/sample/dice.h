// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fayi::sample {

/// A seeded stream of numbers (SplitMix64, Steele et al. 2014): the same on every machine and compiler,
/// unlike the distributions of <random>.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    /// A stream of its own for one thing of many: record `index` of `name` does not depend on the others.
    static Dice of(std::uint64_t seed, std::string_view name, std::uint64_t index);

    std::uint64_t next();
    /// A whole number from low to high, both included.
    std::int64_t between(std::int64_t low, std::int64_t high);
    /// True in `percent` of a hundred throws.
    bool chance(int percent) { return between(1, 100) <= percent; }

    template <typename T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(from.size()) - 1))];
    }
    /// The same, but lists begin with what is common: the first of three draws.
    template <typename T>
    const T& pickEarly(const std::vector<T>& from) {
        const auto last = static_cast<std::int64_t>(from.size()) - 1;
        const auto draw = [&] { return between(0, last); };
        const std::int64_t first = draw();
        const std::int64_t second = draw();
        return from[static_cast<std::size_t>(std::min({first, second, draw()}))];
    }

private:
    std::uint64_t m_state;
};

}  // namespace fayi::sample
