// SPDX-License-Identifier: Apache-2.0
// subject, retention: what is held of one person, and what has been held long enough.
#include "fayi/office/subject_copy.h"
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct SubjectOptions {
    station::Subject subject;
    std::string copy, reason;
};

std::string untilText(const Shell& shell, const std::string& until) {
    return until.empty() ? shell.say({"永久", "for ever"}) : until;
}

Json toJson(const station::Record& record, const std::string& until) {
    Json out{{"id", toText(record.id)},
             {"type", record.view.type},
             {"title", record.title},
             {"org", record.view.org},
             {"happened_on", record.view.happenedOn},
             {"state", record.view.state},
             {"kept_until", until}};
    if (record.view.restricted)
        out["restricted"] = true;
    return out;
}

Result<Exit> writeCopy(Shell& shell, station::Station& opened, const SubjectOptions& options) {
    FAYI_LET(done, office::copyOfSubject(
                       opened, {options.subject, options.copy, options.reason, shell.language}, shell.clock));
    if (shell.json) {
        shell.print({{"file", options.copy},
                     {"records", done.records},
                     {"lines", done.lines},
                     {"withheld", done.withheld},
                     {"more", done.more},
                     {"sha256", done.sha256}});
        return Exit::Done;
    }
    printTable({{shell.say({"记录", "records"}), std::to_string(done.records)},
                {shell.say({"行", "lines"}), std::to_string(done.lines)},
                {shell.say({"涉及他人、未写入", "of others, withheld"}), std::to_string(done.withheld)},
                {shell.say({"文件", "file"}), options.copy},
                {"SHA-256", done.sha256}});
    return Exit::Done;
}

Result<Exit> subject(Shell& shell, const SubjectOptions& options) {
    FAYI_LET(opened, shell.open());
    if (!options.copy.empty())
        return writeCopy(shell, *opened, options);
    FAYI_LET(found, opened->subject(options.subject));
    if (shell.json) {
        Json list = Json::array();
        for (const station::SubjectRecord& one : found.records) {
            list.push_back(toJson(one.record, one.keptUntil));
            list.back()["fields"] = one.paths;
        }
        shell.print({{"records", std::move(list)}, {"more", found.more}});
        return Exit::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const station::SubjectRecord& one : found.records) {
        const schema::RecordType* type = opened->catalog().type(one.record.view.type);
        std::string fields;
        for (const std::string& path : one.paths)
            fields += (fields.empty() ? "" : "、") + path;
        rows.push_back({toText(one.record.id), shell.say(type->labels), one.record.view.happenedOn,
                        oneLine(one.record.title), fields, untilText(shell, one.keptUntil)});
    }
    printTable(rows);
    if (found.more)
        shell.printLine(shell.say({"还有更多，请写得更具体", "there are more: say it more exactly"}));
    return Exit::Done;
}

Result<Exit> retention(Shell& shell, const std::string& on) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(found, opened->expired(on));
    if (shell.json) {
        Json list = Json::array();
        for (const station::Expired& one : found)
            list.push_back(toJson(one.record, one.keptUntil));
        shell.print(list);
        return Exit::Done;
    }
    std::vector<std::vector<std::string>> rows;
    for (const station::Expired& one : found) {
        const schema::RecordType* type = opened->catalog().type(one.record.view.type);
        rows.push_back({toText(one.record.id), shell.say(type->labels), one.record.view.happenedOn,
                        one.keptUntil, oneLine(one.record.title), shell.say(type->retention.reason)});
    }
    printTable(rows);
    return Exit::Done;
}

}  // namespace

void addPrivacyCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<SubjectOptions>();
    CLI::App* command =
        frame.command("subject",
                      {"查找与某人有关的全部记录；--copy 写出给本人的副本（个人信息保护法第四十五条）",
                       "every record that tells of a person; --copy writes theirs (PIPL article 45)"},
                      [&shell, options] { return subject(shell, *options); });
    frame.option(command, "--name", options->subject.name, {"姓名", "name"});
    frame.option(command, "--id-number", options->subject.idNumber, {"身份证号", "identity number"});
    frame.option(command, "--phone", options->subject.phone, {"电话", "phone number"});
    frame.option(command, "--copy", options->copy, {"副本写入 .xlsx 或 .csv", "the copy, .xlsx or .csv"});
    frame.option(command, "--reason", options->reason,
                 {"谁申请、如何核实身份", "who asked, and how they showed who they are"});
    const auto on = std::make_shared<std::string>();
    CLI::App* over = frame.command("retention",
                                   {"保管期限已满的记录；由枢纽按规定删除",
                                    "records whose retention has ended; the hub erases by order"},
                                   [&shell, on] { return retention(shell, *on); });
    frame.option(over, "--on", *on, {"按这一天算，默认今天", "as of this day; today without it"});
}

}  // namespace fayi::cli
