// SPDX-License-Identifier: Apache-2.0
// long: one template is the whole of a connection; its parts are coroutines over one stream
#pragma once
// Included by http_server.cpp alone, for the time that Boost takes to compile.

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <type_traits>

#include "answer.h"
#include "connections.h"
#include "reading.h"

namespace fayi::net {

inline constexpr auto kToken = asio::as_tuple(asio::use_awaitable);

inline constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

/// One connection, plain or TLS, on its own strand; the coroutine run() holds it alive. Each co_await stands
/// alone in its statement: gcc 12 miscompiles one that is an operand of && in a loop's condition.
template <typename Stream>
class Session final : public Connection, public std::enable_shared_from_this<Session<Stream>> {
    static constexpr bool kTls = !std::is_same_v<Stream, beast::tcp_stream>;

public:
    Session(Shared& shared, Stream stream)
        : m_shared(shared), m_stream(std::move(stream)), m_buffer(kBufferBytes) {}

    ~Session() override {
        const std::lock_guard lock(m_shared.mutex);
        m_shared.connections.erase(this);
        if (m_shared.connections.empty())
            m_shared.emptied.notify_all();
    }

    void endIfIdle() override {
        asio::post(m_stream.get_executor(), [self = this->shared_from_this()] {
            if (self->m_idle)
                self->tcpLayer().cancel();
        });
    }

    void cut() override {
        asio::post(m_stream.get_executor(), [self = this->shared_from_this()] { self->tcpLayer().close(); });
    }

    static awaitable<void> run(std::shared_ptr<Session> self) {
        error_code ignored;
        self->tcpLayer().socket().set_option(tcp::no_delay(true), ignored);
        const bool ready = co_await self->handshake();
        if (!ready)
            co_return;
        for (;;) {
            const bool asked = co_await self->awaitRequest();
            if (!asked)
                break;
            const bool again = co_await self->exchange();
            if (!again)
                break;
        }
        co_await self->close();
    }

private:
    beast::tcp_stream& tcpLayer() { return beast::get_lowest_layer(m_stream); }

    awaitable<bool> handshake() {
        if constexpr (kTls) {
            if (m_shared.stopping)
                co_return false;
            m_idle = true;
            tcpLayer().expires_after(m_shared.options.readTimeout);
            auto [failure] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, kToken);
            m_idle = false;
            co_return !failure;
        }
        co_return true;
    }

    /// Waits for the first bytes of the next request; false if none will come.
    awaitable<bool> awaitRequest() {
        if (m_shared.stopping)
            co_return false;
        if (m_buffer.size() > 0)
            co_return true;
        m_buffer.shrink_to_fit();
        m_idle = true;
        tcpLayer().expires_after(m_shared.options.idleTimeout);
        auto [failure, count] = co_await m_stream.async_read_some(m_buffer.prepare(kFirstBytes), kToken);
        m_idle = false;
        m_buffer.commit(count);
        co_return !failure && count > 0;
    }

    /// One request and its answer; false if the connection is to be closed.
    awaitable<bool> exchange() {
        Charge charge(m_shared);
        Parser parser;
        const int refused = co_await read(parser, charge);
        if (refused == kGone)
            co_return false;
        if (refused != kAccepted) {
            const Response answer = refusal(refused, m_shared.options.refusal);
            co_await write(answer, true, false);
            co_return false;
        }
        const bool reusable = parser.get().version() == 11 && parser.keep_alive();
        Request request = toRequest(parser);
        const Response response = handle(request);
        // Whoever reads its answer slowly keeps nobody else from sending.
        request.body = std::string();
        charge.giveBack();
        const bool keepAlive = reusable && !m_shared.stopping;
        const bool withBody = request.method != "HEAD";
        const bool sent = co_await write(response, withBody, keepAlive);
        co_return keepAlive ? sent : false;
    }

    /// kAccepted if the request is whole, a status that refuses it, or kGone.
    awaitable<int> read(Parser& parser, Charge& charge) {
        parser.header_limit(static_cast<std::uint32_t>(kHeaderBytes));
        parser.body_limit(m_shared.options.bodyBytes);
        const int refused = co_await readHead(parser);
        if (refused != kAccepted)
            co_return refused;
        if (!charge.take(parser.content_length().value_or(parser.chunked() ? m_shared.options.bodyBytes : 0)))
            co_return 503;
        if (!parser.is_done() && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            const bool told = co_await writeAll(kContinue);
            if (!told)
                co_return kGone;
        }
        const int whole = co_await readBody(parser);
        co_return whole;
    }

