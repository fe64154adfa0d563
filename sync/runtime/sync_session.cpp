// SPDX-License-Identifier: Apache-2.0
#include "fayi/runtime/sync_session.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "healing.h"

namespace fayi::runtime {
namespace {

using protocol::Trouble;

/// Rounds of one sync: at 500 changes each, five million. More is no sync but a loop.
constexpr int kMostRounds = 10'000;

SyncResult failed(Trouble trouble, Text words) {
    SyncResult out;
    out.trouble = trouble;
    out.words = std::move(words);
    return out;
}

SyncResult cutShort() {
    return failed(Trouble::CutShort,
                  {"服务器的回答不完整或无法识别，稍后会自动重试",
                   "the server's answer was cut short or not understood; it will be tried again"});
}

}  // namespace

/// Said once: the next sync is one of a station like any other.
Text noticeOfCopy(std::uint64_t reissued) {
    const std::string count = std::to_string(reissued);
    return {
        "这份数据是另一台电脑数据的副本（或由旧备份恢复），已自动换用新的身份；" + count +
            " 项未上报的修改照常上报，没有丢失",
        "this data folder is a copy of another one (or an old backup); it goes on under a new identity. " +
            count + " unsent changes are sent as usual, nothing is lost"};
}

Text noticeOfRestoredHub(std::uint64_t again) {
    const std::string count = std::to_string(again);
    return {"区县枢纽已由备份恢复；备份之后的内容正自动补报，其中本机已上报的修改 " + count + " 项，没有丢失",
            "the district's hub was put back to a backup; what it forgot is sent again, " + count +
                " acknowledged changes of this computer among it. Nothing is lost"};
}

SyncResult& SyncResult::operator+=(SyncResult&& next) {
    trouble = next.trouble;
    words = std::move(next.words);
    pushed += next.pushed;
    pulled += next.pulled;
    std::ranges::move(next.refused, std::back_inserter(refused));
    if (!next.notice.zh.empty())
        notice = std::move(next.notice);
    traffic += next.traffic;
    retryAfter = next.retryAfter;
    copied |= next.copied;
    more = next.more;
    return *this;
}

namespace {

/// With the dictionary that the hub named last; should it be an older program by now, once more without.
transport::Reply post(const store::Store& store, transport::Transport& transport,
                      const protocol::SyncRequest& request) {
    transport::Reply first = postKnown(store, transport, protocol::kSyncTarget,
                                       protocol::encode(request, store.commonDictionary()));
    if (first.trouble != Trouble::Dictionary)
        return first;
    transport::Reply second = postKnown(store, transport, protocol::kSyncTarget, protocol::encode(request));
    second.traffic += first.traffic;
    return second;
}

}  // namespace

SyncResult exchange(store::Store& store, transport::Transport& transport) {
    if (store.healing() != store::Healing::None)
        return heal(store, transport);
    const auto request = store.nextRequest();
    if (!request)
        return failed(protocol::troubleOfStore(request.error().code), request.error().message);
    const transport::Reply reply = post(store, transport, *request);
    SyncResult out;
    out.traffic = reply.traffic;
    out.retryAfter = reply.retryAfter;
    if (reply.trouble != Trouble::None) {
        out.trouble = reply.trouble;
        out.words = reply.words;
        return out;
    }
    const auto answer = protocol::decodeSyncResponse(reply.body);
    if (!answer) {
        out += cutShort();
        return out;
    }
    const auto applied = store.apply(*request, *answer);
    if (!applied) {
        out.trouble = protocol::troubleOfStore(applied.error().code);
        out.words = applied.error().message;
        return out;
    }
    out.pushed = applied->acknowledged;
    out.pulled = applied->news;
    out.refused = applied->refused;
    out.copied = applied->forked;
    if (applied->forked)
        out.notice = noticeOfCopy(applied->reissued);
    else if (applied->restored)
        out.notice = noticeOfRestoredHub(applied->again);
    const bool moved = applied->acknowledged + applied->refused.size() + applied->again > 0;
    out.more = applied->forked || (applied->more && !request->more) || (store.hasUnsent() && moved);
    return out;
}

SyncResult syncAll(store::Store& store, transport::Transport& transport) {
    SyncResult out = exchange(store, transport);
    for (int round = 1; out.trouble == Trouble::None && out.more && round < kMostRounds; ++round)
        out += exchange(store, transport);
    const Status kept =
        store.rememberSync(out.trouble == Trouble::None ? std::nullopt : std::optional(out.words));
    if (!kept && out.trouble == Trouble::None) {
        out.trouble = protocol::troubleOfStore(kept.error().code);
        out.words = kept.error().message;
    }
    return out;
}

namespace {

/// One page of a history. `request.after` moves on.
SyncResult historyPage(store::Store& store, transport::Transport& transport,
                       protocol::HistoryRequest& request) {
    transport::Reply reply =
        transport.post(protocol::kHistoryTarget, protocol::encode(request), protocol::kCborMedia);
    if (reply.trouble != Trouble::None)
        return failed(reply.trouble, reply.words);
    const auto page = protocol::decodeHistoryResponse(reply.body);
    if (!page)
        return cutShort();
    if (const Status kept = store.keepHistory(request.record, *page); !kept)
        return failed(protocol::troubleOfStore(kept.error().code), kept.error().message);
    SyncResult out;
    out.traffic = reply.traffic;
    out.pulled = page->changes.size();
    out.more = page->more && !page->changes.empty();
    if (out.more)
        request.after = page->changes.back().position;
    return out;
}

}  // namespace

SyncResult fetchHistory(store::Store& store, transport::Transport& transport, RecordId id) {
    const auto held = store.holdsHistory(id);
    if (!held)
        return failed(protocol::troubleOfStore(held.error().code), held.error().message);
    SyncResult out;
    out.more = !*held;
    protocol::HistoryRequest request{id, {}};
    for (int round = 0; out.trouble == Trouble::None && out.more && round < kMostRounds; ++round)
        out += historyPage(store, transport, request);
    return out;
}

std::unique_ptr<transport::Transport> transportFor(const store::Store& store) {
    const auto enrolment = store.enrolment();
    if (!enrolment || enrolment->server.empty())
        return nullptr;
    net::ClientOptions options;
    options.caFile = enrolment->caFile;
    return std::make_unique<transport::HttpTransport>(
        enrolment->server, options, transport::bearer(enrolment->station, enrolment->token));
}

SyncLock::SyncLock(const std::filesystem::path& folder)
    : m_file(::open((folder / "sync.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        m_file = -1;
    }
}

SyncLock::~SyncLock() {
    if (m_file >= 0)
        ::close(m_file);
}

}  // namespace fayi::runtime
