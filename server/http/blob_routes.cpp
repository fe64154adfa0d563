// SPDX-License-Identifier: Apache-2.0
// GET, HEAD and PUT of /v1/blobs/NAME: attachments, by parts both ways.
#include "fayi/base/limits.h"
#include "routes.h"

namespace fayi::hub {
namespace {

/// How often what nobody names is looked for.
constexpr Millis kTendEvery = std::chrono::hours(1);
/// Read and sent at once of an answer that is longer.
constexpr std::uint64_t kPieceBytes = 256u << 10;

Denied unsatisfiable(std::uint64_t total) {
    return deny(416, "range",
                sentence("附件只有 " + std::to_string(total) + " 字节",
                         "the attachment has " + std::to_string(total) + " bytes"));
}

}  // namespace

net::Response Service::blobRoute(const net::Request& request, std::string_view name) {
    if (!blobs::isBlobName(name))
        return denied(deny(404, "not-found", sentence("枢纽没有这个地址", "the hub has no such address")));
    if (request.method == "PUT")
        return takeBlob(request, std::string(name));
    if (request.method == "GET" || request.method == "HEAD")
        return readBlob(request, std::string(name));
    net::Response out =
        denied(deny(405, "method", sentence("这个地址不支持此请求方法", "this address has no such method")));
    out.headers.push_back({"Allow", "GET, HEAD, PUT"});
    return out;
}

net::Response Service::readBlob(const net::Request& request, const std::string& name) {
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    Context context = borrowed.context();
    const auto answer = readableBlob(context, *m_blobs, *credentials, name);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    ++m_counters.blobsRead;
    return partOf(request, name, std::get<std::uint64_t>(*answer));
}

/// The blob or a part of it, read piece by piece as it is sent: a hub with many stations holds no whole ones.
net::Response Service::partOf(const net::Request& request, const std::string& name, std::uint64_t total) {
    const std::string* header = request.header("Range");
    const blobs::Asked asked = header != nullptr ? blobs::parseRange(*header, total) : blobs::Asked();
    if (asked.kind == blobs::Asked::Kind::Unsatisfiable) {
        net::Response out = denied(unsatisfiable(total));
        out.headers.push_back({"Content-Range", blobs::toText(blobs::ContentRange{std::nullopt, total})});
        return out;
    }
    const bool part = asked.kind == blobs::Asked::Kind::Part;
    net::Response out = reply(part ? 206 : 200, protocol::kBlobMedia, {});
    out.headers.push_back({"Accept-Ranges", "bytes"});
    if (part)
        out.headers.push_back({"Content-Range", blobs::toText(blobs::ContentRange{asked.range, total})});
    out.moreBytes = part ? asked.range.count() : total;
    out.more = [this, name, at = part ? asked.range.first : 0, left = out.moreBytes]() mutable -> Bytes {
        const auto piece = m_blobs->keeper->read(name, at, std::min(left, kPieceBytes));
        if (!piece) {
            (void)failed(piece.error());  // counted and told; the answer breaks off
            return {};
        }
        at += piece->size();
        left -= piece->size();
        return *piece;
    };
    return out;
}

net::Response Service::takeBlob(const net::Request& request, const std::string& name) {
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    const std::string* header = request.header("Content-Range");
    const auto range = header != nullptr ? blobs::parseContentRange(*header) : std::nullopt;
    if (!range)
        return denied(deny(400, "malformed",
                           sentence("缺少或无法识别 Content-Range", "Content-Range is missing or wrong")));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const std::lock_guard uploading(m_uploading[std::hash<std::string>{}(name) % m_uploading.size()]);
    Context context = borrowed.context();
    const auto answer = takeChunk(context, *m_blobs, *credentials, {name, *range, request.body});
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    const auto& progress = std::get<protocol::BlobProgress>(*answer);
    if (progress.stored && range->range)
        ++m_counters.blobsReceived;
    return reply(200, protocol::kJsonMedia, protocol::toJson(progress).dump());
}

/// Once an hour, by whichever request comes then.
void Service::tendBlobs() {
    if (m_blobs == nullptr)
        return;
    const std::int64_t now = m_clock.now().count();
    std::int64_t last = m_tended;
    if (std::abs(now - last) < kTendEvery.count() || !m_tended.compare_exchange_strong(last, now))
        return;
    Borrowed borrowed(*this);
    if (borrowed.error() != nullptr)
        return;
    Context context = borrowed.context();
    if (const Status done = collectBlobs(context, *m_blobs); !done && m_log)
        m_log(done.error());
}

}  // namespace fayi::hub
