// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "fayi/schema/check.h"

namespace fayi::schema {

/// A problem of one field, its message led by the label: "金额：应为整数".
inline Problem problemOf(const Field& field, const std::string& path, Problem::Kind kind, const Text& reason,
                         Problem::Severity severity = Problem::Severity::Error) {
    return {
        path, {field.labels.zh + "：" + reason.zh, field.labels.en + ": " + reason.en}, {}, severity, kind};
}

/// "findings/ITEM/advice"; the running number stands for an item without an id.
inline std::string itemPath(const std::string& list, const Json& item, std::size_t index) {
    const auto id = item.is_object() ? item.find(kItemKey) : item.end();
    const bool named = item.is_object() && id != item.end() && id->is_string();
    return list + "/" + (named ? id->get<std::string>() : std::to_string(index));
}

}  // namespace fayi::schema
