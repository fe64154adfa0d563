// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>

#include "fayi/station/anew.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What is seldom done to a store that is in order: everything here put beside, or everything of the district
/// read once more. It asks for nothing: whoever shows it has asked for the PIN.
///
/// It outlives the pages: putting everything beside takes them all away.
class DangerController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    /// False: what is only here could not be counted; see `problem`.
    Q_PROPERTY(bool known READ known NOTIFY changed)
    /// What is here and nowhere else, of everybody who works on this computer; as look() found it.
    Q_PROPERTY(int records READ records NOTIFY changed)
    Q_PROPERTY(int files READ files NOTIFY changed)
    Q_PROPERTY(QString filesSize READ filesSize NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    Q_PROPERTY(int forms READ forms NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// Why the last one did not work, in plain words; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool known() const { return m_known; }
    int records() const { return static_cast<int>(m_only.records); }
    int files() const { return static_cast<int>(m_only.files); }
    QString filesSize() const;
    int refused() const { return static_cast<int>(m_only.refused); }
    int forms() const { return static_cast<int>(m_only.forms); }
    bool running() const { return m_running; }
    QString problem() const;

    /// Counts what is only here, and forgets the last problem.
    Q_INVOKABLE void look();
    /// Puts the data folder beside, once nobody is at work in it; moved() or missed() tells.
    Q_INVOKABLE void putAside();
    /// The next sync brings everything of the district once more. False: see `problem`.
    Q_INVOKABLE bool readAnew();

signals:
    void changed();
    /// The place is free; what was there lies in `aside` now.
    void moved(const QString& aside);
    /// All is as it was.
    void missed(const QString& problem);

private:
    void putAside(int patience);
    Status move();
    void end(const Status& status);

    StationSession* m_session = nullptr;
    bool m_known = false, m_running = false;
    station::OnlyHere m_only;
    QString m_aside;
    Text m_problem;
};

}  // namespace fayi::ui
