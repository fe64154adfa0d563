// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "fayi/base/crypto.h"
#include "fayi/server/reports.h"

namespace fayi::hub {
namespace {

using protocol::ChainHead;

/// Walks the chains of all pens, each from its start.
class Verifier {
public:
    explicit Verifier(HubStore& store) : m_store(store) {}

    Status run() {
        FAYI_TRY(m_store.eachRefused([this](const RefusedChange& change) -> Status {
            m_refused.emplace(change.dot, change);
            return {};
        }));
        FAYI_LET(pens, m_store.pens());
        for (const Pen& pen : pens)
            m_pens.emplace(pen.replica, pen);
        FAYI_TRY(m_store.eachChange([this](const LoggedChange& change) { return take(change); }));
        FAYI_TRY(leave());
        // Pens all of whose changes were refused, or dropped.
        for (const Pen& pen : pens)
            if (!m_seen.contains(pen.replica)) {
                FAYI_TRY(enter(pen.replica));
                FAYI_TRY(leave());
            }
        return {};
    }

    std::uint64_t changes() const { return m_changes; }
    std::optional<Dot> firstBad() const { return m_firstBad; }

private:
    void blame(std::uint64_t seq) {
        if (!m_bad && !m_firstBad)
            m_firstBad = Dot{m_replica, seq};
        m_bad = true;
    }

    Status take(const LoggedChange& logged) {
        ++m_changes;
        if (logged.line.dot.replica != m_replica || !m_open) {
            FAYI_TRY(leave());
            FAYI_TRY(enter(logged.line.dot.replica));
        }
        if (m_bad)
            return {};
        passRefused();
        const auto change = protocol::decodeChange(logged.body);
        if (m_bad)
            return {};
        if (logged.line.dot.seq != m_head.seq + 1 || !change || change->dot != logged.line.dot ||
            change->record != logged.line.record) {
            blame(m_head.seq + 1);
            return {};
        }
        advance(protocol::extend(m_head, *change), logged.chain);
        return {};
    }

    /// Refused changes took their numbers too; an oversized one is its chain hash and no more.
    void passRefused() {
        for (auto at = m_refused.find({m_replica, m_head.seq + 1}); at != m_refused.end() && !m_bad;
             at = m_refused.find({m_replica, m_head.seq + 1})) {
            ++m_changes;
            const RefusedChange& refused = at->second;
            if (refused.body.empty()) {
                const Bytes& key = refused.seed.empty() ? m_head.seed : refused.seed;
                advance({refused.dot.seq, refused.chain, protocol::keyAfter(key, 1)}, refused.chain);
                continue;
            }
            const auto change = protocol::decodeChange(refused.body);
            if (!change || change->dot != refused.dot)
                return blame(refused.dot.seq);
            advance(protocol::extend(m_head, *change), refused.chain);
        }
    }

    void advance(ChainHead next, const Bytes& stored) {
        m_head = std::move(next);
        if (m_head.hash != stored)
            return blame(m_head.seq);
        const auto head = m_heads.find(m_head.seq);
        if (head == m_heads.end())
            return;
        const bool sound =
            head->second.hash == m_head.hash &&
            verifySignature(m_key, protocol::headMessage(m_replica, m_head), head->second.signature);
        if (!sound)
            return blame(m_signed + 1);
        m_signed = m_head.seq;
    }

    Status enter(ReplicaId replica) {
        m_open = true;
        m_bad = false;
        m_replica = replica;
        m_seen.insert(replica);
        m_head = ChainHead::start(replica);
        m_signed = 0;
        m_heads.clear();
        const auto pen = m_pens.find(replica);
        if (pen == m_pens.end()) {
            blame(1);
            return {};
        }
        m_key = pen->second.publicKey;
        FAYI_LET(heads, m_store.signedHeads(replica));
        for (protocol::SignedHead& head : heads)
            m_heads.emplace(head.seq, std::move(head));
        return {};
    }

    /// The end of a pen's chain: nothing may be missing behind it.
    Status leave() {
        if (!m_open)
            return {};
        if (!m_bad)
            passRefused();
        const auto pen = m_pens.find(m_replica);
        if (!m_bad && pen != m_pens.end())
            checkEnd(pen->second.head);
        m_open = false;
        return {};
    }

    /// The log must end where the pen did, and where it signed.
    void checkEnd(const ChainHead& end) {
        const std::uint64_t reached = std::max(end.seq, m_heads.empty() ? 0 : m_heads.rbegin()->first);
        if (reached > m_head.seq)
            blame(m_head.seq + 1);
        else if (end.seq < m_head.seq)
            blame(end.seq + 1);
        else if (end.hash != m_head.hash)
            blame(std::max<std::uint64_t>(end.seq, 1));
        else if (m_signed != m_head.seq)
            blame(m_signed + 1);
    }

    HubStore& m_store;
    std::map<Dot, RefusedChange> m_refused;
    std::map<ReplicaId, Pen> m_pens;
    std::set<ReplicaId> m_seen;
    std::uint64_t m_changes = 0;
    std::optional<Dot> m_firstBad;

    bool m_open = false, m_bad = false;
    ReplicaId m_replica;
    ChainHead m_head;
    std::uint64_t m_signed = 0;  ///< the last seq that a sound signature covers
    Bytes m_key;
    std::map<std::uint64_t, protocol::SignedHead> m_heads;
};

}  // namespace

Result<Json> verifyLog(Context& context) {
    ReadScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    Verifier verifier(context.store);
    FAYI_TRY(verifier.run());
    const auto bad = verifier.firstBad();
    Json out{{"ok", !bad.has_value()},
             {"changes", verifier.changes()},
             {"first_bad", bad ? Json(toText(*bad)) : Json()}};
    FAYI_LET(contradicted, context.store.contradictions());
    if (contradicted > 0)
        out["contradicted"] = contradicted;
    return out;
}

}  // namespace fayi::hub
