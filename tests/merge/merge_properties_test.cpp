// SPDX-License-Identifier: Apache-2.0
// The laws of merge, on histories that a small model makes: replicas that read what they have and write over
// it.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "fayi/merge/policy.h"
#include "fayi/merge/record_state.h"

namespace fayi::merge {
namespace {

/// One of the paths keeps its past, as a long text does.
bool remarks(std::string_view path) {
    return path == "remark";
}

struct MadeChange {
    Dot dot;
    HybridTime time;
    std::vector<Write> writes;
};

/// What is shown, with one of its sentences written anew.
Json textOf(const RecordState& state, unsigned bits) {
    const Register* reg = state.find("remark");
    const Json shown = reg == nullptr ? Json() : settle(Policy::Text, *reg).value();
    std::string text = shown.is_string() ? shown.get<std::string>() : "一;二;三;四;五;";
    std::size_t at = 0;
    for (unsigned n = (bits / 27) % 5; n > 0; --n)
        at = text.find(';', at) + 1;
    return text.replace(at, text.find(';', at) - at, std::to_string(bits % 97));
}

/// A history of `steps` writes by three replicas, each of which has at that moment received an arbitrary
/// prefix of what was written before by each replica, its own always.
std::vector<MadeChange> history(const std::vector<int>& choices) {
    std::vector<MadeChange> all;
    std::map<std::uint64_t, RecordState> states;
    std::map<std::uint64_t, std::map<std::uint64_t, std::uint64_t>> received;
    std::map<std::uint64_t, std::uint64_t> seqs;
    for (const int choice : choices) {
        const auto bits = static_cast<unsigned>(choice);
        const std::uint64_t me = 1 + bits % 3, peer = 1 + (bits / 3) % 3;
        RecordState& mine = states[me];
        for (const MadeChange& change : all)
            if (change.dot.replica.value == peer && change.dot.seq == received[me][peer] + 1 && peer != me) {
                mine.apply(change.dot, change.time, change.writes, remarks);
                ++received[me][peer];
            }
        const Dot dot{{me}, ++seqs[me]};
        const std::string path = (bits / 9) % 3 == 0 ? "title" : (bits / 9) % 3 == 1 ? "topics:a" : "remark";
        const MadeChange made{dot,
                              {1 + bits % 17},
                              {{path,
                                path == "remark" ? textOf(mine, bits) : Json(bits % 5),
                                mine.contextFor(path, mine.seen()),
                                {}}}};
        mine.apply(made.dot, made.time, made.writes, remarks);
        all.push_back(made);
    }
    return all;
}

RecordState applied(const std::vector<MadeChange>& changes) {
    RecordState state;
    for (const MadeChange& change : changes)
        state.apply(change.dot, change.time, change.writes, remarks);
    return state;
}

RC_GTEST_PROP(MergeLaws, TheStateIsAFunctionOfTheSetOfChanges, (std::vector<int> choices)) {
    const auto all = history(choices);
    auto shuffled = all;
    const auto more = *rc::gen::container<std::vector<std::size_t>>(
        all.size(), rc::gen::inRange<std::size_t>(0, all.size() + 1));
    for (std::size_t i = 0; i + 1 < shuffled.size(); ++i)
        std::swap(shuffled[i], shuffled[i + more[i] % (shuffled.size() - i)]);
    shuffled.insert(shuffled.end(), all.begin(), all.end());  // and everything twice
    RC_ASSERT(applied(all) == applied(shuffled));
}

RC_GTEST_PROP(MergeLaws, JoinIsCommutativeAssociativeAndIdempotent, (std::vector<int> choices)) {
    const auto all = history(choices);
    const auto cut = [&] { return *rc::gen::inRange<std::size_t>(0, all.size() + 1); };
    const auto part = [&](std::size_t from, std::size_t to) {
        return applied({all.begin() + static_cast<std::ptrdiff_t>(std::min(from, to)),
                        all.begin() + static_cast<std::ptrdiff_t>(std::max(from, to))});
    };
    const RecordState a = part(cut(), cut()), b = part(cut(), cut()), c = part(cut(), cut());
    const auto join = [](RecordState x, const RecordState& y) {
        x.join(y, remarks);
        return x;
    };
    RC_ASSERT(join(a, b) == join(b, a));
    RC_ASSERT(join(join(a, b), c) == join(a, join(b, c)));
    RC_ASSERT(join(a, a) == a);
}

RC_GTEST_PROP(MergeLaws, JoinOfPartsIsTheStateOfTheWhole, (std::vector<int> choices)) {
    const auto all = history(choices);
    const auto middle = static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, all.size() + 1));
    RecordState left = applied({all.begin(), all.begin() + middle});
    left.join(applied({all.begin() + middle, all.end()}), remarks);
    RC_ASSERT(left == applied(all));
}

RC_GTEST_PROP(MergeLaws, NoWriteIsLost, (std::vector<int> choices)) {
    const auto all = history(choices);
    const RecordState state = applied(all);
    for (const MadeChange& change : all) {
        const Register& reg = *state.find(change.writes[0].path);
        const bool seenByAnother = std::ranges::any_of(all, [&](const MadeChange& other) {
            return other.writes[0].path == change.writes[0].path &&
                   other.writes[0].context.covers(change.dot);
        });
        RC_ASSERT(reg.has(change.dot) != seenByAnother);
    }
}

RC_GTEST_PROP(MergeLaws, WhatIsTrimmedIsAFunctionOfTheSetAndShowsTheSame, (std::vector<int> choices)) {
    const auto all = history(choices);
    const RecordState whole = applied(all);
    RecordState once = whole, step;
    once.trimPast(remarks);
    for (std::size_t i = 0; i < all.size(); ++i) {
        step.apply(all[i].dot, all[i].time, all[i].writes, remarks);
        for (std::size_t j = 0; j < i && step.lacksPast(remarks); ++j)
            step.apply(all[j].dot, all[j].time, all[j].writes, remarks);
        step.trimPast(remarks);
    }
    for (const auto& [path, reg] : whole.registers()) {
        if (path == "remark")
            RC_ASSERT(reg.lacksPast() == once.find(path)->lacksPast());
        RC_ASSERT(settle(Policy::Text, reg).value() == settle(Policy::Text, *once.find(path)).value());
    }
    RC_ASSERT(step == once);
}

RC_GTEST_PROP(MergeLaws, EveryPolicyIsAFunctionOfTheSiblings, (std::vector<int> choices)) {
    const RecordState state = applied(history(choices));
    for (const auto& [path, reg] : state.registers()) {
        std::vector<Version> turned(reg.siblings().rbegin(), reg.siblings().rend());
        turned.insert(turned.end(), reg.past().begin(), reg.past().end());
        const Register other(reg.cover(), turned);
        RC_ASSERT(other == reg);
        for (const Policy policy :
             {Policy::Latest, Policy::Review, Policy::Max, Policy::Min, Policy::Union}) {
            RC_ASSERT(settle(policy, reg).value() == settle(policy, other).value());
            RC_ASSERT(settle(policy, reg).conflict == settle(policy, other).conflict);
        }
    }
}

}  // namespace
}  // namespace fayi::merge
