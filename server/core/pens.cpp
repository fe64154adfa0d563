// SPDX-License-Identifier: Apache-2.0
#include "pens.h"

#include "fayi/base/crypto.h"

namespace fayi::hub {
namespace {

Error damaged(Dot dot) {
    return {ErrorCode::Damaged, {"修改记录中缺少 " + toText(dot), "the log lacks the change " + toText(dot)}};
}

/// One link of a pen's chain, with as much of the keys as the log holds at it.
struct Link {
    Bytes hash;
    Bytes own;            ///< key of this change, if it brings one
    Bytes next;           ///< key of the next one, if it is written out
    bool salted = false;  ///< nothing of the key before it leads past it
};

Link linkOf(Bytes hash, const protocol::Change& change) {
    return {std::move(hash), change.seed, change.salts ? change.salts->next : Bytes(),
            change.salts.has_value()};
}

Result<Link> linkAt(HubStore& store, Dot dot) {
    FAYI_LET(logged, store.changeOf(dot));
    if (logged) {
        FAYI_LET(change, protocol::decodeChange(logged->body));
        return linkOf(std::move(logged->chain), change);
    }
    FAYI_LET(refused, store.refusedOf(dot));
    if (!refused)
        return damaged(dot);
    if (refused->body.empty())
        return Link{refused->chain, refused->seed, {}, false};
    FAYI_LET(change, protocol::decodeChange(refused->body));
    return linkOf(refused->chain, change);
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
    protocol::ChainHead out{seq, link.hash, {}};
    const std::uint64_t opening = (seq - 1) / protocol::kSaltBlock * protocol::kSaltBlock + 1;
    FAYI_LET(first, linkAt(store, {pen.replica, opening}));
    if (!first.own.empty()) {
        out.seed = protocol::keyAfter(first.own, seq - opening + 1);
        return out;
    }
    // Something of the block was erased: the key goes on from the last change whose salts are written out.
    std::uint64_t at = seq;
    while (!link.salted && at > opening) {
        FAYI_LET(before, linkAt(store, {pen.replica, --at}));
        link = std::move(before);
    }
    out.seed = protocol::keyAfter(link.next, seq - at);
    return out;
}

}  // namespace fayi::hub
