// SPDX-License-Identifier: Apache-2.0
// fayi-window DATA TYPE WORDS: what the window takes over a store, under software rendering. One JSON
// document.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "fayi/ui/language_switch.h"
#include "fayi/ui/preferences.h"
#include "fayi/ui/record_list_model.h"
#include "fayi/ui/station_session.h"
#include "qml_plugins.h"

namespace {

using namespace fayi;

constexpr int kPatienceMs = 60'000;
constexpr int kRounds = 11;          // of which the median counts
constexpr int kSteps = 1'000;        // of a scroll
constexpr double kStepPixels = 180;  // three rows, as one turn of a wheel

[[noreturn]] void fail(const char* what) {
    std::cerr << "fayi-window: " << what << "\n";
    std::exit(70);
}

double millis(const QElapsedTimer& watch) {
    return static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A window, and when it drew last.
class Watched {
public:
    explicit Watched(QQuickWindow& window) : m_window(window) {}
    /// Lets it draw what it shows now.
    void draw() {
        QEventLoop loop;
        QObject::connect(&m_window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
        QTimer::singleShot(kPatienceMs, &loop, [] { fail("no frame was drawn"); });
        m_window.update();
        loop.exec();
    }
    QQuickWindow& window() { return m_window; }

private:
    QQuickWindow& m_window;
};

QQuickItem* find(QQuickItem* item, const QString& name) {
    if (!item || !item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = find(child, name))
            return found;
    return nullptr;
}

/// What leads from page to page: it has the ways as functions.
QObject* shellOf(QQuickWindow& window) {
    for (QQuickItem* item : window.findChildren<QQuickItem*>())
        if (item->metaObject()->indexOfMethod("goList(QString)") >= 0)
            return item;
    fail("the window has no shell");
}

/// Pages of a list as its model reads them, and what it finds of words as they are typed.
nlohmann::json ofModel(ui::StationSession& session, const QString& type, const QString& words) {
    std::vector<double> first;
    for (int i = 0; i < kRounds; ++i) {
        ui::RecordListModel model;
        model.setType(type);
        QElapsedTimer watch;
        watch.start();
        model.setSession(&session);
        first.push_back(millis(watch));
        if (model.count() == 0)
            fail("there are no records of that type");
    }
    ui::RecordListModel model;
    model.setType(type);
    model.setSession(&session);
    std::vector<double> typed;
    for (int i = 0; i < kRounds; ++i)
        for (int letters = 1; letters <= words.size(); ++letters) {
            QElapsedTimer watch;
            watch.start();
            model.setText(words.left(letters));
            typed.push_back(millis(watch));
        }
    return {{"first_page_ms", median(first)},
            {"search_ms", median(typed)},
            {"search_worst_ms", *std::max_element(typed.begin(), typed.end())},
            {"found", model.count()}};
}

nlohmann::json ofWindow(Watched& watched, const QString& type) {
    QObject* shell = shellOf(watched.window());
    QElapsedTimer watch;
    watch.start();
    QMetaObject::invokeMethod(shell, "goList", Q_ARG(QString, type));
    watched.draw();
    const double list = millis(watch);
    QQuickItem* rows = find(watched.window().contentItem(), QStringLiteral("records"));
    if (!rows)
        fail("the list is not there");
    for (int i = 0; i < kRounds; ++i)
        watched.draw();  // what opens with the page has opened
    std::vector<double> frames;
    for (int i = 0; i < kSteps; ++i) {
        watch.restart();
        rows->setProperty("contentY", rows->property("contentY").toDouble() + kStepPixels);
        watched.draw();
        frames.push_back(millis(watch));
    }
    QString record;
    QMetaObject::invokeMethod(rows->property("model").value<QObject*>(), "idAt",
                              Q_RETURN_ARG(QString, record), Q_ARG(int, 0));
    const int scrolled = rows->property("count").toInt();
    std::vector<double> forms;
    for (int i = 0; i < kRounds; ++i) {
        watch.restart();
        QMetaObject::invokeMethod(shell, "editRecord", Q_ARG(QString, record));
        watched.draw();
        forms.push_back(millis(watch));
        // By the loop that draws: what is left there goes with the next round of it.
        QMetaObject::invokeMethod(shell, "goBack", Qt::QueuedConnection);
        watched.draw();
        watched.draw();
    }
    const auto over = std::count_if(frames.begin(), frames.end(), [](double ms) { return ms > 33; });
    return {{"list_ms", list},
            {"frames", frames.size()},
            {"frame_ms", median(frames)},
            {"frame_worst_ms", *std::max_element(frames.begin(), frames.end())},
            {"frames_over_33_ms", over},
            {"rows_scrolled", scrolled},
            {"form_ms", median(forms)}};
}

/// The most that was resident, in MiB.
double residentMost() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

}  // namespace

int main(int argc, char* argv[]) {
    QElapsedTimer watch;
    watch.start();
    QGuiApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        fail("fayi-window DATA TYPE WORDS");
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
                                 {QStringLiteral("syncing"), false}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Fayi/App/Main.qml")));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window)
        fail("no window");
    QTimer::singleShot(0, window, [&] {
        Watched watched(*window);
        watched.draw();
        nlohmann::json out{{"usable_ms", millis(watch)}};
        out.update(ofWindow(watched, arguments[2]));
        out.update(ofModel(session, arguments[2], arguments[3]));
        out["resident_mib"] = residentMost();
        std::cout << out.dump() << "\n";
        QGuiApplication::exit(0);
    });
    return QGuiApplication::exec();
}
