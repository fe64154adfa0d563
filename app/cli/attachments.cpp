// SPDX-License-Identifier: Apache-2.0
// attach, blob.
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct Options {
    std::string id, field, file;
};

void tell(const Shell& shell, const station::Attached& attached) {
    if (shell.json)
        shell.print(station::toJson(attached));
    else
        printTable({{attached.blob, std::to_string(attached.bytes), attached.media}});
}

Result<Exit> attach(Shell& shell, const Options& options) {
    FAYI_LET(id, recordIdOf(options.id));
    FAYI_LET(opened, shell.open());
    FAYI_LET(attached, opened->attach(id, options.field, options.file));
    tell(shell, attached);
    return Exit::Done;
}

Result<Exit> blob(Shell& shell, const Options& options) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(written, opened->writeBlob(options.id, options.file));
    tell(shell, written);
    return Exit::Done;
}

}  // namespace

void addAttachmentCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<Options>();
    CLI::App* command = frame.command(
        "attach", {"把一个文件添加到记录的附件字段", "add a file to an attachments field of a record"},
        [&shell, options] { return attach(shell, *options); });
    frame.option(command, "ID", options->id, {"记录编号", "the record"})->required();
    frame.option(command, "FIELD", options->field, {"附件字段", "a field for attachments"})->required();
    frame.option(command, "FILE", options->file, {"文件", "the file"})->required();

    command = frame.command("blob",
                            {"把附件写到文件；本机没有时向区县取",
                             "write an attachment to a file; it is fetched from the hub if it is not here"},
                            [&shell, options] { return blob(shell, *options); });
    frame.option(command, "HASH", options->id, {"附件编号（SHA-256）", "its SHA-256"})->required();
    frame.option(command, "-o,--output", options->file, {"写到这个文件", "the file to write"})->required();
}

}  // namespace fayi::cli
