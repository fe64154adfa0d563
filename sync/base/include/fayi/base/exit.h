// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/result.h"

namespace fayi {

/// The exit codes of the programs: a public interface.
enum class Exit {
    Done = 0,
    Usage = 2,
    Refused = 3,      ///< by validation; all errors listed, nothing written
    Unreachable = 4,  ///< the hub; nothing lost, safe to repeat
    Denied = 5,       ///< the hub refuses this station or person
    Attention = 6,    ///< done, but something needs a person
    Damaged = 7,      ///< the store is broken, newer than this program, or cannot be written
    Bug = 70,
};

/// The exit code of a failure.
Exit exitOf(ErrorCode code);

}  // namespace fayi
