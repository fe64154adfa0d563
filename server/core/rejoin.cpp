// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/rejoin.h"

#include "hub_key.h"
#include "pens.h"
#include "tokens.h"

namespace fayi::hub {
namespace {

using protocol::Certificate;
using RejoinSaid = std::variant<Rejoined, Denied>;
using Denial = std::optional<Denied>;

Denied stranger() {
    return deny(401, "token",
                {"枢纽不认识这台电脑；请重新加入", "the hub does not know this station; enrol it again"});
}

/// One rejoin, inside one write transaction.
class Rejoin {
public:
    Rejoin(Context& context, const Credentials& credentials)
        : m_context(context),
          m_store(context.store),
          m_number(credentials.station),
          m_tokenHash(hashOfToken(credentials.token)) {}

    Answer<Rejoined> run(const std::vector<Certificate>& certificates);

private:
    bool isOurs(const Certificate& certificate) const;
    /// False: the number is another station's.
    Result<bool> putStation(const Certificate& certificate);
    Result<Denial> putPerson(const Certificate& certificate);

    Context& m_context;
    HubStore& m_store;
    const std::uint64_t m_number;
    const Bytes m_tokenHash;
    HubIdentity m_hub;
    Rejoined m_result;
};

bool Rejoin::isOurs(const Certificate& certificate) const {
    return certificate.station == m_number &&
           verifySignature(hubKey(m_hub, certificate.hub).publicKey,
                           certificateMessage(certificate, m_hub.district, m_tokenHash),
                           certificate.signature);
}

Result<bool> Rejoin::putStation(const Certificate& certificate) {
    FAYI_LET(known, m_store.station(m_number));
    if (known)
        return equalSecret(known->tokenHash, m_tokenHash);
    Station station;
    station.number = m_number;
    station.name = certificate.stationName;
    station.tokenHash = m_tokenHash;
    station.enrolled = certificate.issued;
    station.confirmed = true;
    FAYI_TRY(m_store.putStation(station));
    return true;
}

Result<Denial> Rejoin::putPerson(const Certificate& certificate) {
    FAYI_LET(authorities, m_store.authorities(certificate.person));
    if (authorities.empty()) {  // added after the backup: this is what the hub had said of them
        FAYI_LET(last, m_store.lastPosition());
        FAYI_TRY(m_store.putAuthority({certificate.person, last, certificate.issued, certificate.personName,
                                       certificate.role, certificate.org, certificate.scope, false, false}));
    }
    FAYI_LET(members, m_store.membersOf(m_number));
    m_result.people += std::ranges::find(members, certificate.person) == members.end() ? 1 : 0;
    FAYI_TRY(m_store.addMember(m_number, certificate.person));
    FAYI_LET(person, authorOf(m_store, certificate.person));
    return addPen(m_store, m_number, person,
                  {certificate.replica, certificate.person, certificate.publicKey});
}

Answer<Rejoined> Rejoin::run(const std::vector<Certificate>& certificates) {
    WriteScope transaction(m_store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(hub, m_store.identity());
    m_hub = std::move(hub);
    FAYI_LET(restored, m_store.restorations());
    if (restored.empty() || certificates.empty())
        return RejoinSaid(stranger());
    for (const Certificate& certificate : certificates) {
        if (!isOurs(certificate))
            return RejoinSaid(stranger());
        FAYI_LET(put, putStation(certificate));
        if (!put)
            return RejoinSaid(stranger());
        FAYI_LET(denied, putPerson(certificate));
        if (denied)
            return RejoinSaid(std::move(*denied));
    }
    FAYI_TRY(transaction.commit());
    return RejoinSaid(m_result);
}

}  // namespace

Result<Certificate> certify(HubStore& store, Certificate enrolment, const Bytes& tokenHash) {
    FAYI_LET(hub, store.identity());
    enrolment.hub = hub.replica;
    enrolment.signature =
        hubKey(hub, hub.replica).sign(certificateMessage(enrolment, hub.district, tokenHash));
    return enrolment;
}

Answer<Rejoined> rejoin(Context& context, const Credentials& credentials,
                        const std::vector<Certificate>& certificates) {
    return Rejoin(context, credentials).run(certificates);
}

}  // namespace fayi::hub
