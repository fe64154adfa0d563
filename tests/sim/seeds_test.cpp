// SPDX-License-Identifier: Apache-2.0
// Plans that once broke an invariant, shrunk to the few operations that did it.
#include <gtest/gtest.h>

#include <set>

#include "run.h"

namespace fayi::sim {
namespace {

struct Step {
    std::string_view kind;
    std::uint64_t seed;
};

/// A world of a seed in which these things happen, with these faults alone.
Plan planWith(std::uint64_t seed, const std::vector<Step>& steps, const std::set<Fault>& faults = {}) {
    Plan plan;
    plan.seed = seed;
    for (const Fault fault : faults)
        plan.faults[static_cast<std::size_t>(fault)] = true;
    for (const Step& step : steps)
        for (std::size_t i = 0; i < kKinds; ++i)
            if (nameOf(static_cast<Kind>(i)) == step.kind)
                plan.operations.push_back({static_cast<Kind>(i), step.seed, plan.operations.size()});
    EXPECT_EQ(plan.operations.size(), steps.size());
    return plan;
}

std::string linesOf(const std::vector<std::string>& trace) {
    std::string out;
    for (const std::string& line : trace)
        out += line + "\n";
    return out;
}

void expectHolds(const Plan& plan) {
    const Outcome outcome = run(plan);
    EXPECT_TRUE(outcome.ok()) << outcome.invariant << ": " << outcome.what << "\n" << linesOf(outcome.trace);
}

TEST(OnceBroken, AStoreWhosePenHasWrittenNothingHearsOfItsCopyThatDid) {
    expectHolds(planWith(50, {{"clone", 4159779986219829880U},
                              {"unknown-type", 9650570772222845379U},
                              {"partial-sync", 8972569032929229023U},
                              {"sync", 17725637057668337405U},
                              {"create", 13330134912633466020U}}));
}

TEST(OnceBroken, AStoreWithTwoPensIsToldOnceThoughEachPenIsFoundOutApart) {
    expectHolds(planWith(26, {{"create", 14812730139833831100U},
                              {"join-person", 5902789773858726468U},
                              {"clone", 5808348115340191431U},
                              {"join-person", 5034442072514216078U},
                              {"sync", 16172589819507353459U},
                              {"sync", 7674735487571031340U},
                              {"edit", 18064445784102523997U},
                              {"undelete", 8901328143651363553U},
                              {"clone", 11352058071429977401U},
                              {"add-item", 5510992226154759389U},
                              {"large-save", 5278707609220473901U}}));
}

TEST(OnceBroken, ACopyHearsOfWhatWasRefusedBeforeItParted) {
    expectHolds(planWith(27, {{"create", 14440633082518545477U},
                              {"invalid", 11326980187758806430U},
                              {"clone", 8589458665470939297U},
                              {"create", 3182660125699946071U},
                              {"invalid", 8406406564599520112U}}));
}

TEST(OnceBroken, ACopyOfACopyIssuesWhatTheCopyHasIssued) {
    expectHolds(planWith(67, {{"create", 13867950405284003187U},
                              {"unknown-type", 3959224313864043121U},
                              {"move", 5407418147535921724U},
                              {"partial-sync", 8710847971676335486U},
                              {"clone", 18433218117284619503U},
                              {"sync", 18242344662799971211U},
                              {"move", 17178496544283143295U},
                              {"edit-set", 11506002278098190771U},
                              {"clone", 5797430841967213720U}}));
}

}  // namespace
}  // namespace fayi::sim
