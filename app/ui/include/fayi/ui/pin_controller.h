// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>
#include <functional>
#include <thread>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Asks for PINs, sets and removes them, on a thread of its own: one takes a second to look at, and the
/// window goes on drawing.
class PinController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// Why it was not taken, with the time that is left of a wait; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Until the next PIN is looked at; 0: now.
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)

public:
    explicit PinController(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString problem() const;
    int waitSeconds() const;

    /// Forgets the last answer, and learns whether this person has to wait.
    Q_INVOKABLE void look(qlonglong person);
    /// Sits that person down if the PIN is theirs; done() tells.
    Q_INVOKABLE void enter(qlonglong person, const QString& pin);
    /// Of who sits here; `old` is asked only where there is one. The new one is typed twice.
    Q_INVOKABLE void change(const QString& old, const QString& pin, const QString& again);
    Q_INVOKABLE void remove(const QString& old);

signals:
    void sessionChanged();
    void changed();
    /// The PIN was right, and what was asked for is done.
    void done();

private:
    using Work = std::function<Result<station::PinTry>(station::Seats&)>;
    using Then = std::function<void()>;
    void ask(Work work, Then then);
    void end(const Result<station::PinTry>& answer, const Then& then);
    void wait(Millis wait);

    StationSession* m_session = nullptr;
    bool m_running = false;
    Text m_problem;
    station::PinTry m_tried;
    Millis m_waitUntil{0};  ///< of the steady clock
    QTimer m_tick;
    std::jthread m_thread;
};

}  // namespace fayi::ui
