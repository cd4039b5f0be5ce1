// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace salon {

class Tokens;

/// Presence as it is drawn: each kind has a shape of its own, so that it is told without colour.
enum class PresenceMark
{
    None,
    Online, ///< a full dot
    Away, ///< half a dot
    Busy, ///< a dot with a bar
    Offline, ///< a ring
};

/// What stands for a person without a picture. Cheap to copy; keep it with the row instead of making it while painting.
struct AvatarFace
{
    QString initials;
    int hue = 0;
};

/// One or two letters: of the first and the last word, or one character where letters join or stand alone (Arabic,
/// Hebrew, Chinese…) or where the name begins with an emoji. Never cuts a character that is made of several code
/// points.
[[nodiscard]] QString initialsOf(const QString &displayName);

/// `hue` from hueOf(account id or peer key), so that a renamed person keeps the colour.
[[nodiscard]] AvatarFace avatarFace(const QString &displayName, int hue);

/// Paints the disc into `rect` (square) with the presence at its lower right (left in right-to-left layouts), cut out
/// of what lies behind with `ground`.
void paintAvatar(QPainter &painter, const QRectF &rect, const AvatarFace &face, const Tokens &tokens,
    PresenceMark mark = PresenceMark::None, const QColor &ground = {});

/// The presence mark alone, filling `rect` (square, 8 px or more).
void paintPresence(
    QPainter &painter, const QRectF &rect, PresenceMark mark, const Tokens &tokens, const QColor &ground);

} // namespace salon
