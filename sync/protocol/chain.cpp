// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/chain.h"

#include <cstdlib>

#include "cbor.h"
#include "fayi/base/crypto.h"

namespace fayi::protocol {
namespace {

Json binary(std::string_view bytes) {
    return Json::binary({bytes.begin(), bytes.end()});
}

}  // namespace

ChainHead ChainHead::start(ReplicaId replica) {
    return {0, blake2b(toCbor(Json::array({"fayi chain", replica.value}))), {}};
}

ChainHead extend(const ChainHead& head, const Change& change) {
    if (change.dot.seq != head.seq + 1)
        std::abort();
    ChainHead out{change.dot.seq, {}, change.seed.empty() ? head.seed : change.seed};
    CborWriter link, value;
    link.array(9).bytes(head.hash).number(change.dot.replica.value).number(change.dot.seq);
    link.number(change.time.packed).number(change.record.created.replica.value);
    link.number(change.record.created.seq).text(change.type).number(change.authority.value);
    link.array(change.writes.size());
    for (std::size_t i = 0; i < change.writes.size(); ++i) {
        const merge::Write& write = change.writes[i];
        value.clear();
        value.array(4).number(change.dot.seq).number(i).text(write.path).value(write.value);
        link.array(4).text(write.path).bytes(blake2b(value.out(), out.seed));
        link.vector(write.context).vector(write.wide);
    }
    out.hash = blake2b(link.out());
    return out;
}

Bytes headMessage(ReplicaId replica, const ChainHead& head) {
    return toCbor(Json::array({"fayi head", replica.value, head.seq, binary(head.hash)}));
}

}  // namespace fayi::protocol
