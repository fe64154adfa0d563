// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/result.h"
#include "fayi/base/text.h"

/// What a test of the way to the hub found, step by step, for the Sync centre and the command line.
namespace fayi::station {

struct LinkStep {
    enum class State { Ok, Failed, Skipped };
    std::string name;  ///< name, connection, proxy, tls, portal, sign-in, clock, download, upload
    Text label;        ///< for people
    State state = State::Skipped;
    std::optional<Millis> took{};
    Text words{};   ///< what was found
    Text advice{};  ///< what to do about it; only of a step that failed
};

struct LinkReport {
    std::string server;
    std::vector<LinkStep> steps;                ///< always all of them, in the order in which they happen
    std::optional<Millis> clockOffset{};        ///< the hub's clock minus this computer's
    std::optional<std::uint64_t> down{}, up{};  ///< bytes a second
    std::optional<ErrorCode> failure{};         ///< of the step that kept the rest from being tried

    bool ok() const;  ///< no step failed
};

/// The stable word: "ok", "failed", "skipped".
std::string_view nameOf(LinkStep::State state);

}  // namespace fayi::station
