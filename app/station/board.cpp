// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/board.h"

#include <algorithm>
#include <map>
#include <set>

#include "visits.h"

namespace fayi::station {
namespace {

bool isVillage(const schema::OrgUnit& unit) {
    return unit.kind == "village" || unit.kind == "community";
}

/// The day some days before a day.
std::string daysBefore(const std::string& day, std::int64_t days) {
    return dateOfDays(*daysOf(day) - days);
}

void add(BoardRow& row, const store::UnitTally& one) {
    row.records += one.records;
    row.submitted += one.submitted;
    row.verified += one.verified;
    row.returned += one.returned;
    row.lastDay = std::max(row.lastDay, one.lastDay);
    row.heard = std::max(row.heard, one.heard.wall());
    if (one.reported.wall() != Millis(0))
        row.reported = std::max(row.reported, dateInChina(one.reported.wall()));
}

/// Computers of the unit, and the last day on which it is known to have reported. Of a record that only shows
/// the district's hand, it is known that the unit wrote it when it happened, or after.
void judgeReports(BoardRow& row, const std::vector<store::Computer>& computers, const schema::OrgTree& tree,
                  const std::string& silentSince) {
    for (const store::Computer& one : computers) {
        if (!tree.isWithin(one.org, row.org))
            continue;
        row.computers.push_back(one);
        if (one.newest.wall() != Millis(0))
            row.reported = std::max(row.reported, dateInChina(one.newest.wall()));
    }
    if (row.heard != Millis(0))
        row.reported = std::max(row.reported, std::min(row.lastDay, dateInChina(row.heard)));
    row.overdue = row.reported < silentSince;
}

/// A village of which nothing was logged is silent, and longer than any other.
void judge(BoardRow& row, const std::string& lastVisit, const std::string& silentSince) {
    const bool first = row.villages++ == 0;
    row.silent += lastVisit < silentSince ? 1u : 0u;
    row.oldestVisit = first ? lastVisit : std::min(row.oldestVisit, lastVisit);
}

/// The villages within a unit that stand today, each with no visit yet.
std::map<std::string, std::string> villagesOf(const schema::OrgTree& tree, const std::string& root,
                                              const std::set<std::string>& seen, const std::string& today) {
    std::map<std::string, std::string> out;
    for (const schema::OrgUnit* unit : tree.units())
        if (isVillage(*unit) && unit->inForce(today) && seen.contains(unit->code) &&
            tree.isWithin(unit->code, root))
            out[unit->code];
    return out;
}

/// By the unit that is locked furthest, itself or one it belongs to.
void lock(BoardRow& row, const schema::OrgTree& tree) {
    for (const schema::OrgUnit* unit : tree.units())
        if (unit->lockedUntil && tree.isWithin(row.org, unit->code) && *unit->lockedUntil > row.lockedUntil) {
            row.lockedUntil = *unit->lockedUntil;
            row.lockedBy = unit->code;
        }
}

/// What the rows of a board are made of.
struct Facts {
    const schema::OrgTree& tree;
    std::set<std::string> seen;  ///< units that the person sees
    std::vector<store::UnitTally> tallies;
    std::vector<store::Computer> computers;
    std::string today, silentSince;
};

BoardRow rowOf(const std::string& code, const Facts& facts) {
    const schema::OrgTree& tree = facts.tree;
    BoardRow row;
    row.org = code;
    std::map<std::string, std::string> visits = villagesOf(tree, code, facts.seen, facts.today);
    for (const store::UnitTally& one : facts.tallies) {
        if (!facts.seen.contains(one.unit) || !tree.isWithin(one.unit, code))
            continue;
        add(row, one);
        const schema::OrgUnit* now = tree.onDay(one.unit, facts.today);
        const auto village = now == nullptr ? visits.end() : visits.find(now->code);
        if (village != visits.end())
            village->second = std::max(village->second, one.lastVisit);
    }
    for (const auto& [village, last] : visits)
        judge(row, last, facts.silentSince);
    judgeReports(row, facts.computers, tree, facts.silentSince);
    lock(row, tree);
    return row;
}

bool isMoreUrgent(const BoardRow& a, const BoardRow& b) {
    if (a.overdue != b.overdue)
        return a.overdue;
    if (a.overdue && a.reported != b.reported)
        return a.reported < b.reported;
    if ((a.silent > 0) != (b.silent > 0))
        return a.silent > 0;
    return std::tie(a.oldestVisit, a.org) < std::tie(b.oldestVisit, b.org);
}

}  // namespace

std::string Board::root() const {
    const std::vector<std::string>& scope = m_station.person().scope;
    return scope.empty() ? m_station.identity().district : scope.front();
}

/// The units that are in force below it; a unit without any stands for itself.
std::vector<std::string> Board::unitsOf(const std::string& parent) const {
    std::vector<std::string> out;
    for (const schema::OrgUnit* unit : m_station.orgTree().children(parent))
        if (unit->inForce(m_station.today()))
            out.push_back(unit->code);
    return out.empty() ? std::vector{parent} : out;
}

Result<std::vector<BoardRow>> Board::rows(const BoardQuestion& question) const {
    const std::string parent = question.parent.empty() ? root() : question.parent;
    const schema::OrgTree& tree = m_station.orgTree();
    if (tree.find(parent) == nullptr)
        return Error{ErrorCode::Usage, {"没有这个机构：" + parent, "no such org unit: " + parent}};
    if (!daysOf(question.from) || !daysOf(question.to) || question.to < question.from)
        return Error{ErrorCode::Usage,
                     {"起止日期应如 2026-01-01，且起不晚于止",
                      "the period needs two dates such as 2026-01-01, the first not after the second"}};
    FAYI_LET(visible, m_station.figureOrgs({}));
    const std::filesystem::path& folder = m_station.store().folder();
    FAYI_LET(tallies,
             store::tallyUnits(folder, question.from, question.to, kVisit, m_station.identity().district));
    FAYI_LET(computers, store::computers(folder));
    const std::string today = m_station.today();
    const Facts facts{tree,  {visible.begin(), visible.end()},      std::move(tallies), std::move(computers),
                      today, daysBefore(today, question.silentDays)};
    std::vector<BoardRow> out;
    for (const std::string& code : unitsOf(parent)) {
        out.push_back(rowOf(code, facts));
        out.back().below = code != parent && !tree.children(code).empty();
    }
    std::ranges::sort(out, isMoreUrgent);
    return out;
}

Result<std::vector<Record>> Board::records(const std::string& org, const std::string& state,
                                           const std::string& from, const std::string& to) const {
    FAYI_LET(units, m_station.figureOrgs(org));
    FAYI_LET(numbers,
             store::recordsOfUnits(m_station.store().folder(), units, state, from, to, kMostRecords));
    return m_station.recordsOf(numbers);
}

}  // namespace fayi::station
