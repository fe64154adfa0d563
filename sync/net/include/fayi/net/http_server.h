// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "fayi/base/clock.h"
#include "fayi/base/limits.h"
#include "fayi/base/result.h"
#include "fayi/net/message.h"

namespace fayi::net {

/// All header lines of one message together; ours need about 300 bytes, a chain of proxies may add some
/// thousand.
inline constexpr std::size_t kHeaderBytes = 16u << 10;

struct ListenOptions {
    std::string address = "127.0.0.1";  ///< an IPv4 or IPv6 address of this machine, not a name
    std::uint16_t port = 0;             ///< 0: any free one, see HttpServer::url()
    int threads = 2;                    ///< they run the handler too
    std::size_t bodyBytes = limits::kBodyBytes;
    /// Request bodies being received or handled, all connections together; above it a request is answered
    /// 503.
    std::size_t bodiesBytes = 64 * limits::kBodyBytes;
    /// The headers of a request must be complete within this time; then each 16 KiB of body, and of the
    /// response, must move within it (below 5 kbit/s a link is taken for dead).
    Millis readTimeout = std::chrono::seconds(30);
    /// How long a connection may stay silent between requests. Longer than the client's own two minutes.
    Millis idleTimeout = std::chrono::seconds(150);
    /// How long stop() waits for requests in flight.
    Millis stopTimeout = std::chrono::seconds(5);
    std::size_t connections = 4096;  ///< above it a new connection is answered 503 (plain) or closed (TLS)
    std::string tlsCert;             ///< PEM file: the certificate and its chain; empty: plain HTTP
    std::string tlsKey;              ///< PEM file: its private key, without a pass phrase
    /// Words for a request that the listener refuses before the handler sees it (400, 405, 413, 431, 503):
    /// headers and body for a status. Called on the server's threads. None: an empty body.
    std::function<Response(int status)> refusal;
};

/// "127.0.0.1:8787", "[::1]:8787"; nothing if it is not of that form.
std::optional<ListenOptions> listenOn(const std::string& text);

/// An HTTP/1.1 listener: one coroutine per connection, so that idle ones cost memory only. Answers by itself,
/// and closes the connection after: 400 malformed, 405 unknown method, 413 body over the limit (at once, if
/// announced), 431 headers over the limit, 503 too many bodies or connections; 500 if the handler throws or
/// its answer cannot be sent. GET, HEAD, POST, PUT, DELETE; chunked bodies; keep-alive; no pipelining of
/// answers. Sends no header of its own but Content-Length and Connection.
class HttpServer {
public:
    /// Called on the server's threads, several at once; may block as long as a short database transaction.
    using Handler = std::function<Response(const Request&)>;

    /// Listens when it returns. Errors name the address or the certificate file that is wrong. Raises the
    /// process's soft limit of open files as far as `connections` needs and the hard limit allows.
    static Result<std::unique_ptr<HttpServer>> start(ListenOptions options, Handler handler);

    ~HttpServer();  ///< stop()
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// "http://127.0.0.1:8080" or "https://…"; for a wildcard address that of the loopback.
    std::string url() const;
    std::uint16_t port() const;

    /// Connections open now.
    std::size_t connections() const;

    /// Takes no new connection, closes idle ones, lets requests in flight end within stopTimeout (a handler
    /// that blocks longer is waited for). Repeatable, from any thread but the server's own.
    void stop();

private:
    class Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace fayi::net
