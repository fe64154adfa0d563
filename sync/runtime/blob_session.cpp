// SPDX-License-Identifier: Apache-2.0
#include "fayi/runtime/blob_session.h"

#include <set>

#include "fayi/base/limits.h"
#include "fayi/blobs/ranges.h"
#include "fayi/protocol/blob.h"
#include "fayi/store/sync_days.h"

namespace fayi::runtime {
namespace {

using blobs::ContentRange;
using protocol::Trouble;
using store::Attachment;
using store::Attachments;

/// A chunk is to take about so long: little is lost on a link that breaks every half a minute, and little is
/// spent on waiting for answers on a good one.
constexpr Millis kShortChunk = std::chrono::seconds(2), kLongChunk = std::chrono::seconds(6);
constexpr std::size_t kFirstChunk = 32u << 10, kLeastChunk = 16u << 10;
/// Above this the hub is asked first what it has: it may have all of it.
constexpr std::uint64_t kAskAbove = 64u << 10;
/// Steps of one go: 1.6 GB of the least chunks. More is no transfer but a loop.
constexpr int kMostSteps = 100'000;
/// How often the hub may fall back behind what it had acknowledged, in one go.
constexpr int kMostSetbacks = 20;

SyncResult storeTrouble(const Error& error) {
    if (error.code != ErrorCode::Full)
        return failed(Trouble::Store, error.message);
    return failed(Trouble::Store,
                  {"本机磁盘已满，附件没有收完；腾出空间后会接着收，已收到的不会重收",
                   "this computer's disk is full, an attachment is not whole yet; when there is "
                   "room it goes on from where it stands"});
}

SyncResult notUnderstood() {
    return failed(Trouble::CutShort,
                  {"服务器的回答不完整或无法识别，稍后会自动重试",
                   "the server's answer was cut short or not understood; it will be tried again"});
}

/// What came of a request, before its content is looked at.
SyncResult resultOf(const transport::Reply& reply) {
    SyncResult out;
    out.trouble = reply.trouble;
    out.words = reply.words;
    out.traffic = reply.traffic;
    out.retryAfter = reply.retryAfter;
    return out;
}

/// A trouble of one attachment only: it is tried again some other time, and the others go on.
SyncResult laidAside(Attachments& book, const std::string& name, SyncResult out, Text notice) {
    out.trouble = Trouble::None;
    out.words = {};
    out.notice = std::move(notice);
    if (const Status noted = book.noteMiss(name); !noted)
        out += storeTrouble(noted.error());
    return out;
}

Text alteredWords() {
    return {"收到的附件内容与其编号不符，已丢弃，稍后重新接收",
            "an attachment arrived altered; it was thrown away and will be fetched again"};
}

/// The part that an answer carries, if it is what was asked for; what broke off is a beginning of it.
std::optional<std::uint64_t> totalOf(const transport::Reply& reply, std::uint64_t first, std::uint64_t most) {
    const std::string* header = net::findHeader(reply.headers, "Content-Range");
    const auto part = header != nullptr ? blobs::parseContentRange(*header) : std::nullopt;
    const bool good = part && part->range && part->range->first == first && part->total <= most &&
                      reply.body.size() <= part->range->count();
    return good ? std::optional(part->total) : std::nullopt;
}

/// A piece of an attachment, behind what is here.
SyncResult fetchPiece(Attachments& book, transport::Transport& transport, const Attachment& wanted) {
    net::Request request;
    request.target = protocol::blobTarget(wanted.name);
    request.headers.push_back({"Range", "bytes=" + std::to_string(wanted.here) + "-" +
                                            std::to_string(wanted.here + limits::kBlobChunkBytes - 1)});
    const transport::Reply reply = transport.send(request, protocol::kBlobMedia);
    SyncResult out = resultOf(reply);
    if (reply.code == "no-blob")
        return laidAside(book, wanted.name, std::move(out), {});
    if (reply.code == "range") {
        if (const Status reset = book.noteLost(wanted.name); !reset)
            return storeTrouble(reset.error());
        return laidAside(book, wanted.name, std::move(out), {});
    }
    if (!reply.code.empty())
        return out;
    const auto total =
        totalOf(reply, wanted.here, wanted.thumbnail ? limits::kThumbnailBytes : limits::kBlobBytes);
    if (!total && out.trouble == Trouble::None)
        return laidAside(book, wanted.name, std::move(out), {});
    if (!total || reply.body.empty())
        return out;
    const auto kept = book.addPiece(wanted, *total, reply.body);
    if (!kept) {
        out += storeTrouble(kept.error());
        return out;
    }
    if (!*kept)
        return laidAside(book, wanted.name, std::move(out), alteredWords());
    out.blobsDown = wanted.here + reply.body.size() == *total ? 1 : 0;
    return out;
}

/// Attachments over one transport, a request a step.
class BlobSession {
public:
    BlobSession(Attachments& book, transport::Transport& transport, const Clock& clock)
        : m_book(book), m_transport(transport), m_clock(clock) {}

