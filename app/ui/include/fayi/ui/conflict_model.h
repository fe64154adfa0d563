// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <set>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The open conflicts of one record: a row is a field that several people wrote without seeing each other.
/// Settling one writes a change like any other; what was not taken stays in the history. What is personal is
/// covered until somebody asks for it, and each look is written down first (station::Reveals).
class ConflictModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(QString title READ title NOTIFY countChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY countChanged)
    /// What is open could not be read: no rows do not mean that nothing is.
    Q_PROPERTY(bool unread READ unread NOTIFY countChanged)

public:
    enum Role {
        FieldRole = Qt::UserRole + 1,  ///< the path
        LabelRole,
        KindRole,      ///< of the field, as an editor wants it; empty: no third value can be typed
        BeforeRole,    ///< what was there before both; empty if it is not known
        SiblingsRole,  ///< [{version,text,by,station,when,mine}]
        ChoicesRole,   ///< [{code,label}] of a choice
        UnitRole,
        CoveredRole,  ///< a part of its values is covered
        JoinedRole    ///< of a long text: all versions in one, for somebody to work over
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    QString title() const { return m_title; }
    int count() const { return static_cast<int>(m_rows.size()); }
    QString problem() const;
    bool unread() const { return !m_unread.zh.empty(); }

    /// Shows the values of a field. False: it could not be written down, `problem` says why.
    Q_INVOKABLE bool reveal(const QString& field);
    Q_INVOKABLE bool take(const QString& field, const QString& version);
    /// A third value, as typed (fayi/ui/field_value.h).
    Q_INVOKABLE bool write(const QString& field, const QVariant& typed);
    /// [{code,label}] of what the field may be instead, found by `words`; and what one of them is called.
    Q_INVOKABLE QVariantList options(const QString& field, const QString& words) const;
    Q_INVOKABLE QString labelOf(const QString& field, const QString& code) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void recordIdChanged();
    void countChanged();

private:
    struct Row {
        station::Conflict conflict;
        const schema::RecordType* type = nullptr;
        schema::Json shown;
        schema::Json before;
        bool hasBefore = false;
    };
    void load();
    Status readRows(station::Station& station, RecordId id);
    void follow();
    void findBefore(Row& row, const std::vector<station::HistoryEntry>& history) const;
    QString textOf(const Row& row, const schema::Json& value, bool covered) const;
    QString joined(const Row& row) const;
    bool isCovered(const Row& row) const;
    const schema::Field* definitionOf(const std::string& path) const;
    bool settled(const Result<station::Record>& answer);
    QVariantList siblingsOf(const Row& row) const;

    StationSession* m_session = nullptr;
    QString m_id;
    QString m_title;
    std::set<std::string> m_revealed;  ///< paths
    Text m_problem, m_unread;
    std::vector<Row> m_rows;
};

}  // namespace fayi::ui
