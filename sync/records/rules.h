// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "fayi/merge/path.h"
#include "fayi/schema/record_type.h"

namespace fayi::records {

/// The field a register belongs to: of the record, or of the list's items; null if the type does not know it.
const schema::Field* fieldOf(const schema::RecordType* type, const merge::Path& path);

/// True for kinds kept as one register a member.
bool isSet(schema::FieldKind kind);

/// The key of a member in its register's path: a tag is its own, an attachment is its hash.
std::string memberKey(const schema::Field& field, const schema::Json& member);

}  // namespace fayi::records
