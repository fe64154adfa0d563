// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/base/result.h"

namespace fayi::schema {

/// A definition is wrong at a JSON path ("$.fields[3].codes"), for a reason.
inline Error wrongAt(const std::string& path, const Text& reason) {
    return Error{ErrorCode::Validation, reason}.within({path, path});
}

/// The same as told to whoever gave the definition; `origin` is its file or record.
inline Error wrongIn(std::string_view origin, const Error& error) {
    const std::string from(origin);
    return error.within({"定义 " + from, "definition " + from});
}

/// "$.fields[3]" of "$.fields" and 3.
inline std::string at(const std::string& path, std::size_t index) {
    return path + "[" + std::to_string(index) + "]";
}

}  // namespace fayi::schema
