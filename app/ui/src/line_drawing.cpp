// SPDX-License-Identifier: Apache-2.0
#include "fayi/ui/line_drawing.h"

#include <QPainter>
#include <QRegularExpression>
#include <QStringList>
#include <array>

namespace fayi::ui {
namespace {

constexpr qreal kField = 24;

/// How many numbers a command takes.
int numbersOf(QChar command) {
    switch (command.toLatin1()) {
        case 'M':
        case 'L':
            return 2;
        case 'H':
        case 'V':
            return 1;
        case 'O':
            return 3;
        case 'Q':
            return 4;
        case 'C':
            return 6;
        default:
            return 0;
    }
}

void draw(QPainterPath& path, QChar command, const std::array<qreal, 6>& n) {
    const QPointF here = path.currentPosition();
    switch (command.toLatin1()) {
        case 'M':
            return path.moveTo(n[0], n[1]);
        case 'L':
            return path.lineTo(n[0], n[1]);
        case 'H':
            return path.lineTo(n[0], here.y());
        case 'V':
            return path.lineTo(here.x(), n[0]);
        case 'O':
            return path.addEllipse(QPointF(n[0], n[1]), n[2], n[2]);
        case 'Q':
            return path.quadTo(n[0], n[1], n[2], n[3]);
        case 'C':
            return path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        case 'Z':
            return path.closeSubpath();
        default:
            return;
    }
}

QPainterPath parse(const QString& text) {
    static const QRegularExpression kToken(QStringLiteral("[A-Z]|-?[0-9.]+"));
    QStringList tokens;
    for (auto match = kToken.globalMatch(text); match.hasNext();)
        tokens << match.next().captured();
    QPainterPath out;
    for (qsizetype at = 0; at < tokens.size();) {
        const QChar command = tokens[at++][0];
        std::array<qreal, 6> numbers{};
        const int wanted = numbersOf(command);
        for (int i = 0; i < wanted && at < tokens.size(); ++i)
            numbers[static_cast<std::size_t>(i)] = tokens[at++].toDouble();
        draw(out, command, numbers);
    }
    return out;
}

}  // namespace

LineDrawing::LineDrawing(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
}

void LineDrawing::setPath(const QString& path) {
    if (path == m_path)
        return;
    m_path = path;
    m_lines = parse(path);
    update();
    emit changed();
}

void LineDrawing::setColor(const QColor& color) {
    if (color == m_color)
        return;
    m_color = color;
    update();
    emit changed();
}

void LineDrawing::setLineWidth(qreal width) {
    if (qFuzzyCompare(width, m_lineWidth))
        return;
    m_lineWidth = width;
    update();
    emit changed();
}

void LineDrawing::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(width() / kField, height() / kField);
    painter->setPen(QPen(m_color, m_lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(m_lines);
}

}  // namespace fayi::ui
