// SPDX-License-Identifier: Apache-2.0
#include "disk.h"

#include <algorithm>

namespace fayi::sim {
namespace {

constexpr std::size_t kSector = 512;

void apply(std::string& image, std::size_t offset, std::string_view bytes) {
    if (image.size() < offset + bytes.size())
        image.resize(offset + bytes.size(), '\0');
    std::ranges::copy(bytes, image.begin() + static_cast<std::ptrdiff_t>(offset));
}

void apply(std::string& image, const DiskFile::Pending& op) {
    if (op.truncate)
        image.resize(*op.truncate, '\0');
    else
        apply(image, op.offset, op.bytes);
}

/// Each sector of a write reaches the plate or does not.
void tear(std::string& image, const DiskFile::Pending& op, Chance& chance) {
    for (std::size_t at = 0; at < op.bytes.size();) {
        const std::size_t end = std::min(op.bytes.size(), at + kSector - (op.offset + at) % kSector);
        if (chance() % 2 == 0)
            apply(image, op.offset + at, std::string_view(op.bytes).substr(at, end - at));
        at = end;
    }
}

}  // namespace

bool Disk::spend() {
    if (m_dead)
        return false;
    if (m_countdown && --*m_countdown == 0) {
        m_countdown.reset();
        m_dead = true;
    }
    return true;
}

std::shared_ptr<DiskFile> Disk::find(const std::string& name) const {
    const auto at = m_files.find(name);
    return at == m_files.end() ? nullptr : at->second;
}

std::shared_ptr<DiskFile> Disk::make(const std::string& name) {
    m_ghosts.erase(name);
    return m_files[name] = std::make_shared<DiskFile>();
}

bool Disk::write(DiskFile& file, std::size_t offset, std::string bytes) {
    if (!spend())
        return false;
    ++m_counts.writes;
    apply(file.bytes, offset, bytes);
    file.pending.push_back({offset, std::move(bytes), std::nullopt});
    return !m_dead;
}

bool Disk::truncate(DiskFile& file, std::size_t size) {
    if (!spend())
        return false;
    file.bytes.resize(size, '\0');
    file.pending.push_back({0, {}, size});
    return !m_dead;
}

bool Disk::sync(DiskFile& file) {
    if (!spend() || m_dead)
        return false;
    ++m_counts.syncs;
    for (const DiskFile::Pending& op : file.pending)
        apply(file.durable, op);
    file.pending.clear();
    if (!file.known)
        m_ghosts.clear();  // SQLite syncs the folder of a new file, and with it what was deleted there
    file.known = true;
    return true;
}

bool Disk::remove(const std::string& name, bool synced) {
    if (!spend())
        return false;
    if (const auto file = find(name); file && file->known && (!synced || m_dead))
        m_ghosts[name] = file;
    m_files.erase(name);
    return !m_dead;
}

void Disk::settle(DiskFile& file, Chance& chance) {
    for (const DiskFile::Pending& op : file.pending) {
        const auto roll = chance() % 10;
        if (roll < 4) {
            apply(file.durable, op);
        } else if (roll < 7 && !op.truncate && !op.bytes.empty()) {
            ++m_counts.torn;
            tear(file.durable, op, chance);
        } else {
            ++m_counts.lost;
        }
    }
}

void Disk::restart(Chance& chance, bool power) {
    std::map<std::string, std::shared_ptr<DiskFile>> after;
    if (power)
        for (const auto& [name, ghost] : m_ghosts)
            if (!m_files.contains(name) && chance() % 2 == 0)
                m_files[name] = ghost;
    m_ghosts.clear();
    for (const auto& [name, file] : m_files) {
        if (power && !file->known && chance() % 2 == 0)
            continue;  // its name never reached the folder
        if (power)
            settle(*file, chance);
        auto fresh = std::make_shared<DiskFile>();
        fresh->bytes = power ? std::move(file->durable) : file->bytes;
        fresh->durable = power ? fresh->bytes : std::move(file->durable);
        if (!power)
            fresh->pending = std::move(file->pending);
        fresh->known = power || file->known;
        after[name] = std::move(fresh);
    }
    m_files = std::move(after);
    m_dead = false;
    m_countdown.reset();
}

std::map<std::string, std::string> Disk::copy() const {
    std::map<std::string, std::string> out;
    for (const auto& [name, file] : m_files)
        out[name] = file->bytes;
    return out;
}

void Disk::put(const std::string& name, std::string bytes) {
    auto file = make(name);
    file->bytes = file->durable = std::move(bytes);
    file->known = true;
}

}  // namespace fayi::sim
