// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace fayi::net::testing {

/// One end of a TCP connection, by plain POSIX calls, so that no code under test helps itself. Every read is
/// bounded: silence of 20 s counts as the end.
class RawSocket {
public:
    RawSocket() = default;
    explicit RawSocket(int fd) : m_fd(fd) {}
    RawSocket(RawSocket&& other) noexcept;
    RawSocket& operator=(RawSocket&& other) noexcept;
    ~RawSocket() { close(); }

    /// To the loopback; not open if refused.
    static RawSocket connect(std::uint16_t port);

    bool isOpen() const { return m_fd >= 0; }
    /// False if the peer no longer takes bytes.
    bool send(std::string_view bytes);
    /// Reads until `mark` has come (and what came with it), or to the end.
    std::string readUntil(std::string_view mark);
    /// Reads exactly so many bytes unless the end comes before.
    std::string readBytes(std::size_t count);
    std::string readToEnd();
    /// A whole message with a Content-Length, headers and body.
    std::string readMessage();
    void shutdownSend();
    void close();

    std::uint64_t bytesRead() const { return m_read; }
    std::uint64_t bytesSent() const { return m_sent; }

private:
    /// Appends what is there; false at the end.
    bool readSome(std::string& into, std::size_t atMost);

    int m_fd = -1;
    std::uint64_t m_read = 0;
    std::uint64_t m_sent = 0;
};

/// Accepts one connection after the other and lets `script` play the server with each; ends with the object.
class RawServer {
public:
    explicit RawServer(std::function<void(RawSocket&)> script);
    ~RawServer();
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;

    std::uint16_t port() const { return m_port; }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    int accepted() const { return m_accepted; }

private:
    void run();

    std::function<void(RawSocket&)> m_script;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<int> m_accepted{0};
    std::atomic<bool> m_ended{false};
    std::thread m_thread;
};

/// A script that reads one request, answers it so, and closes.
std::function<void(RawSocket&)> answering(std::string answer);

/// A port of the loopback on which nobody listens.
std::uint16_t closedPort();

}  // namespace fayi::net::testing
