// SPDX-License-Identifier: Apache-2.0
#include "hub_key.h"

namespace fayi::hub {
namespace {

Bytes derived(const HubIdentity& hub, const Json& what) {
    return blake2b(protocol::toCbor(what), hub.keySeed);
}

}  // namespace

SigningKey hubKey(const HubIdentity& hub, ReplicaId pen) {
    return SigningKey::fromSeed(derived(hub, Json::array({"fayi hub pen", pen.value})));
}

SealKey bundleKey(const HubIdentity& hub) {
    return SealKey::fromSeed(derived(hub, Json::array({"fayi hub bundles, sealed"})));
}

SigningKey bundleSignature(const HubIdentity& hub) {
    return SigningKey::fromSeed(derived(hub, Json::array({"fayi hub bundles, signed"})));
}

protocol::HubKeys keysOf(const HubIdentity& hub) {
    return {bundleKey(hub).publicKey, bundleSignature(hub).publicKey};
}

std::string tokenByBundle(const HubIdentity& hub, const protocol::PenIntroduction& pen) {
    constexpr std::size_t kBytes = 18;  // as long as any other
    return toBase64Url(
        derived(hub, Json::array({"fayi hub bundles, token", pen.replica.value, toHex(pen.publicKey)}))
            .substr(0, kBytes));
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
