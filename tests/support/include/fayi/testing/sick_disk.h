// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>

/// Disks that give trouble. What concerns SQLite goes by its own way of replacing a system call, in the whole
/// process and for the files below one folder; one of a kind at a time.
namespace fayi::testing {

inline bool isFileBelow(int file, const std::string& folder) {
    std::array<char, 4096> name{};
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = ::readlink(link.c_str(), name.data(), name.size());
    return length > 0 && std::string_view(name.data(), static_cast<std::size_t>(length)).starts_with(folder);
}

inline sqlite3_syscall_ptr systemCall(const char* name) {
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    return vfs->xGetSystemCall(vfs, name);
}

/// Null: the real one again.
inline void replaceSystemCall(const char* name, sqlite3_syscall_ptr by) {
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, name, by);
}

/// So much room for a store; others have as much as there is.
class SmallDisk {
public:
    SmallDisk(const std::filesystem::path& folder, std::int64_t room) {
        s_folder = folder.string();
        s_room = room;
        s_real = reinterpret_cast<Write>(systemCall(kCall));
        replaceSystemCall(kCall, reinterpret_cast<sqlite3_syscall_ptr>(&write));
    }
    ~SmallDisk() { replaceSystemCall(kCall, nullptr); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    /// Somebody was told that there is no room.
    bool wasFull() const { return s_room < 0; }

private:
    using Write = ssize_t (*)(int, const void*, size_t, off_t);
    static constexpr const char* kCall = "pwrite64";

    static ssize_t write(int file, const void* bytes, size_t count, off_t at) {
        const bool ours = isFileBelow(file, s_folder);
        if (ours && s_room < static_cast<std::int64_t>(count)) {
            s_room = -1;
            errno = ENOSPC;
            return -1;
        }
        if (ours)
            s_room -= static_cast<std::int64_t>(count);
        return s_real(file, bytes, count, at);
    }

    static inline std::string s_folder;
    static inline std::atomic<std::int64_t> s_room = 0;
    static inline Write s_real = nullptr;
};

/// Nothing of a store can be read any more.
class DeadDisk {
public:
    explicit DeadDisk(const std::filesystem::path& folder) {
        s_folder = folder.string();
        s_real = reinterpret_cast<Read>(systemCall(kCall));
        replaceSystemCall(kCall, reinterpret_cast<sqlite3_syscall_ptr>(&read));
    }
    ~DeadDisk() { replaceSystemCall(kCall, nullptr); }
    DeadDisk(const DeadDisk&) = delete;
    DeadDisk& operator=(const DeadDisk&) = delete;

private:
    using Read = ssize_t (*)(int, void*, size_t, off_t);
    static constexpr const char* kCall = "pread64";

    static ssize_t read(int file, void* bytes, size_t count, off_t at) {
        if (!isFileBelow(file, s_folder))
            return s_real(file, bytes, count, at);
        errno = EIO;
        return -1;
    }

    static inline std::string s_folder;
    static inline Read s_real = nullptr;
};

/// No file of this process grows past so many bytes while it lives: a disk that is full, for what is not
/// written by SQLite.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit tight = m_before;
        tight.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

}  // namespace fayi::testing
