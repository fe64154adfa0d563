// SPDX-License-Identifier: Apache-2.0
// conflicts, resolve.
#include "fayi/station/json.h"
#include "frame.h"
#include "input.h"
#include "print.h"

namespace fayi::cli {
namespace {

Result<Exit> conflicts(Shell& shell, const std::string& text) {
    std::optional<RecordId> id;
    if (!text.empty()) {
        FAYI_LET(given, recordIdOf(text));
        id = given;
    }
    FAYI_LET(opened, shell.open());
    FAYI_LET(found, opened->conflicts(id));
    if (shell.json) {
        Json out = Json::array();
        for (const station::Conflict& conflict : found)
            out.push_back(station::toJson(conflict));
        shell.print(out);
        return Exit::Done;
    }
    for (const station::Conflict& conflict : found) {
        shell.printLine(toText(conflict.record) + "  " + conflict.field);
        std::vector<std::vector<std::string>> rows;
        for (const station::Sibling& sibling : conflict.siblings)
            rows.push_back({"    " + toText(sibling.version), timeText(sibling.at), sibling.by,
                            valueText(shell, conflict.type, conflict.field, sibling.value)});
        printTable(rows);
    }
    if (found.empty())
        shell.printLine(shell.say({"没有冲突", "there are no conflicts"}));
    return Exit::Done;
}

struct ResolveOptions {
    std::string id, field, take, value;
};

Result<Exit> resolve(Shell& shell, const ResolveOptions& options) {
    FAYI_LET(id, recordIdOf(options.id));
    if (options.take.empty() == options.value.empty())
        return Error{
            ErrorCode::Usage,
            {"请用 --take 选一个版本，或用 --value 写一个值", "give either --take VERSION or --value JSON"}};
    const std::string field = options.field == "org" ? "$org" : options.field;
    if (!options.take.empty()) {
        FAYI_LET(version, versionOf(options.take));
        FAYI_LET(opened, shell.open());
        FAYI_LET(record, opened->resolveTaking(id, field, version));
        show(shell, record);
        return Exit::Done;
    }
    FAYI_LET(value, readDocument(options.value));
    FAYI_LET(opened, shell.open());
    FAYI_LET(record, opened->resolveWith(id, field, value));
    show(shell, record);
    return Exit::Done;
}

}  // namespace

void addConflictCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto id = std::make_shared<std::string>();
    CLI::App* command =
        frame.command("conflicts", {"未裁决的冲突，含全部并存的值", "open conflicts with all their values"},
                      [&shell, id] { return conflicts(shell, *id); });
    frame.option(command, "ID", *id, {"记录编号；不写则列出全部", "one record; without it, all"});

    const auto options = std::make_shared<ResolveOptions>();
    command = frame.command("resolve", {"裁决一处冲突", "settle one conflict"},
                            [&shell, options] { return resolve(shell, *options); });
    frame.option(command, "ID", options->id, {"记录编号", "the record"})->required();
    frame
        .option(command, "FIELD", options->field, {"conflicts 所列的字段", "the field as conflicts names it"})
        ->required();
    frame.option(command, "--take", options->take, {"采用这个版本的值", "take the value of this version"});
    frame.option(command, "--value", options->value, {"另写一个值（JSON）", "another value, as JSON"});
}

}  // namespace fayi::cli
