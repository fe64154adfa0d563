// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/sync_controller.h"

#include "fayi/runtime/sync_thread.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "link_watch.h"

namespace fayi::ui {

SyncController::SyncController(QObject* parent) : QObject(parent) {}
SyncController::~SyncController() {
    run(false);  // the session may outlive it
}

void SyncController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::recordsChanged, this, &SyncController::readStatus);
        connect(m_session, &StationSession::languageChanged, this, &SyncController::changed);
        connect(m_session, &StationSession::recordWritten, this, [this] {
            if (m_thread)
                m_thread->saved();
        });
        connect(m_session, &StationSession::identityChanged, this, [this] {
            readStatus();
            join();
        });
        connect(m_session, &QObject::destroyed, this, [this] { m_session = nullptr; });
    });
    if (!fresh)
        return;
    readStatus();
    join();
    emit sessionChanged();
}

void SyncController::setActive(bool active) {
    if (active == m_active)
        return;
    m_active = active;
    join();
    emit sessionChanged();
}

void SyncController::readStatus() {
    m_status = m_session && m_session->station() ? m_session->station()->status() : station::StationStatus{};
    emit changed();
}

/// One thread for the folder that is open, once it has somebody to talk to.
void SyncController::join() {
    const bool wanted = m_active && m_session && m_session->enrolled();
    const QString folder = wanted ? m_session->folder() : QString();
    if (folder == m_joined)
        return;
    m_watch.reset();
    m_thread.reset();
    run(false);
    m_pressed = false;
    m_syncs = m_histories = m_steps = 0;
    m_joined = folder;
    if (!wanted)
        return;
    m_thread = std::make_unique<runtime::SyncThread>(
        fromQt(folder), m_session->clock(), m_session->random(), [this](const runtime::SyncSnapshot& news) {
            QMetaObject::invokeMethod(
                this, [this, news] { hear(news); }, Qt::QueuedConnection);
        });
    m_thread->syncNow();
    m_watch = std::make_unique<LinkWatch>([this] { m_thread->linkUp(); });
}

/// As long as the link is down nothing is on its way, whatever is tried.
void SyncController::run(bool running) {
    m_running = running;
    if (m_session)
        m_session->setSending(running && problem().isEmpty());
}

void SyncController::hear(const runtime::SyncSnapshot& news) {
    const bool ended = news.syncs != m_syncs;
    if (ended)
        m_problem = news.last.words;
    run(news.running);
    if (ended) {
        m_syncs = news.syncs;
        m_pushed = static_cast<int>(news.last.pushed);
        m_pulled = static_cast<int>(news.last.pulled);
        if (!news.last.notice.zh.empty())
            m_notice = news.last.notice;
        if (m_session)
            m_session->touch();
        hearOfPress(news);
    }
    if (news.steps != m_steps) {
        m_steps = news.steps;
        hearOfStep();
    }
    if (news.histories != m_histories && m_session) {
        m_histories = news.histories;
        m_session->touch();
        emit historyEnded(toQt(toText(news.historyOf)),
                          plainWords(toQt(news.history.words, m_session->spoken())));
    }
    emit changed();
}

/// The button answered at once; what came of it is said when it is known, if it is not what was hoped for.
void SyncController::hearOfPress(const runtime::SyncSnapshot& news) {
    const protocol::Trouble trouble = news.last.trouble;
    if (!m_pressed || !news.pressed || (trouble == protocol::Trouble::None && news.last.more))
        return;
    m_pressed = false;
    const bool byItself =
        protocol::healingOf(trouble) == protocol::Healing::ByWaiting && !news.last.recordsThrough;
    if (trouble != protocol::Trouble::None)
        emit missed(byItself ? QString() : problem());
}

/// No more than what moves is read: it comes once a second.
void SyncController::hearOfStep() {
    if (!m_session || !m_session->station())
        return;
    const auto left = m_session->station()->attachmentCounts();
    m_status.blobsWaiting = left.waiting;
    m_status.blobBytesWaiting = left.waitingBytes;
    emit moved();
}

QString SyncController::recordsSize() const {
    return waiting() > 0 ? spokenSize(m_status.bytesWaiting) : QString();
}

QString SyncController::filesSize() const {
    return filesWaiting() > 0 ? spokenSize(m_status.blobBytesWaiting) : QString();
}

void SyncController::linkChanged() {
    if (m_thread)
        m_thread->enrolled();
}

void SyncController::understood() {
    m_notice = {};
    emit changed();
}

bool SyncController::fetchHistory(RecordId id) {
    if (m_thread)
        m_thread->fetchHistory(id);
    return m_thread != nullptr;
}

QString SyncController::notice() const {
    return m_session ? toQt(m_notice, m_session->spoken()) : QString();
}

bool SyncController::syncNow() {
    return press(&runtime::SyncThread::syncNow);
}

bool SyncController::syncRecordsNow() {
    return press(&runtime::SyncThread::syncRecordsNow);
}

bool SyncController::press(void (runtime::SyncThread::*what)()) {
    if (!m_thread)
        return false;
    (*m_thread.*what)();
    m_pressed = true;
    run(true);
    emit changed();
    return true;
}

QString SyncController::lastSuccess() const {
    if (!m_session || !m_status.lastSuccess)
        return {};
    return spokenTime(*m_status.lastSuccess, m_session->clock().now(), m_session->spoken());
}

QString SyncController::problem() const {
    if (!m_session)
        return {};
    const Text& told = m_problem == Text{} ? m_status.lastProblem : m_problem;
    return plainWords(toQt(told, m_session->spoken()));
}

QString SyncController::clockNote() const {
    return m_session ? toQt(m_status.clockNote, m_session->spoken()) : QString();
}

QString SyncController::link() const {
    if (!m_status.enrolled)
        return QStringLiteral("none");
    if (m_running)
        return QStringLiteral("connecting");
    if (!problem().isEmpty())
        return QStringLiteral("failing");
    return m_status.lastSuccess ? QStringLiteral("fine") : QStringLiteral("unknown");
}

QString SyncController::mood() const {
    if (!m_status.known || m_status.conflicts + m_status.refused + m_status.returned > 0)
        return QStringLiteral("attention");
    if (waiting() + filesWaiting() > 0)
        return QStringLiteral("waiting");
    return link() == QLatin1String("failing") ? QStringLiteral("waiting") : QStringLiteral("calm");
}

}  // namespace fayi::ui
