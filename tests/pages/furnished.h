// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "fayi/base/clock.h"

namespace fayi::testing {

/// When its pictures are taken: 2026-09-16T10:20:00+08:00, a Wednesday.
inline constexpr Millis kPictured{1'789'525'200'000};

/// A store in which every page has something to show, byte by byte of the same content each time it is made:
/// time and chance are given, and nothing is asked of the computer.
struct Furnished {
    std::filesystem::path folder;
    std::string conflict;  ///< a contract whose amount two people wrote
    std::string early;     ///< came as a state; its text was joined
    std::string closed;    ///< void
    std::string twice;     ///< may tell of the same event as another
    std::string limited;   ///< its use is restricted
};

/// The office of 双龙镇 after a year; 何志远, its head, and 秦晓岚 share the computer.
Furnished furnish(const std::filesystem::path& folder);

}  // namespace fayi::testing
