// SPDX-License-Identifier: Apache-2.0
// fayi-drive DATA SCENE PICTURES: one scene at the window of that data folder. DRIVE_HUB is a command that
// stops and starts the hub.
#include <QFont>
#include <QGuiApplication>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <QStandardPaths>
#include <cstdio>

#include "fayi/ui/language_switch.h"
#include "fayi/ui/preferences.h"
#include "fayi/ui/station_session.h"
#include "fayi/ui/sync_controller.h"
#include "qml_plugins.h"
#include "scenes.h"

namespace {

using namespace fayi;

bool askHub(const QString& what) {
    return QProcess::execute(qEnvironmentVariable("DRIVE_HUB"), {what}) == 0;
}

int play(QQuickWindow& window, const QString& scene, const QString& pictures) {
    auto* sync = window.findChild<ui::SyncController*>();
    const auto known = drive::scenes().find(scene);
    if (known == drive::scenes().end() || !sync) {
        std::fprintf(stderr, "drive: there is no scene %s, or no sync\n", qPrintable(scene));
        return 2;
    }
    drive::Stage stage;
    stage.hub = askHub;
    stage.link = [sync] { return sync->running() ? QStringLiteral("running") : sync->link(); };
    stage.waiting = [sync] { return sync->waiting(); };
    stage.papers =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/法驿文书");
    drive::Driver driver(window, pictures, scene);
    const bool good = known->second(driver, stage);
    std::printf("%s: %s\n", qPrintable(scene), good ? "ok" : "not good enough");
    return good ? 0 : 1;
}

}  // namespace

int main(int argc, char* argv[]) {
    QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4) {
        std::fprintf(stderr, "fayi-drive DATA SCENE PICTURES\n");
        return 2;
    }
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")});
    QGuiApplication::setFont(font);
    ui::Preferences preferences;
    ui::StationSession session;
    session.setFolder(arguments[1]);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    const ui::LanguageSwitch language(engine, preferences);
    engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)},
                                 {QStringLiteral("preferences"), QVariant::fromValue(&preferences)},
                                 {QStringLiteral("pictured"), QStringList()},
                                 {QStringLiteral("handed"), QUrl()},
                                 {QStringLiteral("syncing"), true}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Fayi/App/Main.qml")));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    return window ? play(*window, arguments[2], arguments[3]) : 1;
}
