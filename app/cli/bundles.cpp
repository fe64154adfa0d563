// SPDX-License-Identifier: Apache-2.0
// bundle write, bundle read, bundle send; relay.
#include <csignal>
#include <filesystem>
#include <iostream>

#include "fayi/station/json.h"
#include "fayi/station/relay.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct WriteOptions {
    std::string file;
    std::uint64_t split = 0;
    bool blobs = false;
};

void tellAnswer(const Shell& shell, const station::BundleReport& report) {
    const auto number = [](std::uint64_t n) { return std::to_string(n); };
    printTable({{shell.say({"上报", "pushed"}), number(report.sync.pushed)},
                {shell.say({"接收", "pulled"}), number(report.sync.pulled)},
                {shell.say({"冲突", "conflicts"}), number(report.sync.conflicts)},
                {shell.say({"附件上传", "attachments sent"}), number(report.sync.blobsUp)},
                {shell.say({"附件接收", "attachments received"}), number(report.sync.blobsDown)}});
    for (const station::Attention& one : report.sync.refused)
        shell.printLine(shell.say({"未被接受：", "refused: "}) + toText(one.record) + "  " +
                        shell.say(one.reason));
}

void tell(const Shell& shell, const station::BundleReport& report) {
    if (!report.sync.notice.zh.empty())
        std::cerr << shell.say(report.sync.notice) << '\n';
    if (report.late)
        std::cerr << shell.say(
                         {"本机已有更新的进展，这份回信没有（全部）采用；没有内容丢失，请再写一包",
                          "this station has gone on since, and (some of) the answer was not taken; nothing "
                          "is lost, write another bundle"})
                  << '\n';
    else if (report.more)
        std::cerr << shell.say(
                         {"还没有交换完，请再写一包", "there is more to exchange: write another bundle"})
                  << '\n';
    if (report.kept)
        std::cerr << shell.say({"代转处已收下；稍后再运行一次即可取回回信",
                                "the relay has it; run this again later to collect the answer"})
                  << '\n';
    if (shell.json)
        shell.print(station::toJson(report, shell.language));
    else if (report.answered)
        tellAnswer(shell, report);
}

Result<Exit> write(Shell& shell, const WriteOptions& options) {
    FAYI_LET(opened, shell.open());
    const auto told = [&shell](std::uint64_t part, std::uint64_t of) {
        const std::string number = std::to_string(part), all = std::to_string(of);
        std::cerr << shell.say({"已写第 " + number + " 份，共 " + all + " 份",
                                "part " + number + " of " + all + " is written"})
                  << '\n';
    };
    FAYI_LET(report, opened->writeBundle(options.file, options.split, told, options.blobs));
    if (shell.json) {
        Json answer = station::toJson(report, shell.language);
        answer["file"] = options.file;
        shell.print(answer);
        return Exit::Done;
    }
    printTable({{shell.say({"文件", "file"}), options.file},
                {shell.say({"修改", "changes"}), std::to_string(report.changes)},
                {shell.say({"附件", "attachments"}), std::to_string(report.attachments)},
                {shell.say({"字节", "bytes"}), std::to_string(report.bytes)}});
    return Exit::Done;
}

Result<Exit> read(Shell& shell, const std::vector<std::string>& files) {
    FAYI_LET(opened, shell.open());
    std::cerr << shell.say({"正在检查并读取…", "checking and reading …"}) << '\n';
    FAYI_LET(report, opened->readBundle({files.begin(), files.end()}));
    tell(shell, report);
    return report.needsAttention() ? Exit::Attention : Exit::Done;
}

struct SendOptions {
    std::string url, ca, answer;
    bool blobs = false;
    std::vector<std::string> files;
};

/// Another station's: it is handed in as it is, and the answer is for that station to read.
Result<Exit> carry(Shell& shell, const SendOptions& options) {
    FAYI_LET(report, shell.station->carryBundle({options.files.begin(), options.files.end()}, options.url,
                                                options.ca, options.answer));
    tell(shell, report);
    if (!report.kept && !shell.json)
        printTable({{shell.say({"回信", "answer"}), options.answer}});
    return Exit::Done;
}

Result<Exit> send(Shell& shell, const SendOptions& options) {
    FAYI_LET(opened, shell.open());
    if (!options.files.empty())
        return carry(shell, options);
    FAYI_LET(report, opened->sendBundle(options.url, options.ca, options.blobs));
    tell(shell, report);
    return report.needsAttention() ? Exit::Attention : Exit::Done;
}

