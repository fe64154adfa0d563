// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace fayi {
namespace {

Error cannotWrite(const std::filesystem::path& path) {
    return {errno == ENOSPC ? ErrorCode::Full : ErrorCode::Io,
            {"无法写入 " + path.string(), "cannot write " + path.string()}};
}

}  // namespace

Status syncToDisk(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return cannotWrite(path);
    const bool written = ::fsync(file) == 0;
    const Status out = written ? Status() : Status(cannotWrite(path));
    ::close(file);
    return out;
}

Status putInPlace(const std::filesystem::path& finished, const std::filesystem::path& name) {
    FAYI_TRY(syncToDisk(finished));
    std::error_code failure;
    std::filesystem::rename(finished, name, failure);
    if (failure)
        return Error{ErrorCode::Io, {"无法写入 " + name.string(), "cannot write " + name.string()}};
    return syncToDisk(name.has_parent_path() ? name.parent_path() : std::filesystem::path("."));
}

}  // namespace fayi
