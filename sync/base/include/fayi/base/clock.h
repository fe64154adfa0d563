// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fayi {

/// Wall-clock time, milliseconds since 1970-01-01T00:00:00Z.
using Millis = std::chrono::milliseconds;

/// Hybrid logical time (Kulkarni et al. 2014): wall milliseconds in the upper 48 bits, a counter in the
/// lower 16.
struct HybridTime {
    std::uint64_t packed = 0;

    static HybridTime of(Millis wall, std::uint16_t counter = 0) {
        return {(static_cast<std::uint64_t>(wall.count()) << 16) | counter};
    }
    Millis wall() const { return Millis(static_cast<std::int64_t>(packed >> 16)); }
    HybridTime next() const { return {packed + 1}; }
    auto operator<=>(const HybridTime&) const = default;
};

/// The only door to the machine's clocks; tests and the simulation put their own behind it. Thread safe.
class Clock {
public:
    virtual ~Clock() = default;
    /// The wall clock as this machine believes it; may jump.
    virtual Millis now() const = 0;
    /// Never goes back; only differences mean anything.
    virtual Millis steady() const = 0;
};

class SystemClock final : public Clock {
public:
    Millis now() const override;
    Millis steady() const override;
};

/// "2026-03-01T08:30:00+08:00": China has one time zone and no summer time.
std::string toIsoChina(Millis wall);
/// The civil date in China, "2026-03-01".
std::string dateInChina(Millis wall);
/// Days since 1970-01-01 of a real calendar date "YYYY-MM-DD"; nothing for any other text.
std::optional<std::int64_t> daysOf(std::string_view isoDate);
/// The date "YYYY-MM-DD" of a day number.
std::string dateOfDays(std::int64_t days);

}  // namespace fayi
