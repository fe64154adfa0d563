// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "fayi/base/limits.h"

namespace fayi::hub::testing {

Dot FakePen::write(const Clock& clock, Random& random, const std::string& type, RecordId record,
                   std::vector<merge::Write> writes, Position authority) {
    Change change;
    change.dot = {id, head.seq + 1};
    change.time = std::max(HybridTime::of(clock.now()), last.next());
    change.record = record ? record : RecordId{change.dot};
    change.type = type;
    change.authority = authority;
    if (protocol::opensSaltBlock(change.dot.seq))
        change.seed = random.bytes(protocol::kSaltSeedBytes);
    change.writes = std::move(writes);
    head = protocol::extend(head, change);
    last = change.time;
    log.push_back(change);
    return change.dot;
}

protocol::SignedHead FakePen::signedHead(std::uint64_t seq) const {
    protocol::ChainHead at = protocol::ChainHead::start(id);
    for (std::uint64_t i = 0; i < seq; ++i)
        at = protocol::extend(at, log[i]);
    return {id, seq, at.hash, key.sign(protocol::headMessage(id, at))};
}

namespace {

std::vector<merge::Write> writesOf(const std::map<std::string, Json>& fields) {
    std::vector<merge::Write> out;
    for (const auto& [path, value] : fields)
        out.push_back({path, value, {}, {}});
    return out;
}

/// A clock that is off by so much.
class WrongClock final : public Clock {
public:
    WrongClock(const Clock& clock, Millis error) : m_clock(clock), m_error(error) {}
    Millis now() const override { return m_clock.now() + m_error; }
    Millis steady() const override { return m_clock.steady(); }

private:
    const Clock& m_clock;
    Millis m_error;
};

}  // namespace

RecordId FakeStation::create(const std::string& type, const std::map<std::string, Json>& fields,
                             std::size_t pen) {
    return {pens[pen].write(WrongClock(m_clock, clockError), m_random, type, {}, writesOf(fields), position)};
}

Dot FakeStation::write(RecordId record, const std::map<std::string, Json>& fields, std::size_t pen) {
    return pens[pen].write(WrongClock(m_clock, clockError), m_random, {}, record, writesOf(fields), position);
}

SyncRequest FakeStation::request() const {
    SyncRequest out;
    out.cursor = {epoch, position};
    out.fresh = fresh;
    out.scopeVersion = scopeVersion;
    out.clock = m_clock.now() + clockError;
    out.backup = backup;
    for (const FakePen& pen : pens) {
        out.own.push_back({pen.id, pen.log.size()});
        if (pen.acked == pen.log.size())
            continue;
        if (!pen.introduced)
            out.pens.push_back({pen.id, pen.person, pen.key.publicKey});
        std::uint64_t last = pen.acked;
        for (; last < pen.log.size() && out.changes.size() < limits::kPageChanges; ++last)
            out.changes.push_back({pen.log[last], {}, {}});
        const auto receipt = pen.receipts.upper_bound(pen.acked);
        if (showsReceipts && pen.acked < pen.sentBefore && receipt != pen.receipts.end() &&
            receipt->first <= last) {
            out.changes.resize(out.changes.size() -
                               (last - receipt->first));  // the page ends where it ended once
            last = receipt->first;
            out.receipts.push_back({pen.id, last, receipt->second.hub, receipt->second.receipt, {}});
            for (const auto& [seq, refusal] : pen.refused)
                if (seq > pen.acked && seq <= last)
                    out.receipts.back().refused.push_back(refusal);
        }
        if (last > pen.acked)
            out.heads.push_back(pen.signedHead(last));
    }
    return out;
}

void FakeStation::apply(const SyncResponse& answer) {
    if (epoch != 0 && epoch != answer.cursor.epoch)
        backup = 0;
    if (answer.safe) {
        backup = answer.safe->backup;
        safe.clear();
        for (const auto& entry : answer.safe->seqs)
            safe[entry.replica] = entry.seq;
    }
    epoch = answer.cursor.epoch;
    position = answer.cursor.position;
    if (answer.scopeVersion != scopeVersion)
        scope = answer.scope;
    scopeVersion = answer.scopeVersion;
    for (const protocol::Ack& ack : answer.acks)
        for (FakePen& pen : pens)
            if (pen.id == ack.replica) {
                if (ack.seq < pen.acked)
                    pen.sentBefore = pen.acked;
                pen.acked = ack.seq;
                pen.introduced = ack.seq > 0;
                if (!ack.receipt.empty())
                    pen.receipts[ack.seq] = ack;
                for (const protocol::Refusal& refusal : ack.refused)
                    pen.refused[refusal.seq] = refusal;
                refused.insert(refused.end(), ack.refused.begin(), ack.refused.end());
            }
    for (const protocol::SentChange& sent : answer.changes)
        news[sent.change.dot] = sent;
    if (answer.freshBegins)
        states.clear();
    for (const protocol::SentState& sent : answer.states)
        states[sent.record] = sent;
    fresh = answer.fresh;
    left.insert(left.end(), answer.leaving.begin(), answer.leaving.end());
}

std::variant<SyncResponse, Denied> FakeStation::sync(Context& context) {
    auto answer = must(hub::sync(context, credentials, request()));
    if (const auto* good = std::get_if<SyncResponse>(&answer))
        apply(*good);
    return answer;
}

std::vector<SyncResponse> FakeStation::syncAll(Context& context) {
    std::vector<SyncResponse> out;
    const auto unsent = [&] {
        return std::ranges::any_of(pens, [](const FakePen& pen) { return pen.acked < pen.log.size(); });
    };
    do {
        out.push_back(goodOf(sync(context)));
    } while ((out.back().more || unsent()) && out.size() < 1000);
    return out;
}

std::size_t FakeStation::changesOf(RecordId record) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(news, [&](const auto& entry) { return entry.second.change.record == record; }));
}

