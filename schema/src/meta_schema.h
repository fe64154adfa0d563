// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "fayi/base/result.h"

namespace fayi::schema {

/// Checks a definition against meta/KIND.json, KIND being its own "kind". The message begins with the JSON
/// path of the deepest thing wrong.
Status checkAgainstMeta(const nlohmann::json& definition);

}  // namespace fayi::schema
