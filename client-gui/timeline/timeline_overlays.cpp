// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_overlays.h"

#include "client-gui/app/theme.h"
#include "client-gui/messages/action_bar.h"
#include "client-gui/timeline/jump_pill.h"
#include "client-gui/timeline/return_pill.h"
#include "client-gui/timeline/row_layout.h"

#include <algorithm>

namespace salon {

TimelineOverlays::TimelineOverlays(Theme &theme, QWidget &viewport)
    : QObject(&viewport)
    , m_theme(theme)
    , m_viewport(viewport)
    , m_pill(new JumpPill(theme, &viewport))
    , m_return(new ReturnPill(theme, viewport.parentWidget()))
    , m_bar(new ActionBar(theme, &viewport))
{
    m_pill->hide();
    m_return->hide();
    connect(m_pill, &QAbstractButton::clicked, this, &TimelineOverlays::pillClicked);
    connect(m_return, &QAbstractButton::clicked, this, &TimelineOverlays::returnAsked);
    connect(m_bar, &ActionBar::asked, this,
        [this](MessageAction action) { Q_EMIT actionAsked(action, m_bar->globalRect(action)); });
    connect(m_bar, &ActionBar::moreAsked, this, &TimelineOverlays::moreAsked);
}

void TimelineOverlays::placePills()
{
    const int margin = m_theme.tokens().space(Space::Large);
    m_pill->move(m_viewport.width() - m_pill->width() - margin, m_viewport.height() - m_pill->height() - margin);
    const QRect seen = m_viewport.geometry();
    m_return->move(seen.left() + (seen.width() - m_return->width()) / 2,
        seen.bottom() + 1 + (stripHeight() - m_return->height()) / 2);
}

void TimelineOverlays::showPill(bool isShown, int newBelow)
{
    m_pill->setCount(newBelow);
    m_pill->setVisible(isShown);
    placePills();
}

void TimelineOverlays::offerReturn(bool isOffered)
{
    m_return->setVisible(isOffered);
    m_return->raise();
    placePills();
}

int TimelineOverlays::stripHeight() const
{
    return isReturnOffered() ? m_return->sizeHint().height() + m_theme.tokens().space(Space::Small) : 0;
}

bool TimelineOverlays::isReturnOffered() const
{
    return m_return->isVisibleTo(m_return->parentWidget());
}

void TimelineOverlays::showBar(const RowLayout &row, int y, const MessageOffers &offers, const TimelineMetrics &metrics)
{
    m_bar->offer(MessageOffer::of(row.row(), offers));
    if (!m_bar->isOffering() || y + row.height() <= 0 || y >= m_viewport.height()) {
        m_bar->hide();
        return;
    }
    // Almost above its row, so that it covers neither the time nor the words.
    const int margin = m_theme.tokens().space(Space::Tight);
    const int top = y + row.contentTop() - m_bar->height() + margin;
    m_bar->move(std::min(metrics.timeRight, m_viewport.width() - margin) - m_bar->width(),
        std::clamp(top, margin, std::max(margin, m_viewport.height() - m_bar->height() - margin)));
    m_bar->show();
    m_bar->raise();
}

void TimelineOverlays::hideBar()
{
    m_bar->hide();
}

} // namespace salon
