// SPDX-License-Identifier: Apache-2.0
// What the hub gave at each enrolment for the day when it has forgotten it (ruling 6).
#include "fayi/protocol/certificate.h"
#include "fayi/store/store.h"

namespace fayi::store {
namespace {

/// One certificate: names, an org unit and a scope; a larger one is none.
constexpr std::size_t kCertificateBytes = 64u << 10;

}  // namespace

/// They prove a token: those for another token are of no use any more.
Status Store::keepCertificate(const Enrolment& joined, const Json& certificate) const {
    const auto before = enrolment();
    const bool same = before && before->station == joined.station && before->token == joined.token;
    Json kept = Json::array();
    if (same)
        kept = Json::parse(meta("certificates"), nullptr, false);
    if (!kept.is_array() || kept.size() >= protocol::kMostCertificates)
        kept = Json::array();
    if (certificate.is_object() && certificate.dump().size() <= kCertificateBytes)
        kept.push_back(certificate);
    return setMeta("certificates", kept.dump());
}

std::string Store::certificates() const {
    const Json kept = Json::parse(meta("certificates"), nullptr, false);
    if (!kept.is_array() || kept.empty())
        return {};
    return Json{{"version", protocol::kVersion}, {"certificates", kept}}.dump();
}

}  // namespace fayi::store
