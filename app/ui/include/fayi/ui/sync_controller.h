// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <memory>

#include "fayi/ui/station_session.h"

namespace fayi::runtime {
class SyncThread;
struct SyncSnapshot;
}  // namespace fayi::runtime

namespace fayi::ui {

class LinkWatch;

/// Three independent facts, never one: what waits, when it last worked, how the link is. And the button.
///
/// The sync itself runs on its own thread with its own connection (runtime::SyncThread); its news arrive on
/// the UI thread as values. Every press is answered at once, without a network too.
class SyncController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// False: facts only, no thread; for pictures.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY sessionChanged)
    /// False: the store could not be read, and the numbers mean nothing.
    Q_PROPERTY(bool known READ known NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    /// What the records that wait take at most, in words; empty: none.
    Q_PROPERTY(QString recordsSize READ recordsSize NOTIFY changed)
    /// Attachments that go out after the records, and how much of them, in words; empty: none.
    Q_PROPERTY(int filesWaiting READ filesWaiting NOTIFY changed)
    Q_PROPERTY(QString filesSize READ filesSize NOTIFY changed)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    Q_PROPERTY(int returned READ returned NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY changed)
    /// In words, "今天 10:32"; empty: never.
    Q_PROPERTY(QString lastSuccess READ lastSuccess NOTIFY changed)
    /// none (not joined), unknown, connecting, fine, failing
    Q_PROPERTY(QString link READ link NOTIFY changed)
    /// These are samples: nothing is ever sent, whatever waits.
    Q_PROPERTY(bool practising READ practising NOTIFY changed)
    /// Why the last sync failed, in plain words; empty if it worked.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// This computer's clock is wrong, in words; empty otherwise.
    Q_PROPERTY(QString clockNote READ clockNote NOTIFY changed)
    /// What the person is told once though nothing is wrong, until they have read it; mostly empty.
    Q_PROPERTY(QString notice READ notice NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    /// What the last sync of this session moved; -1: none ran yet.
    Q_PROPERTY(int pushed READ pushed NOTIFY changed)
    Q_PROPERTY(int pulled READ pulled NOTIFY changed)
    /// The worst of the facts, for a colour: calm, waiting, attention. Waiting outranks a link that is down.
    Q_PROPERTY(QString mood READ mood NOTIFY changed)

public:
    explicit SyncController(QObject* parent = nullptr);
    ~SyncController() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    bool active() const { return m_active; }
    void setActive(bool active);
    bool known() const { return m_status.known; }
    /// Changed records that go out; of samples none does.
    int waiting() const { return practising() ? 0 : static_cast<int>(m_status.waiting); }
    int filesWaiting() const { return practising() ? 0 : static_cast<int>(m_status.blobsWaiting); }
    QString filesSize() const;
    QString recordsSize() const;
    bool practising() const { return m_session && m_session->practising(); }
    int conflicts() const { return static_cast<int>(m_status.conflicts); }
    int refused() const { return static_cast<int>(m_status.refused); }
    int returned() const { return static_cast<int>(m_status.returned); }
    int records() const { return static_cast<int>(m_status.records); }
    QString lastSuccess() const;
    QString link() const;
    QString problem() const;
    QString clockNote() const;
    QString notice() const;
    bool running() const { return m_running; }
    int pushed() const { return m_pushed; }
    int pulled() const { return m_pulled; }
    QString mood() const;

    /// Asks for a sync now. False: this station has not joined a district, so there is nobody to ask.
    Q_INVOKABLE bool syncNow();
    /// The same, and attachments wait for a sync that comes by itself.
    Q_INVOKABLE bool syncRecordsNow();
    /// The settings of the link are others now: they hold from here on.
    Q_INVOKABLE void linkChanged();
    /// The notice was read.
    Q_INVOKABLE void understood();
    /// Asks the hub for the older changes of a record; historyEnded() tells. False: there is nobody to ask.
    bool fetchHistory(RecordId id);

signals:
    /// A sync that a person asked for has ended, and not all got through. `problem` is empty where waiting
    /// heals it: it is tried again without anybody.
    void missed(const QString& problem);
    /// While a sync runs, about once a second: attachments have come further.
    void moved();
    /// After the records were read again. `problem` is empty if all went well.
    void historyEnded(const QString& recordId, const QString& problem);
    void sessionChanged();
    void changed();

private:
    bool press(void (runtime::SyncThread::*what)());
    void readStatus();
    void join();
    void run(bool running);
    void hear(const runtime::SyncSnapshot& news);
    void hearOfPress(const runtime::SyncSnapshot& news);
    void hearOfStep();

    StationSession* m_session = nullptr;
    bool m_active = true;
    bool m_running = false;
    bool m_pressed = false;  ///< a person asked, and waits for what comes of it
    int m_pushed = -1;
    int m_pulled = -1;
    Text m_problem;
    Text m_notice;
    std::uint64_t m_syncs = 0;      ///< ended ones, as last heard
    std::uint64_t m_histories = 0;  ///< the same
    std::uint64_t m_steps = 0;      ///< as last heard
    QString m_joined;               ///< the folder the thread works on; empty: there is no thread
    station::StationStatus m_status;
    std::unique_ptr<runtime::SyncThread> m_thread;
    std::unique_ptr<LinkWatch> m_watch;  ///< as long as the thread
};

}  // namespace fayi::ui
