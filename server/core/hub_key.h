// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/crypto.h"
#include "fayi/server/hub_types.h"

namespace fayi::hub {

/// The key of one of the hub's pens, of this epoch or of any other. It derives from the district's secret,
/// which every backup holds: so a hub that was put back knows what it signed after the backup, and what a hub
/// signed that was put back to the same backup before it.
SigningKey hubKey(const HubIdentity& hub, ReplicaId pen);

/// The hub's pen of the present epoch before it has written anything.
Pen penOfHub(const HubIdentity& hub);

}  // namespace fayi::hub
