// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Notices that no hand was at the computer for a while: no key, no pointer, no finger. A computer that slept
/// counts as one where nobody was.
class IdleWatch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    /// Milliseconds; 0: nothing is noticed.
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY changed)

public:
    explicit IdleWatch(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int limit() const { return m_limit; }
    void setLimit(int milliseconds);

    bool eventFilter(QObject* receiver, QEvent* event) override;

signals:
    void changed();
    /// Once, until a hand is there again.
    void idle();

private:
    bool isOver() const;
    void look();
    void begin();

    StationSession* m_session = nullptr;
    int m_limit = 0;
    bool m_told = false;
    Millis m_last{0}, m_lastSteady{0};
    QTimer m_timer;
};

}  // namespace fayi::ui
