// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QHash>
#include <QVariantList>
#include <QVariantMap>
#include <optional>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

struct FormRow;

/// A record being written: the lines of its definition, what the person typed, and what is wrong with it.
///
/// What is typed lives in three layers: `m_loaded` as the record was when the form opened (with the context
/// the save hands back, so that an edit made elsewhere meanwhile becomes a merge and not a loss), `m_fields`
/// as it would be saved, and `m_typed` the letters of a field under the cursor, kept even while they are no
/// value yet. A save writes only what differs; a draft may be incomplete; a submit may not.
class RecordForm : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString type READ type NOTIFY loaded)
    Q_PROPERTY(QString typeLabel READ typeLabel NOTIFY loaded)
    /// Empty until the first save of a new record.
    Q_PROPERTY(QString recordId READ recordId NOTIFY loaded)
    Q_PROPERTY(QString title READ title NOTIFY loaded)
    /// Something is typed that is not saved.
    Q_PROPERTY(bool dirty READ dirty NOTIFY changed)
    Q_PROPERTY(int errors READ errors NOTIFY changed)
    Q_PROPERTY(bool maySubmit READ maySubmit NOTIFY loaded)
    /// It shows what the district refused; saving sends it again.
    Q_PROPERTY(bool mending READ mending NOTIFY loaded)
    /// Why the district refused what is being mended; empty otherwise.
    Q_PROPERTY(QString refusal READ refusal NOTIFY loaded)
    /// The district has locked the period of this record; empty otherwise. It blocks nothing here.
    Q_PROPERTY(QString lockNotice READ lockNotice NOTIFY changed)
    /// What the return says that waits to be mended, by path; empty path: the record as a whole. {path: text}
    Q_PROPERTY(QVariantMap remarks READ remarks NOTIFY loaded)
    /// Why the last save or submit did not happen; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        RowKindRole = Qt::UserRole + 1,  ///< section|field|item|add
        PathRole,
        KindRole,  ///< the kind of the field: text, longtext, money, …
        LabelRole,
        HintRole,
        UnitRole,
        ValueRole,    ///< as in fayi/ui/field_value.h
        EchoRole,     ///< capital numerals of an amount
        ChoicesRole,  ///< [{code,label}] of a short list; empty if they are to be looked up with options()
        RequiredRole,
        ProblemRole,
        WarningRole,  ///< the problem blocks nothing
        WideRole,     ///< takes the whole width
        NestedRole,   ///< belongs to an item of a list
        LimitRole,    ///< code points of a text; 0: none
        ListedRole,   ///< Tags: only what its code list has
        FirstRole,    ///< the head of the first item of a list
        LastRole      ///< the head of the last one
    };
    /// Up to this many choices are shown side by side; more are picked from a list.
    static constexpr std::size_t kChips = 6;
    /// Tags are shown side by side up to this many, being picked by several.
    static constexpr std::size_t kTagChips = 14;
    /// Options shown at once when picking from a long list: what a person reads before typing another letter.
    static constexpr std::size_t kOptions = 200;

    explicit RecordForm(QObject* parent = nullptr);
    ~RecordForm() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString type() const;
    QString typeLabel() const;
    QString recordId() const;
    QString title() const;
    bool dirty() const;
    int errors() const;
    bool maySubmit() const;
    QString problem() const;
    bool mending() const { return m_mending.has_value(); }
    QString refusal() const;
    QString lockNotice() const;
    QVariantMap remarks() const;

    /// Begins a new record of that type.
    Q_INVOKABLE bool begin(const QString& type);
    /// Opens a record for editing.
    Q_INVOKABLE bool open(const QString& recordId);
    /// Opens what the district refused, to be corrected.
    Q_INVOKABLE bool mend(const QString& change);
    Q_INVOKABLE void set(const QString& path, const QVariant& typed);
    /// The cursor left the field: what was typed is shown as it was understood.
    Q_INVOKABLE void settle(const QString& path);
    Q_INVOKABLE void addItem(const QString& list);
    Q_INVOKABLE void removeItem(const QString& path);
    /// One place up (-1) or down (1) in its list; nothing at the ends.
    Q_INVOKABLE void moveItem(const QString& path, int by);
    /// The label of a field's value, for a closed picker.
    Q_INVOKABLE QString labelFor(const QString& path) const;
    /// [{code,label}] of the tags that are chosen.
    Q_INVOKABLE QVariantList chosen(const QString& path) const;
    /// [{code,label}] that contain these words.
    Q_INVOKABLE QVariantList options(const QString& path, const QString& words) const;
    /// False: `problem` says why, and the fields say it too. Nothing was written then.
    Q_INVOKABLE bool save();
    Q_INVOKABLE bool submit() override;
    /// The row of the first error; -1 if there is none.
    Q_INVOKABLE int firstError() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void loaded();
    void changed();
    void saved(const QString& recordId);

private:
    Result<station::Record> write();
    void follow();
    void take(station::Record record);
    void fill(schema::Json fields);
    void nameItems();
    void review();
    void updateRows();
    void refused(const Error& error);
    std::string localPath(const std::string& path) const;
    const schema::Field* fieldAt(const QString& path) const;
    const schema::Json& valueAt(const QString& path) const;
    const schema::Problem* problemAt(const FormRow& row) const;
    QVariantList choicesOf(const schema::Field& field, const schema::Json& value) const;
    QString labelOf(const schema::Field& field, const schema::Json& value) const;

    StationSession* m_session = nullptr;
    const schema::RecordType* m_type = nullptr;
    std::optional<station::Record> m_record;
    std::optional<Dot> m_mending;
    schema::Json m_loaded, m_fields;
    QHash<QString, QVariant> m_typed;
    std::vector<schema::Problem> m_problems;  ///< of the whole record as it stands
    std::vector<schema::Problem> m_unread;    ///< of letters that are no value
    bool m_tried = false;                     ///< a submit was asked for: what is missing is told from now on
    int m_newItems = 0;
    Text m_problem;
    std::vector<FormRow> m_rows;
};

}  // namespace fayi::ui
