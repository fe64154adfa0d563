// SPDX-License-Identifier: Apache-2.0
#include "fayi/testing/weak_link.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <deque>
#include <list>
#include <mutex>
#include <optional>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

#include "fayi/testing/loopback.h"

namespace fayi::testing {
namespace {

constexpr std::size_t kSegmentBytes = 1400;
constexpr std::size_t kQueueBytes = 32u << 10;
constexpr std::size_t kMostConnections = 256;
/// Of the kernel's own buffers, or they would hold what the queue may not.
constexpr int kSocketBytes = 16 << 10;
/// A clock that a test moves is looked at this often.
constexpr int kLookMillis = 5;
/// TCP's shortest retransmission time.
constexpr double kRetransmitMillis = 200;

/// A listener on that port, 0: any; its number goes to `port`.
int listenOn(std::uint16_t& port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &kSocketBytes, sizeof kSocketBytes);
    sockaddr_in address = loopback(port);
    socklen_t length = sizeof address;
    if (fd < 0 || ::bind(fd, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(fd, 64) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("no listener on the loopback");
    port = ntohs(address.sin_port);
    return fd;
}

int connectTo(std::uint16_t port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &kSocketBytes, sizeof kSocketBytes);
    sockaddr_in address = loopback(port);
    if (fd >= 0 && ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        ::fcntl(fd, F_SETFL, O_NONBLOCK);
        return fd;
    }
    if (fd >= 0)
        ::close(fd);
    return -1;
}

/// A close that the other side hears as a reset.
void reset(int fd) {
    const linger hard{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    ::close(fd);
}

/// Some bytes on their way, or the end of a stream (none).
struct Segment {
    double due;
    std::string bytes;
};

/// One direction of a connection.
struct Pipe {
    int from = -1, to = -1;
    bool up = false;
    std::deque<Segment> queue{};
    std::size_t queued = 0;
    double lastDue = 0;
    bool ended = false;    ///< nothing more comes from `from`
    bool closed = false;   ///< and `to` was told
    bool blocked = false;  ///< `to` takes nothing just now
};

struct Connection {
    int client = -1, server = -1;
    Pipe up, down;
    double open = 0;  ///< when its first byte may go
    bool portal = false;
    bool broken = false;
    std::vector<int> sockets() const { return {client, server}; }
    bool over() const { return broken || (up.closed && down.closed); }
};

}  // namespace

class WeakLink::Impl {
public:
    Impl(std::uint16_t target, const Weakness& weakness, const Clock& clock)
        : m_clock(clock),
          m_usual(target),
          m_target(target),
          m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        m_listener = listenOn(m_port);
        set(weakness);
        m_thread = std::thread([this] { run(); });
    }

    ~Impl() {
        m_stop = true;
        wake();
        m_thread.join();
        for (Connection& connection : m_connections)
            end(connection);
        if (m_listener >= 0)
            ::close(m_listener);
        ::close(m_wake);
    }

    void become(const Weakness& weakness) {
        const std::lock_guard lock(m_mutex);
        set(weakness);
        wake();
    }
    void refuse() {
        const std::lock_guard lock(m_mutex);
        cutAll();
        if (m_listener >= 0) {
            ::shutdown(m_listener,
                       SHUT_RDWR);  // the thread may be waiting on it: closing alone would not end it
            ::close(m_listener);
        }
        m_listener = -1;
        wake();
    }
    void answerWith(std::string page) {
        const std::lock_guard lock(m_mutex);
        m_page = std::move(page);
        cutAll();
        wake();
    }
    void leadTo(std::uint16_t target) {
        const std::lock_guard lock(m_mutex);
        m_target = target;
        cutAll();
        wake();
    }
    void pass() {
        const std::lock_guard lock(m_mutex);
        m_page.reset();
        m_target = m_usual;
        if (m_listener < 0)
            m_listener = listenOn(m_port);
        wake();
    }
    void cutAnswerAfter(std::uint64_t bytes) {
        const std::lock_guard lock(m_mutex);
        m_cutDownAt = m_counts.down + bytes;
    }
    Counts counts() const {
        const std::lock_guard lock(m_mutex);
        return m_counts;
    }
    std::uint16_t port() const { return m_port; }

private:
    double now() const { return static_cast<double>(m_clock.steady().count()); }
    void wake() const {
        const std::uint64_t one = 1;
        (void)!::write(m_wake, &one, sizeof one);
    }

