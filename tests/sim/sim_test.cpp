// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "run.h"

namespace fayi::sim {
namespace {

TEST(Simulation, TheSameSeedGivesTheSameTrace) {
    const Outcome once = run(planOf(3)), again = run(planOf(3));
    EXPECT_EQ(once.trace, again.trace);
    EXPECT_EQ(once.counts, again.counts);
    EXPECT_NE(once.trace, run(planOf(4)).trace);
}

TEST(Simulation, EveryWorldIsLargeEnough) {
    const Outcome outcome = run(planOf(1));
    EXPECT_GE(outcome.stations, 4U);
    EXPECT_GE(outcome.operations, 200U);
}

}  // namespace
}  // namespace fayi::sim
