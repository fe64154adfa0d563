// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "fayi/net/http_client.h"
#include "fayi/protocol/trouble.h"

namespace fayi::transport {

/// What came of one request.
struct Reply {
    protocol::Trouble trouble = protocol::Trouble::None;
    Text words;            ///< a plain sentence about the trouble; empty if there is none
    Bytes body;            ///< of a good answer; what came of one that broke
    int status = 0;        ///< HTTP, of an answer that came
    Millis retryAfter{0};  ///< the hub asks to wait this long; 0: it does not
    net::Traffic traffic;
    net::Pace pace;
    std::string code{};                  ///< of the hub's denial, if it was one
    std::vector<net::Header> headers{};  ///< send() only: of the answer, as far as it came
};

/// The way to one hub. One request at a time; cancel() from any thread.
class Transport {
public:
    virtual ~Transport() = default;
    /// Sends a body of a media type to a target such as "/v1/sync" and expects an answer of the same type.
    virtual Reply post(std::string_view target, const Bytes& body, std::string_view media) = 0;
    /// Any request, with the station's credentials added. An answer that breaks off keeps what came of it.
    virtual Reply send(const net::Request& request, std::string_view expectedMedia);
    /// Ends the running request, and all later ones.
    virtual void cancel() {}
};

/// HTTP or HTTPS through sync/net's client.
class HttpTransport final : public Transport {
public:
    /// `token` goes along as "Authorization: Bearer STATION.TOKEN"; empty: none.
    HttpTransport(std::string server, const net::ClientOptions& options, std::string token);
    Reply post(std::string_view target, const Bytes& body, std::string_view media) override;
    /// Asks for what lies at a target.
    Reply get(std::string_view target, std::string_view media);
    Reply send(const net::Request& request, std::string_view expectedMedia) override;
    void cancel() override;

private:
    std::string m_server;
    std::string m_token;
    net::HttpClient m_client;
};

/// A hub in the same process, reached by a function; for tests and the simulation.
class LoopbackTransport final : public Transport {
public:
    using Handler = std::function<net::Response(const net::Request&)>;
    LoopbackTransport(Handler handler, std::string token)
        : m_handler(std::move(handler)), m_token(std::move(token)) {}
    Reply post(std::string_view target, const Bytes& body, std::string_view media) override;
    Reply send(const net::Request& request, std::string_view expectedMedia) override;

private:
    Handler m_handler;
    std::string m_token;
};

/// What a failure on the way means; HubBroken for one that has a status of its own.
protocol::Trouble troubleOf(net::Failure failure);

/// "STATION.TOKEN" as HttpTransport sends it.
std::string bearer(std::uint64_t station, const std::string& token);

}  // namespace fayi::transport
