// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "fayi/protocol/change.h"

namespace fayi::protocol {

/// POST: a station that a restored hub does not know any more shows its certificates.
inline constexpr std::string_view kRejoinTarget = "/v1/rejoin";

/// People at one station, and so its certificates.
inline constexpr std::size_t kMostCertificates = 100;

/// The hub's word that it enrolled a person at a station with a pen. The station keeps it as it came; a hub
/// that was put back to a backup from before knows its own signature.
struct Certificate {
    ReplicaId hub;  ///< the hub's pen whose key signed
    Bytes signature;
    std::uint64_t station = 0;
    std::string stationName;
    RecordId person;
    std::string personName, role, org;
    std::vector<std::string> scope;
    ReplicaId replica;  ///< the person's pen
    Bytes publicKey;    ///< of that pen
    Millis issued{0};
    bool operator==(const Certificate&) const = default;
};

/// What the hub signs: all of it, the district, and the hash of the station's token.
Bytes certificateMessage(const Certificate& certificate, const std::string& district, const Bytes& tokenHash);

Json toJson(const Certificate& certificate);
Result<Certificate> certificateFrom(const Json& json);
/// The body of a rejoin: {"version","certificates":[…]}.
Result<std::vector<Certificate>> rejoinFrom(const Json& json);

}  // namespace fayi::protocol
