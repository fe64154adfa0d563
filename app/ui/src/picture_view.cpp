// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/picture_view.h"

#include <QPainter>

namespace fayi::ui {

void PictureView::setPicture(const QImage& picture) {
    m_picture = picture;
    update();
    emit pictureChanged();
}

void PictureView::paint(QPainter* painter) {
    if (m_picture.isNull())
        return;
    QRectF place(QPointF(), QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(boundingRect().center());
    painter->drawImage(place, m_picture);
}

}  // namespace fayi::ui
