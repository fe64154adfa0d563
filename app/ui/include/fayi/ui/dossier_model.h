// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <map>
#include <vector>

#include "fayi/schema/dossier.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// The checklist of the dossier of one record, a line for each paper. What is ticked is a field of the record
/// like any other; what is scanned is an attachment that says which paper it is.
class DossierModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    /// The type of the record has a dossier.
    Q_PROPERTY(bool possible READ possible NOTIFY changed)
    /// How many papers are in it, and how many required ones are missing.
    Q_PROPERTY(int filed READ filed NOTIFY changed)
    Q_PROPERTY(int missing READ missing NOTIFY changed)
    /// Why the last tick was not written; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        LabelRole,
        RequiredRole,
        ThereRole,
        MissingRole,
        InPlaceRole,   ///< the papers that do as well, in words; empty: none
        ScansRole,     ///< how many files are this paper
        ThumbnailRole  ///< address of a small picture of one of them; empty: none here
    };

    using QAbstractListModel::QAbstractListModel;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    bool possible() const { return !m_found.field.empty(); }
    int filed() const;
    int missing() const { return static_cast<int>(m_found.list.missing); }
    QString problem() const;

    /// Puts a paper into the dossier, or takes it out.
    Q_INVOKABLE bool tick(const QString& code, bool there);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void recordIdChanged();
    void changed();

private:
    struct Scans {
        int count = 0;
        QString thumbnail;
    };
    /// What was read of the record.
    struct Found {
        std::string field;  ///< says what is in the dossier; empty: the type has none
        schema::Checklist list;
        std::vector<std::string> codes;      ///< of the papers on the list
        std::map<std::string, Scans> scans;  ///< by the code of the paper
    };
    void load();
    Found find(const station::Record& record) const;
    std::map<std::string, Scans> scansOf(const station::Record& record) const;

    StationSession* m_session = nullptr;
    QString m_id;
    Found m_found;
    Text m_problem;
};

}  // namespace fayi::ui
