// SPDX-License-Identifier: Apache-2.0
#include "frame.h"

namespace fayi::cli {

CLI::App* Frame::add(CLI::App& parent, const std::string& name, const Text& help) {
    CLI::App* out = parent.add_subcommand(name, m_shell.say(help));
    out->fallthrough();
    out->group(m_shell.say({"命令", "Commands"}));
    out->get_help_ptr()->group(m_shell.say(kOptions));
    return out;
}

CLI::App* Frame::group(const std::string& name, const Text& help) {
    CLI::App* out = add(m_app, name, help);
    out->require_subcommand(1);
    return out;
}

CLI::App* Frame::command(const std::string& name, const Text& help, Run run) {
    return command(&m_app, name, help, std::move(run));
}

CLI::App* Frame::command(CLI::App* group, const std::string& name, const Text& help, Run run) {
    CLI::App* command = add(*group, name, help);
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
