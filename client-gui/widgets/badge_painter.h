// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRect>
#include <QString>

class QPainter;

namespace salon {

class Tokens;

enum class BadgeKind
{
    Unread, ///< a plain count, grey
    Mention, ///< messages that name you and direct messages, accent with an @ or without
    Muted, ///< a count in a room that was silenced: outlined only
};

/// "3", "99+"; "@3" for mentions when `withAt`. Empty for counts below 1. Digits of the default locale.
[[nodiscard]] QString badgeText(int count, bool withAt = false);

/// Paints a pill with `text` at the end of `row` (right, or left in right-to-left layouts), vertically centred, and
/// returns its width, 0 for an empty text. The caller keeps that much off its own text, plus a gap.
int paintBadge(QPainter &painter, const QRect &row, const QString &text, BadgeKind kind, const Tokens &tokens);
[[nodiscard]] int badgeWidth(const QString &text, const Tokens &tokens);

} // namespace salon
