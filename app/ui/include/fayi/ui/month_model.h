// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <vector>

#include "fayi/station/month.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What there is of this month: a row is a record type with its number; and the villages that wait.
class MonthModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// "This month (11)" in the words of the person.
    Q_PROPERTY(QString title READ title NOTIFY countChanged)
    /// How many villages have no visit this month, and their names as far as they are few.
    Q_PROPERTY(int waiting READ waiting NOTIFY countChanged)
    Q_PROPERTY(QString waitingNames READ waitingNames NOTIFY countChanged)
    /// Every village of this person was visited.
    Q_PROPERTY(bool allVisited READ allVisited NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,  ///< of the record type
        LabelRole,
        RecordsRole,
        OpenRole  ///< of these, how many still have to be submitted
    };
    /// Villages that are named.
    static constexpr std::size_t kNamed = 6;

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    int count() const { return static_cast<int>(m_counts.size()); }
    QString title() const;
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    QString waitingNames() const;
    bool allVisited() const { return m_villages > 0 && m_waiting.empty(); }

    /// [{recordId,title,secondary,word}] of a record type.
    Q_INVOKABLE QVariantList recordsOf(const QString& type) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();

private:
    void load();

    StationSession* m_session = nullptr;
    std::vector<station::Month::Count> m_counts;
    std::size_t m_villages = 0;
    std::vector<std::string> m_waiting;
};

}  // namespace fayi::ui
