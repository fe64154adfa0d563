// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/sync.h"

#include <charconv>

#include "authority.h"
#include "fayi/base/crypto.h"
#include "other_life.h"
#include "pull.h"
#include "push.h"
#include "tokens.h"

namespace fayi::hub {
namespace {

/// How often the time of a station's last sync is written when nothing else is: an idle sync costs no flush.
constexpr Millis kSeenEvery = std::chrono::minutes(1);

Denied badToken() {
    return deny(401, "token",
                {"枢纽不认识这台电脑；请重新加入", "the hub does not know this station; enrol it again"});
}

Denied ended() {
    return deny(403, "revoked",
                {"这台电脑上所有人员的授权都已被撤销",
                 "the authority of everybody at this station has been revoked"});
}

/// One sync as it goes.
class Exchange {
public:
    Exchange(Context& context, const protocol::SyncRequest& request)
        : m_context(context), m_request(request) {}

    Answer<protocol::SyncResponse> run(const Credentials& credentials, SyncCounts& counts);

private:
    using Denial = std::optional<Denied>;
    Result<Denial> admit(const Credentials& credentials);
    Result<Denial> write(SyncCounts& counts);
    Status prepareStart();
    Status noteForks();
    Status noteStation();
    bool stationIsDue() const;
    Status read(SyncCounts& counts);

    bool isFresh() const { return m_request.scopeVersion != 0 && m_request.scopeVersion != m_scope.version; }

