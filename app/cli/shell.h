// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"
#include "fayi/station/station.h"

namespace fayi::cli {

using station::Json;
using station::Station;

/// Exit codes: a public interface.
enum class Exit {
    Done = 0,
    Usage = 2,
    Refused = 3,      ///< by validation; all errors listed, nothing written
    Unreachable = 4,  ///< the hub; nothing lost, safe to repeat
    Denied = 5,       ///< the hub refuses this station or person
    Attention = 6,    ///< done, but something needs a person
    Damaged = 7,      ///< the store is broken, newer than this program, or cannot be written
    Bug = 70,
};

Exit exitOf(ErrorCode code);
/// The stable word of a failure: "usage", "validation", …
std::string_view nameOf(ErrorCode code);

/// What all commands share: where the store is, who works, how to speak.
struct Shell {
    Language language = Language::Zh;
    bool json = false;
    std::string data;
    std::string as;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Station> station;       ///< once opened
    std::vector<schema::Problem> problems;  ///< of a failure, where the station does not keep them any more

    const std::string& say(const Text& text) const { return text.in(language); }
    /// Opens the store, as the person asked for.
    Result<Station*> open();
    /// One JSON document on a line of standard output.
    void print(const Json& document) const;
    void printLine(const std::string& line) const;
    /// Says what went wrong: plain words on standard error, and one line of JSON with --json.
    Exit fail(const Error& error) const;
    Exit fail(const Error& error, const std::vector<schema::Problem>& because) const;
};

/// What a command does once its line is read.
using Run = std::function<Result<Exit>()>;

}  // namespace fayi::cli
