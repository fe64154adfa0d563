// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "fayi/base/limits.h"
#include "fayi/protocol/answer_pages.h"
#include "fayi/protocol/compress.h"
#include "fayi/server/bundle.h"
#include "fayi/server/lock.h"
#include "routes.h"

namespace fayi::hub {
namespace {

/// For a station that says its link is slow: a tenth smaller than the usual, for some milliseconds a page.
constexpr int kSlowLinkLevel = 9;
constexpr std::string_view kMetricsTarget = "/metrics";
constexpr std::string_view kMetricsMedia = "text/plain; version=0.0.4";

Denied wrongMedia(std::string_view expected) {
    const std::string media(expected);
    return deny(415, "media-type",
                sentence("内容的类型应为 " + media, "the content must be of type " + media));
}

bool hasMedia(const net::Request& request, std::string_view expected) {
    const std::string* type = request.header("Content-Type");
    return type != nullptr && net::mediaType(*type) == expected;
}

Denied wrongVersion() {
    const std::string ours = std::to_string(protocol::kVersion);
    return deny(426, "version",
                sentence("枢纽使用协议第 " + ours + " 版；请升级本程序，数据不会丢失",
                         "the hub speaks version " + ours +
                             " of the protocol; update this program, nothing is lost"));
}

/// The version a body states, read without believing anything else of it.
std::optional<std::int64_t> statedVersion(std::string_view body) {
    constexpr char kZstdMagic = 0x28;
    Bytes plain(body);
    if (!body.empty() && body[0] == kZstdMagic) {
        auto inflated = protocol::decompress(body, limits::kInflatedBytes);
        if (!inflated)
            return std::nullopt;
        plain = std::move(*inflated);
    }
    const auto message = protocol::fromCbor(plain);
    if (!message || !message->is_object() || !message->contains("v") || !(*message)["v"].is_number_integer())
        return std::nullopt;
    return (*message)["v"].get<std::int64_t>();
}

Denied badSync(std::string_view body, const Error& error) {
    const auto version = statedVersion(body);
    if (version && *version != protocol::kVersion)
        return wrongVersion();
    return deny(400, error.code == ErrorCode::TooNew ? "dictionary" : "malformed", error.message);
}

/// The JSON of an enrolment, at most as deep as our own messages are.
Result<Json> parseJson(const Bytes& body) {
    constexpr int kDepth = 8;
    const Json::parser_callback_t bounded = [](int depth, Json::parse_event_t, Json&) {
        return depth <= kDepth;
    };
    Json json = Json::parse(body, bounded, false);
    if (!json.is_object())
        return Error{ErrorCode::Validation, sentence("不是 JSON 对象", "it is no JSON object")};
    return json;
}

}  // namespace

Service::Service(StoreFactory stores, const Clock& clock, Random& random, Log log, BlobStore* blobs)
    : m_stores(std::move(stores)), m_clock(clock), m_random(random), m_log(std::move(log)), m_blobs(blobs) {}
Service::~Service() = default;

Result<std::unique_ptr<HubStore>> Service::borrow() {
    {
        const std::lock_guard lock(m_idleMutex);
        if (!m_idle.empty()) {
            auto store = std::move(m_idle.back());
            m_idle.pop_back();
            return store;
        }
    }
    return m_stores();
}

void Service::giveBack(std::unique_ptr<HubStore> store) {
    const std::lock_guard lock(m_idleMutex);
    m_idle.push_back(std::move(store));
}

net::Response Service::denied(const Denied& denied) {
    ++m_counters.denials;
    net::Response out = reply(denied.status, protocol::kJsonMedia, toJson(denied.denial).dump());
    if (denied.retryAfter.count() > 0)
        out.headers.push_back({"Retry-After", std::to_string(denied.retryAfter.count())});
    return out;
}

net::Response Service::failed(const Error& error) {
    ++m_counters.failures;
    if (m_log)
        m_log(error);
    const bool busy = error.code == ErrorCode::Io, full = error.code == ErrorCode::Full;
    const protocol::Denial words{busy   ? "busy"
                                 : full ? "full"
                                        : "hub",
                                 {"枢纽出错：" + error.message.zh, "the hub failed: " + error.message.en}};
    net::Response out = reply(busy ? 503 : full ? 507 : 500, protocol::kJsonMedia, toJson(words).dump());
    if (busy)
        out.headers.push_back({"Retry-After", "10"});
    return out;
}

net::Response Service::refusal(int status) {
    const protocol::Denial tooLarge{"too-large",
                                    {"发送的内容过大，最多 8 MB", "the body is too large; 8 MB at most"}};
    const protocol::Denial busy{"busy", {"枢纽正忙，请稍后再试", "the hub is busy; try again later"}};
    const protocol::Denial malformed{"malformed", {"请求不合规定", "malformed request"}};
    const protocol::Denial& said = status == 413 ? tooLarge : status == 503 ? busy : malformed;
    return reply(status, protocol::kJsonMedia, toJson(said).dump());
}

net::Response Service::handle(const net::Request& request) {
    m_counters.bytesIn += request.body.size();
    const std::string_view target = request.target;
    net::Response out = route(request, target.substr(0, target.find('?')));
    m_counters.bytesOut += out.body.size() + (request.method == "HEAD" ? 0 : out.moreBytes);
    tendBlobs();
    return out;
}

net::Response Service::route(const net::Request& request, std::string_view path) {
    if (m_blobs != nullptr && path.starts_with(protocol::kBlobsTarget))
        return blobRoute(request, path.substr(protocol::kBlobsTarget.size()));
    const bool posts = path == protocol::kSyncTarget || path == protocol::kEnrolTarget ||
                       path == protocol::kRejoinTarget || path == protocol::kTestifyTarget ||
                       path == protocol::kHistoryTarget || path == protocol::kBundlesTarget ||
                       path == protocol::kProbeTarget || path == protocol::kLockTarget;
    const bool gets = path == protocol::kHealthTarget || path == kMetricsTarget;
    if (!posts && !gets)
        return denied(deny(404, "not-found", sentence("枢纽没有这个地址", "the hub has no such address")));
    if (posts ? request.method != "POST" : request.method != "GET" && request.method != "HEAD") {
        net::Response out = denied(
            deny(405, "method", sentence("这个地址不支持此请求方法", "this address has no such method")));
        out.headers.push_back({"Allow", posts ? "POST" : "GET, HEAD"});
        return out;
    }
    if (path == protocol::kSyncTarget)
        return syncRoute(request);
    if (path == protocol::kEnrolTarget)
        return enrolRoute(request);
    if (path == protocol::kRejoinTarget)
        return rejoinRoute(request);
    if (path == protocol::kTestifyTarget)
        return testifyRoute(request);
    if (path == protocol::kHistoryTarget)
        return historyRoute(request);
    if (path == protocol::kBundlesTarget)
        return bundleRoute(request);
    if (path == protocol::kProbeTarget)
        return probeRoute(request);
    if (path == protocol::kLockTarget)
        return lockRoute(request);
    return path == protocol::kHealthTarget ? health() : metrics();
}

net::Response Service::historyRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kCborMedia))
        return denied(wrongMedia(protocol::kCborMedia));
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    const auto message = protocol::decodeHistoryRequest(request.body);
    if (!message)
        return denied(badSync(request.body, message.error()));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    Context context = borrowed.context();
    const auto answer = recordHistory(context, *credentials, *message);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    return reply(200, protocol::kCborMedia, protocol::encode(std::get<protocol::HistoryResponse>(*answer)));
}

