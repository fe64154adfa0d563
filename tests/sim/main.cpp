// SPDX-License-Identifier: Apache-2.0
// fayi-sim --seeds N --from S [--jobs J] [--bug NAME] [--trace] [--shrink]
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <sstream>

#include "bugs.h"
#include "fayi/base/bugs.h"
#include "run.h"

namespace fayi::sim {
namespace {

constexpr std::size_t kTail = 60;
constexpr int kShrinkTries = 400;

struct Options {
    std::uint64_t seeds = 100, from = 1;
    int jobs = 1;
    std::string bug, without;
    bool trace = false, shrink = false, allBugs = false, quiet = false;
};

/// What one process found in its share of the seeds; travels as lines "name value".
struct Share {
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t seeds = 0, operations = 0, crashes = 0, violations = 0;

    void add(const Outcome& outcome) {
        ++seeds;
        operations += outcome.operations;
        crashes += outcome.crashes;
        violations += outcome.ok() ? 0 : 1;
        for (const auto& [name, value] : outcome.counts)
            counts[name] += value;
    }
    std::string lines() const {
        std::ostringstream out;
        out << seeds << ' ' << operations << ' ' << crashes << ' ' << violations << '\n';
        for (const auto& [name, value] : counts)
            out << value << ' ' << name << '\n';
        return out.str();
    }
    void read(std::istream& in) {
        std::uint64_t s = 0, o = 0, c = 0, v = 0, value = 0;
        std::string name;
        in >> s >> o >> c >> v;
        seeds += s, operations += o, crashes += c, violations += v;
        while (in >> value && std::getline(in, name))
            counts[name.substr(1)] += value;
    }
};

void tellPlan(const Plan& plan, std::ostream& out) {
    out << "  faults:";
    for (std::size_t i = 0; i < kFaults; ++i)
        if (plan.faults[i])
            out << ' ' << nameOf(static_cast<Fault>(i));
    out << "\n  as a named test (tests/sim/seeds_test.cpp): seed " << plan.seed << '\n';
    for (const Operation& operation : plan.operations)
        out << "    {\"" << nameOf(operation.kind) << "\", " << operation.seed << "U},\n";
}

void tell(const Plan& plan, const Outcome& outcome, bool shrinks) {
    std::ostringstream out;
    out << "seed " << plan.seed << ", operation " << outcome.operation << ": " << outcome.invariant << ": "
        << outcome.what << '\n';
    const std::size_t from = outcome.trace.size() > kTail ? outcome.trace.size() - kTail : 0;
    for (std::size_t i = from; i < outcome.trace.size(); ++i)
        out << "  " << outcome.trace[i] << '\n';
    if (shrinks) {
        const Plan small = shrink(plan, outcome, kShrinkTries);
        const Outcome again = run(small);
        out << "  shrunk to " << small.operations.size() << " operations: " << again.what << '\n';
        tellPlan(small, out);
        for (const std::string& line : again.trace)
            out << "  | " << line << '\n';
    }
    std::cout << out.str() << std::flush;
}

Plan planFor(const Options& options, std::uint64_t seed) {
    Plan plan = planOf(seed);
    std::erase_if(plan.operations,
                  [&](const Operation& operation) { return nameOf(operation.kind) == options.without; });
    return plan;
}

/// Whether the seed breaks without the bug too.
bool failsAnyway(const Options& options, std::uint64_t seed) {
    if (options.bug.empty())
        return false;
    bugs::active = {};
    const bool fails = !run(planFor(options, seed)).ok();
    bugs::active = options.bug;
    return fails;
}

Share work(const Options& options, int job) {
    Share out;
    for (std::uint64_t i = static_cast<std::uint64_t>(job); i < options.seeds;
         i += static_cast<std::uint64_t>(options.jobs)) {
        const std::uint64_t seed = options.from + i;
        const Outcome outcome = run(planFor(options, seed));
        if (!outcome.ok() && failsAnyway(options, seed))
            continue;  // no merit of the bug
        out.add(outcome);
        if (options.trace)
            for (const std::string& line : outcome.trace)
                std::cout << line << '\n';
        if (!outcome.ok() && !options.quiet)
            tell(planFor(options, seed), outcome, options.shrink);
        if (!outcome.ok() && !options.bug.empty())
            break;  // caught
    }
    return out;
}

Share workApart(const Options& options) {
    std::vector<std::pair<pid_t, int>> children;
    for (int job = 0; job < options.jobs; ++job) {
        int ends[2];
        if (::pipe(ends) != 0)
            throw std::runtime_error("no pipe");
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            const std::string lines = work(options, job).lines();
            const bool sent =
                ::write(ends[1], lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
            ::_exit(sent ? 0 : 1);
        }
        ::close(ends[1]);
        children.emplace_back(child, ends[0]);
    }
    Share out;
    for (const auto& [child, end] : children) {
        std::string lines;
        char buffer[4096];
        for (ssize_t got = 0; (got = ::read(end, buffer, sizeof buffer)) > 0;)
            lines.append(buffer, static_cast<std::size_t>(got));
        ::close(end);
        int status = 0;
        ::waitpid(child, &status, 0);
        std::istringstream in(lines);
        out.read(in);
        if (status != 0) {
            std::cout << "a process of the simulation ended with " << status << '\n';
            ++out.violations;
        }
    }
    return out;
}

Share workAll(const Options& options) {
    return options.jobs == 1 ? work(options, 0) : workApart(options);
}

/// Each bug by itself, until it is caught: 0 if all were.
int catchAll(Options options) {
    std::size_t caught = 0;
    options.quiet = true;
    const std::uint64_t first = options.from;
    for (const Bug& bug : kBugs) {
        bugs::active = options.bug = bug.name;
        options.from = first + bug.after;
        const Share share = workAll(options);
        caught += share.violations > 0 ? 1 : 0;
        std::cout << (share.violations > 0 ? "caught  " : "MISSED  ") << bug.name << " (" << bug.what
                  << ") in " << share.seeds << " seeds" << std::endl;
    }
    std::cout << "bugs " << kBugs.size() << "  caught " << caught << "  within seeds " << options.seeds
              << std::endl;
    return caught == kBugs.size() ? 0 : 1;
}

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"seeded simulation of stations, a hub and all that may go wrong"};
    app.add_option("--seeds", options.seeds, "how many worlds");
    app.add_option("--from", options.from, "seed of the first");
    app.add_option("--jobs", options.jobs, "processes")->check(CLI::Range(1, 256));
    app.add_option("--bug", options.bug, "one deliberate bug of fayi/base/bugs.h; stops when it is caught");
    app.add_flag("--all-bugs", options.allBugs, "every deliberate bug, each until it is caught");
    app.add_option("--without", options.without, "a kind of operation that is left out");
    app.add_flag("--trace", options.trace, "every line of every world");
    app.add_flag("--shrink", options.shrink, "look for a smaller plan that fails too");
    CLI11_PARSE(app, argc, argv);
    if (options.allBugs)
        return catchAll(options);
    const auto known = [&](const Bug& bug) { return bug.name == options.bug; };
    if (!options.bug.empty() && std::ranges::none_of(kBugs, known)) {
        std::cerr << "there is no bug " << options.bug << '\n';
        return 2;
    }
    bugs::active = options.bug;
    const Share all = workAll(options);
    for (const std::string& name : everyCount())
        if (!all.counts.contains(name))
            std::cout << "0 " << name << '\n';
    for (const auto& [name, value] : all.counts)
        std::cout << value << ' ' << name << '\n';
    std::cout << "seeds " << all.seeds << "  from " << options.from << "  operations " << all.operations
              << "  crashes " << all.crashes << "  violations " << all.violations << std::endl;
    return all.violations == 0 ? 0 : 1;
}

}  // namespace
}  // namespace fayi::sim

int main(int argc, char** argv) {
    return fayi::sim::main(argc, argv);
}
