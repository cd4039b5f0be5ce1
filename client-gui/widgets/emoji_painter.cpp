// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/emoji_painter.h"

#include <QFontInfo>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr QChar ZeroWidthJoiner(0x200D);
constexpr QChar EmojiSelector(0xFE0F);
} // namespace

QFont withEmoji(QFont font)
{
    // The font's real name comes first: with an alias there, spaces and digits would be taken from the emoji font.
    font.setFamilies({ QFontInfo(font).family(), u"Noto Color Emoji"_s, u"Segoe UI Emoji"_s, u"Apple Color Emoji"_s });
    return font;
}

QString drawnEmoji(QString emoji)
{
    if (emoji.contains(ZeroWidthJoiner))
        emoji.remove(EmojiSelector);
    return emoji;
}

void paintEmoji(QPainter &painter, const QRect &rect, const QString &emoji)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const int side = std::min(rect.width(), rect.height());
    const QString key = "emoji/%1/%2/%3/%4"_L1.arg(
        emoji, QString::number(side), QString::number(ratio), painter.pen().color().name());
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(QSize(side, side) * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter inside(&picture);
        // Here the emoji font comes first: signs that other fonts have in black, like a heart, get their colours.
        QFont font = withEmoji(painter.font());
        const QStringList families = font.families();
        font.setFamilies(families.mid(1) + families.mid(0, 1));
        font.setPixelSize(std::max(1, side * 4 / 5));
        inside.setFont(font);
        inside.setPen(painter.pen());
        inside.drawText(QRect(0, 0, side, side), Qt::AlignCenter | Qt::TextDontClip, drawnEmoji(emoji));
        inside.end();
        QPixmapCache::insert(key, picture);
    }
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    painter.drawPixmap(place.topLeft(), picture);
}

} // namespace salon
