// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <memory>
#include <thread>
#include <vector>

#include "fayi/camera/camera.h"
#include "fayi/ui/station_session.h"

namespace fayi::ui {

/// A camera as a page uses it: look which there are, open one, take a photo, look at it, use it or take
/// another.
///
/// What reads cameras is loaded with the first look(), from ../lib/fayi of the program; where it is missing,
/// or GStreamer is, there are no cameras. Looking and opening take their time on a thread of their own; the
/// camera is off whenever nobody looks through it.
class CameraController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// Whose language is spoken.
    Q_PROPERTY(fayi::ui::StationSession* session READ session WRITE setSession NOTIFY sessionChanged)
    /// What the cameras are called; empty: none, as far as was looked.
    Q_PROPERTY(QStringList names READ names NOTIFY namesChanged)
    /// Which of them is used; another one is opened at once where one is open.
    Q_PROPERTY(int chosen READ chosen WRITE setChosen NOTIFY changed)
    /// It is being seen which there are.
    Q_PROPERTY(bool looking READ looking NOTIFY changed)
    /// Somebody looks through it.
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    /// A picture has come since it was opened or went on: the next photo is none of what lay there before.
    Q_PROPERTY(bool seeing READ seeing NOTIFY changed)
    /// There is nothing to be seen, not even what was taken last.
    Q_PROPERTY(bool blank READ blank NOTIFY pictureChanged)
    /// A photo was taken and not yet used: `picture` stands still.
    Q_PROPERTY(bool held READ held NOTIFY changed)
    /// Why there is none; empty: nothing is wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit CameraController(QObject* parent = nullptr);
    ~CameraController() override;

    StationSession* session() const { return m_session; }
    void setSession(StationSession* session);
    QStringList names() const;
    int chosen() const { return m_chosen; }
    void setChosen(int chosen);
    bool looking() const { return m_working && !m_open; }
    bool isOpen() const { return m_open; }
    bool seeing() const { return m_fresh; }
    bool blank() const { return m_picture.isNull(); }
    bool held() const { return m_held; }
    /// The newest picture, or the one that is held, turned as asked for.
    Q_INVOKABLE QImage picture() const { return m_picture; }
    QString problem() const;

    /// Sees which cameras are plugged in now. Not while one is open.
    Q_INVOKABLE void look();
    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    /// Holds the picture that is seen.
    Q_INVOKABLE void take();
    /// Lets it go, used or not, and looks on.
    Q_INVOKABLE void goOn();
    /// A quarter to the right, from now on: document cameras stand as the desk allows.
    Q_INVOKABLE void turn();

signals:
    void sessionChanged();
    void namesChanged();
    void changed();
    void pictureChanged();

private:
    using Work = std::function<void(camera::Camera&)>;
    void work(Work work, std::function<void()> end);
    void open();
    void poll();
    void fail(const Text& why);
    void tell(const Text& why);

    StationSession* m_session = nullptr;
    std::unique_ptr<camera::Camera> m_camera;  ///< the thread's while m_working
    std::vector<camera::Device> m_devices;
    int m_chosen = 0;
    int m_turned = 0;  ///< quarters
    int m_waited = 0;  ///< polls in vain
    bool m_open = false, m_held = false, m_fresh = false, m_working = false;
    bool m_again = false;  ///< what is wanted has changed while the thread was at work
    Text m_problem;
    QImage m_picture;
    QTimer m_timer;
    std::jthread m_thread;  ///< last: it is joined before the rest goes
};

}  // namespace fayi::ui
