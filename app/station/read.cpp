// SPDX-License-Identifier: Apache-2.0
// Reading: records, lists, histories, conflicts, figures.
#include "fayi/base/limits.h"
#include "fayi/schema/describe.h"
#include "loaded.h"

namespace fayi::station {
namespace {

/// Open conflicts told at once; a person settles a few dozen a day.
constexpr std::size_t kMostConflicts = 10'000;
constexpr std::size_t kPageRows = 250;

/// Where a version that a change wrote is now; the most visible of its writes speaks for the change.
enum class Standing { Superseded, Sibling, Shown };

Standing standingOf(const schema::RecordType* type, const merge::RecordState& state, const std::string& path,
                    Dot dot) {
    const merge::Register* reg = state.find(path);
    if (reg == nullptr ||
        std::ranges::find(reg->siblings(), dot, &merge::Version::dot) == reg->siblings().end())
        return Standing::Superseded;
    const merge::Shown shown = merge::settle(records::policyOf(type, path), *reg);
    return shown.version != nullptr && shown.version->dot == dot ? Standing::Shown : Standing::Sibling;
}

HistoryEntry entryOf(const schema::RecordType* type, const merge::RecordState& state,
                     store::StoredChange change) {
    HistoryEntry out{change.dot,
                     std::move(change.by),
                     std::move(change.station),
                     change.effective,
                     Json::object(),
                     "refused",
                     {}};
    if (std::chrono::abs(change.claimed.wall() - change.effective.wall()) > limits::kClockTold)
        out.claimed = change.claimed;
    Standing best = Standing::Superseded;
    for (merge::Write& write : change.writes) {
        const std::string path = merge::resolvePath(write.path, change.dot);
        best = std::max(best, standingOf(type, state, path, change.dot));
        out.writes[path] = records::told(write.value);
    }
    static const std::map<Standing, const char*> kWords{
        {Standing::Superseded, "superseded"}, {Standing::Sibling, "sibling"}, {Standing::Shown, "shown"}};
    if (!change.refused)
        out.state = kWords.at(best);
    return out;
}

bool isOpenForMending(const std::string& state) {
    return state == records::kDraft || state == records::kReturned;
}

}  // namespace

Record Station::recordOf(store::StoredRecord stored) const {
    Record out;
    out.id = stored.id;
    out.view = std::move(stored.view);
    out.title = std::move(stored.title);
    out.updatedBy = std::move(stored.updatedBy);
    out.sync = std::move(stored.sync);
    out.creationRefused = stored.creationRefused;
    out.shown = std::move(stored.seen);
    out.problems = problems(out);
    return out;
}

std::vector<schema::Problem> Station::problems(const Record& record) const {
    const schema::RecordType* type = catalog().type(record.view.type);
    if (type == nullptr || !isOpenForMending(record.view.state))
        return {};
    return schema::checkSubmit(*type, record.view.fields, today());
}

std::string Station::author(Dot version) const {
    return m_store->author(version.replica).person;
}

Result<Record> Station::get(RecordId id) const {
    FAYI_LET(stored, m_store->get(id));
    if (!isVisible(stored))
        return Error{
            ErrorCode::NotFound,
            {"该记录不在您的管辖范围内：" + toText(id), "this record is outside your scope: " + toText(id)}};
    Record out = recordOf(std::move(stored));
    if (const Millis error = m_store->clockError(id); std::chrono::abs(error) > limits::kClockTold)
        out.clockError = error;
    FAYI_TRY(warnOfTwice(out));
    return out;
}

Result<std::vector<Record>> Station::records(const ListQuery& query) const {
    FAYI_LET(found, m_store->list(visibly(query)));
    std::vector<Record> out;
    for (store::StoredRecord& stored : found)
        out.push_back(recordOf(std::move(stored)));
    return out;
}

Result<std::vector<RecordRow>> Station::list(const ListQuery& query) const {
    return m_store->lines(visibly(query));
}

Result<std::uint64_t> Station::count(const ListQuery& query) const {
    return m_store->count(visibly(query));
}

Result<std::vector<HistoryEntry>> Station::history(RecordId id) const {
    FAYI_LET(record, get(id));
    FAYI_LET(state, m_store->state(id));
    FAYI_LET(changes, m_store->history(id));
    const schema::RecordType* type = catalog().type(record.view.type);
    std::vector<HistoryEntry> out;
    for (store::StoredChange& change : changes)
        out.push_back(entryOf(type, state, std::move(change)));
    return out;
}

bool Station::holdsHistory(RecordId id) const {
    const auto holds = m_store->holdsHistory(id);
    return !holds || *holds;
}

Conflict Station::conflictOf(RecordId id, const std::string& type, const records::OpenConflict& open) const {
    Conflict out{id, type, open.path, std::string(merge::nameOf(open.policy)), {}};
    for (const merge::Version& version : open.siblings) {
        const store::Store::Author author = m_store->author(version.dot.replica);
        out.siblings.push_back(
            {version.dot, records::told(version.value), author.person, author.station, version.time});
    }
    std::ranges::sort(out.siblings, [](const Sibling& a, const Sibling& b) {
        return std::pair(a.at, a.version) < std::pair(b.at, b.version);
    });
    return out;
}

Result<std::vector<Conflict>> Station::conflicts(std::optional<RecordId> id) const {
    std::vector<Conflict> out;
    const auto add = [&](const Record& record) -> Status {
        FAYI_LET(state, m_store->state(record.id));
        for (const records::OpenConflict& open :
             records::openConflicts(catalog().type(record.view.type), state))
            out.push_back(conflictOf(record.id, record.view.type, open));
        return {};
    };
    if (id) {
        FAYI_LET(record, get(*id));
        FAYI_TRY(add(record));
        return out;
    }
    ListQuery query;
    query.conflicts = true;
    query.limit = kPageRows;
    while (out.size() < kMostConflicts) {
        FAYI_LET(page, records(query));
        for (const Record& record : page)
            FAYI_TRY(add(record));
        if (page.size() < kPageRows)
            break;
        query.after = page.back().id;
    }
    return out;
}

// Figures
// ------------------------------------------------------------------------------------------------------------

std::vector<const schema::Report*> Station::reports() const {
    const auto isTheirs = [this](const schema::Term& term) {
        const schema::RecordType* type = catalog().type(term.type);
        return type != nullptr && type->isSeenBy(m_person.role);
    };
    std::vector<const schema::Report*> out;
    for (const schema::Report* report : catalog().reports())
        if (std::ranges::any_of(report->figures, [&](const schema::Figure& figure) {
                return std::ranges::any_of(figure.terms, isTheirs);
            }))
            out.push_back(report);
    return out.empty() ? catalog().reports() : out;
}

Result<const schema::Report*> Station::reportFor(const std::string& name, const std::string& from,
                                                 const std::string& to) const {
    const schema::Report* report = catalog().report(name);
    if (report == nullptr)
        return Error{ErrorCode::Usage, {"没有这份报表：" + name, "there is no report " + name}};
    if (!daysOf(from) || !daysOf(to) || to < from)
        return Error{ErrorCode::Usage,
                     {"起止日期应如 2026-01-01，且起不晚于止",
                      "the period needs two dates such as 2026-01-01, the first not "
                      "after the second"}};
    return report;
}

Result<std::vector<std::string>> Station::figureOrgs(const std::string& unit) const {
    if (!unit.empty() && orgTree().find(unit) == nullptr)
        return Error{ErrorCode::Usage, {"没有这个机构：" + unit, "no such org unit: " + unit}};
    const std::optional<store::Visible> visible = visibly({}).visible;
    std::vector<std::string> out;
    for (const schema::OrgUnit* known : orgTree().units()) {
        const bool seen = !visible || std::ranges::count(visible->orgs, known->code) > 0;
        if (seen && (unit.empty() || orgTree().isWithin(known->code, unit)))
            out.push_back(known->code);
    }
    return out;
}

Result<std::vector<FigureValue>> Station::figures(const std::string& report, const std::string& from,
                                                  const std::string& to, const std::string& unit) const {
    FAYI_LET(known, reportFor(report, from, to));
    FAYI_LET(orgs, figureOrgs(unit));
    const schema::Ask ask = [this](const schema::Query& query) { return m_store->rows(query); };
    std::vector<FigureValue> out;
    for (const schema::Figure& figure : known->figures) {
        if (!figure.inForce(from, to))
            continue;
        FAYI_LET(answer, schema::answerFigure(figure, from, to, orgs, ask));
        out.push_back(std::move(answer));
    }
    return out;
}

Result<std::vector<CheckValue>> Station::checks(const std::string& report, const std::string& from,
                                                const std::string& to, const std::string& unit) const {
    FAYI_LET(known, reportFor(report, from, to));
    FAYI_LET(orgs, figureOrgs(unit));
    const schema::Ask ask = [this](const schema::Query& query) { return m_store->rows(query); };
    std::vector<CheckValue> out;
    for (const schema::Check& check : known->checks) {
        FAYI_LET(answer, schema::answerCheck(*known, check, from, to, orgs, ask));
        out.push_back(std::move(answer));
    }
    return out;
}

Result<std::vector<Record>> Station::figureRecords(const std::string& report, const std::string& figure,
                                                   const std::string& from, const std::string& to,
                                                   const std::string& unit) const {
    FAYI_LET(known, reportFor(report, from, to));
    FAYI_LET(orgs, figureOrgs(unit));
    const schema::Figure* definition = known->find(figure);
    if (definition == nullptr)
        return Error{ErrorCode::Usage, {"没有这个指标：" + figure, "there is no figure " + figure}};
    FAYI_LET(rows, m_store->rows(schema::compile(*definition, from, to, orgs).records));
    std::vector<std::int64_t> numbers;
    for (const std::vector<Json>& row : rows)
        numbers.push_back(row[0].get<std::int64_t>());
    FAYI_LET(out, recordsOf(numbers));
    std::ranges::sort(out, {}, &Record::id);
    return out;
}

Result<std::vector<Record>> Station::recordsOf(const std::vector<std::int64_t>& numbers) const {
    std::vector<Record> out;
    for (const std::int64_t number : numbers) {
        FAYI_LET(stored, m_store->getByNumber(number));
        if (isVisible(stored))  // what is no work of this person is counted and not opened
            out.push_back(recordOf(std::move(stored)));
    }
    return out;
}

}  // namespace fayi::station
