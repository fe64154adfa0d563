// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "shell.h"

namespace fayi::cli {

/// Heading of the options in every help.
inline const Text kOptions{"选项", "Options"};

/// Puts commands into the command line, in the language of the shell, and remembers which one was given.
class Frame {
public:
    Frame(CLI::App& app, Shell& shell) : m_app(app), m_shell(shell) {}

    Shell& shell() const { return m_shell; }
    /// Options of the program may stand behind the command too.
    CLI::App* command(const std::string& name, const Text& help, Run run);
    /// A word under which commands of one kind stand: "bundle write".
    CLI::App* group(const std::string& name, const Text& help);
    CLI::App* command(CLI::App* group, const std::string& name, const Text& help, Run run);

    template <typename T>
    CLI::Option* option(CLI::App* command, const std::string& name, T& value, const Text& help) {
        return command->add_option(name, value, m_shell.say(help));
    }
    CLI::Option* flag(CLI::App* command, const std::string& name, bool& value, const Text& help) {
        return command->add_flag(name, value, m_shell.say(help));
    }

    /// Of the command that was given; empty if there was none.
    const Run& chosen() const { return m_chosen; }

private:
    CLI::App& m_app;
    CLI::App* add(CLI::App& parent, const std::string& name, const Text& help);

    Shell& m_shell;
    Run m_chosen;
};

// One for each file of commands.
void addSetUpCommands(Frame& frame);
void addReadCommands(Frame& frame);
void addWriteCommands(Frame& frame);
void addAttachmentCommands(Frame& frame);
void addWorkflowCommands(Frame& frame);
void addConflictCommands(Frame& frame);
void addAttentionCommands(Frame& frame);
void addSyncCommands(Frame& frame);
void addBundleCommands(Frame& frame);
void addLinkCommands(Frame& frame);
void addExportCommands(Frame& frame);
void addFigureCommands(Frame& frame);
void addReportCommands(Frame& frame);
void addNumberCommands(Frame& frame);
void addAssessCommands(Frame& frame);
void addDueCommands(Frame& frame);
void addPaperCommands(Frame& frame);
void addPrivacyCommands(Frame& frame);
void addCareCommands(Frame& frame);
void addPersonalCommands(Frame& frame);

/// A record, version or figure period as written on the command line. ErrorCode::Usage names what is wrong.
Result<RecordId> recordIdOf(const std::string& text);
Result<Dot> versionOf(const std::string& text);

}  // namespace fayi::cli
