// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/scrolled_content.h"

#include "client-gui/app/theme.h"

#include <QEvent>
#include <QResizeEvent>
#include <QScreen>
#include <QStyle>

#include <algorithm>

namespace salon {
namespace {

constexpr int DrawnWidth = 460; ///< of a dialog
constexpr int LeastHeight = 64;

} // namespace

ScrolledContent::ScrolledContent(Theme &theme, QWidget *content, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turned it on
}

QSize ScrolledContent::sizeHint() const
{
    const Tokens &tokens = m_theme.tokens();
    const int margins = 2 * tokens.space(Space::Wide);
    const int screenWidth = screen()->availableGeometry().width();
    const int wide = isVisible() ? width() : std::min(tokens.px(DrawnWidth), screenWidth) - margins;
    const int high = widget()->hasHeightForWidth() ? widget()->heightForWidth(wide) : widget()->sizeHint().height();
    return { wide, high };
}

QSize ScrolledContent::minimumSizeHint() const
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    return { widget()->minimumSizeHint().width() + bar, m_theme.tokens().px(LeastHeight) };
}

bool ScrolledContent::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void ScrolledContent::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // other lines, other height
}

} // namespace salon