    Context& m_context;
    const protocol::SyncRequest& m_request;
    std::shared_ptr<const Reference> m_reference;
    HubIdentity m_hub;
    Station m_station;
    std::vector<Author> m_people;
    StationScope m_scope;
    PullStart m_start;
    protocol::SyncResponse m_response;
};

Result<Exchange::Denial> Exchange::admit(const Credentials& credentials) {
    FAYI_LET(station, m_context.store.station(credentials.station));
    if (!station || !equalSecret(station->tokenHash, hashOfToken(credentials.token)))
        return Denial(badToken());
    m_station = std::move(*station);
    FAYI_LET(members, m_context.store.membersOf(m_station.number));
    for (const RecordId member : members) {
        FAYI_LET(author, authorOf(m_context.store, member));
        m_people.push_back(std::move(author));
    }
    FAYI_LET(reference, m_context.references.current(m_context.store));
    m_reference = std::move(reference);
    m_scope = scopeOf(m_people, m_reference->tree);
    if (m_scope.endedNow || (!m_scope.anybody && !pushes(m_request) && !knewAnotherLife(m_request, m_hub)))
        return Denial(ended());
    return Denial();
}

/// Where the pull begins, and what the station has of its own.
Status Exchange::prepareStart() {
    FAYI_LET(last, m_context.store.lastPosition());
    const bool sameHub = m_request.cursor.epoch == m_hub.epoch && m_request.cursor.position <= last;
    if (sameHub && m_request.scopeVersion == m_scope.version)
        m_start.after = m_request.cursor.position;
    m_start.freshUntil = m_station.freshUntil;
    for (const auto& entry : m_request.own)
        m_start.own[entry.replica] = entry.seq;
    for (const protocol::SentChange& sent : m_request.changes) {
        std::uint64_t& seq = m_start.own[sent.change.dot.replica];
        seq = std::max(seq, sent.change.dot.seq);
    }
    return {};
}

/// A replica of which the hub has more than its own store does: the store is an old copy (invariant 9).
Status Exchange::noteForks() {
    for (const auto& [replica, seq] : m_start.own) {
        FAYI_LET(pen, m_context.store.pen(replica));
        const bool foreign = pen && pen->station != m_station.number;
        const bool behind = pen && pen->head.seq > seq;
        if ((foreign || behind) && std::ranges::find(m_response.forked, replica, &protocol::Fork::replica) ==
                                       m_response.forked.end())
            m_response.forked.push_back({replica, foreign ? 0 : seq});
    }
    return {};
}

bool Exchange::stationIsDue() const {
    return isFresh() || !m_station.confirmed || m_station.cursor != m_request.cursor.position ||
           !m_station.lastSync || m_context.clock.now() - *m_station.lastSync >= kSeenEvery;
}

Status Exchange::noteStation() {
    m_station.offset = clockOffset(m_context.clock.now(), m_request.clock);
    m_station.cursor = m_request.cursor.position;
    m_station.lastSync = m_context.clock.now();
    m_station.confirmed = true;
    if (isFresh()) {
        FAYI_LET(last, m_context.store.lastPosition());
        m_station.freshUntil = last;
    }
    return m_context.store.putStation(m_station);
}

Result<Exchange::Denial> Exchange::write(SyncCounts& counts) {
    if (!pushes(m_request) && !stationIsDue())
        return Denial();
    WriteScope transaction(m_context.store);
    FAYI_TRY(transaction.begun());
    Push push(m_context, *m_reference, m_station, m_people, m_request);
    FAYI_LET(answer, push.run());
    if (const auto* denied = std::get_if<Denied>(&answer))
        return Denial(*denied);
    auto& result = std::get<PushResult>(answer);
    counts.accepted = result.accepted;
    counts.refused = result.refused;
    counts.known = result.known;
    m_response.acks = std::move(result.acks);
    m_response.forked = std::move(result.forked);
    FAYI_TRY(noteStation());
    FAYI_TRY(transaction.commit());
    return Denial();
}

Status Exchange::read(SyncCounts& counts) {
    ReadScope transaction(m_context.store);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(prepareStart());
    FAYI_TRY(noteForks());
    for (const protocol::Fork& fork : m_response.forked)
        m_start.own.erase(fork.replica);  // its own no more: all of it is news
    m_response.cursor.epoch = m_hub.epoch;
    m_response.scopeVersion = m_scope.version;
    if (m_request.scopeVersion != m_scope.version)
        m_response.scope = m_scope.roots;
    if (m_scope.anybody) {
        Pull pull(m_context, *m_reference, m_scope, m_start);
        FAYI_TRY(pull.fill(m_response));
        FAYI_TRY(pull.release(m_request.changes, m_response));
    } else {
        m_response.cursor = m_request.cursor;  // a last push is heard; there is no news for nobody
    }
    FAYI_LET(safe, safeSeqsFor(m_context.store, m_request));
    m_response.safe = std::move(safe);
    counts.sent = m_response.changes.size();
    m_response.hubTime = m_context.clock.now();
    return {};
}

Answer<protocol::SyncResponse> Exchange::run(const Credentials& credentials, SyncCounts& counts) {
    using Said = std::variant<protocol::SyncResponse, Denied>;
    FAYI_LET(hub, m_context.store.identity());
    m_hub = std::move(hub);
    FAYI_LET(stranger, admit(credentials));
    if (stranger)
        return Said(std::move(*stranger));
    if (knewAnotherLife(m_request, m_hub)) {
        FAYI_LET(greeting, greetFromAnotherLife(m_context, m_hub, m_station, m_request));
        return Said(std::move(greeting));
    }
    FAYI_LET(denied, write(counts));
    if (denied)
        return Said(std::move(*denied));
    FAYI_TRY(read(counts));
    return Said(std::move(m_response));
}

}  // namespace

std::optional<Credentials> credentialsFrom(std::string_view authorization) {
    constexpr std::string_view kScheme = "Bearer ";
    if (!authorization.starts_with(kScheme))
        return std::nullopt;
    authorization.remove_prefix(kScheme.size());
    Credentials out;
    const char* const end = authorization.data() + authorization.size();
    const auto [stop, failure] = std::from_chars(authorization.data(), end, out.station);
    if (failure != std::errc() || stop == end || *stop != '.')
        return std::nullopt;
    out.token.assign(stop + 1, end);
    return out;
}

Answer<protocol::SyncResponse> sync(Context& context, const Credentials& credentials,
                                    const protocol::SyncRequest& request, SyncCounts* counts) {
    SyncCounts unused;
    return Exchange(context, request).run(credentials, counts != nullptr ? *counts : unused);
}

}  // namespace fayi::hub
