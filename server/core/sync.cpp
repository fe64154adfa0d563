// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/sync.h"

#include <charconv>

#include "admission.h"
#include "fayi/base/limits.h"
#include "fayi/protocol/answer_pages.h"
#include "fresh_pages.h"
#include "number_blocks.h"
#include "other_life.h"
#include "pen_names.h"
#include "pull.h"
#include "push.h"
#include "tombstones.h"

namespace fayi::hub {
namespace {

/// How often the time of a station's last sync is written when nothing else is: an idle sync costs no flush.
constexpr Millis kSeenEvery = std::chrono::minutes(1);

/// One sync as it goes.
class Exchange {
public:
    Exchange(Context& context, const protocol::SyncRequest& request)
        : m_context(context), m_request(request) {}

    Answer<protocol::SyncResponse> run(const Credentials& credentials, SyncCounts& counts);
    Answer<protocol::SyncResponse> goOn(const Credentials& credentials, SyncCounts& counts);

private:
    using Denial = std::optional<Denied>;
    Result<Denial> write(SyncCounts& counts);
    Status prepareStart();
    Status noteForks();
    Status noteUncompared();
    void askForMore();
    Status noteStation();
    bool stationIsDue() const;
    bool isAnotherDay() const;
    Status read(SyncCounts& counts);
    bool sameHub(Position last) const;
    Status startFresh();
    Status readFresh();
    Status readLog();
    Status addMergedTexts(const std::set<RecordId>& written);
    Status namePens();

