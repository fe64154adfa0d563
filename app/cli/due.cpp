// SPDX-License-Identifier: Apache-2.0
// due: what laws and local rules want done soon.
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

std::string daysText(const Shell& shell, std::int64_t days) {
    const std::string count = std::to_string(days < 0 ? -days : days);
    if (days < 0)
        return shell.say({"超期 " + count + " 天", count + " days overdue"});
    return days == 0 ? shell.say({"今天到期", "today"})
                     : shell.say({"还有 " + count + " 天", "in " + count + " days"});
}

Result<Exit> due(Shell& shell, const std::string& today) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(found, opened->due(today));
    if (shell.json) {
        Json list = Json::array();
        for (const station::Due& one : found)
            list.push_back(station::toJson(one, shell.language));
        shell.print(list);
        return Exit::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const station::Due& one : found)
        rows.push_back({one.on, daysText(shell, one.days), shell.say(one.labels),
                        one.record ? one.record->title : std::string(), shell.say(one.basis)});
    printTable(rows);
    return Exit::Done;
}

}  // namespace

void addDueCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto today = std::make_shared<std::string>();
    CLI::App* command = frame.command(
        "due", {"快到期和已超期的事项，附依据", "what is due soon or overdue, and which rule says so"},
        [&shell, today] { return due(shell, *today); });
    frame.option(command, "--on", *today, {"按这一天算，默认今天", "as of this day; today without it"});
}

}  // namespace fayi::cli
