// SPDX-License-Identifier: Apache-2.0
#include "fayi/testing/sign_in_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "fayi/testing/loopback.h"

namespace fayi::testing {
namespace {

constexpr std::size_t kHeadBytes = 16u << 10;
constexpr std::size_t kMostThreads = 16;
constexpr int kSilenceMillis = 20'000;
constexpr std::string_view kRefusal =
    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
    "Content-Length: 0\r\nConnection: close\r\n\r\n";

std::string base64(std::string_view bytes) {
    static constexpr std::string_view kLetters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j)
            three = three << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j <= bytes.size() ? kLetters[three >> (18 - 6 * j) & 63U] : '=';
    }
    return out;
}

bool sendAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// Reads to the end of the headers; what came behind them comes along.
std::string readHead(int fd) {
    std::string head;
    std::array<char, 2048> piece;
    while (head.find("\r\n\r\n") == std::string::npos && head.size() < kHeadBytes) {
        const ssize_t count = ::recv(fd, piece.data(), piece.size(), 0);
        if (count <= 0)
            return {};
        head.append(piece.data(), static_cast<std::size_t>(count));
    }
    return head;
}

/// Carries both ways until one side ends.
void splice(int a, int b) {
    std::array<char, 16384> piece;
    std::array<pollfd, 2> polled{{{a, POLLIN, 0}, {b, POLLIN, 0}}};
    while (::poll(polled.data(), polled.size(), kSilenceMillis) > 0) {
        for (std::size_t side = 0; side < 2; ++side) {
            if (polled[side].revents == 0)
                continue;
            const ssize_t count = ::recv(polled[side].fd, piece.data(), piece.size(), 0);
            if (count <= 0 || !sendAll(polled[1 - side].fd, {piece.data(), static_cast<std::size_t>(count)}))
                return;
        }
    }
}

std::uint16_t portIn(std::string_view authority) {
    const auto colon = authority.rfind(':');
    return colon == std::string_view::npos
               ? 0
               : static_cast<std::uint16_t>(std::stoul(std::string(authority.substr(colon + 1))));
}

}  // namespace

class SignInProxy::Impl {
public:
    Impl(std::string user, std::string password) : m_user(std::move(user)), m_password(std::move(password)) {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = loopback(0);
        socklen_t length = sizeof address;
        if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
            ::listen(m_listener, 16) != 0 ||
            ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
            throw std::runtime_error("no listener on the loopback");
        m_port = ntohs(address.sin_port);
        m_acceptor = std::thread([this] { run(); });
    }
    ~Impl() {
        ::shutdown(m_listener, SHUT_RDWR);
        m_acceptor.join();
        ::close(m_listener);
        {
            const std::lock_guard lock(m_mutex);
            for (const int fd : m_open)
                ::shutdown(fd, SHUT_RDWR);
        }
        m_threads.clear();
    }

    std::string url(const std::string& signIn) const {
        return "http://" + signIn + "127.0.0.1:" + std::to_string(m_port);
    }
    std::string signIn() const { return m_user + ":" + m_password + "@"; }
    std::atomic<int> passed{0}, refused{0};

private:
    void run() {
        for (int client = ::accept(m_listener, nullptr, nullptr); client >= 0;
             client = ::accept(m_listener, nullptr, nullptr)) {
            if (m_threads.size() >= kMostThreads)
                m_threads.erase(m_threads.begin());  // waits for the oldest
            open(client);
            m_threads.emplace_back([this, client] {
                serve(client);
                close(client);
            });
        }
    }
    void open(int fd) {
        const std::lock_guard lock(m_mutex);
        m_open.insert(fd);
    }
    void close(int fd) {
        const std::lock_guard lock(m_mutex);
        m_open.erase(fd);
        ::close(fd);
    }

    void serve(int client) {
        const std::string head = readHead(client);
        const auto at = head.find("Proxy-Authorization: ");
        const bool known =
            at != std::string::npos && head.compare(at + 21, 6, "Basic ") == 0 &&
            head.compare(at + 27, head.find("\r\n", at) - at - 27, base64(m_user + ":" + m_password)) == 0;
        if (head.empty())
            return;
        if (!known) {
            ++refused;
            sendAll(client, kRefusal);
            return;
        }
        ++passed;
        const auto blank = head.find(' ');
        const std::string target = head.substr(blank + 1, head.find(' ', blank + 1) - blank - 1);
        const bool tunnel = head.starts_with("CONNECT ");
        const std::string authority =
            tunnel ? target : target.substr(7, target.find('/', 7) - 7);  // behind "http://"
        const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        open(server);
        sockaddr_in address = loopback(portIn(authority));
        if (::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            sendAll(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        else if (sendAll(tunnel ? client : server,
                         tunnel ? "HTTP/1.1 200 Connected\r\n\r\n" : forwarded(head, target)))
            splice(client, server);
        close(server);
    }

    /// The request as the hub should see it: its path alone, nothing for the proxy, and one a connection.
    static std::string forwarded(std::string head, const std::string& target) {
        const auto path = target.find('/', 7);
        head.replace(head.find(target), target.size(), path == std::string::npos ? "/" : target.substr(path));
        for (auto at = head.find("\r\nProxy-"); at != std::string::npos; at = head.find("\r\nProxy-"))
            head.erase(at, head.find("\r\n", at + 2) - at);
        head.insert(head.find("\r\n") + 2, "Connection: close\r\n");
        return head;
    }

    const std::string m_user, m_password;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    std::mutex m_mutex;
    std::set<int> m_open;  ///< guarded by m_mutex
    std::vector<std::jthread> m_threads;
    std::thread m_acceptor;
};

SignInProxy::SignInProxy(const std::string& user, const std::string& password)
    : m_impl(std::make_unique<Impl>(user, password)) {}
SignInProxy::~SignInProxy() = default;

std::string SignInProxy::url() const {
    return m_impl->url({});
}
std::string SignInProxy::urlWithSignIn() const {
    return m_impl->url(m_impl->signIn());
}
int SignInProxy::passed() const {
    return m_impl->passed;
}
int SignInProxy::refused() const {
    return m_impl->refused;
}

}  // namespace fayi::testing
