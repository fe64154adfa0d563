// SPDX-License-Identifier: Apache-2.0
#include "frame.h"

namespace fayi::cli {

CLI::App* Frame::command(const std::string& name, const Text& help, Run run) {
    CLI::App* command = m_app.add_subcommand(name, m_shell.say(help));
    command->fallthrough();
    command->group(m_shell.say({"命令", "Commands"}));
    command->get_help_ptr()->group(m_shell.say(kOptions));
    command->callback([this, run = std::move(run)] { m_chosen = run; });
    return command;
}

Result<RecordId> recordIdOf(const std::string& text) {
    if (const auto id = parseRecordId(text))
        return *id;
    return Error{ErrorCode::Usage,
                 {"这不是记录编号：" + prefixOf(text, 40), "this is no record id: " + prefixOf(text, 40)}};
}

Result<Dot> versionOf(const std::string& text) {
    if (const auto version = parseDot(text))
        return *version;
    return Error{ErrorCode::Usage,
                 {"这不是版本号：" + prefixOf(text, 40), "this is no version: " + prefixOf(text, 40)}};
}

}  // namespace fayi::cli
