// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "options.h"

namespace fayi::hub {

/// Copies the hub while it serves, reads the copy again, and remembers it. What bore the file's name before
/// stays until the new copy is proved.
int backup(const Options& options);

/// Makes a hub of a backup in a folder that is missing or empty; an existing hub is never written over. Until
/// all is done there is no hub in the folder.
int restore(const Options& options);

}  // namespace fayi::hub