/// So many bytes as "?bytes=" says; what came along was only to be carried.
net::Response Service::probeRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kBytesMedia))
        return denied(wrongMedia(protocol::kBytesMedia));
    if (request.body.size() > limits::kProbeBytes)
        return refusal(413);
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    constexpr std::string_view kWish = "?bytes=";
    std::size_t bytes = 0;
    if (const auto at = request.target.find(kWish); at != std::string::npos)
        std::from_chars(request.target.data() + at + kWish.size(),
                        request.target.data() + request.target.size(), bytes);
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    Context context = borrowed.context();
    auto answer = probe(context, *credentials, bytes);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    return reply(200, protocol::kBytesMedia, std::get<Bytes>(std::move(*answer)));
}

net::Response Service::syncRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kCborMedia))
        return denied(wrongMedia(protocol::kCborMedia));
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    const auto message = protocol::decodeSyncRequest(request.body);
    if (!message)
        return denied(badSync(request.body, message.error()));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    std::unique_lock writing(m_writing, std::defer_lock);
    if (pushes(*message))
        writing.lock();
    Context context = borrowed.context();
    SyncCounts counts;
    auto answer = sync(context, *credentials, *message, &counts);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    if (writing.owns_lock())
        writing.unlock();
    std::vector<protocol::SyncResponse> pages{std::move(std::get<protocol::SyncResponse>(*answer))};
    std::ranges::move(furtherPages(context, *credentials, *message, pages.front(), counts),
                      std::back_inserter(pages));
    ++m_counters.syncs;
    m_counters.accepted += counts.accepted;
    m_counters.refused += counts.refused;
    m_counters.known += counts.known;
    m_counters.sent += counts.sent;
    for (protocol::SyncResponse& page : pages)
        page.dictionary = protocol::newestDictionary();
    const protocol::DictionaryId both = std::min(message->dictionary, protocol::newestDictionary());
    const int level = message->slow ? kSlowLinkLevel : protocol::kZstdLevel;
    return reply(200, protocol::kCborMedia, protocol::encodePages(pages, level, both));
}

