// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "fayi/base/exit.h"
#include "fayi/base/result.h"

namespace fayi::hub {

using Json = nlohmann::json;

/// Where answers and messages go: answers to standard output, messages to standard error in the user's
/// language.
struct Printer {
    bool json = false;
    Language language = Language::Zh;

    /// One JSON document, or for people a table of an array of objects, or lines of "key  value".
    void answer(const Json& value) const;
    /// One JSON document a line, or the same table.
    void lines(const std::vector<Json>& values) const;
    void say(const Text& message) const;
    int fail(const Error& error) const;
};

}  // namespace fayi::hub
