// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <thread>
#include <vector>

#include "fayi/station/locks.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The months that are over, which of them are locked, and what in them is not verified yet. Counted, and
/// asked of the hub, on a thread of its own.
class LocksModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// False: only who may do what is told, and nothing is counted.
    Q_PROPERTY(bool counts READ counts WRITE setCounts NOTIFY sessionChanged)
    /// Who sits here may lock, or open again.
    Q_PROPERTY(bool mayLock READ mayLock NOTIFY loaded)
    Q_PROPERTY(bool mayLift READ mayLift NOTIFY loaded)
    /// [{code,label}] of the units that can be locked.
    Q_PROPERTY(QVariantList units READ units NOTIFY loaded)
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY loaded)
    Q_PROPERTY(QString unitLabel READ unitLabel NOTIFY loaded)
    /// Up to when the unit is locked, in words; empty: it is open.
    Q_PROPERTY(QString lockedUntil READ lockedUntil NOTIFY loaded)
    /// The unit above whose lock that is; empty: its own.
    Q_PROPERTY(QString lockedWith READ lockedWith NOTIFY loaded)
    /// It is being counted; the hub is being asked.
    Q_PROPERTY(bool counting READ counting NOTIFY loaded)
    Q_PROPERTY(bool asking READ asking NOTIFY loaded)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)
    /// What came of the last lock; empty: nothing yet, or it failed.
    Q_PROPERTY(QString told READ told NOTIFY loaded)

public:
    enum Role {
        MonthRole = Qt::UserRole + 1,  ///< "2026年5月"
        EndRole,                       ///< "2026-05-31"
        LockedRole,
        RecordsRole,
        VerifiedRole,
        UnverifiedRole,
        LastLockedRole  ///< the newest month that is locked by the unit's own lock
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool counts() const { return m_counts; }
    void setCounts(bool counts);
    bool mayLock() const;
    bool mayLift() const;
    QVariantList units() const;
    QString unit() const;
    void setUnit(const QString& unit);
    QString unitLabel() const;
    QString lockedUntil() const;
    QString lockedWith() const;
    bool counting() const { return m_counting; }
    bool asking() const { return m_asking; }
    int count() const { return static_cast<int>(m_rows.size()); }
    QString problem() const;
    QString told() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What locking up to the end of that month would close beside what is closed: {month, end, submitted,
    /// returned, drafts, unverified, records}.
    Q_INVOKABLE QVariantMap closing(int row) const;
    /// Locks the unit up to a day; empty: opens it. `locked` or `problem` tells. Does nothing while it asks.
    Q_INVOKABLE void lock(const QString& until);
    /// The day before the month of a row: opening the month leaves what is before it locked.
    Q_INVOKABLE QString dayBefore(int row) const;

signals:
    void sessionChanged();
    void loaded();
    /// The hub did what was asked; the next sync brings it.
    void locked();

private:
    using Rows = std::vector<station::MonthLock>;
    /// As a connection sees it that was opened for it: the session hears of new locks when it next writes.
    struct Answer {
        Rows rows;
        std::string until, by;
    };
    void begin();
    void load();
    void end(const Result<Answer>& answer);
    QString nameOf(const std::string& unit) const;
    QString monthOf(const station::MonthLock& row) const;
    std::string effectiveUnit() const;

    StationSession* m_session = nullptr;
    QString m_unit;  ///< empty: that of the person
    bool m_counts = true, m_counting = false, m_again = false, m_asking = false;
    Text m_problem, m_told;
    Rows m_rows;
    std::string m_until, m_by;  ///< up to when the unit is locked, and by the lock of which unit
    std::jthread m_thread, m_asker;
};

}  // namespace fayi::ui
