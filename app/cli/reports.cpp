// SPDX-License-Identifier: Apache-2.0
// report, frozen: a report as a document and a workbook, and reports that were closed.
#include <iostream>

#include "fayi/office/report.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct ReportOptions {
    office::ReportWish wish;
    std::string document, sheet;
    int year = 0;
    std::int64_t frozen = 0;
    bool freeze = false;
};

constexpr int kFirstYear = 1950, kLastYear = 9998;

Result<office::ReportWish> wishOf(const ReportOptions& options) {
    office::ReportWish wish = options.wish;
    const bool days = !wish.from.empty() || !wish.to.empty();
    if ((options.year == 0) == !days)
        return Error{ErrorCode::Usage,
                     {"请给出 --year，或 --from 和 --to", "give either --year, or --from and --to"}};
    if (options.year != 0) {
        if (options.year < kFirstYear || options.year > kLastYear)
            return Error{ErrorCode::Usage, {"年度应为四位数字", "the year must have four digits"}};
        wish.from = std::to_string(options.year) + "-01-01";
        wish.to = std::to_string(options.year) + "-12-31";
    }
    return wish;
}

void print(const Shell& shell, const office::ReportData& data) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < data.figures.size(); ++i) {
        const station::FigureValue& figure = data.figures[i];
        std::vector<std::string> row{figure.id, shell.say(figure.shown) + " " + shell.say(figure.unit),
                                     std::to_string(figure.records) + shell.say({" 条", " records"})};
        if (data.frozen)
            row.push_back(data.frozen->now[i].shown == figure.shown
                              ? ""
                              : shell.say({"现为 ", "now "}) + shell.say(data.frozen->now[i].shown));
        row.push_back(shell.say(figure.labels));
        rows.push_back(std::move(row));
    }
    printTable(rows);
    for (const station::CheckValue& check : data.checks)
        if (check.matters())
            shell.printLine((check.holds ? "* " : "! ") + shell.say(check.check.labels) + "  " +
                            shell.say(check.shown) + "  " + shell.say(check.check.message));
    std::string missing;
    for (const Text& name : data.missingNames)
        missing += (missing.empty() ? "" : shell.say({"、", ", "})) + shell.say(name);
    if (!missing.empty())
        shell.printLine(shell.say({"没有数据的单位：", "units without data: "}) + missing);
    if (data.frozen)
        shell.printLine(shell.say({"定稿 ", "closed as "}) + std::to_string(data.frozen->number) + "  " +
                        toIsoChina(data.frozen->at).substr(0, 16) + "  " + data.frozen->by + "  " +
                        shell.say({"之后有变动的记录：", "records changed since: "}) +
                        std::to_string(data.frozen->changed.size()));
}

Result<Exit> report(Shell& shell, const ReportOptions& options) {
    if (options.frozen != 0 && (options.freeze || options.year != 0 || !options.wish.from.empty()))
        return Error{ErrorCode::Usage,
                     {"--frozen 自带期间，不能与 --freeze、--year、--from 同用",
                      "--frozen has its own period: not with --freeze, --year or --from"}};
    std::int64_t closed = options.frozen;
    office::ReportWish wish;
    if (closed == 0) {
        FAYI_LET(wished, wishOf(options));
        wish = std::move(wished);
    }
    FAYI_LET(opened, shell.open());
    if (options.freeze) {
        FAYI_LET(number, office::freezeReport(*opened, wish, shell.clock));
        closed = number;
    }
    FAYI_LET(data, closed != 0 ? office::frozenReport(*opened, closed, shell.clock)
                               : office::makeReport(*opened, wish, shell.clock));
    if (!options.document.empty())
        FAYI_TRY(office::writeDocument(data, options.document, shell.language, shell.clock));
    if (!options.sheet.empty())
        FAYI_TRY(office::writeSheet(data, options.sheet, shell.language, shell.clock));
    if (shell.json)
        shell.print(office::toJson(data, shell.language));
    else
        print(shell, data);
    return Exit::Done;
}

Result<Exit> frozen(Shell& shell) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(reports, office::frozenReports(*opened, shell.clock));
    Json out = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const store::FrozenReport& one : reports) {
        out.push_back({{"id", one.number},
                       {"at", toIsoChina(one.at)},
                       {"by", one.person},
                       {"report", one.report},
                       {"version", one.version},
                       {"from", one.from},
                       {"to", one.to},
                       {"unit", one.unit}});
        rows.push_back({std::to_string(one.number), toIsoChina(one.at).substr(0, 16), one.person, one.report,
                        one.from + " – " + one.to, one.unit});
    }
    if (shell.json)
        shell.print(out);
    else
        printTable(rows);
    return Exit::Done;
}

}  // namespace

void addReportCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<ReportOptions>();
    CLI::App* command =
        frame.command("report",
                      {"报表：写成文档和数据表，定稿，查看定稿",
                       "a report as a document and a workbook; closing it; a closed one again"},
                      [&shell, options] { return report(shell, *options); });
    frame.option(command, "REPORT", options->wish.report,
                 {"报表；不写则为 annual", "the report; without it, annual"});
    frame.option(command, "--year", options->year, {"年度", "the year"});
    frame.option(command, "--from", options->wish.from, {"起始日（含）", "first day"});
    frame.option(command, "--to", options->wish.to, {"截止日（含）", "last day"});
    frame.option(command, "--unit", options->wish.unit,
                 {"只算这一机构及其下级", "only this org unit and what is below it"});
    frame.option(command, "--document", options->document,
                 {"写成公文格式的新 .docx", "a new .docx in the layout of official documents"});
    frame.option(command, "--sheet", options->sheet,
                 {"把每个数字及其口径写入新的 .xlsx", "a new .xlsx with every figure and its definition"});
    frame.flag(command, "--freeze", options->freeze,
               {"定稿：记下数字和背后记录的版本，以后可原样重算",
                "close it: keep what was counted, so that it can be counted again"});
    frame.option(command, "--frozen", options->frozen,
                 {"按编号重算一份定稿，并与现在对照", "count a closed report again, beside today's"});

    frame.command("frozen", {"列出全部定稿", "list the closed reports"}, [&shell] { return frozen(shell); });
}

}  // namespace fayi::cli
