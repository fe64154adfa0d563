// SPDX-License-Identifier: Apache-2.0
// backup, restore-backup, check.
#include <filesystem>

#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

Result<Exit> backup(Shell& shell, const std::string& file) {
    FAYI_LET(opened, shell.open());
    FAYI_TRY(opened->backup(file));
    std::error_code failure;
    const std::uintmax_t bytes = std::filesystem::file_size(file, failure);
    if (shell.json)
        shell.print({{"file", file}, {"bytes", bytes}});
    else
        shell.printLine(shell.say({"已备份：", "backed up: "}) + file);
    return Exit::Done;
}

Result<Exit> restoreBackup(Shell& shell, const std::string& file) {
    FAYI_TRY(Station::restoreBackup(file, shell.data, shell.clock, shell.random));
    FAYI_LET(opened, shell.open());
    if (shell.json)
        shell.print({{"file", file}, {"records", opened->status().records}});
    else
        shell.printLine(shell.say({"已恢复到：", "restored into: "}) + shell.data);
    return Exit::Done;
}

Result<Exit> check(Shell& shell) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(report, opened->check());
    if (shell.json) {
        shell.print(station::toJson(report, shell.language));
    } else {
        printTable({{shell.say({"记录", "records"}), std::to_string(report.records)},
                    {shell.say({"修改", "changes"}), std::to_string(report.changes)}});
        for (const Text& fault : report.faults)
            shell.printLine(shell.say(fault));
        if (report.faults.empty())
            shell.printLine(shell.say({"完好", "sound"}));
    }
    return report.faults.empty() ? Exit::Done : Exit::Damaged;
}

}  // namespace

void addCareCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto file = std::make_shared<std::string>();
    CLI::App* command =
        frame.command("backup", {"备份到一个文件，使用中也可", "a consistent copy, even while in use"},
                      [&shell, file] { return backup(shell, *file); });
    frame.option(command, "FILE", *file, {"新文件", "a new file"})->required();

    command = frame.command(
        "restore-backup",
        {"从备份文件恢复到 --data 所指的空文件夹", "put a backup into the empty folder that --data names"},
        [&shell, file] { return restoreBackup(shell, *file); });
    frame.option(command, "FILE", *file, {"备份文件", "the backup"})->required();

    frame.command(
        "check", {"检查数据文件、每支笔的修改链和每条记录", "examine the file, every chain and every record"},
        [&shell] { return check(shell); });
}

}  // namespace fayi::cli
