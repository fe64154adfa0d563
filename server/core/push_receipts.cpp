// SPDX-License-Identifier: Apache-2.0
// What was acknowledged is never refused later, though the hub has forgotten it (ruling 6).
#include "fayi/merge/path.h"
#include "hub_key.h"
#include "push.h"

namespace fayi::hub {
namespace {

/// A testimony may say less than was signed, not something else.
bool contradicts(const protocol::Change& said, const protocol::Change& signedOne) {
    return said.record != signedOne.record ||
           !std::ranges::all_of(said.writes, [&](const merge::Write& write) {
               return std::ranges::any_of(signedOne.writes, [&](const merge::Write& other) {
                   return merge::resolvePath(other.path, signedOne.dot) ==
                              merge::resolvePath(write.path, said.dot) &&
                          (other.value == write.value || write.value.is_null());
               });
           });
}

}  // namespace

/// A receipt counts if a pen of this district's hub signed it over the very chain that was sent, and over the
/// refused changes that it names.
void Push::readReceipt(Part& part) const {
    const auto receipt = std::ranges::find(m_request.receipts, part.pen.replica, &protocol::Receipt::replica);
    if (part.forked || receipt == m_request.receipts.end() || receipt->seq <= part.known ||
        receipt->seq > part.last)
        return;
    Bytes refused = part.pen.refused;
    std::map<std::uint64_t, protocol::Refusal> named;
    for (const protocol::Refusal& refusal : receipt->refused)
        named.emplace(refusal.seq, refusal);
    for (const auto& [seq, refusal] : named)
        if (seq > part.known)  // those before are in what we hold
            refused = protocol::foldRefused(refused, seq);
    const Bytes message = protocol::receiptMessage(receipt->hub, part.pen.replica, receipt->seq,
                                                   part.chain[receipt->seq - part.first].hash, refused);
    if (!verifySignature(hubKey(m_hub, receipt->hub).publicKey, message, receipt->signature))
        return;
    part.covered = receipt->seq;
    part.refusedThen = std::move(named);
}

std::optional<protocol::Refusal> Push::judgedThen(const Part& part, std::uint64_t seq) const {
    const auto refused = part.refusedThen.find(seq);
    return refused == part.refusedThen.end() ? std::nullopt : std::optional(refused->second);
}

Result<std::optional<LoggedChange>> Push::testimonyOf(Dot dot) const {
    if (!m_restored)
        return std::optional<LoggedChange>();
    return m_context.store.changeOf(dot);  // past the pen's head there is nothing else
}

/// Others hold something else under a name of this pen, and no receipt says that the hub had taken it from
/// here: two copies of one store wrote under it before the hub was put back. A name has one meaning: what is
/// signed here goes by another. Common is what was told of the pen without a gap, and is the same.
Status Push::findContradiction(Part& part) {
    if (!m_restored || part.forked || part.gap)
        return {};
    std::uint64_t same = part.known;
    for (const protocol::SentChange& sent : m_request.changes) {
        const Dot dot = sent.change.dot;
        if (dot.replica != part.pen.replica || dot.seq <= part.known)
            continue;
        FAYI_LET(testimony, testimonyOf(dot));
        if (!testimony)
            continue;
        FAYI_LET(said, protocol::decodeChange(testimony->body));
        const bool differs = contradicts(said, sent.change);
        // A receipt of one life of the hub does not help where in the next another copy has given the name to
        // a change of another record, or to one that was accepted while this was refused.
        const bool irreconcilable = said.record != sent.change.record || judgedThen(part, dot.seq);
        if (differs && (dot.seq > part.covered || irreconcilable)) {
            part.forked = m_forks = true;
            part.common = same;
            return {};
        }
        same += !differs && dot.seq == same + 1 ? 1 : 0;
    }
    return {};
}

/// That others held it says that it was accepted once. What its author signed counts.
Status Push::acceptTestified(Part& part, const protocol::Change& change, const LoggedChange& testimony) {
    FAYI_LET(said, protocol::decodeChange(testimony.body));
    if (contradicts(said, change))
        FAYI_TRY(m_context.store.putContradicted(testimony, m_now));
    part.pen.head = part.chain[change.dot.seq - part.first];
    part.pen.lastEffective = std::max(part.pen.lastEffective, testimony.effective);
    if (testimony.effective != change.time)
        part.ack.effective.emplace_back(change.dot.seq, testimony.effective);
    ++m_result.accepted;
    return m_ledger.confirm(change, testimony.effective, part.pen.head.hash);
}

void Push::sign(Part& part) const {
    if (part.gap || part.ack.seq < part.pen.head.seq)  // signed is the head alone
        return;
    part.ack.hub = m_hub.replica;
    part.ack.receipt = hubKey(m_hub, m_hub.replica)
                           .sign(protocol::receiptMessage(m_hub.replica, part.pen.replica, part.ack.seq,
                                                          part.pen.head.hash, part.pen.refused));
}

}  // namespace fayi::hub
