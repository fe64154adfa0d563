// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/danger_controller.h"

#include <QTimer>

#include "fayi/station/restore.h"
#include "fayi/ui/words.h"
#include "follow_session.h"
#include "station_work.h"

namespace fayi::ui {
void DangerController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &DangerController::changed);
    });
    if (fresh)
        emit changed();
}

QString DangerController::filesSize() const {
    return spokenSize(m_only.fileBytes);
}

QString DangerController::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

void DangerController::look() {
    const auto* station = m_session ? m_session->station() : nullptr;
    if (!station || m_running)
        return;
    const auto only = station::onlyHere(*station, m_session->clock());
    m_known = only.ok();
    m_only = only.ok() ? *only : station::OnlyHere();
    m_problem = only.ok() ? Text{} : whyUnread(only.error());
    emit changed();
}

bool DangerController::readAnew() {
    const auto* station = m_session ? m_session->station() : nullptr;
    if (!station || m_running)
        return false;
    const Status asked = station::readAnew(*station);
    m_problem = asked.ok() ? Text{} : asked.error().message;
    emit changed();
    return asked.ok();
}

void DangerController::putAside() {
    if (!m_session || !m_session->ready() || m_session->practising() || m_running)
        return;
    m_running = true;
    m_problem = {};
    emit changed();
    // The pages go with the folder: not while a button of theirs is being pressed.
    QTimer::singleShot(0, this, [this] { putAside(kBusyLooks); });
}

void DangerController::putAside(int patience) {
    if (!m_session)
        return;
    if (m_session->busy() && patience > 0) {
        QTimer::singleShot(kBusyLookMs, this, [this, patience] { putAside(patience - 1); });
        return;
    }
    end(m_session->busy() ? Status(Error{ErrorCode::Unreachable,
                                         {"程序正在做别的事，请等它做完再试",
                                          "something else is at work; try when it has ended"}})
                          : move());
}

/// The session lets go of the folder meanwhile, and with it whoever has a connection of their own.
Status DangerController::move() {
    const QString folder = m_session->folder();
    m_session->setFolder({});
    const auto aside = station::moveAside(fromQt(folder), m_session->clock());
    m_session->setFolder(folder);
    if (!aside)
        return aside.error();
    m_aside = toQt(aside->string());
    return {};
}

void DangerController::end(const Status& status) {
    m_running = false;
    m_problem = status.ok() ? Text{} : status.error().message;
    emit changed();
    if (status.ok())
        emit moved(m_aside);
    else
        emit missed(problem());
}

}  // namespace fayi::ui
