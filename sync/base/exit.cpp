// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/exit.h"

namespace fayi {

Exit exitOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::Usage:
        case ErrorCode::NotFound:
            return Exit::Usage;
        case ErrorCode::Validation:
            return Exit::Refused;
        case ErrorCode::Unreachable:
            return Exit::Unreachable;
        case ErrorCode::Refused:
            return Exit::Denied;
        case ErrorCode::Damaged:
        case ErrorCode::TooNew:
        case ErrorCode::Io:
        case ErrorCode::Full:
            return Exit::Damaged;
        case ErrorCode::Internal:
            break;
    }
    return Exit::Bug;
}

}  // namespace fayi
