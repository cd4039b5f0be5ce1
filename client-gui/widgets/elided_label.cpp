// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/elided_label.h"

#include "client-gui/widgets/plain_tool_tip.h"
#include "client-gui/widgets/sign_line.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

ElidedLabel::ElidedLabel(Theme &theme, TextRole textRole, ColourRole colourRole, QWidget *parent)
    : TextLabel(theme, textRole, colourRole, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    setText(text.simplified());
    setAccessibleName(this->text());
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int least = fontMetrics().horizontalAdvance(text().left(3) + u'…');
    return { std::min(least, sizeHint().width()), TextLabel::minimumSizeHint().height() };
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), isElided() ? plainToolTip(text()) : QString(), this);
        return true;
    }
    return TextLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_mode == Qt::ElideRight && isEnabled()) {
        painter.setPen(palette().color(QPalette::WindowText));
        const Qt::Alignment across = QStyle::visualAlignment(layoutDirection(), alignment());
        paintSignLine(painter, contentsRect(), across, text());
        return;
    }
    const QString shown = fontMetrics().elidedText(text(), m_mode, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())),
        palette(), isEnabled(), shown, QPalette::WindowText);
}

} // namespace salon
