// SPDX-License-Identifier: Apache-2.0
// export, exports: lists as files, and the ledger of them.
#include <iostream>

#include "fayi/office/export.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct ExportOptions {
    office::ExportWish wish;
    std::string file;
};

Result<Exit> exportRecords(Shell& shell, const ExportOptions& options) {
    office::ExportWish wish = options.wish;
    wish.file = options.file;
    wish.language = shell.language;
    FAYI_LET(opened, shell.open());
    FAYI_LET(done, office::exportList(*opened, wish, shell.clock));
    if (shell.json) {
        shell.print(office::toJson(wish, done));
        return Exit::Done;
    }
    printTable({{shell.say({"已导出", "records"}), std::to_string(done.records)},
                {shell.say({"文件", "file"}), wish.file.string()},
                {"SHA-256", done.sha256}});
    const schema::RecordType* type = opened->catalog().type(wish.type);
    for (const auto& [fields, words] : {std::pair(&done.masked, Text{"已遮盖", "masked"}),
                                        std::pair(&done.leftOut, Text{"未导出", "left out"})}) {
        std::string names;
        for (const std::string& name : *fields)
            names += (names.empty() ? "" : "、") + shell.say(type->find(name)->labels);
        if (!names.empty())
            shell.printLine(shell.say(words) + shell.say({"：", ": "}) + names);
    }
    return Exit::Done;
}

Result<Exit> ledger(Shell& shell) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(entries, office::exportLedger(*opened, shell.clock));
    if (shell.json) {
        Json out = Json::array();
        for (const store::ExportEntry& entry : entries)
            out.push_back(office::toJson(entry));
        shell.print(out);
        return Exit::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const store::ExportEntry& entry : entries) {
        const Text kind =
            entry.identified ? Text{"可识别个人", "identified"} : Text{"去标识", "de-identified"};
        rows.push_back({toIsoChina(entry.at).substr(0, 16), entry.personName,
                        shell.say(office::nameOfExported(entry, opened->catalog())),
                        std::to_string(entry.records) + shell.say({" 条", " records"}), shell.say(kind),
                        entry.file, entry.sha256.substr(0, 12), entry.filter, entry.reason});
    }
    printTable(rows);
    return Exit::Done;
}

}  // namespace

void addExportCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command =
        frame.command("export",
                      {"把记录导出为 .xlsx 或 .csv；默认不含可识别个人的内容，每次导出都记入台账",
                       "write records as .xlsx or .csv; without what names persons unless asked; each export "
                       "is kept in a ledger"},
                      [&shell, options] { return exportRecords(shell, *options); });
    frame.option(command, "TYPE", options->wish.type, {"记录种类", "a record type"})->required();
    frame.option(command, "FILE", options->file, {"新文件，.xlsx 或 .csv", "a new file, .xlsx or .csv"})
        ->required();
    frame.option(command, "--where", options->wish.where, {"条件，同 list", "conditions as of list"});
    frame.option(command, "--text", options->wish.words, {"全文查找，同 list", "words to find, as of list"});
    frame.option(command, "--order", options->wish.order,
                 {"排序，同 list；不写则按日期", "the order, as of list; without it, by date"});
    frame
        .option(
            command, "--fields", options->wish.fields,
            {"只要这些字段（名称或标签），逗号分隔", "only these fields, by name or label, parted by commas"})
        ->delimiter(',');
    frame.flag(command, "--identified", options->wish.identified,
               {"含姓名、电话等可识别个人的内容；须写明理由", "with what names persons; needs a reason"});
    frame.option(command, "--reason", options->wish.reason, {"理由，记入台账", "why; kept in the ledger"});

    frame.command("exports",
                  {"导出台账：谁、何时、导出了什么，保存三年",
                   "the ledger of exports: who, when, what; kept three years"},
                  [&shell] { return ledger(shell); });
}

}  // namespace fayi::cli