    void set(const Weakness& weakness) {
        m_weakness = weakness;
        m_random.seed(weakness.seed);
        m_free = {now(), now()};
        m_nextCut = now() + static_cast<double>(weakness.cutEvery.count());
        m_sinceCut = 0;
    }

    void run() {
        std::vector<pollfd> polled;
        while (!m_stop) {
            int timeout = 0;
            {
                const std::lock_guard lock(m_mutex);
                timeout = prepare(polled);
            }
            ::poll(polled.data(), polled.size(), timeout);
            std::uint64_t ignored = 0;
            (void)!::read(m_wake, &ignored, sizeof ignored);
            const std::lock_guard lock(m_mutex);
            turn();
        }
    }

    /// What to wait for, and how long.
    int prepare(std::vector<pollfd>& polled) {
        polled.clear();
        polled.push_back({m_wake, POLLIN, 0});
        if (m_listener >= 0 && m_connections.size() < kMostConnections)
            polled.push_back({m_listener, POLLIN, 0});
        bool waits = m_weakness.cutEvery.count() > 0;
        for (Connection& connection : m_connections) {
            for (Pipe* pipe : {&connection.up, &connection.down}) {
                if (!pipe->ended && pipe->from >= 0 && pipe->queued < kQueueBytes)
                    polled.push_back({pipe->from, POLLIN, 0});
                if (pipe->blocked)
                    polled.push_back({pipe->to, POLLOUT, 0});
                waits |= !pipe->queue.empty() && !pipe->blocked;
            }
        }
        return waits ? kLookMillis : 1000;
    }

    void turn() {
        accept();
        if (m_weakness.cutEvery.count() > 0 && now() >= m_nextCut) {
            m_nextCut = now() + static_cast<double>(m_weakness.cutEvery.count());
            ++m_counts.cuts;
            cutAll();
        }
        for (Connection& connection : m_connections) {
            for (Pipe* pipe : {&connection.up, &connection.down}) {
                if (!connection.broken)
                    take(connection, *pipe);
                if (!connection.broken)
                    give(connection, *pipe);
            }
        }
        m_connections.remove_if([](Connection& connection) {
            if (connection.over())
                end(connection);
            return connection.over();
        });
    }

    void accept() {
        while (m_listener >= 0 && m_connections.size() < kMostConnections) {
            const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
            if (client < 0)
                return;
            ++m_counts.connections;
            const int server = m_page ? -1 : connectTo(m_target);
            if (!m_page && server < 0) {
                reset(client);
                continue;
            }
            const int yes = 1;
            for (const int fd : {client, server})
                if (fd >= 0)
                    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            Connection made;
            made.client = client;
            made.server = server;
            made.portal = m_page.has_value();
            made.open = now() + 2 * static_cast<double>(m_weakness.delay.count());
            made.up = {client, server, true};
            made.down = {server, client, false};
            m_connections.push_back(std::move(made));
        }
    }

    /// Reads what came, as far as there is room for it, and says when it arrives.
    void take(Connection& connection, Pipe& pipe) {
        std::array<char, kSegmentBytes> piece;
        while (!pipe.ended && pipe.from >= 0 && pipe.queued < kQueueBytes) {
            const ssize_t count = ::recv(pipe.from, piece.data(), piece.size(), 0);
            if (count < 0 && (errno == EAGAIN || errno == EINTR))
                return;
            if (count < 0) {
                connection.broken = true;
                return;
            }
            pipe.ended = count == 0;
            if (connection.portal && count > 0) {
                pipe.ended = true;
                schedule(connection, connection.down, *m_page);
                schedule(connection, connection.down, {});
                connection.down.ended = true;
                pipe.closed = true;
                return;
            }
            if (connection.portal)
                pipe.closed = connection.down.closed = true;
            else
                schedule(connection, pipe, {piece.data(), static_cast<std::size_t>(count)});
        }
    }

    void schedule(const Connection& connection, Pipe& pipe, std::string bytes) {
        double& free = m_free[pipe.up ? 0 : 1];
        double due = std::max(now(), connection.open);
        if (m_weakness.bytesPerSecond > 0 && !bytes.empty()) {
            free = std::max(due, free) + 1000.0 * static_cast<double>(bytes.size()) /
                                             static_cast<double>(m_weakness.bytesPerSecond);
            due = free;
        }
        due += static_cast<double>(m_weakness.delay.count());
        if (m_weakness.loss > 0 && !bytes.empty() &&
            std::uniform_real_distribution<>(0, 1)(m_random) < m_weakness.loss)
            due += std::max(kRetransmitMillis, 3.0 * static_cast<double>(m_weakness.delay.count()));
        pipe.lastDue = std::max(pipe.lastDue, due);
        pipe.queued += bytes.size();
        pipe.queue.push_back({pipe.lastDue, std::move(bytes)});
    }

