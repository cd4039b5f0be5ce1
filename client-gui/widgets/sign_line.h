// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <Qt>

class QPainter;
class QRect;
class QString;

namespace salon {

/// One line of text in the middle of `rect`'s height, with font and pen of the painter: emoji have their colours and
/// are whole, what is too long ends in an ellipsis. `alignment`: across, whatever the text's own direction. Returns the
/// width of what was painted.
int paintSignLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

} // namespace salon
