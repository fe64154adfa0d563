// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "fayi/server/context.h"

namespace fayi::hub {

/// Whose the pens are, for the answer that mentions them; unknown ones are left out.
Result<std::vector<protocol::PenName>> namesOf(HubStore& store, const std::set<ReplicaId>& replicas);

}  // namespace fayi::hub
