// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace fayi::sim {

using Chance = std::mt19937_64;

/// What happened on disks, for the summary.
struct DiskCounts {
    std::uint64_t writes = 0, syncs = 0;
    std::uint64_t lost = 0;  ///< writes that a power cut took away whole
    std::uint64_t torn = 0;  ///< writes of which it left some sectors
};

/// One file as it is now, and as a power cut would find it.
struct DiskFile {
    struct Pending {
        std::size_t offset = 0;
        std::string bytes;
        std::optional<std::size_t> truncate;  ///< instead of bytes
    };
    std::string bytes;             ///< what programs read
    std::string durable;           ///< what was synced
    std::vector<Pending> pending;  ///< since then, in order
    bool known = false;            ///< its name in the folder is durable

    // SQLite's locks, as the unix VFS has them between connections.
    int shared = 0;
    const void* reserved = nullptr;
    const void* exclusive = nullptr;
    // The shared memory beside a write-ahead log; goes with the last connection or with the power.
    std::vector<std::unique_ptr<char[]>> regions;
    int mapped = 0;
    int sharedSlots[8] = {};
    const void* exclusiveSlots[8] = {};
};

/// The disk of one computer, in memory. Until it is synced a write may be lost or torn by a power cut: any
/// subset of its sectors may have reached the plate, in any order. When the power goes every call fails until
/// restart().
class Disk {
public:
    /// The power goes at the n-th write, truncation, deletion or sync from now (1: the next).
    void cutAfter(std::uint64_t n) { m_countdown = n; }
    void spare() { m_countdown.reset(); }
    void cut() { m_dead = true; }
    bool dead() const { return m_dead; }
    /// With `power` false only the program was killed: what it wrote is there.
    void restart(Chance& chance, bool power);

    /// Every file as a copying program reads it.
    std::map<std::string, std::string> copy() const;
    void put(const std::string& name, std::string bytes);
    void wipe() { m_files.clear(); }
    const DiskCounts& counts() const { return m_counts; }

    // For the VFS
    std::shared_ptr<DiskFile> find(const std::string& name) const;
    std::shared_ptr<DiskFile> make(const std::string& name);
    /// False: the power is gone, nothing was done.
    bool write(DiskFile& file, std::size_t offset, std::string bytes);
    bool truncate(DiskFile& file, std::size_t size);
    bool sync(DiskFile& file);
    bool remove(const std::string& name, bool synced);

private:
    bool spend();
    void settle(DiskFile& file, Chance& chance);

    std::map<std::string, std::shared_ptr<DiskFile>> m_files;
    std::map<std::string, std::shared_ptr<DiskFile>> m_ghosts;  ///< deleted, but perhaps not for good
    std::optional<std::uint64_t> m_countdown;
    bool m_dead = false;
    DiskCounts m_counts;
};

/// Makes SQLite's default VFS one that keeps whatever lies under `root` on simulated disks, one for each
/// folder there; other files stay where they are. One at a time in a process, not thread safe.
///
/// Some of the product's questions go to the file system and not to SQLite (is there a store already?), so an
/// empty real file stands where a simulated one is: see stand().
class SimulatedDisks {
public:
    explicit SimulatedDisks(std::uint64_t seed);
    ~SimulatedDisks();
    SimulatedDisks(const SimulatedDisks&) = delete;
    SimulatedDisks& operator=(const SimulatedDisks&) = delete;

    /// The folder of a computer; `disk` must outlive its use.
    std::filesystem::path folder(const std::string& name, Disk& disk);
    /// A folder of the real file system, on memory where there is some.
    std::filesystem::path real(const std::string& name);
    /// Puts an empty real file where a simulated one is.
    static void stand(const std::filesystem::path& file);

private:
    std::filesystem::path m_root;
};

}  // namespace fayi::sim
