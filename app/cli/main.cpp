// SPDX-License-Identifier: Apache-2.0
// fayi-station: the station without a window.
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "frame.h"

namespace {

using namespace fayi;

bool isEnglish(const char* text) {
    return text != nullptr && std::string_view(text).starts_with("en");
}

/// --lang, then LC_ALL, LC_MESSAGES, LANG; Chinese unless one of them says English. Looked at before the line
/// is parsed, for the help is in it too.
Language languageOf(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word(argv[i]);
        if (word == "--lang" && i + 1 < argc)
            return isEnglish(argv[i + 1]) ? Language::En : Language::Zh;
        if (word.starts_with("--lang="))
            return isEnglish(word.substr(7).data()) ? Language::En : Language::Zh;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return isEnglish(value) ? Language::En : Language::Zh;
    return Language::Zh;
}

void speakChinese(CLI::App& app) {
    const auto formatter = app.get_formatter();
    for (const auto& [word, meaning] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Usage", "用法"},
                                                                    {"OPTIONS", "选项"},
                                                                    {"Positionals", "参数"},
                                                                    {"SUBCOMMAND", "命令"},
                                                                    {"REQUIRED", "必填"},
                                                                    {"Env", "环境变量"}})
        formatter->label(word, meaning);
}

void addGlobals(CLI::App& app, cli::Shell& shell, std::string& language) {
    app.option_defaults()->group(shell.say(cli::kOptions));
    app.set_help_flag("-h,--help", shell.say({"显示帮助", "show this help"}));
    app.set_version_flag("--version", "fayi-station " FAYI_VERSION,
                         shell.say({"显示版本", "show the version"}));
    app.add_option("--data", shell.data, shell.say({"数据文件夹", "the folder of the store"}))
        ->envname("FAYI_DATA");
    app.add_option("--as", shell.as,
                   shell.say({"以本机的这个人工作（姓名或人员编号）",
                              "work as this person of the station (name or id)"}));
    app.add_flag("--json", shell.json, shell.say({"输出 JSON，供脚本使用", "print JSON, for scripts"}));
    app.add_option("--lang", language, shell.say({"语言：zh 或 en", "language: zh or en"}))
        ->check(CLI::IsMember({"zh", "en"}));
    app.require_subcommand(1);
    app.footer(shell.say(
        {"退出码：0 完成 · 2 用法 · 3 内容不合规定，什么都没写 · 4 连不上区县，可重试 · 5 区县拒绝本站或本人 "
         "· "
         "6 完成但有事要处理 · 7 数据损坏、过新或无法写入 · 70 程序错误",
         "Exit codes: 0 done · 2 usage · 3 refused by validation, nothing written · 4 the hub cannot be "
         "reached, try again · 5 the hub refuses this station or person · 6 done, something needs attention "
         "· 7 the store is damaged, too new or cannot be written · 70 a bug"}));
}

Exit misused(const cli::Shell& shell, const Text& words) {
    return shell.fail({ErrorCode::Usage, words}, {});
}

Text wordsOf(const CLI::ParseError& error) {
    static const std::map<CLI::ExitCodes, std::string> kKinds{
        {CLI::ExitCodes::RequiredError, "缺少必填项"},
        {CLI::ExitCodes::ExtrasError, "有多余的内容"},
        {CLI::ExitCodes::ArgumentMismatch, "选项后面缺少内容"},
        {CLI::ExitCodes::ConversionError, "数字写法有误"},
        {CLI::ExitCodes::ValidationError, "取值不在允许范围内"}};
    const auto kind = kKinds.find(static_cast<CLI::ExitCodes>(error.get_exit_code()));
    return {(kind == kKinds.end() ? "命令行有误" : kind->second) + "（" + error.what() + "）", error.what()};
}

Exit run(int argc, char** argv) {
    cli::Shell shell;
    shell.language = languageOf(argc, argv);
    CLI::App app(shell.say({"法驿工作站（无窗口）", "Fayi station, without a window"}), "fayi-station");
    if (shell.language == Language::Zh)
        speakChinese(app);
    std::string language;
    addGlobals(app, shell, language);
    cli::Frame frame(app, shell);
    for (const auto add : {cli::addSetUpCommands,      cli::addReadCommands,     cli::addWriteCommands,
                           cli::addAttachmentCommands, cli::addWorkflowCommands, cli::addConflictCommands,
                           cli::addAttentionCommands,  cli::addSyncCommands,     cli::addLinkCommands,
                           cli::addBundleCommands,     cli::addExportCommands,   cli::addFigureCommands,
                           cli::addReportCommands,     cli::addNumberCommands,   cli::addAssessCommands,
                           cli::addDueCommands,        cli::addPaperCommands,    cli::addPrivacyCommands,
                           cli::addCareCommands,       cli::addPersonalCommands})
        add(frame);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wish) {
        app.exit(wish, std::cout, std::cerr);
        return Exit::Done;
    } catch (const CLI::ParseError& error) {
        const std::vector<std::string> rest = app.remaining();
        if (app.get_subcommands().empty() && !rest.empty())
            return misused(shell, {"没有这个命令或选项：" + rest.front(),
                                   "there is no command or option " + rest.front()});
        return misused(shell, wordsOf(error));
    }
    if (shell.data.empty())
        return misused(shell, {"请用 --data 指明数据文件夹", "--data is required: the folder of the store"});
    const auto done = frame.chosen()();
    if (!done)
        return shell.fail(done.error());
    std::cout.flush();
    return std::cout
               ? *done
               : shell.fail({ErrorCode::Io, {"无法写到标准输出", "cannot write to standard output"}}, {});
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const std::exception& bug) {
        std::cerr << "程序错误 / bug: " << bug.what() << '\n';
    }
    return static_cast<int>(Exit::Bug);
}
