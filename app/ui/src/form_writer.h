// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "fayi/station/personal.h"

namespace fayi::ui {

/// Puts a form that is being typed into the journal, on a thread of its own over its own connection: no disk
/// holds up a key. What was not written yet is replaced by what is newer, so it is never more than one state
/// of each form behind. What waits is written before it goes.
class FormWriter {
public:
    /// `told` hears, on the writer's thread, how each writing went.
    FormWriter(std::filesystem::path folder, std::int64_t person, const Clock& clock,
               std::function<void(const Status&)> told);
    ~FormWriter();
    FormWriter(const FormWriter&) = delete;
    FormWriter& operator=(const FormWriter&) = delete;

    void put(station::OpenForm form);
    void drop(const std::string& subject);
    /// Returns once all that was asked for before is on the disk, or was told to be not.
    void flush();

private:
    /// By subject; nothing: it goes.
    using Wishes = std::map<std::string, std::optional<station::OpenForm>>;
    void ask(const std::string& subject, std::optional<station::OpenForm> form);
    void run();
    Status write(const Wishes& wishes);

    const std::filesystem::path m_folder;
    const std::int64_t m_person;
    const Clock& m_clock;
    const std::function<void(const Status&)> m_told;
    std::unique_ptr<station::FormJournal> m_journal;  ///< of the writer's thread alone
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Wishes m_wishes;        ///< under m_mutex
    bool m_busy = false;    ///< under m_mutex: some are being written
    bool m_ending = false;  ///< under m_mutex
    std::jthread m_thread;  ///< last: it uses all of the above
};

}  // namespace fayi::ui
