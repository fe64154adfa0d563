// SPDX-License-Identifier: Apache-2.0
// init, enrol, types, status.
#include <unistd.h>

#include <array>

#include "fayi/schema/describe.h"
#include "fayi/station/invitation.h"
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

std::string hostName() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

Result<Exit> init(Shell& shell, const std::string& name) {
    if (!isUtf8(name))
        return Error{ErrorCode::Usage, {"名称不是 UTF-8 文字", "the name is not UTF-8 text"}};
    FAYI_LET(made, Station::init(shell.data, name, shell.clock, shell.random));
    shell.station = std::move(made);
    const station::Identity identity = shell.station->identity();
    if (shell.json)
        shell.print({{"replica", toText(identity.replica)}, {"name", identity.name}});
    else
        shell.printLine(shell.say({"已建立：", "made: "}) + shell.data);
    return Exit::Done;
}

struct EnrolOptions {
    std::string server, code, ca, file, invitation;
};

/// Somebody has to carry what comes next.
void tellPending(const Shell& shell, const station::Enrolled& asked) {
    printTable(
        {{shell.say({"人员", "person"}), asked.person.name + "（" + asked.person.role + "）"},
         {shell.say({"下一步", "next"}),
          shell.say({"用 bundle write 写一包交给区县，再用 bundle read 读回信，即加入完成",
                     "write a bundle (bundle write), have it handed in at the hub, and read the answer "
                     "(bundle read): then it has joined"})}});
}

/// One way and no other.
Status checkWay(const EnrolOptions& options) {
    const bool typed = !options.server.empty() && !options.code.empty();
    const int ways = int{typed} + int{!options.invitation.empty()} + int{!options.file.empty()};
    return ways == 1 ? Status()
                     : Error{ErrorCode::Usage,
                             {"请给出 --server 和 --code，或 --invitation，或没有网络时给出 --file",
                              "give --server and --code, or --invitation, or without a network --file"}};
}

Result<Exit> enrol(Shell& shell, EnrolOptions options) {
    FAYI_LET(opened, shell.open());
    FAYI_TRY(checkWay(options));
    if (!options.invitation.empty()) {
        FAYI_LET(invitation, station::readInvitation(options.invitation));
        options.server = invitation.server;
        options.code = invitation.code;
    }
    FAYI_LET(enrolled, options.file.empty() ? opened->enrol(options.server, options.code, options.ca)
                                            : opened->enrolByFile(options.file));
    if (shell.json)
        shell.print(station::toJson(enrolled));
    else if (enrolled.pending)
        tellPending(shell, enrolled);
    else
        printTable(
            {{shell.say({"已加入", "joined"}), opened->identity().districtName},
             {shell.say({"人员", "person"}), enrolled.person.name + "（" + enrolled.person.role + "）"},
             {shell.say({"机构", "unit"}), opened->orgTree().pathName(enrolled.person.org, shell.language)}});
    return Exit::Done;
}

Result<Exit> types(Shell& shell, const std::string& name) {
    FAYI_LET(opened, shell.open());
    const std::string& role = opened->person().role;
    if (name.empty() && shell.json) {
        shell.print(schema::describeAll(opened->catalog(), role));
        return Exit::Done;
    }
    std::vector<std::vector<std::string>> rows;
    if (name.empty()) {
        for (const schema::RecordType* type : opened->catalog().types())
            if (!type->reference)
                rows.push_back({type->name, shell.say(type->labels)});
        printTable(rows);
        return Exit::Done;
    }
    const schema::RecordType* type = opened->catalog().type(name);
    if (type == nullptr)
        return Error{ErrorCode::Usage, {"没有这种记录：" + name, "there is no record type " + name}};
    if (shell.json) {
        shell.print(schema::describe(*type, role));
        return Exit::Done;
    }
    for (const schema::Field& field : type->fields)
        rows.push_back({field.name, std::string(schema::nameOf(field.kind)),
                        field.required ? shell.say({"必填", "required"}) : "", shell.say(field.labels)});
    printTable(rows);
    return Exit::Done;
}

