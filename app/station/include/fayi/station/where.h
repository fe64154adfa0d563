// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "fayi/station/station.h"

namespace fayi::station {

/// Puts the conditions of `list --where` into the query: FIELD OP VALUE, parted by commas, all must hold. OP
/// is = != < <= > >= or ~ (contains). Values as in a table (choices by label too), but money in fen; a value
/// with a comma stands in double quotes. `deleted=true` looks into the recycle bin;
/// `conflicts=true`, `changed=true` (since it was verified) and `restricted=true` find what is so;
/// `within=UNIT` what is of that unit or below it, or names a place there. `fields.state` is a field of that
/// name.
Status addWhere(ListQuery& query, std::string_view expression, const Station& station);

}  // namespace fayi::station
