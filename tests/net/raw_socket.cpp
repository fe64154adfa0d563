// SPDX-License-Identifier: Apache-2.0
#include "raw_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "fayi/testing/loopback.h"

namespace fayi::net::testing {

namespace {

using fayi::testing::loopback;

constexpr int kSilenceMillis = 20'000;

/// A bound socket and its port.
int bindAny(std::uint16_t& port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (fd < 0 || ::bind(fd, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("no socket on the loopback");
    port = ntohs(address.sin_port);
    return fd;
}

}  // namespace

RawSocket::RawSocket(RawSocket&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_read(other.m_read), m_sent(other.m_sent) {}

RawSocket& RawSocket::operator=(RawSocket&& other) noexcept {
    close();
    m_fd = std::exchange(other.m_fd, -1);
    m_read = other.m_read;
    m_sent = other.m_sent;
    return *this;
}

RawSocket RawSocket::connect(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(port);
    if (fd >= 0 && ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0)
        return RawSocket(fd);
    if (fd >= 0)
        ::close(fd);
    return {};
}

bool RawSocket::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        m_sent += static_cast<std::uint64_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool RawSocket::readSome(std::string& into, std::size_t atMost) {
    std::array<char, 16384> piece;
    pollfd waited{m_fd, POLLIN, 0};
    if (m_fd < 0 || ::poll(&waited, 1, kSilenceMillis) <= 0)
        return false;
    const ssize_t count = ::recv(m_fd, piece.data(), std::min(piece.size(), atMost), 0);
    if (count <= 0)
        return false;
    m_read += static_cast<std::uint64_t>(count);
    into.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawSocket::readUntil(std::string_view mark) {
    std::string text;
    // One byte at a time: nothing behind the mark may be taken.
    while (!text.ends_with(mark) && readSome(text, 1)) {
    }
    return text;
}

std::string RawSocket::readBytes(std::size_t count) {
    std::string text;
    while (text.size() < count && readSome(text, count - text.size())) {
    }
    return text;
}

std::string RawSocket::readToEnd() {
    std::string text;
    while (readSome(text, 16384)) {
    }
    return text;
}

std::string RawSocket::readMessage() {
    std::string text = readUntil("\r\n\r\n");
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    const auto at = lower.find("content-length: ");
    if (at != std::string::npos)
        text += readBytes(std::stoul(lower.substr(at + 16)));
    return text;
}

void RawSocket::shutdownSend() {
    ::shutdown(m_fd, SHUT_WR);
}

void RawSocket::close() {
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

RawServer::RawServer(std::function<void(RawSocket&)> script) : m_script(std::move(script)) {
    m_listener = bindAny(m_port);
    if (::listen(m_listener, 64) != 0)
        throw std::runtime_error("cannot listen on the loopback");
    m_thread = std::thread([this] { run(); });
}

RawServer::~RawServer() {
    m_ended = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

void RawServer::run() {
    while (!m_ended) {
        const int fd = ::accept(m_listener, nullptr, nullptr);
        if (fd < 0)
            return;
        ++m_accepted;
        RawSocket connection(fd);
        m_script(connection);
    }
}

std::function<void(RawSocket&)> answering(std::string answer) {
    return [answer = std::move(answer)](RawSocket& socket) {
        socket.readMessage();
        socket.send(answer);
    };
}

std::uint16_t closedPort() {
    std::uint16_t port = 0;
    ::close(bindAny(port));
    return port;
}

}  // namespace fayi::net::testing
