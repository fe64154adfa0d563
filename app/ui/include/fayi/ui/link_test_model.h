// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <optional>
#include <thread>

#include "fayi/station/link_report.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The way to the district, tried step by step on a thread of its own over a store connection of its own.
/// Empty until somebody asks. Whoever destroys it while it runs waits for the step that is under way: a few
/// seconds, at most the client's time-out.
class LinkTestModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Everything was found in order.
    Q_PROPERTY(bool fine READ fine NOTIFY changed)
    /// Why it could not be tried at all; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        StepRole = Qt::UserRole + 1,  ///< what was tried
        StateRole,                    ///< ok|failed|skipped
        FoundRole,                    ///< what was found, and how long it took
        AdviceRole                    ///< what to do about it; of a step that failed
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool running() const { return m_running; }
    int count() const { return m_report ? static_cast<int>(m_report->steps.size()) : 0; }
    bool fine() const { return m_report && m_report->ok(); }
    QString problem() const;

    /// Does nothing while it runs.
    Q_INVOKABLE void start();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void changed();

private:
    void end(const Result<station::LinkReport>& result);
    void speakAgain();

    StationSession* m_session = nullptr;
    bool m_running = false;
    std::optional<station::LinkReport> m_report;
    Text m_problem;
    std::jthread m_thread;
};

}  // namespace fayi::ui
