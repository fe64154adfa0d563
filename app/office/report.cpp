// SPDX-License-Identifier: Apache-2.0
// What a report says, counted from the records of now or from those of a closed report.
#include "fayi/office/report.h"

#include "report_parts.h"

namespace fayi::office {
namespace {

using schema::OrgUnit;
using station::Json;

constexpr std::size_t kMostPlanItems = 1000;  ///< of one year

/// "凤城街道司法所", "长寿区司法局".
Text officeNameOf(const OrgUnit& unit) {
    if (unit.kind == "district")
        return {unit.name.zh + "司法局", "Justice Bureau of " + unit.name.en};
    if (unit.kind == "street" || unit.kind == "town" || unit.kind == "township")
        return {unit.name.zh + "司法所", "Justice Office of " + unit.name.en};
    return unit.name;
}

const OrgUnit* rootOf(const station::Station& station, const std::string& unit) {
    const schema::OrgTree& tree = station.orgTree();
    if (!unit.empty())
        return tree.find(unit);
    if (const auto& scope = station.person().scope; scope.size() == 1)
        if (const OrgUnit* own = tree.find(scope.front()))
            return own;
    for (const OrgUnit* known : tree.units())
        if (known->parent.empty())
            return known;
    return nullptr;
}

/// The units directly below the one reported on, and which of them sent nothing.
Status lookForMissing(const station::Station& station, store::Books& books, ReportData& data) {
    FAYI_LET(heard, books.unitsHeard(data.wish.from, data.wish.to));
    const OrgUnit* root = rootOf(station, data.wish.unit);
    if (root == nullptr)
        return {};
    for (const OrgUnit* unit : station.orgTree().children(root->code)) {
        if (!unit->inForce(data.wish.to))
            continue;
        ++data.units;
        const auto below = station.orgTree().subtree(unit->code);
        if (std::ranges::any_of(below, [&](const std::string& code) { return heard.contains(code); }))
            continue;
        data.missing.push_back(unit->code);
        data.missingNames.push_back(unit->name);
    }
    return {};
}

/// Verified plan items of these kinds and that year, of the units that count, in the order of their writing.
Result<std::vector<std::string>> planItems(const station::Station& station,
                                           const std::vector<std::string>& kinds, std::int64_t year,
                                           const std::string& unit) {
    station::ListQuery query;
    query.type = "plan-item";
    query.order = "happened_on";
    query.limit = kMostPlanItems;
    query.where = {{"year", store::Condition::Op::Equals, Json(year)}};
    FAYI_LET(found, station.records(query));
    std::vector<std::string> out;
    for (const station::Record& record : found) {
        const bool counts = record.view.state == "verified" &&
                            (unit.empty() || station.orgTree().isWithin(record.view.org, unit));
        if (counts && std::ranges::count(kinds, record.view.fields.value("kind", std::string())) > 0)
            out.push_back(record.view.fields.value("text", std::string()));
    }
    return out;
}

}  // namespace

std::string yearBefore(const std::string& date) {
    const std::string year = std::to_string(std::stoi(date.substr(0, 4)) - 1);
    const std::string moved =
        std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + date.substr(4);
    return daysOf(moved) ? moved : moved.substr(0, 8) + "28";
}

Status count(ReportData& data, const std::vector<std::string>& orgs, const schema::Ask& ask) {
    const ReportWish& wish = data.wish;
    for (const schema::Figure& figure : data.definition->figures) {
        FAYI_LET(now, schema::answerFigure(figure, wish.from, wish.to, orgs, ask));
        data.figures.push_back(std::move(now));
        FAYI_LET(before, schema::answerFigure(figure, yearBefore(wish.from), yearBefore(wish.to), orgs, ask));
        data.before.push_back(std::move(before));
    }
    for (const schema::Check& check : data.definition->checks) {
        FAYI_LET(answer, schema::answerCheck(*data.definition, check, wish.from, wish.to, orgs, ask));
        data.checks.push_back(std::move(answer));
    }
    return {};
}

Status addSurroundings(station::Station& station, const Clock& clock, ReportData& data) {
    if (const OrgUnit* root = rootOf(station, data.wish.unit))
        data.office = officeNameOf(*root);
    FAYI_LET(books, store::Books::open(station.store().folder(), clock));
    FAYI_TRY(lookForMissing(station, *books, data));
    if (station.catalog().type("plan-item") == nullptr)
        return {};
    const std::int64_t year = std::stoi(data.wish.to.substr(0, 4));
    FAYI_LET(weaknesses, planItems(station, {"weakness"}, year, data.wish.unit));
    FAYI_LET(plans, planItems(station, {"task", "brand"}, year + 1, data.wish.unit));
    data.weaknesses = std::move(weaknesses);
    data.plans = std::move(plans);
    return {};
}

Result<ReportData> makeReport(station::Station& station, const ReportWish& wish, const Clock& clock) {
    ReportData data;
    data.wish = wish;
    FAYI_LET(definition, station.reportFor(wish.report, wish.from, wish.to));
    FAYI_LET(orgs, station.figureOrgs(wish.unit));
    data.catalog = station.catalog();
    data.definition = definition;
    FAYI_TRY(count(data, orgs, [&](const schema::Query& query) { return station.store().rows(query); }));
    FAYI_TRY(addSurroundings(station, clock, data));
    return data;
}

}  // namespace fayi::office
