// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <thread>
#include <vector>

#include "fayi/station/month.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What there is of this month: a row is a record type with its number; and the villages that wait. Counted
/// on a thread of its own, one count at a time; what changes meanwhile is counted after it, and what was
/// counted for somebody else is not shown.
class MonthModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// It was counted for whoever sits here; before that nothing can be said.
    Q_PROPERTY(bool known READ known NOTIFY countChanged)
    Q_PROPERTY(bool counting READ counting NOTIFY countChanged)
    /// "This month (11)" in the words of the person.
    Q_PROPERTY(QString title READ title NOTIFY countChanged)
    /// How many villages have no visit this month, and their names as far as they are few.
    Q_PROPERTY(int waiting READ waiting NOTIFY countChanged)
    Q_PROPERTY(QString waitingNames READ waitingNames NOTIFY countChanged)
    /// Every village of this person was visited.
    Q_PROPERTY(bool allVisited READ allVisited NOTIFY countChanged)
    /// Why it could not be counted, or its records not be read; empty: all is known.
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)

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
    int count() const { return static_cast<int>(m_month.counts.size()); }
    bool known() const { return m_known; }
    bool counting() const { return m_counting; }
    QString title() const;
    int waiting() const { return static_cast<int>(m_month.waiting.size()); }
    QString waitingNames() const;
    bool allVisited() const { return m_month.villages > 0 && m_month.waiting.empty(); }
    QString problem() const;

    /// [{recordId,title,secondary,word}] of a record type; null: `problem` says why not.
    Q_INVOKABLE QVariant recordsOf(const QString& type);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();

private:
    struct Count {
        std::string type;
        std::uint64_t records = 0, open = 0;
    };
    struct Counted {
        std::vector<Count> counts;
        std::size_t villages = 0;
        std::vector<std::string> waiting;
    };
    static Result<Counted> countIn(station::Station& station);
    void begin();
    void load();
    void end(const Result<Counted>& counted);
    void show(Counted counted, bool known);

    StationSession* m_session = nullptr;
    Counted m_month;
    Text m_problem;
    bool m_known = false, m_counting = false;
    bool m_again = false;   ///< something changed meanwhile
    bool m_others = false;  ///< what is being counted is of whoever sat here before
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
