// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/rescue_controller.h"

#include "fayi/station/rescue.h"
#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {

void RescueController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &RescueController::changed);
    });
    if (fresh)
        emit sessionChanged();
}

QString RescueController::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

void RescueController::restore(const QUrl& backup) {
    if (!m_session)
        return;
    const std::filesystem::path file = fromQt(backup.toLocalFile()), folder = fromQt(m_session->folder());
    const Clock& clock = m_session->clock();
    Random& random = m_session->random();
    run(true, [=, &clock, &random] { return station::restoreInPlace(file, folder, clock, random); });
}

void RescueController::startAnew() {
    if (!m_session)
        return;
    const std::filesystem::path folder = fromQt(m_session->folder());
    const Clock& clock = m_session->clock();
    run(false, [=, &clock] { return station::setAside(folder, clock); });
}

/// Only what is damaged is moved out of the way, and only once.
void RescueController::run(bool restores, Work work) {
    if (m_running || !m_kept.isEmpty() || m_session->trouble() != QStringLiteral("damaged"))
        return;
    m_running = true;
    m_problem = {};
    emit changed();
    m_thread = std::jthread([this, restores, work = std::move(work)] {
        const auto kept = work();
        QMetaObject::invokeMethod(
            this, [this, restores, kept] { end(restores, kept); }, Qt::QueuedConnection);
    });
}

void RescueController::end(bool restores, const Result<std::filesystem::path>& kept) {
    m_running = false;
    if (kept.ok()) {
        m_kept = toQt(kept->string());
        m_restored = restores;
    } else {
        m_problem = kept.error().message;
    }
    emit changed();
}

void RescueController::goOn() {
    if (m_session && !m_running)
        m_session->reopen();
}

}  // namespace fayi::ui
