// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QStringList>
#include <QUrl>
#include <thread>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The records of this computer into one file, and from one; on a thread of its own.
class BackupController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// What came of the last one, in plain words; empty before.
    Q_PROPERTY(QString told READ told NOTIFY changed)
    Q_PROPERTY(bool failed READ failed NOTIFY changed)
    /// When the last backup was made here, in words; empty: none is known of.
    Q_PROPERTY(QString lastMade READ lastMade NOTIFY changed)
    /// The folders where earlier restores put what was here before.
    Q_PROPERTY(QStringList kept READ kept NOTIFY changed)

public:
    using QObject::QObject;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString told() const;
    bool failed() const { return m_failed; }
    QString lastMade() const;
    QStringList kept() const;

    /// A new file among the person's documents, named after this computer and day.
    Q_INVOKABLE QUrl suggestedFile() const;
    /// Does nothing while one is under way; nor does restore().
    Q_INVOKABLE void write(const QUrl& file);
    /// The backup takes the place of what is here; StationSession::restored() tells of the end.
    Q_INVOKABLE void restore(const QUrl& file);
    /// What the last one came to.
    Q_INVOKABLE void forget();

signals:
    void changed();

private:
    bool begin();
    void end(const Text& told, bool failed);
    void putInPlace(const std::filesystem::path& prepared, int patience);

    StationSession* m_session = nullptr;
    bool m_running = false, m_failed = false;
    Text m_told;
    std::jthread m_thread;
};

}  // namespace fayi::ui
