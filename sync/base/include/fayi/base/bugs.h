// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace fayi {

/// Deliberate bugs, each a way in which software of this kind goes wrong: the simulation (tests/sim) switches
/// them on one at a time and must find each. They exist in builds with tests only (FAYI_TEST_BUGS); elsewhere
/// bug() is the constant false and nothing of them is left.
#ifdef FAYI_TEST_BUGS
namespace bugs {
/// The one that is on; empty: none. Set before any thread starts.
extern std::string_view active;
}  // namespace bugs
inline bool bug(std::string_view name) {
    return !bugs::active.empty() && bugs::active == name;
}
#else
constexpr bool bug(std::string_view) {
    return false;
}
#endif

}  // namespace fayi
