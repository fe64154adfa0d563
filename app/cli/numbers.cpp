// SPDX-License-Identifier: Apache-2.0
// number: the official number of a record, and what is left of the blocks.
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct NumberOptions {
    std::string record, kind;
    bool left = false;
};

Result<Exit> left(Shell& shell) {
    std::vector<std::vector<std::string>> rows;
    for (const store::NumberStock& stock : shell.station->numbers()) {
        if (shell.json)
            shell.print({{"org", stock.series.org},
                         {"kind", stock.series.kind},
                         {"year", stock.series.year},
                         {"next", stock.next},
                         {"last", stock.last}});
        else
            rows.push_back({stock.series.org, stock.series.kind, std::to_string(stock.series.year),
                            std::to_string(stock.next) + "–" + std::to_string(stock.last)});
    }
    printTable(rows);
    return Exit::Done;
}

Result<Exit> number(Shell& shell, const NumberOptions& options) {
    FAYI_LET(opened, shell.open());
    if (options.left != options.record.empty())
        return Error{ErrorCode::Usage,
                     {"编号：number 记录 [号类]；查看余号：number --left",
                      "to give a number: number ID [KIND]; to see what is left: number --left"}};
    if (options.left)
        return left(shell);
    FAYI_LET(id, recordIdOf(options.record));
    FAYI_LET(record, opened->number(id, options.kind));
    show(shell, record);
    warn(shell, record);
    return Exit::Done;
}

}  // namespace

void addNumberCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<NumberOptions>();
    CLI::App* command =
        frame.command("number",
                      {"给记录编发文号（断网可用），或查看本机余号",
                       "give a record its official number, also offline; or see what is left"},
                      [&shell, options] { return number(shell, *options); });
    frame.option(command, "ID", options->record, {"记录编号", "the record"});
    frame.option(command, "KIND", options->kind,
                 {"号类；只有一类时可省略", "the kind; not needed where the type has only one"});
    frame.flag(command, "--left", options->left, {"列出本机余号", "what is left here"});
}

}  // namespace fayi::cli
