// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "fayi/base/clock.h"

namespace fayi::testing {

/// How bad a link is. All zero: as good as the loopback.
struct Weakness {
    std::uint64_t bytesPerSecond = 0;  ///< in each direction, shared by all connections; 0: no bound
    Millis delay{0};  ///< one way; a connection takes a round trip before its first byte goes
    double loss = 0;  ///< chance that a segment of 1400 bytes is lost: it and what is behind it wait for a
                      ///< retransmission, as TCP's reader sees it
    std::uint64_t cutEveryBytes = 0;  ///< both directions together: every connection is reset; 0: never
    Millis cutEvery{0};               ///< likewise, by time since the link was made; 0: never
    std::uint64_t seed = 1;           ///< of the losses
};

/// A TCP proxy of the loopback that behaves like the links of the field, in user space and without
/// privileges. Clients connect to port(); what they say goes to `target`. One thread; every queue is bounded
/// (32 KiB a direction, like a router's), 256 connections at most. All calls may come from any thread.
///
/// What it cannot do: packets. A loss is a stall, a cut is a reset.
class WeakLink {
public:
    /// `clock` rules rate, delay and cuts by time: with a clock that stands still nothing moves on a link
    /// that has a rate.
    WeakLink(std::uint16_t target, const Weakness& weakness, const Clock& clock);
    ~WeakLink();
    WeakLink(const WeakLink&) = delete;
    WeakLink& operator=(const WeakLink&) = delete;

    std::uint16_t port() const;
    std::string url(const std::string& scheme = "http") const;

    void become(const Weakness& weakness);
    /// Resets what is open and lets nobody in until pass().
    void refuse();
    /// A captive portal, a gateway's error: each connection is given this as soon as it has sent something,
    /// and closed.
    void answerWith(std::string page);
    /// Leads new connections to another server, such as one with a wrong certificate.
    void leadTo(std::uint16_t target);
    /// The usual way again.
    void pass();
    /// Resets everything once so many more bytes of answers went through.
    void cutAnswerAfter(std::uint64_t bytes);

    /// Bytes that went through, TCP's own apart.
    struct Counts {
        std::uint64_t up = 0, down = 0, connections = 0, cuts = 0;
        std::uint64_t both() const { return up + down; }
    };
    Counts counts() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace fayi::testing
