// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/receipt.h"

#include "cbor.h"
#include "fayi/base/crypto.h"

namespace fayi::protocol {

Bytes foldRefused(const Bytes& before, std::uint64_t seq) {
    return blake2b(toCbor(Json::array({binary(before), seq})));
}

Bytes receiptMessage(ReplicaId hub, ReplicaId replica, std::uint64_t seq, const Bytes& hash,
                     const Bytes& refused) {
    return toCbor(
        Json::array({"fayi receipt", hub.value, replica.value, seq, binary(hash), binary(refused)}));
}

}  // namespace fayi::protocol