/// What came and went; never what is in it.
void log(const Shell& shell, const station::RelayEvent& event) {
    using Kind = station::RelayEvent::Kind;
    static const std::map<Kind, Text> kWords{
        {Kind::Taken, {"收到", "took"}},
        {Kind::Refused, {"未收下", "did not take"}},
        {Kind::Forwarded, {"已转交区县", "handed to the hub"}},
        {Kind::Denied, {"区县不接受", "denied by the hub"}},
        {Kind::Unreachable, {"未能转交，稍后再试", "not handed on, tried again"}},
        {Kind::HandedOut, {"回信被取走", "answer fetched"}}};
    const std::string now = toIsoChina(shell.clock.now());
    if (shell.json) {
        Json line{
            {"at", now}, {"event", nameOf(event.kind)}, {"bundle", event.bundle}, {"bytes", event.bytes}};
        if (!event.words.zh.empty())
            line["message"] = shell.say(event.words);
        shell.print(line);
    } else {
        shell.printLine(now + "  " + shell.say(kWords.at(event.kind)) + "  " + event.bundle.substr(0, 8) +
                        "  " + std::to_string(event.bytes) +
                        (event.words.zh.empty() ? std::string() : "  " + shell.say(event.words)));
    }
    std::cout.flush();
}

Result<Exit> relay(Shell& shell, station::RelayOptions options) {
    options.data = shell.data;
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);  // inherited by every thread that starts below
    FAYI_LET(running,
             station::Relay::start(options, shell.clock, shell.random,
                                   [&shell](const station::RelayEvent& event) { log(shell, event); }));
    shell.print({{"listening", running->url()}});
    std::cout.flush();
    int signal = 0;
    sigwait(&ending, &signal);
    return Exit::Done;
}

void addRelay(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<station::RelayOptions>();
    CLI::App* command = frame.command(
        "relay",
        {"在办公网里代收各村工作站的数据包，能连上区县时转交；看不到内容",
         "take sealed bundles on the office network and carry them to the hub; it reads nothing"},
        [&shell, options] { return relay(shell, *options); });
    frame.option(command, "--listen", options->listen, {"监听 地址:端口", "address:port to listen on"})
        ->required();
    CLI::Option* cert = frame.option(command, "--tls-cert", options->tlsCert,
                                     {"TLS 证书（PEM 文件）", "TLS certificate (PEM file)"});
    CLI::Option* key = frame.option(command, "--tls-key", options->tlsKey,
                                    {"TLS 私钥（PEM 文件）", "TLS private key (PEM file)"});
    cert->needs(key);
    key->needs(cert);
}

}  // namespace

void addBundleCommands(Frame& frame) {
    Shell& shell = frame.shell();
    CLI::App* group = frame.group(
        "bundle", {"用 U 盘与区县交换（加密的数据包）", "exchange with the hub by stick (sealed bundles)"});
    const auto options = std::make_shared<WriteOptions>();
    CLI::App* command = frame.command(group, "write", {"把所有未上报的写成一包", "write all that is unsent"},
                                      [&shell, options] { return write(shell, *options); });
    frame.option(command, "FILE", options->file, {"新文件", "a new file"})->required();
    frame.flag(
        command, "--blobs", options->blobs,
        {"待传的附件也带上，并索取本机没有的附件", "attachments that wait too, and ask for those of others"});
    frame
        .option(command, "--split", options->split,
                {"分成几份，每份最多这么大，如 700MB；后面的叫 FILE.2、FILE.3…",
                 "into parts of at most this size, as 700MB; further ones are FILE.2, FILE.3 …"})
        ->transform(CLI::AsSizeValue(false));

    const auto files = std::make_shared<std::vector<std::string>>();
    command = frame.command(group, "read", {"读取区县的回信", "read the answer of the hub"},
                            [&shell, files] { return read(shell, *files); });
    frame.option(command, "FILE", *files, {"文件；分份时可列出多份", "the file, or the parts of one"})
        ->required();

    const auto sending = std::make_shared<SendOptions>();
    command = frame.command(
        group, "send",
        {"交给代转处或区县，并取回已到的回信", "hand it to a relay or the hub, collect answers"},
        [&shell, sending] { return send(shell, *sending); });
    frame
        .option(command, "URL", sending->url,
                {"代转处或区县的地址 http://…", "address of the relay or hub, http://…"})
        ->required();
    frame.option(command, "--ca", sending->ca,
                 {"签发其证书的机构证书（PEM 文件）", "PEM file of the issuer of its certificate"});
    frame.flag(command, "--blobs", sending->blobs,
               {"附件也带上，能带多少带多少", "attachments too, as many as one request carries"});
    CLI::Option* file = frame.option(command, "--file", sending->files,
                                     {"改为转交另一台工作站的数据包（分份时可列出多份）",
                                      "hand in another station's bundle (or its parts) instead"});
    CLI::Option* answer = frame.option(command, "--answer", sending->answer,
                                       {"其回信写到这个文件", "the file for the answer to it"});
    file->needs(answer);
    answer->needs(file);
    addRelay(frame);
}

}  // namespace fayi::cli
