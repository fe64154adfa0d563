// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <variant>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/result.h"
#include "fayi/protocol/messages.h"
#include "fayi/server/hub_store.h"
#include "fayi/server/references.h"

namespace fayi::hub {

/// What every request of the hub works with. References only: whoever makes it keeps them alive. One thread.
struct Context {
    HubStore& store;
    const Clock& clock;
    Random& random;
    References& references;
};

/// The hub's no to a whole request. A value: it is what the caller asked for, answered.
struct Denied {
    int status = 403;  ///< HTTP
    protocol::Denial denial;
    std::chrono::seconds retryAfter{0};  ///< 0: repeating it does not help
};

/// An answer, a no, or (as Error) a failure of the hub itself.
template <typename T>
using Answer = Result<std::variant<T, Denied>>;

inline Denied deny(int status, std::string code, Text reason) {
    return {status, {std::move(code), std::move(reason)}, {}};
}

}  // namespace fayi::hub
