// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>
#include <filesystem>
#include <functional>
#include <thread>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The ways on from a store that is damaged: a backup in its place, or an empty place; the damaged data are
/// kept either way. On a thread of its own: a backup may be large. The session stays as it was until goOn(),
/// so that the person can read where the damaged data are.
class RescueController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// Where the damaged data are kept by now; empty: they are where they were.
    Q_PROPERTY(QString kept READ kept NOTIFY changed)
    /// A backup stands in their place.
    Q_PROPERTY(bool restored READ restored NOTIFY changed)
    /// Why it did not work, in plain words; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString kept() const { return m_kept; }
    bool restored() const { return m_restored; }
    QString problem() const;

    /// A backup file takes the place of the damaged data.
    Q_INVOKABLE void restore(const QUrl& backup);
    /// Nothing does; the next page is that of a new computer.
    Q_INVOKABLE void startAnew();
    Q_INVOKABLE void goOn();

signals:
    void sessionChanged();
    void changed();

private:
    using Work = std::function<Result<std::filesystem::path>()>;
    void run(bool restores, Work work);
    void end(bool restores, const Result<std::filesystem::path>& kept);

    StationSession* m_session = nullptr;
    bool m_running = false, m_restored = false;
    QString m_kept;
    Text m_problem;
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
