// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "fayi/merge/register.h"

namespace fayi::merge {

/// How siblings are shown and settled. A policy is a pure function of the siblings; it makes no writes.
enum class Policy {
    Latest,  ///< the highest (effective time, dot) is shown; never an open conflict
    Review,  ///< the same, provisional while siblings differ, until a person who saw all of them writes
    Max,     ///< the greatest value
    Min,     ///< the least value
    Text,    ///< long text: edits that stand apart are merged; as Review where they do not
    Union,   ///< sets: a member is in while any sibling says so (add wins)
};

/// "latest", "review", … ; nothing for another word.
std::optional<Policy> policyFrom(std::string_view name);
std::string_view nameOf(Policy policy);

/// What a register shows under a policy.
struct Shown {
    const Version* version = nullptr;  ///< borrowed from the register; null if nothing was ever written
    bool conflict = false;  ///< two or more siblings with different values, and the policy asks a person
    std::optional<Json> merged{};  ///< what the siblings' edits give together; no version has it, `version`
                                   ///< is the latest of them

    const Json& value() const;
};

Shown settle(Policy policy, const Register& reg);

}  // namespace fayi::merge
