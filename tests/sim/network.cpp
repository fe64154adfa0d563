// SPDX-License-Identifier: Apache-2.0
#include "network.h"

namespace fayi::sim {

using protocol::Trouble;
using transport::Reply;

FaultyTransport::FaultyTransport(World& world, Station& station, Chance& chance, bool faulty, int most)
    : m_world(world), m_station(station), m_chance(chance), m_faulty(faulty), m_most(most) {}

Reply FaultyTransport::lost(Trouble trouble) const {
    Reply out;
    out.trouble = trouble;
    out.words = {"模拟的网络故障", "a simulated failure of the network"};
    return out;
}

Reply FaultyTransport::post(std::string_view target, const Bytes& body, std::string_view media) {
    if (m_requests++ >= m_most)
        return lost(Trouble::NoConnection);
    const auto strikes = [&](Fault fault, int oneIn) {
        return m_faulty && m_world.strikes(fault, m_chance, oneIn);
    };
    const auto asked = target == protocol::kSyncTarget ? protocol::decodeSyncRequest(body)
                                                       : Result<protocol::SyncRequest>(Error{});
    Meaning meaning;
    if (asked)
        meaning = m_world.seeRequest(m_station, *asked);
    else if (target == protocol::kTestifyTarget)
        meaning = m_station.names;
    if (strikes(Fault::Captive, 40))
        return lost(Trouble::Captive);
    if (strikes(Fault::Busy, 40))
        return lost(Trouble::Busy);
    const bool delayed = strikes(Fault::Delay, 15);
    bool answered = true;
    const auto handler = [&](const net::Request& request) {
        if (asked && delayed)
            m_world.keepOld(request, meaning);
        net::Request sent = request;
        if (strikes(Fault::CutRequest, 25))
            sent.body.resize(m_chance() % (sent.body.size() + 1));
        const bool threatened = strikes(Fault::HubDies, 30);
        if (threatened)
            m_world.threatenHub(m_chance);
        net::Response response = m_world.handle(sent, meaning);
        if (response.status == 200 && !m_world.hubIsDead() && sent.body.size() == body.size() &&
            strikes(Fault::Duplicate, 12)) {
            const std::uint64_t before = m_world.hubPosition();
            const net::Response again = m_world.handle(sent, meaning);
            if (!m_world.hubIsDead() && asked && m_world.hubPosition() != before)
                m_world.violate("idempotent", "the hub took a repeated request for news");
            if (again.status == 200)
                response = again;
        }
        if (m_world.hubIsDead()) {
            m_world.restartHub();
            answered = false;
        } else if (threatened) {
            m_world.spareHub();
        }
        return response;
    };
    if (strikes(Fault::DropRequest, 20)) {
        if (asked && delayed)
            transport::LoopbackTransport(
                [&](const net::Request& request) {
                    m_world.keepOld(request, meaning);
                    return net::Response{503, {}, {}};
                },
                m_station.enrolled ? transport::bearer(m_station.store->enrolment()->station,
                                                       m_station.store->enrolment()->token)
                                   : std::string())
                .post(target, body, media);
        return lost(Trouble::Timeout);
    }
    const auto enrolment = m_station.store->enrolment();
    transport::LoopbackTransport loopback(
        handler, enrolment ? transport::bearer(enrolment->station, enrolment->token) : std::string());
    Reply reply = loopback.post(target, body, media);
    if (!answered)
        return lost(Trouble::NoConnection);
    if (asked && reply.trouble == Trouble::None)
        m_world.seeAnswer(*asked, meaning, reply.body);
    if (strikes(Fault::DropAnswer, 15))
        return lost(Trouble::Timeout);
    if (reply.trouble == Trouble::None && strikes(Fault::CutAnswer, 25))
        reply.body.resize(m_chance() % reply.body.size());
    else if (asked && reply.trouble == Trouble::None)
        m_world.deliver(*asked, meaning, reply.body);
    return reply;
}

}  // namespace fayi::sim
