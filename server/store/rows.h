// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "fayi/base/result.h"
#include "fayi/server/hub_types.h"
#include "fayi/sqlite/database.h"

/// Reading ids out of rows.
namespace fayi::hub::rows {

/// Two columns from `column` on.
inline Dot dot(const sqlite::Statement& row, int column) {
    return {ReplicaId{row.number(column)}, row.number(column + 1)};
}

inline RecordId recordId(const sqlite::Statement& row, int column) {
    return {dot(row, column)};
}

/// A statement put together from constants.
inline std::string sql(std::initializer_list<std::string_view> pieces) {
    std::string out;
    for (const std::string_view piece : pieces)
        out.append(piece);
    return out;
}

/// There was no row, or reading it failed.
template <typename T>
Result<std::optional<T>> nothing(const sqlite::Statement& row) {
    if (const Status status = row.status(); !status)
        return status.error();
    return std::optional<T>();
}

}  // namespace fayi::hub::rows
