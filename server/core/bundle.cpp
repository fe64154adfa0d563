// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/bundle.h"

#include "admission.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/blob.h"
#include "fayi/protocol/testimony.h"
#include "fayi/server/enrol.h"
#include "fayi/server/rejoin.h"
#include "fayi/server/testimony.h"
#include "hub_key.h"

namespace fayi::hub {
namespace {

using protocol::BundleHead;
using protocol::BundleHeader;
using protocol::BundleItem;
using protocol::BundleReader;
using protocol::SyncRequest;
using protocol::SyncResponse;
using Denial = std::optional<Denied>;

constexpr std::uint64_t kGood = 200, kPart = 206;
/// Stands in the place of an answer that is made when the bundle is written: an attachment that was asked
/// for.
constexpr std::uint64_t kAsked = 0;

Denied unreadable(const Error& error) {
    return deny(400, error.code == ErrorCode::TooNew ? "version" : "malformed", error.message);
}

Denied otherDistrict(const std::string& theirs, const std::string& ours) {
    return deny(409, "district",
                {"这个数据包是给区县 " + theirs + " 的，本枢纽是 " + ours,
                 "this bundle is for the district " + theirs + "; this hub is that of " + ours});
}

Denied wrongWay(const BundleHeader& header) {
    return deny(409, "malformed",
                {"这是给工作站“" + header.stationName + "”的回信，请在那台电脑上读取",
                 "this is an answer to the station " + header.stationName + ": read it on that computer"});
}

Denied notSealedToUs() {
    return deny(400, "malformed",
                {"数据包不是加密给本枢纽的，或抬头已被改动",
                 "the bundle was not sealed to this hub, or what is written outside was altered"});
}

Json itemsJson(const std::vector<BundleItem>& items) {
    Json out = Json::array();
    for (const BundleItem& item : items)
        out.push_back(
            Json::array({item.target, item.status, Json::binary({item.body.begin(), item.body.end()})}));
    return out;
}

/// Our own bytes.
Result<std::vector<BundleItem>> itemsFrom(const Bytes& bytes) {
    FAYI_LET(json, protocol::fromCbor(bytes));
    std::vector<BundleItem> out;
    for (const Json& item : json) {
        const auto& body = item.at(2).get_binary();
        out.push_back({item.at(0).get<std::string>(), item.at(1).get<std::uint64_t>(),
                       Bytes(body.begin(), body.end())});
    }
    return out;
}

/// One bundle as it is taken.
class Taking {
public:
    Taking(Context& context, BlobStore* blobs) : m_context(context), m_store(context.store), m_blobs(blobs) {}

    Answer<BundleTaken> run(const BundleBytes& bytes);

private:
    /// Whole, for us, and signed by the pen it names.
    Result<Denial> examine(const BundleBytes& bytes);
    Result<BundleReader> opened(const BundleBytes& bytes);
    Result<Denial> take(const BundleItem& item);
    Result<Denial> enrolIt(const BundleItem& item);
    Status rejoinIt(const BundleItem& item);
    Result<Denial> hearIt(const BundleItem& item);
    Result<Denial> push(const BundleItem& item);
    Result<Denial> takePiece(const BundleItem& item, const protocol::BlobPiece& piece);
    Result<Denial> prove();
    void say(const BundleItem& to, std::uint64_t status, Bytes body);
    Denial stop(const BundleItem& item, Denied denied);
    Result<bool> isOlder();
    Status keep();

