// SPDX-License-Identifier: Apache-2.0
// get, list, history, dump.
#include <iostream>

#include "fayi/station/json.h"
#include "fayi/station/where.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

constexpr std::size_t kPageRows = 250;

Result<Exit> get(Shell& shell, const std::string& text) {
    FAYI_LET(id, recordIdOf(text));
    FAYI_LET(opened, shell.open());
    FAYI_LET(record, opened->get(id));
    show(shell, record);
    return Exit::Done;
}

struct ListOptions {
    std::string type, where, text, order{"-updated"}, after;
    std::size_t limit = 0;
    bool deleted = false, conflicts = false;
};

Result<station::ListQuery> queryOf(const Station& station, const ListOptions& options) {
    station::ListQuery query;
    query.type = options.type;
    query.text = options.text;
    query.order = options.order;
    query.deleted = options.deleted;
    query.conflicts = options.conflicts;
    FAYI_TRY(station::addWhere(query, options.where, station));
    if (!options.after.empty()) {
        FAYI_LET(after, recordIdOf(options.after));
        query.after = after;
    }
    return query;
}

/// Page by page: memory does not grow with the list.
Result<Exit> list(Shell& shell, const ListOptions& options) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(query, queryOf(*opened, options));
    for (std::size_t told = 0; options.limit == 0 || told < options.limit;) {
        query.limit = options.limit == 0 ? kPageRows : std::min(kPageRows, options.limit - told);
        FAYI_LET(page, opened->records(query));
        std::vector<std::vector<std::string>> rows;
        for (const station::Record& record : page) {
            if (shell.json)
                shell.print(station::toJson(*opened, record, shell.language));
            else
                rows.push_back(rowOf(shell, record));
        }
        printTable(rows);
        told += page.size();
        if (page.size() < query.limit)
            break;
        query.after = page.back().id;
    }
    return Exit::Done;
}

Result<Exit> history(Shell& shell, const std::string& text) {
    FAYI_LET(id, recordIdOf(text));
    FAYI_LET(opened, shell.open());
    if (const Status fetched = opened->fetchHistory(id); !fetched)
        std::cerr << shell.say({"更早的修改没有取到，只列出本机已有的：" + fetched.error().message.zh,
                                "older changes could not be fetched, these are the ones here: " +
                                    fetched.error().message.en})
                  << '\n';
    FAYI_LET(entries, opened->history(id));
    if (shell.json) {
        Json out = Json::array();
        for (const station::HistoryEntry& entry : entries)
            out.push_back(station::toJson(entry));
        shell.print(out);
        return Exit::Done;
    }
    FAYI_LET(record, opened->get(id));
    for (const station::HistoryEntry& entry : entries) {
        printTable({{toText(entry.version), timeText(entry.at), entry.by, entry.station,
                     wordText(shell, entry.state)}});
        std::vector<std::vector<std::string>> rows;
        for (const auto& [path, value] : entry.writes.items())
            rows.push_back({"    " + path, valueText(shell, record.view.type, path, value)});
        printTable(rows);
    }
    return Exit::Done;
}

Result<Exit> dump(Shell& shell) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(end, opened->dump([&](const std::string& line) { shell.printLine(line); }));
    shell.print(station::toJson(end));
    return Exit::Done;
}

void addList(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<ListOptions>();
    CLI::App* command = frame.command("list", {"列出记录", "list records"},
                                      [&shell, options] { return list(shell, *options); });
    frame.option(command, "TYPE", options->type,
                 {"记录种类；不写则列出全部", "a record type; without it, all"});
    frame.option(command, "--where", options->where,
                 {"条件，逗号表示且：state=verified,happened_on>=2026-01-01；~ 表示包含；另有 changed=true"
                  "（审核后有改动）、restricted=true（限制处理）、within=机构（及其下级）",
                  "conditions, all must hold: state=verified,happened_on>=2026-01-01; ~ is contains; also "
                  "changed=true (since verified), restricted=true, within=UNIT (with all below it)"});
    frame.option(command, "--text", options->text,
                 {"全文查找，任意两个汉字或名称的拼音首字母即可",
                  "words to find; any two Chinese characters do, or the pinyin initials of a name"});
    frame.option(command, "--order", options->order,
                 {"按字段、updated 或 happened_on 排序，前加 - 为倒序",
                  "a field, updated or happened_on; - turns it round"});
    frame.option(command, "--limit", options->limit,
                 {"最多几条；不写则全部", "at most so many; without it, all"});
    frame.option(command, "--after", options->after, {"从这条记录之后继续", "go on behind this record"});
    frame.flag(command, "--deleted", options->deleted, {"只看回收站", "the recycle bin instead"});
    frame.flag(command, "--conflicts", options->conflicts,
               {"只看有冲突的", "only those with an open conflict"});
}

}  // namespace

void addReadCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto id = std::make_shared<std::string>();
    CLI::App* command =
        frame.command("get", {"查看一条记录", "show one record"}, [&shell, id] { return get(shell, *id); });
    frame.option(command, "ID", *id, {"记录编号", "the record"})->required();

    addList(frame);

    command = frame.command(
        "history", {"一条记录的全部修改：谁、何时、在哪台电脑、改了什么", "every version of a record"},
        [&shell, id] { return history(shell, *id); });
    frame.option(command, "ID", *id, {"记录编号", "the record"})->required();

    frame.command("dump",
                  {"全部可见内容，末行是 SHA-256；内容相同的两站结果相同",
                   "the whole visible state and its SHA-256; equal on stores that hold the same"},
                  [&shell] { return dump(shell); });
}

}  // namespace fayi::cli
