// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authority.h"
#include "fayi/server/context.h"

namespace fayi::hub {

/// Pens one station may have: every restored backup makes a new one for each of its people.
inline constexpr std::size_t kPensOfStation = 1000;

/// Makes a pen known, or finds it known already. Denied if it is somebody else's.
Result<std::optional<Denied>> addPen(HubStore& store, std::uint64_t station, const Author& person,
                                     const protocol::PenIntroduction& pen);

/// The head of a pen's chain as it was after `seq`; seq is at most the pen's head.
Result<protocol::ChainHead> headAt(HubStore& store, const Pen& pen, std::uint64_t seq);

}  // namespace fayi::hub
