// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>

#include "fayi/station/review.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// What was submitted and waits for the look of the person at the desk, oldest first.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// Only this record type, only this unit; empty: all.
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY loaded)
    Q_PROPERTY(QString org READ org WRITE setOrg NOTIFY loaded)
    /// Of a district section: also what the offices may verify themselves.
    Q_PROPERTY(bool officesToo READ officesToo WRITE setOfficesToo NOTIFY loaded)
    /// There is such a choice.
    Q_PROPERTY(bool mayWiden READ mayWiden NOTIFY loaded)
    /// This person reviews anything at all.
    Q_PROPERTY(bool mayReview READ mayReview NOTIFY loaded)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    /// All that wait, shown or not, whatever is filtered.
    Q_PROPERTY(int waiting READ waiting NOTIFY loaded)
    /// Of this filter, shown or not.
    Q_PROPERTY(int total READ total NOTIFY loaded)
    /// [{code,label}], the first one for all.
    Q_PROPERTY(QVariantList types READ types NOTIFY loaded)
    Q_PROPERTY(QVariantList orgs READ orgs NOTIFY loaded)
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        TitleRole,
        SecondaryRole,  ///< type, day, place, who wrote last and when
        WordRole,       ///< submitted|again|changed|conflict
        StandingRole    ///< restricted, or empty
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString type() const { return m_type; }
    void setType(const QString& type);
    QString org() const { return m_org; }
    void setOrg(const QString& org);
    bool officesToo() const { return m_officesToo; }
    void setOfficesToo(bool officesToo);
    bool mayWiden() const;
    bool mayReview() const;
    int count() const { return static_cast<int>(m_queue.records.size()); }
    int waiting() const;
    int total() const { return static_cast<int>(m_queue.total); }
    QVariantList types() const;
    QVariantList orgs() const;
    QString problem() const;

    /// Empty beyond the ends.
    Q_INVOKABLE QString idAt(int row) const;
    /// -1: it waits no more.
    Q_INVOKABLE int rowOf(const QString& recordId) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void loaded();

private:
    void load();
    QString secondary(const station::Record& record) const;

    StationSession* m_session = nullptr;
    QString m_type, m_org;
    bool m_officesToo = false;
    station::ReviewQueue m_queue;
    Text m_problem;
};

}  // namespace fayi::ui
