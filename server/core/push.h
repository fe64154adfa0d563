// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "authority.h"
#include "fayi/server/context.h"
#include "ledger.h"

namespace fayi::hub {

/// What became of a push.
struct PushResult {
    std::vector<protocol::Ack> acks;
    std::vector<protocol::Fork> forked;
    std::uint64_t accepted = 0, refused = 0, known = 0;  ///< changes
};

/// One push, inside the caller's write transaction. Every change is either known already, accepted, or
/// refused with a reason; a refused one takes its seq and blocks nothing. A page that is not what its pens
/// signed is denied as a whole, and nothing is written.
class Push {
public:
    Push(Context& context, const Reference& reference, const Station& station,
         const std::vector<Author>& people, const protocol::SyncRequest& request);

    Answer<PushResult> run();

private:
    /// One replica's part of the page.
    struct Part {
        Pen pen;
        std::uint64_t known = 0;  ///< the hub's head before this push
        std::uint64_t first = 0, last = 0;
        std::vector<protocol::ChainHead> chain;  ///< after each change, from `first` on
        protocol::SignedHead head;
        protocol::Ack ack;
        bool forked = false;
        std::uint64_t common = 0;   ///< of a forked one: the last seq before it differs
        bool gap = false;           ///< it begins past what the hub has: nothing of it is taken
        std::uint64_t covered = 0;  ///< up to here the hub had answered in a life it has forgotten
        std::map<std::uint64_t, protocol::Refusal> refusedThen;  ///< and this is what it refused then
    };
    using Denial = std::optional<Denied>;

    Result<Denial> introduce();
    Result<Denial> readParts();
    Result<Denial> checkPart(Part& part);
    protocol::ChainHead follow(Part& part, protocol::ChainHead head) const;
    Result<bool> followOn(Part& part) const;
    Status findCommon(Part& part) const;
    Status findContradiction(Part& part);
    void readReceipt(Part& part) const;
    void sign(Part& part) const;
    std::optional<protocol::Refusal> judgedThen(const Part& part, std::uint64_t seq) const;
    std::vector<const protocol::Change*> inOrderOfTime() const;
    Status take(const protocol::Change& change);
    Status answerKnown(Part& part, const protocol::Change& change);
    Status acceptNew(Part& part, const protocol::Change& change);
    /// What stations had testified of a change, if it was forgotten once and comes back now.
    Result<std::optional<LoggedChange>> testimonyOf(Dot dot) const;
    Status acceptTestified(Part& part, const protocol::Change& change, const LoggedChange& testimony);
    Status refuse(Part& part, const protocol::Change& change, protocol::Refusal refusal);
    Result<std::optional<protocol::Refusal>> judge(const Part& part, const protocol::Change& change,
                                                   const HubRecord* record);
    Result<std::optional<protocol::Refusal>> restsOnRefused(const protocol::Change& change,
                                                            const HubRecord* record);
    Result<std::vector<std::string>> orgsThen(const protocol::Change& change);
    Result<bool> isRefused(Dot dot);
    const Author* authorOfPen(const Pen& pen) const;
    HybridTime effectiveOf(HybridTime claimed, HybridTime last) const;

    Context& m_context;
    const Reference& m_reference;
    const Station& m_station;
    const std::vector<Author>& m_people;
    const protocol::SyncRequest& m_request;
    const Millis m_now;
    Ledger m_ledger;
    HubIdentity m_hub;
    bool m_restored = false;  ///< this hub has forgotten something once
    std::map<ReplicaId, Part> m_parts;
    /// A pen of this store has come to mean something else: what its other pens wrote may name that in its
    /// contexts, so nothing new is taken until the store has issued it again.
    bool m_forks = false;
    std::map<Dot, bool> m_refusedDots;
    PushResult m_result;
};

/// Hub minus station when the request was sent, the way of the request counted in; clamped to a century.
Millis clockOffset(Millis hubNow, Millis stationClock);
/// The same of a request: of one that was carried by hand, what the station last knew, and not more than that
/// it was written before it came.
Millis clockOffset(Millis hubNow, const protocol::SyncRequest& request);

}  // namespace fayi::hub
