// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/app/design_tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace salon {

class Theme;

/// An icon of our family by its file name ("send", "chevron-down"; see resources/icons) in a colour of the theme. It
/// looks the colour up whenever it is painted: set it once, it follows the theme. Disabled it fades, checked it takes
/// `onRole`.
[[nodiscard]] QIcon tintedIcon(const Theme &theme, const QString &name, ColourRole role = ColourRole::Muted,
    ColourRole onRole = ColourRole::Accent);

/// For delegates: paints the icon as large as fits into `rect`, sharp at the painter's device pixel ratio.
void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour);

/// The bitmap behind both, `pixels` device pixels large (cached). Null and a warning for an unknown name.
[[nodiscard]] QPixmap tintedPixmap(const QString &name, QSize pixels, const QColor &colour);

/// A line drawing of resources/drawings ("empty-room", "no-rooms"), 160 × 120 at 100 %, for
/// `devicePixelRatio`.
[[nodiscard]] QPixmap tintedDrawing(const QString &name, QSize size, qreal devicePixelRatio, const QColor &colour);

} // namespace salon
