// SPDX-License-Identifier: Apache-2.0
// The SQLite VFS over simulated disks (https://www.sqlite.org/vfs.html). What SQLite asks, the disks answer;
// locks and shared memory are kept as sqlite3's own unix VFS keeps them between connections of one process.
#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <new>

#include "disk.h"

namespace fayi::sim {
namespace {

struct Handle {
    Disk* disk = nullptr;
    std::shared_ptr<DiskFile> file;
    std::string name;
    bool deleteOnClose = false;
    int level = SQLITE_LOCK_NONE;
    bool mapped = false;
    unsigned sharedSlots = 0, exclusiveSlots = 0;
};

/// What SQLite allocates for an open file of ours.
struct OpenFile {
    sqlite3_file base;
    Handle* handle;
};

struct Global {
    std::string root;
    std::map<std::string, Disk*> disks;
    Chance chance;
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs vfs{};
};
Global& global() {
    static Global out;
    return out;
}

Handle& of(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file)->handle;
}

/// The disk a path lies on and its name there; no disk: none of ours.
std::pair<Disk*, std::string> placeOf(const char* path) {
    Global& g = global();
    const std::string_view text = path == nullptr ? std::string_view() : std::string_view(path);
    if (g.root.empty() || !text.starts_with(g.root))
        return {nullptr, {}};
    const std::string_view rest = text.substr(g.root.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return {nullptr, {}};
    const auto disk = g.disks.find(std::string(rest.substr(0, slash)));
    if (disk == g.disks.end())
        return {nullptr, {}};
    return {disk->second, std::string(rest.substr(slash + 1))};
}

void unlock(Handle& h, int level) {
    if (h.level > SQLITE_LOCK_SHARED) {
        if (h.file->reserved == &h)
            h.file->reserved = nullptr;
        if (h.file->exclusive == &h)
            h.file->exclusive = nullptr;
    }
    if (level == SQLITE_LOCK_NONE && h.level >= SQLITE_LOCK_SHARED)
        --h.file->shared;
    h.level = std::min(h.level, level);
}

void unlockSlots(Handle& h, unsigned mask) {
    for (int i = 0; i < 8; ++i) {
        if ((mask & h.sharedSlots & (1U << i)) != 0)
            --h.file->sharedSlots[i];
        if ((mask & h.exclusiveSlots & (1U << i)) != 0)
            h.file->exclusiveSlots[i] = nullptr;
    }
    h.sharedSlots &= ~mask;
    h.exclusiveSlots &= ~mask;
}

void unmap(Handle& h) {
    if (!h.mapped)
        return;
    unlockSlots(h, 0xFF);
    h.mapped = false;
    if (--h.file->mapped == 0)
        h.file->regions.clear();
}

int close(sqlite3_file* file) {
    Handle& h = of(file);
    unmap(h);
    unlock(h, SQLITE_LOCK_NONE);
    if (h.deleteOnClose)
        h.disk->remove(h.name, false);
    delete &h;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* out, int size, sqlite3_int64 at) {
    const Handle& h = of(file);
    if (h.disk->dead())
        return SQLITE_IOERR_READ;
    const auto from = std::min(h.file->bytes.size(), static_cast<std::size_t>(at));
    const auto got = std::min(h.file->bytes.size() - from, static_cast<std::size_t>(size));
    std::memcpy(out, h.file->bytes.data() + from, got);
    std::memset(static_cast<char*>(out) + got, 0, static_cast<std::size_t>(size) - got);
    return got == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    const Handle& h = of(file);
    const bool done =
        h.disk->write(*h.file, static_cast<std::size_t>(at),
                      std::string(static_cast<const char*>(from), static_cast<std::size_t>(size)));
    return done ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const Handle& h = of(file);
    return h.disk->truncate(*h.file, static_cast<std::size_t>(size)) ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync(sqlite3_file* file, int) {
    const Handle& h = of(file);
    return h.disk->sync(*h.file) ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int size(sqlite3_file* file, sqlite3_int64* out) {
    *out = static_cast<sqlite3_int64>(of(file).file->bytes.size());
    return of(file).disk->dead() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int lock(sqlite3_file* file, int level) {
    Handle& h = of(file);
    DiskFile& f = *h.file;
    if (level <= h.level)
        return SQLITE_OK;
    if (f.exclusive != nullptr && f.exclusive != &h)
        return SQLITE_BUSY;
    if (level == SQLITE_LOCK_SHARED) {
        ++f.shared;
    } else if (f.reserved != nullptr && f.reserved != &h) {
        return SQLITE_BUSY;
    } else if (level == SQLITE_LOCK_RESERVED) {
        f.reserved = &h;
    } else {
        f.exclusive = &h;  // pending first: nobody new comes in while the others leave
        if (f.shared > 1) {
            h.level = SQLITE_LOCK_PENDING;
            return SQLITE_BUSY;
        }
    }
    h.level = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file* file, int level) {
    unlock(of(file), level);
    return SQLITE_OK;
}

int checkReserved(sqlite3_file* file, int* out) {
    *out = of(file).file->reserved != nullptr || of(file).file->exclusive != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*) {
    return 4096;
}
/// As the unix VFS says by default.
int characteristics(sqlite3_file*) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int shmMap(sqlite3_file* file, int region, int bytes, int extend, void volatile** out) {
    Handle& h = of(file);
    *out = nullptr;
    if (h.disk->dead())
        return SQLITE_IOERR_SHMMAP;
    if (!h.mapped) {
        h.mapped = true;
        ++h.file->mapped;
    }
    auto& regions = h.file->regions;
    while (regions.size() <= static_cast<std::size_t>(region)) {
        if (extend == 0)
            return SQLITE_OK;
        regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(bytes)));
    }
    *out = regions[static_cast<std::size_t>(region)].get();
    return SQLITE_OK;
}

int shmLock(sqlite3_file* file, int offset, int count, int flags) {
    Handle& h = of(file);
    DiskFile& f = *h.file;
    const unsigned mask = ((1U << count) - 1) << offset;
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        unlockSlots(h, mask);
        return SQLITE_OK;
    }
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (int i = offset; i < offset + count; ++i) {
        const bool mine = (h.sharedSlots & (1U << i)) != 0;
        if (f.exclusiveSlots[i] != nullptr && f.exclusiveSlots[i] != &h)
            return SQLITE_BUSY;
        if (exclusive && f.sharedSlots[i] > (mine ? 1 : 0))
            return SQLITE_BUSY;
    }
    for (int i = offset; i < offset + count; ++i) {
        if (exclusive) {
            f.exclusiveSlots[i] = &h;
            h.exclusiveSlots |= 1U << i;
        } else if ((h.sharedSlots & (1U << i)) == 0) {
            ++f.sharedSlots[i];
            h.sharedSlots |= 1U << i;
        }
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file*) {}

int shmUnmap(sqlite3_file* file, int) {
    unmap(of(file));
    return SQLITE_OK;
}

const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods kMethods = {
        2,          close,         read,    write,      truncate,        sync,   size,    lock,
        unlockFile, checkReserved, control, sectorSize, characteristics, shmMap, shmLock, shmBarrier,
        shmUnmap,   nullptr,       nullptr};
    return &kMethods;
}

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
    const auto [disk, name] = placeOf(path);
    if (disk == nullptr)
        return global().real->xOpen(global().real, path, file, flags, outFlags);
    file->pMethods = nullptr;
    auto found = disk->dead() ? nullptr : disk->find(name);
    if (!found && (disk->dead() || (flags & SQLITE_OPEN_CREATE) == 0))
        return SQLITE_CANTOPEN;
    if (!found)
        found = disk->make(name);
    auto handle = std::make_unique<Handle>();
    handle->disk = disk;
    handle->file = std::move(found);
    handle->name = name;
    handle->deleteOnClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    reinterpret_cast<OpenFile*>(file)->handle = handle.release();
    file->pMethods = methods();
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* path, int syncFolder) {
    const auto [disk, name] = placeOf(path);
    if (disk == nullptr)
        return global().real->xDelete(global().real, path, syncFolder);
    if (!disk->dead() && !disk->find(name))
        return SQLITE_IOERR_DELETE_NOENT;
    return disk->remove(name, syncFolder != 0) ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int access(sqlite3_vfs*, const char* path, int flags, int* out) {
    const auto [disk, name] = placeOf(path);
    if (disk == nullptr)
        return global().real->xAccess(global().real, path, flags, out);
    *out = disk->find(name) ? 1 : 0;
    return disk->dead() ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

int fullName(sqlite3_vfs*, const char* path, int room, char* out) {
    if (placeOf(path).first == nullptr)
        return global().real->xFullPathname(global().real, path, room, out);
    sqlite3_snprintf(room, out, "%s", path);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* out) {
    for (int i = 0; i < count; ++i)
        out[i] = static_cast<char>(global().chance() & 0xFF);
    return count;
}

/// Nobody else can move while we wait: the answer will not change.
int wait(sqlite3_vfs*, int microseconds) {
    return microseconds;
}

/// Julian milliseconds of 2026-03-02: the product does not ask SQLite for the time.
int timeNow(sqlite3_vfs*, sqlite3_int64* out) {
    *out = 212'639'256'000'000;
    return SQLITE_OK;
}
int timeNowReal(sqlite3_vfs*, double* out) {
    *out = 2'461'102.0;
    return SQLITE_OK;
}
int lastError(sqlite3_vfs*, int, char*) {
    return 0;
}

void registerVfs() {
    Global& g = global();
    g.real = sqlite3_vfs_find(nullptr);
    g.vfs = *g.real;
    g.vfs.iVersion = 2;
    g.vfs.szOsFile = std::max<int>(g.real->szOsFile, sizeof(OpenFile));
    g.vfs.zName = "simulated";
    g.vfs.pNext = nullptr;
    g.vfs.xOpen = open;
    g.vfs.xDelete = remove;
    g.vfs.xAccess = access;
    g.vfs.xFullPathname = fullName;
    g.vfs.xRandomness = randomness;
    g.vfs.xSleep = wait;
    g.vfs.xCurrentTime = timeNowReal;
    g.vfs.xCurrentTimeInt64 = timeNow;
    g.vfs.xGetLastError = lastError;
    if (sqlite3_vfs_register(&g.vfs, 1) != SQLITE_OK)
        std::abort();
}

}  // namespace

SimulatedDisks::SimulatedDisks(std::uint64_t seed) {
    std::error_code failure;
    const std::filesystem::path memory = "/dev/shm";
    const auto base =
        std::filesystem::is_directory(memory, failure) ? memory : std::filesystem::temp_directory_path();
    std::string pattern = (base / "fayi-sim-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        std::abort();
    m_root = pattern;
    Global& g = global();
    g.root = (m_root / "disks").string() + "/";
    g.disks.clear();
    g.chance.seed(seed);
    if (g.real == nullptr)
        registerVfs();
    sqlite3_randomness(0, nullptr);  // forgets what it knew: asks xRandomness again
}

SimulatedDisks::~SimulatedDisks() {
    Global& g = global();
    g.root.clear();
    g.disks.clear();
    std::error_code ignored;
    std::filesystem::remove_all(m_root, ignored);
}

std::filesystem::path SimulatedDisks::folder(const std::string& name, Disk& disk) {
    global().disks[name] = &disk;
    const auto out = m_root / "disks" / name;
    std::filesystem::create_directories(out);
    return out;
}

std::filesystem::path SimulatedDisks::real(const std::string& name) {
    const auto out = m_root / "real" / name;
    std::filesystem::create_directories(out);
    return out;
}

void SimulatedDisks::stand(const std::filesystem::path& file) {
    const std::ofstream made(file);
}

}  // namespace fayi::sim
