// SPDX-License-Identifier: Apache-2.0
// What this store holds of other authors and a restored hub has forgotten, told page by page (ruling 6).
// Where it has come to is in the store, so that a cut costs a page.
#include "fayi/protocol/testimony.h"

#include "fayi/base/limits.h"
#include "row.h"

namespace fayi::store {

using merge::VersionVector;
using protocol::SentChange;
using protocol::SentState;
using protocol::Testimony;

namespace {

/// Records looked at for one page; most have nothing to tell.
constexpr int kScanRecords = 5000;

/// Reference data first: what follows is read by them. Then the rest, each by row number.
constexpr std::string_view kNextRecords =
    "SELECT t.number, r.id, t.seq, t.type IN ('org-unit','person','record-type','erasure') AS reference FROM "
    "record t "
    "JOIN replica r ON r.number=t.replica WHERE (1-reference, t.number)>(?,?) "
    "ORDER BY 1-reference, t.number LIMIT ?";

/// Where the telling has come to is one number: a row of the reference data, or this and a row of the rest.
constexpr std::int64_t kRest = std::int64_t{1} << 62;

/// Changes of one record that are told one by one; of more its state is told, which fits a page.
constexpr std::size_t kToldSingly = limits::kPageChanges / 2;

/// Creation first, then as they were made: no change before one it rests on.
void sortToApply(std::vector<SentChange>& changes) {
    std::ranges::sort(changes, {}, [](const SentChange& sent) {
        return std::tuple(!sent.change.creates(), sent.change.time, sent.change.dot);
    });
}

std::set<ReplicaId> replicasIn(const Testimony& page) {
    std::set<ReplicaId> out;
    for (const SentChange& sent : page.changes) {
        out.insert(sent.change.dot.replica);
        out.insert(sent.change.record.created.replica);
    }
    for (const SentState& sent : page.states) {
        out.insert(sent.record.created.replica);
        for (const auto& [path, reg] : sent.state.registers())
            for (const auto* versions : {&reg.siblings(), &reg.past()})
                for (const merge::Version& version : *versions)
                    out.insert(version.dot.replica);
    }
    return out;
}

/// What the siblings' contexts do not tell: nothing, unless some author had not seen what they superseded.
VersionVector coverToTell(const merge::Register& reg) {
    VersionVector told;
    for (const merge::Version& version : reg.siblings())
        told.include(version.context);
    return told.covers(reg.cover()) ? VersionVector() : reg.cover();
}

/// What is to be told of one record.
struct Told {
    std::vector<SentChange> changes;
    std::optional<SentState> state;

    std::size_t bytes() const {
        std::size_t out = state ? protocol::encodeState(state->state).size() : 0;
        for (const SentChange& sent : changes)
            out += protocol::encodeChange(sent.change).size();
        return out;
    }
};

/// Chooses what to tell of a record: the changes held, and of its registers what none of these tells. What
/// was written here goes along where others' changes rest on it; by itself it is sent signed.
class Teller {
public:
    using Seqs = std::map<ReplicaId, std::uint64_t>;
    /// By replica, what the hub has; and of the own ones, what it had answered for.
    Teller(Seqs behind, Seqs answered) : m_behind(std::move(behind)), m_answered(std::move(answered)) {}

