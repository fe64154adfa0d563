// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QPointer>
#include <QQuickPaintedItem>

#include "fayi/ui/camera_controller.h"

namespace fayi::ui {

/// What a camera sees or has taken, as large as it fits. Painted by the processor, so that it is seen with
/// and without a graphics card; quickly rather than smoothly, for it changes ten times a second.
class CameraView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fayi::ui::CameraController* camera READ camera WRITE setCamera NOTIFY cameraChanged)

public:
    using QQuickPaintedItem::QQuickPaintedItem;

    CameraController* camera() const { return m_camera; }
    void setCamera(CameraController* camera);

    void paint(QPainter* painter) override;

signals:
    void cameraChanged();

private:
    QPointer<CameraController> m_camera;
};

}  // namespace fayi::ui
