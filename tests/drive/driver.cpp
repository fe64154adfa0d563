// SPDX-License-Identifier: Apache-2.0
#include "driver.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QImage>
#include <QProcess>
#include <QTimer>
#include <cstdio>

namespace fayi::drive {
namespace {

constexpr int kPatienceMs = 30'000;
constexpr int kLookMs = 40;      // between two looks
constexpr int kSettleMs = 120;   // a layout has come to rest
constexpr int kMostTurns = 200;  // of the wheel
constexpr int kLetterMs = 100;   // between two letters: each gets a key of its own for that long

void wait(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

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

bool readsIn(const QQuickItem* item, const QString& words) {
    if (!item || !item->isVisible())
        return false;
    if (item->property("text").toString().contains(words))
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(),
                       [&](const QQuickItem* child) { return readsIn(child, words); });
}

/// What scrolls it, and where in the window that lies.
QQuickItem* scrollerOf(const QQuickItem* item) {
    for (QQuickItem* one = item->parentItem(); one; one = one->parentItem())
        if (one->inherits("QQuickFlickable"))
            return one;
    return nullptr;
}

QRectF boxOf(const QQuickItem* item) {
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

}  // namespace

Driver::Driver(QQuickWindow& window, QString pictures, QString scene)
    : m_window(window), m_pictures(std::move(pictures)), m_scene(std::move(scene)) {
    QDir().mkpath(m_pictures);
    m_window.requestActivate();
    until(QStringLiteral("the window has the keyboard"), [&] { return m_window.isActive(); });
    m_watch.start();
}

void Driver::beginCounting() {
    m_strokes = m_letters = 0;
    m_watch.restart();
}

void Driver::fail(const QString& what) {
    m_window.grabWindow().save(QDir(m_pictures).filePath(m_scene + QStringLiteral("-failed.png")));
    std::fprintf(stderr, "drive: %s: %s\n", qPrintable(m_scene), qPrintable(what));
    std::exit(1);
}

void Driver::until(const QString& what, const std::function<bool()>& holds) {
    QElapsedTimer watch;
    watch.start();
    while (!holds()) {
        if (watch.elapsed() > kPatienceMs)
            fail(what + QStringLiteral(" does not come"));
        wait(kLookMs);
    }
}

bool Driver::isThere(const QString& name) const {
    return find(m_window.contentItem(), name) != nullptr;
}

QQuickItem* Driver::see(const QString& name) {
    until(name, [&] {
        const QQuickItem* item = find(m_window.contentItem(), name);
        return item && item->isEnabled();
    });
    wait(kSettleMs);
    return find(m_window.contentItem(), name);
}

bool Driver::reads(const QString& words) const {
    return readsIn(m_window.contentItem(), words);
}

/// Real events go through the X server: this program has to take them meanwhile.
void Driver::act(const QStringList& arguments) {
    QProcess tool;
    QEventLoop loop;
    QObject::connect(&tool, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&tool, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    tool.start(QStringLiteral("xdotool"), arguments);
    loop.exec();
    if (tool.error() == QProcess::FailedToStart || tool.exitCode() != 0)
        fail(QStringLiteral("xdotool ") + arguments.join(QLatin1Char(' ')));
    wait(kLookMs);
}

/// By the wheel, over what scrolls; all turns together are one stroke.
void Driver::scrollTo(QQuickItem* item) {
    const QQuickItem* scroller = scrollerOf(item);
    if (!scroller)
        return;
    bool turned = false;
    for (int i = 0; i < kMostTurns; ++i) {
        const QRectF view = boxOf(scroller), box = boxOf(item);
        const bool above = box.top()<view.top(), below = box.bottom()> view.bottom();
        if (!above && !below)
            break;
        const QPoint at = m_window.mapToGlobal(QPoint(qRound(view.right()) - 14, qRound(view.center().y())));
        act({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y()),
             QStringLiteral("click"), above ? QStringLiteral("4") : QStringLiteral("5")});
        turned = true;
    }
    m_strokes += turned ? 1 : 0;
    wait(kSettleMs);
}

void Driver::click(QQuickItem* item) {
    scrollTo(item);
    const QPoint at = m_window.mapToGlobal(boxOf(item).center().toPoint());
    act({QStringLiteral("mousemove"), QString::number(at.x()), QString::number(at.y()),
         QStringLiteral("click"), QStringLiteral("1")});
    ++m_strokes;
}

void Driver::press(const QString& name) {
    click(see(name));
}

void Driver::answer(const QString& notice) {
    QQuickItem* button = find(see(notice), QStringLiteral("notice-action"));
    if (!button)
        fail(notice + QStringLiteral(" has no button"));
    click(button);
}

void Driver::key(const QString& name) {
    act({QStringLiteral("key"), name});
    ++m_strokes;
}

void Driver::type(const QString& letters) {
    act({QStringLiteral("type"), QStringLiteral("--delay"), QString::number(kLetterMs), letters});
    m_letters += static_cast<int>(letters.size());
    wait(kSettleMs);
    const QQuickItem* editor = m_window.activeFocusItem();
    if (!editor || !editor->property("text").toString().contains(letters))
        fail(QStringLiteral("typed \"") + letters + QStringLiteral("\", there is \"") +
             (editor ? editor->property("text").toString() : QString()) + QLatin1Char('"'));
}

void Driver::pick(const QString& name, const QString& words) {
    press(name);
    see(QStringLiteral("picker-words"));
    type(words);
    key(QStringLiteral("Return"));
    until(QStringLiteral("the picker closes"), [&] { return !isThere(QStringLiteral("picker-words")); });
}

void Driver::choose(const QString& group, const QString& code) {
    QQuickItem* chip = find(see(group), QStringLiteral("choice-") + code);
    if (!chip)
        fail(group + QStringLiteral(" offers no ") + code);
    click(chip);
}

void Driver::picture(const QString& name) {
    wait(3 * kSettleMs);
    const QString file =
        QStringLiteral("%1-%2-%3.png").arg(m_scene).arg(++m_taken, 2, 10, QLatin1Char('0')).arg(name);
    if (!m_window.grabWindow().save(QDir(m_pictures).filePath(file)))
        fail(QStringLiteral("cannot write ") + file);
}

}  // namespace fayi::drive
