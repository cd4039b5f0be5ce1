// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/emoji_painter.h"

#include "client-gui/widgets/emoji_font.h"

#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

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
        QFont font = signFont(painter.font(), emoji);
        font.setPixelSize(std::max(1, side * 4 / 5));
        inside.setFont(font);
        inside.setPen(painter.pen());
        inside.drawText(QRect(0, 0, side, side), Qt::AlignCenter | Qt::TextDontClip, emoji);
        inside.end();
        QPixmapCache::insert(key, picture);
    }
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    painter.drawPixmap(place.topLeft(), picture);
}

} // namespace salon
