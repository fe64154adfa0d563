// SPDX-License-Identifier: Apache-2.0
#include "file_limit.h"

#include <sys/resource.h>

#include <algorithm>

namespace fayi::net {

namespace {

/// Databases, logs, pipes and threads of a program beside its connections.
constexpr std::size_t kOtherFiles = 256;

}  // namespace

void raiseFileLimit(std::size_t connections) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t wanted = std::min<rlim_t>(connections + kOtherFiles, limit.rlim_max);
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = wanted;
    // If it fails, accepting waits for a free descriptor instead.
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace fayi::net
