// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "fayi/protocol/change.h"

namespace fayi::protocol {

inline constexpr std::string_view kLockTarget = "/v1/lock";

/// Somebody of the district closes the records of a unit up to a day, or opens them again.
struct LockWish {
    RecordId person;    ///< who asks; somebody of the station that sends it
    std::string org;    ///< with all units below it
    std::string until;  ///< "2026-06-30", that day included; empty: no lock any more
};

/// Whose role closes periods, and whose opens one again or makes it shorter: the hub judges by it, a station
/// offers by it.
constexpr bool mayClosePeriods(std::string_view role) {
    return role == "district" || role == "admin";
}
constexpr bool mayOpenPeriods(std::string_view role) {
    return role == "admin";
}

/// {"version","person","org","until"}; `until` is null for none.
Json toJson(const LockWish& wish);
/// ErrorCode::Validation: it is of another shape or version.
Result<LockWish> lockWishFrom(const Json& json);

}  // namespace fayi::protocol
