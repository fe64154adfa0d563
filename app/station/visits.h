// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace fayi::station {

/// What an advisor writes of a day in a village; boards and months are counted by it.
inline constexpr const char* kVisit = "service-visit";

}  // namespace fayi::station
