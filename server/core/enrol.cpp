// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/enrol.h"

#include "authority.h"
#include "fayi/base/crypto.h"
#include "fayi/base/limits.h"
#include "fayi/server/rejoin.h"
#include "hub_key.h"
#include "pens.h"
#include "tokens.h"

namespace fayi::hub {
namespace {

using EnrolSaid = std::variant<protocol::EnrolResponse, Denied>;

Denied unknownCode() {
    return deny(403, "unknown-code",
                {"加入码不对，请核对后再输入", "there is no such code; check it and try again"});
}

Denied tooManyTries(std::chrono::seconds wait) {
    const std::string seconds = std::to_string(wait.count());
    Denied out = deny(429, "too-many-tries",
                      {"试错次数过多，请在 " + seconds + " 秒后再试",
                       "too many wrong tries; try again in " + seconds + " seconds"});
    out.retryAfter = wait;
    return out;
}

std::chrono::seconds lockAfter(int failures) {
    std::chrono::seconds lock = kFirstLock;
    for (int i = kFreeTries; i < failures && lock < kLongestLock; ++i)
        lock *= 2;
    return std::min(lock, kLongestLock);
}

/// One enrolment, inside one write transaction.
class Enrolment {
public:
    Enrolment(Context& context, const protocol::EnrolRequest& request, AskedBy by)
        : m_context(context),
          m_store(context.store),
          m_request(request),
          m_signed(by == AskedBy::Bundle),
          m_now(context.clock.now()) {}

    Answer<protocol::EnrolResponse> run();

private:
    Result<std::optional<Denied>> findCode();
    Answer<protocol::EnrolResponse> admit();
    Result<std::optional<Denied>> findStation();
    /// The station of an enrolment whose answer may have got lost: same pen, and never heard of since.
    Result<bool> isRepeat();
    Result<protocol::EnrolResponse> answer() const;
    Status noteFailure();

