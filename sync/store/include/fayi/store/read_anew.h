// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "fayi/base/result.h"

namespace fayi::store {

/// Forgets how far the hub was read: the next request asks for the state of the whole scope, as after a
/// change of the scope (PROTOCOL.md, "A fresh pull"). Nothing that is here changes by it. One that is under
/// way begins again. By a connection of its own; not while a sync runs, which would put back where it stands.
Status readAnew(const std::filesystem::path& folder);

}  // namespace fayi::store
