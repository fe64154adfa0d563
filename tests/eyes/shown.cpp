// SPDX-License-Identifier: Apache-2.0
#include "shown.h"

#include <QAccessible>
#include <QQuickWindow>
#include <QStringList>
#include <algorithm>

namespace fayi::testing {
namespace {

constexpr int kNamed = 5;  ///< steps of a path; more are not read

bool scrolls(const QQuickItem& item) {
    return item.inherits("QQuickFlickable");
}

qreal beyond(const QRectF& part, const QRectF& room) {
    return std::max({room.left() - part.left(), part.right() - room.right(), room.top() - part.top(),
                     part.bottom() - room.bottom()});
}

bool across(const QQuickItem& flickable) {
    return flickable.property("contentWidth").toReal() > flickable.width() + 1;
}

/// How far a Flickable can bring its content: where it starts and how long it is.
QRectF reach(const QQuickItem& flickable, const QQuickItem& content) {
    const QPointF begin(flickable.property("originX").toReal(), flickable.property("originY").toReal());
    const QSizeF size(std::max(flickable.property("contentWidth").toReal(), flickable.width()),
                      std::max(flickable.property("contentHeight").toReal(), flickable.height()));
    return {begin,
            QSizeF(across(flickable) ? size.width() : std::min(size.width(), content.parentItem()->width()),
                   size.height())};
}

}  // namespace

QQuickItem* scene(QQuickWindow& window) {
    QQuickItem* out = window.contentItem();
    forEachShown(*window.contentItem(), [&](QQuickItem& item) {
        if (item.inherits("QQuickPopupItem"))
            for (const QObject* popup = item.parent(); popup; popup = popup->parent())
                if (popup->inherits("QQuickPopup") && popup->property("modal").toBool()) {
                    out = &item;
                    break;
                }
    });
    return out;
}

void forEachShown(QQuickItem& root, const std::function<void(QQuickItem&)>& visit) {
    if (!root.isVisible() || root.opacity() == 0)
        return;
    visit(root);
    for (QQuickItem* child : root.childItems())
        forEachShown(*child, visit);
}

QRectF onScene(const QQuickItem& item, const QRectF& within) {
    return item.mapRectToScene(within);
}

qreal lost(const QQuickItem& item, const QRectF& part) {
    qreal out = 0;
    QRectF at = part;
    const QQuickItem* child = &item;
    for (const QQuickItem* around = item.parentItem(); around; around = around->parentItem()) {
        at = child->mapRectToItem(around, at);
        child = around;
        const QQuickItem* outer = around->parentItem();
        if (outer && scrolls(*outer)) {
            out = std::max(out, beyond(at, reach(*outer, *around)));
            // From here on it is as if it had been scrolled there.
            at = QRectF(QPointF(across(*outer) ? 0 : around->mapRectToItem(outer, at).left(), 0),
                        QSizeF(1, 1));
            child = around = outer;
            continue;
        }
        if (around->clip() || !outer)
            out = std::max(out, beyond(at, QRectF(0, 0, around->width(), around->height())));
    }
    return out;
}

QRectF inSight(const QQuickItem& item) {
    QRectF out = onScene(item);
    for (const QQuickItem* around = item.parentItem(); around; around = around->parentItem())
        if (around->clip() || !around->parentItem())
            out = out.intersected(onScene(*around));
    return out;
}

bool isText(const QQuickItem& item) {
    return item.inherits("QQuickText");
}

bool isControl(const QQuickItem& item) {
    if (item.inherits("QQuickScrollBar"))
        return false;
    if (item.inherits("QQuickMouseArea"))
        return item.isEnabled() && item.property("acceptedButtons").toInt() != 0;
    if (item.inherits("QQuickAbstractButton") || item.inherits("QQuickSlider") ||
        item.inherits("QQuickTextInput") || item.inherits("QQuickTextEdit"))
        return true;
    return std::any_of(item.children().begin(), item.children().end(),
                       [](const QObject* one) { return one->inherits("QQuickTapHandler"); });
}

QString pathOf(const QQuickItem& item) {
    QStringList out;
    for (const QQuickItem* one = &item; one && out.size() < kNamed; one = one->parentItem()) {
        const QString type = QString::fromLatin1(one->metaObject()->className());
        const QString name = one->objectName();
        if (!name.isEmpty())
            out.prepend(name);
        else if (one == &item || !type.startsWith(QLatin1String("QQuick")))
            out.prepend(type.section(QLatin1String("_QML"), 0, 0));
    }
    return out.join(QLatin1Char('/'));
}

QString wordsOf(const QQuickItem& item) {
    const QString text = item.property("text").toString();
    if (!text.isEmpty())
        return text;
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QQuickItem*>(&item));
    return face ? face->text(QAccessible::Name) : QString();
}

}  // namespace fayi::testing
