// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "fayi/protocol/messages.h"
#include "fayi/transport/transport.h"

namespace fayi::transport {
namespace {

using net::Failure;
using protocol::Trouble;

void addCredentials(net::Request& request, const std::string& token) {
    if (!token.empty())
        request.headers.push_back({"Authorization", "Bearer " + token});
}

net::Request requestFor(std::string_view target, const Bytes& body, std::string_view media,
                        const std::string& token) {
    net::Request request;
    request.method = "POST";
    request.target = target;
    request.headers.push_back({"Content-Type", std::string(media)});
    addCredentials(request, token);
    request.body = body;
    return request;
}

Trouble troubleOf(int status) {
    if (status == 429 || status == 503)
        return Trouble::Busy;
    if (status == 413)
        return Trouble::TooLarge;
    if (status == 401 || status == 403)
        return Trouble::Token;
    return status >= 500 ? Trouble::HubBroken : Trouble::Malformed;
}

/// An answer of 4xx or 5xx: the hub's own words if it gave some, ours for the status otherwise.
void readDenial(Reply& reply, const net::Response& response) {
    reply.trouble = troubleOf(response.status);
    if (const auto denial = protocol::denialFrom(response.body)) {
        reply.trouble = protocol::troubleOfDenial(denial->code).value_or(reply.trouble);
        reply.words = denial->reason;
        reply.code = denial->code;
    }
    if (reply.words.zh.empty())
        reply.words = {"服务器没有接受这次请求（" + std::to_string(response.status) + "）",
                       "the server did not accept the request (" + std::to_string(response.status) + ")"};
    if (const std::string* wait = response.header("Retry-After")) {
        constexpr std::int64_t kLongest = 24 * 3600;
        std::int64_t seconds = 0;
        std::from_chars(wait->data(), wait->data() + wait->size(), seconds);
        reply.retryAfter = std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kLongest));
    }
}

}  // namespace

Trouble troubleOf(Failure failure) {
    switch (failure) {
        case Failure::None:
            return Trouble::None;
        case Failure::NoName:
            return Trouble::NoName;
        case Failure::NoConnection:
            return Trouble::NoConnection;
        case Failure::Tls:
            return Trouble::Tls;
        case Failure::Timeout:
            return Trouble::Timeout;
        case Failure::CutShort:
            return Trouble::CutShort;
        case Failure::TooBig:
            return Trouble::Malformed;
        case Failure::Captive:
            return Trouble::Captive;
        case Failure::Proxy:
            return Trouble::Proxy;
        case Failure::Full:
            return Trouble::HubFull;
        case Failure::Cancelled:
            return Trouble::Cancelled;
        case Failure::Http:
        case Failure::Other:
            break;
    }
    return Trouble::HubBroken;
}

std::string bearer(std::uint64_t station, const std::string& token) {
    return std::to_string(station) + "." + token;
}

HttpTransport::HttpTransport(std::string server, const net::ClientOptions& options, std::string token)
    : m_server(std::move(server)), m_token(std::move(token)), m_client(options) {}

Reply Transport::send(const net::Request&, std::string_view) {
    Reply reply;
    reply.trouble = Trouble::Malformed;
    reply.words = {"这条通道只能传记录", "this way carries records only"};
    return reply;
}

namespace {

Reply replyOf(net::Outcome outcome) {
    Reply reply;
    reply.trouble = transport::troubleOf(outcome.failure);
    reply.words = outcome.words;
    reply.traffic = outcome.traffic;
    reply.pace = outcome.pace;
    reply.status = outcome.response.status;
    if (outcome.failure == Failure::Http)
        readDenial(reply, outcome.response);
    else
        reply.body = std::move(outcome.response.body);
    reply.headers = std::move(outcome.response.headers);
    return reply;
}

}  // namespace

Reply HttpTransport::post(std::string_view target, const Bytes& body, std::string_view media) {
    return replyOf(m_client.send(m_server, requestFor(target, body, media, m_token), media));
}

Reply HttpTransport::get(std::string_view target, std::string_view media) {
    net::Request request;
    request.target = target;
    return send(std::move(request), media);
}

Reply HttpTransport::send(const net::Request& request, std::string_view expectedMedia) {
    net::Request credited = request;
    addCredentials(credited, m_token);
    return replyOf(m_client.send(m_server, credited, expectedMedia));
}

void HttpTransport::cancel() {
    m_client.shutDown();
}

Reply LoopbackTransport::post(std::string_view target, const Bytes& body, std::string_view media) {
    return send(requestFor(target, body, media, {}), media);
}

Reply LoopbackTransport::send(const net::Request& request, std::string_view) {
    net::Request credited = request;
    addCredentials(credited, m_token);
    net::Response response = m_handler(std::move(credited));
    while (response.moreBytes > 0) {
        const Bytes piece = response.more();
        response.body += piece;
        response.moreBytes = piece.empty() ? 0 : response.moreBytes - piece.size();
    }
    Reply reply;
    reply.traffic = {request.body.size(), response.body.size(), 1, 0};
    reply.headers = response.headers;
    reply.status = response.status;
    if (response.status >= 400)
        readDenial(reply, response);
    else
        reply.body = std::move(response.body);
    return reply;
}

}  // namespace fayi::transport
