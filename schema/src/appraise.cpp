// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "fayi/base/clock.h"
#include "fayi/schema/rule_pack.h"

namespace fayi::schema {
namespace {

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The day before the first of that month; months may run over the year.
std::string lastDayBefore(int year, int month) {
    const int zero = month - 1;
    const std::string first = std::to_string(year + zero / 12) + "-" + twoDigits(zero % 12 + 1) + "-01";
    return dateOfDays(daysOf(first).value_or(0) - 1);
}

Result<std::int64_t> countOf(const Query& query, const Ask& ask) {
    FAYI_LET(rows, ask(query));
    const bool some = !rows.empty() && !rows.front().empty() && rows.front().front().is_number();
    return some ? static_cast<std::int64_t>(rows.front().front().get<double>()) : std::int64_t{0};
}

/// How far a period misses what is asked of it.
std::int64_t missing(const Loss& loss, std::int64_t reached) {
    if (loss.target)
        return std::max<std::int64_t>(0, *loss.target - reached);
    return std::max<std::int64_t>(0, reached - loss.limit.value_or(0));
}

/// One sheet as it is filled.
class Sheet {
public:
    Sheet(const Whose& whose, const std::string& from, const std::string& to,
          const std::vector<std::string>& orgs, const Ask& ask)
        : m_whose(whose), m_from(from), m_to(to), m_orgs(orgs), m_ask(ask) {}

    Result<IndicatorAnswer> line(const Indicator& indicator, const std::vector<Said>& said) const {
        IndicatorAnswer out;
        out.indicator = &indicator;
        std::int64_t taken = 0, kept = 0;
        for (const Loss& loss : indicator.losses) {
            FAYI_LET(answer, lossOf(loss));
            taken += answer.taken;
            out.most += static_cast<std::int64_t>(answer.periods.size());
            kept += std::count_if(answer.periods.begin(), answer.periods.end(),
                                  [](const PeriodAnswer& period) { return period.kept; });
            out.losses.push_back(std::move(answer));
        }
        if (indicator.points > 0)
            out.most = indicator.points;
        if (indicator.manual()) {
            out.most = std::max<std::int64_t>(indicator.points, 1);
            for (const Said& one : said)
                if (one.indicator == indicator.id)
                    out.points = std::clamp<std::int64_t>(one.points, 0, out.most);
        } else {
            out.points = indicator.points > 0 ? indicator.points - std::min(taken, indicator.cap) : kept;
        }
        return out;
    }

private:
    Result<LossAnswer> lossOf(const Loss& loss) const {
        LossAnswer out;
        out.loss = &loss;
        if (loss.manual())
            return out;
        out.periods = periodsOf(loss.per, m_from, m_to);
        std::set<Json> records;
        for (PeriodAnswer& period : out.periods) {
            const MeasureQueries queries = compileFor(loss.terms, m_whose, period.from, period.to, m_orgs);
            FAYI_LET(reached, countOf(queries.value, m_ask));
            const std::int64_t misses = missing(loss, reached);
            period.reached = reached;
            period.kept = misses == 0;
            out.taken += loss.points * (loss.eachUnit ? misses : std::min<std::int64_t>(misses, 1));
            FAYI_LET(behind, m_ask(queries.records));
            for (const std::vector<Json>& row : behind)
                records.insert(row.at(0));
        }
        out.records.assign(records.begin(), records.end());
        return out;
    }

    const Whose& m_whose;
    const std::string& m_from;
    const std::string& m_to;
    const std::vector<std::string>& m_orgs;
    const Ask& m_ask;
};

}  // namespace

std::vector<PeriodAnswer> periodsOf(Loss::Per per, const std::string& from, const std::string& to) {
    if (per == Loss::Per::Span)
        return {{from + "/" + to, from, to, 0, true}};
    const int months = per == Loss::Per::Month ? 1 : per == Loss::Per::Quarter ? 3 : 12;
    std::vector<PeriodAnswer> out;
    const int lastYear = std::stoi(to.substr(0, 4));
    for (int year = std::stoi(from.substr(0, 4)); year <= lastYear; ++year)
        for (int month = 1; month <= 12; month += months) {
            const std::string first = std::to_string(year) + "-" + twoDigits(month) + "-01";
            const std::string last = lastDayBefore(year, month + months);
            if (first < from || to < last)
                continue;
            const std::string name = per == Loss::Per::Month ? first.substr(0, 7)
                                     : per == Loss::Per::Quarter
                                         ? first.substr(0, 4) + "-Q" + std::to_string((month + 2) / 3)
                                         : first.substr(0, 4);
            out.push_back({name, first, last, 0, true});
        }
    return out;
}

Result<Appraisal> appraise(const RulePack& pack, const Whose& whose, const std::string& from,
                           const std::string& to, const std::vector<std::string>& orgs,
                           const std::vector<Said>& said, const Ask& ask) {
    const Sheet sheet(whose, from, to, orgs, ask);
    Appraisal out;
    for (const Indicator& indicator : pack.indicators) {
        FAYI_LET(line, sheet.line(indicator, said));
        out.most += line.most;
        if (line.points) {
            out.points += *line.points;
            out.answered += line.most;
        }
        out.lines.push_back(std::move(line));
    }
    return out;
}

}  // namespace fayi::schema
