// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

// Which rows are measured, where they stand, and what stays in its place when others come or go.
#include "client-gui/app/theme.h"
#include "client-gui/timeline/timeline_accessible.h"
#include "client-gui/timeline/timeline_overlays.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace salon {

namespace {
constexpr int Overscan = 200; ///< measured beyond both edges, so that a turn of the wheel finds it ready
constexpr int BottomTolerance = 4;
constexpr int FrameMs = 16;
constexpr int NearScreens = 3; ///< a turn of the wheel or a page away, and not the other end of a long room
} // namespace

void TimelineView::scheduleLayout()
{
    m_isDirty = true;
    if (m_layoutTimer.isActive())
        return;
    // One picture for all that comes within a frame: a flood of messages must not be drawn one by one.
    const qint64 elapsed = m_sinceLayout.isValid() ? m_sinceLayout.elapsed() : FrameMs;
    m_layoutTimer.start(int(std::clamp<qint64>(FrameMs - elapsed, 0, FrameMs)));
}

void TimelineView::ensureLayout()
{
    if (!m_isDirty)
        return;
    m_isDirty = false;
    m_sinceLayout.start();
    if (m_rows.count() > 0 && !m_isPlaced)
        placeFirst();
    measureVisible();
    afterLayout();
}

/// Where a room opens: at the line if what is new does not fit below it, else at the bottom.
void TimelineView::placeFirst()
{
    m_isPlaced = true;
    m_sticks = true;
    for (int row = m_rows.count() - 1; row >= 0; --row) {
        if (!model()->index(row, 0).data(TimelineModel::StartsUnreadRole).toBool())
            continue;
        int below = 0;
        for (int next = row; next < m_rows.count() && below < viewport()->height(); ++next)
            below += m_rows.layout(next).height();
        if (below >= viewport()->height()) {
            m_sticks = false;
            anchorAt(row, m_theme.tokens().space(Space::Wide));
        }
        return;
    }
}

void TimelineView::anchorAt(int row, int y)
{
    m_anchorRow = row;
    m_anchorY = y;
}

/// `by`: how far the content went down since the anchor was placed.
void TimelineView::anchorToScrollBar(int by)
{
    const QScrollBar *bar = verticalScrollBar();
    m_sticks = m_isAtEnd && bar->value() >= bar->maximum() - BottomTolerance;
    if (m_rows.count() == 0)
        return;
    // Heights between there and here may be guesses: near by, things stand where they are seen from what was on the
    // screen before, and no message is skipped.
    const int height = viewport()->height();
    const int y = m_anchorY + by;
    const bool isEnd = bar->value() == bar->minimum() || bar->value() == bar->maximum();
    if (!m_sticks && m_anchorRow < m_rows.count() && y > -NearScreens * height && y < (1 + NearScreens) * height
        && (!isEnd || std::abs(by) <= height)) {
        m_anchorY = y;
        m_isAnchorOld = true;
        return;
    }
    anchorToFirstVisible();
}

void TimelineView::anchorToFirstVisible()
{
    m_isAnchorOld = false;
    int row = rowAtY(0);
    // A row that is cut off above may grow at its lower end: what one reads is the one below it.
    if (yOf(row) < 0 && row + 1 < m_rows.count() && yOf(row + 1) < viewport()->height())
        ++row;
    anchorAt(row, yOf(row));
}

void TimelineView::measureVisible()
{
    const int count = m_rows.count();
    if (count == 0) {
        updateScrollBar();
        return;
    }
    const QScopedValueRollback measuring(m_isMeasuring, true);
    const int height = viewport()->height();
    // Measuring changes heights, and with them what is visible: a few rounds settle it.
    for (int round = 0; round < 6; ++round) {
        const qint64 before = m_rows.layoutsMade();
        if (m_sticks)
            anchorAt(count - 1, height - bottomInset() - m_rows.layout(count - 1).height());
        m_anchorRow = std::clamp(m_anchorRow, 0, count - 1);
        int y = m_anchorY;
        for (int row = m_anchorRow; row < count && y < height + Overscan; ++row)
            y += m_rows.layout(row).height();
        y = m_anchorY;
        for (int row = m_anchorRow - 1; row >= 0 && y > -Overscan; --row)
            y -= m_rows.layout(row).height();
        updateScrollBar();
        // What the ends of the content allow.
        m_anchorY = yOf(m_anchorRow);
        if (before == m_rows.layoutsMade())
            break;
    }
    if (m_isAnchorOld && !m_sticks)
        anchorToFirstVisible();
}