    Context& m_context;
    HubStore& m_store;
    const protocol::EnrolRequest& m_request;
    const bool m_signed;  ///< by the pen that asks, so that nobody else can ask again
    const Millis m_now;
    EnrolGuard m_guard;
    EnrolCode m_code;
    std::optional<Author> m_person;
    Station m_station;
    std::string m_token;
};

Status Enrolment::noteFailure() {
    ++m_guard.failures;
    m_guard.lastFailure = m_now;
    if (m_guard.failures >= kFreeTries)
        m_guard.lockedUntil = m_now + lockAfter(m_guard.failures);
    return m_store.putGuard(m_guard);
}

Result<std::optional<Denied>> Enrolment::findCode() {
    const std::string normal = normalCode(m_request.code);
    if (normal.empty())
        return std::optional(unknownCode());
    FAYI_LET(guard, m_store.guard(selectorOf(normal)));
    m_guard = std::move(guard);
    if (m_now < m_guard.lockedUntil)
        return std::optional(
            tooManyTries(std::chrono::ceil<std::chrono::seconds>(m_guard.lockedUntil - m_now)));
    FAYI_LET(code, m_store.code(selectorOf(normal)));
    if (!code || !equalSecret(code->hash, hashOfCode(normal))) {
        FAYI_TRY(noteFailure());
        return std::optional(unknownCode());
    }
    m_code = std::move(*code);
    if (m_guard.failures > 0)
        FAYI_TRY(m_store.putGuard({m_guard.selector, 0, {}, m_now}));
    return std::optional<Denied>();
}

Result<bool> Enrolment::isRepeat() {
    if (m_code.usedByPen != m_request.pen.replica)
        return false;
    FAYI_LET(pen, m_store.pen(m_code.usedByPen));
    FAYI_LET(station, m_store.station(m_code.usedBy));
    if (!pen || !station || pen->publicKey != m_request.pen.publicKey)
        return false;
    if (m_request.station)
        return *m_request.station == station->number;  // it proves itself by its token
    m_station = std::move(*station);
    return m_signed || !m_station.confirmed;
}

Result<std::optional<Denied>> Enrolment::findStation() {
    if (m_request.station) {
        FAYI_LET(station, m_store.station(*m_request.station));
        if (!station || !equalSecret(station->tokenHash, hashOfToken(m_request.token)))
            return std::optional(
                deny(401, "token", {"枢纽不认识这台电脑", "the hub does not know this station"}));
        m_station = std::move(*station);
        m_token = m_request.token;
        return std::optional<Denied>();
    }
    FAYI_LET(hub, m_store.identity());
    m_token = m_signed ? tokenByBundle(hub, m_request.pen) : makeToken(m_context.random);
    m_station.tokenHash = hashOfToken(m_token);
    if (m_station.number != 0) {
        FAYI_TRY(m_store.putStation(m_station));
        return std::optional<Denied>();
    }
    m_station.name = prefixOf(m_request.stationName, limits::kTextPoints);
    m_station.enrolled = m_now;
    FAYI_LET(number, m_store.addStation(m_station));
    m_station.number = number;
    return std::optional<Denied>();
}

Answer<protocol::EnrolResponse> Enrolment::admit() {
    FAYI_LET(person, authorOf(m_store, m_code.person));
    m_person = std::move(person);
    if (m_person->now().revoked)
        return EnrolSaid(
            deny(403, "revoked", {"此人的授权已被撤销", "this person's authority has been revoked"}));
    if (m_code.used) {
        FAYI_LET(repeat, isRepeat());
        if (!repeat)
            return EnrolSaid(deny(403, "used-code",
                                  {"这个加入码已经用过；请向区县管理员另要一个",
                                   "this code has been used; ask the district for another"}));
    } else if (m_now >= m_code.expires) {
        return EnrolSaid(deny(403, "expired-code",
                              {"这个加入码已过期（" + toIsoChina(m_code.expires) + "）；请另要一个",
                               "this code expired at " + toIsoChina(m_code.expires) + "; ask for another"}));
    }
    FAYI_LET(stranger, findStation());
    if (stranger)
        return EnrolSaid(std::move(*stranger));
    FAYI_LET(denied, addPen(m_store, m_station.number, *m_person, m_request.pen));
    if (denied)
        return EnrolSaid(std::move(*denied));
    FAYI_TRY(m_store.addMember(m_station.number, m_code.person));
    m_code.used = true;
    m_code.usedBy = m_station.number;
    m_code.usedByPen = m_request.pen.replica;
    FAYI_TRY(m_store.putCode(m_code));
    FAYI_LET(response, answer());
    return EnrolSaid(std::move(response));
}

Result<protocol::EnrolResponse> Enrolment::answer() const {
    FAYI_LET(hub, m_store.identity());
    protocol::EnrolResponse out;
    out.station = m_station.number;
    out.token = m_token;
    out.person = m_code.person;
    out.personName = m_person->now().name;
    out.role = m_person->now().role;
    out.org = m_person->now().org;
    out.scope = m_person->now().scope;
    out.district = hub.district;
    out.districtName = hub.name;
    out.epoch = hub.epoch;
    out.hubTime = m_now;
    out.keys = keysOf(hub);
    protocol::Certificate said;
    said.station = m_station.number;
    said.stationName = m_station.name;
    said.person = out.person;
    said.personName = out.personName;
    said.role = out.role;
    said.org = out.org;
    said.scope = out.scope;
    said.replica = m_request.pen.replica;
    said.publicKey = m_request.pen.publicKey;
    said.issued = m_now;
    FAYI_LET(certificate, certify(m_store, std::move(said), m_station.tokenHash));
    out.certificate = toJson(certificate);
    return out;
}

Answer<protocol::EnrolResponse> Enrolment::run() {
    WriteScope transaction(m_store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(denied, findCode());
    if (denied) {
        FAYI_TRY(transaction.commit());  // the wrong try counts
        return EnrolSaid(std::move(*denied));
    }
    FAYI_LET(answer, admit());
    if (std::holds_alternative<protocol::EnrolResponse>(answer))
        FAYI_TRY(transaction.commit());
    return answer;
}

}  // namespace

Answer<protocol::EnrolResponse> enrol(Context& context, const protocol::EnrolRequest& request, AskedBy by) {
    return Enrolment(context, request, by).run();
}

Result<Json> issueCode(Context& context, RecordId person, std::chrono::hours validFor) {
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(author, authorOf(context.store, person));
    if (author.now().revoked)
        return Error{
            ErrorCode::Validation,
            {author.now().name + " 的授权已被撤销", author.now().name + "'s authority has been revoked"}};
    EnrolCode code;
    std::string shown;
    constexpr int kTries = 100;  // of about a million selectors
    for (int i = 0; i < kTries; ++i) {
        shown = makeCode(context.random);
        code.selector = selectorOf(shown);
        FAYI_LET(taken, context.store.code(code.selector));
        if (!taken)
            break;
        code.selector.clear();
    }
    if (code.selector.empty())
        return Error{ErrorCode::Internal, {"无法生成新的加入码", "no free code could be made"}};
    code.hash = hashOfCode(normalCode(shown));
    code.person = person;
    code.expires = context.clock.now() + validFor;
    FAYI_TRY(context.store.putCode(code));
    FAYI_TRY(context.store.putGuard({code.selector, 0, {}, context.clock.now()}));
    FAYI_TRY(transaction.commit());
    return Json{{"code", shown}, {"expires", toIsoChina(code.expires)}};
}

Result<protocol::EnrolFile> enrolFile(Context& context, RecordId person, const std::string& code,
                                      const std::string& server) {
    FAYI_LET(hub, context.store.identity());
    FAYI_LET(author, authorOf(context.store, person));
    const PersonAuthority& now = author.now();
    return protocol::EnrolFile{code,     context.clock.now(),
                               server,   hub.district,
                               hub.name, keysOf(hub),
                               person,   now.name,
                               now.role, now.org,
                               now.scope};
}

}  // namespace fayi::hub
