// SPDX-License-Identifier: Apache-2.0
#include "fayi/runtime/sync_session.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "fayi/base/limits.h"
#include "fayi/protocol/answer_pages.h"
#include "healing.h"
#include "link.h"

namespace fayi::runtime {
namespace {

using protocol::Trouble;

/// Rounds of one sync: at 500 changes each, five million. More is no sync but a loop.
constexpr int kMostRounds = 10'000;

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
        "This data folder is a copy of another one (or an old backup); it goes on under a new identity. " +
            count + " unsent changes are sent as usual, nothing is lost"};
}

Text noticeOfRestoredHub(std::uint64_t again) {
    const std::string count = std::to_string(again);
    return {"区县枢纽已由备份恢复；备份之后的内容正自动补报，其中本机已上报的修改 " + count + " 项，没有丢失",
            "The district's hub was put back to a backup; what it forgot is sent again, " + count +
                " acknowledged changes of this computer among it. Nothing is lost"};
}

SyncResult failed(Trouble trouble, Text words) {
    SyncResult out;
    out.trouble = trouble;
    out.words = std::move(words);
    return out;
}

SyncResult& SyncResult::operator+=(SyncResult&& next) {
    trouble = next.trouble;
    words = std::move(next.words);
    pushed += next.pushed;
    pulled += next.pulled;
    blobsUp += next.blobsUp;
    blobsDown += next.blobsDown;
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

/// A request and what it is on the wire.
struct Prepared {
    protocol::SyncRequest request;
    Bytes body;
};

std::size_t contentBytes(const protocol::SyncRequest& request) {
    std::size_t out = 0;
    for (const protocol::SentChange& sent : request.changes)
        out += protocol::encodeChange(sent.change).size();
    return out;
}

/// As much as the link should carry at once; how far it compresses is known only when it is.
Result<Prepared> prepare(const store::Store& store, const Link& link) {
    constexpr int kTries = 4;
    store::PageRoom room;
    Prepared out;
    for (int tried = 0; tried < kTries; ++tried) {
        FAYI_LET(request, store.nextRequest(room));
        const bool smaller = tried == 0 || request.changes.size() < out.request.changes.size();
        out.request = std::move(request);
        out.request.pages = limits::kAnswerPages;
        out.request.slow = link.slow();
        out.body = protocol::encode(out.request, store.commonDictionary(), link.level());
        if (out.body.size() <= link.requestBytes() || out.request.changes.size() < 2 || !smaller)
            break;
        room.bytes = std::max<std::size_t>(
            1, contentBytes(out.request) * link.requestBytes() * 9 / 10 / out.body.size());
    }
    return out;
}

/// With the dictionary that the hub named last; should it be an older program by now, once more without.
transport::Reply post(const store::Store& store, transport::Transport& transport, const Prepared& asked) {
    transport::Reply first = postKnown(store, transport, protocol::kSyncTarget, asked.body);
    if (first.trouble != Trouble::Dictionary)
        return first;
    transport::Reply second =
        postKnown(store, transport, protocol::kSyncTarget, protocol::encode(asked.request));
    second.traffic += first.traffic;
    return second;
}

/// The store takes the hub's time for that of the middle of the exchange. On a slow link that is far off: the
/// hub tells it as its answer begins.
void correctTime(protocol::SyncResponse& answer, const net::Pace& pace) {
    if (pace.total > Millis(0))
        answer.hubTime += (pace.total + pace.roundTrip) / 2 - pace.firstByte;
}

void add(SyncResult& out, const store::Applied& applied) {
    out.pushed += applied.acknowledged;
    out.pulled += applied.news;
    std::ranges::copy(applied.refused, std::back_inserter(out.refused));
    out.copied |= applied.forked;
    if (applied.forked)
        out.notice = noticeOfCopy(applied.reissued);
    else if (applied.restored)
        out.notice = noticeOfRestoredHub(applied.again);
}

/// Page by page, each with its cursor in a transaction of its own. After what changes names or begins a
/// healing the rest is dropped: it would be asked otherwise now.
SyncResult applyPages(store::Store& store, protocol::SyncRequest request,
                      const std::vector<protocol::SyncResponse>& pages) {
    SyncResult out;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto applied = store.apply(request, pages[i]);
        if (!applied) {
            out.trouble = protocol::troubleOfStore(applied.error().code);
            out.words = applied.error().message;
            return out;
        }
        add(out, *applied);
        const bool moved = applied->acknowledged + applied->refused.size() + applied->again > 0;
        out.more = applied->forked || (applied->more && !request.more) || (store.hasUnsent() && moved);
        if (applied->forked || applied->restored || applied->again > 0 ||
            store.healing() != store::Healing::None) {
            out.more |= i + 1 < pages.size();
            return out;
        }
        request = protocol::followUp(request, pages[i]);
    }
    return out;
}

