// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/avatar_label.h"

#include "client-gui/app/theme.h"

#include <QPainter>

#include <algorithm>

namespace salon {

AvatarLabel::AvatarLabel(Theme &theme, int drawnSize, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_drawnSize(drawnSize)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void AvatarLabel::setPerson(const QString &displayName, int hue)
{
    m_face = avatarFace(displayName, hue);
    setAccessibleName(displayName);
    update();
}

void AvatarLabel::setPresence(PresenceMark mark)
{
    m_mark = mark;
    update();
}

QSize AvatarLabel::sizeHint() const
{
    const int side = m_theme.tokens().px(m_drawnSize) + 2 * m_theme.tokens().px(2); // the mark stands out a little
    return { side, side };
}

void AvatarLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const int rim = m_theme.tokens().px(2);
    const int side = std::min(width(), height()) - 2 * rim;
    QRectF disc(0, 0, side, side);
    disc.moveCenter(QRectF(rect()).center());
    paintAvatar(painter, disc, m_face, m_theme.tokens(), m_mark, palette().color(backgroundRole()));
}

} // namespace salon
