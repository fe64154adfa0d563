// SPDX-License-Identifier: Apache-2.0
#include "fayi/base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace fayi {
namespace {

namespace fs = std::filesystem;

Error cannot(int why, const Text& what, const fs::path& path) {
    const bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
    if (full)
        return {ErrorCode::Full,
                {"磁盘已满，无法写入 " + path.string(), "the disk is full, cannot write " + path.string()}};
    return {ErrorCode::Io, {what.zh + path.string(), what.en + path.string()}};
}

Error cannotWrite(int why, const fs::path& path) {
    return cannot(why, {"无法写入 ", "cannot write "}, path);
}

Error cannotRead(const fs::path& path) {
    if (errno == ENOENT)
        return {ErrorCode::NotFound, {"没有这个文件：" + path.string(), "no such file: " + path.string()}};
    return cannot(0, {"无法读取 ", "cannot read "}, path);
}

/// An open file that closes with it.
class File {
public:
    File(const fs::path& path, int flags) : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (m_number >= 0)
            ::close(m_number);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

    /// False: errno says why.
    bool writeAll(std::uint64_t at, std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::pwrite(m_number, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            at += static_cast<std::uint64_t>(count);
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

private:
    int m_number;
};

}  // namespace

Status syncToDisk(const fs::path& path) {
    const File file(path, O_RDONLY);
    if (!file.isOpen() || ::fsync(file.number()) != 0)
        return cannotWrite(errno, path);
    return {};
}

Status putInPlace(const fs::path& finished, const fs::path& name) {
    FAYI_TRY(syncToDisk(finished));
    std::error_code failure;
    fs::rename(finished, name, failure);
    if (failure)
        return cannotWrite(failure.value(), name);
    return syncToDisk(name.has_parent_path() ? name.parent_path() : fs::path("."));
}

Status makeFolder(const fs::path& folder) {
    std::error_code failure;
    if (fs::is_directory(folder, failure))
        return {};
    if (folder.has_parent_path() && folder.parent_path() != folder)
        FAYI_TRY(makeFolder(folder.parent_path()));
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return cannotWrite(errno, folder);
    return syncToDisk(folder.has_parent_path() ? folder.parent_path() : fs::path("."));
}

Status writeAt(const fs::path& path, std::uint64_t at, std::string_view bytes) {
    const File file(path, O_WRONLY | O_CREAT);
    const bool written = file.isOpen() && ::ftruncate(file.number(), static_cast<off_t>(at)) == 0 &&
                         file.writeAll(at, bytes) && ::fsync(file.number()) == 0;
    return written ? Status() : Status(cannotWrite(errno, path));
}

Result<Bytes> readAt(const fs::path& path, std::uint64_t first, std::size_t count) {
    const File file(path, O_RDONLY);
    struct stat about {};
    if (!file.isOpen() || ::fstat(file.number(), &about) != 0)
        return cannotRead(path);
    const auto size = static_cast<std::uint64_t>(about.st_size);
    Bytes out(static_cast<std::size_t>(std::min<std::uint64_t>(count, size - std::min(first, size))), '\0');
    std::size_t have = 0;
    while (have < out.size()) {
        const ssize_t got =
            ::pread(file.number(), out.data() + have, out.size() - have, static_cast<off_t>(first + have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannotRead(path);
        if (got == 0)
            break;
        have += static_cast<std::size_t>(got);
    }
    out.resize(have);
    return out;
}

Status wipeFile(const fs::path& path) {
    {
        const File file(path, O_WRONLY);
        struct stat about {};
        if (!file.isOpen())
            return errno == ENOENT ? Status() : Status(cannotWrite(errno, path));
        static constexpr std::size_t kPiece = 64u << 10;
        const Bytes zeros(kPiece, '\0');
        if (::fstat(file.number(), &about) != 0)
            return cannotWrite(errno, path);
        const auto size = static_cast<std::uint64_t>(about.st_size);
        for (std::uint64_t at = 0; at < size; at += kPiece)
            if (!file.writeAll(at, std::string_view(zeros).substr(0, size - at)))
                break;  // it goes all the same
        (void)::fsync(file.number());
    }
    return ::unlink(path.c_str()) == 0 || errno == ENOENT ? Status() : Status(cannotWrite(errno, path));
}

}  // namespace fayi
