// SPDX-License-Identifier: Apache-2.0
#include "fayi/protocol/certificate.h"

#include <stdexcept>

#include "cbor.h"
#include "fayi/base/crypto.h"
#include "fayi/protocol/messages.h"
#include "numbers.h"

namespace fayi::protocol {
namespace {

template <typename T>
T given(std::optional<T> value, const char* what) {
    if (!value)
        throw std::out_of_range(what);
    return *value;
}

Certificate readCertificate(const Json& json) {
    Certificate out;
    const auto text = [&json](const char* key) { return json.at(key).get<std::string>(); };
    out.hub = given(parseReplicaId(text("hub")), "hub");
    out.signature = fromHex(text("signature"));
    out.station = wholeOf(json.at("station"));
    out.stationName = text("stationName");
    out.person = given(parseRecordId(text("person")), "person");
    out.personName = text("personName");
    out.role = text("role");
    out.org = text("org");
    out.scope = json.at("scope").get<std::vector<std::string>>();
    out.replica = given(parseReplicaId(text("replica")), "replica");
    out.publicKey = fromHex(text("publicKey"));
    out.issued = clockOf(json.at("issued"));
    return out;
}

Error malformed(const std::exception& failure) {
    const std::string detail = failure.what();
    return {ErrorCode::Validation, {"加入凭据格式不对：" + detail, "malformed certificate: " + detail}};
}

}  // namespace

Bytes certificateMessage(const Certificate& c, const std::string& district, const Bytes& tokenHash) {
    return toCbor(
        Json::array({"fayi certificate", c.hub.value, district, c.station, binary(tokenHash), c.stationName,
                     Json::array({c.person.created.replica.value, c.person.created.seq}), c.personName,
                     c.role, c.org, c.scope, c.replica.value, binary(c.publicKey), c.issued.count()}));
}

Json toJson(const Certificate& c) {
    return {{"hub", toText(c.hub)},
            {"signature", toHex(c.signature)},
            {"station", c.station},
            {"stationName", c.stationName},
            {"person", toText(c.person)},
            {"personName", c.personName},
            {"role", c.role},
            {"org", c.org},
            {"scope", c.scope},
            {"replica", toText(c.replica)},
            {"publicKey", toHex(c.publicKey)},
            {"issued", c.issued.count()}};
}

Result<Certificate> certificateFrom(const Json& json) {
    try {
        return readCertificate(json);
    } catch (const std::exception& failure) {
        return malformed(failure);
    }
}

Result<std::vector<Certificate>> rejoinFrom(const Json& json) {
    try {
        const Json& list = json.at("certificates");
        if (signedOf(json.at("version")) != kVersion || list.size() > kMostCertificates)
            throw std::out_of_range("certificates");
        std::vector<Certificate> out;
        for (const Json& certificate : list)
            out.push_back(readCertificate(certificate));
        return out;
    } catch (const std::exception& failure) {
        return malformed(failure);
    }
}

}  // namespace fayi::protocol
