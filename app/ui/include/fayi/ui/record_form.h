// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "fayi/ui/station_session.h"

namespace fayi::ui {

struct FormRow;
class FormWriter;

/// A record being written: the lines of its definition, what the person typed, and what is wrong with it.
///
/// What is typed lives in three layers: `m_loaded` as the record was when the form opened (with the context
/// the save hands back, so that an edit made elsewhere meanwhile becomes a merge and not a loss), `m_fields`
/// as it would be saved, and `m_typed` the letters of a field under the cursor, kept even while they are no
/// value yet. A save writes only what differs; a draft may be incomplete; a submit may not.
///
/// What is typed and not saved is in the journal of its person (station::FormJournal) within kKeepMs and one
/// write to the disk; begin(), open() and mend() take it back from there. It leaves the journal in the
/// transaction that saves it, by discard(), or when nothing differs any more.
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
    /// When this was left unsaved before, in words; empty: it was not.
    Q_PROPERTY(QString takenBack READ takenBack NOTIFY changed)
    /// What was typed and has no place in the form any more: [{label,text}].
    Q_PROPERTY(QVariantList unfit READ unfit NOTIFY changed)
    /// Why what is typed is nowhere but here; empty: it is on the disk too.
    Q_PROPERTY(QString keepProblem READ keepProblem NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    /// Where the keyboard was when it was left.
    Q_PROPERTY(QString focusPath READ focusPath NOTIFY loaded)
    Q_PROPERTY(int cursor READ cursor NOTIFY loaded)
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

    /// From a key to the journal's turn; with the write that follows it stays below a second.
    static constexpr int kKeepMs = 300;
    static constexpr int kAgainMs = 3000;  ///< after the disk took nothing: whoever made room waits no longer
    /// Steps that can be taken back: more than anybody remembers.
    static constexpr std::size_t kSteps = 100;

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
    QString takenBack() const;
    QVariantList unfit() const;
    QString keepProblem() const;
    bool canUndo() const { return !m_steps.empty(); }
    QString focusPath() const { return m_focus; }
    int cursor() const { return m_cursor; }

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
    /// One more with the codes of the last one.
    Q_INVOKABLE void addAlike(const QString& list);
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
    /// The keyboard is in that field, the cursor behind so many letters.
    Q_INVOKABLE void noteFocus(const QString& path, int cursor);
    /// Letters that are no part of the field yet: a tag before Enter.
    Q_INVOKABLE void setPending(const QString& path, const QString& letters);
    Q_INVOKABLE QString pendingAt(const QString& path) const { return m_pending.value(path); }
    /// What is unsaved is on the disk when it returns; the form may go.
    Q_INVOKABLE void stow();
    /// What is unsaved is thrown away, here and in the journal.
    Q_INVOKABLE void discard();
    /// What has no place was read by its person.
    Q_INVOKABLE void dismissUnfit();
    /// Takes the last step back: a value picked, an item added, what was written in one field.
    Q_INVOKABLE void undo();
    /// The row of a field; -1: it is not shown.
    Q_INVOKABLE int rowOf(const QString& path) const;
    /// The first empty field below that path (empty: of all) that a submit demands; empty: none.
    Q_INVOKABLE QString firstNeeded(const QString& below) const;
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
    void itemAdded(const QString& path);

private:
    /// What the form was before a change.
    struct Step {
        schema::Json fields;
        QHash<QString, QVariant> typed;
        std::vector<schema::Problem> unread;
    };

    Result<station::Record> write();
    bool differs() const;
    bool noteLook(const station::Record& record);
    void follow();
    // The journal (record_form_keep.cpp)
    void beginKeeping();
    station::OpenForm asItStands() const;
    void keepSoon();
    void keepNow(bool saving = false);
    void forgetKept();
    void resume();
    bool isThis(const station::OpenForm& form) const;
    void takeBack(const station::OpenForm& form);
    void takeLetters(const schema::Json& typed);
    void leaveOutUnfit(const schema::Json& said);
    // Steps (record_form_undo.cpp)
    Step step() const { return {m_fields, m_typed, m_unread}; }
    void took(Step before, const QString& path);
    void take(station::Record record);
    void fill(schema::Json fields);
    void nameItems();
    void addItem(const QString& list, bool alike);
    void review();
    void updateRows();
    void refused(const Error& error);
    std::string localPath(const std::string& path) const;
    const schema::Field* fieldAt(const QString& path) const;
    const schema::Json& valueAt(const QString& path) const;
    const schema::Problem* problemAt(const FormRow& row) const;
    QVariantList choicesOf(const schema::Field& field, const schema::Json& value) const;
    QString echoOf(const FormRow& row) const;

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

    std::deque<Step> m_steps;
    QString m_stepPath;  ///< of the field whose letters make up the last step; empty: the next is another one
    std::int64_t m_person = 0;  ///< whose form it is
    std::uint64_t m_forks = 0;  ///< of the store, as the form's names have it
    std::string m_subject;      ///< what it is kept under; empty: it is not
    QHash<QString, QString> m_pending;
    schema::Json m_unfit = schema::Json::array();
    Millis m_takenBack{0};
    bool m_stowed = false;  ///< it was put aside, and nothing was typed since
    QString m_focus;
    int m_cursor = 0;
    Text m_keepProblem;
    QTimer m_keepTimer, m_againTimer;
    std::unique_ptr<FormWriter> m_writer;
};

}  // namespace fayi::ui