HubTest::HubTest()
    : store(must(SqliteHubStore::create(folder.path()))), context{*store, clock, random, references} {
    const Status made = initHub(*store, clock, random, "500115", "长寿区");
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.error().message.en);
}

RecordId HubTest::person(const std::string& role, const std::string& org, const std::string& name) {
    return *parseRecordId(must(addPerson(context, name, role, org))["person"].get<std::string>());
}

std::string HubTest::code(RecordId person) {
    return must(issueCode(context, person, std::chrono::hours(24)))["code"].get<std::string>();
}

std::variant<protocol::EnrolResponse, Denied> HubTest::enrolWith(const std::string& code,
                                                                 std::uint64_t penSeed) {
    SeededRandom own(penSeed);
    const SigningKey key = SigningKey::generate(own);
    return must(enrol(context, {code, "一号机", {}, {}, {ReplicaId{own.u64() | 1}, {}, key.publicKey}}));
}

FakeStation HubTest::station(RecordId person, const std::string& name) {
    FakeStation out(clock, random);
    const SigningKey key = SigningKey::generate(random);
    const ReplicaId pen{random.u64() | 1};
    const auto answer = goodOf(must(enrol(context, {code(person), name, {}, {}, {pen, {}, key.publicKey}})));
    out.credentials = {answer.station, answer.token};
    out.certificates = {must(protocol::certificateFrom(answer.certificate))};
    out.pens.push_back({person, key, pen, protocol::ChainHead::start(pen), {}, 0, true, {}});
    return out;
}

void HubTest::join(FakeStation& station, RecordId person) {
    const SigningKey key = SigningKey::generate(random);
    const ReplicaId pen{random.u64() | 1};
    const auto answer = goodOf(must(enrol(context, {code(person),
                                                    {},
                                                    station.credentials.station,
                                                    station.credentials.token,
                                                    {pen, {}, key.publicKey}})));
    EXPECT_EQ(answer.station, station.credentials.station);
    station.certificates.push_back(must(protocol::certificateFrom(answer.certificate)));
    station.pens.push_back({person, key, pen, protocol::ChainHead::start(pen), {}, 0, true, {}});
}

}  // namespace fayi::hub::testing
