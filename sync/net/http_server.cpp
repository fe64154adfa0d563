// SPDX-License-Identifier: Apache-2.0
// The one translation unit that sees Boost: it costs more to compile than the rest of the room.
#include "fayi/net/http_server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <csignal>
#include <thread>

#include "file_limit.h"
#include "session.h"

namespace fayi::net {

namespace {

/// Connections that the kernel completes while we are busy; it caps the number itself (net.core.somaxconn).
constexpr int kBacklog = 4096;
/// Pause of the listener when descriptors or memory ran out.
constexpr Millis kExhaustedPause = std::chrono::milliseconds(100);
/// After stopTimeout connections are cut; their coroutines end within this.
constexpr Millis kCutTime = std::chrono::seconds(1);

/// Registers a session and sets it going.
template <typename Stream>
void launch(Shared& shared, Stream stream) {
    const auto executor = stream.get_executor();
    auto session = std::make_shared<Session<Stream>>(shared, std::move(stream));
    {
        const std::lock_guard lock(shared.mutex);
        shared.connections.emplace(session.get(), session);
    }
    // An exception here is lack of memory: the session ends, the others go on.
    asio::co_spawn(executor, Session<Stream>::run(std::move(session)), [](const std::exception_ptr&) {});
}

/// Over the limit: said if it can be said at once.
void turnAway(const Shared& shared, tcp::socket socket) {
    error_code ignored;
    if (!shared.tls) {
        socket.non_blocking(true, ignored);
        socket.write_some(asio::buffer(headOf(refusal(503), false)), ignored);
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }
    socket.close(ignored);
}

void admit(Shared& shared, tcp::socket socket) {
    if (shared.stopping)
        return;
    closeOnExec(socket.native_handle());
    if (shared.count() >= shared.options.connections) {
        turnAway(shared, std::move(socket));
    } else if (shared.tls) {
        launch(shared,
               beast::ssl_stream<beast::tcp_stream>(beast::tcp_stream(std::move(socket)), *shared.tls));
    } else {
        launch(shared, beast::tcp_stream(std::move(socket)));
    }
}

awaitable<void> acceptAll(Shared& shared, tcp::acceptor& acceptor) {
    asio::steady_timer pause(acceptor.get_executor());
    while (!shared.stopping) {
        auto [failure, socket] =
            co_await acceptor.async_accept(asio::any_io_executor(asio::make_strand(shared.io)), kToken);
        if (!failure) {
            try {
                admit(shared, std::move(socket));
            } catch (...) {
                // No memory for this connection: it is closed, the listener goes on.
            }
            continue;
        }
        if (failure == asio::error::operation_aborted || failure == asio::error::bad_descriptor)
            co_return;
        if (failure != asio::error::connection_aborted) {
            pause.expires_after(kExhaustedPause);
            co_await pause.async_wait(kToken);
        }
    }
}

Error fileError(const std::string& path, const Text& what, const error_code& why) {
    return {ErrorCode::Usage,
            format({what.zh + "“{0}”无法使用（{1}）。", what.en + " \"{0}\" cannot be used ({1})."},
                   {path, why.message()})};
}

/// OpenSSL compares a key with the certificate when it takes it.
bool isMismatch(const error_code& failure) {
    const auto code = static_cast<unsigned long>(failure.value());
    return failure.category() == asio::error::get_ssl_category() && ERR_GET_LIB(code) == ERR_LIB_X509 &&
           (ERR_GET_REASON(code) == X509_R_KEY_VALUES_MISMATCH ||
            ERR_GET_REASON(code) == X509_R_KEY_TYPE_MISMATCH);
}

Status loadTls(asio::ssl::context& tls, const ListenOptions& options) {
    SSL_CTX* const native = tls.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);  // an idle connection gives its 34 KiB back
    error_code failure;
    tls.set_password_callback([](std::size_t, asio::ssl::context_base::password_purpose) { return ""; },
                              failure);
    tls.use_certificate_chain_file(options.tlsCert, failure);
    if (failure)
        return fileError(options.tlsCert, {"证书文件", "The certificate file"}, failure);
    tls.use_private_key_file(options.tlsKey, asio::ssl::context::pem, failure);
    if (isMismatch(failure))
        return Error{ErrorCode::Usage,
                     format({"私钥“{0}”与证书“{1}”不匹配。",
                             "The private key \"{0}\" does not belong to the certificate \"{1}\"."},
                            {options.tlsKey, options.tlsCert})};
    if (failure)
        return fileError(options.tlsKey, {"私钥文件", "The private key file"}, failure);
    return {};
}

Status checkOptions(const ListenOptions& options) {
    if (options.tlsCert.empty() != options.tlsKey.empty())
        return Error{ErrorCode::Usage,
                     {"使用 TLS 需要同时给出证书文件和私钥文件。",
                      "TLS needs both a certificate file and a private key file."}};
    if (options.threads < 1 || options.connections < 1)
        return Error{
            ErrorCode::Usage,
            {"监听至少需要一个线程和一个连接。", "Listening needs at least one thread and one connection."}};
    return {};
}

Error listenError(const ListenOptions& options, const error_code& why) {
    return {ErrorCode::Io, format({"无法在地址 {0} 端口 {1} 上监听（{2}）。",
                                   "Cannot listen on address {0} port {1} ({2})."},
                                  {options.address, std::to_string(options.port), why.message()})};
}

/// Signals are for the program's own threads: those started while it lives inherit a mask that blocks all.
class SignalsBlocked {
public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;

private:
    sigset_t m_before{};
};

}  // namespace

