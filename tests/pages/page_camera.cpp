// SPDX-License-Identifier: Apache-2.0
#include "page_camera.h"

#include <QCoreApplication>
#include <QCursor>
#include <QEventLoop>
#include <QQmlComponent>
#include <QQuickWindow>
#include <QTimer>
#include <memory>
#include <utility>

#include "drawing.h"
#include "fayi/testing/fakes.h"
#include "fayi/ui/language_switch.h"
#include "fayi/ui/preferences.h"
#include "fayi/ui/station_session.h"
#include "picture.h"

namespace fayi::testing {
namespace {

/// Between two looks at a page. The timers by which pages put things in their places are shorter.
constexpr int kLookMs = 80;
/// A page that moves after that many looks is not fit for a picture; a busy computer needs a few dozen.
constexpr int kMostLooks = 600;

void pass(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// What a function of the window answers.
bool ask(QQuickWindow& window, const char* function, QGenericArgument given = {}) {
    bool out = false;
    QMetaObject::invokeMethod(&window, function, Q_RETURN_ARG(bool, out), given);
    return out;
}

}  // namespace

PageCamera::PageCamera(Furnished furnished) : m_furnished(std::move(furnished)) {
    chooseFont();
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

QImage PageCamera::take(const Shot& shot) {
    const TemporaryFolder folder;
    std::filesystem::copy(m_furnished.folder, folder / "data", std::filesystem::copy_options::recursive);
    const FakeClock clock(kPictured);
    SeededRandom random(1);
    ui::Preferences preferences;
    preferences.override(shot.chinese ? QStringLiteral("zh") : QStringLiteral("en"), shot.mood == Mood::Dark,
                         shot.mood == Mood::Contrast, shot.scale);
    const ui::LanguageSwitch language(m_engine, preferences);
    ui::StationSession session(clock, random);
    session.setLanguage(preferences.language());
    session.setFolder(QString::fromStdString((folder / "data").string()));

    QQmlComponent component(&m_engine, QUrl(QStringLiteral("qrc:/qt/qml/Fayi/App/Main.qml")));
    const std::unique_ptr<QObject> made(component.createWithInitialProperties(
        {{QStringLiteral("session"), QVariant::fromValue(&session)},
         {QStringLiteral("preferences"), QVariant::fromValue(&preferences)},
         {QStringLiteral("width"), shot.size.width()},
         {QStringLiteral("height"), shot.size.height()},
         {QStringLiteral("syncing"), false}}));
    auto* window = qobject_cast<QQuickWindow*>(made.get());
    if (!window)
        qFatal("%s", qPrintable(component.errorString()));
    QCursor::setPos(window->mapToGlobal(QPoint(1, 1)));
    QImage out;
    if (ask(*window, "showPicture", Q_ARG(QString, shot.page)))
        do
            out = atRest(*window, session);
        while (!out.isNull() && ask(*window, "goOnWithPicture"));
    return out.size() == shot.size ? simplified(out) : QImage();
}

/// What is drawn once nobody works for it any more and two looks in a row see the same.
QImage PageCamera::atRest(QQuickWindow& window, const ui::StationSession& session) {
    QImage before;
    for (int look = 0; look < kMostLooks; ++look) {
        pass(kLookMs);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (session.busy() || !window.isActive())
            continue;
        window.update();
        const QImage now = window.grabWindow();
        if (now == before)
            return now;
        before = now;
    }
    return {};
}

}  // namespace fayi::testing
