// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authority.h"
#include "fayi/server/context.h"
#include "fayi/server/references.h"

namespace fayi::hub {

/// Notes how far the station has come with its numbers, and reserves more where it asks for them. What it may
/// not have gets no block and no word. Inside a write transaction of the caller.
Status reserveNumbers(Context& context, const Reference& reference, const Station& station,
                      const StationScope& scope, const std::vector<protocol::NumberUse>& uses,
                      std::vector<protocol::NumberBlock>& out);

}  // namespace fayi::hub
