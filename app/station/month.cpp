// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/month.h"

#include <set>

#include "visits.h"

namespace fayi::station {
namespace {

using store::Condition;

/// Visits that are looked through for their villages; four a day of each village, and more.
constexpr std::size_t kMostVisits = 5'000;

/// The last day of the month that begins then.
std::string endOf(const std::string& first) {
    const std::string later = dateOfDays(*daysOf(first) + 31);  // of the month after
    return dateOfDays(*daysOf(later.substr(0, 8) + "01") - 1);
}

}  // namespace

Month::Month(const Station& station, const std::string& day) : m_station(station) {
    m_from = (daysOf(day) ? day : station.today()).substr(0, 8) + "01";
    m_to = endOf(m_from);
}

ListQuery Month::query(const std::string& type) const {
    ListQuery out;
    out.type = type;
    out.order = "-happened_on";
    out.limit = kMostRecords;
    out.where = {{"happened_on", Condition::Op::AtLeast, m_from},
                 {"happened_on", Condition::Op::AtMost, m_to},
                 {"state", Condition::Op::Differs, records::kVoid}};
    return out;
}

Result<std::vector<Month::Count>> Month::counts() const {
    std::vector<Count> out;
    for (const schema::RecordType* type : m_station.catalog().types()) {
        if (type->reference || type->happenedOn.empty())
            continue;
        Count one{type, 0, 0};
        FAYI_LET(records, m_station.count(query(type->name)));
        if (records == 0)
            continue;
        one.records = records;
        for (const std::string_view state : {records::kDraft, records::kReturned}) {
            ListQuery open = query(type->name);
            open.where.back() = {"state", Condition::Op::Equals, state};
            FAYI_LET(still, m_station.count(open));
            one.open += still;
        }
        out.push_back(one);
    }
    return out;
}

Result<std::vector<Record>> Month::records(const std::string& type) const {
    return m_station.records(query(type));
}

std::vector<std::string> Month::villages() const {
    if (!m_station.may(schema::Action::Create, kVisit))
        return {};
    std::set<std::string> out;
    for (const std::string& root : m_station.person().scope)
        for (const std::string& code : m_station.orgTree().subtree(root)) {
            const schema::OrgUnit* unit = m_station.orgTree().find(code);
            if (unit != nullptr && (unit->kind == "village" || unit->kind == "community") &&
                unit->inForce(m_station.today()))
                out.insert(code);
        }
    if (out.size() > kMostVillages)
        out.clear();
    return {out.begin(), out.end()};
}

Result<std::vector<std::string>> Month::unvisited() const {
    std::vector<std::string> out = villages();
    if (out.empty())
        return out;
    ListQuery visits = query(kVisit);
    visits.limit = kMostVisits;
    FAYI_LET(found, m_station.list(visits));
    std::set<std::string> seen;
    for (const RecordRow& row : found) {
        const Json& fields = row.fields.read();
        if (const auto village = fields.find("village"); village != fields.end() && village->is_string())
            seen.insert(village->get<std::string>());
    }
    std::erase_if(out, [&](const std::string& code) { return seen.contains(code); });
    return out;
}

}  // namespace fayi::station
