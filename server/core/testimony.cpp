// SPDX-License-Identifier: Apache-2.0
#include "fayi/server/testimony.h"

#include "admission.h"
#include "ledger.h"

namespace fayi::hub {
namespace {

using protocol::SentChange;
using protocol::Testimony;
using TestimonySaid = std::variant<protocol::TestimonyAnswer, Denied>;

/// One testimony, inside one write transaction.
class Hearing {
public:
    Hearing(Context& context, const Reference& reference, std::uint64_t station, const Testimony& testimony)
        : m_context(context),
          m_store(context.store),
          m_station(station),
          m_testimony(testimony),
          m_ledger(context.store, reference.catalog) {}

    Status run(protocol::TestimonyAnswer& answer);

private:
    Status answerAsked(protocol::TestimonyAnswer& answer);
    Result<bool> take(const SentChange& sent);
    Result<bool> complete(const SentChange& sent);
    Result<bool> isKnown(Dot dot);
    /// Who wrote it belongs where the record belongs: reference data to the hub's pens, all else to others'.
    Result<bool> isByTheRightHand(Dot dot, const schema::RecordType* type);
    Result<std::string> homeOrgOf(ReplicaId replica);
    Status putAuthorities();

    Context& m_context;
    HubStore& m_store;
    const std::uint64_t m_station;
    const Testimony& m_testimony;
    Ledger m_ledger;
    std::set<RecordId> m_people;
};

Status Hearing::answerAsked(protocol::TestimonyAnswer& answer) {
    for (const auto& asked : m_testimony.asked) {
        FAYI_LET(pen, m_store.pen(asked.replica));
        const std::uint64_t head = pen ? pen->head.seq : 0;
        if (head < asked.seq)
            answer.behind.push_back({asked.replica, head});
    }
    return {};
}

Status Hearing::run(protocol::TestimonyAnswer& answer) {
    FAYI_TRY(answerAsked(answer));
    for (const protocol::PenName& name : m_testimony.pens) {
        FAYI_LET(pen, m_store.pen(name.replica));
        if (!pen)
            FAYI_TRY(m_store.putTestifiedPen(name));
    }
    std::vector<SentChange> all = m_testimony.changes;
    for (const protocol::SentState& state : m_testimony.states)
        std::ranges::move(protocol::partsOf(state), std::back_inserter(all));
    for (const SentChange& sent : all) {
        FAYI_LET(taken, take(sent));
        answer.taken += taken ? 1 : 0;
    }
    FAYI_TRY(m_ledger.flush());
    return putAuthorities();
}

Result<bool> Hearing::isKnown(Dot dot) {
    FAYI_LET(pen, m_store.pen(dot.replica));
    if (pen && dot.seq <= pen->head.seq)
        return true;
    FAYI_LET(logged, m_store.changeOf(dot));
    return logged.has_value();
}

Result<bool> Hearing::isByTheRightHand(Dot dot, const schema::RecordType* type) {
    FAYI_LET(pen, m_store.pen(dot.replica));
    FAYI_LET(name, m_store.testifiedPen(dot.replica));
    const bool hubs = pen ? pen->station == kHubStation : name && !name->person;
    return hubs == (type != nullptr && type->reference);
}

Result<std::string> Hearing::homeOrgOf(ReplicaId replica) {
    FAYI_LET(pen, m_store.pen(replica));
    if (pen)
        return pen->homeOrg;
    FAYI_LET(name, m_store.testifiedPen(replica));
    return name ? name->org : std::string();
}

/// What another station told of a change from a record's state lacks what was superseded since: what
/// competing texts began from, above all. This one may hold it.
Result<bool> Hearing::complete(const SentChange& sent) {
    FAYI_LET(logged, m_store.changeOf(sent.change.dot));
    if (!logged || logged->line.testifiedBy == 0)
        return false;
    FAYI_LET(whole, protocol::decodeChange(logged->body));
    if (whole.record != sent.change.record)
        return false;
    // Of a change that left nothing a state tells one write that its own context supersedes.
    std::erase_if(whole.writes, [&](const merge::Write& write) { return write.context.covers(whole.dot); });
    bool more = false;
    for (const merge::Write& write : sent.change.writes)
        if (!write.context.covers(whole.dot) &&
            std::ranges::find(whole.writes, write.path, &merge::Write::path) == whole.writes.end()) {
            whole.writes.push_back(write);
            more = true;
        }
    if (more)
        FAYI_TRY(m_ledger.confirm(whole, logged->effective, {}, m_station));
    return more;
}

Result<bool> Hearing::take(const SentChange& sent) {
    const protocol::Change& change = sent.change;
    FAYI_LET(known, isKnown(change.dot));
    if (known)
        return complete(sent);
    FAYI_LET(record, m_ledger.find(change.record));
    if (record == nullptr && !change.creates())
        return false;  // of a record nobody has told of: another station may
    const schema::RecordType* type = m_ledger.typeOf(change, record);
    FAYI_LET(right, isByTheRightHand(change.dot, type));
    if (!right)
        return false;
    FAYI_LET(homeOrg, homeOrgOf(change.record.created.replica));
    const HybridTime effective = sent.effective.packed == 0 ? change.time : sent.effective;
    FAYI_LET(after, m_ledger.preview(change, effective, record, homeOrg));
    if (!after)
        return false;
    if (after->type == kPersonType)
        m_people.insert(change.record);
    FAYI_TRY(m_ledger.accept(change, effective, {}, std::move(*after), m_station));
    return true;
}

/// What a person's record says now is what they may. It does not say whether a revocation was without grace.
Status Hearing::putAuthorities() {
    for (const RecordId id : m_people) {
        FAYI_LET(record, m_ledger.find(id));
        FAYI_LET(position, m_store.lastPosition());
        FAYI_LET(before, m_store.authorities(id));
        PersonAuthority next{id, position, m_context.clock.now(), {}, {}, {}, {}, false, false};
        next.name = record->fields.value("name", "");
        next.role = record->fields.value("role", "");
        next.org = record->fields.value("org", "");
        next.scope = record->fields.value("scope", std::vector<std::string>());
        next.revoked = !record->fields.value("active", true);
        next.revokedNow = next.revoked && !before.empty() && before.back().revokedNow;
        if (before.empty() || before.back().position < position)
            FAYI_TRY(m_store.putAuthority(next));
    }
    return {};
}

}  // namespace

Answer<protocol::TestimonyAnswer> testify(Context& context, const Credentials& credentials,
                                          const Testimony& testimony) {
    FAYI_LET(hub, context.store.identity());
    FAYI_LET(station, context.store.station(credentials.station));
    if (!station || !isProven(*station, credentials))
        return TestimonySaid(
            deny(401, "token", {"枢纽不认识这台电脑", "the hub does not know this station"}));
    FAYI_LET(restored, context.store.restorations());
    if (restored.empty())
        return TestimonySaid(
            deny(400, "malformed", {"枢纽没有遗失内容，不需要证言", "this hub has forgotten nothing"}));
    protocol::TestimonyAnswer answer;
    answer.epoch = hub.epoch;
    if (testimony.epoch != hub.epoch)
        return TestimonySaid(answer);
    FAYI_LET(reference, context.references.current(context.store));
    WriteScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    Hearing hearing(context, *reference, station->number, testimony);
    FAYI_TRY(hearing.run(answer));
    FAYI_TRY(transaction.commit());
    return TestimonySaid(std::move(answer));
}

}  // namespace fayi::hub
