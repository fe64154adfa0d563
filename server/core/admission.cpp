// SPDX-License-Identifier: Apache-2.0
#include "admission.h"

#include "fayi/base/crypto.h"
#include "tokens.h"

namespace fayi::hub {
namespace {

Denied badToken() {
    return deny(401, "token",
                {"枢纽不认识这台电脑；请重新加入", "the hub does not know this station; enrol it again"});
}

Denied ended() {
    return deny(403, "revoked",
                {"这台电脑上所有人员的授权都已被撤销",
                 "the authority of everybody at this station has been revoked"});
}

}  // namespace

bool isProven(const Station& station, const Credentials& credentials) {
    return credentials.signedFor || equalSecret(station.tokenHash, hashOfToken(credentials.token));
}

Answer<Admission> admit(Context& context, const Credentials& credentials, bool lastWords) {
    using Said = std::variant<Admission, Denied>;
    FAYI_LET(station, context.store.station(credentials.station));
    if (!station || !isProven(*station, credentials))
        return Said(badToken());
    Admission out;
    out.station = std::move(*station);
    FAYI_LET(members, context.store.membersOf(out.station.number));
    for (const RecordId member : members) {
        FAYI_LET(author, authorOf(context.store, member));
        out.people.push_back(std::move(author));
    }
    FAYI_LET(reference, context.references.current(context.store));
    out.reference = std::move(reference);
    out.scope = scopeOf(out.people, *out.reference);
    if (out.scope.endedNow || (!out.scope.anybody && !lastWords))
        return Said(ended());
    return Said(std::move(out));
}

}  // namespace fayi::hub
