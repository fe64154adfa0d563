// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QImage>
#include <QQuickPaintedItem>

namespace fayi::ui {

/// A picture that lies in memory, as large as it fits. Painted by the processor, so that it is seen with and
/// without a graphics card; quickly rather than smoothly, for it may change ten times a second.
class PictureView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage picture READ picture WRITE setPicture NOTIFY pictureChanged)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    QImage picture() const { return m_picture; }
    void setPicture(const QImage& picture);

    void paint(QPainter* painter) override;

signals:
    void pictureChanged();

private:
    QImage m_picture;
};

}  // namespace fayi::ui
