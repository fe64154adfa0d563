// SPDX-License-Identifier: Apache-2.0
// assess: the appraisal of one advisor from the records of the daily work.
#include "fayi/station/assessment.h"
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

using station::Assessment;
using station::VillageSheet;

struct AssessOptions {
    station::AssessQuestion question;
    std::string line, record;
    bool records = false, freeze = false, recompute = false;
};

/// "缺 2026-03、2026-07" of what a period misses, and who has to say where nobody has.
std::string wantingIn(const Shell& shell, const schema::IndicatorAnswer& line) {
    if (!line.points)
        return shell.say({"待评定：", "to be scored by "}) + shell.say(line.indicator->by);
    std::string out;
    for (const schema::LossAnswer& loss : line.losses) {
        std::string periods;
        for (const schema::PeriodAnswer& period : loss.periods)
            if (!period.kept)
                periods += (periods.empty() ? "" : shell.say({"、", ", "})) +
                           (loss.loss->per == schema::Loss::Per::Span ? std::to_string(period.reached)
                                                                      : period.name);
        if (!periods.empty())
            out += (out.empty() ? "" : shell.say({"；", "; "})) + shell.say(loss.loss->labels) +
                   shell.say({"：缺 ", ": missing "}) + periods;
    }
    return out;
}

void printSheet(const Shell& shell, const VillageSheet& one) {
    shell.printLine(shell.say(one.pack->labels) + " · " + one.person + " · " +
                    shell.station->orgTree().pathName(one.village, shell.language) + " · " + one.from +
                    " – " + one.to);
    std::vector<std::vector<std::string>> rows;
    for (const schema::IndicatorAnswer& line : one.sheet.lines) {
        std::size_t records = 0;
        for (const schema::LossAnswer& loss : line.losses)
            records += loss.records.size();
        rows.push_back(
            {line.indicator->id,
             (line.points ? std::to_string(*line.points) : "–") + " / " + std::to_string(line.most),
             shell.say(line.indicator->labels),
             line.indicator->manual() ? std::string()
                                      : std::to_string(records) + shell.say({" 条", " records"}),
             wantingIn(shell, line)});
    }
    rows.push_back({shell.say({"合计", "total"}),
                    std::to_string(one.sheet.points) + " / " + std::to_string(one.sheet.answered),
                    one.sheet.whole() ? std::string()
                                      : shell.say({"另有待评定 ", "to be scored still: "}) +
                                            std::to_string(one.sheet.most - one.sheet.answered)});
    printTable(rows);
}

Result<Exit> aboutRecord(Shell& shell, const AssessOptions& options) {
    Assessment assessment(*shell.station);
    FAYI_LET(id, recordIdOf(options.record));
    if (options.recompute) {
        FAYI_LET(record, assessment.recompute(id));
        show(shell, record);
        return Exit::Done;
    }
    FAYI_LET(known, assessment.frozen(id));
    if (shell.json) {
        shell.print({{"appraisal", station::toJson(*shell.station, known.record, shell.language)},
                     {"now", station::toJson(known.now, shell.language)},
                     {"differs", known.differs}});
        return Exit::Done;
    }
    printRecord(shell, known.record);
    shell.printLine(known.differs ? shell.say({"现在的记录得出：", "what the records come to now:"})
                                  : shell.say({"与现在的记录一致", "the records come to the same now"}));
    if (known.differs)
        printSheet(shell, known.now);
    return Exit::Done;
}

Result<Exit> assess(Shell& shell, const AssessOptions& options) {
    FAYI_LET(opened, shell.open());
    if (!options.record.empty())
        return aboutRecord(shell, options);
    Assessment assessment(*opened);
    if (options.freeze) {
        FAYI_LET(record, assessment.freeze(options.question));
        show(shell, record);
        warn(shell, record);
        return Exit::Done;
    }
    if (options.records != !options.line.empty())
        return Error{ErrorCode::Usage,
                     {"查看某一项背后的记录：--line 项 --records",
                      "to see the records behind a line: --line LINE --records"}};
    if (options.records) {
        FAYI_LET(records, assessment.records(options.question, options.line));
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
    FAYI_LET(sheets, assessment.assess(options.question));
    Json list = Json::array();
    for (const VillageSheet& one : sheets) {
        if (shell.json)
            list.push_back(station::toJson(one, shell.language));
        else
            printSheet(shell, one);
    }
    if (shell.json)
        shell.print(list);
    return Exit::Done;
}

}  // namespace

void addAssessCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<AssessOptions>();
    CLI::App* command = frame.command("assess",
                                      {"按日常记录考核一名顾问，一村一表；可固定、申诉后重算",
                                       "the appraisal of one advisor from daily records, a sheet a village; "
                                       "frozen, and worked out again on appeal"},
                                      [&shell, options] { return assess(shell, *options); });
    frame.option(command, "--person", options->question.person, {"顾问姓名", "name of the advisor"});
    frame.option(command, "--from", options->question.from, {"起始日（含）", "first day"});
    frame.option(command, "--to", options->question.to, {"截止日（含）", "last day"});
    frame.option(command, "--pack", options->question.pack,
                 {"考核规则；默认本区县适用的全部", "the rule pack; every one that applies without it"});
    frame.option(command, "--village", options->question.village,
                 {"村(社区)代码；默认聘用的各村", "code of a village; each of the appointments without it"});
    frame.option(command, "--line", options->line,
                 {"某一项，与 --records 同用", "a line, together with --records"});
    frame.flag(command, "--records", options->records, {"列出该项背后的记录", "the records behind the line"});
    frame.flag(
        command, "--freeze", options->freeze,
        {"固定为考核记录：以后的修改不影响它", "write it into an appraisal that no later edit changes"});
    frame.option(
        command, "--record", options->record,
        {"查看一条考核记录，并与现在的记录比较", "an appraisal, beside what the records come to now"});
    frame.flag(command, "--recompute", options->recompute,
               {"重新计算该考核记录：草稿、退回或有申诉时",
                "work that appraisal out again: a draft, returned, or on appeal"});
}

}  // namespace fayi::cli