SyncResult exchange(store::Store& store, transport::Transport& transport, Link& link) {
    if (store.healing() != store::Healing::None)
        return heal(store, transport);
    const auto asked = prepare(store, link);
    if (!asked)
        return failed(protocol::troubleOfStore(asked.error().code), asked.error().message);
    const transport::Reply reply = post(store, transport, *asked);
    link.note(reply);
    const bool broke = reply.trouble == Trouble::CutShort;
    SyncResult out;
    if (reply.trouble == Trouble::None || (broke && !reply.body.empty())) {
        auto answer = protocol::decodePages(reply.body);
        if (!answer || !answer->whole)
            out = cutShort();
        if (answer && !answer->pages.empty()) {
            correctTime(answer->pages.front(), reply.pace);
            SyncResult applied = applyPages(store, asked->request, answer->pages);
            if (applied.trouble == Trouble::None && out.trouble != Trouble::None) {
                applied.trouble = out.trouble;
                applied.words = out.words;
            }
            out = std::move(applied);
        }
    }
    if (reply.trouble != Trouble::None && out.trouble != Trouble::Full && out.trouble != Trouble::Store) {
        out.trouble = reply.trouble;
        out.words = reply.words;
    }
    out.traffic = reply.traffic;
    out.retryAfter = reply.retryAfter;
    return out;
}

}  // namespace

SyncResult exchange(store::Store& store, transport::Transport& transport) {
    Link link(store.linkMemory());
    return exchange(store, transport, link);
}

SyncResult syncAll(store::Store& store, transport::Transport& transport) {
    constexpr int kAtOnce = 2;
    const Link before(store.linkMemory());
    Link link = before;
    SyncResult out;
    int again = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        SyncResult next = exchange(store, transport, link);
        const bool moved = next.pushed + next.pulled + next.refused.size() > 0;
        out += std::move(next);
        again = moved || out.trouble == Trouble::None ? 0 : again + 1;
        const bool retries = out.trouble == Trouble::CutShort && again <= kAtOnce;
        if (!retries && (out.trouble != Trouble::None || !out.more))
            break;
    }
    (void)store.noteSpent(out.traffic.bytesUp + out.traffic.bytesDown);
    if (link.differsFrom(before) && out.trouble != Trouble::Full)
        (void)store.rememberLink(link.memory());  // it is measured again if that failed
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

net::ClientOptions clientOptions(const store::Store& store) {
    net::ClientOptions out;
    if (const auto enrolment = store.enrolment())
        out.caFile = enrolment->caFile;
    const store::LinkSettings settings = store.linkSettings();
    if (settings.proxy != store::LinkSettings::Proxy::System)
        out.proxy = settings.proxyUrl;  // empty: none
    return out;
}

std::unique_ptr<transport::Transport> transportFor(const store::Store& store) {
    const auto enrolment = store.enrolment();
    if (!enrolment || enrolment->server.empty())
        return nullptr;
    return std::make_unique<transport::HttpTransport>(
        enrolment->server, clientOptions(store), transport::bearer(enrolment->station, enrolment->token));
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