net::Response Service::enrolRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kJsonMedia))
        return denied(wrongMedia(protocol::kJsonMedia));
    const auto json = parseJson(request.body);
    if (!json)
        return denied(deny(400, "malformed", json.error().message));
    if (const auto version = json->find("version");
        version != json->end() && *version != Json(protocol::kVersion))
        return denied(wrongVersion());
    const auto message = protocol::enrolRequestFrom(*json);
    if (!message)
        return denied(deny(400, "malformed", message.error().message));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const std::lock_guard writing(m_writing);
    Context context = borrowed.context();
    auto answer = enrol(context, *message);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    ++m_counters.enrolments;
    return reply(200, protocol::kJsonMedia, toJson(std::get<protocol::EnrolResponse>(*answer)).dump());
}

net::Response Service::rejoinRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kJsonMedia))
        return denied(wrongMedia(protocol::kJsonMedia));
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    const auto json = parseJson(request.body);
    if (!json)
        return denied(deny(400, "malformed", json.error().message));
    const auto certificates = protocol::rejoinFrom(*json);
    if (!certificates)
        return denied(deny(400, "malformed", certificates.error().message));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const std::lock_guard writing(m_writing);
    Context context = borrowed.context();
    auto answer = rejoin(context, *credentials, *certificates);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    return reply(200, protocol::kJsonMedia, Json{{"people", std::get<Rejoined>(*answer).people}}.dump());
}

net::Response Service::lockRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kJsonMedia))
        return denied(wrongMedia(protocol::kJsonMedia));
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    const auto json = parseJson(request.body);
    const auto wish = json ? protocol::lockWishFrom(*json) : Result<protocol::LockWish>(json.error());
    if (!wish)
        return denied(deny(400, "malformed", wish.error().message));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const std::lock_guard writing(m_writing);
    Context context = borrowed.context();
    auto answer = lockFor(context, *credentials, *wish);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    return reply(200, protocol::kJsonMedia, std::get<Json>(*answer).dump());
}

