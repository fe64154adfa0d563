// SPDX-License-Identifier: Apache-2.0
// create, import, edit.
#include <iostream>

#include "fayi/office/import_errors.h"
#include "fayi/station/json.h"
#include "fayi/station/parse.h"
#include "frame.h"
#include "input.h"
#include "print.h"

namespace fayi::cli {
namespace {

Text lineText(std::size_t line) {
    return {"第 " + std::to_string(line) + " 行", "line " + std::to_string(line)};
}

struct CreateOptions {
    std::string type, source, org;
    bool unchecked = false;
};

/// Records that wait for their transaction.
struct Batch {
    std::vector<Json> records;
    std::vector<std::size_t> lines;
    void clear() {
        records.clear();
        lines.clear();
    }
};

void tell(const Shell& shell, const std::vector<station::Record>& made) {
    for (const station::Record& record : made) {
        if (shell.json)
            shell.print(station::toJson(*shell.station, record, shell.language));
        else
            printTable({rowOf(shell, record)});
        warn(shell, record);
    }
    std::cout.flush();
}

/// Saves and tells. If one is refused, those before it are saved and told first.
Status saveBatch(Shell& shell, const CreateOptions& options, Batch& batch, bool several) {
    if (batch.records.empty())
        return {};
    auto made = shell.station->createMany(options.type, batch.records, options.org);
    if (!made) {
        const std::size_t at = shell.station->refusedAt();
        Error error = made.error();
        if (several && error.code == ErrorCode::Validation)
            error = error.within(lineText(batch.lines[std::min(at, batch.lines.size() - 1)]));
        shell.problems = shell.station->refusedBecause();
        if (at == 0 || error.code != ErrorCode::Validation)
            return error;
        batch.records.resize(at);
        FAYI_LET(before, shell.station->createMany(options.type, batch.records, options.org));
        tell(shell, before);
        return error;
    }
    tell(shell, *made);
    batch.clear();
    return {};
}

Result<Exit> create(Shell& shell, const CreateOptions& options) {
    FAYI_LET(opened, shell.open());
    if (options.unchecked)
        opened->leavePermissionToHub();
    FAYI_LET(reader, DocumentReader::open(options.source));
    Batch batch;
    std::size_t count = 0;
    for (bool end = false; !end;) {
        std::optional<Error> stop;
        auto document = reader.next();
        if (!document) {
            stop = document.error();
        } else if (*document) {
            ++count;
            auto json = station::parseJson((*document)->text);
            if (json) {
                batch.records.push_back(std::move(json).value());
                batch.lines.push_back((*document)->line);
            } else {
                stop = options.source == "-" || options.source.starts_with('@')
                           ? json.error().within(lineText((*document)->line))
                           : json.error();
            }
        }
        end = stop.has_value() || !document->has_value();
        if (end || batch.records.size() >= Station::kBatch || reader.pausing())
            FAYI_TRY(saveBatch(shell, options, batch, count > 1));
        if (stop)
            return *stop;
    }
    if (count == 0)
        return Error{ErrorCode::Usage, {"没有给出记录", "no record was given"}};
    return Exit::Done;
}

struct EditOptions {
    std::string id, source;
    bool unchecked = false;
};

Result<Exit> edit(Shell& shell, const EditOptions& options) {
    FAYI_LET(id, recordIdOf(options.id));
    FAYI_LET(patch, readDocument(options.source));
    FAYI_LET(opened, shell.open());
    if (options.unchecked)
        opened->leavePermissionToHub();
    FAYI_LET(record, opened->edit(id, patch));
    show(shell, record);
    warn(shell, record);
    return Exit::Done;
}

struct ImportOptions {
    station::ImportWish wish;
    std::string file, map, errors;
};

void printReport(const Shell& shell, const station::ImportReport& report, bool dryRun) {
    printTable({{shell.say(dryRun ? Text{"可导入", "would create"} : Text{"已导入", "created"}),
                 std::to_string(report.created)},
                {shell.say({"未导入", "skipped"}), std::to_string(report.skipped)},
                {shell.say({"其中已导入过", "of these, imported before"}), std::to_string(report.already)}});
    if (dryRun)
        for (const auto& column : report.columns)
            shell.printLine("  " + column.heading + " → " +
                            (column.field.empty() ? shell.say({"（不导入）", "(left out)"}) : column.field));
    for (const Json& fields : report.preview)
        shell.printLine("  " + station::lineOf(fields));
    for (const auto& error : report.errors)
        shell.printLine(shell.say(lineText(error.row)) + "  " + error.field + "  " +
                        shell.say(error.message));
}

Result<Exit> import(Shell& shell, const ImportOptions& options) {
    station::ImportWish wish = options.wish;
    wish.file = options.file;
    wish.map = options.map;
    FAYI_LET(opened, shell.open());
    FAYI_LET(report, opened->import(wish));
    if (!options.errors.empty() && !report.errors.empty())
        FAYI_TRY(office::writeRejected(report, options.errors, shell.language, shell.clock));
    if (shell.json)
        shell.print(station::toJson(report, shell.language));
    else
        printReport(shell, report, wish.dryRun);
    const bool refused = !report.errors.empty() && (!wish.partial || report.created == 0);
    return refused ? Exit::Refused : Exit::Done;
}

void addImport(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        frame.command("import",
                      {"从 .xlsx、.csv 或 .jsonl 文件导入；有一行不对就整个文件不导入，导入过的行不重复",
                       "import an .xlsx, .csv or .jsonl file; all of it or nothing; no row twice"},
                      [&shell, options] { return import(shell, *options); });
    frame.option(command, "TYPE", options->wish.type, {"记录种类", "a record type"})->required();
    frame
        .option(command, "FILE", options->file,
                {"文件；表头为列名（字段名或中英文标签）",
                 "the file; its heading names fields, by name or label"})
        ->required();
    frame.option(command, "--map", options->map,
                 {"列对照的 JSON 文件：{\"列名\":\"字段\"}，null 跳过",
                  "JSON file {\"column\":\"field\"}; null leaves a column out"});
    frame.option(command, "--sheet", options->wish.sheet,
                 {"工作表的名称；不写则第一张", "the sheet of a workbook; without it, the first"});
    frame.option(command, "--errors", options->errors,
                 {"把未导入的行连同原因写入新的 .xlsx；改好后可再导入",
                  "a new .xlsx for the rows with errors, and why; mended, it can be imported"});
    frame.flag(command, "--dry-run", options->wish.dryRun,
               {"只检查并预览，不写入", "check and preview, write nothing"});
    frame.flag(command, "--partial", options->wish.partial,
               {"导入没有错误的行，跳过其余", "take the rows without errors, skip the others"});
}

}  // namespace

void addWriteCommands(Frame& frame) {
    Shell& shell = frame.shell();
    static const Text kUnchecked{"供技术支持：跳过本站的权限检查，由区县裁定",
                                 "for support: skip this station's own permission check; the hub judges"};
    static const Text kJson{"JSON 文本、@文件 或 -（标准输入）", "JSON text, @FILE, or - for standard input"};

    const auto creation = std::make_shared<CreateOptions>();
    CLI::App* command = frame.command("create",
                                      {"新建记录；- 可一行一条，每条存好即输出一行",
                                       "make records; with - one per line, each told once it is on disk"},
                                      [&shell, creation] { return create(shell, *creation); });
    frame.option(command, "TYPE", creation->type, {"记录种类", "a record type"})->required();
    frame.option(command, "JSON", creation->source, kJson)->required();
    frame.option(command, "--org", creation->org,
                 {"所属机构代码；不写则为本人的机构", "org unit; without it, your own"});
    frame.flag(command, "--unchecked", creation->unchecked, kUnchecked);

    addImport(frame);

    const auto editing = std::make_shared<EditOptions>();
    command = frame.command("edit",
                            {"只改写到的字段；明细按其 item 编号；null 清空",
                             "write the fields named; a list item by its item id; null clears"},
                            [&shell, editing] { return edit(shell, *editing); });
    frame.option(command, "ID", editing->id, {"记录编号", "the record"})->required();
    frame.option(command, "JSON", editing->source, kJson)->required();
    frame.flag(command, "--unchecked", editing->unchecked, kUnchecked);
}

}  // namespace fayi::cli