    Context& m_context;
    const protocol::SyncRequest& m_request;
    HubIdentity m_hub;
    Admission m_admission;
    bool m_longAway = false;
    std::optional<protocol::FreshPull> m_fresh;  ///< where a fresh pull goes on in this answer
    PullStart m_start;
    protocol::SyncResponse m_response;
};

bool Exchange::sameHub(Position last) const {
    return m_request.cursor.epoch == m_hub.epoch && m_request.cursor.position <= last;
}

/// Where the pull begins, and what the station has of its own.
Status Exchange::prepareStart() {
    FAYI_TRY(startFresh());
    m_start.after = m_request.cursor.position;
    for (const auto& entry : m_request.own)
        m_start.own[entry.replica] = entry.seq;
    for (const protocol::SentChange& sent : m_request.changes) {
        std::uint64_t& seq = m_start.own[sent.change.dot.replica];
        seq = std::max(seq, sent.change.dot.seq);
    }
    return {};
}

/// A station that holds nothing, another scope or another epoch starts afresh, and one that was long away;
/// one that is in the middle of it goes on.
Status Exchange::startFresh() {
    FAYI_LET(last, m_context.store.lastPosition());
    const bool same = sameHub(last) && m_request.scopeVersion == m_admission.scope.version;
    if (same && m_request.fresh) {
        m_fresh = m_request.fresh;
    } else if (!same || (m_longAway && m_request.cursor.position < last)) {
        m_fresh = protocol::FreshPull{last, false, {}};
        m_response.freshBegins = true;
    }
    return {};
}

/// The page was taken and there is more to come: what it may be compared with is not all here, so nothing is
/// told that might bear a name the station has given away itself.
void Exchange::askForMore() {
    m_response.cursor = m_request.cursor;
    m_response.scopeVersion = m_request.scopeVersion;
    m_response.fresh = m_request.fresh;
    m_response.hubTime = m_context.clock.now();
    m_response.more = true;
}

/// A store that is a copy lays all its pens down, and a page that is not the last has not shown all of them:
/// of those that did not differ it hears how much the hub has that was not compared here. To a hub that was
/// put back the other copy may have sent something else under names that the former one had answered for.
Status Exchange::noteUncompared() {
    std::map<ReplicaId, std::uint64_t> sent;
    for (const protocol::SentChange& change : m_request.changes)
        sent[change.change.dot.replica] = change.change.dot.seq;
    for (const protocol::Fork& fork : m_response.forked)
        sent[fork.replica] = UINT64_MAX;
    for (const auto& entry : m_request.own) {
        FAYI_LET(pen, m_context.store.pen(entry.replica));
        if (pen && pen->station == m_admission.station.number && pen->head.seq > sent[entry.replica])
            m_response.forked.push_back({entry.replica, pen->head.seq});
    }
    return {};
}

/// A replica of which the hub has more than its own store does: the store is an old copy (invariant 9).
Status Exchange::noteForks() {
    for (const auto& [replica, seq] : m_start.own) {
        FAYI_LET(pen, m_context.store.pen(replica));
        const bool foreign = pen && pen->station != m_admission.station.number;
        FAYI_LET(testified, testifiedUpTo(m_context.store, replica));
        const bool behind = (pen && pen->head.seq > seq) || testified > seq;
        if ((foreign || behind) && std::ranges::find(m_response.forked, replica, &protocol::Fork::replica) ==
                                       m_response.forked.end())
            m_response.forked.push_back({replica, foreign ? 0 : seq});
    }
    return {};
}

bool Exchange::stationIsDue() const {
    const Station& station = m_admission.station;
    return !station.confirmed || station.cursor != m_request.cursor.position || !station.lastSync ||
           m_context.clock.now() - *station.lastSync >= kSeenEvery;
}

bool Exchange::isAnotherDay() const {
    const auto& last = m_admission.station.lastSync;
    return last && dateInChina(*last) != dateInChina(m_context.clock.now());
}

Status Exchange::noteStation() {
    if (isAnotherDay())
        FAYI_TRY(forgetTombstones(m_context, *m_admission.reference));
    Station& station = m_admission.station;
    station.offset = clockOffset(m_context.clock.now(), m_request);
    station.cursor = m_request.cursor.position;
    if (!m_request.more)  // or a station that was long away would not be, with its second page
        station.lastSync = m_context.clock.now();
    station.confirmed = true;
    return m_context.store.putStation(station);
}

Result<Exchange::Denial> Exchange::write(SyncCounts& counts) {
    if (!pushes(m_request) && !stationIsDue())
        return Denial();
    WriteScope transaction(m_context.store);
    FAYI_TRY(transaction.begun());
    Push push(m_context, *m_admission.reference, m_admission.station, m_admission.people, m_request);
    FAYI_LET(answer, push.run());
    if (const auto* denied = std::get_if<Denied>(&answer))
        return Denial(*denied);
    auto& result = std::get<PushResult>(answer);
    counts.accepted = result.accepted;
    counts.refused = result.refused;
    counts.known = result.known;
    m_response.acks = std::move(result.acks);
    m_response.forked = std::move(result.forked);
    if (m_response.forked.empty())  // a copy asks again, under names of its own
        FAYI_TRY(reserveNumbers(m_context, *m_admission.reference, m_admission.station, m_admission.scope,
                                m_request.numbers, m_response.numbers));
    FAYI_TRY(noteStation());
    FAYI_TRY(transaction.commit());
    return Denial();
}

Status Exchange::read(SyncCounts& counts) {
    ReadScope transaction(m_context.store);
    FAYI_TRY(transaction.begun());
    FAYI_TRY(prepareStart());
    FAYI_TRY(noteForks());
    m_start.wrote = m_start.own;
    for (const protocol::Fork& fork : m_response.forked)
        m_start.own.erase(fork.replica);  // its own no more: all of it is news
    m_response.cursor.epoch = m_hub.epoch;
    m_response.scopeVersion = m_admission.scope.version;
    if (m_request.scopeVersion != m_admission.scope.version)
        m_response.scope = m_admission.scope.roots;
    if (!m_admission.scope.anybody)
        m_response.cursor = m_request.cursor;  // a last push is heard; there is no news for nobody
    else if (m_fresh)
        FAYI_TRY(readFresh());
    else
        FAYI_TRY(readLog());
    FAYI_TRY(namePens());
    FAYI_LET(safe, safeSeqsFor(m_context.store, m_request));
    m_response.safe = std::move(safe);
    counts.sent = m_response.changes.size() + m_response.states.size();
    m_response.hubTime = m_context.clock.now();
    return {};
}

Status Exchange::readFresh() {
    FreshPages pages(m_context, *m_admission.reference, m_admission.scope);
    return pages.fill(*m_fresh, m_response);
}

Status Exchange::readLog() {
    Pull pull(m_context, *m_admission.reference, m_admission.scope, m_start);
    FAYI_TRY(pull.fill(m_response));
    return addMergedTexts(pull.written());
}

/// Long texts that are being merged need what they began from, and a station may have pruned it, or was never
/// sent it: such records come whole when something of them comes or was written by the station (ruling 4).
Status Exchange::addMergedTexts(const std::set<RecordId>& written) {
    std::set<RecordId> records = written;
    for (const protocol::SentChange& sent : m_response.changes)
        if (!sent.change.creates())  // nothing competes in a record that was only made
            records.insert(sent.change.record);
    for (const RecordId left : m_response.leaving)
        records.erase(left);
    FreshPages pages(m_context, *m_admission.reference, m_admission.scope);
    for (const RecordId record : records)
        FAYI_TRY(pages.addIfMerged(record, m_response));
    return {};
}

/// Of every pen that the page speaks of and that is not the station's own.
Status Exchange::namePens() {
    std::set<ReplicaId> replicas;
    for (const protocol::SentChange& sent : m_response.changes)
        replicas.insert(sent.change.dot.replica);
    for (const protocol::SentState& sent : m_response.states) {
        replicas.insert(sent.record.created.replica);
        for (const auto& [path, reg] : sent.state.registers())
            for (const merge::Version& version : reg.siblings())
                replicas.insert(version.dot.replica);
    }
    for (const auto& [replica, seq] : m_start.own)
        replicas.erase(replica);
    FAYI_LET(names, namesOf(m_context.store, replicas));
    m_response.pens = std::move(names);
    return {};
}

Answer<protocol::SyncResponse> Exchange::run(const Credentials& credentials, SyncCounts& counts) {
    using Said = std::variant<protocol::SyncResponse, Denied>;
    FAYI_LET(hub, m_context.store.identity());
    m_hub = std::move(hub);
    FAYI_LET(admitted, admit(m_context, credentials, pushes(m_request) || knewAnotherLife(m_request, m_hub)));
    if (auto* stranger = std::get_if<Denied>(&admitted))
        return Said(std::move(*stranger));
    m_admission = std::move(std::get<Admission>(admitted));
    m_longAway = wasLongAway(m_admission.station, m_context.clock.now());
    if (knewAnotherLife(m_request, m_hub)) {
        FAYI_LET(greeting, greetFromAnotherLife(m_context, m_hub, m_admission.station, m_request));
        return Said(std::move(greeting));
    }
    FAYI_LET(denied, write(counts));
    if (denied)
        return Said(std::move(*denied));
    if (m_request.more && !m_response.forked.empty())
        FAYI_TRY(noteUncompared());
    if (m_request.more)
        askForMore();
    else
        FAYI_TRY(read(counts));
    return Said(std::move(m_response));
}

/// Nothing is written: the station has not said yet that it applied what came before.
Answer<protocol::SyncResponse> Exchange::goOn(const Credentials& credentials, SyncCounts& counts) {
    using Said = std::variant<protocol::SyncResponse, Denied>;
    FAYI_LET(hub, m_context.store.identity());
    m_hub = std::move(hub);
    FAYI_LET(admitted, admit(m_context, credentials, false));
    if (auto* stranger = std::get_if<Denied>(&admitted))
        return Said(std::move(*stranger));
    m_admission = std::move(std::get<Admission>(admitted));
    FAYI_TRY(read(counts));
    m_response.hubTime = Millis(0);
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

std::vector<protocol::SyncResponse> furtherPages(Context& context, const Credentials& credentials,
                                                 protocol::SyncRequest asked,
                                                 const protocol::SyncResponse& first, SyncCounts& counts) {
    std::vector<protocol::SyncResponse> out;
    const std::size_t most = std::min(asked.pages, limits::kAnswerPages);
    const protocol::SyncResponse* last = &first;
    while (out.size() + 1 < most && protocol::goesOn(asked, *last)) {
        asked = protocol::followUp(asked, *last);
        SyncCounts page;
        auto answer = Exchange(context, asked).goOn(credentials, page);
        if (!answer || std::holds_alternative<Denied>(*answer))
            break;  // the station asks again, and hears of it then
        counts.sent += page.sent;
        out.push_back(std::move(std::get<protocol::SyncResponse>(*answer)));
        last = &out.back();
    }
    return out;
}

}  // namespace fayi::hub
