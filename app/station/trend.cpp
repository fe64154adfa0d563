// SPDX-License-Identifier: Apache-2.0
#include "fayi/station/trend.h"

namespace fayi::station {
namespace {

constexpr int kMonths = 12;

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

struct Span {
    std::string name, first, last;
};

Span monthOf(int year, int month) {
    const std::string name = std::to_string(year) + "-" + twoDigits(month);
    const std::string next = month == kMonths ? std::to_string(year + 1) + "-01-01"
                                              : std::to_string(year) + "-" + twoDigits(month + 1) + "-01";
    return {name, name + "-01", dateOfDays(daysOf(next).value_or(1) - 1)};
}

/// As the chart draws it: a ratio by its denominator.
std::optional<double> heightOf(const schema::Measured& measured) {
    if (!measured.denominator)
        return measured.value;
    if (*measured.denominator == 0)
        return std::nullopt;
    return 100 * measured.value / *measured.denominator;
}

}  // namespace

Result<std::vector<MonthValue>> monthsOf(Station& station, const std::string& report,
                                         const std::string& figure, const std::string& day,
                                         const std::string& unit) {
    FAYI_LET(known, station.reportFor(report, day, day));
    const schema::Figure* definition = known->find(figure);
    if (definition == nullptr)
        return Error{ErrorCode::Usage, {"没有这个指标：" + figure, "there is no figure " + figure}};
    FAYI_LET(orgs, station.figureOrgs(unit));
    const schema::Ask ask = [&](const schema::Query& query) { return station.store().rows(query); };
    const int year = std::stoi(day.substr(0, 4));
    std::vector<MonthValue> out;
    for (int month = 1; month <= kMonths; ++month) {
        const Span now = monthOf(year, month), before = monthOf(year - 1, month);
        MonthValue one{now.name, {}, {}, {}, {}};
        if (now.first <= station.today() && definition->inForce(now.first, now.last)) {
            FAYI_LET(answer, schema::answerFigure(*definition, now.first, now.last, orgs, ask));
            one.now = heightOf(answer);
            one.shown = answer.shown;
        }
        if (definition->inForce(before.first, before.last)) {
            FAYI_LET(answer, schema::answerFigure(*definition, before.first, before.last, orgs, ask));
            one.before = heightOf(answer);
            one.shownBefore = answer.shown;
        }
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace fayi::station