    Told of(RecordId id, const std::string& type, const merge::RecordState& state,
            std::vector<SentChange> held) const {
        Told out;
        std::set<Dot> told;
        if (held.size() <= kToldSingly)
            out.changes = std::move(held);
        for (const SentChange& sent : out.changes)
            told.insert(sent.change.dot);
        const auto untold = [&](Dot dot) { return forgotten(dot) && !told.contains(dot); };
        const bool whole = untold(id.created);  // then all that the hub ever had of it
        SentState rest{id, type, {}};
        for (const auto& [path, reg] : state.registers()) {
            std::vector<merge::Version> versions;
            for (const auto* known : {&reg.siblings(), &reg.past()})
                std::ranges::copy_if(*known, std::back_inserter(versions),
                                     [&](const merge::Version& version) {
                                         return untold(version.dot) || (whole && answered(version.dot));
                                     });
            if (!versions.empty())
                rest.state.put(path, merge::Register(coverToTell(reg), std::move(versions)));
        }
        if (!rest.state.registers().empty())
            out.state = std::move(rest);
        return tellsOfOthers(out) ? out : Told();
    }

private:
    bool tellsOfOthers(const Told& told) const {
        const auto foreign = [&](Dot dot) { return !m_answered.contains(dot.replica); };
        bool out =
            std::ranges::any_of(told.changes, foreign, [](const SentChange& s) { return s.change.dot; });
        if (told.state)
            for (const auto& [path, reg] : told.state->state.registers())
                for (const auto* versions : {&reg.siblings(), &reg.past()})
                    out |= std::ranges::any_of(*versions, foreign, &merge::Version::dot);
        return out;
    }
    /// Past what the hub has of its pen, and no own change that it never had.
    bool forgotten(Dot dot) const {
        const auto at = m_behind.find(dot.replica);
        return at != m_behind.end() && dot.seq > at->second && answered(dot);
    }
    /// Not an own change that no hub has answered for yet.
    bool answered(Dot dot) const {
        const auto at = m_answered.find(dot.replica);
        return at == m_answered.end() || dot.seq <= at->second;
    }
    Seqs m_behind, m_answered;
};

}  // namespace

Healing Store::healing() const {
    const std::string word = meta("healing");
    if (word.empty())
        return Healing::None;
    return word == "rejoin" ? Healing::Rejoin : word == "ask" ? Healing::Ask : Healing::Tell;
}

Status Store::rejoined() {
    return setMeta("healing", "ask");
}

Result<Store::Seqs> Store::seqsOf(std::string_view sql) const {
    Seqs out;
    auto rows = m_database->prepare(sql);
    while (rows.step())
        out[replicaOf(rows.integer(0))] = rows.number(1);
    FAYI_TRY(rows.status());
    return out;
}

Result<Telling> Store::nextTelling() const {
    Telling out;
    out.message.epoch = std::stoull(meta("epoch"));
    if (healing() == Healing::Tell) {
        FAYI_TRY(fillTelling(out, std::stoll(meta("healing"))));
        return out;
    }
    // How much is held of each is not worth finding out here: the registers are looked through anyway.
    auto rows = m_database->prepare("SELECT id FROM replica WHERE person IS NULL ORDER BY number");
    while (rows.step())
        out.message.asked.push_back({replicaOf(rows.integer(0)), static_cast<std::uint64_t>(INT64_MAX)});
    FAYI_TRY(rows.status());
    return out;
}

Result<Telling> Store::tellingFrom(std::int64_t from) const {
    Telling out;
    out.message.epoch = std::stoull(meta("epoch"));
    FAYI_TRY(fillTelling(out, from));
    return out;
}

Status Store::fillTelling(Telling& out, std::int64_t from) const {
    FAYI_LET(behind, seqsOf("SELECT id, behind FROM replica WHERE person IS NULL AND behind IS NOT NULL "
                            "UNION ALL SELECT id, acked FROM replica WHERE person IS NOT NULL"));
    FAYI_LET(answered, seqsOf("SELECT id, max(acked, coalesce((SELECT max(seq) FROM head WHERE "
                              "replica=number AND receipt IS NOT NULL), 0)) FROM replica WHERE person IS NOT "
                              "NULL"));
    const Teller teller(std::move(behind), std::move(answered));
    std::size_t bytes = 0;
    out.reached = -1;
    auto rows = m_database->prepare(kNextRecords);
    rows.bind(from >= kRest ? 1 : 0).bind(from % kRest).bind(kScanRecords);
    while (rows.step()) {
        FAYI_LET(row, findRow({{replicaOf(rows.integer(1)), rows.number(2)}}));
        FAYI_LET(unborn, isUnborn(*row));
        FAYI_LET(held, heldForgotten(rows.integer(0)));
        if (waits(row->number)) {  // what an unsent change has superseded here is still all the hub had
            FAYI_LET(settled, withoutWaiting(*row));
            row->state = std::move(settled);
        }
        Told told = unborn ? Told() : teller.of(row->id, row->type, row->state, std::move(held));
        bytes += told.bytes();
        const bool full = out.message.changes.size() + told.changes.size() > limits::kPageChanges ||
                          bytes > limits::kPageBytes;
        if (full && out.reached >= 0)
            break;
        std::ranges::move(told.changes, std::back_inserter(out.message.changes));
        if (told.state)
            out.message.states.push_back(std::move(*told.state));
        out.reached = (rows.integer(3) != 0 ? 0 : kRest) + rows.integer(0);
    }
    FAYI_TRY(rows.status());
    FAYI_LET(names, namesOf(replicasIn(out.message)));
    out.message.pens = std::move(names);
    return {};
}

Result<std::vector<SentChange>> Store::heldForgotten(std::int64_t record) const {
    std::vector<SentChange> out;
    auto rows = m_database->prepare(
        "SELECT c.body, c.effective FROM change c JOIN replica r ON r.number=c.replica WHERE c.record=? AND "
        "((r.person IS NULL AND c.seq>r.behind) OR (r.person IS NOT NULL AND c.seq>r.acked AND "
        "c.seq<=(SELECT "
        "max(h.seq) FROM head h WHERE h.replica=r.number AND h.receipt IS NOT NULL))) AND NOT EXISTS(SELECT "
        "1 FROM refusal f WHERE "
        "f.replica=c.replica AND f.seq=c.seq)");
    rows.bind(record);
    while (rows.step()) {
        FAYI_LET(change, protocol::decodeChange(rows.text(0)));
        const HybridTime effective = effectiveOf(rows, 1, change.time);
        out.push_back({std::move(change), effective, {}});
    }
    FAYI_TRY(rows.status());
    sortToApply(out);
    return out;
}

Result<std::vector<protocol::PenName>> Store::namesOf(const std::set<ReplicaId>& replicas) const {
    std::vector<protocol::PenName> out;
    for (const ReplicaId replica : replicas) {
        auto row =
            m_database->prepare("SELECT person_id, person_name, station_name, org FROM replica WHERE id=?");
        if (row.bind(asKey(replica)).step())
            out.push_back({replica, parseRecordId(row.text(0)).value_or(RecordId()), row.text(1), row.text(2),
                           row.text(3)});
        FAYI_TRY(row.status());
    }
    return out;
}

Status Store::apply(const Telling& told, const protocol::TestimonyAnswer& answer) {
    sqlite::Transaction transaction(*m_database);
    FAYI_TRY(transaction.begun());
    std::string next;  // over, also if the hub was put back once more: then the next sync begins anew
    if (answer.epoch == told.message.epoch && healing() == Healing::Tell) {
        next = told.reached < 0 ? "" : std::to_string(told.reached);
    } else if (answer.epoch == told.message.epoch) {
        for (const auto& entry : answer.behind)
            FAYI_TRY(m_database->prepare("UPDATE replica SET behind=? WHERE id=? AND person IS NULL")
                         .bind(entry.seq)
                         .bind(asKey(entry.replica))
                         .run());
        next = answer.behind.empty() ? "" : "0";
    }
    FAYI_TRY(setMeta("healing", next));
    if (next.empty())
        FAYI_TRY(m_database->execute("UPDATE replica SET behind=NULL"));
    return transaction.commit();
}

}  // namespace fayi::store
