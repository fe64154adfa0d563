// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/qqmlregistration.h>

#include <QColor>
#include <QPainterPath>
#include <QQuickPaintedItem>

namespace fayi::ui {

/// A small drawing of lines on a field of 24 by 24, stretched to the item. Painted by the processor, so it is
/// the same with and without a graphics card.
///
/// `path` is a part of the language of SVG paths, absolute commands only, numbers separated by spaces:
/// M x y, L x y, H x, V y, Q (two points), C (three points), Z; and O x y r, a circle.
class LineDrawing : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    /// On the field of 24.
    Q_PROPERTY(qreal lineWidth READ lineWidth WRITE setLineWidth NOTIFY changed)

public:
    explicit LineDrawing(QQuickItem* parent = nullptr);

    QString path() const { return m_path; }
    void setPath(const QString& path);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);
    qreal lineWidth() const { return m_lineWidth; }
    void setLineWidth(qreal width);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    QString m_path;
    QPainterPath m_lines;
    QColor m_color;
    qreal m_lineWidth = 2;
};

}  // namespace fayi::ui
