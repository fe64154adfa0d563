// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "fayi/schema/record_type.h"

namespace fayi::schema {

/// Years of a code of a retention list: "10-years" is 10, "permanent" is 0; nothing for any other.
std::optional<int> yearsKept(std::string_view code);

/// The last day on which a record is kept, "2035-12-31": its years count from the first of January after it
/// happened, as archives count (机关文件材料归档范围和文书档案保管期限规定). Empty: for ever, or it has no
/// date yet.
std::string keptUntil(const RecordType& type, const Json& fields);

}  // namespace fayi::schema
