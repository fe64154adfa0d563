// SPDX-License-Identifier: Apache-2.0
// fayi-gallery: every control in every state, to look at or, with --look, as pictures.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <cstdio>

#include "fayi/ui/picture_taker.h"
#include "gallery.h"
#include "qml_plugins.h"

Q_IMPORT_QML_PLUGIN(Fayi_GalleryPlugin)

int main(int argc, char* argv[]) {
    for (int i = 1; i < argc; ++i)
        if (QByteArrayView(argv[i]).startsWith("--look") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Every control of the window in every state."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("look"), QStringLiteral("Save a picture of every sheet into DIR, then end."),
         QStringLiteral("DIR")},
        {QStringLiteral("dark"), QStringLiteral("Light letters on dark ground.")},
        {QStringLiteral("contrast"), QStringLiteral("High contrast.")},
        {QStringLiteral("scale"), QStringLiteral("Size of text in per cent."), QStringLiteral("N"),
         QStringLiteral("100")},
        {QStringLiteral("width"), QStringLiteral("Width of the window."), QStringLiteral("N"),
         QStringLiteral("1280")},
        {QStringLiteral("height"), QStringLiteral("Its height."), QStringLiteral("N"), QStringLiteral("800")},
    });
    parser.process(app);
    const QString look = parser.value(QStringLiteral("look"));
    fayi::testing::Gallery gallery(!look.isEmpty());
    if (!gallery.window()) {
        std::fprintf(stderr, "fayi-gallery: it does not load\n");
        return 1;
    }
    gallery.dress({parser.isSet(QStringLiteral("dark")), parser.isSet(QStringLiteral("contrast")), true,
                   parser.value(QStringLiteral("scale")).toInt(),
                   QSize(parser.value(QStringLiteral("width")).toInt(),
                         parser.value(QStringLiteral("height")).toInt())});
    if (look.isEmpty())
        return QGuiApplication::exec();
    fayi::ui::PictureTaker taker(*gallery.window(), look);
    QObject::connect(&taker, &fayi::ui::PictureTaker::finished, &app,
                     [](int failed) { QGuiApplication::exit(failed == 0 ? 0 : 1); });
    QMetaObject::invokeMethod(&taker, &fayi::ui::PictureTaker::start, Qt::QueuedConnection);
    return QGuiApplication::exec();
}
