// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/policy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fayi::merge {
namespace {

constexpr std::array<std::pair<std::string_view, Policy>, 6> kNames{{{"latest", Policy::Latest},
                                                                     {"review", Policy::Review},
                                                                     {"max", Policy::Max},
                                                                     {"min", Policy::Min},
                                                                     {"text", Policy::Text},
                                                                     {"union", Policy::Union}}};

bool later(const Version& a, const Version& b) {
    return std::pair(a.time, a.dot) < std::pair(b.time, b.dot);
}

/// Orders by value for Max and Min, cleared values apart: null is neither the greatest nor the least.
template <typename Better>
const Version* extreme(const std::vector<Version>& siblings, Better better) {
    const Version* best = nullptr;
    for (const Version& v : siblings) {
        const bool first = best == nullptr || (best->value.is_null() && !v.value.is_null());
        const bool wins = !first && !v.value.is_null() && better(v.value, best->value);
        const bool tie = !first && v.value == best->value && later(*best, v);
        if (first || wins || tie)
            best = &v;
    }
    return best;
}

const Version* chosen(Policy policy, const std::vector<Version>& siblings) {
    switch (policy) {
        case Policy::Max:
            return extreme(siblings, [](const Json& a, const Json& b) { return a > b; });
        case Policy::Min:
            return extreme(siblings, [](const Json& a, const Json& b) { return a < b; });
        case Policy::Union: {
            const Version* member = nullptr;
            for (const Version& v : siblings)
                if (!v.value.is_null() && (member == nullptr || later(*member, v)))
                    member = &v;
            if (member != nullptr)
                return member;
            break;
        }
        default:
            break;
    }
    return &*std::ranges::max_element(siblings, later);
}

}  // namespace

std::optional<Policy> policyFrom(std::string_view name) {
    for (const auto& [word, policy] : kNames)
        if (word == name)
            return policy;
    return std::nullopt;
}

std::string_view nameOf(Policy policy) {
    for (const auto& [word, known] : kNames)
        if (known == policy)
            return word;
    return "latest";
}

const Json& Shown::value() const {
    static const Json kNothing;
    return version == nullptr ? kNothing : version->value;
}

Shown settle(Policy policy, const Register& reg) {
    const std::vector<Version>& siblings = reg.siblings();
    if (siblings.empty())
        return {};
    const bool asks = policy == Policy::Review || policy == Policy::Text;
    const bool differ =
        std::ranges::any_of(siblings, [&](const Version& v) { return v.value != siblings.front().value; });
    return {chosen(policy, siblings), asks && differ};
}

}  // namespace fayi::merge
