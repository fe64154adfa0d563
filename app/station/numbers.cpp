// SPDX-License-Identifier: Apache-2.0
// Official numbers: which series this station gives, and giving one to a record.
#include "fayi/schema/numbers.h"

#include "loaded.h"

namespace fayi::station {
namespace {

using schema::NumberRule;

int yearOf(const std::string& day) {
    return std::stoi(day.substr(0, 4));
}

schema::Action actionOf(NumberRule::At step) {
    switch (step) {
        case NumberRule::At::Submit:
            return schema::Action::Submit;
        case NumberRule::At::Verify:
            return schema::Action::Verify;
        case NumberRule::At::Request:
            break;
    }
    return schema::Action::Edit;
}

/// The step is past, or there is none.
bool isDue(NumberRule::At step, const std::string& state) {
    switch (step) {
        case NumberRule::At::Submit:
            return state != records::kDraft && state != records::kReturned;
        case NumberRule::At::Verify:
            return state == records::kVerified;
        case NumberRule::At::Request:
            break;
    }
    return true;
}

Text noneLeft(const NumberRule& rule) {
    return {"本机的“" + rule.labels.zh + "”已用完，同步一次即可取得新号",
            "no number is left here of \"" + rule.labels.en + "\"; a sync fetches some"};
}

bool carries(const records::View& view, const NumberRule& rule) {
    const auto field = view.fields.find(rule.field);
    return field != view.fields.end() && !schema::isEmptyValue(*field);
}

}  // namespace

/// The unit that counts for a village is its street or town; for one that has ended, whoever took its place.
std::string Station::officeOf(const std::string& org) const {
    const schema::OrgUnit* unit = orgTree().onDay(org, today());
    while (unit != nullptr && (unit->kind == "village" || unit->kind == "community") &&
           orgTree().find(unit->parent) != nullptr)
        unit = orgTree().onDay(unit->parent, today());
    return unit == nullptr ? org : unit->code;
}

/// Every kind that somebody here may give, of their office and this year; in December of the next one too.
void Station::renewNumberWants() {
    if (!m_store->isEnrolled())
        return;
    std::set<protocol::NumberSeries> wanted;
    const int year = yearOf(today());
    const int last = today().substr(5, 2) == "12" ? year + 1 : year;
    for (const store::Person& person : people())
        for (const schema::RecordType* type : catalog().types())
            for (const NumberRule& rule : type->numbers)
                for (int each = year; each <= last && type->may(actionOf(rule.at), person.role); ++each)
                    wanted.insert({officeOf(person.org), rule.kind, each});
    // Nothing is lost if it fails: no number is asked for until the next time.
    (void)m_store->wantNumbers({wanted.begin(), wanted.end()});
}

Result<Record> Station::giveNumber(Loaded& record, const NumberRule& rule) {
    const records::Plan trial =
        records::planEdit(*record.type, record.state, record.shown, {{rule.field, "1"}});
    FAYI_TRY(permit(record.stored.id, *record.type, trial.writes, record.orgs()));
    const protocol::NumberSeries series{officeOf(record.stored.view.org), rule.kind, yearOf(today())};
    const auto number = m_store->takeNumber(series);
    if (!number)
        return number.error().code == ErrorCode::NotFound ? Error{ErrorCode::NotFound, noneLeft(rule)}
                                                          : number.error();
    const schema::OrgUnit* office = orgTree().find(series.org);
    const std::string text =
        schema::numberText(rule, office == nullptr ? series.org : office->name.zh, series.year, *number);
    return write(record, records::planEdit(*record.type, record.state, record.shown, {{rule.field, text}}));
}

std::vector<const NumberRule*> Station::numbersLacking(const Record& record) const {
    std::vector<const NumberRule*> out;
    const schema::RecordType* type = catalog().type(record.view.type);
    if (type == nullptr || !m_store->isEnrolled())
        return out;
    for (const NumberRule& rule : type->numbers)
        if (isDue(rule.at, record.view.state) && may(actionOf(rule.at), type->name) &&
            !carries(record.view, rule))
            out.push_back(&rule);
    return out;
}

Result<Record> Station::number(RecordId id, const std::string& kind) {
    m_refused.clear();
    FAYI_LET(record, load(id, std::nullopt));
    const auto& rules = record.type->numbers;
    const auto rule = std::ranges::find_if(rules, [&](const NumberRule& one) {
        return one.kind == kind || (kind.empty() && rules.size() == 1);
    });
    if (rule == rules.end())
        return Error{ErrorCode::Usage,
                     {"“" + record.type->labels.zh + "”没有这类编号：" + kind,
                      record.type->name + " carries no number of the kind " + kind}};
    if (record.stored.view.deleted)
        return refuse("", {"记录在回收站里，请先恢复", "the record is deleted; restore it first"});
    if (carries(record.stored.view, *rule))
        return refuse(rule->field,
                      {"已有编号：" + record.stored.view.fields[rule->field].get<std::string>(),
                       "it has a number: " + record.stored.view.fields[rule->field].get<std::string>()});
    return giveNumber(record, *rule);
}

/// Before a step: the numbers that it gives, each a change of its own, which the step has seen. The answer is
/// what to tell where none was left; the step is taken all the same.
Result<Text> Station::giveNumbersOf(NumberRule::At step, schema::Action action, Loaded& record) {
    Text missing;
    if (!m_store->isEnrolled() || !may(action, record.type->name))
        return missing;
    for (const NumberRule& rule : record.type->numbers) {
        if (rule.at != step || carries(record.stored.view, rule))
            continue;
        const merge::VersionVector shown = record.shown;
        const RecordId id = record.stored.id;
        auto given = giveNumber(record, rule);
        if (!given && given.error().code == ErrorCode::NotFound) {
            const Text& why = given.error().message;
            missing = {why.zh + "，然后补编", why.en + ", and then it can be given"};
            continue;
        }
        if (!given)
            return given.error();
        FAYI_LET(again, load(id, std::nullopt));
        again.shown = shown;
        if (const merge::Register* own = again.state.find(rule.field))
            for (const merge::Version& version : own->siblings())
                if (version.dot.replica == m_person.replica)
                    again.shown.include(version.dot);
        again.forks = record.forks;
        record = std::move(again);
    }
    return missing;
}

}  // namespace fayi::station
