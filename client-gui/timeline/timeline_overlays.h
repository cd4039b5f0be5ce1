// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "client-gui/messages/message_offers.h"

#include <QObject>

class QWidget;

namespace salon {

class ActionBar;
class JumpPill;
class ReturnPill;
class RowLayout;
class Theme;
struct TimelineMetrics;

/// What lies over the rows of a timeline: the pill that leads to what is new, the one that leads back from a jump, and
/// the bar with what can be done with one message. Its widgets belong to the viewport, but for the way back: that
/// stands below the rows, in a strip of its own, so that it covers none of them while it is there to stay.
class TimelineOverlays : public QObject
{
    Q_OBJECT

public:
    /// `viewport` and its parent own the widgets, and must outlive this.
    TimelineOverlays(Theme &theme, QWidget &viewport);

    /// The viewport has another size, or a pill other words.
    void placePills();
    /// The pill to what is new; `newBelow` messages came there.
    void showPill(bool isShown, int newBelow);
    void offerReturn(bool isOffered);
    [[nodiscard]] bool isReturnOffered() const;
    /// How high the strip below the viewport has to be; 0 while no way back is offered.
    [[nodiscard]] int stripHeight() const;

    /// The bar of this row, whose top is at `y`; it stays hidden where nothing is offered or the row is not seen.
    void showBar(const RowLayout &row, int y, const MessageOffers &offers, const TimelineMetrics &metrics);
    void hideBar();

Q_SIGNALS:
    void pillClicked();
    void returnAsked();
    /// By the bar; `anchor` is where a popup for it may stand, on the screen.
    void actionAsked(salon::MessageAction action, const QRect &anchor);
    void moreAsked(QPoint globalPosition);

private:
    Theme &m_theme;
    QWidget &m_viewport;
    JumpPill *m_pill;
    ReturnPill *m_return;
    ActionBar *m_bar;
};

} // namespace salon
