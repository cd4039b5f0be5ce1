// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/jump_pill.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/badge_painter.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace salon {

JumpPill::JumpPill(Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"jumpToLatest"_s);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] { resize(sizeHint()); });
    retranslateUi();
    resize(sizeHint());
}

void JumpPill::setCount(int count)
{
    if (count == std::exchange(m_count, count))
        return;
    retranslateUi();
    resize(sizeHint());
    update();
}

QSize JumpPill::sizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const int height = tokens.px(36);
    const QString text = badgeText(m_count);
    if (text.isEmpty())
        return { height, height };
    return { height + QFontMetrics(tokens.font(TextRole::Meta)).horizontalAdvance(text) + tokens.space(Space::Small),
        height };
}

void JumpPill::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool hasNews = m_count > 0;
    const QColor ground = tokens.colour(hasNews ? ColourRole::Accent : ColourRole::Raised);
    const QColor ink = tokens.colour(hasNews ? ColourRole::OnAccent : ColourRole::Muted);
    painter.setPen(hasFocus() ? QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth())
                              : QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(ground);
    painter.drawRoundedRect(disc, disc.height() / 2, disc.height() / 2);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.colour(isDown() ? ColourRole::Pressed : ColourRole::Hover));
        painter.drawRoundedRect(disc, disc.height() / 2, disc.height() / 2);
    }
    const int icon = tokens.controlIcon();
    const QRect iconRect(width() - height() / 2 - icon / 2, (height() - icon) / 2, icon, icon);
    paintIcon(painter, iconRect, u"arrow-down"_s, ink);
    painter.setFont(tokens.font(TextRole::Meta));
    painter.setPen(ink);
    painter.drawText(QRect(tokens.space(Space::Medium), 0, iconRect.left() - tokens.space(Space::Medium), height()),
        Qt::AlignVCenter | Qt::AlignLeft, badgeText(m_count));
}

void JumpPill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QAbstractButton::changeEvent(event);
}

void JumpPill::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void JumpPill::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void JumpPill::retranslateUi()
{
    const QString words
        = m_count > 0 ? tr("%n new message(s) below", nullptr, m_count) : tr("Go to the newest message");
    setPlainToolTip(this, words);
    setAccessibleName(words);
}

} // namespace salon
