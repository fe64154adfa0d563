// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "plan.h"

namespace fayi::sim {

/// How one world ended.
struct Outcome {
    std::string invariant, what;  ///< empty: none was violated
    std::size_t operation = 0;    ///< the last one begun
    std::vector<std::string> trace;
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t operations = 0, crashes = 0, stations = 0;

    bool ok() const { return invariant.empty(); }
};

/// The same plan gives the same outcome, trace included.
Outcome run(const Plan& plan);

/// Leaves out operations and fault kinds as long as the same invariant still breaks; at most `tries` runs.
Plan shrink(const Plan& plan, const Outcome& outcome, int tries);

/// Every count that must not stay at zero over many seeds.
std::vector<std::string> everyCount();

}  // namespace fayi::sim
