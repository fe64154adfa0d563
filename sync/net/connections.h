// SPDX-License-Identifier: Apache-2.0
#pragma once
// Included by http_server.cpp alone, for the time that Boost takes to compile.

#include <fcntl.h>

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <condition_variable>
#include <mutex>
#include <utility>

#include "fayi/net/http_server.h"

namespace fayi::net {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;

/// The unit of progress: each must move within readTimeout.
inline constexpr std::size_t kPieceBytes = 16u << 10;
/// What a waiting connection holds ready: an idle sync asks in fewer.
inline constexpr std::size_t kFirstBytes = 2u << 10;
/// Room for the headers and one piece behind them.
inline constexpr std::size_t kBufferBytes = kHeaderBytes + (64u << 10);
/// After an early answer the peer's bytes are read away for a while: closing over unread bytes would reset
/// the connection and could take the answer with it.
inline constexpr Millis kLingerTime = std::chrono::seconds(5);
inline constexpr std::size_t kLingerBytes = 1u << 20;
/// How long the peer may take to answer the end of a TLS session.
inline constexpr Millis kTlsEndTime = std::chrono::seconds(1);
/// Told with 503: a burst of stations is over by then.
inline constexpr std::string_view kRetrySeconds = "30";

/// Programs that ours starts must not keep its port or its connections open.
inline void closeOnExec(int descriptor) {
    ::fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// A connection as the server sees it; both calls may come from any thread.
class Connection {
public:
    virtual ~Connection() = default;
    virtual void endIfIdle() = 0;
    virtual void cut() = 0;
};

/// What connections share. `io` is last: its destruction frees coroutines that still use the rest.
struct Shared {
    ListenOptions options;
    HttpServer::Handler handler;
    std::optional<asio::ssl::context> tls;
    std::atomic<bool> stopping{false};
    std::atomic<std::size_t> bodies{0};  ///< bytes charged by Charge

    mutable std::mutex mutex;
    std::condition_variable emptied;
    std::map<const Connection*, std::weak_ptr<Connection>> connections;  ///< guarded by mutex

    asio::io_context io;

    std::size_t count() const {
        const std::lock_guard lock(mutex);
        return connections.size();
    }

    std::vector<std::shared_ptr<Connection>> all() const {
        const std::lock_guard lock(mutex);
        std::vector<std::shared_ptr<Connection>> alive;
        for (const auto& [key, weak] : connections)
            if (auto connection = weak.lock())
                alive.push_back(std::move(connection));
        return alive;
    }

    bool waitEmpty(Millis atMost) {
        std::unique_lock lock(mutex);
        return emptied.wait_for(lock, atMost, [this] { return connections.empty(); });
    }
};

/// A body's share of bodiesBytes for as long as it is received and handled.
class Charge {
public:
    explicit Charge(Shared& shared) : m_shared(shared) {}
    Charge(const Charge&) = delete;
    Charge& operator=(const Charge&) = delete;
    ~Charge() { giveBack(); }

    bool take(std::size_t bytes) {
        m_bytes += bytes;
        return (m_shared.bodies += bytes) <= m_shared.options.bodiesBytes;
    }
    void giveBack() { m_shared.bodies -= std::exchange(m_bytes, 0); }

private:
    Shared& m_shared;
    std::size_t m_bytes = 0;
};

/// The listener's own no to a request; `words` may be empty.
inline Response refusal(int status, const std::function<Response(int)>& words = {}) {
    Response response = words ? words(status) : Response{};
    response.status = status;
    if (status == 503)
        response.headers.push_back({"Retry-After", std::string(kRetrySeconds)});
    return response;
}

}  // namespace fayi::net
