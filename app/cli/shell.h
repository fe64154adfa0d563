// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fayi/base/clock.h"
#include "fayi/base/exit.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"
#include "fayi/station/station.h"

namespace fayi::cli {

using station::Json;
using station::Station;

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
