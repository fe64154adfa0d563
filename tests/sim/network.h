// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fayi/transport/transport.h"
#include "world.h"

namespace fayi::sim {

/// The way from a station to the hub, on which anything may happen to a request and to its answer.
class FaultyTransport final : public transport::Transport {
public:
    /// `chance` decides what happens; after `most` requests there is no connection any more.
    FaultyTransport(World& world, Station& station, Chance& chance, bool faulty, int most);
    transport::Reply post(std::string_view target, const Bytes& body, std::string_view media) override;

    bool forked() const { return m_forked; }
    int requests() const { return m_requests; }

private:
    transport::Reply lost(protocol::Trouble trouble) const;
    bool hubStrikes();

    World& m_world;
    Station& m_station;
    Chance& m_chance;
    const bool m_faulty;
    const int m_most;
    int m_requests = 0;
    bool m_forked = false;
};

}  // namespace fayi::sim
