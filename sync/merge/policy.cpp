// SPDX-License-Identifier: Apache-2.0
#include "fayi/merge/policy.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "fayi/merge/text_merge.h"

namespace fayi::merge {
namespace {

constexpr std::array<std::pair<std::string_view, Policy>, 6> kNames{{{"latest", Policy::Latest},
                                                                     {"review", Policy::Review},
                                                                     {"max", Policy::Max},
                                                                     {"min", Policy::Min},
                                                                     {"text", Policy::Text},
                                                                     {"union", Policy::Union}}};

/// What was erased by order is shown only while there is nothing else.
bool later(const Version& a, const Version& b) {
    return std::tuple(!isErased(a.value), a.time, a.dot) < std::tuple(!isErased(b.value), b.time, b.dot);
}

bool isNothing(const Json& value) {
    return value.is_null() || isErased(value);
}

/// Orders by value for Max and Min, cleared values apart: null is neither the greatest nor the least.
template <typename Better>
const Version* extreme(const std::vector<Version>& siblings, Better better) {
    const Version* best = nullptr;
    for (const Version& v : siblings) {
        const bool first = best == nullptr || (isNothing(best->value) && !isNothing(v.value));
        const bool wins = !first && !isNothing(v.value) && better(v.value, best->value);
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
                if (!isNothing(v.value) && (member == nullptr || later(*member, v)))
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

const Version* latest(const std::vector<const Version*>& versions) {
    return *std::ranges::max_element(versions,
                                     [](const Version* a, const Version* b) { return isLater(*a, *b); });
}

/// What versions of a long text give together.
struct Together {
    bool known = false;          ///< false: what they began from is not held here
    std::optional<Json> merged;  ///< nothing: not texts, no common beginning, or edits that meet
};

/// Authors who were shown a merged text began from it, though no write has it: it is worked out as it was
/// then.
Together together(const Register& reg, const std::vector<const Version*>& versions, int depth) {
    const Register::Origins origins = reg.originsOf(versions);
    if (!origins.known || depth == kMostOrigins)
        return {};
    if (origins.versions.empty())
        return {true, {}};
    Json base = latest(origins.versions)->value;
    if (origins.versions.size() > 1) {
        Together before = together(reg, origins.versions, depth + 1);
        if (!before.known)
            return {};
        if (before.merged)
            base = std::move(*before.merged);
    }
    std::vector<std::string> sides;
    for (const Version* v : versions)
        if (v->value.is_string())
            sides.push_back(v->value.get<std::string>());
    if (!base.is_string() || sides.size() != versions.size())
        return {true, {}};
    auto merged = mergeTexts(base.get_ref<const std::string&>(), sides);
    return {true, merged ? std::optional<Json>(std::move(*merged)) : std::nullopt};
}

std::optional<Json> mergedText(const Register& reg) {
    std::vector<const Version*> versions;
    for (const Version& v : reg.siblings())
        versions.push_back(&v);
    return together(reg, versions, 0).merged;
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
    if (merged)
        return *merged;
    return version == nullptr ? kNothing : version->value;
}

Shown settle(Policy policy, const Register& reg) {
    const std::vector<Version>& siblings = reg.siblings();
    if (siblings.empty())
        return {};
    Shown out{chosen(policy, siblings)};
    const bool differ = std::ranges::any_of(
        siblings, [&](const Version& v) { return !isErased(v.value) && v.value != out.version->value; });
    if (differ && policy == Policy::Text)
        out.merged = mergedText(reg);
    out.conflict = differ && (policy == Policy::Review || (policy == Policy::Text && !out.merged));
    return out;
}

}  // namespace fayi::merge
