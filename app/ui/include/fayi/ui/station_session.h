// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/text.h"
#include "fayi/station/station.h"

namespace fayi::ui {

/// The station as the window sees it: one data folder, one language, one person at the desk.
///
/// It owns the one Station of the UI thread; every model reads through it with short, bounded calls. Sync and
/// enrolment have their own Station on their own thread (SyncController, EnrolController) and tell of their
/// end by reopen() and touch().
class StationSession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Opens the store there, if there is one.
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY folderChanged)
    /// True once a store is open.
    Q_PROPERTY(bool ready READ ready NOTIFY identityChanged)
    /// "zh" or "en".
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString person READ person NOTIFY identityChanged)
    Q_PROPERTY(QStringList people READ people NOTIFY identityChanged)
    Q_PROPERTY(QString stationName READ stationName NOTIFY identityChanged)
    Q_PROPERTY(bool enrolled READ enrolled NOTIFY identityChanged)
    Q_PROPERTY(QString server READ server NOTIFY identityChanged)
    Q_PROPERTY(QString district READ district NOTIFY identityChanged)
    /// Why the store could not be opened or made, in the language of the person; empty if nothing is wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    explicit StationSession(QObject* parent = nullptr);
    /// `clock` and `random` outlive the session.
    StationSession(const Clock& clock, Random& random, QObject* parent = nullptr);
    ~StationSession() override;

    QString folder() const { return m_folder; }
    void setFolder(const QString& folder);
    bool ready() const { return m_station != nullptr; }
    QString language() const {
        return m_language == Language::Zh ? QStringLiteral("zh") : QStringLiteral("en");
    }
    void setLanguage(const QString& language);
    QString person() const;
    QStringList people() const;
    QString stationName() const;
    bool enrolled() const;
    QString server() const;
    QString district() const;
    QString problem() const;

    /// Makes a store in the folder if there is none, without any network. False: see `problem`.
    Q_INVOKABLE bool startWithoutServer(const QString& name);
    /// Opens the folder again after another thread changed who this station is.
    Q_INVOKABLE bool reopen();
    Q_INVOKABLE bool actAs(const QString& name);
    /// Tells every model that records may have changed, by a sync.
    Q_INVOKABLE void touch();
    /// Renames what models hold if the store went on under new names (a fork) meanwhile.
    void catchUp();
    /// While renamed() is told: the ways to the new names, in order.
    const std::vector<store::Renaming>& renamings() const { return m_renamings; }
    /// While renamed() is told: what a record is called now; as given if it is no record's name.
    QString nowCalled(const QString& recordId) const;
    /// The same after a save at this desk; a sync may follow.
    void wrote() {
        emit recordsChanged();
        emit recordWritten();
    }

    /// Null until ready. Only for the UI thread.
    station::Station* station() const { return m_station.get(); }
    Language spoken() const { return m_language; }
    const Clock& clock() const { return m_clock; }
    Random& random() const { return m_random; }
    /// The civil date in China.
    std::string today() const { return dateInChina(m_clock.now()); }

signals:
    void folderChanged();
    void languageChanged();
    void identityChanged();
    void problemChanged();
    /// What was read before speaks in old names; see renamings(). Comes before recordsChanged().
    void renamed();
    void recordsChanged();
    void recordWritten();

private:
    void setProblem(const Text& problem);
    bool hold(Result<std::unique_ptr<station::Station>> opened);

    SystemClock m_systemClock;
    SystemRandom m_systemRandom;
    const Clock& m_clock;
    Random& m_random;
    QString m_folder;
    Language m_language = Language::Zh;
    Text m_problem;
    std::vector<store::Renaming> m_renamings;
    std::unique_ptr<station::Station> m_station;
};

}  // namespace fayi::ui
