// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <map>
#include <memory>

#include "fayi/base/clock.h"
#include "fayi/base/random.h"
#include "fayi/base/text.h"
#include "fayi/station/personal.h"

namespace fayi::ui {

/// The station as the window sees it: one data folder, one language, one person at the desk.
///
/// It owns the one Station of the UI thread; every model reads through it with short, bounded calls. Sync and
/// enrolment have their own Station on their own thread (SyncController, EnrolController) and tell of their
/// end by reopen() and touch().
///
/// Where several people share the computer, or the one has a PIN, nobody sits here at first: the session is
/// `locked` until enter() or sit(). Models go on reading while it is; the window shows none of it.
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
    /// Nobody has said who they are: what people wrote is not to be shown.
    Q_PROPERTY(bool locked READ locked NOTIFY identityChanged)
    /// The number of who sits here; 0: nobody.
    Q_PROPERTY(int seat READ seat NOTIFY identityChanged)
    /// Who may sit here: [{number,name,office,hasPin}].
    Q_PROPERTY(QVariantList seats READ seats NOTIFY identityChanged)
    /// Of who sits here.
    Q_PROPERTY(bool hasPin READ hasPin NOTIFY identityChanged)
    /// After so many without a hand at the computer it locks; 0: never.
    Q_PROPERTY(int idleMinutes READ idleMinutes WRITE setIdleMinutes NOTIFY identityChanged)
    /// They have a PIN, or were told that they can have one.
    Q_PROPERTY(bool knowsOfPin READ knowsOfPin NOTIFY identityChanged)
    Q_PROPERTY(QString stationName READ stationName NOTIFY identityChanged)
    Q_PROPERTY(bool enrolled READ enrolled NOTIFY identityChanged)
    Q_PROPERTY(QString server READ server NOTIFY identityChanged)
    Q_PROPERTY(QString district READ district NOTIFY identityChanged)
    /// The records are samples to try things with; none of them leaves this computer. See practise().
    Q_PROPERTY(bool practising READ practising NOTIFY identityChanged)
    /// Samples are here from before.
    Q_PROPERTY(bool hasPractice READ hasPractice NOTIFY identityChanged)
    /// The samples were begun here, so that one can go back to what was open before.
    Q_PROPERTY(bool mayEndPractice READ mayEndPractice NOTIFY identityChanged)
    /// What waits is on its way to the district just now.
    Q_PROPERTY(bool sending READ sending NOTIFY sendingChanged)
    /// Why the store could not be opened or made, in the language of the person; empty if nothing is wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    /// What keeps the store that is there from being opened: damaged|newer|shut; empty: nothing, or there is
    /// none. See RescueController.
    Q_PROPERTY(QString trouble READ trouble NOTIFY identityChanged)

public:
    explicit StationSession(QObject* parent = nullptr);
    /// `clock` and `random` outlive the session and whoever works for it on another thread.
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
    bool locked() const { return m_station && m_seat == 0; }
    int seat() const { return static_cast<int>(m_seat); }
    QVariantList seats() const;
    bool hasPin() const { return here().hasPin; }
    int idleMinutes() const;
    void setIdleMinutes(int minutes);
    bool knowsOfPin() const { return here().hasPin || here().told; }
    QString stationName() const;
    bool enrolled() const;
    QString server() const;
    QString district() const;
    bool practising() const { return m_station && m_practising; }
    bool sending() const { return m_sending; }
    /// For SyncController.
    void setSending(bool sending);
    bool hasPractice() const;
    bool mayEndPractice() const { return practising() && !m_home.isEmpty(); }
    QString problem() const;
    QString trouble() const { return m_trouble; }

    /// Opens the samples that lie beside the folder; makes them first if there are none. What is unsaved is
    /// put aside in the real store before. False: see `problem`.
    Q_INVOKABLE bool practise();
    /// Back to the real store; whoever has a PIN there is asked for it.
    Q_INVOKABLE void endPractice();
    /// Removes the samples, after going back where they are open. False: see `problem`.
    Q_INVOKABLE bool throwPracticeAway();
    /// Makes a store in the folder if there is none, without any network. False: see `problem`.
    Q_INVOKABLE bool startWithoutServer(const QString& name);
    /// Puts a store that station::prepareRestore() made in the place of this one; nobody sits here then, and
    /// restored() tells. Nobody may be at work; see busy().
    Status putInPlace(const std::filesystem::path& prepared);
    /// Opens the folder again after another thread changed who this station is.
    Q_INVOKABLE bool reopen();
    /// Nobody sits here any more.
    Q_INVOKABLE void lock();
    /// Sits down somebody who has no PIN. False: they have one, or are not of this computer.
    Q_INVOKABLE bool enter(qlonglong person);
    Q_INVOKABLE void noteToldOfPin();
    /// What the person who sits here left unsaved last: {type,recordId,change} for a form; empty: nothing.
    Q_INVOKABLE QVariantMap unfinished();
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

    /// Sits down somebody who has proved who they are.
    bool sit(qlonglong person);
    /// Reads once more what is kept of each seat.
    void renewSeats();
    /// How often the store had gone on under new names when it was last caught up with.
    std::uint64_t forks() const { return m_forks; }

    /// Null until ready. Only for the UI thread.
    station::Station* station() const { return m_station.get(); }
    Language spoken() const { return m_language; }
    const Clock& clock() const { return m_clock; }
    Random& random() const { return m_random; }
    /// The civil date in China.
    std::string today() const { return dateInChina(m_clock.now()); }
    /// The same for pages.
    Q_INVOKABLE QString day() const { return QString::fromStdString(today()); }
    /// Held by whoever works for this session on another thread, until the end of it was heard here.
    std::shared_ptr<const void> atWork() const { return m_work; }
    /// Somebody does.
    bool busy() const { return m_work.use_count() > 1; }

signals:
    void folderChanged();
    void languageChanged();
    void identityChanged();
    void problemChanged();
    /// The person gets up, or the store is about to be closed: what is unsaved has to be put aside now.
    void leaving();
    /// What was read before speaks in old names; see renamings(). Comes before recordsChanged().
    void renamed();
    void recordsChanged();
    void recordWritten();
    void sendingChanged();
    /// A backup is in the place of what was here; that lies in `aside` now, empty if there was nothing.
    void restored(const QString& aside);

private:
    void setProblem(const Text& problem);
    void move(const QString& folder);
    bool hold(Result<std::unique_ptr<station::Station>> opened);
    void settle();
    station::Seat here() const;
    template <typename Work>
    void keep(const Work& work);

    const Clock& m_clock;
    Random& m_random;
    QString m_folder;
    QString m_home;  ///< the real folder while the samples beside it are open
    bool m_practising = false;
    bool m_sending = false;
    Language m_language = Language::Zh;
    Text m_problem;
    QString m_trouble;
    std::vector<store::Renaming> m_renamings;
    std::unique_ptr<station::Station> m_station;
    qlonglong m_seat = 0;
    std::uint64_t m_forks = 0;
    std::map<std::int64_t, station::Seat> m_seats;
    std::shared_ptr<const void> m_work = std::make_shared<int>();
};

}  // namespace fayi::ui
