// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/chain.h"

#include <cstdlib>

#include "fayi/base/crypto.h"

namespace fayi::protocol {
namespace {

Json binary(std::string_view bytes) {
    return Json::binary({bytes.begin(), bytes.end()});
}

Bytes valueDigest(std::string_view seed, std::uint64_t seq, std::size_t index, const merge::Write& write) {
    return blake2b(toCbor(Json::array({seq, index, write.path, write.value})), seed);
}

}  // namespace

ChainHead ChainHead::start(ReplicaId replica) {
    return {0, blake2b(toCbor(Json::array({"fayi chain", replica.value}))), {}};
}

ChainHead extend(const ChainHead& head, const Change& change) {
    if (change.dot.seq != head.seq + 1)
        std::abort();
    ChainHead out{change.dot.seq, {}, change.seed.empty() ? head.seed : change.seed};
    Json writes = Json::array();
    for (std::size_t i = 0; i < change.writes.size(); ++i) {
        const merge::Write& write = change.writes[i];
        writes.push_back(Json::array({write.path, binary(valueDigest(out.seed, change.dot.seq, i, write)),
                                      toJson(write.context), toJson(write.wide)}));
    }
    out.hash = blake2b(
        toCbor(Json::array({binary(head.hash), change.dot.replica.value, change.dot.seq, change.time.packed,
                            change.record.created.replica.value, change.record.created.seq, change.type,
                            change.authority.value, std::move(writes)})));
    return out;
}

Bytes headMessage(ReplicaId replica, const ChainHead& head) {
    return toCbor(Json::array({"fayi head", replica.value, head.seq, binary(head.hash)}));
}

}  // namespace fayi::protocol