void printStatus(const Shell& shell, const station::StationStatus& status,
                 const std::vector<station::Attention>& refused) {
    static const std::map<std::string, Text> kLinks{{"none", {"未加入区县", "no district joined"}},
                                                    {"unknown", {"尚未同步", "not synced yet"}},
                                                    {"fine", {"正常", "fine"}},
                                                    {"failing", {"连不上", "failing"}}};
    const auto number = [](std::uint64_t n) { return std::to_string(n); };
    std::vector<std::vector<std::string>> rows{
        {shell.say({"工作站", "station"}), status.station},
        {shell.say({"人员", "person"}), status.person},
        {shell.say({"连接", "link"}), shell.say(kLinks.at(status.link))},
        {shell.say({"上次同步", "last sync"}),
         status.lastSuccess ? timeText(HybridTime::of(*status.lastSuccess)) : shell.say({"无", "never"})},
        {shell.say({"记录", "records"}), number(status.records)},
        {shell.say({"待上报", "waiting"}), number(status.waiting)},
        {shell.say({"冲突", "conflicts"}), number(status.conflicts)},
        {shell.say({"未被接受", "refused"}), number(status.refused)},
        {shell.say({"被退回", "returned"}), number(status.returned)}};
    if (status.blobsWaiting > 0)
        rows.push_back({shell.say({"待上传附件", "attachments waiting"}),
                        number(status.blobsWaiting) + "（" + number(status.blobBytesWaiting) +
                            shell.say({" 字节）", " bytes）"})});
    if (!status.lastProblem.zh.empty())
        rows.push_back({shell.say({"上次的问题", "last problem"}), shell.say(status.lastProblem)});
    if (!status.clockNote.zh.empty())
        rows.push_back({shell.say({"时钟", "clock"}), shell.say(status.clockNote)});
    for (const station::Attention& one : refused)
        rows.push_back(
            {shell.say({"需要处理", "attention"}), toText(one.record) + " " + shell.say(one.reason)});
    printTable(rows);
}

Result<Exit> status(Shell& shell) {
    FAYI_LET(opened, shell.open());
    if (shell.json) {
        FAYI_LET(status, station::statusJson(*opened, shell.language));
        shell.print(status);
    } else {
        FAYI_LET(refused, opened->needsAttention());
        printStatus(shell, opened->status(), refused);
    }
    return Exit::Done;
}

}  // namespace

void addSetUpCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto name = std::make_shared<std::string>(hostName());
    CLI::App* command = frame.command("init", {"新建数据，不需要网络", "make a store, without any network"},
                                      [&shell, name] { return init(shell, *name); });
    frame.option(command, "--name", *name,
                 {"工作站名称，同事在修改历史里看到它", "what colleagues read in histories"});

    const auto options = std::make_shared<EnrolOptions>();
    command = frame.command(
        "enrol",
        {"用一次性注册码加入区县；已有记录一并带上。再次运行可增加一人",
         "join a district with a one-time code; earlier records come along. Again: one more person"},
        [&shell, options] { return enrol(shell, *options); });
    frame.option(command, "--server", options->server,
                 {"区县服务器地址 https://…", "the hub's address, https://…"});
    frame.option(command, "--code", options->code, {"一次性注册码", "the one-time code"});
    frame.option(command, "--invitation", options->invitation,
                 {"区县给的邀请：二维码图片或文字文件，代替前两项",
                  "the district's invitation, a picture with a QR code or a text, instead of both"});
    frame.option(command, "--file", options->file,
                 {"没有网络时：区县给的加入文件", "without a network: the enrolment file of the district"});
    frame.option(command, "--ca", options->ca,
                 {"签发服务器证书的机构证书（PEM 文件）", "PEM file of the issuer to trust"});

    const auto type = std::make_shared<std::string>();
    command = frame.command("types", {"记录种类，或一种记录的字段", "record types, or the fields of one"},
                            [&shell, type] { return types(shell, *type); });
    frame.option(command, "TYPE", *type, {"记录种类", "a record type"});

    frame.command(
        "status",
        {"待上报、上次同步、连接、需要处理的事", "what waits, the last sync, the link, what needs attention"},
        [&shell] { return status(shell); });
}

}  // namespace fayi::cli
