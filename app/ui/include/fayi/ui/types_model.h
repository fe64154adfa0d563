// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The record types a person works with, reference data left out, in the order of the office's day.
class TypesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,  ///< "service-visit"
        LabelRole,
        DescriptionRole,
        MarkRole,  ///< one character that stands for the type
        MayCreateRole,
        RecordsRole  ///< how many there are
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE QString nameAt(int row) const;
    Q_INVOKABLE QString labelOf(const QString& name) const;

signals:
    void sessionChanged();
    void countChanged();

private:
    struct Row {
        const schema::RecordType* type = nullptr;
        std::uint64_t records = 0;
    };
    void load();
    void recount();

    StationSession* m_session = nullptr;
    std::vector<Row> m_rows;
};

}  // namespace fayi::ui
