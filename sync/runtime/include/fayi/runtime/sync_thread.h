// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

#include "fayi/runtime/blob_session.h"

namespace fayi::runtime {

/// What the window shows of the sync; a value, safe to hand to another thread.
struct SyncSnapshot {
    bool enrolled = false;
    bool running = false;
    bool recordsOnly = false;           ///< of the sync that runs or ended last: attachments wait
    bool pressed = false;               ///< of the same: a person asked for it
    SyncResult last;                    ///< of the last sync that ended
    std::optional<Millis> lastSuccess;  ///< wall clock
    store::Store::Counts counts;
    std::uint64_t syncs = 0;      ///< ended ones; tells a listener that records may have changed
    std::uint64_t steps = 0;      ///< grows while attachments go and come, about once a second
    std::uint64_t histories = 0;  ///< that were asked for, ended ones
    RecordId historyOf;           ///< the last of them
    SyncResult history;           ///< how it went
};

/// The one thread that talks to the hub, with a store connection of its own.
///
/// syncNow(), saved(), linkUp() and fetchHistory() return at once, from any thread. `changed` is called on
/// the sync thread whenever the snapshot changed; it must not call back. The destructor ends a running
/// request and joins.
class SyncThread {
public:
    using Changed = std::function<void(const SyncSnapshot&)>;
    /// `attachments`: false leaves them for another time.
    SyncThread(std::filesystem::path folder, const Clock& clock, Random& random, Changed changed,
               bool attachments = true);
    ~SyncThread();
    SyncThread(const SyncThread&) = delete;
    SyncThread& operator=(const SyncThread&) = delete;

    void syncNow();
    /// The same, and attachments wait for the next sync that comes by itself.
    void syncRecordsNow();
    void saved();
    void linkUp();
    /// Asks for what the hub knows of the record's past; of several that wait the last one counts, for a
    /// person looks at one.
    void fetchHistory(RecordId id);
    /// The store has joined a district, or its link settings are others: look again.
    void enrolled();

private:
    struct Wishes {
        bool press = false, records = false, save = false, link = false, enrol = false, stop = false;
        std::optional<RecordId> history = {};
    };
    void run();
    void wish(bool Wishes::*which);
    Wishes awaitWishes(std::optional<Millis> until);
    bool connect();
    std::shared_ptr<transport::Transport> currentTransport();
    SyncResult once(bool recordsOnly);
    void fetch(RecordId id);
    void tellStep();
    void tell(bool running);

    std::filesystem::path m_folder;
    const Clock& m_clock;
    Random& m_random;
    Changed m_changed;
    const bool m_attachments;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Wishes m_wishes;                                    ///< guarded by m_mutex
    std::shared_ptr<transport::Transport> m_transport;  ///< guarded by m_mutex; used by the sync thread

    std::unique_ptr<store::Store> m_store;  ///< sync thread only
    SyncSnapshot m_snapshot;                ///< sync thread only
    std::optional<Millis> m_stepTold;       ///< sync thread only; steady
    std::thread m_thread;                   ///< last: starts when all else is there
};

}  // namespace fayi::runtime