    Context& m_context;
    HubStore& m_store;
    BlobStore* const m_blobs;
    std::size_t m_asked = 0;
    HubIdentity m_hub;
    BundleHead m_head;
    Credentials m_credentials;
    std::vector<BundleItem> m_answers;
    std::optional<SyncRequest> m_last;
    bool m_proven = false;  ///< the pen that signed is one of the station
    bool m_taken = false;   ///< something was answered well
    bool m_over = false;    ///< the station has to hear the answer before it goes on
    BundleTaken m_out;
};

Result<BundleReader> Taking::opened(const BundleBytes& bytes) {
    FAYI_LET(source, bytes());
    return BundleReader::open(std::move(source));
}

Result<Denial> Taking::examine(const BundleBytes& bytes) {
    auto reader = opened(bytes);
    if (!reader)
        return reader.error().code == ErrorCode::Io ? Result<Denial>(reader.error())
                                                    : Denial(unreadable(reader.error()));
    if (reader->header().isAnswer())
        return Denial(wrongWay(reader->header()));
    if (reader->header().district != m_hub.district)
        return Denial(otherDistrict(reader->header().district, m_hub.district));
    if (!reader->unlock(bundleKey(m_hub)))
        return Denial(notSealedToUs());
    bool headed = false;
    for (;;) {
        const auto item = reader->next();
        if (!item)
            return Denial(unreadable(item.error()));
        if (!*item)
            break;
        if (headed)
            continue;
        const auto head = protocol::decodeBundleHead((*item)->body);
        if ((*item)->target != protocol::kHeadTarget || !head)
            return Denial(deny(400, "malformed", {"数据包没有抬头", "the bundle has no head"}));
        m_head = *head;
        headed = true;
    }
    if (!headed || !verifySignature(m_head.publicKey, reader->message(), reader->signature()))
        return Denial(
            deny(400, "signature", {"数据包的签名不对", "the bundle is not signed by the pen it names"}));
    m_out.answer.id = reader->header().id;
    m_out.answer.clock = m_head.clock;
    m_out.answer.sealKey = m_head.sealKey;
    m_credentials = {m_head.station, m_head.token, false};
    return Denial();
}

void Taking::say(const BundleItem& to, std::uint64_t status, Bytes body) {
    m_answers.push_back({to.target, status, std::move(body)});
}

/// Before anything was taken the bundle is denied as a whole; later the rest is left.
Denial Taking::stop(const BundleItem& item, Denied denied) {
    if (!m_taken)
        return denied;
    say(item, static_cast<std::uint64_t>(denied.status), protocol::toJson(denied.denial).dump());
    m_out.stopped = std::move(denied);
    m_over = true;
    return {};
}

Result<Denial> Taking::enrolIt(const BundleItem& item) {
    const auto request = protocol::enrolRequestFrom(Json::parse(item.body, nullptr, false));
    if (!request)
        return Denial(deny(400, "malformed", request.error().message));
    if (request->pen.replica != m_head.replica || request->pen.publicKey != m_head.publicKey)
        return Denial(
            deny(400, "signature",
                 {"申请加入的笔没有签署这个数据包", "the pen that asks to enrol has not signed this"}));
    FAYI_LET(answer, enrol(m_context, *request, AskedBy::Bundle));
    if (auto* denied = std::get_if<Denied>(&answer))
        return Denial(std::move(*denied));
    const auto& enrolled = std::get<protocol::EnrolResponse>(answer);
    m_credentials = {enrolled.station, enrolled.token, false};
    m_out.enrolled = m_taken = true;
    say(item, kGood, protocol::toJson(enrolled).dump());
    return Denial();
}

/// A hub that has forgotten nothing says no, and nothing is wrong.
Status Taking::rejoinIt(const BundleItem& item) {
    const auto certificates = protocol::rejoinFrom(Json::parse(item.body, nullptr, false));
    if (!certificates) {
        say(item, 400, {});
        return {};
    }
    FAYI_LET(answer, rejoin(m_context, m_credentials, *certificates));
    const auto* denied = std::get_if<Denied>(&answer);
    say(item, denied != nullptr ? static_cast<std::uint64_t>(denied->status) : kGood, {});
    return {};
}

/// The pen that signed belongs to the station it speaks for: the hub knows it, or the token says so for a pen
/// that the hub has still to hear of.
Result<Denial> Taking::prove() {
    if (m_proven)
        return Denial();
    FAYI_LET(station, m_store.station(m_credentials.station));
    if (!station)
        return Denial(deny(401, "token", {"枢纽不认识这台电脑", "the hub does not know this station"}));
    FAYI_LET(pen, m_store.pen(m_head.replica));
    const bool known = pen && pen->station == station->number && pen->publicKey == m_head.publicKey;
    if (!known && (pen || !isProven(*station, m_credentials)))
        return Denial(
            deny(409, "pen", {"签名的笔不属于这台电脑", "the pen that signed is not one of this station"}));
    if (known) {
        FAYI_LET(author, authorOf(m_store, pen->person));
        if (author.now().revokedNow)
            return Denial(deny(
                403, "revoked",
                {"数据包由 " + author.now().name + " 签名，此人的授权已被立即撤销",
                 "the bundle is signed by " + author.now().name + ", whose authority was revoked at once"}));
    }
    m_credentials.signedFor = m_proven = true;
    m_out.stationName = station->name;
    return Denial();
}

Result<Denial> Taking::hearIt(const BundleItem& item) {
    const auto testimony = protocol::decodeTestimony(item.body);
    if (!testimony)
        return stop(item, unreadable(testimony.error()));
    FAYI_LET(answer, testify(m_context, m_credentials, *testimony));
    if (auto* denied = std::get_if<Denied>(&answer))
        return stop(item, std::move(*denied));
    m_taken = true;
    say(item, kGood, protocol::encode(std::get<protocol::TestimonyAnswer>(answer)));
    return Denial();
}

/// As a page that is not the last: taken, and no news; these are read when the answer is written.
Result<Denial> Taking::push(const BundleItem& item) {
    auto request = protocol::decodeSyncRequest(item.body);
    if (!request)
        return stop(item, unreadable(request.error()));
    request->more = true;
    SyncCounts counts;
    FAYI_LET(answer, sync(m_context, m_credentials, *request, &counts));
    if (auto* denied = std::get_if<Denied>(&answer))
        return stop(item, std::move(*denied));
    m_taken = true;
    m_out.counts.accepted += counts.accepted;
    m_out.counts.refused += counts.refused;
    m_out.counts.known += counts.known;
    auto& response = std::get<SyncResponse>(answer);
    const bool another = request->cursor.epoch != 0 && response.cursor.epoch != request->cursor.epoch;
    m_over = another || !response.forked.empty();
    response.dictionary = protocol::newestDictionary();
    say(item, kGood, protocol::encode(response, std::min(request->dictionary, response.dictionary)));
    m_last = std::move(*request);
    return Denial();
}

/// What is wrong with one attachment keeps none of the others back.
Result<Denial> Taking::takePiece(const BundleItem& item, const protocol::BlobPiece& piece) {
    if (m_blobs == nullptr || !blobs::isBlobName(piece.name) || m_asked >= protocol::kMostAsked) {
        say(item, 404, {});
        return Denial();
    }
    if (!piece.total) {
        ++m_asked;
        say(item, kAsked, {});
        return Denial();
    }
    const std::uint64_t count = std::max<std::uint64_t>(item.body.size(), 1);
    const Chunk chunk{
        piece.name, {blobs::Range{piece.first, piece.first + count - 1}, *piece.total}, item.body};
    FAYI_LET(answer, takeChunk(m_context, *m_blobs, m_credentials, chunk));
    if (const auto* denied = std::get_if<Denied>(&answer)) {
        say(item, static_cast<std::uint64_t>(denied->status), protocol::toJson(denied->denial).dump());
        return Denial();
    }
    const auto& progress = std::get<protocol::BlobProgress>(answer);
    const bool last = piece.first + item.body.size() == *piece.total;
    m_out.attachments += progress.stored && last ? 1 : 0;
    m_taken = true;
    say(item, kGood, protocol::toJson(progress).dump());
    return Denial();
}

Result<Denial> Taking::take(const BundleItem& item) {
    if (item.target == protocol::kEnrolTarget)
        return enrolIt(item);
    if (item.target == protocol::kRejoinTarget) {
        FAYI_TRY(rejoinIt(item));
        return Denial();
    }
    FAYI_LET(stranger, prove());
    if (stranger)
        return stranger;
    if (item.target == protocol::kTestifyTarget)
        return hearIt(item);
    if (item.target == protocol::kSyncTarget)
        return push(item);
    if (const auto piece = protocol::blobPieceFrom(item.target))
        return takePiece(item, *piece);
    say(item, 404, {});  // of a later version: whoever wrote it will see
    return Denial();
}

/// Another bundle of this store, written later, has told all of this before.
Result<bool> Taking::isOlder() {
    FAYI_LET(before, m_store.bundle(m_credentials.station));
    if (!before || before->follow.empty() || !m_last || before->sealKey != m_head.sealKey ||
        before->clock <= m_head.clock)
        return false;
    FAYI_LET(later, protocol::decodeSyncRequest(before->follow));
    return std::ranges::all_of(m_last->own, [&, &said = later.own](const auto& own) {
        const auto at = std::ranges::find(said, own.replica, &merge::VersionVector::Entry::replica);
        return at != said.end() && own.seq <= at->seq;
    });
}

Status Taking::keep() {
    m_out.answer.station = m_credentials.station;
    FAYI_LET(older, isOlder());
    m_out.older = older;
    m_out.answer.answers = protocol::toCbor(itemsJson(m_answers));
    if (m_last && !m_over && !older) {
        m_last->changes.clear();
        m_last->heads.clear();
        m_last->pens.clear();
        m_last->receipts.clear();
        m_last->more = false;
        m_out.answer.follow = protocol::encode(*m_last);
    }
    if (older)
        return {};
    WriteScope transaction(m_store);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(m_store.putBundle(m_out.answer));
    return transaction.commit();
}

Answer<BundleTaken> Taking::run(const BundleBytes& bytes) {
    using Said = std::variant<BundleTaken, Denied>;
    FAYI_LET(hub, m_store.identity());
    m_hub = std::move(hub);
    FAYI_LET(refused, examine(bytes));
    if (refused)
        return Said(std::move(*refused));
    FAYI_LET(reader, opened(bytes));
    (void)reader.unlock(bundleKey(m_hub));
    FAYI_LET(head, reader.next());
    while (!m_over) {
        FAYI_LET(item, reader.next());
        if (!item)
            break;
        FAYI_LET(denied, take(*item));
        if (denied)
            return Said(std::move(*denied));
    }
    FAYI_LET(stranger, prove());
    if (stranger)
        return Said(std::move(*stranger));
    FAYI_TRY(keep());
    return Said(std::move(m_out));
}

/// The answer to one bundle as it is written.
class Answering {
public:
    Answering(Context& context, BlobStore* blobs, std::uint64_t station, protocol::BundleWriter& writer,
              std::uint64_t most)
        : m_context(context),
          m_blobs(blobs),
          m_credentials{station, {}, true},
          m_writer(writer),
          m_most(most) {}

