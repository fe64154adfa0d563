// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What waits for a person: what the hub refused, what was returned to them or their unit, what is in
/// conflict; in this order.
class AttentionModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// All that waits, shown or not.
    Q_PROPERTY(int total READ total NOTIFY countChanged)
    Q_PROPERTY(int more READ more NOTIFY countChanged)
    /// Why not all of it is known; empty: it is.
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)

public:
    enum Role {
        KindRole = Qt::UserRole + 1,  ///< refused|returned|conflict
        IdRole,
        TitleRole,
        ReasonRole,
        ChangeRole,    ///< refused: what to mend or discard
        WritesRole,    ///< refused: its content, [{label,text}]
        GoneRole,      ///< refused: discarding it removes the record
        MendableRole,  ///< refused: a form can put it right
        StandingRole   ///< restricted, or empty
    };
    /// Of each kind, as many as a person can look at in one go; a press shows as many more.
    static constexpr std::size_t kRows = 20;

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int count() const { return static_cast<int>(m_rows.size()); }
    int total() const { return static_cast<int>(m_total); }
    int more() const { return total() - count(); }

    Q_INVOKABLE void showMore();
    /// Back to the few that come first.
    Q_INVOKABLE void showFirst();
    QString problem() const;

    /// Drops what was refused, for good.
    Q_INVOKABLE bool discard(const QString& change);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();

private:
    struct Row {
        QString kind, id, title, reason, change;
        QVariantList writes;
        bool gone = false;
        QString standing;
        bool mendable = false;
        bool isLike(const Row& other) const {
            return kind == other.kind && id == other.id && change == other.change;
        }
    };
    void load();
    void read();
    void addRefused();
    QVariantList contentOf(const station::Attention& one) const;
    void addReturned();
    void addConflicts();
    QString titleOf(const station::RecordRow& row) const;

    StationSession* m_session = nullptr;
    std::vector<Row> m_rows;
    std::size_t m_most = kRows;  ///< of each kind
    std::size_t m_total = 0;
    Text m_problem;
};

}  // namespace fayi::ui
