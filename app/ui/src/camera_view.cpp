// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/camera_view.h"

#include <QPainter>

namespace fayi::ui {

void CameraView::setCamera(CameraController* camera) {
    if (m_camera)
        m_camera->disconnect(this);
    m_camera = camera;
    if (m_camera)
        connect(m_camera, &CameraController::pictureChanged, this, [this] { update(); });
    update();
    emit cameraChanged();
}

void CameraView::paint(QPainter* painter) {
    const QImage picture = m_camera ? m_camera->picture() : QImage();
    if (picture.isNull())
        return;
    QRectF place(QPointF(), QSizeF(picture.size()).scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(boundingRect().center());
    painter->drawImage(place, picture);
}

}  // namespace fayi::ui
