// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// Every version of one record, newest first: who, when, on which computer, what was written, what became of
/// it.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)

public:
    enum Role {
        VersionRole = Qt::UserRole + 1,
        ByRole,
        StationRole,
        WhenRole,
        WritesRole,  ///< [{label,text}]
        StateRole,   ///< shown|superseded|sibling|refused
        ClaimedRole  ///< when its author's clock said it was, if that was wrong; else empty
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    int count() const { return static_cast<int>(m_entries.size()); }
    QString problem() const;

    /// Writes what that version wrote once more, as a new change.
    Q_INVOKABLE bool restore(const QString& version);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void recordIdChanged();
    void countChanged();

private:
    void load();
    QVariantList writesOf(const station::HistoryEntry& entry) const;

    StationSession* m_session = nullptr;
    QString m_id;
    const schema::RecordType* m_type = nullptr;
    schema::Json m_shown;
    Text m_problem;
    std::vector<station::HistoryEntry> m_entries;
};

}  // namespace fayi::ui
