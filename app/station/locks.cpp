// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/locks.h"

#include <algorithm>
#include <set>

#include "fayi/protocol/lock.h"
#include "fayi/protocol/messages.h"
#include "fayi/runtime/sync_session.h"
#include "fayi/station/board.h"
#include "fayi/station/json.h"
#include "fayi/store/tally.h"

namespace fayi::station {
namespace {

/// The day before the first of the month in which a day lies.
std::string endOfMonthBefore(const std::string& day) {
    return dateOfDays(daysOf(day.substr(0, 8) + "01").value_or(0) - 1);
}

}  // namespace

bool Locks::mayLock() const {
    return m_station.identity().enrolled && protocol::mayClosePeriods(m_station.person().role);
}

bool Locks::mayLift() const {
    return mayLock() && protocol::mayOpenPeriods(m_station.person().role);
}

std::vector<std::string> Locks::units() const {
    const std::string root = Board(m_station).root();
    std::vector<std::string> out{root};
    for (const schema::OrgUnit* unit : m_station.orgTree().children(root))
        if (unit->inForce(m_station.today()))
            out.push_back(unit->code);
    return out;
}

std::string Locks::lockedBy(const std::string& unit) const {
    const schema::OrgTree& tree = m_station.orgTree();
    const schema::OrgUnit* furthest = nullptr;
    for (const schema::OrgUnit* one : tree.units())
        if (one->lockedUntil && tree.isWithin(unit, one->code) &&
            (furthest == nullptr || *one->lockedUntil > *furthest->lockedUntil))
            furthest = one;
    return furthest == nullptr ? std::string() : furthest->code;
}

std::string Locks::lockedUntil(const std::string& unit) const {
    const std::string by = lockedBy(unit);
    return by.empty() ? std::string() : *m_station.orgTree().find(by)->lockedUntil;
}

Result<std::vector<MonthLock>> Locks::months(const std::string& unit) const {
    FAYI_LET(orgs, m_station.figureOrgs(unit));
    const std::set<std::string> seen(orgs.begin(), orgs.end());
    const std::string locked = lockedUntil(unit);
    std::vector<MonthLock> out;
    std::string end = endOfMonthBefore(m_station.today());
    for (int i = 0; i < kMonths; ++i, end = endOfMonthBefore(end)) {
        MonthLock month{end.substr(0, 7), end, end <= locked};
        FAYI_LET(tallies, store::tallyUnits(m_station.store().folder(), month.month + "-01", end, {}));
        for (const store::UnitTally& one : tallies) {
            if (!seen.contains(one.unit))
                continue;
            month.records += one.records;
            month.verified += one.verified;
            month.submitted += one.submitted;
            month.returned += one.returned;
        }
        out.push_back(std::move(month));
    }
    return out;
}

Status Locks::lock(const std::string& unit, const std::string& until) {
    const auto transport = runtime::transportFor(m_station.store());
    if (!transport)
        return Error{ErrorCode::Usage,
                     {"本机没有连接区县的地址，不能在这里锁定",
                      "this station has no address of its district; a period cannot be locked here"}};
    const protocol::LockWish wish{m_station.person().id, unit, until};
    const auto reply =
        transport->post(protocol::kLockTarget, lineOf(protocol::toJson(wish)), protocol::kJsonMedia);
    if (reply.trouble != protocol::Trouble::None)
        return Error{protocol::codeOf(reply.trouble), reply.words};
    // The lock holds whether or not it is seen here at once; the next sync brings it otherwise.
    (void)m_station.sync();
    return {};
}

}  // namespace fayi::station
