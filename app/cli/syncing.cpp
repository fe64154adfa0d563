// SPDX-License-Identifier: Apache-2.0
// sync, once or for as long as the program runs.
#include <csignal>
#include <iostream>

#include "fayi/runtime/sync_thread.h"
#include "fayi/station/json.h"
#include "frame.h"
#include "print.h"

namespace fayi::cli {
namespace {

/// How often `--watch` looks whether another program saved something into the store.
constexpr timespec kLookEvery{2, 0};

void tell(const Shell& shell, const station::SyncReport& report) {
    if (!report.notice.zh.empty())
        std::cerr << shell.say(report.notice) << "\n";
    if (shell.json) {
        shell.print(station::toJson(report, shell.language));
    } else {
        const auto number = [](std::uint64_t n) { return std::to_string(n); };
        printTable({{shell.say({"上报", "pushed"}), number(report.pushed)},
                    {shell.say({"接收", "pulled"}), number(report.pulled)},
                    {shell.say({"冲突", "conflicts"}), number(report.conflicts)},
                    {shell.say({"附件", "attachments"}),
                     number(report.blobsUp) + " ↑  " + number(report.blobsDown) + " ↓"},
                    {shell.say({"流量", "bytes"}),
                     number(report.bytesUp) + " ↑  " + number(report.bytesDown) + " ↓"}});
        for (const station::Attention& one : report.refused)
            shell.printLine(shell.say({"未被接受：", "refused: "}) + toText(one.record) + "  " +
                            shell.say(one.reason));
    }
    std::cout.flush();
}

Result<Exit> syncOnce(Shell& shell, bool attachments) {
    FAYI_LET(opened, shell.open());
    FAYI_LET(report, opened->sync({attachments}));
    tell(shell, report);
    return report.needsAttention() ? Exit::Attention : Exit::Done;
}

/// Turns what the sync thread tells into a report for each sync that ended.
class Watcher {
public:
    explicit Watcher(const Shell& shell) : m_shell(shell) {}

    void hear(const runtime::SyncSnapshot& snapshot) {
        if (snapshot.running)
            m_began = m_shell.clock.steady();
        if (snapshot.running || snapshot.syncs == m_told)
            return;
        m_told = snapshot.syncs;
        const runtime::SyncResult& last = snapshot.last;
        if (last.trouble == protocol::Trouble::None)
            tell(m_shell,
                 station::reportOf(last, snapshot.counts.conflicts, m_shell.clock.steady() - m_began));
        else
            m_shell.fail({ErrorCode::Unreachable, last.words}, {});
    }

private:
    const Shell& m_shell;
    std::uint64_t m_told = 0;
    Millis m_began{0};
};

Result<Exit> watch(Shell& shell, bool attachments) {
    FAYI_LET(opened, shell.open());
    if (!opened->identity().enrolled)
        return Error{ErrorCode::Usage,
                     {"本机还没有加入区县，请先运行 enrol",
                      "this station has joined no district yet; run enrol first"}};
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);  // the sync thread inherits it: the signal comes here
    Watcher watcher(shell);
    runtime::SyncThread thread(
        shell.data, shell.clock, shell.random,
        [&watcher](const runtime::SyncSnapshot& snapshot) { watcher.hear(snapshot); }, attachments);
    std::uint64_t waiting = 0;
    while (sigtimedwait(&ending, nullptr, &kLookEvery) < 0) {
        const std::uint64_t now = opened->status().waiting;
        if (now > waiting)
            thread.saved();
        waiting = now;
    }
    return Exit::Done;
}

}  // namespace

void addSyncCommands(Frame& frame) {
    struct Options {
        bool recordsOnly = false, watch = false;
    };
    Shell& shell = frame.shell();
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        frame.command("sync", {"与区县同步一次", "sync with the hub once"}, [&shell, options] {
            return options->watch ? watch(shell, !options->recordsOnly)
                                  : syncOnce(shell, !options->recordsOnly);
        });
    frame.flag(command, "--records-only", options->recordsOnly,
               {"只同步记录，不传附件", "records only, no attachments"});
    frame.flag(command, "--watch", options->watch, {"持续同步，直到被终止", "keep syncing until stopped"});
}

}  // namespace fayi::cli
