// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "fayi/base/ids.h"
#include "fayi/base/result.h"

namespace fayi {

/// Every failure below is ErrorCode::Full where the disk, a quota or a limit of file sizes is full, else Io.

/// The content of a file, or the entries of a folder, are on the disk when it returns Ok (fsync).
Status syncToDisk(const std::filesystem::path& path);

/// Gives a finished file its name, in place of one of that name: after a power cut there is the old one or
/// the new one, whole.
Status putInPlace(const std::filesystem::path& finished, const std::filesystem::path& name);

/// Makes a folder, for its owner only, and those above it; on the disk when it returns Ok.
Status makeFolder(const std::filesystem::path& folder);

/// The file is `at` bytes of what it was (cut back, if it was longer) and then `bytes`, on the disk when it
/// returns Ok. It is made if it is not there; only its owner may read it. After an error it may end anywhere
/// behind `at`.
Status writeAt(const std::filesystem::path& file, std::uint64_t at, std::string_view bytes);

/// At most `count` bytes from `first` on; fewer at the end of the file. ErrorCode::NotFound: no such file.
Result<Bytes> readAt(const std::filesystem::path& file, std::uint64_t first, std::size_t count);

/// Overwrites a file and removes it; nothing happens if it is not there.
Status wipeFile(const std::filesystem::path& file);

}  // namespace fayi
