// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "fayi/base/result.h"

namespace fayi {

/// The content of a file, or the entries of a folder, are on the disk when it returns Ok (fsync).
Status syncToDisk(const std::filesystem::path& path);

/// Gives a finished file its name, in place of one of that name: after a power cut there is the old one or
/// the new one, whole.
Status putInPlace(const std::filesystem::path& finished, const std::filesystem::path& name);

}  // namespace fayi
