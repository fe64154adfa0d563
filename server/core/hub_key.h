// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/crypto.h"
#include "fayi/base/seal.h"
#include "fayi/server/hub_types.h"

namespace fayi::hub {

/// The key of one of the hub's pens, of this epoch or of any other. It derives from the district's secret,
/// which every backup holds: so a hub that was put back knows what it signed after the backup, and what a hub
/// signed that was put back to the same backup before it.
SigningKey hubKey(const HubIdentity& hub, ReplicaId pen);

/// The keys of bundles: what is sealed to one only this district opens, what the other signed it answered.
/// Derived from the same secret, so that there is nothing more to keep, and a hub that was put back opens
/// what was sealed to its former life.
SealKey bundleKey(const HubIdentity& hub);
SigningKey bundleSignature(const HubIdentity& hub);
protocol::HubKeys keysOf(const HubIdentity& hub);

/// The token of a station that enrolled by a bundle: the same each time, for the bundle may come twice and
/// either answer may get lost.
std::string tokenByBundle(const HubIdentity& hub, const protocol::PenIntroduction& pen);

/// The hub's pen of the present epoch before it has written anything.
Pen penOfHub(const HubIdentity& hub);

}  // namespace fayi::hub
