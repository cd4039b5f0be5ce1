// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/search/field_chip.h"

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/plain_tool_tip.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

FieldChip::FieldChip(Theme &theme, const QString &words, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(u"fieldChip"_s);
    setText(words);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
    retranslateUi();
}

QSize FieldChip::sizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const QFontMetrics metrics(tokens.font(TextRole::Meta));
    return { metrics.horizontalAdvance(text()) + tokens.px(12 + 4) + 3 * tokens.space(Space::Small),
        std::max(tokens.px(24), metrics.height() + tokens.space(Space::Small)) };
}

QSize FieldChip::minimumSizeHint() const
{
    return { m_theme.tokens().px(40), sizeHint().height() };
}

bool FieldChip::event(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    return QAbstractButton::event(event);
}

void FieldChip::retranslateUi()
{
    //: Of a condition of a search, "From: Marie"; %1 is the condition
    setAccessibleName(tr("%1, remove this condition").arg(text()));
    setPlainToolTip(this, tr("Remove this condition"));
}

void FieldChip::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = hasFocus() ? tokens.focusWidth() : tokens.lineWidth();
    const QRectF outline = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const qreal radius = outline.height() / 2;
    painter.setPen(QPen(tokens.colour(hasFocus() ? ColourRole::FocusRing : ColourRole::Accent), line));
    painter.setBrush(tokens.colour(ColourRole::Selection));
    painter.drawRoundedRect(outline, radius, radius);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.colour(isDown() ? ColourRole::Pressed : ColourRole::Hover));
        painter.drawRoundedRect(outline, radius, radius);
    }
    const int gap = tokens.space(Space::Small);
    const int cross = tokens.px(12);
    const auto placed = [this](const QRect &place) {
        return QStyle::visualRect(layoutDirection(), rect(), place);
    };
    paintIcon(painter, placed(QRect(width() - gap - cross, (height() - cross) / 2, cross, cross)), u"close"_s,
        tokens.colour(ColourRole::Muted));
    painter.setFont(tokens.font(TextRole::Meta));
    painter.setPen(tokens.colour(ColourRole::Text));
    const QRect words(gap + tokens.px(2), 0, width() - cross - 3 * gap, height());
    painter.drawText(placed(words), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace salon
