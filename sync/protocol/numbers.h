// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace fayi::protocol {

/// A whole number that is not negative. Throws std::out_of_range on anything else: converting a foreign
/// floating point number would be undefined.
inline std::uint64_t wholeOf(const nlohmann::json& json) {
    if (!json.is_number_unsigned() && !(json.is_number_integer() && json.get<std::int64_t>() >= 0))
        throw std::out_of_range("not a whole number");
    return json.get<std::uint64_t>();
}

/// A whole number of either sign, as a difference.
inline std::int64_t signedOf(const nlohmann::json& json) {
    if (!json.is_number_integer())
        throw std::out_of_range("not a whole number");
    return json.get<std::int64_t>();
}

/// Wall-clock milliseconds that a hybrid time can hold: differences of two of them do not overflow.
inline std::chrono::milliseconds clockOf(const nlohmann::json& json) {
    const std::int64_t value = signedOf(json);
    if (value < 0 || value >= std::int64_t{1} << 47)
        throw std::out_of_range("not a time");
    return std::chrono::milliseconds(value);
}

}  // namespace fayi::protocol
