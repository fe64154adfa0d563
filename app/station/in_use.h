// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/base/result.h"

namespace fayi::station {

/// Somebody else holds the SyncLock of this store: another program, or another thread of this one.
inline Error inUse() {
    return {
        ErrorCode::Unreachable,
        {"另一个程序正在同步这份数据，请稍后再试", "another program is syncing this store; try again later"}};
}

}  // namespace fayi::station
