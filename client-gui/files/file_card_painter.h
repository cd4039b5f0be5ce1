// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QRectF>

class QPainter;

namespace salon {

/// What all cards of files have in common, whoever they came from.

/// How far a file came, along the lower edge of its card; `share` between 0 and 1. Grows from the right for languages
/// written from there.
void paintFileProgress(QPainter &painter, const QRectF &card, double share, const Tokens &tokens,
    Qt::LayoutDirection direction = Qt::LeftToRight);
/// The ground of a card.
void paintCardGround(QPainter &painter, const QRectF &card, const Tokens &tokens, bool isHovered);
/// Icon of a file by what its name says it is: "image", "file", "folder"…
[[nodiscard]] QString fileIcon(const QString &name);

} // namespace salon
