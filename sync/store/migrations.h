// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace fayi::store {

/// The numbered SQL scripts of sync/store/sql, in order.
const std::vector<std::string_view>& migrations();

}  // namespace fayi::store
