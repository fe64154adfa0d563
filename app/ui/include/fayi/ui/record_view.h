// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <optional>
#include <set>
#include <vector>

#include "fayi/station/remarks.h"
#include "fayi/station/steps.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

struct FormRow;

/// One record as it is read: its lines are the rows of this model, what may be done with it are its
/// properties. It follows the store: whatever changes there is read again.
class RecordView : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    /// All that is personal is shown. Covered at first, all of it or field by field; each look is written
    /// down before it is given (station::Reveals).
    Q_PROPERTY(bool uncovered READ uncovered WRITE setUncovered NOTIFY changed)
    Q_PROPERTY(bool found READ found NOTIFY changed)
    Q_PROPERTY(QString type READ type NOTIFY changed)
    Q_PROPERTY(QString typeLabel READ typeLabel NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString org READ org NOTIFY changed)
    Q_PROPERTY(QString word READ word NOTIFY changed)
    Q_PROPERTY(QString updated READ updated NOTIFY changed)
    /// When the district took the last that was written here of it, in words; empty: it has not, or others
    /// wrote all of it.
    Q_PROPERTY(QString received READ received NOTIFY changed)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
    Q_PROPERTY(bool deleted READ deleted NOTIFY changed)
    Q_PROPERTY(bool changedSinceVerified READ changedSinceVerified NOTIFY changed)
    /// Who verified it last and when, in words; empty: nobody.
    Q_PROPERTY(QString verified READ verified NOTIFY changed)
    /// A computer that wrote it had a wrong clock.
    Q_PROPERTY(bool clockWasWrong READ clockWasWrong NOTIFY changed)
    /// Why the district refused a change of it, and which; empty: nothing waits.
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)
    Q_PROPERTY(QString refusedChange READ refusedChange NOTIFY changed)
    /// Something in it is personal, so uncovering shows more.
    Q_PROPERTY(bool hasPersonal READ hasPersonal NOTIFY changed)
    /// What was remarked, newest first: [{field,path,text,by,when,open,asked,round,seenBy}]; asked: by a
    /// return that waits to be mended; round: which return it came with, 0 with none; seenBy: who verified
    /// the record with a note in sight, and when.
    Q_PROPERTY(QVariantList remarks READ remarks NOTIFY changed)
    /// What keeps it from being submitted, in words.
    Q_PROPERTY(QStringList obstacles READ obstacles NOTIFY changed)
    /// What whoever reads it should know: [{text,record,mood}]; record: the other one of a double entry.
    Q_PROPERTY(QVariantList warnings READ warnings NOTIFY changed)
    /// Official numbers that it lacks and may get here: [{kind,label}].
    Q_PROPERTY(QVariantList numbers READ numbers NOTIFY changed)
    /// Void, or restricted (PIPL 47): {by,when,reason}; empty if it is not.
    Q_PROPERTY(QVariantMap voided READ voided NOTIFY changed)
    Q_PROPERTY(QVariantMap restricted READ restricted NOTIFY changed)
    Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
    Q_PROPERTY(bool maySubmit READ maySubmit NOTIFY changed)
    Q_PROPERTY(bool mayVerify READ mayVerify NOTIFY changed)
    Q_PROPERTY(bool mayReturn READ mayReturn NOTIFY changed)
    Q_PROPERTY(bool mayRemark READ mayRemark NOTIFY changed)
    Q_PROPERTY(bool mayDelete READ mayDelete NOTIFY changed)
    Q_PROPERTY(bool mayVoid READ mayVoid NOTIFY changed)
    Q_PROPERTY(bool mayRestrict READ mayRestrict NOTIFY changed)
    Q_PROPERTY(bool mayLift READ mayLift NOTIFY changed)
    /// Why the last action did not happen; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Role {
        RowKindRole = Qt::UserRole + 1,  ///< section|item|field
        PathRole,
        LabelRole,
        TextRole,
        CoveredRole,   ///< a part is covered
        ConflictRole,  ///< has an open conflict
        MergedRole,    ///< a text that edits of several people were joined into
        RemarkRole,    ///< what a reviewer pinned to it
        WideRole
    };

    explicit RecordView(QObject* parent = nullptr);
    ~RecordView() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    bool uncovered() const;
    void setUncovered(bool uncovered);
    bool found() const { return m_record.has_value(); }
    QString type() const;
    QString typeLabel() const;
    QString title() const;
    QString org() const;
    QString word() const;
    QString updated() const;
    QString received() const;
    int conflicts() const;
    bool deleted() const { return m_record && m_record->view.deleted; }
    bool changedSinceVerified() const { return m_record && m_record->view.changedSinceVerified; }
    QString verified() const;
    bool clockWasWrong() const { return m_record && m_record->clockError != Millis(0); }
    QString refusal() const;
    QString refusedChange() const;
    bool hasPersonal() const;
    QVariantList remarks() const;
    QStringList obstacles() const;
    QVariantList warnings() const;
    QVariantList numbers() const;
    QVariantMap voided() const;
    QVariantMap restricted() const;
    bool mayEdit() const { return m_steps.edit; }
    bool maySubmit() const { return m_steps.submit; }
    bool mayVerify() const { return m_steps.verify; }
    bool mayReturn() const { return m_steps.giveBack; }
    bool mayRemark() const { return m_steps.remark; }
    bool mayDelete() const { return m_steps.remove; }
    bool mayVoid() const { return m_steps.makeVoid; }
    bool mayRestrict() const { return m_steps.restrict; }
    bool mayLift() const { return m_steps.lift; }
    QString problem() const;

    /// Shows one field. False: it could not be written down, `problem` says why.
    Q_INVOKABLE bool reveal(const QString& path);
    Q_INVOKABLE bool submit() override;
    Q_INVOKABLE bool verify();
    Q_INVOKABLE bool giveNumber(const QString& kind);
    Q_INVOKABLE bool giveBack(const QString& remark, const QString& field);
    /// A remark that returns nothing.
    Q_INVOKABLE bool remark(const QString& text, const QString& field);
    /// [{code,label}] of the fields that a remark may be pinned to, those whose names hold the words.
    Q_INVOKABLE QVariantList fieldsNamed(const QString& words) const;
    Q_INVOKABLE bool makeVoid(const QString& reason);
    Q_INVOKABLE bool restrict(const QString& reason);
    Q_INVOKABLE bool lift();
    Q_INVOKABLE bool remove();
    Q_INVOKABLE bool restore();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void recordIdChanged();
    void changed();

private:
    void load();
    void follow();
    bool done(const Result<station::Record>& answer);
    const schema::Json& valueOf(const FormRow& row) const;
    QString textOf(const FormRow& row, bool uncovered) const;
    bool isCovered(const FormRow& row) const;
    bool show(const std::vector<std::string>& paths);
    std::vector<std::string> stillCovered() const;
    QVariantMap told(const station::RemarkStanding& one) const;
    QVariantMap decision(Dot version, HybridTime at, const std::string& reason) const;

    StationSession* m_session = nullptr;
    QString m_id;
    std::set<std::string> m_revealed;  ///< paths
    const schema::RecordType* m_type = nullptr;
    std::optional<station::Record> m_record;
    station::Steps m_steps;
    std::vector<station::Warning> m_warnings;
    std::vector<station::RemarkStanding> m_remarks;
    std::vector<Text> m_said;  ///< by the last step, though it was done
    std::optional<station::Attention> m_refusal;
    Text m_problem;
    std::vector<FormRow> m_rows;
};

}  // namespace fayi::ui