    Result<BundleAnswered> run(const ReadBundle& bundle) {
        FAYI_LET(items, itemsFrom(bundle.answers));
        for (const BundleItem& item : items)
            if (item.status != kAsked)
                FAYI_TRY(m_writer.add(item));
        if (!bundle.follow.empty())
            FAYI_TRY(addNews(bundle.follow));
        for (const BundleItem& item : items)
            if (item.status == kAsked && m_blobs != nullptr)
                FAYI_TRY(addBlob(item.target));
        return m_out;
    }

private:
    bool isFull() const { return m_writer.bytes() > m_most; }

    Status addNews(const Bytes& follow) {
        FAYI_LET(request, protocol::decodeSyncRequest(follow));
        m_out.more = true;
        while (m_out.more && !isFull() && m_out.pages < protocol::kMostPages) {
            FAYI_LET(answer, sync(m_context, m_credentials, request));
            ++m_out.pages;
            if (const auto* denied = std::get_if<Denied>(&answer)) {
                m_out.more = false;
                return m_writer.add({std::string(protocol::kSyncTarget),
                                     static_cast<std::uint64_t>(denied->status),
                                     protocol::toJson(denied->denial).dump()});
            }
            auto& response = std::get<SyncResponse>(answer);
            response.dictionary = protocol::newestDictionary();
            const auto with = std::min(request.dictionary, response.dictionary);
            FAYI_TRY(
                m_writer.add({std::string(protocol::kSyncTarget), kGood, protocol::encode(response, with)}));
            m_out.more = response.more && response.forked.empty();
            request = protocol::followUp(request, response);
        }
        return {};
    }