class HttpServer::Impl {
public:
    Impl(ListenOptions options, Handler handler) : m_acceptor(asio::make_strand(m_shared.io)) {
        m_shared.options = std::move(options);
        m_shared.handler = std::move(handler);
    }
    ~Impl() { stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Status start() {
        const ListenOptions& options = m_shared.options;
        FAYI_TRY(checkOptions(options));
        if (!options.tlsCert.empty()) {
            m_shared.tls.emplace(asio::ssl::context::tls_server);
            FAYI_TRY(loadTls(*m_shared.tls, options));
        }
        raiseFileLimit(options.connections);
        FAYI_TRY(listen());
        asio::co_spawn(m_acceptor.get_executor(), acceptAll(m_shared, m_acceptor), asio::detached);
        const SignalsBlocked blocked;
        for (int i = 0; i < options.threads; ++i)
            m_threads.emplace_back([this] { work(); });
        return {};
    }

    void stop() {
        const std::lock_guard once(m_stopMutex);
        if (m_threads.empty())
            return;
        m_shared.stopping = true;
        asio::post(m_acceptor.get_executor(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
        });
        for (const auto& connection : m_shared.all())
            connection->endIfIdle();
        if (!m_shared.waitEmpty(m_shared.options.stopTimeout)) {
            for (const auto& connection : m_shared.all())
                connection->cut();
            m_shared.waitEmpty(kCutTime);
        }
        m_shared.io.stop();
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
        // The threads may have ended before the posted close had its turn.
        error_code ignored;
        m_acceptor.close(ignored);
    }

    std::string url() const {
        const auto address = m_local.address();
        std::string host = address.to_string();
        if (address.is_unspecified())
            host = address.is_v6() ? "::1" : "127.0.0.1";
        if (address.is_v6())
            host = "[" + host + "]";
        return (m_shared.tls ? "https://" : "http://") + host + ":" + std::to_string(port());
    }

    std::uint16_t port() const { return m_local.port(); }
    std::size_t connections() const { return m_shared.count(); }

private:
    Status listen() {
        error_code failure;
        const auto address = asio::ip::make_address(m_shared.options.address, failure);
        const tcp::endpoint wanted(address, m_shared.options.port);
        if (!failure)
            m_acceptor.open(wanted.protocol(), failure);
        if (!failure)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
        if (!failure)
            m_acceptor.bind(wanted, failure);
        if (!failure)
            m_acceptor.listen(kBacklog, failure);
        if (!failure)
            closeOnExec(m_acceptor.native_handle());
        if (!failure)
            m_local = m_acceptor.local_endpoint(failure);
        if (failure)
            return listenError(m_shared.options, failure);
        return {};
    }

    void work() {
        while (!m_shared.io.stopped()) {
            try {
                m_shared.io.run();
            } catch (...) {
                // Lack of memory in one completion must not take a thread from all the others.
            }
        }
    }

    Shared m_shared;
    tcp::acceptor m_acceptor;
    tcp::endpoint m_local;
    std::vector<std::thread> m_threads;
    std::mutex m_stopMutex;
};

Result<std::unique_ptr<HttpServer>> HttpServer::start(ListenOptions options, Handler handler) {
    try {
        auto impl = std::make_unique<Impl>(std::move(options), std::move(handler));
        FAYI_TRY(impl->start());
        return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Io,
                     format({"无法启动监听（{0}）。", "Cannot start listening ({0})."}, {failure.what()})};
    }
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
HttpServer::~HttpServer() = default;

std::string HttpServer::url() const {
    return m_impl->url();
}

std::uint16_t HttpServer::port() const {
    return m_impl->port();
}

std::size_t HttpServer::connections() const {
    return m_impl->connections();
}

void HttpServer::stop() {
    m_impl->stop();
}

}  // namespace fayi::net
