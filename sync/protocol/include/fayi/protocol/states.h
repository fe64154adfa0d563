// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// A record as it stands: its registers with their versions, not the changes that made them. Joined into what
/// is held, it gives what all the changes behind it would have given.
struct SentState {
    RecordId record;
    std::string type;
    merge::RecordState state;  ///< every register has a version at least
    bool operator==(const SentState&) const = default;
};

/// States laid out by column like changes: each change that left versions in a record is one row
/// (docs/PROTOCOL.md, "A page of states").
Json encodeStates(const std::vector<SentState>& states);

/// Refuses anything malformed or above the limits.
Result<std::vector<SentState>> decodeStates(const Json& page);

}  // namespace fayi::protocol
