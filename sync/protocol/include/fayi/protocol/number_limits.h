// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// Bounds on official numbers that both ends keep.
namespace fayi::limits {

/// Numbers that the hub reserves at once: some weeks of an office, and no great gap where they stay unused.
inline constexpr std::uint64_t kNumberBlock = 20;
/// With fewer left a station asks for more.
inline constexpr std::uint64_t kNumbersLow = 10;
/// Series that one station gives numbers of, and blocks that it tells of in one request.
inline constexpr std::size_t kNumberSeries = 64;
/// What a hub that was put back to a backup leaves out of each series: it may have reserved as many since.
inline constexpr std::uint64_t kNumbersForgotten = 200;
/// In the place of the last number that a station holds: it lost its blocks, or they may be given twice, and
/// none is to be sent to it again.
inline constexpr std::uint64_t kNumbersAnew = (std::uint64_t{1} << 53) - 1;

}  // namespace fayi::limits
