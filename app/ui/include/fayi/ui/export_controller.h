// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QStringList>
#include <stop_token>
#include <thread>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// A list as a file that leaves: what it shows, without what tells who people are, unless that is asked for
/// with a reason. On a thread of its own over a store connection of its own; a file is there when it is whole
/// and in the ledger.
class ExportController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// The file that the last export became; empty: none, or it failed.
    Q_PROPERTY(QString file READ file NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY changed)
    /// Records that are kept and protected, and so were left out.
    Q_PROPERTY(int restricted READ restricted NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Where files go: the person's documents, unless told otherwise.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)

public:
    explicit ExportController(QObject* parent = nullptr);
    ~ExportController() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    QString file() const { return m_file; }
    int records() const { return m_records; }
    int restricted() const { return m_restricted; }
    QString problem() const;
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);

    /// The records of a type that `where` and `words` find, in that order. `reason` empty: without what tells
    /// who people are; else with it. Does nothing while one is under way.
    Q_INVOKABLE void exportList(const QString& type, const QString& where, const QString& words,
                                const QString& order, const QString& ending, const QString& reason);
    /// Labels of the fields that are masked or left out unless there is a reason, for a look before.
    Q_INVOKABLE QStringList covered(const QString& type) const;
    Q_INVOKABLE void forget();

signals:
    void sessionChanged();
    void changed();
    /// A file was written.
    void done();

private:
    struct Answer;
    void end(const Result<Answer>& answer);

    StationSession* m_session = nullptr;
    QString m_folder, m_file;
    Text m_problem;
    bool m_running = false;
    int m_records = 0, m_restricted = 0;
    std::stop_source m_stop;
    std::jthread m_thread;
};

}  // namespace fayi::ui
