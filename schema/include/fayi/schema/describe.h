// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/schema/catalog.h"

namespace fayi::schema {

/// `types TYPE`:
/// {"type","version","may","labels","fields":[{"name","type","labels","required","policy",…}],…} for a person
/// of that role.
Json describe(const RecordType& type, std::string_view role);
/// `types`: [{"type","labels","may"}], "group" where it has one; reference types left out.
Json describeAll(const Catalog& catalog, std::string_view role);

/// A value as a person reads it: labels of codes, yuan with two decimals, names of tags joined, number of
/// items; the name of a unit where the tree is given and knows it.
std::string displayText(const Field& field, const Json& value, Language language,
                        const OrgTree* tree = nullptr);

/// The same with what is Personal or Sensitive covered: 张**, 138****5678, 5001**********0011.
std::string maskedText(const Field& field, const Json& value, Language language);

}  // namespace fayi::schema
