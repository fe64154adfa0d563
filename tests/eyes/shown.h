// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickItem>
#include <QRectF>
#include <functional>

class QQuickWindow;

namespace fayi::testing {

/// What is to be looked at: the window's content, or the popup over it that lets nothing else be pressed.
QQuickItem* scene(QQuickWindow& window);

/// Every item below that is drawn, from the outside in.
void forEachShown(QQuickItem& root, const std::function<void(QQuickItem&)>& visit);

/// In scene coordinates.
QRectF onScene(const QQuickItem& item, const QRectF& within);
inline QRectF onScene(const QQuickItem& item) {
    return onScene(item, QRectF(0, 0, item.width(), item.height()));
}

/// How much of `part`, a rectangle of `item`, cannot be seen however one scrolls: what a clip or the window
/// takes away, in pixels of the worse side.
qreal lost(const QQuickItem& item, const QRectF& part);

/// What of `item` is in sight now.
QRectF inSight(const QQuickItem& item);

bool isText(const QQuickItem& item);
/// It is pressed, written in or chosen.
bool isControl(const QQuickItem& item);

/// "stack/RecordPage/edit-amount": the names from the outside in, types where there is no name.
QString pathOf(const QQuickItem& item);
QString wordsOf(const QQuickItem& item);

}  // namespace fayi::testing
