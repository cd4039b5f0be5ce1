// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_view.h"

#include "client-gui/app/theme.h"
#include "client-gui/messages/action_bar.h"
#include "client-gui/timeline/jump_pill.h"
#include "client-gui/timeline/return_pill.h"
#include "client-gui/timeline/timeline_accessible.h"
#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int Overscan = 200; ///< measured beyond both edges, so that a turn of the wheel finds it ready
constexpr int BottomTolerance = 4;
constexpr int AutoScrollMs = 30;
constexpr int FrameMs = 16;
constexpr int FlashMs = 1600; ///< how long a row shines that was jumped to
constexpr int FlashStepMs = 40;
} // namespace

TimelineView::TimelineView(Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_pill(new JumpPill(theme, viewport()))
    , m_return(new ReturnPill(theme, viewport()))
    , m_bar(new ActionBar(theme, viewport()))
{
    TimelineAccessible::install();
    setObjectName(u"timeline"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Messages"));
    m_pill->hide();
    connect(m_pill, &QAbstractButton::clicked, this, &TimelineView::pillClicked);
    m_return->hide();
    connect(m_return, &QAbstractButton::clicked, this, &TimelineView::returnAsked);
    connect(m_bar, &ActionBar::asked, this,
        [this](MessageAction action) { ask(action, barRow(), m_bar->globalRect(action)); });
    connect(m_bar, &ActionBar::moreAsked, this, [this](QPoint at) {
        if (barRow() >= 0)
            showContextMenu(barRow(), at, {});
    });
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        if (m_sinceFlash.hasExpired(FlashMs))
            m_flashTimer.stop();
        viewport()->update();
    });
    m_layoutTimer.setSingleShot(true);
    connect(&m_layoutTimer, &QTimer::timeout, this, &TimelineView::ensureLayout);
    m_autoScroll.setInterval(AutoScrollMs);
    connect(&m_autoScroll, &QTimer::timeout, this, [this] { extendSelection(m_lastMouse); });
    connect(&m_rows, &TimelineRows::inserted, this, &TimelineView::rowsInserted);
    connect(&m_rows, &TimelineRows::removed, this, &TimelineView::rowsRemoved);
    connect(&m_rows, &TimelineRows::moved, this, &TimelineView::rowsMoved);
    connect(&m_rows, &TimelineRows::changed, this, &TimelineView::scheduleLayout);
    connect(&m_rows, &TimelineRows::wasReset, this, [this] {
        m_isPlaced = false;
        m_sticks = true;
        m_newBelow = 0;
        scheduleLayout();
    });
    connect(&theme, &Theme::changed, this, &TimelineView::applyLook);
    applyLook();
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(QAbstractItemModel *model)
{
    m_selection.clear();
    m_current = QModelIndex();
    m_hovered = QModelIndex();
    m_flashed = QModelIndex();
    offerReturn(false);
    m_rows.setModel(model);
}

void TimelineView::setOffers(const MessageOffers &offers)
{
    m_offers = offers;
    placeBar();
}

void TimelineView::setCompact(bool isCompact)
{
    if (isCompact == std::exchange(m_isCompact, isCompact))
        return;
    applyLook();
}

void TimelineView::setWindowState(bool isLoading, bool isAtStart, bool isAtEnd)
{
    m_isLoading = isLoading;
    m_isAtStart = isAtStart;
    m_isAtEnd = isAtEnd;
    scheduleLayout();
}

void TimelineView::setFailedSides(bool older, bool newer)
{
    const bool isNews = (older && !m_isOlderFailed) || (newer && !m_isNewerFailed);
    m_isOlderFailed = older;
    m_isNewerFailed = newer;
    tellFailures();
    if (isNews && QAccessible::isActive()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    scheduleLayout();
}

void TimelineView::tellFailures()
{
    QStringList sentences;
    if (m_isOlderFailed)
        sentences.append(m_rows.count() > 0 ? olderFailedText() : nothingLoadedText());
    if (m_isNewerFailed)
        sentences.append(newerFailedText());
    setAccessibleDescription(sentences.join(u' '));
}

bool TimelineView::isAtBottom() const
{
    return m_isAtEnd && (m_sticks || verticalScrollBar()->value() >= verticalScrollBar()->maximum() - BottomTolerance);
}

void TimelineView::scrollToBottom()
{
    m_newBelow = 0;
    if (!m_isAtEnd)
        Q_EMIT latestWanted();
    m_sticks = true;
    m_isPlaced = true;
    scheduleLayout();
}

void TimelineView::showRow(int row, qreal share)
{
    if (row < 0 || row >= m_rows.count())
        return;
    ensureLayout();
    m_isPlaced = true;
    m_sticks = false;
    anchorAt(row, int(viewport()->height() * share) - m_rows.layout(row).contentTop());
    m_current = model()->index(row, 0);
    scheduleLayout();
    ensureLayout();
}

void TimelineView::jumpToRow(int row)
{
    if (row < 0 || row >= m_rows.count())
        return;
    showRow(row);
    m_flashed = model()->index(row, 0);
    m_sinceFlash.start();
    m_flashTimer.start(m_theme.isMotionReduced() ? FlashMs : FlashStepMs);
    TimelineAccessible::focusMoved(*this, row);
    viewport()->update();
}

qreal TimelineView::flashOf(int row) const
{
    if (!m_flashed.isValid() || m_flashed.row() != row || !m_sinceFlash.isValid() || m_sinceFlash.hasExpired(FlashMs))
        return 0;
    // Stays for half of the time, then fades.
    const qreal left = 1 - qreal(m_sinceFlash.elapsed()) / FlashMs;
    return m_theme.isMotionReduced() ? 1 : std::min<qreal>(1, 2 * left);
}

TimelineView::Place TimelineView::place()
{
    ensureLayout();
    if (isAtBottom() || m_rows.count() == 0 || viewport()->height() <= 0)
        return {};
    for (int row = std::max(0, firstVisibleRow()); row <= lastVisibleRow(); ++row) {
        const Seq seq = m_rows.layout(row).row().seq;
        const int top = yOf(row) + m_rows.layout(row).contentTop();
        if (seq > 0 && top >= 0)
            return { seq, qreal(top) / viewport()->height() };
    }
    return { m_rows.layout(std::max(0, firstVisibleRow())).row().seq, 0 };
}

void TimelineView::offerReturn(bool isOffered)
{
    m_return->setVisible(isOffered);
    placePill();
}

bool TimelineView::isReturnOffered() const
{
    return m_return->isVisibleTo(this);
}

bool TimelineView::showUnread()
{
    for (int row = m_rows.count() - 1; row >= 0; --row) {
        if (model()->index(row, 0).data(TimelineModel::StartsUnreadRole).toBool()) {
            showRow(row);
            return true;
        }
    }
    return false;
}

int TimelineView::firstVisibleRow()
{
    ensureLayout();
    return rowAtY(0);
}

int TimelineView::lastVisibleRow()
{
    ensureLayout();
    return rowAtY(viewport()->height() - 1);
}

QRect TimelineView::rowRect(int row)
{
    ensureLayout();
    const int height = m_rows.layout(row).height();
    return { 0, yOf(row), viewport()->width(), height };
}

void TimelineView::applyLook()
{
    m_rows.setMetrics(TimelineMetrics(m_theme.tokens(), viewport()->width(), m_isCompact));
    verticalScrollBar()->setSingleStep(m_rows.metrics().lineHeight);
    placePill();
    scheduleLayout();
}

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

void TimelineView::anchorToScrollBar()
{
    m_sticks = m_isAtEnd && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - BottomTolerance;
    int row = rowAtY(0);
    if (row < 0)
        return;
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
    m_pill->setCount(m_newBelow);
    m_pill->setVisible(!isAtBottom && m_rows.count() > 0);
    placePill();
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

void TimelineView::placePill()
{
    const int margin = m_theme.tokens().space(Space::Large);
    m_pill->move(viewport()->width() - m_pill->width() - margin, viewport()->height() - m_pill->height() - margin);
    m_return->move((viewport()->width() - m_return->width()) / 2, viewport()->height() - m_return->height() - margin);
}

int TimelineView::barRow() const
{
    if (m_isSelecting)
        return -1;
    if (m_hovered.isValid())
        return m_hovered.row();
    return m_showsCurrent && hasFocus() && m_current.isValid() ? m_current.row() : -1;
}

void TimelineView::placeBar()
{
    const int row = barRow();
    if (row < 0 || row >= m_rows.count()) {
        m_bar->hide();
        return;
    }
    const RowLayout &layout = m_rows.layout(row);
    m_bar->offer(MessageOffer::of(layout.row(), m_offers));
    const int y = yOf(row);
    if (!m_bar->isOffering() || y + layout.height() <= 0 || y >= viewport()->height()) {
        m_bar->hide();
        return;
    }
    // Almost above its row, so that it covers neither the time nor the words.
    const int margin = m_theme.tokens().space(Space::Tight);
    const int top = y + layout.contentTop() - m_bar->height() + margin;
    m_bar->move(std::min(m_rows.metrics().timeRight, viewport()->width() - margin) - m_bar->width(),
        std::clamp(top, margin, std::max(margin, viewport()->height() - m_bar->height() - margin)));
    m_bar->show();
    m_bar->raise();
}

void TimelineView::pillClicked()
{
    // First to what is new, then to the end.
    for (int row = m_rows.count() - 1; row > lastVisibleRow(); --row) {
        if (model()->index(row, 0).data(TimelineModel::StartsUnreadRole).toBool()) {
            showRow(row);
            return;
        }
    }
    scrollToBottom();
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (m_rows.metrics().width != viewport()->width())
        applyLook();
    placePill();
    scheduleLayout();
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_isSettingBar)
        return;
    m_isPlaced = true;
    anchorToScrollBar();
    scheduleLayout();
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Messages"));
        tellFailures();
        m_rows.measureAgain();
        scheduleLayout();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace salon