/// Somebody asked for a row out of sight (an arrow key, a screen reader): what is in sight stays where it is.
void TimelineView::rowMeasured()
{
    if (!m_isMeasuring && m_isPlaced)
        updateScrollBar();
}

void TimelineView::updateScrollBar()
{
    m_isSettingBar = true;
    QScrollBar *bar = verticalScrollBar();
    const qint64 maximum = std::max<qint64>(0, contentHeight() - viewport()->height());
    bar->setRange(0, int(std::min<qint64>(maximum, std::numeric_limits<int>::max())));
    bar->setPageStep(viewport()->height());
    if (m_rows.count() > 0) {
        const qint64 value = topInset() + m_rows.heights().top(std::min(m_anchorRow, m_rows.count() - 1)) - m_anchorY;
        bar->setValue(m_sticks ? bar->maximum() : int(std::clamp<qint64>(value, 0, bar->maximum())));
    }
    m_isSettingBar = false;
}

void TimelineView::afterLayout()
{
    const bool isAtBottom = this->isAtBottom();
    if (isAtBottom)
        m_newBelow = 0;
    m_overlays->showPill(!isAtBottom && m_rows.count() > 0, m_newBelow);
    if (m_hovered.isValid() && !m_isSelecting)
        hover(m_lastMouse); // the rows went on below the mouse
    placeBar();
    if (isAtBottom != m_wasAtBottom) {
        m_wasAtBottom = isAtBottom;
        Q_EMIT bottomReached(isAtBottom);
    }
    viewport()->update();
    if (m_isLoading || m_rows.count() == 0)
        return;
    const QScrollBar *bar = verticalScrollBar();
    if (!m_isAtStart && !m_isOlderFailed && bar->value() < viewport()->height())
        Q_EMIT olderWanted();
    else if (!m_isAtEnd && !m_isNewerFailed && bar->value() > bar->maximum() - viewport()->height())
        Q_EMIT newerWanted();
}

int TimelineView::topInset() const
{
    return m_theme.tokens().px(48);
}

int TimelineView::bottomInset() const
{
    return m_isNewerFailed ? m_theme.tokens().px(48) : m_theme.tokens().space(Space::Medium);
}

qint64 TimelineView::contentHeight() const
{
    return topInset() + m_rows.heights().total() + bottomInset();
}

int TimelineView::slack() const
{
    return int(std::max<qint64>(0, viewport()->height() - contentHeight()));
}

int TimelineView::yOf(int row) const
{
    return int(slack() + topInset() + m_rows.heights().top(row) - verticalScrollBar()->value());
}

int TimelineView::rowAtY(int y) const
{
    return m_rows.heights().rowAt(std::max<qint64>(0, qint64(y) - slack() - topInset() + verticalScrollBar()->value()));
}

void TimelineView::rowsInserted(int first, int last)
{
    const int added = last - first + 1;
    const bool atEnd = last == m_rows.count() - 1;
    if (m_isPlaced && !m_sticks) {
        if (first <= m_anchorRow)
            m_anchorRow += added;
        if (atEnd && m_isAtEnd) {
            for (int row = first; row <= last; ++row) {
                const TimelineRow what = readTimelineRow(model()->index(row, 0));
                m_newBelow += what.isPersons() && !what.isOwn ? 1 : 0;
            }
        }
    }
    if (atEnd && added == 1 && m_isPlaced)
        TimelineAccessible::announce(*this, first);
    scheduleLayout();
}

void TimelineView::rowsRemoved(int first, int last)
{
    const int gone = last - first + 1;
    if (last < m_anchorRow)
        m_anchorRow -= gone;
    else if (first <= m_anchorRow)
        m_anchorRow = std::max(0, first - 1);
    if (m_rows.count() == 0)
        m_isPlaced = false;
    scheduleLayout();
}

void TimelineView::rowsMoved(int from, int count, int to)
{
    // What one reads stays in its place: as if the rows had gone, and come back elsewhere.
    if (m_anchorRow >= from + count)
        m_anchorRow -= count;
    else if (m_anchorRow >= from)
        m_anchorRow = std::max(0, std::min(from, m_rows.count() - count - 1));
    if (m_anchorRow >= to)
        m_anchorRow += count;
    m_anchorRow = std::min(m_anchorRow, m_rows.count() - 1);
    scheduleLayout();
}

} // namespace salon
