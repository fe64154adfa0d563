// SPDX-License-Identifier: Apache-2.0
#include <QCoreApplication>
#include <QEventLoop>
#include <QImage>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "eyes.h"
#include "shown.h"

namespace fayi::testing {
namespace {

/// More steps than any page has controls: it goes in circles and never comes back.
constexpr int kMostSteps = 400;
/// Rows of a list that are tried: those below are the same.
constexpr int kRows = 4;
/// What has the keyboard may take so many looks, so many milliseconds apart, to come into sight.
constexpr int kLooks = 25, kLookMs = 20;
/// Pixels: what of a large control must be in sight, and how far around it a ring is drawn.
constexpr qreal kEnough = 44, kRing = 4;

void press(QQuickWindow& window, Qt::Key key) {
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
}

/// Text that cannot be written in is read, and needs no keyboard.
bool wantsKeyboard(const QQuickItem& item) {
    return isControl(item) && item.isEnabled() && !item.property("readOnly").toBool();
}

QQuickItem* listAround(QQuickItem& item) {
    for (QQuickItem* one = item.parentItem(); one; one = one->parentItem())
        if (one->inherits("QQuickItemView"))
            return one;
    return nullptr;
}

bool isWithin(const QQuickItem& item, const QQuickItem* outer) {
    return outer && (&item == outer || outer->isAncestorOf(&item));
}

/// Not a row: what stands above or below them.
bool isBeside(const QQuickItem& item, const QQuickItem& list) {
    return isWithin(item, list.property("headerItem").value<QQuickItem*>()) ||
           isWithin(item, list.property("footerItem").value<QQuickItem*>());
}

class Walk {
public:
    explicit Walk(QQuickWindow& window)
        : m_window(window), m_scene(*scene(window)), m_picture(window.grabWindow()) {}

    std::vector<Fault> go() {
        for (int step = 0; step < kMostSteps; ++step) {
            press(m_window, Qt::Key_Tab);
            QQuickItem* now = m_window.activeFocusItem();
            if (!now || m_reached.contains(now))
                break;
            arrive(*now);
        }
        forEachShown(m_scene, [this](QQuickItem& item) {
            if (wantsKeyboard(item) && !m_reached.contains(&item) && !isLaterRow(item))
                report(Flaw::Unreached, item, QStringLiteral("%1 others are reached").arg(m_reached.size()));
        });
        return std::move(m_out);
    }

private:
    void arrive(QQuickItem& item) {
        m_reached.insert(&item);
        for (int look = 0; look < kLooks && !isSeen(item); ++look)
            rest();
        const bool differs = changed(item);
        if (const QRectF seen = inSight(item); !isSeen(item))
            report(Flaw::Unseen, item,
                   QStringLiteral("%1 × %2 of it are in sight").arg(seen.width()).arg(seen.height()));
        else if (!differs && !differsWithoutKeyboard(item))
            report(Flaw::Unseen, item, QStringLiteral("nothing shows that it has the keyboard"));
        QQuickItem* list = item.inherits("QQuickItemView") ? &item : listAround(item);
        if (list && !isBeside(item, *list)) {
            m_reached.insert(list);
            goDown(*list);
        }
    }

    static bool isSeen(const QQuickItem& item) {
        const QRectF seen = inSight(item);
        return seen.width() + 1 >= std::min(item.width(), kEnough) &&
               seen.height() + 1 >= std::min(item.height(), kEnough);
    }

    /// Layouts and views put things into their places when they are drawn.
    void rest() {
        QEventLoop loop;
        QTimer::singleShot(kLookMs, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        loop.exec();
        (void)m_window.grabWindow();
    }

    /// Something there looks other than it did a step before.
    bool changed(const QQuickItem& item) {
        const QImage before = std::exchange(m_picture, m_window.grabWindow());
        const QRect around = ringed(inSight(item));
        return before.copy(around) != m_picture.copy(around);
    }

    /// The same without the step: what was there before may have scrolled away, and looked alike.
    bool differsWithoutKeyboard(QQuickItem& item) {
        const QRect around = ringed(inSight(item));
        const QImage with = m_window.grabWindow();
        item.setFocus(false);
        const QImage without = m_window.grabWindow();
        item.forceActiveFocus(Qt::TabFocusReason);
        return with.copy(around) != without.copy(around);
    }

    static QRect ringed(const QRectF& seen) {
        return seen.adjusted(-kRing, -kRing, kRing, kRing).toAlignedRect();
    }

    void report(Flaw flaw, const QQuickItem& item, const QString& what) {
        m_out.push_back({flaw, pathOf(item), wordsOf(item), what});
    }

    /// The rows of a list are one stop of the tabulator; the arrow leads through them.
    void goDown(QQuickItem& list) {
        for (int row = 0; row < kRows && m_window.activeFocusItem(); ++row) {
            QQuickItem* now = list.property("currentItem").value<QQuickItem*>();
            if (!now)
                break;
            m_reached.insert(now);
            forEachShown(*now, [this](QQuickItem& part) {
                if (part.hasActiveFocus())
                    m_reached.insert(&part);
            });
            press(m_window, Qt::Key_Down);
        }
    }

    bool isLaterRow(QQuickItem& item) const {
        QQuickItem* list = listAround(item);
        return list && m_reached.contains(list) && list->property("count").toInt() > kRows &&
               !isBeside(item, *list);
    }

    QQuickWindow& m_window;
    QQuickItem& m_scene;
    QSet<QQuickItem*> m_reached;
    QImage m_picture;  ///< of the step before
    std::vector<Fault> m_out;
};

}  // namespace

std::vector<Fault> goAround(QQuickWindow& window) {
    return Walk(window).go();
}

}  // namespace fayi::testing