    /// From where the station has come to; what it may not read, and what is not here, is left out.
    Status addBlob(const std::string& target) {
        auto piece = protocol::blobPieceFrom(target);
        if (!piece)
            return {};
        FAYI_LET(answer, readableBlob(m_context, *m_blobs, m_credentials, piece->name));
        const auto* total = std::get_if<std::uint64_t>(&answer);
        if (total == nullptr)
            return {};
        piece->total = *total;
        while (piece->first < *total) {
            if (isFull() || m_pieces == protocol::kMostPieces) {
                m_out.more = true;
                return {};
            }
            const auto count = std::min<std::uint64_t>(limits::kBlobChunkBytes, *total - piece->first);
            FAYI_LET(bytes, m_blobs->keeper->read(piece->name, piece->first, count));
            if (bytes.empty())
                return {};
            const std::uint64_t next = piece->first + bytes.size();
            FAYI_TRY(m_writer.add({protocol::targetOf(*piece), kPart, std::move(bytes)}));
            ++m_pieces;
            piece->first = next;
        }
        ++m_out.attachments;
        return {};
    }

    Context& m_context;
    BlobStore* const m_blobs;
    const Credentials m_credentials;
    protocol::BundleWriter& m_writer;
    const std::uint64_t m_most;
    std::size_t m_pieces = 0;
    BundleAnswered m_out;
};

}  // namespace

Answer<BundleTaken> takeBundle(Context& context, const BundleBytes& bytes, BlobStore* blobs) {
    return Taking(context, blobs).run(bytes);
}

Answer<BundleAnswered> answerBundle(Context& context, const ReadBundle& bundle,
                                    const protocol::BundleWriter::Sink& sink, BlobStore* blobs,
                                    std::uint64_t most) {
    using Said = std::variant<BundleAnswered, Denied>;
    FAYI_LET(hub, context.store.identity());
    FAYI_LET(station, context.store.station(bundle.station));
    if (!station)
        return Said(deny(401, "token", {"枢纽没有这台电脑", "the hub has no such station"}));
    BundleHeader header{hub.district,    context.random.bytes(protocol::kBundleIdBytes),
                        bundle.sealKey,  bundle.id,
                        station->number, station->name};
    FAYI_LET(writer, protocol::BundleWriter::begin(header, sink, context.random));
    FAYI_LET(out, Answering(context, blobs, station->number, writer, most).run(bundle));
    const SigningKey key = bundleSignature(hub);
    FAYI_TRY(writer.finish([&key](std::string_view message) -> Result<Bytes> { return key.sign(message); }));
    out.bytes = writer.bytes();
    out.stationName = station->name;
    return Said(std::move(out));
}

}  // namespace fayi::hub
