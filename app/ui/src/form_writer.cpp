// SPDX-License-Identifier: Apache-2.0
#include "form_writer.h"

namespace fayi::ui {

FormWriter::FormWriter(std::filesystem::path folder, std::int64_t person, const Clock& clock,
                       std::function<void(const Status&)> told)
    : m_folder(std::move(folder)),
      m_person(person),
      m_clock(clock),
      m_told(std::move(told)),
      m_thread([this] { run(); }) {}

FormWriter::~FormWriter() {
    const std::scoped_lock lock(m_mutex);
    m_ending = true;
    m_changed.notify_all();
}

void FormWriter::put(station::OpenForm form) {
    const std::string subject = form.subject;
    ask(subject, std::move(form));
}

void FormWriter::drop(const std::string& subject) {
    ask(subject, std::nullopt);
}

void FormWriter::ask(const std::string& subject, std::optional<station::OpenForm> form) {
    const std::scoped_lock lock(m_mutex);
    m_wishes[subject] = std::move(form);
    m_changed.notify_all();
}

void FormWriter::flush() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_wishes.empty() && !m_busy; });
}

void FormWriter::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_wishes.empty(); });
        if (m_wishes.empty())
            return;
        const Wishes wishes = std::exchange(m_wishes, {});
        m_busy = true;
        lock.unlock();
        m_told(write(wishes));
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

Status FormWriter::write(const Wishes& wishes) {
    if (!m_journal) {
        FAYI_LET(journal, station::FormJournal::open(m_folder, m_clock));
        m_journal = std::move(journal);
    }
    for (const auto& [subject, form] : wishes)
        FAYI_TRY(form ? m_journal->put(m_person, *form) : m_journal->drop(m_person, subject));
    return {};
}

}  // namespace fayi::ui
