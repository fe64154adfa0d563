// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "fayi/store/store.h"
#include "fayi/transport/transport.h"

namespace fayi::runtime {

/// What one or several exchanges did.
struct SyncResult {
    protocol::Trouble trouble = protocol::Trouble::None;
    Text words;           ///< about the trouble
    Text notice;          ///< something the person should hear of though nothing is wrong; mostly empty
    bool copied = false;  ///< the notice says that this store is a copy of another
    std::uint64_t pushed = 0, pulled = 0;
    std::uint64_t blobsUp = 0, blobsDown = 0;  ///< attachments that have gone or come wholly
    std::vector<store::Attention> refused;
    net::Traffic traffic;
    Millis retryAfter{0};
    bool more = false;
    bool recordsThrough = false;  ///< the trouble is one of attachments: all records had gone and come
    SyncResult& operator+=(SyncResult&& next);
};

/// Said once: the next sync is one of a station like any other.
Text noticeOfCopy(std::uint64_t reissued);
Text noticeOfRestoredHub(std::uint64_t again);
/// A result that is nothing but a trouble.
SyncResult failed(protocol::Trouble trouble, Text words);

/// One request and the application of its answer. What was asked is asked again if anything failed before the
/// answer was on disk: repeating is harmless.
SyncResult exchange(store::Store& store, transport::Transport& transport);

/// Exchanges (after a break at once again, twice, for most links are back as soon as they broke) until
/// nothing is left to send or to fetch, or something fails. Remembers in the store how it went.
SyncResult syncAll(store::Store& store, transport::Transport& transport);

/// Asks the hub for the changes of a record that are not here (it came as a state, or was pruned). Nothing is
/// asked if all are here.
SyncResult fetchHistory(store::Store& store, transport::Transport& transport, RecordId id);

/// How this store wants servers to be reached: its issuer file, its proxy.
net::ClientOptions clientOptions(const store::Store& store);

/// The way to the hub this store has joined; null if it has joined none, or by a file without an address.
std::unique_ptr<transport::Transport> transportFor(const store::Store& store);

/// Held while a sync runs: one at a time per folder, whichever program runs it (an advisory file lock).
class SyncLock {
public:
    /// Not held if another program holds it.
    explicit SyncLock(const std::filesystem::path& folder);
    ~SyncLock();
    SyncLock(const SyncLock&) = delete;
    SyncLock& operator=(const SyncLock&) = delete;
    bool held() const { return m_file >= 0; }

private:
    int m_file = -1;
};

}  // namespace fayi::runtime
