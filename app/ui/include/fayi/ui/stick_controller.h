// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QUrl>
#include <thread>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Exchange by stick: what is unsent goes into a sealed file, the answer of the district comes from one. On a
/// thread of its own over a store connection of its own.
class StickController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// What came of the last one, in plain words; empty before.
    Q_PROPERTY(QString told READ told NOTIFY changed)
    /// It did not work, or something is left to be done.
    Q_PROPERTY(bool troubled READ troubled NOTIFY changed)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString told() const;
    bool troubled() const { return m_troubled; }

    /// Where to write if the person does not say otherwise: named after this computer and day.
    Q_INVOKABLE QUrl suggestedFile() const;
    /// Does nothing while one is under way.
    Q_INVOKABLE void write(const QUrl& file, bool attachments);
    /// One file, or all parts of one.
    Q_INVOKABLE void read(const QList<QUrl>& files);

signals:
    void sessionChanged();
    void changed();
    /// An answer was applied.
    void applied();

private:
    using Work = std::function<Result<station::BundleReport>(station::Station&)>;
    void run(Work work);
    void end(const Result<station::BundleReport>& result);

    StationSession* m_session = nullptr;
    bool m_running = false, m_troubled = false;
    Text m_told;
    std::jthread m_thread;
};

}  // namespace fayi::ui
