// SPDX-License-Identifier: Apache-2.0
#include "hub_key.h"

namespace fayi::hub {

SigningKey hubKey(const HubIdentity& hub, ReplicaId pen) {
    const Json message = Json::array({"fayi hub pen", pen.value});
    return SigningKey::fromSeed(blake2b(protocol::toCbor(message), hub.keySeed));
}

Pen penOfHub(const HubIdentity& hub) {
    Pen out;
    out.replica = hub.replica;
    out.publicKey = hubKey(hub, hub.replica).publicKey;
    out.homeOrg = hub.district;
    out.head = protocol::ChainHead::start(hub.replica);
    return out;
}

}  // namespace fayi::hub
