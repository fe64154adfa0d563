// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/review.h"

#include <algorithm>
#include <map>
#include <set>

namespace fayi::station {
namespace {

using schema::Action;
using store::StoredChange;

ListQuery waitingOf(const std::string& type, const std::string& org) {
    ListQuery query;
    query.type = type;
    query.order = "updated";
    query.limit = Review::kMost;
    query.where = {{"state", store::Condition::Op::Equals, std::string(records::kSubmitted)}};
    if (!org.empty())
        query.where.push_back({"org", store::Condition::Op::Equals, org});
    return query;
}

bool isOlder(const Record& a, const Record& b) {
    return std::pair(a.view.updated, a.id) < std::pair(b.view.updated, b.id);
}

/// The write by which a change moved the record through the workflow; null: none.
const merge::Write* moveIn(const StoredChange& change) {
    const auto at = std::ranges::find(change.writes, merge::kState, &merge::Write::path);
    return at == change.writes.end() ? nullptr : &*at;
}

bool isLook(const StoredChange& change) {
    const merge::Write* move = change.refused ? nullptr : moveIn(change);
    return move != nullptr && (move->value == Json(std::string(records::kVerified)) ||
                               move->value == Json(std::string(records::kReturned)));
}

/// The last verification or return; null: none is known here.
const StoredChange* lastLookIn(const std::vector<StoredChange>& history) {
    const auto found = std::find_if(history.rbegin(), history.rend(), isLook);
    return found == history.rend() ? nullptr : &*found;
}

/// Whether the one who judged had seen another change of the record.
bool hadSeen(const StoredChange& judgement, const merge::Write& move, const StoredChange& other) {
    if (other.dot.replica == judgement.dot.replica)
        return other.dot.seq <= judgement.dot.seq;
    if (!move.wide.empty())
        return move.wide.covers(other.dot);
    if (move.context.of(other.dot.replica) > 0)
        return move.context.covers(other.dot);
    return other.effective < judgement.effective;
}

/// What people read: fields and the unit; not the workflow.
bool isContent(const std::string& path) {
    return path[0] != '$' || path == merge::kOrg;
}

std::size_t placeOf(const schema::RecordType* type, const std::string& path) {
    const std::string field = merge::parsePath(path).field;
    if (type == nullptr)
        return 0;
    const auto at = std::ranges::find(type->fields, field, &schema::Field::name);
    return static_cast<std::size_t>(at - type->fields.begin());
}

/// The remarks of one return stand in one change.
std::vector<records::Remark> remarksOf(const records::View& view, Dot judgement) {
    std::vector<records::Remark> out;
    std::ranges::copy_if(view.remarks, std::back_inserter(out),
                         [&](const records::Remark& remark) { return remark.dot == judgement; });
    return out;
}

}  // namespace

std::vector<const schema::RecordType*> Review::typesFor(const ReviewFilter& filter) const {
    const bool district = m_station.person().role == "district";
    std::vector<const schema::RecordType*> out;
    for (const schema::RecordType* type : m_station.catalog().types()) {
        const bool mine =
            m_station.may(Action::Verify, type->name) || m_station.may(Action::Return, type->name);
        const bool offices = type->may(Action::Verify, "clerk") || type->may(Action::Verify, "head");
        if (mine && !(district && offices && !filter.officesToo))
            out.push_back(type);
    }
    return out;
}

Result<ReviewQueue> Review::queue(const ReviewFilter& filter) const {
    ReviewQueue out;
    std::set<std::string> orgs;
    for (const schema::RecordType* type : typesFor(filter)) {
        const ListQuery everywhere = waitingOf(type->name, {});
        FAYI_LET(waiting, m_station.count(everywhere));
        if (waiting == 0)
            continue;
        out.types.push_back({type, waiting});
        if (!filter.type.empty() && filter.type != type->name)
            continue;
        FAYI_LET(found, m_station.records(everywhere));
        for (const Record& record : found)
            orgs.insert(record.view.org);
        if (!filter.org.empty()) {
            const ListQuery there = waitingOf(type->name, filter.org);
            FAYI_LET(counted, m_station.count(there));
            FAYI_LET(some, m_station.records(there));
            waiting = counted;
            found = std::move(some);
        }
        out.total += waiting;
        std::ranges::move(found, std::back_inserter(out.records));
    }
    std::ranges::sort(out.records, isOlder);
    if (out.records.size() > kMost)
        out.records.resize(kMost);
    out.orgs.assign(orgs.begin(), orgs.end());
    return out;
}

std::vector<ChangedField> Review::changes(const Record& record, const merge::RecordState& state,
                                          const std::vector<StoredChange>& history, const Seen& seen) const {
    const schema::RecordType* type = m_station.catalog().type(record.view.type);
    const bool whole = m_station.holdsHistory(record.id);
    std::map<std::string, std::optional<Json>> before;
    std::map<std::string, const StoredChange*> after;
    for (const StoredChange& change : history)
        for (const merge::Write& write : change.writes) {
            const std::string path = merge::resolvePath(write.path, change.dot);
            if (change.refused || !isContent(path))
                continue;
            if (seen(change))
                before[path] = records::told(write.value);
            else
                after[path] = &change;
        }
    std::vector<ChangedField> out;
    for (const auto& [path, change] : after) {
        const merge::Register* reg = state.find(path);
        ChangedField one{
            path, {}, {}, whole || before.contains(path), change->by, change->station, change->effective};
        if (reg != nullptr)
            one.now = records::told(merge::settle(records::policyOf(type, path), *reg).value());
        if (before.contains(path))
            one.before = *before.at(path);
        if (one.before != one.now || !one.beforeKnown)
            out.push_back(std::move(one));
    }
    std::ranges::stable_sort(out, {}, [&](const ChangedField& one) { return placeOf(type, one.path); });
    return out;
}

Result<Look> Review::look(RecordId id) const {
    FAYI_LET(record, m_station.get(id));
    FAYI_LET(state, m_station.store().state(id));
    FAYI_LET(history, m_station.store().history(id));
    Look out{std::move(record), {}, {}, {}};
    const StoredChange* last = lastLookIn(history);
    if (last == nullptr)
        return out;
    const merge::Write& move = *moveIn(*last);
    out.last = EarlierLook{move.value == Json(std::string(records::kVerified)), last->dot, last->by,
                           last->effective};
    out.changes = changes(out.record, state, history,
                          [&](const StoredChange& one) { return hadSeen(*last, move, one); });
    if (!out.last->verified)
        out.remarks = remarksOf(out.record.view, out.last->version);
    return out;
}

Result<std::vector<ChangedField>> Review::since(RecordId id, const merge::VersionVector& seen) const {
    FAYI_LET(record, m_station.get(id));
    FAYI_LET(state, m_station.store().state(id));
    FAYI_LET(history, m_station.store().history(id));
    return changes(record, state, history, [&](const StoredChange& one) { return seen.covers(one.dot); });
}

}  // namespace fayi::station
