// SPDX-License-Identifier: Apache-2.0
#include "page_visit.h"

#include <QCoreApplication>
#include <QCursor>
#include <QEventLoop>
#include <QQmlComponent>
#include <QQuickWindow>
#include <QTimer>

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

QStringList recordsOf(const Furnished& furnished) {
    QStringList out;
    for (const std::string* id :
         {&furnished.conflict, &furnished.early, &furnished.closed, &furnished.twice, &furnished.limited})
        out << QString::fromStdString(*id);
    return out;
}

}  // namespace

PageVisit::PageVisit(QQmlApplicationEngine& engine, const Furnished& furnished, const Shot& dress) {
    std::filesystem::copy(furnished.folder, m_folder / "data", std::filesystem::copy_options::recursive);
    m_preferences.override(dress.chinese ? QStringLiteral("zh") : QStringLiteral("en"),
                           dress.mood == Mood::Dark, dress.mood == Mood::Contrast, dress.scale);
    m_language = std::make_unique<ui::LanguageSwitch>(engine, m_preferences);
    m_session = std::make_unique<ui::StationSession>(m_clock, m_random);
    m_session->setLanguage(m_preferences.language());
    m_session->setFolder(QString::fromStdString((m_folder / "data").string()));

    QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/qt/qml/Fayi/App/Main.qml")));
    m_made.reset(component.createWithInitialProperties(
        {{QStringLiteral("session"), QVariant::fromValue(m_session.get())},
         {QStringLiteral("preferences"), QVariant::fromValue(&m_preferences)},
         {QStringLiteral("width"), dress.size.width()},
         {QStringLiteral("height"), dress.size.height()},
         {QStringLiteral("pictured"), recordsOf(furnished)},
         {QStringLiteral("syncing"), false}}));
    m_window = qobject_cast<QQuickWindow*>(m_made.get());
    if (!m_window)
        qFatal("%s", qPrintable(component.errorString()));
    QCursor::setPos(m_window->mapToGlobal(QPoint(1, 1)));
}

PageVisit::~PageVisit() = default;

QStringList PageVisit::pages() const {
    QVariant out;
    QMetaObject::invokeMethod(m_window, "pictureNames", Q_RETURN_ARG(QVariant, out));
    return out.toStringList();
}

bool PageVisit::open(const QString& page) {
    if (!ask(*m_window, "showPicture", Q_ARG(QString, page)))
        return false;
    do
        if (atRest().isNull())
            return false;
    while (ask(*m_window, "goOnWithPicture"));
    return true;
}

QImage PageVisit::atRest() {
    QImage before;
    for (int look = 0; look < kMostLooks; ++look) {
        pass(kLookMs);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (m_session->busy() || !m_window->isActive())
            continue;
        m_window->update();
        const QImage now = m_window->grabWindow();
        if (now == before)
            return now;
        before = now;
    }
    return {};
}

}  // namespace fayi::testing
