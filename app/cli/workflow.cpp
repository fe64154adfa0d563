// SPDX-License-Identifier: Apache-2.0
// submit, verify, return, void, delete, restore, move.
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

using Step = std::function<Result<station::Record>(Station&, RecordId)>;

Result<Exit> take(Shell& shell, const std::string& text, const Step& step) {
    FAYI_LET(id, recordIdOf(text));
    FAYI_LET(opened, shell.open());
    FAYI_LET(record, step(*opened, id));
    show(shell, record);
    warn(shell, record);
    return Exit::Done;
}

/// A command whose first word is a record.
CLI::App* addStep(Frame& frame, const std::string& name, const Text& help, Step step) {
    Shell& shell = frame.shell();
    const auto id = std::make_shared<std::string>();
    CLI::App* command =
        frame.command(name, help, [&shell, id, step = std::move(step)] { return take(shell, *id, step); });
    frame.option(command, "ID", *id, {"记录编号", "the record"})->required();
    return command;
}

/// "attendance=人数请核对": a field and what is remarked of it.
Result<station::Pin> pinOf(const std::string& text) {
    const auto at = text.find('=');
    if (at == std::string::npos || at == 0)
        return Error{ErrorCode::Usage,
                     {"意见应写成 字段=意见：" + text, "a pinned remark is written FIELD=REMARK: " + text}};
    return station::Pin{text.substr(0, at), text.substr(at + 1)};
}

void addReturn(Frame& frame) {
    struct Options {
        std::string remark, field;
        std::vector<std::string> pins;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        addStep(frame, "return", {"退回已提交的记录并写明原因", "return a submitted record and say why"},
                [options](Station& station, RecordId id) -> Result<station::Record> {
                    std::vector<station::Pin> remarks{{options->field, options->remark}};
                    for (const std::string& text : options->pins) {
                        FAYI_LET(pin, pinOf(text));
                        remarks.push_back(std::move(pin));
                    }
                    return station.giveBack(id, remarks);
                });
    frame.option(command, "--remark", options->remark, {"原因", "why"})->required();
    frame.option(command, "--field", options->field, {"意见所指的字段", "the field it is about"});
    frame
        .option(command, "--pin", options->pins,
                {"再写一条：字段=意见；可多次", "one more, FIELD=REMARK; may be repeated"})
        ->allow_extra_args(false);
}

void addVoid(Frame& frame) {
    const auto reason = std::make_shared<std::string>();
    CLI::App* command =
        addStep(frame, "void",
                {"作废已提交或已审核的记录并写明理由；不能恢复，不计入任何数字",
                 "make a submitted or verified record void for good, and say why"},
                [reason](Station& station, RecordId id) { return station.makeVoid(id, *reason); });
    frame.option(command, "--reason", *reason, {"理由", "why"})->required();
}

void addRestrict(Frame& frame) {
    struct Options {
        std::string reason;
        bool lift = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = addStep(
        frame, "restrict",
        {"限制处理：只保存和保护，不能修改、打印、导出（个人信息保护法第四十七条）；或解除限制",
         "restrict a record to being kept and protected (PIPL article 47), or lift that"},
        [options](Station& station, RecordId id) {
            return station.restrict(id, options->lift ? std::nullopt : std::optional(options->reason));
        });
    frame.option(command, "--reason", options->reason, {"理由", "why"});
    frame.flag(command, "--lift", options->lift, {"解除", "lift it"});
}

void addRestore(Frame& frame) {
    const auto version = std::make_shared<std::string>();
    CLI::App* command = addStep(
        frame, "restore",
        {"撤销删除；或重新写入某个旧版本的内容", "undo a delete, or write an earlier version once more"},
        [version](Station& station, RecordId id) -> Result<station::Record> {
            if (version->empty())
                return station.restore(id);
            FAYI_LET(dot, versionOf(*version));
            return station.restore(id, dot);
        });
    frame.option(command, "--version", *version, {"history 所列的版本号", "a version as history lists it"});
}

}  // namespace

void addWorkflowCommands(Frame& frame) {
    addStep(frame, "submit",
            {"提交；不完整时列出全部原因", "submit; if it is not complete, all reasons are listed"},
            [](Station& station, RecordId id) { return station.submit(id); });
    addStep(frame, "verify", {"审核通过", "verify a submitted record"},
            [](Station& station, RecordId id) { return station.verify(id); });
    addReturn(frame);
    addVoid(frame);
    addRestrict(frame);
    addStep(frame, "delete", {"删除（进回收站，可恢复）", "delete; restore brings it back"},
            [](Station& station, RecordId id) { return station.remove(id); });
    addRestore(frame);
    const auto org = std::make_shared<std::string>();
    CLI::App* command = addStep(frame, "move", {"移交到另一机构", "move a record to another org unit"},
                                [org](Station& station, RecordId id) { return station.move(id, *org); });
    frame.option(command, "ORG", *org, {"机构代码", "code of the unit"})->required();
}

}  // namespace fayi::cli
