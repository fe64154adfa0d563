// SPDX-License-Identifier: Apache-2.0
#include "fayi/runtime/sync_thread.h"

#include "fayi/engine/engine.h"

namespace fayi::runtime {

using protocol::Trouble;

namespace {

/// What others wrote, and a person's press, wait no longer for a large attachment.
constexpr Millis kAttachmentsAtMost = std::chrono::seconds(5);

/// A person sees it move, and the window is not kept busy with it.
constexpr Millis kBetweenSteps = std::chrono::seconds(1);

engine::Allowance allowanceOf(const store::Store& store) {
    const store::LinkSettings settings = store.linkSettings();
    return {settings.metered, settings.dayBytes > 0 && store.spentToday() >= settings.dayBytes};
}

}  // namespace

SyncThread::SyncThread(std::filesystem::path folder, const Clock& clock, Random& random, Changed changed,
                       bool attachments)
    : m_folder(std::move(folder)),
      m_clock(clock),
      m_random(random),
      m_changed(std::move(changed)),
      m_attachments(attachments),
      m_thread([this] { run(); }) {}

SyncThread::~SyncThread() {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.stop = true;
        if (m_transport)
            m_transport->cancel();
    }
    m_wake.notify_all();
    m_thread.join();
}

void SyncThread::syncNow() {
    wish(&Wishes::press);
}

void SyncThread::syncRecordsNow() {
    wish(&Wishes::records);
}
void SyncThread::saved() {
    wish(&Wishes::save);
}
void SyncThread::linkUp() {
    wish(&Wishes::link);
}
void SyncThread::enrolled() {
    wish(&Wishes::enrol);
}

void SyncThread::fetchHistory(RecordId id) {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.history = id;
    }
    m_wake.notify_all();
}

void SyncThread::wish(bool Wishes::*which) {
    {
        const std::lock_guard lock(m_mutex);
        m_wishes.*which = true;
    }
    m_wake.notify_all();
}

SyncThread::Wishes SyncThread::awaitWishes(std::optional<Millis> until) {
    std::unique_lock lock(m_mutex);
    const auto any = [&] {
        return m_wishes.press || m_wishes.records || m_wishes.save || m_wishes.link || m_wishes.enrol ||
               m_wishes.history || m_wishes.stop;
    };
    if (until)
        m_wake.wait_for(lock, std::max(Millis(0), *until - m_clock.steady()), any);
    else
        m_wake.wait(lock, any);
    return std::exchange(m_wishes, Wishes{.stop = m_wishes.stop});
}

void SyncThread::run() {
    engine::Engine engine(engine::Schedule(), m_random);
    engine::Command next = engine::Wait{};
    connect();
    tell(false);
    if (m_snapshot.enrolled) {
        engine.on(allowanceOf(*m_store), m_clock.steady());
        next = engine.on(engine::LinkUp{}, m_clock.steady());
    }
    bool onlyRecords = false;
    for (;;) {
        if (const auto* exchange = std::get_if<engine::Exchange>(&next)) {
            SyncResult result = once(exchange->recordsOnly || onlyRecords);
            engine.on(allowanceOf(*m_store), m_clock.steady());
            next = engine.on(
                engine::Exchanged{result.trouble, result.more, result.retryAfter, result.recordsThrough},
                m_clock.steady());
        }
        const auto* wait = std::get_if<engine::Wait>(&next);
        const Wishes wishes = awaitWishes(wait == nullptr ? std::optional(m_clock.steady()) : wait->until);
        if (wishes.stop)
            return;
        if (wishes.enrol)
            connect();
        if (!m_snapshot.enrolled) {
            tell(false);
            continue;
        }
        if (wishes.history)
            fetch(*wishes.history);
        const Millis now = m_clock.steady();
        engine.on(allowanceOf(*m_store), now);
        m_snapshot.pressed |= wishes.press || wishes.records;
        onlyRecords = wishes.records && !wishes.press;
        if (wishes.press || wishes.records || wishes.enrol)
            next = engine.on(engine::Pressed{}, now);
        else if (wishes.link)
            next = engine.on(engine::LinkUp{}, now);
        else if (wishes.save)
            next = engine.on(engine::Saved{}, now);
        else if (wait != nullptr)
            next = engine.on(engine::Ticked{}, now);
        if (wishes.save)
            tell(false);
    }
}

/// Opens the store and the way to the hub, as far as they are there.
bool SyncThread::connect() {
    if (!m_store) {
        auto store = store::Store::open(m_folder, m_clock, m_random);
        if (!store) {
            m_snapshot.last.trouble = Trouble::Store;
            m_snapshot.last.words = store.error().message;
            return false;
        }
        m_store = std::move(store).value();
    }
    std::shared_ptr<transport::Transport> transport = transportFor(*m_store);
    m_snapshot.enrolled = transport != nullptr;
    const std::lock_guard lock(m_mutex);
    m_transport = std::move(transport);
    return m_snapshot.enrolled;
}

/// Cancelled already if this thread is to end.
std::shared_ptr<transport::Transport> SyncThread::currentTransport() {
    const std::lock_guard lock(m_mutex);
    if (m_wishes.stop)
        m_transport->cancel();
    return m_transport;
}

void SyncThread::fetch(RecordId id) {
    m_snapshot.history = runtime::fetchHistory(*m_store, *currentTransport(), id);
    m_snapshot.historyOf = id;
    ++m_snapshot.histories;
    tell(false);
}

SyncResult SyncThread::once(bool recordsOnly) {
    m_snapshot.recordsOnly = recordsOnly;
    tell(true);
    const std::shared_ptr<transport::Transport> transport = currentTransport();
    SyncResult result;
    if (const SyncLock lock(m_folder); lock.held())
        result =
            syncWithAttachments(*m_store, *transport, m_clock,
                                {m_attachments && !recordsOnly, kAttachmentsAtMost, [this] { tellStep(); }});
    else
        result.words = {"另一个程序正在同步这份数据", "another program is syncing this store"},
        result.trouble = Trouble::Busy;
    m_snapshot.last = result;
    ++m_snapshot.syncs;
    tell(false);
    m_snapshot.pressed &= result.more && result.trouble == Trouble::None;
    return result;
}

void SyncThread::tellStep() {
    const Millis now = m_clock.steady();
    if (m_stepTold && now - *m_stepTold < kBetweenSteps)
        return;
    m_stepTold = now;
    ++m_snapshot.steps;
    tell(true);
}

void SyncThread::tell(bool running) {
    m_snapshot.running = running;
    if (m_store) {
        m_snapshot.lastSuccess = m_store->syncMemory().lastSuccess;
        m_snapshot.counts = m_store->counts();
    }
    m_changed(m_snapshot);
}

}  // namespace fayi::runtime
