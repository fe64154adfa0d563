// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/station/sync_days.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The syncs of each day, the newest first: a week at first, a month more with each wish.
class SyncDaysModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    /// There are earlier days than those shown.
    Q_PROPERTY(bool more READ more NOTIFY loaded)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)

public:
    enum Role {
        DayRole = Qt::UserRole + 1,  ///< "11月27日"
        TriesRole,                   ///< how many there were, and how many of them did not work
        CarriedRole,                 ///< what went and came, and what it took
        ProblemRole                  ///< of the last that did not work; empty: all did
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int count() const { return static_cast<int>(m_days.size()); }
    bool more() const { return m_more; }
    QString problem() const;

    Q_INVOKABLE void showMore();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void loaded();

private:
    void load();
    QString tries(const station::SyncDay& day) const;
    QString carried(const station::SyncDay& day) const;

    StationSession* m_session = nullptr;
    std::uint64_t m_most = 7;
    bool m_more = false;
    Text m_problem;
    std::vector<station::SyncDay> m_days;
};

}  // namespace fayi::ui
