// SPDX-License-Identifier: Apache-2.0
// attention, mend, discard: what the hub refused.
#include "fayi/station/json.h"
#include "frame.h"
#include "input.h"
#include "print.h"

namespace fayi::cli {
namespace {

Result<Exit> attention(Shell& shell) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(found, opened->needsAttention());
    if (shell.json) {
        Json out = Json::array();
        for (const station::Attention& one : found)
            out.push_back(station::toJson(one, shell.language));
        shell.print(out);
        return Exit::Done;
    }
    for (const station::Attention& one : found) {
        printTable({{toText(one.change), one.title, shell.say(one.reason)}});
        std::vector<std::vector<std::string>> rows;
        for (const auto& [path, value] : one.writes.items())
            rows.push_back({"    " + path, valueText(shell, one.type, path, value)});
        printTable(rows);
    }
    if (found.empty())
        shell.printLine(shell.say({"没有待处理的事项", "nothing needs attention"}));
    return Exit::Done;
}

struct MendOptions {
    std::string change, source{"{}"};
    bool unchecked = false;
};

Result<Exit> mend(Shell& shell, const MendOptions& options) {
    FAYI_LET(change, versionOf(options.change));
    FAYI_LET(correction, readDocument(options.source));
    FAYI_LET(opened, shell.open());
    if (options.unchecked)
        opened->leavePermissionToHub();
    FAYI_LET(mended, opened->mend(change, correction));
    if (shell.json) {
        shell.print(station::toJson(*opened, mended, shell.language));
    } else {
        if (mended.was)
            shell.printLine(
                shell.say({"已作为新记录重报，编号由 ", "sent again as a new record; its id was "}) +
                toText(*mended.was) + shell.say({" 改为 ", " and is now "}) + toText(mended.record.id));
        printRecord(shell, mended.record);
    }
    warn(shell, mended.record);
    return Exit::Done;
}

Result<Exit> discard(Shell& shell, const std::string& text) {
    FAYI_LET(change, versionOf(text));
    FAYI_LET(opened, shell.open());
    FAYI_LET(closed, opened->discard(change));
    if (shell.json)
        shell.print(station::discardedJson(change, closed));
    else
        shell.printLine(closed.removed
                            ? shell.say({"已放弃，记录已移除：", "discarded, the record is gone: "}) +
                                  toText(closed.record)
                            : shell.say({"已放弃：", "discarded: "}) + text);
    return Exit::Done;
}

}  // namespace

void addAttentionCommands(Frame& frame) {
    Shell& shell = frame.shell();
    frame.command(
        "attention",
        {"列出区县未接受、等您处理的修改及其内容", "what the district did not accept, with its content"},
        [&shell] { return attention(shell); });

    static const Text kChange{"attention 所列的 change", "a change as attention lists it"};
    const auto options = std::make_shared<MendOptions>();
    CLI::App* command = frame.command(
        "mend", {"改正未被接受的内容并重报", "correct what was refused and send it again as a new change"},
        [&shell, options] { return mend(shell, *options); });
    frame.option(command, "CHANGE", options->change, kChange)->required();
    frame.option(
        command, "JSON", options->source,
        {"要改正的字段（可含 org）；JSON 文本、@文件 或 -；不写则原样重报",
         "the fields to correct, org may be among them: JSON text, @FILE or -; without it, as it was"});
    frame.flag(command, "--unchecked", options->unchecked,
               {"供技术支持：跳过本站的权限检查，由区县裁定",
                "for support: skip this station's own permission check; the hub judges"});

    const auto change = std::make_shared<std::string>();
    command = frame.command("discard",
                            {"放弃未被接受的修改；放弃新建即移除该记录",
                             "drop what was refused; a refused creation takes its record with it"},
                            [&shell, change] { return discard(shell, *change); });
    frame.option(command, "CHANGE", *change, kChange)->required();
}

}  // namespace fayi::cli