    /// Chunk headers and trailers count too: no limit of Beast's covers their sum.
    awaitable<int> readBody(Parser& parser) {
        const std::size_t framingBytes = kHeaderBytes + m_shared.options.bodyBytes / 8;
        std::size_t consumed = 0;
        std::size_t renewed = 0;
        while (!parser.is_done()) {
            auto [failure, bytes] = co_await http::async_read_some(m_stream, m_buffer, parser, kToken);
            if (failure)
                co_return statusOf(failure);
            consumed += bytes;
            if (consumed > parser.get().body().size() + framingBytes)
                co_return 413;
            if (consumed - renewed >= kPieceBytes) {
                renewed = consumed;
                tcpLayer().expires_after(m_shared.options.readTimeout);
            }
        }
        co_return kAccepted;
    }

    /// The headers, all within readTimeout and kHeaderBytes: Beast's own limit counts anew with every line.
    awaitable<int> readHead(Parser& parser) {
        tcpLayer().expires_after(m_shared.options.readTimeout);
        std::size_t consumed = 0;
        while (!parser.is_header_done()) {
            auto [failure, bytes] = co_await http::async_read_some(m_stream, m_buffer, parser, kToken);
            if (failure)
                co_return statusOf(failure);
            consumed += bytes;
            if (consumed > kHeaderBytes)
                co_return 431;
        }
        co_return checkHead(parser);
    }

    Response handle(const Request& request) {
        try {
            Response response = m_shared.handler(request);
            if (isSendable(response))
                return response;
        } catch (...) {
            // The handler's own layer logs; here only the connection must survive.
        }
        return refusal(500);
    }

    awaitable<bool> write(const Response& response, bool withBody, bool keepAlive) {
        std::string first = headOf(response, keepAlive);
        std::string_view body;
        if (withBody && hasBody(response.status))
            body = response.body;
        // Head and beginning in one packet: an idle sync is one each way.
        first += body.substr(0, kPieceBytes);
        body.remove_prefix(std::min(body.size(), kPieceBytes));
        const bool begun = co_await writeAll(first);
        if (!begun)
            co_return false;
        const bool ended = co_await writeAll(body);
        if (!ended)
            co_return false;
        std::uint64_t left = withBody && hasBody(response.status) ? response.moreBytes : 0;
        while (left > 0) {
            const Bytes piece = nextPiece(response);
            if (piece.empty() || piece.size() > left)
                co_return false;
            const bool sent = co_await writeAll(piece);
            if (!sent)
                co_return false;
            left -= piece.size();
        }
        co_return true;
    }

    static Bytes nextPiece(const Response& response) {
        try {
            return response.more ? response.more() : Bytes();
        } catch (...) {
            return {};  // the connection breaks off: the peer sees that this was not all
        }
    }

    awaitable<bool> writeAll(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::string_view piece = bytes.substr(0, kPieceBytes);
            tcpLayer().expires_after(m_shared.options.readTimeout);
            auto [failure, count] = co_await asio::async_write(m_stream, asio::buffer(piece), kToken);
            if (failure)
                co_return false;
            bytes.remove_prefix(piece.size());
        }
        co_return true;
    }

    /// Ends the connection so that the last answer arrives.
    awaitable<void> close() {
        error_code ignored;
        m_idle = true;
        if (!m_shared.stopping && tcpLayer().socket().is_open()) {
            if constexpr (kTls) {
                tcpLayer().expires_after(kTlsEndTime);
                co_await m_stream.async_shutdown(kToken);
            }
            tcpLayer().socket().shutdown(tcp::socket::shutdown_send, ignored);
            tcpLayer().expires_after(kLingerTime);
            m_buffer.clear();
            std::size_t drained = 0;
            while (drained < kLingerBytes && !m_shared.stopping) {
                auto [failure, count] =
                    co_await tcpLayer().async_read_some(m_buffer.prepare(kPieceBytes), kToken);
                if (failure)
                    break;
                drained += count;
            }
        }
        tcpLayer().socket().shutdown(tcp::socket::shutdown_both, ignored);
        tcpLayer().close();
    }

    Shared& m_shared;
    Stream m_stream;
    beast::flat_buffer m_buffer;
    bool m_idle = false;  ///< on the strand: nothing is in flight, the connection may be ended
};

}  // namespace fayi::net
