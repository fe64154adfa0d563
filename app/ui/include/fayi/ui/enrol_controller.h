// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <memory>
#include <thread>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Joins a district with a one-time code, on a thread of its own: the window stays alive however slow the
/// line is. A store is made first if there is none; it stays if the hub cannot be reached, and works without.
class EnrolController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// Why it did not work, in plain words; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString problem() const;

    /// `certificate`: a file with the authority of the hub's certificate; may be empty. `name` is for a store
    /// that is made now. False: something is missing, see `problem`.
    Q_INVOKABLE bool enrol(const QString& server, const QString& code, const QString& certificate,
                           const QString& name);

signals:
    void sessionChanged();
    void changed();
    void enrolled();

private:
    void end(const Status& status);

    StationSession* m_session = nullptr;
    bool m_running = false;
    Text m_problem;
    std::jthread m_thread;
};

}  // namespace fayi::ui
