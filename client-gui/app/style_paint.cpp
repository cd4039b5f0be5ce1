// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/style_paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace salon {

namespace {

void paintStroke(QPainter &painter, const QPolygonF &points, const QColor &colour, qreal penWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, penWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points);
    painter.restore();
}

} // namespace

void paintBox(
    QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line, qreal lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (line.isValid()) {
        const qreal half = lineWidth / 2;
        painter.setPen(QPen(line, lineWidth));
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens, const QColor &ground)
{
    const qreal width = tokens.focusWidth();
    if (ground.isValid()) {
        const QRectF gap = rect.adjusted(width, width, -width, -width);
        paintBox(painter, gap, std::max(radius - width, 1.0), {}, ground, 1);
    }
    paintBox(painter, rect, radius, {}, tokens.colour(ColourRole::FocusRing), width);
}

void paintCheckMark(QPainter &painter, const QRectF &rect, const QColor &colour, qreal penWidth)
{
    const QPointF centre = rect.center();
    const qreal unit = std::min(rect.width(), rect.height()) / 18;
    paintStroke(painter,
        QPolygonF{ centre + QPointF(-4.5, 0.3) * unit, centre + QPointF(-1.4, 3.4) * unit,
            centre + QPointF(4.6, -3.6) * unit },
        colour, penWidth);
}

void paintDash(QPainter &painter, const QRectF &rect, const QColor &colour, qreal penWidth)
{
    const QPointF centre = rect.center();
    const qreal unit = std::min(rect.width(), rect.height()) / 18;
    paintStroke(painter, QPolygonF{ centre - QPointF(4, 0) * unit, centre + QPointF(4, 0) * unit }, colour, penWidth);
}

void paintChevron(
    QPainter &painter, const QRectF &rect, Qt::Edge edge, qreal size, const QColor &colour, qreal penWidth)
{
    const QPointF centre = rect.center();
    const qreal half = size / 2;
    const qreal quarter = size / 4;
    QPolygonF points;
    switch (edge) {
    case Qt::BottomEdge:
        points = { QPointF(-half, -quarter), QPointF(0, quarter), QPointF(half, -quarter) };
        break;
    case Qt::TopEdge:
        points = { QPointF(-half, quarter), QPointF(0, -quarter), QPointF(half, quarter) };
        break;
    case Qt::RightEdge:
        points = { QPointF(-quarter, -half), QPointF(quarter, 0), QPointF(-quarter, half) };
        break;
    case Qt::LeftEdge:
        points = { QPointF(quarter, -half), QPointF(-quarter, 0), QPointF(quarter, half) };
        break;
    }
    paintStroke(painter, points.translated(centre), colour, penWidth);
}

} // namespace salon
