// SPDX-License-Identifier: Apache-2.0
#include "fayi/schema/figure_values.h"
#include "fayi/server/reports.h"

namespace fayi::hub {
namespace {

/// A checked question: what to ask and over which units.
struct Ready {
    std::shared_ptr<const Reference> reference;
    const schema::Report* report = nullptr;
    std::string unit;
    std::vector<std::string> orgs;
};

Error usage(const std::string& zh, const std::string& en) {
    return {ErrorCode::Usage, {zh, en}};
}

Result<Ready> prepare(Context& context, const FigureQuestion& question) {
    Ready out;
    FAYI_LET(reference, context.references.current(context.store));
    out.reference = std::move(reference);
    out.report = out.reference->catalog.report(question.report);
    if (out.report == nullptr)
        return usage("没有报表“" + question.report + "”", "there is no report \"" + question.report + "\"");
    for (const std::string& date : {question.from, question.to})
        if (!daysOf(date))
            return usage("日期不对：" + date, "not a date: " + date);
    if (question.from > question.to)
        return usage("起始日期晚于截止日期", "the period ends before it begins");
    FAYI_LET(hub, context.store.identity());
    out.unit = question.unit.empty() ? hub.district : question.unit;
    out.orgs = out.reference->tree.subtree(out.unit);
    if (out.orgs.empty())
        return usage("没有这个机构：" + out.unit, "there is no such org unit: " + out.unit);
    return out;
}

Json recordJson(const HubRecord& record) {
    return {{"id", toText(record.id)},         {"type", record.type},     {"org", record.org},
            {"state", record.state},           {"fields", record.fields}, {"deleted", record.deleted},
            {"happened_on", record.happenedOn}};
}

}  // namespace

Result<Json> figures(Context& context, const FigureQuestion& question, Language language) {
    FAYI_LET(ready, prepare(context, question));
    ReadScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    const schema::Ask ask = [&](const schema::Query& query) { return context.store.ask(query); };
    Json list = Json::array();
    for (const schema::Figure& figure : ready.report->figures) {
        if (!figure.inForce(question.from, question.to))
            continue;
        FAYI_LET(answer, schema::answerFigure(figure, question.from, question.to, ready.orgs, ask));
        list.push_back(schema::toJson(answer, language));
    }
    Json checks = Json::array();
    for (const schema::Check& check : ready.report->checks) {
        FAYI_LET(answer,
                 schema::answerCheck(*ready.report, check, question.from, question.to, ready.orgs, ask));
        checks.push_back(schema::toJson(answer, language));
    }
    return Json{{"report", question.report}, {"from", question.from},      {"to", question.to},
                {"unit", ready.unit},        {"figures", std::move(list)}, {"checks", std::move(checks)}};
}

Result<std::vector<Json>> figureRecords(Context& context, const FigureQuestion& question,
                                        const std::string& id) {
    FAYI_LET(ready, prepare(context, question));
    const schema::Figure* figure = ready.report->find(id);
    if (figure == nullptr)
        return usage("报表中没有数据项“" + id + "”", "the report has no figure \"" + id + "\"");
    ReadScope transaction(context.store);
    FAYI_TRY(transaction.begun());
    FAYI_LET(rows,
             context.store.ask(schema::compile(*figure, question.from, question.to, ready.orgs).records));
    std::set<std::string> ids;
    for (const auto& row : rows)
        if (!row.empty() && row.front().is_string())
            ids.insert(row.front().get<std::string>());
    std::vector<Json> out;
    for (const std::string& text : ids) {
        const auto parsed = parseRecordId(text);
        if (!parsed)
            continue;
        FAYI_LET(record, context.store.record(*parsed));
        if (record)
            out.push_back(recordJson(*record));
    }
    return out;
}

}  // namespace fayi::hub
