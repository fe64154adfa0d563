// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QVariantList>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The figures of one report over what this computer holds, for a period; and the records behind each of
/// them. Only verified records count.
class FiguresModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// The first and the last day, "2025-01-01"; both included. At the beginning: the year that runs.
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY periodChanged)
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY periodChanged)
    Q_PROPERTY(QString title READ title NOTIFY loaded)
    Q_PROPERTY(int count READ count NOTIFY loaded)
    /// Why there are no figures; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY loaded)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        LabelRole,
        ShownRole,  ///< as the report prints it
        UnitRole,
        DefinitionRole,
        PartialRole,  ///< what the full definition counts and this does not; may be empty
        RecordsRole,  ///< how many records are behind it
        BeforeRole,  ///< the same days of the year before, as the report prints them; empty: it does not tell
        ChangeRole   ///< how much that is more or less, in words; empty where there is nothing to compare
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString from() const { return m_from; }
    void setFrom(const QString& from);
    QString to() const { return m_to; }
    void setTo(const QString& to);
    QString title() const;
    int count() const { return static_cast<int>(m_figures.size()); }
    QString problem() const;

    /// The whole of a year, "2025".
    Q_INVOKABLE void showYear(int year);
    /// The year that runs now, in China.
    Q_INVOKABLE int thisYear() const;
    Q_INVOKABLE QString labelOf(const QString& figure) const;
    /// [{recordId,title,secondary,word}] of exactly the records behind a figure.
    Q_INVOKABLE QVariantList recordsBehind(const QString& figure) const;

    /// The months of the year that `to` lies in: [{month,label,now,before,shown,shownBefore}]; now and before
    /// are numbers, or missing.
    Q_INVOKABLE QVariantList monthsOf(const QString& figure) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void periodChanged();
    void loaded();

private:
    void load();
    QString changeOf(const station::FigureValue& figure) const;

    StationSession* m_session = nullptr;
    QString m_from, m_to;
    Text m_problem;
    std::vector<station::FigureValue> m_figures;
};

}  // namespace fayi::ui
