// SPDX-License-Identifier: Apache-2.0
// link, link-test: how this computer reaches the hub, and whether it does.
#include <iostream>

#include "fayi/station/json.h"
#include "frame.h"
#include "input.h"
#include "print.h"

namespace fayi::cli {
namespace {

struct LinkOptions {
    std::string proxy, metered, budget;
};

/// The address of a proxy, which may hold a password, comes by standard input: a command line is seen by
/// every program of the computer and kept in histories.
Result<std::string> proxyFromInput() {
    std::string line;
    std::getline(std::cin, line);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
        line.pop_back();
    return line;
}

Status change(station::LinkSettings& settings, const LinkOptions& options) {
    using Proxy = station::LinkSettings::Proxy;
    if (options.proxy == "system" || options.proxy == "none") {
        settings.proxy = options.proxy == "none" ? Proxy::None : Proxy::System;
        settings.proxyUrl.clear();
    } else if (options.proxy == "-") {
        FAYI_LET(url, proxyFromInput());
        settings.proxy = Proxy::Manual;
        settings.proxyUrl = std::move(url);
    }
    if (!options.metered.empty())
        settings.metered = options.metered == "yes";
    if (options.budget == "none")
        settings.dayBytes = 0;
    else if (!options.budget.empty())
        settings.dayBytes = std::stoull(options.budget) << 20U;
    return {};
}

void printSettings(const Shell& shell, const station::LinkSettings& settings, std::uint64_t today) {
    using Proxy = station::LinkSettings::Proxy;
    const std::string proxy = settings.proxy == Proxy::System ? shell.say({"随系统", "the system's"})
                              : settings.proxy == Proxy::None ? shell.say({"不用", "none"})
                                                              : station::withoutPassword(settings.proxyUrl);
    const auto megabytes = [](std::uint64_t bytes) { return std::to_string(bytes >> 20U) + " MB"; };
    printTable({{shell.say({"代理", "proxy"}), proxy},
                {shell.say({"按流量计费", "metered"}),
                 settings.metered ? shell.say({"是，自动同步不传附件", "yes: attachments wait for a person"})
                                  : shell.say({"否", "no"})},
                {shell.say({"每天自动同步的流量", "for syncs by itself, a day"}),
                 settings.dayBytes == 0 ? shell.say({"不限", "no limit"})
                                        : megabytes(settings.dayBytes) +
                                              shell.say({"，今天已用 ", ", today "}) + megabytes(today)}});
}

Result<Exit> link(Shell& shell, const LinkOptions& options) {
    FAYI_LET(opened, shell.open());
    station::LinkSettings settings = opened->linkSettings();
    const station::LinkSettings before = settings;
    FAYI_TRY(change(settings, options));
    if (settings != before)
        FAYI_TRY(opened->setLinkSettings(settings));
    if (shell.json)
        shell.print(station::toJson(settings, opened->spentToday()));
    else
        printSettings(shell, settings, opened->spentToday());
    return Exit::Done;
}

void printReport(const Shell& shell, const station::LinkReport& report) {
    static const std::map<station::LinkStep::State, std::string> kMarks{
        {station::LinkStep::State::Ok, "✓"},
        {station::LinkStep::State::Failed, "✗"},
        {station::LinkStep::State::Skipped, "–"}};
    std::vector<std::vector<std::string>> rows;
    for (const station::LinkStep& step : report.steps)
        rows.push_back({kMarks.at(step.state), shell.say(step.label),
                        step.took ? std::to_string(step.took->count()) + " ms" : "", shell.say(step.words)});
    printTable(rows);
    for (const station::LinkStep& step : report.steps)
        if (!step.advice.zh.empty())
            shell.printLine(shell.say({"怎么办：", "what to do: "}) + shell.say(step.advice));
}

Result<Exit> testLink(Shell& shell, const std::string& server, const std::string& ca) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(report, opened->testLink(server, ca));
    if (shell.json)
        shell.print(station::toJson(report, shell.language));
    else
        printReport(shell, report);
    return report.failure ? exitOf(*report.failure) : Exit::Done;
}

}  // namespace

void addLinkCommands(Frame& frame) {
    Shell& shell = frame.shell();
    const auto options = std::make_shared<LinkOptions>();
    CLI::App* command =
        frame.command("link",
                      {"怎样连到区县：代理、按流量计费、每天的流量；不带选项则显示",
                       "how the hub is reached: proxy, metered, bytes a day; shows them without an option"},
                      [&shell, options] { return link(shell, *options); });
    frame
        .option(command, "--proxy", options->proxy,
                {"system 随系统 · none 不用 · - 从标准输入读一行 http://用户:密码@主机:端口",
                 "system · none · - reads one line http://user:password@host:port from standard input"})
        ->check(CLI::IsMember({"system", "none", "-"}));
    frame
        .option(command, "--metered", options->metered,
                {"yes：按流量计费，自动同步只传记录",
                 "yes: paid by the byte; syncs by itself carry records only"})
        ->check(CLI::IsMember({"yes", "no"}));
    frame
        .option(command, "--daily-mb", options->budget,
                {"自动同步每天最多用多少 MB，none 不限；手动同步不受限",
                 "most MB a day for syncs by itself, or none; a sync that is asked for is never held back"})
        ->check(CLI::IsMember({"none"}) | CLI::Range(1, 100'000));

    const auto server = std::make_shared<std::string>();
    const auto ca = std::make_shared<std::string>();
    command = frame.command("link-test",
                            {"逐步检查到区县的连接：名字、连接、代理、加密、登录页、身份、时钟、速度",
                             "tests the way to the hub: name, connection, proxy, TLS, login page, sign-in, "
                             "clock, speed"},
                            [&shell, server, ca] { return testLink(shell, *server, *ca); });
    frame.option(command, "--server", *server,
                 {"服务器地址；缺省为已加入的区县", "an address; without it that of the district joined"});
    frame.option(command, "--ca", *ca,
                 {"签发服务器证书的机构证书（PEM 文件）", "PEM file of the issuer to trust"});
}

}  // namespace fayi::cli
