// SPDX-License-Identifier: Apache-2.0
#include "dice.h"

namespace fayi::sample {

Dice Dice::of(std::uint64_t seed, std::string_view name, std::uint64_t index) {
    std::uint64_t mixed = seed * 0x9E3779B97F4A7C15ULL + index;
    for (const char c : name)
        mixed = (mixed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    Dice dice(mixed);
    dice.next();
    return dice;
}

std::uint64_t Dice::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
    const auto span = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(next() % span);
}

}  // namespace fayi::sample
