// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <vector>

#include "fayi/protocol/messages.h"

namespace fayi::testing {

/// The least that can be called a hub: takes every change in order, refuses those a test names, gives each
/// station what others wrote. It keeps no registers and judges nothing, so that it cannot share a mistake
/// with the product.
class SimpleHub {
public:
    std::set<std::uint64_t> refuseSeqs;  ///< of the next pushes, of any replica
    std::size_t pageSize = limits_;
    Millis time{1'772'413'200'000};
    Millis aheadOfClaims{0};  ///< effective time given on top of the claimed one

    protocol::SyncResponse answer(const protocol::SyncRequest& request) {
        protocol::SyncResponse out;
        out.hubTime = time;
        out.scopeVersion = 1;
        if (request.scopeVersion != 1)
            out.scope = {"500115"};
        take(request, out);
        give(request, out);
        return out;
    }

    std::vector<protocol::SentChange> log;

private:
    static constexpr std::size_t limits_ = 500;

    void take(const protocol::SyncRequest& request, protocol::SyncResponse& out) {
        for (const auto& head : request.heads) {
            protocol::Ack ack{head.replica, head.seq, {}, {}};
            for (const auto& sent : request.changes) {
                const auto& change = sent.change;
                if (change.dot.replica != head.replica || change.dot.seq <= m_heads[head.replica.value])
                    continue;
                m_heads[head.replica.value] = change.dot.seq;
                const HybridTime effective{change.time.packed +
                                           (static_cast<std::uint64_t>(aheadOfClaims.count()) << 16)};
                if (effective != change.time)
                    ack.effective.emplace_back(change.dot.seq, effective);
                if (refuseSeqs.contains(change.dot.seq))
                    ack.refused.push_back({change.dot.seq, "permission", {"不在管辖范围", "out of scope"}});
                else
                    log.push_back({change, effective, {log.size() + 1}});
            }
            out.acks.push_back(ack);
        }
    }

    void give(const protocol::SyncRequest& request, protocol::SyncResponse& out) {
        std::map<std::uint64_t, std::uint64_t> own;
        for (const auto& entry : request.own)
            if (entry.seq < m_heads[entry.replica.value])
                out.forked.push_back({entry.replica, entry.seq});  // an old copy of a store
            else
                own[entry.replica.value] = entry.seq;
        std::uint64_t at = request.cursor.epoch == 1 ? request.cursor.position.value : 0;
        for (; at < log.size() && out.changes.size() < pageSize; ++at) {
            const auto& sent = log[at];
            const auto mine = own.find(sent.change.dot.replica.value);
            if (mine != own.end() && sent.change.dot.seq <= mine->second)
                continue;
            out.changes.push_back(sent);
            out.pens.push_back({sent.change.dot.replica, {{{9}, 9}}, "同事", "别的电脑", "500115001"});
        }
        out.cursor = {1, {at}};
        out.more = at < log.size();
    }

    std::map<std::uint64_t, std::uint64_t> m_heads;
};

}  // namespace fayi::testing