    /// Nothing: there is nothing to do.
    Result<std::optional<SyncResult>> step() {
        FAYI_LET(little, m_book.nextUp(true));
        if (little)
            return std::optional(send(*little));
        FAYI_LET(wanted, m_book.nextDown());
        if (wanted)
            return std::optional(fetchPiece(m_book, m_transport, *wanted));
        FAYI_LET(original, m_book.nextUp(false));
        if (original)
            return std::optional(send(*original));
        return std::optional<SyncResult>();
    }

private:
    SyncResult send(const Attachment& ours) {
        const std::uint64_t total = *ours.bytes;
        const bool asks = ours.sent == 0 && total > kAskAbove && m_asked.insert(ours.name).second;
        Bytes chunk;
        if (!asks) {
            const std::uint64_t left = total - ours.sent;
            const auto read =
                m_book.files().read(ours.name, ours.sent, std::min<std::uint64_t>(m_chunk, left));
            if (!read || read->empty())
                return lost(ours);
            chunk = *read;
        }
        ContentRange range{std::nullopt, total};
        if (!asks)
            range.range = blobs::Range{ours.sent, ours.sent + chunk.size() - 1};
        net::Request request{"PUT", protocol::blobTarget(ours.name), {}, std::move(chunk)};
        request.headers.push_back({"Content-Range", blobs::toText(range)});
        request.headers.push_back({"Content-Type", std::string(protocol::kBlobMedia)});
        const Millis began = m_clock.steady();
        const transport::Reply reply = m_transport.send(request, protocol::kJsonMedia);
        if (!asks)
            adapt(m_clock.steady() - began, reply.trouble == Trouble::None);
        return answered(ours, asks, reply);
    }

    SyncResult answered(const Attachment& ours, bool asks, const transport::Reply& reply) {
        SyncResult out = resultOf(reply);
        if (reply.code == "mismatch")
            return mismatched(ours, std::move(out));
        if (reply.code == "too-large")
            return laidAside(m_book, ours.name, std::move(out), reply.words);
        if (out.trouble != Trouble::None)
            return out;
        const auto progress = protocol::blobProgressFrom(reply.body);
        if (!progress || progress->have > *ours.bytes) {
            out += notUnderstood();
            return out;
        }
        if (!asks && !progress->stored && progress->have <= ours.sent && ++m_setbacks > kMostSetbacks) {
            out += notUnderstood();
            return out;
        }
        out.blobsUp = progress->stored && !asks ? 1 : 0;
        const Status noted =
            progress->stored ? m_book.noteAtHub(ours.name) : m_book.noteSent(ours.name, progress->have);
        if (!noted)
            out += storeTrouble(noted.error());
        return out;
    }

    /// The hub threw away what arrived: was it ours that is broken?
    SyncResult mismatched(const Attachment& ours, SyncResult out) {
        const auto sound = m_book.files().isSound(ours.name);
        if (sound && *sound)
            return laidAside(
                m_book, ours.name, std::move(out),
                {"附件在传输中损坏，区县已丢弃，稍后重新上传",
                 "an attachment arrived altered at the hub and was thrown away there; it will be "
                 "sent again"});
        out += lost(ours);
        return out;
    }

    SyncResult lost(const Attachment& ours) {
        SyncResult out;
        out.notice = {"附件的文件不见了或已损坏，无法上传：" + ours.name,
                      "the file of an attachment is gone or damaged and cannot be sent: " + ours.name};
        if (const Status noted = m_book.noteLost(ours.name); !noted)
            return storeTrouble(noted.error());
        return out;
    }

    void adapt(Millis took, bool good) {
        if (!good || took > kLongChunk)
            m_chunk = std::max(kLeastChunk, m_chunk / 2);
        else if (took < kShortChunk)
            m_chunk = std::min(limits::kBlobChunkBytes, m_chunk * 2);
    }

