// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/base/result.h"
#include "fayi/schema/field.h"
#include "fayi/schema/org_tree.h"

namespace fayi::station {

/// Without blanks at both ends, those of full width included.
std::string trimmed(std::string_view text);
/// Full-width forms of ASCII become ASCII: "２０２６／３／１" is "2026/3/1".
std::string halfWidth(std::string_view text);

/// The value that a person means by the text of a cell; null for an empty one. Choices by code or label;
/// dates 2026-03-01, 2026/3/1, 20260301, 2026年3月1日; money in yuan, "1,234.50" or "12万元"; durations in
/// minutes or as 1小时30分; tags parted by 、 ， ； or |; org units by code or name. Error: what cannot be
/// read.
Result<schema::Json> cellValue(const schema::Field& field, std::string_view text,
                               const schema::OrgTree& tree);

/// A field of that kind and nothing else, to read a value by.
schema::Field fieldOfKind(schema::FieldKind kind);

/// The code of the choice that has this code or label; nothing if there is none.
std::optional<std::string> choiceCode(const schema::Field& field, std::string_view text);
/// The code of the unit that has this code or name; nothing if none or several have.
std::optional<std::string> orgCode(std::string_view text, const schema::OrgTree& tree);

}  // namespace fayi::station
