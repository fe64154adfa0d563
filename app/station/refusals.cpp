// SPDX-License-Identifier: Apache-2.0
// What the hub refused, and what it would refuse: mending, discarding, the lock of a period.
#include "fayi/records/judge.h"
#include "loaded.h"

namespace fayi::station {
namespace {

std::vector<std::string> orgsOf(const records::View& view) {
    return view.orgs.empty() ? std::vector{view.org} : view.orgs;
}

/// What the record would show if the refused changes had been taken, written by somebody who saw all of it.
merge::RecordState asIfTaken(const store::Refused& refused) {
    merge::RecordState out = refused.state;
    for (protocol::Change change : refused.changes) {
        const merge::VersionVector seen = out.seen();
        for (merge::Write& write : change.writes)
            write.context.include(out.contextFor(merge::resolvePath(write.path, change.dot), seen));
        out.apply(change.dot, change.time, change.writes);
    }
    return out;
}

}  // namespace

Text Station::lockOf(const std::vector<std::string>& orgs, const std::string& happenedOn) const {
    const schema::OrgUnit* locked = records::lockOn({orgs, happenedOn}, orgTree());
    if (locked == nullptr)
        return {};
    const Text reason = records::lockReason(*locked, happenedOn);
    return {reason.zh + "，这次改动上报后将不被接受", reason.en + "; this change will be refused"};
}

/// A record that was just written, before or after in a locked period: it is on disk all the same.
void Station::warnOfLock(Record& after, const records::View* before) const {
    const schema::RecordType* type = catalog().type(after.view.type);
    Text told = lockOf(orgsOf(after.view), after.view.happenedOn);
    if (told.zh.empty() && before != nullptr)
        told = lockOf(orgsOf(*before), before->happenedOn);
    if (told.zh.empty())
        return;
    schema::Problem problem;
    problem.field = type == nullptr ? std::string() : type->happenedOn;
    problem.message = std::move(told);
    problem.severity = schema::Problem::Severity::Warning;
    problem.kind = schema::Problem::Kind::Locked;
    after.problems.push_back(std::move(problem));
}

Result<Record> Station::mendable(Dot change) const {
    FAYI_LET(refused, m_store->refused(change));
    FAYI_LET(record, get(refused.record));
    const schema::RecordType* type = catalog().type(refused.type);
    if (!refused.creation)
        record.view.fields = records::view(type, refused.type, asIfTaken(refused)).fields;
    return record;
}

Result<Mended> Station::mend(Dot change, const Json& given) {
    m_refused.clear();
    FAYI_LET(wanted, m_store->refused(change));
    FAYI_LET(now, get(wanted.record));
    if (now.view.restricted)
        return refuse("", kRestrictedNow);
    FAYI_LET(type, typeFor(wanted.type));
    Json correction = given;
    std::string org;
    FAYI_TRY(takeOrg(correction, org));
    const auto plan = [&](const store::Refused& refused) -> Result<records::Plan> {
        records::Plan out = records::planMend(*type, refused.state, refused.changes, correction, org);
        if (out.writes.empty())
            return out;
        std::vector<std::string> orgs{m_person.org};
        if (!refused.creation)
            orgs = orgsOf(records::view(type, refused.type, refused.state));
        for (const merge::Write& write : out.writes)
            if (refused.creation && write.path == merge::kOrg && write.value.is_string())
                orgs = {write.value.get<std::string>()};
        if (orgs == std::vector<std::string>{""})
            orgs = {refused.org};
        FAYI_TRY(
            permit(refused.creation ? std::nullopt : std::optional(refused.record), *type, out.writes, orgs));
        return out;
    };
    FAYI_LET(closed, m_store->mend(m_person.number, change, plan));
    if (!closed.problems.empty())
        return refuse(std::move(closed.problems));
    renewPerson();
    FAYI_LET(stored, m_store->get(closed.record));
    Mended out{recordOf(std::move(stored)), closed.was, std::move(closed.changes)};
    warnOfLock(out.record, nullptr);
    return out;
}

Result<store::Closed> Station::discard(Dot change) {
    FAYI_LET(refused, m_store->refused(change));
    FAYI_TRY(get(refused.record));
    return m_store->discard(change);
}

}  // namespace fayi::station