net::Response Service::testifyRoute(const net::Request& request) {
    if (!hasMedia(request, protocol::kCborMedia))
        return denied(wrongMedia(protocol::kCborMedia));
    const auto credentials = credentialsOf(request);
    if (!credentials)
        return denied(noCredentials());
    const auto message = protocol::decodeTestimony(request.body);
    if (!message)
        return denied(badSync(request.body, message.error()));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const std::lock_guard writing(m_writing);
    Context context = borrowed.context();
    auto answer = testify(context, *credentials, *message);
    if (!answer)
        return failed(answer.error());
    if (const auto* no = std::get_if<Denied>(&*answer))
        return denied(*no);
    const auto& said = std::get<protocol::TestimonyAnswer>(*answer);
    m_counters.testified += said.taken;
    return reply(200, protocol::kCborMedia, protocol::encode(said));
}

/// Whoever hands it in shows nothing: the seal and the signature are all there is to know.
net::Response Service::bundleRoute(const net::Request& request) {
    constexpr std::uint64_t kPagesBytes = limits::kBodyBytes / 2;  // a page more, and it still is one body
    if (!hasMedia(request, protocol::kBundleMedia))
        return denied(wrongMedia(protocol::kBundleMedia));
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const std::lock_guard writing(m_writing);
    Context context = borrowed.context();
    const auto taken = takeBundle(
        context, [&]() -> Result<protocol::BundleReader::Source> { return protocol::sourceOf(request.body); },
        m_blobs);
    if (!taken)
        return failed(taken.error());
    if (const auto* no = std::get_if<Denied>(&*taken))
        return denied(*no);
    const auto& said = std::get<BundleTaken>(*taken);
    m_counters.accepted += said.counts.accepted;
    m_counters.refused += said.counts.refused;
    m_counters.known += said.counts.known;
    m_counters.enrolments += said.enrolled ? 1 : 0;
    Bytes body;
    const auto answered = answerBundle(
        context, said.answer,
        [&body](std::string_view bytes) {
            body.append(bytes);
            return Status();
        },
        m_blobs, kPagesBytes);
    if (!answered)
        return failed(answered.error());
    if (const auto* no = std::get_if<Denied>(&*answered))
        return denied(*no);
    ++m_counters.bundles;
    return reply(200, protocol::kBundleMedia, std::move(body));
}

net::Response Service::health() {
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const auto hub = borrowed.store().identity();
    if (!hub)
        return failed(hub.error());
    const Json out{
        {"ok", true}, {"district", hub->district}, {"protocol", Json::array({protocol::kVersion})}};
    return reply(200, protocol::kJsonMedia, out.dump());
}

net::Response Service::metrics() {
    Borrowed borrowed(*this);
    if (const Error* error = borrowed.error())
        return failed(*error);
    const auto position = borrowed.store().lastPosition();
    if (!position)
        return failed(position.error());
    std::string out;
    const auto line = [&out](std::string_view name, std::string_view kind, std::uint64_t value) {
        const std::string full = "fayi_hub_" + std::string(name);
        out += "# TYPE " + full + " " + std::string(kind) + "\n" + full + " " + std::to_string(value) + "\n";
    };
    line("position", "gauge", position->value);
    line("syncs_total", "counter", m_counters.syncs);
    line("changes_accepted_total", "counter", m_counters.accepted);
    line("changes_refused_total", "counter", m_counters.refused);
    line("changes_repeated_total", "counter", m_counters.known);
    line("changes_sent_total", "counter", m_counters.sent);
    line("changes_testified_total", "counter", m_counters.testified);
    line("blobs_received_total", "counter", m_counters.blobsReceived);
    line("blob_requests_total", "counter", m_counters.blobsRead);
    line("enrolments_total", "counter", m_counters.enrolments);
    line("bundles_total", "counter", m_counters.bundles);
    line("denials_total", "counter", m_counters.denials);
    line("failures_total", "counter", m_counters.failures);
    line("body_bytes_in_total", "counter", m_counters.bytesIn);
    line("body_bytes_out_total", "counter", m_counters.bytesOut);
    return reply(200, kMetricsMedia, std::move(out));
}

}  // namespace fayi::hub
