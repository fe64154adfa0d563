// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "fayi/base/result.h"
#include "fayi/station/types.h"

namespace fayi::station {

/// JSON as people and scripts hand it in. ErrorCode::Usage: not UTF-8, nested too deeply (that would exhaust
/// the stack), or wrong syntax, with line and column.
Result<Json> parseJson(std::string_view text);

/// The whole of a file that is small by nature. ErrorCode::Usage: not there, or larger than `most`.
Result<std::string> readSmallFile(const std::filesystem::path& file, std::size_t most);

}  // namespace fayi::station
