// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "fayi/base/ids.h"
#include "fayi/base/result.h"

namespace fayi::blobs {

/// The name of a blob: SHA-256 of its content, 64 lower-case hexadecimal digits.
bool isBlobName(std::string_view text);

/// A file that was taken in.
struct TakenIn {
    std::string name;
    std::uint64_t bytes = 0;
    bool wasThere = false;
};

/// A folder of files named by their content: `aa/rest`, and `unfinished/KEY` for what is not whole yet.
///
/// A file under its name is whole and was on the disk before it got it; what is not whole has no name. Any
/// number of processes may work in one folder, each key in one of them at a time. It keeps no list: who wants
/// to know what is named where asks a store.
class BlobTree {
public:
    explicit BlobTree(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    std::filesystem::path fileOf(std::string_view name) const;
    /// Nothing: it is not here.
    std::optional<std::uint64_t> sizeOf(std::string_view name) const;
    Result<Bytes> read(std::string_view name, std::uint64_t first, std::size_t count) const;
    /// Whether the file is what its name says. ErrorCode::NotFound.
    Result<bool> isSound(std::string_view name) const;

    /// Copies a file of at most `most` bytes in. ErrorCode::Usage: it cannot be read; Validation: too large.
    Result<TakenIn> takeIn(const std::filesystem::path& source, std::uint64_t most) const;
    Result<TakenIn> takeIn(std::string_view content) const;
    /// Copies a blob out, examined on the way, in place of a file of that name. ErrorCode::Damaged: it is not
    /// what its name says; nothing was written then.
    Status copyOut(std::string_view name, const std::filesystem::path& file) const;

    /// What is not whole yet. Durable when it returns Ok; see fayi::writeAt.
    Status append(std::string_view key, std::uint64_t at, std::string_view bytes) const;
    Result<Bytes> readUnfinished(std::string_view key, std::size_t most) const;
    std::filesystem::path unfinishedFile(std::string_view key) const;
    /// False: it is another content; then it is gone.
    Result<bool> examine(std::string_view key, std::string_view name) const;
    /// Gives what was examined its name.
    Status finish(std::string_view key, std::string_view name) const;
    Status dropUnfinished(std::string_view key) const;

    /// Overwritten and removed.
    Status wipe(std::string_view name) const;
    /// The same in two steps, of which the first is quick: it has no name any more, then it is wiped.
    Status layAside(std::string_view name) const;
    Status dropAside(std::string_view name) const;
    /// The name of every whole file, in no order.
    Status each(const std::function<Status(const std::string&)>& visit) const;
    /// Every key of what is not whole, but for files that somebody is taking in just now.
    std::vector<std::string> unfinished() const;

private:
    Status keep(const std::filesystem::path& finished, std::string_view name) const;

    std::filesystem::path m_folder;
};

}  // namespace fayi::blobs
