// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The record types of a person's work, reference data left out: all of them by group, or the few that they
/// write most.
class TypesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Why numbers of records are not known; empty: they are.
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)
    /// Only the few that this person may write, those with the most records first. Settled when the store is
    /// opened: what is at hand does not move under it.
    Q_PROPERTY(bool nearOnly READ nearOnly WRITE setNearOnly NOTIFY nearOnlyChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,  ///< "service-visit"
        LabelRole,
        DescriptionRole,
        MarkRole,  ///< one character that stands for the type
        MayCreateRole,
        RecordsRole,  ///< how many there are; -1: it cannot be read
        GroupRole,    ///< the name of its group; empty if it has none
        FirstRole     ///< it begins its group
    };

    /// How many are near.
    static constexpr std::size_t kNear = 5;

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool nearOnly() const { return m_nearOnly; }
    void setNearOnly(bool nearOnly);
    QString problem() const;
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Q_INVOKABLE QString nameAt(int row) const;
    Q_INVOKABLE QString labelOf(const QString& name) const;
    Q_INVOKABLE bool has(const QString& name) const;

signals:
    void sessionChanged();
    void countChanged();
    void nearOnlyChanged();

private:
    struct Row {
        const schema::RecordType* type = nullptr;
        std::int64_t records = 0;  ///< -1: not known
    };
    void load();
    void recount();
    std::int64_t countOf(const schema::RecordType& type);
    /// Where the group stands among the groups; after all of them if it is none.
    std::size_t groupPlace(const std::string& group) const;
    QString groupLabel(const std::string& group) const;
    void sortByGroup();
    void keepNear();

    StationSession* m_session = nullptr;
    bool m_nearOnly = false;
    std::vector<Row> m_rows;
    Text m_problem;
};

}  // namespace fayi::ui
