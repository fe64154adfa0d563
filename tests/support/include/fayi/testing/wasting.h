// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/transport/transport.h"

namespace fayi::testing {

/// A way to the hub that counts what was carried in vain: the bytes of exchanges that came to nothing.
class Wasting final : public transport::Transport {
public:
    explicit Wasting(transport::Transport& way) : m_way(way) {}
    transport::Reply post(std::string_view target, const Bytes& body, std::string_view media) override {
        return counted(m_way.post(target, body, media));
    }
    transport::Reply send(const net::Request& request, std::string_view media) override {
        return counted(m_way.send(request, media));
    }
    std::uint64_t all = 0, wasted = 0;
    int requests = 0;

private:
    transport::Reply counted(transport::Reply reply) {
        const std::uint64_t bytes = reply.traffic.bytesUp + reply.traffic.bytesDown;
        all += bytes;
        wasted += reply.trouble == protocol::Trouble::None ? 0 : bytes;
        ++requests;
        return reply;
    }
    transport::Transport& m_way;
};

}  // namespace fayi::testing
