// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QMap>
#include <QObject>
#include <QVariantList>
#include <optional>

#include "fayi/station/review.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// A reviewer's look at one record: what was remarked before, what changed since, what they pin to it, and
/// the two answers.
///
/// It holds the version that was opened. Whatever arrives meanwhile is told as `moved`, and neither answer is
/// given before lookAgain(): a verification names what somebody had before their eyes, and nothing else.
class ReviewLook : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    /// What is personal is shown.
    Q_PROPERTY(bool uncovered READ uncovered WRITE setUncovered NOTIFY changed)
    /// new|again (it was returned)|changed (since it was verified).
    Q_PROPERTY(QString why READ why NOTIFY changed)
    /// Who judged it before and when, in words; empty: nobody.
    Q_PROPERTY(QString before READ before NOTIFY changed)
    /// What changed since then: [{path,field,label,before,now,by}].
    Q_PROPERTY(QVariantList changes READ changes NOTIFY changed)
    /// What was remarked then: [{label,text,by}].
    Q_PROPERTY(QVariantList remarks READ remarks NOTIFY changed)
    /// It waits no more, or somebody wrote meanwhile, and what: as `changes`.
    Q_PROPERTY(bool moved READ moved NOTIFY changed)
    Q_PROPERTY(QVariantList meanwhile READ meanwhile NOTIFY changed)
    /// What is pinned and not sent: [{field,label,text}].
    Q_PROPERTY(QVariantList pins READ pins NOTIFY pinsChanged)
    Q_PROPERTY(bool mayVerify READ mayVerify NOTIFY changed)
    Q_PROPERTY(bool mayReturn READ mayReturn NOTIFY changed)
    /// Why an answer was not given; empty otherwise.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit ReviewLook(QObject* parent = nullptr) : QObject(parent) {}

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QString recordId() const { return m_id; }
    void setRecordId(const QString& id);
    bool uncovered() const { return m_uncovered; }
    void setUncovered(bool uncovered);
    QString why() const;
    QString before() const;
    QVariantList changes() const;
    QVariantList remarks() const;
    bool moved() const { return m_moved; }
    QVariantList meanwhile() const;
    QVariantList pins() const;
    bool mayVerify() const;
    bool mayReturn() const;
    QString problem() const;

    /// An empty text takes the pin off.
    Q_INVOKABLE void pin(const QString& field, const QString& text);
    Q_INVOKABLE QString pinned(const QString& field) const { return m_pins.value(field); }
    /// Takes what is there now as seen.
    Q_INVOKABLE void lookAgain();
    /// False: `problem` says why. True, and seenAll() was not told: it changed at the last moment and waits
    /// again.
    Q_INVOKABLE bool verify();
    /// All pins, and `remark` of the record as a whole, which may be empty if there is a pin.
    Q_INVOKABLE bool giveBack(const QString& remark);
    /// After verify(): the version that was seen is the one that counts.
    Q_INVOKABLE bool seenAll() const { return m_seenAll; }

signals:
    void sessionChanged();
    void recordIdChanged();
    void pinsChanged();
    void changed();

private:
    void load();
    void follow();
    void notice();
    bool done(const Result<station::Record>& answer);
    bool may(schema::Action action) const;
    QVariantList told(const std::vector<station::ChangedField>& changes) const;
    QString labelOf(const std::string& path) const;

    StationSession* m_session = nullptr;
    QString m_id;
    bool m_uncovered = false, m_moved = false, m_seenAll = true;
    std::optional<station::Look> m_look;
    std::vector<station::ChangedField> m_meanwhile;
    QMap<QString, QString> m_pins;
    QString m_problem;
};

}  // namespace fayi::ui
