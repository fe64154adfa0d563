// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What left this computer as a file: who, when, what, which file, and why; the newest first.
class ExportLedgerModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)

public:
    enum Role {
        WhatRole = Qt::UserRole + 1,  ///< "法律咨询，12 条"
        WhoRole,                      ///< who and when
        NamedRole,                    ///< persons can be recognised in it
        ReasonRole,
        FileRole,
        SumRole,    ///< the SHA-256 of the file
        FilterRole  ///< which of the records; of others' exports what they searched for is not told
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int count() const { return static_cast<int>(m_rows.size()); }
    QString problem() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE void load();

signals:
    void sessionChanged();
    void loaded();

private:
    struct Row {
        QString what, who, reason, file, sum, filter;
        bool named = false;
    };

    StationSession* m_session = nullptr;
    Text m_problem;
    std::vector<Row> m_rows;
};

}  // namespace fayi::ui
