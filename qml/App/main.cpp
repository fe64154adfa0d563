// SPDX-License-Identifier: Apache-2.0
#include <QCommandLineParser>
#include <QDir>
#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSurfaceFormat>
#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string_view>

#include "fayi/ui/language_switch.h"
#include "fayi/ui/picture_taker.h"
#include "fayi/ui/preferences.h"
#include "fayi/ui/station_session.h"
#include "qml_plugins.h"

namespace {

using fayi::ui::LanguageSwitch;
using fayi::ui::PictureTaker;
using fayi::ui::Preferences;
using fayi::ui::StationSession;

constexpr int kUsageExit = 2;
constexpr int kBugExit = 70;

struct Options {
    QString data, language, pictures, file;
    QStringList pictured;
    bool dark = false, contrast = false;
    int scale = 0;
    QSize size;
};

QString defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/fayi");
}

/// Nothing: a wrong option was complained of.
std::optional<Options> readOptions(const QCoreApplication& app) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Fayi, the window of a station. 法驿工作站窗口。"));
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("An exchange file (.fayi) to read."),
                                 QStringLiteral("[FILE]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("data"), QStringLiteral("The data folder."), QStringLiteral("DIR"), defaultFolder()},
        {QStringLiteral("lang"), QStringLiteral("zh or en, for this run."), QStringLiteral("zh|en")},
        {QStringLiteral("dark"), QStringLiteral("Light letters on dark ground, for this run.")},
        {QStringLiteral("contrast"), QStringLiteral("High contrast, for this run.")},
        {QStringLiteral("scale"), QStringLiteral("Size of text in per cent, 100 to 200, for this run."),
         QStringLiteral("N")},
        {QStringLiteral("look"), QStringLiteral("Save a picture of every page into DIR, then end."),
         QStringLiteral("DIR")},
        {QStringLiteral("record"), QStringLiteral("With --look: this record too; may be repeated."),
         QStringLiteral("ID")},
        {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH")},
    });
    parser.process(app);
    Options out{parser.value(QStringLiteral("data")),
                parser.value(QStringLiteral("lang")),
                parser.value(QStringLiteral("look")),
                parser.positionalArguments().value(0),
                parser.values(QStringLiteral("record")),
                parser.isSet(QStringLiteral("dark")),
                parser.isSet(QStringLiteral("contrast")),
                parser.value(QStringLiteral("scale")).toInt(),
                {}};
    const bool hasScale = parser.isSet(QStringLiteral("scale"));
    static const QRegularExpression kSize(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const auto size = kSize.match(parser.value(QStringLiteral("size")));
    if (size.hasMatch())
        out.size = {size.captured(1).toInt(), size.captured(2).toInt()};
    const char* wrong = nullptr;
    if (parser.positionalArguments().size() > 1)
        wrong = "one exchange file at most";
    else if (parser.isSet(QStringLiteral("size")) && !size.hasMatch())
        wrong = "--size wants WIDTHxHEIGHT, such as 1280x800";
    else if (hasScale && (out.scale < Preferences::kSmallest || out.scale > Preferences::kLargest))
        wrong = "--scale wants a number from 100 to 200";
    else if (!out.language.isEmpty() && out.language != QLatin1String("zh") &&
             out.language != QLatin1String("en"))
        wrong = "--lang wants zh or en";
    if (!wrong)
        return out;
    std::fprintf(stderr, "fayi: %s\n", wrong);
    return std::nullopt;
}

/// Asked for words only: no screen is needed for them.
bool wantsWords(int argc, char* argv[]) {
    static constexpr std::array<std::string_view, 6> kWords{"-h",         "-?", "--help",
                                                            "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [](std::string_view one) {
        return std::find(kWords.begin(), kWords.end(), one) != kWords.end();
    });
}

void nameProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("fayi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FAYI_VERSION));
}

/// Chinese and Latin letters of one family; rare characters of names are in the first.
void chooseFont() {
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei"),
                      QStringLiteral("Source Han Sans SC"), QStringLiteral("Droid Sans Fallback")});
    QGuiApplication::setFont(font);
}

/// Lines of drawings stay smooth where a graphics card draws them.
void smoothLines() {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSamples(4);
    QSurfaceFormat::setDefaultFormat(format);
}

/// A path or, as some desktops say it, a file:// address; empty: none was handed over.
QUrl handedFile(const QString& file) {
    return file.isEmpty() ? QUrl() : QUrl::fromUserInput(file, QDir::currentPath(), QUrl::AssumeLocalFile);
}

int run(QGuiApplication& app, const Options& options) {
    Preferences preferences;
    preferences.setFile(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                        QStringLiteral("/fayi/window.ini"));
    preferences.override(options.language, options.dark, options.contrast, options.scale);
    StationSession session;
    session.setLanguage(preferences.language());
    QObject::connect(&preferences, &Preferences::languageChanged, &session,
                     [&] { session.setLanguage(preferences.language()); });
    session.setFolder(QDir(options.data).absolutePath());

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    const LanguageSwitch language(engine, preferences);
    engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)},
                                 {QStringLiteral("preferences"), QVariant::fromValue(&preferences)},
                                 {QStringLiteral("pictured"), options.pictured},
                                 {QStringLiteral("handed"), handedFile(options.file)},
                                 {QStringLiteral("syncing"), options.pictures.isEmpty()}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Fayi/App/Main.qml")));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window)
        return kBugExit;
    if (options.size.isValid())
        window->resize(options.size);
    if (options.pictures.isEmpty())
        return QGuiApplication::exec();
    PictureTaker taker(*window, options.pictures);
    QObject::connect(&taker, &PictureTaker::finished, &app,
                     [](int failed) { QGuiApplication::exit(failed == 0 ? 0 : 1); });
    QMetaObject::invokeMethod(&taker, &PictureTaker::start, Qt::QueuedConnection);
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char* argv[]) {
    nameProgram();
    if (wantsWords(argc, argv)) {
        const QCoreApplication app(argc, argv);
        return readOptions(app) ? 0 : kUsageExit;  // says them and ends, unless another option is wrong
    }
    // Pictures need no screen.
    for (int i = 1; i < argc; ++i)
        if (QByteArrayView(argv[i]).startsWith("--look") && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    smoothLines();
    QGuiApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("fayi"));
    chooseFont();
    const auto options = readOptions(app);
    return options ? run(app, *options) : kUsageExit;
}