    Attachments& m_book;
    transport::Transport& m_transport;
    const Clock& m_clock;
    std::size_t m_chunk = kFirstChunk;
    std::set<std::string> m_asked;
    int m_setbacks = 0;
};

/// The records are through; the person should know that.
SyncResult afterRecords(store::Store& store, SyncResult out) {
    if (out.trouble == Trouble::None)
        return out;
    out.words = {"记录已全部同步；附件还没有传完：" + out.words.zh,
                 "all records are synced; attachments are not through: " + out.words.en};
    out.recordsThrough = true;
    (void)store.rememberSync(out.words);  // what it is about counts, not whether it can be remembered
    return out;
}

/// Own records that were saved meanwhile go between two chunks. False: they do not get through.
bool sendRecords(store::Store& store, transport::Transport& transport, SyncResult& out) {
    if (!store.hasUnsent())
        return true;
    out += syncAll(store, transport);
    return out.trouble == Trouble::None && !store.hasUnsent();
}

SyncResult carry(store::Store& store, Attachments& book, transport::Transport& transport, const Clock& clock,
                 const SyncWishes& wishes) {
    SyncResult out;
    BlobSession session(book, transport, clock);
    const Millis began = clock.steady();
    for (int steps = 0; steps < kMostSteps; ++steps) {
        if (!sendRecords(store, transport, out))
            return out;
        if (wishes.atMost && clock.steady() - began >= *wishes.atMost) {
            out.more = true;
            return out;
        }
        auto next = session.step();
        if (!next) {
            out += storeTrouble(next.error());
            return afterRecords(store, std::move(out));
        }
        if (!*next)
            return out;
        out += std::move(**next);
        if (wishes.stepped)
            wishes.stepped();
        if (out.trouble != Trouble::None)
            return afterRecords(store, std::move(out));
    }
    return out;
}

SyncResult carryAll(store::Store& store, transport::Transport& transport, const Clock& clock,
                    const SyncWishes& wishes) {
    SyncResult out = syncAll(store, transport);
    if (out.trouble != Trouble::None || store.healing() != store::Healing::None)
        return out;
    const auto book = Attachments::open(store.folder(), clock);
    if (!book) {
        out += storeTrouble(book.error());
        return out;
    }
    if (const Status noted = (*book)->noteEpoch(); !noted)
        out += storeTrouble(noted.error());
    else if (wishes.attachments)
        out += carry(store, **book, transport, clock, wishes);
    if (const Status collected = (*book)->collect(); !collected && out.trouble == Trouble::None)
        out += storeTrouble(collected.error());
    return out;
}

/// How it went, for whoever asks later. Nothing hangs on it: a full disk is told where records are kept.
void remember(const store::Store& store, const Clock& clock, const SyncResult& result) {
    const bool worked = result.trouble == Trouble::None;
    const auto days = store::SyncDays::open(store.folder(), clock);
    if (days)
        (void)(*days)->note({.tries = 1,
                             .failures = worked ? 0U : 1U,
                             .pushed = result.pushed,
                             .pulled = result.pulled,
                             .refused = result.refused.size(),
                             .blobsUp = result.blobsUp,
                             .blobsDown = result.blobsDown,
                             .bytesUp = result.traffic.bytesUp,
                             .bytesDown = result.traffic.bytesDown,
                             .last = worked ? clock.now() : Millis(0),
                             .problem = worked ? Text() : result.words});
}

}  // namespace

SyncResult syncWithAttachments(store::Store& store, transport::Transport& transport, const Clock& clock,
                               const SyncWishes& wishes) {
    SyncResult out = carryAll(store, transport, clock, wishes);
    remember(store, clock, out);
    return out;
}

SyncResult fetchBlob(store::Attachments& book, transport::Transport& transport, const std::string& name) {
    SyncResult out;
    for (int steps = 0; steps < kMostSteps; ++steps) {
        const auto before = book.find(name);
        if (!before)
            return storeTrouble(before.error());
        if (*before && (*before)->whole())
            return out;
        const bool known = before->has_value();
        if (known)
            out += fetchPiece(book, transport, **before);
        if (known && out.trouble != Trouble::None)
            return out;
        const auto after = book.find(name);
        if (known && after && *after && (*after)->here > (*before)->here)
            continue;
        return failed(Trouble::Busy, out.notice.zh.empty()
                                         ? Text{"区县还没有收到这个附件的内容；它在添加它的电脑上",
                                                "the hub does not have this attachment yet; it is on the "
                                                "computer that added it"}
                                         : out.notice);
    }
    return out;
}

}  // namespace fayi::runtime
