// SPDX-License-Identifier: Apache-2.0
// What is due soon: the clocks that laws and local rules start on records, and those of each year.
#include <algorithm>

#include "fayi/base/clock.h"
#include "fayi/schema/report.h"
#include "fayi/station/station.h"

namespace fayi::station {
namespace {

constexpr std::string_view kCalendar = "cn";

Due dueFrom(const schema::Deadline& deadline, std::string on, const std::string& today) {
    Due out;
    out.deadline = deadline.name;
    out.labels = deadline.labels;
    out.basis = deadline.basis;
    out.fixed = deadline.fixed;
    out.days = daysOf(on).value_or(0) - daysOf(today).value_or(0);
    out.on = std::move(on);
    return out;
}

bool concerns(const schema::Deadline& deadline, const std::string& role) {
    return deadline.roles.empty() || std::ranges::find(deadline.roles, role) != deadline.roles.end();
}

/// Whether the day was found by counting through days that may turn out to be off.
bool isAssumed(const schema::Deadline& deadline, const schema::WorkCalendar& calendar,
               const std::string& on) {
    using Unit = schema::Deadline::Unit;
    const bool counts = deadline.unit != Unit::None && deadline.unit != Unit::QuarterEnds;
    return counts && !calendar.knows(std::stoi(on.substr(0, 4)));
}

}  // namespace

Result<std::vector<Due>> Station::due(const std::string& today) const {
    const std::string day = today.empty() ? this->today() : today;
    if (!daysOf(day))
        return Error{ErrorCode::Usage,
                     {"日期应如 2026-03-01：" + day, "a date such as 2026-03-01 is wanted: " + day}};
    const schema::WorkCalendar* calendar = catalog().workCalendar(kCalendar);
    if (calendar == nullptr)
        return Error{ErrorCode::Internal, {"缺少工作日历", "there is no working calendar"}};
    std::vector<Due> out;
    for (const schema::Deadline* deadline : catalog().deadlines()) {
        if (deadline->yearly.empty())
            FAYI_TRY(addDue(out, *deadline, *calendar, day));
        else if (const auto on = deadline->occurrence(day); on && concerns(*deadline, person().role))
            out.push_back(dueFrom(*deadline, *on, day));
    }
    std::ranges::stable_sort(out, {}, &Due::on);
    out.resize(std::min(out.size(), kMostDue));
    return out;
}

Status Station::addDue(std::vector<Due>& out, const schema::Deadline& deadline,
                       const schema::WorkCalendar& calendar, const std::string& today) const {
    const bool everywhere = !visibly({}).visible;
    std::optional<std::vector<std::string>> orgs;
    if (!everywhere) {
        FAYI_LET(seen, figureOrgs({}));
        orgs = std::move(seen);
    }
    FAYI_LET(rows,
             m_store->rows(schema::compileRunning(deadline, deadline.latestStart(today), orgs, kMostDue)));
    for (const std::vector<Json>& row : rows) {
        FAYI_LET(stored, m_store->getByNumber(row[0].get<std::int64_t>()));
        if (!isVisible(stored))
            continue;
        const auto on = deadline.dueOn(stored.view.fields, calendar);
        if (!on || !deadline.isShown(*on, today))
            continue;
        Due due = dueFrom(deadline, *on, today);
        due.assumed = isAssumed(deadline, calendar, *on);
        due.record = recordOf(std::move(stored));
        out.push_back(std::move(due));
    }
    return {};
}

}  // namespace fayi::station
