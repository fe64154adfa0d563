// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <thread>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What laws and local rules want done soon, overdue first; as many as a person can look at in one go, and
/// more when they ask. Found on a thread of its own: it looks at every record that a clock may run on.
class DueModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// It is being found out.
    Q_PROPERTY(bool looking READ looking NOTIFY countChanged)
    /// How many there are that are not shown, and how many of these are overdue.
    Q_PROPERTY(int more READ more NOTIFY countChanged)
    Q_PROPERTY(int moreOverdue READ moreOverdue NOTIFY countChanged)
    /// Why it could not be found out; empty: it was.
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,  ///< of the record; empty for what is due each year
        TitleRole,                  ///< what is to be done, with which record
        WhenRole,                   ///< until when, how long that is, and which rule says so
        WordRole,                   ///< overdue|today|soon
        StandingRole                ///< restricted, or empty
    };
    static constexpr std::size_t kRows = 8;
    /// So many come at a press: some screens full, and still laid out at once.
    static constexpr std::size_t kStep = 40;

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int count() const { return static_cast<int>(std::min(m_found.size(), m_shown)); }
    bool looking() const { return m_looking; }
    int more() const { return static_cast<int>(m_found.size()) - count(); }
    QString problem() const;

    int moreOverdue() const;

    Q_INVOKABLE void showMore();
    /// Back to the few that come first.
    Q_INVOKABLE void showFirst();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();

private:
    using Found = std::vector<station::Due>;

    void load();
    void end(const Result<Found>& found);
    QString when(const station::Due& due) const;

    StationSession* m_session = nullptr;
    Found m_found;
    std::size_t m_shown = kRows;  ///< at most
    Text m_problem;
    bool m_looking = false;
    bool m_again = false;   ///< something changed meanwhile
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
