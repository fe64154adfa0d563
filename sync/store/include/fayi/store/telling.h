// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/protocol/testimony.h"

namespace fayi::store {

/// What is to be done before the next sync, since the hub was put back to a backup: show it how it enrolled
/// this station, ask what it has forgotten of others, tell it.
enum class Healing { None, Rejoin, Ask, Tell };

/// A step of the asking and telling.
struct Telling {
    protocol::Testimony message;  ///< at most one page
    std::int64_t reached = 0;     ///< how far it goes; below 0: there was nothing more to tell
};

}  // namespace fayi::store
