// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/camera_controller.h"

#include <QCoreApplication>
#include <QLibrary>
#include <QTransform>

#include "fayi/ui/words.h"
#include "follow_session.h"

namespace fayi::ui {
namespace {

constexpr int kPictureMs = 100;  // ten a second are enough to put a page in its place
/// So often a camera that is open is asked in vain before somebody is told.
constexpr int kPatience = 50;

/// What reads cameras, once loaded there for good; null: it is not there, or cannot run.
camera::Camera* loadCamera() {
    QLibrary library(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/fayi/fayi-camera.so"));
    const auto open = reinterpret_cast<camera::Open>(library.resolve(camera::kOpen));
    return open ? open() : nullptr;
}

/// The picture with its bytes, which the image owns.
QImage imageOf(camera::Picture picture) {
    auto* held = new camera::Picture(std::move(picture));
    return {reinterpret_cast<const uchar*>(held->pixels.data()),
            held->width,
            held->height,
            static_cast<qsizetype>(held->stride),
            QImage::Format_RGBX8888,
            [](void* bytes) { delete static_cast<camera::Picture*>(bytes); },
            held};
}

}  // namespace

CameraController::CameraController(QObject* parent) : QObject(parent) {
    m_timer.setInterval(kPictureMs);
    connect(&m_timer, &QTimer::timeout, this, &CameraController::poll);
}

CameraController::~CameraController() = default;

void CameraController::setSession(StationSession* session) {
    const bool fresh = followSession(this, m_session, session, [&] {
        connect(m_session, &StationSession::languageChanged, this, &CameraController::changed);
    });
    if (fresh)
        emit sessionChanged();
}

QStringList CameraController::names() const {
    QStringList out;
    for (const camera::Device& device : m_devices)
        out << (device.name.empty() ? tr("Camera") : toQt(device.name));
    return out;
}

QString CameraController::problem() const {
    return m_session ? plainWords(toQt(m_problem, m_session->spoken())) : QString();
}

/// One at a time: `end` hears of it here, after what has changed meanwhile was noted.
void CameraController::work(Work work, std::function<void()> end) {
    m_working = true;
    m_thread = std::jthread([this, work = std::move(work), end = std::move(end)] {
        if (!m_camera)
            m_camera.reset(loadCamera());
        if (m_camera)
            work(*m_camera);
        QMetaObject::invokeMethod(
            this,
            [this, end] {
                m_working = false;
                end();
            },
            Qt::QueuedConnection);
    });
}

void CameraController::look() {
    if (m_working || m_open)
        return;
    const auto found = std::make_shared<std::vector<camera::Device>>();
    work([found](camera::Camera& camera) { *found = camera.devices(); },
         [this, found] {
             m_devices = std::move(*found);
             m_chosen = std::clamp(m_chosen, 0, std::max(0, static_cast<int>(m_devices.size()) - 1));
             emit namesChanged();
             emit changed();
             if (m_open)
                 open();
         });
    emit changed();
}

void CameraController::setChosen(int chosen) {
    if (chosen == m_chosen || chosen < 0 || chosen >= static_cast<int>(m_devices.size()))
        return;
    m_chosen = chosen;
    m_turned = 0;
    emit changed();
    if (m_open)
        start();
}

void CameraController::start() {
    m_open = true;
    m_problem = {};
    m_picture = {};
    goOn();
    open();
}

void CameraController::open() {
    m_again = m_working;
    if (m_working)
        return;
    const auto began = std::make_shared<Status>();
    const auto chosen = static_cast<std::size_t>(m_chosen);
    const std::string id = chosen < m_devices.size() ? m_devices[chosen].id : std::string();
    work([began, id](camera::Camera& camera) { *began = camera.start(id); },
         [this, began] {
             if (!m_open)
                 m_camera->stop();
             else if (m_again)
                 open();
             else if (!began->ok())
                 fail(began->error().message);
             else
                 m_timer.start();
         });
}

void CameraController::stop() {
    m_open = m_held = false;
    m_timer.stop();
    if (!m_working && m_camera)
        m_camera->stop();
    m_picture = {};
    m_fresh = false;
    m_problem = {};
    emit pictureChanged();
    emit changed();
}

void CameraController::take() {
    m_held = m_open && seeing();
    emit changed();
}

void CameraController::goOn() {
    m_held = m_fresh = false;
    m_waited = 0;
    emit pictureChanged();
    emit changed();
}

void CameraController::turn() {
    m_turned = (m_turned + 1) % 4;
    if (m_held) {
        m_picture = m_picture.transformed(QTransform().rotate(90));
        emit pictureChanged();
    }
}

void CameraController::poll() {
    if (m_working || m_held || !m_camera)
        return;
    auto next = m_camera->next();
    if (!next)
        return fail(next.error().message);
    if (!*next) {
        if (++m_waited == kPatience)
            tell({"摄像头还没有图像；可能正被别的程序使用，或镜头盖没有打开",
                  "the camera gives no picture yet; another program may be using it, or it is covered"});
        return;
    }
    m_waited = 0;
    const bool first = !std::exchange(m_fresh, true);
    m_picture = imageOf(std::move(**next));
    if (m_turned != 0)
        m_picture = m_picture.transformed(QTransform().rotate(90 * m_turned));
    emit pictureChanged();
    if (first || !m_problem.zh.empty())
        tell({});
}

/// It is off; the last picture is not shown as if it went on.
void CameraController::fail(const Text& why) {
    m_timer.stop();
    m_picture = {};
    m_fresh = false;
    emit pictureChanged();
    tell(why);
}

void CameraController::tell(const Text& why) {
    m_problem = why;
    emit changed();
}

}  // namespace fayi::ui
