// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QRectF>

class QPainter;

namespace salon {

/// The few shapes that every control is made of. All leave the painter as it was.

/// A rounded box whose outline lies wholly inside `rect`; an invalid `line` draws none.
void paintBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &line = {},
    qreal lineWidth = 1);
/// The 2 px accent ring along the inside of `rect`, with a 1 px gap of `ground` towards what it surrounds.
void paintFocusRing(
    QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens, const QColor &ground = {});
/// A ✓ or – in the middle of `rect`.
void paintCheckMark(QPainter &painter, const QRectF &rect, const QColor &colour, qreal penWidth);
void paintDash(QPainter &painter, const QRectF &rect, const QColor &colour, qreal penWidth);
/// An arrow head in the middle of `rect` pointing to `edge`; its arms span `size` pixels.
void paintChevron(
    QPainter &painter, const QRectF &rect, Qt::Edge edge, qreal size, const QColor &colour, qreal penWidth);

} // namespace salon
