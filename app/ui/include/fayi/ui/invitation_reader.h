// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QUrl>
#include <functional>
#include <thread>

#include "fayi/station/invitation.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Reads what a district hands out to join it: a picture with a QR code, or a text; from a file, from the
/// clipboard, from what is typed. On a thread of its own: a photo takes its time.
class InvitationReader : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// Why nothing was found, in words; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// There is something in the clipboard that may be an invitation.
    Q_PROPERTY(bool canPaste READ canPaste NOTIFY canPasteChanged)

public:
    explicit InvitationReader(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString problem() const;
    bool canPaste() const;

    /// Does nothing while one is being read; nor does paste().
    Q_INVOKABLE void readFile(const QUrl& file);
    Q_INVOKABLE void paste();
    /// True: these letters are an invitation, whole or broken, and were read at once.
    Q_INVOKABLE bool readText(const QString& text);

signals:
    void changed();
    void canPasteChanged();
    void found(const QString& server, const QString& code);

private:
    using Read = std::function<Result<station::Invitation>()>;
    void run(Read read);
    void end(const Result<station::Invitation>& invitation);

    StationSession* m_session = nullptr;
    bool m_running = false;
    Text m_problem;
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
