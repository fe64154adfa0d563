// SPDX-License-Identifier: Apache-2.0
// figures: a report of the local scope, and the records behind a figure.
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct FigureOptions {
    std::string report, figure, from, to, unit;
    bool records = false;
};

Result<Exit> recordsBehind(Shell& shell, const FigureOptions& options) {
    FAYI_LET(records, shell.station->figureRecords(options.report, options.figure, options.from, options.to,
                                                   options.unit));
    std::vector<std::vector<std::string>> rows;
    for (const station::Record& record : records) {
        if (shell.json)
            shell.print(station::toJson(*shell.station, record, shell.language));
        else
            rows.push_back(rowOf(shell, record));
    }
    printTable(rows);
    return Exit::Done;
}

Result<Exit> figures(Shell& shell, const FigureOptions& options) {
    FAYI_LET(opened, shell.open());
    if (options.records != !options.figure.empty())
        return Error{ErrorCode::Usage,
                     {"查看某一指标背后的记录：figures 报表 指标 --records",
                      "to see the records behind a figure: figures REPORT FIGURE --records"}};
    if (options.records)
        return recordsBehind(shell, options);
    FAYI_LET(values, opened->figures(options.report, options.from, options.to, options.unit));
    FAYI_LET(checks, opened->checks(options.report, options.from, options.to, options.unit));
    if (shell.json) {
        Json told = Json::array();
        for (const station::CheckValue& check : checks)
            told.push_back(station::toJson(check, shell.language));
        Json list = Json::array();
        for (const station::FigureValue& value : values)
            list.push_back(station::toJson(value, shell.language));
        shell.print({{"report", options.report},
                     {"from", options.from},
                     {"to", options.to},
                     {"unit", options.unit},
                     {"figures", std::move(list)},
                     {"checks", std::move(told)}});
        return Exit::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const station::FigureValue& value : values)
        rows.push_back({value.id, shell.say(value.shown) + " " + shell.say(value.unit),
                        std::to_string(value.records) + shell.say({" 条", " records"}),
                        shell.say(value.labels)});
    for (const station::CheckValue& check : checks)
        if (check.matters())
            rows.push_back({check.holds ? "*" : "!", shell.say(check.shown), shell.say(check.check.labels),
                            shell.say(check.check.message)});
    printTable(rows);
    return Exit::Done;
}

}  // namespace

void addFigureCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<FigureOptions>();
    CLI::App* command = frame.command("figures",
                                      {"本站范围内的报表数字，及数字背后的记录",
                                       "a report of this store's scope, and the records behind a figure"},
                                      [&shell, options] { return figures(shell, *options); });
    frame.option(command, "REPORT", options->report, {"报表，如 annual", "the report, such as annual"})
        ->required();
    frame.option(command, "FIGURE", options->figure,
                 {"指标，与 --records 同用", "a figure, together with --records"});
    frame.option(command, "--from", options->from, {"起始日（含）", "first day"})->required();
    frame.option(command, "--to", options->to, {"截止日（含）", "last day"})->required();
    frame.option(command, "--unit", options->unit,
                 {"只算这一机构及其下级", "only this org unit and what is below it"});
    frame.flag(command, "--records", options->records,
               {"列出数字背后的记录", "the records behind the figure"});
}

}  // namespace fayi::cli
