// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/lock.h"
#include "fayi/server/sync.h"

namespace fayi::hub {

/// Locks a period on the word of somebody who works for the district, from their own desk: roles "district"
/// and "admin" close units of their scope further, up to today; an earlier day, or none, only "admin" may
/// set. What lockPeriod() answers. Denied: "token", "revoked", "permission", "validation"; nothing changed
/// then.
Answer<Json> lockFor(Context& context, const Credentials& credentials, const protocol::LockWish& wish);

}  // namespace fayi::hub