    /// Hands over what has arrived.
    void give(Connection& connection, Pipe& pipe) {
        pipe.blocked = false;
        while (!connection.broken && !pipe.queue.empty() && pipe.queue.front().due <= now()) {
            Segment& segment = pipe.queue.front();
            if (segment.bytes.empty()) {
                ::shutdown(pipe.to, SHUT_WR);
                pipe.closed = true;
                pipe.queue.pop_front();
                continue;
            }
            const std::size_t most = std::min(segment.bytes.size(), roomBeforeCut(pipe));
            const ssize_t sent = ::send(pipe.to, segment.bytes.data(), most, MSG_NOSIGNAL);
            if (sent < 0) {
                pipe.blocked = errno == EAGAIN;
                connection.broken = !pipe.blocked;
                return;
            }
            const auto count = static_cast<std::size_t>(sent);
            pipe.queued -= count;
            segment.bytes.erase(0, count);
            if (segment.bytes.empty())
                pipe.queue.pop_front();
            note(pipe, count);
        }
    }

    std::size_t roomBeforeCut(const Pipe& pipe) const {
        std::uint64_t room = kSegmentBytes;
        if (m_weakness.cutEveryBytes > 0)
            room = std::min(room, m_weakness.cutEveryBytes - m_sinceCut);
        if (!pipe.up && m_cutDownAt)
            room = std::min(room, *m_cutDownAt - std::min(*m_cutDownAt, m_counts.down));
        return static_cast<std::size_t>(std::max<std::uint64_t>(room, 1));
    }

    void note(const Pipe& pipe, std::size_t bytes) {
        (pipe.up ? m_counts.up : m_counts.down) += bytes;
        m_sinceCut += bytes;
        const bool answerCut = m_cutDownAt && m_counts.down >= *m_cutDownAt;
        if (answerCut)
            m_cutDownAt.reset();
        if (answerCut || (m_weakness.cutEveryBytes > 0 && m_sinceCut >= m_weakness.cutEveryBytes)) {
            ++m_counts.cuts;
            cutAll();
        }
    }

    void cutAll() {
        m_sinceCut = 0;
        m_free = {now(), now()};
        for (Connection& connection : m_connections)
            connection.broken = true;
    }

    static void end(const Connection& connection) {
        for (const int fd : connection.sockets()) {
            if (fd < 0)
                continue;
            if (connection.broken)
                reset(fd);
            else
                ::close(fd);
        }
    }

    const Clock& m_clock;
    const std::uint16_t m_usual;
    mutable std::mutex m_mutex;
    Weakness m_weakness;
    std::mt19937_64 m_random;
    std::uint16_t m_target;
    std::uint16_t m_port = 0;
    std::optional<std::string> m_page;
    std::optional<std::uint64_t> m_cutDownAt;
    int m_listener = -1;
    int m_wake;
    std::array<double, 2> m_free{};  ///< when the link is free again, up and down
    double m_nextCut = 0;
    std::uint64_t m_sinceCut = 0;
    Counts m_counts;
    std::list<Connection> m_connections;
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

WeakLink::WeakLink(std::uint16_t target, const Weakness& weakness, const Clock& clock)
    : m_impl(std::make_unique<Impl>(target, weakness, clock)) {}
WeakLink::~WeakLink() = default;

std::uint16_t WeakLink::port() const {
    return m_impl->port();
}
std::string WeakLink::url(const std::string& scheme) const {
    return scheme + "://127.0.0.1:" + std::to_string(port());
}
void WeakLink::become(const Weakness& weakness) {
    m_impl->become(weakness);
}
void WeakLink::refuse() {
    m_impl->refuse();
}
void WeakLink::answerWith(std::string page) {
    m_impl->answerWith(std::move(page));
}
void WeakLink::leadTo(std::uint16_t target) {
    m_impl->leadTo(target);
}
void WeakLink::pass() {
    m_impl->pass();
}
void WeakLink::cutAnswerAfter(std::uint64_t bytes) {
    m_impl->cutAnswerAfter(bytes);
}
WeakLink::Counts WeakLink::counts() const {
    return m_impl->counts();
}

}  // namespace fayi::testing
