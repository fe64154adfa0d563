// SPDX-License-Identifier: Apache-2.0
#include "run.h"

#include "world.h"

namespace fayi::sim {

Outcome run(const Plan& plan) {
    Outcome out;
    std::unique_ptr<World> world;
    try {
        world = std::make_unique<World>(plan);
        for (const Operation& operation : plan.operations) {
            out.operation = operation.number;
            ++out.operations;
            world->perform(operation);
        }
        world->drain();
        world->check();
    } catch (const Violation& violation) {
        out.invariant = violation.invariant;
        out.what = violation.what;
    }
    if (world) {
        out.trace = world->trace();
        out.counts = world->counts();
        out.crashes = world->crashes();
        out.stations = world->stationCount();
    }
    return out;
}

Plan shrink(const Plan& plan, const Outcome& outcome, int tries) {
    Plan best = plan;
    const auto fails = [&](const Plan& candidate) {
        return tries-- > 0 && run(candidate).invariant == outcome.invariant;
    };
    for (std::size_t fault = 0; fault < kFaults; ++fault) {
        Plan candidate = best;
        candidate.faults[fault] = false;
        if (best.faults[fault] && fails(candidate))
            best = candidate;
    }
    for (std::size_t size = best.operations.size() / 2; size > 0 && tries > 0; size /= 2)
        for (std::size_t at = 0; at < best.operations.size() && tries > 0;) {
            Plan candidate = best;
            const auto begin = candidate.operations.begin() + static_cast<std::ptrdiff_t>(at);
            const auto end =
                begin + static_cast<std::ptrdiff_t>(std::min(size, candidate.operations.size() - at));
            candidate.operations.erase(begin, end);
            if (fails(candidate))
                best = candidate;
            else
                at += size;
        }
    return best;
}

std::vector<std::string> everyCount() {
    std::vector<std::string> out{"crash hub", "crash station"};
    for (std::size_t i = 0; i < kKinds; ++i)
        out.push_back("op " + std::string(nameOf(static_cast<Kind>(i))));
    for (std::size_t i = 0; i < kFaults; ++i)
        out.push_back("fault " + std::string(nameOf(static_cast<Fault>(i))));
    return out;
}

}  // namespace fayi::sim
