// SPDX-License-Identifier: Apache-2.0
// The lock of a period: what the district has reported does not change behind its back.
#include "fayi/records/judge.h"

namespace fayi::records {

const schema::OrgUnit* lockOn(const Place& place, const schema::OrgTree& tree) {
    if (place.happenedOn.empty())
        return nullptr;
    for (const std::string& org : place.orgs)
        if (const schema::OrgUnit* locked = tree.lockOn(org, place.happenedOn))
            return locked;
    return nullptr;
}

Text lockReason(const schema::OrgUnit& locked, const std::string& happenedOn) {
    const std::string until = locked.lockedUntil.value_or("");
    return {"“" + locked.name.zh + "”" + until + " 及以前的记录已由区县锁定（本记录日期 " + happenedOn + "）",
            "the district has locked the records of \"" + locked.name.en + "\" up to " + until +
                " (this one is of " + happenedOn + ")"};
}

std::optional<protocol::Refusal> judgeLock(const protocol::Change& change, const schema::RecordType* type,
                                           const Place* before, const Place& after,
                                           const schema::OrgTree& tree) {
    std::vector<Place> places;
    if (before != nullptr)
        places.push_back(*before);
    places.push_back(after);
    for (const merge::Write& write : change.writes)  // a day that is written, though another one is shown
        if (type != nullptr && write.path == type->happenedOn && write.value.is_string())
            places.push_back({after.orgs, write.value.get<std::string>()});
    for (const Place& place : places)
        if (const schema::OrgUnit* locked = lockOn(place, tree))
            return protocol::Refusal{change.dot.seq, "locked", lockReason(*locked, place.happenedOn)};
    return std::nullopt;
}

}  // namespace fayi::records
