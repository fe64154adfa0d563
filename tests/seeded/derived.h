// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "samples.h"

namespace fayi::schema {

/// Records that a test needs of a type, found from its definition alone: a type is tested by existing. Each
/// is a small search over the fields that a condition speaks of; nothing where none was found.

/// Every field that is shown has a value; a submit accepts it without a word.
std::optional<Json> derivedRecord(const RecordType& type);

/// The same, with this field (of an item of `list`, if that is not empty) shown and, if asked for, demanded.
std::optional<Json> derivedShowing(const RecordType& type, const std::string& list, const Field& field,
                                   bool demanded);

/// A record that a save takes and that breaks this rule (of the items of `list`, if that is not empty).
std::optional<Json> derivedBreaking(const RecordType& type, const std::string& list, const Constraint& rule);

}  // namespace fayi::schema
