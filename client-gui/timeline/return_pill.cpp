// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/return_pill.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {

ReturnPill::ReturnPill(Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"returnFromJump"_s);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, [this] { resize(sizeHint()); });
    retranslateUi();
}

QSize ReturnPill::sizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const int words = QFontMetrics(tokens.font(TextRole::Meta)).horizontalAdvance(text());
    return { words + tokens.rowIcon() + 3 * tokens.space(Space::Medium), tokens.px(36) };
}

void ReturnPill::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(hasFocus() ? QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth())
                              : QPen(tokens.colour(ColourRole::Line), tokens.lineWidth()));
    painter.setBrush(tokens.colour(ColourRole::Raised));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.colour(isDown() ? ColourRole::Pressed : ColourRole::Hover));
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    }
    const int icon = tokens.rowIcon();
    const int side = tokens.space(Space::Medium);
    paintIcon(painter, QRect(side, (height() - icon) / 2, icon, icon), u"reply"_s, tokens.colour(ColourRole::Muted));
    painter.setFont(tokens.font(TextRole::Meta));
    painter.setPen(tokens.colour(ColourRole::Text));
    painter.drawText(rect().adjusted(side + icon + tokens.space(Space::Small), 0, -side, 0),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text());
}

void ReturnPill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QAbstractButton::changeEvent(event);
}

void ReturnPill::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ReturnPill::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

void ReturnPill::retranslateUi()
{
    setText(tr("Back to where I was"));
    setAccessibleName(text());
    resize(sizeHint());
}

} // namespace salon
