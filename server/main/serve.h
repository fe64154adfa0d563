// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

namespace fayi::hub {

/// Runs the hub until SIGTERM or SIGINT; requests in flight end first. Call it before any thread starts.
int serve(const Options& options);

}  // namespace fayi::hub
