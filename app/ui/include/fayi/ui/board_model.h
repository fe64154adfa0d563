// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <thread>
#include <vector>

#include "fayi/station/board.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What the units below one have recorded, those first that have not reported, and that were silent longest.
/// Counted on a thread of its own: a district holds many records.
class BoardModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// The unit whose units are shown; empty: that of the person.
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY asked)
    Q_PROPERTY(int year READ year WRITE setYear NOTIFY asked)
    /// After how many days without a visit a village, and without any report a unit, counts as silent.
    Q_PROPERTY(int silentDays READ silentDays WRITE setSilentDays NOTIFY asked)
    /// It is being counted.
    Q_PROPERTY(bool counting READ counting NOTIFY loaded)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    /// Only those that have not reported for that long; and how many these are.
    Q_PROPERTY(bool onlyOverdue READ onlyOverdue WRITE setOnlyOverdue NOTIFY loaded)
    Q_PROPERTY(int overdue READ overdue NOTIFY loaded)
    /// The units from the person's own down to the one that is shown: [{code,label}].
    Q_PROPERTY(QVariantList path READ path NOTIFY asked)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)
    /// Who sits here may lock a period.
    Q_PROPERTY(bool mayLock READ mayLock NOTIFY asked)
    /// The file that the last export became; empty: none, or it failed.
    Q_PROPERTY(QString file READ file NOTIFY exported)
    /// Where files go: the person's documents, unless told otherwise.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY exported)
    Q_PROPERTY(QString exportProblem READ exportProblem NOTIFY exported)

public:
    enum Role {
        UnitRole = Qt::UserRole + 1,
        NameRole,
        BelowRole,  ///< there are units below it
        RecordsRole,
        SubmittedRole,
        VerifiedRole,
        ReturnedRole,
        LastDayRole,  ///< in words; empty: nothing happened yet
        HeardRole,
        OverdueRole,    ///< "has not reported since …"; empty: it has
        ComputersRole,  ///< its computers and when something of each was written last: lines
        SilentRole,     ///< "no visit logged since …"; empty: none is silent
        LockRole        ///< until when its records are locked, and by the lock of which unit; empty: open
    };

    explicit BoardModel(QObject* parent = nullptr);

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString unit() const { return m_parent; }
    void setUnit(const QString& unit);
    int year() const { return m_year; }
    void setYear(int year);
    int silentDays() const { return m_silentDays; }
    void setSilentDays(int days);
    bool counting() const { return m_counting; }
    int count() const { return static_cast<int>(m_rows.size()); }
    bool onlyOverdue() const { return m_onlyOverdue; }
    void setOnlyOverdue(bool only);
    int overdue() const;
    QVariantList path() const;
    QString problem() const;
    bool mayLock() const;
    QString file() const { return m_file; }
    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    QString exportProblem() const;

    Q_INVOKABLE int thisYear() const;
    Q_INVOKABLE QString nameOf(const QString& unit) const;
    /// [{recordId,title,secondary,word}] of the year; `state` empty: of any.
    Q_INVOKABLE QVariantList recordsOf(const QString& unit, const QString& state) const;
    /// What is shown, as a workbook. False: see `exportProblem`.
    Q_INVOKABLE bool exportTable();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void asked();
    void loaded();
    void exported();

private:
    using Rows = std::vector<station::BoardRow>;
    void begin();
    void load();
    void end(const Result<Rows>& rows);
    station::BoardQuestion question() const;
    void choose();
    QString overdueSince(const station::BoardRow& row) const;
    QStringList computersOf(const station::BoardRow& row) const;
    QString silence(const station::BoardRow& row) const;
    QString lockOf(const station::BoardRow& row) const;

    StationSession* m_session = nullptr;
    QString m_parent, m_folder, m_file;
    int m_year = 0, m_silentDays = 31;
    bool m_counting = false, m_again = false, m_onlyOverdue = false;
    Text m_problem, m_exportProblem;
    Rows m_all, m_rows;  ///< what was counted, and of it what is shown
    std::jthread m_thread;
};

}  // namespace fayi::ui
