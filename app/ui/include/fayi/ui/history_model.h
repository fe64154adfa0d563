// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"
#include "fayi/ui/sync_controller.h"

namespace fayi::ui {

/// Every version of one record, newest first: who, when, on which computer, what was written, what became of
/// it.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// Asks the hub for what is not here; without it nothing is asked.
    Q_PROPERTY(fayi::ui::SyncController* sync READ sync WRITE setSync NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    /// What is personal is shown.
    Q_PROPERTY(bool uncovered READ uncovered WRITE setUncovered NOTIFY countChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)
    /// Older changes that only the hub may have: none, ask, fetching, offline (asking is of no use now).
    Q_PROPERTY(QString older READ older NOTIFY olderChanged)

public:
    enum Role {
        VersionRole = Qt::UserRole + 1,
        ByRole,
        StationRole,
        WhenRole,
        WritesRole,  ///< [{label,text}]
        StateRole,  ///< shown|superseded|sibling|beside|refused; beside: a sibling that nobody is asked about
        ClaimedRole  ///< when its author's clock said it was, if that was wrong; else empty
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    SyncController* sync() const { return m_sync; }
    void setSync(SyncController* sync);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    bool uncovered() const { return m_uncovered; }
    void setUncovered(bool uncovered);
    int count() const { return static_cast<int>(m_entries.size()); }
    QString problem() const;

    /// Writes what that version wrote once more, as a new change.
    Q_INVOKABLE bool restore(const QString& version);
    QString older() const;
    /// Asks for them; returns at once, and `older` and `problem` tell how it goes.
    Q_INVOKABLE void fetchOlder();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void recordIdChanged();
    void countChanged();
    void olderChanged();

private:
    void load();
    void fetched(const QString& recordId, const QString& problem);
    bool isAsked(const station::HistoryEntry& entry) const;
    QVariantList writesOf(const station::HistoryEntry& entry) const;

    StationSession* m_session = nullptr;
    SyncController* m_sync = nullptr;
    bool m_uncovered = false;
    bool m_whole = true;
    bool m_fetching = false;
    QString m_fetchProblem;  ///< as it was told
    QString m_id;
    const schema::RecordType* m_type = nullptr;
    schema::Json m_shown;
    std::vector<std::string> m_conflicts;
    Text m_problem;
    std::vector<station::HistoryEntry> m_entries;
};

}  // namespace fayi::ui
