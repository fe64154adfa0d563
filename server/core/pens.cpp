// SPDX-License-Identifier: Apache-2.0
#include "pens.h"

#include "fayi/base/crypto.h"

namespace fayi::hub {
namespace {

Error damaged(Dot dot) {
    return {ErrorCode::Damaged, {"修改记录中缺少 " + toText(dot), "the log lacks the change " + toText(dot)}};
}

/// Hash of the chain after a change, and its salt seed if it opens a block.
Result<std::pair<Bytes, Bytes>> linkAt(HubStore& store, Dot dot) {
    FAYI_LET(logged, store.changeOf(dot));
    if (logged) {
        FAYI_LET(change, protocol::decodeChange(logged->body));
        return std::pair(logged->chain, change.seed);
    }
    FAYI_LET(refused, store.refusedOf(dot));
    if (!refused)
        return damaged(dot);
    return std::pair(refused->chain, refused->seed);
}

}  // namespace

Result<std::optional<Denied>> addPen(HubStore& store, std::uint64_t station, const Author& person,
                                     const protocol::PenIntroduction& pen) {
    using Denial = std::optional<Denied>;
    if (pen.replica.value == 0 || pen.publicKey.size() != kHashBytes)
        return Denial(deny(400, "malformed", {"笔的标识或公钥不合规定", "malformed id or key of a pen"}));
    FAYI_LET(known, store.pen(pen.replica));
    if (known) {
        const bool same =
            known->station == station && known->person == person.person && known->publicKey == pen.publicKey;
        return same ? Denial()
                    : Denial(deny(409, "pen",
                                  {"这支笔已属于另一台电脑或另一个人",
                                   "this pen belongs to another station or person"}));
    }
    FAYI_LET(pens, store.pensOf(station));
    if (pens.size() >= kPensOfStation)
        return Denial(deny(409, "pen", {"这台电脑登记的笔过多", "too many pens at this station"}));
    Pen added;
    added.replica = pen.replica;
    added.person = person.person;
    added.station = station;
    added.publicKey = pen.publicKey;
    added.homeOrg = person.now().org;
    added.head = protocol::ChainHead::start(pen.replica);
    FAYI_TRY(store.putPen(added));
    return Denial();
}

Result<protocol::ChainHead> headAt(HubStore& store, const Pen& pen, std::uint64_t seq) {
    if (seq == pen.head.seq)
        return pen.head;
    if (seq == 0)
        return protocol::ChainHead::start(pen.replica);
    FAYI_LET(link, linkAt(store, {pen.replica, seq}));
    const std::uint64_t opening = (seq - 1) / protocol::kSaltBlock * protocol::kSaltBlock + 1;
    FAYI_LET(seed, linkAt(store, {pen.replica, opening}));
    return protocol::ChainHead{seq, link.first, seed.second};
}

}  // namespace fayi::hub
