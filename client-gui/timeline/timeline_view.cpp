// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_view.h"

#include "client-gui/app/theme.h"
#include "client-gui/timeline/timeline_accessible.h"
#include "client-gui/timeline/timeline_overlays.h"
#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {
constexpr int BottomTolerance = 4;
constexpr int AutoScrollMs = 30;
constexpr int FlashMs = 1600; ///< how long a row shines that was jumped to
constexpr int FlashStepMs = 40;
constexpr int SeenFrom = 560; ///< width from which the faces of readers have a column, in drawn pixels
} // namespace

TimelineView::TimelineView(Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_overlays(new TimelineOverlays(theme, *viewport()))
{
    TimelineAccessible::install();
    setObjectName(u"timeline"_s);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setBackgroundRole(QPalette::Base); // of the strip for the way back
    setAutoFillBackground(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Messages"));
    connect(m_overlays, &TimelineOverlays::pillClicked, this, &TimelineView::pillClicked);
    connect(m_overlays, &TimelineOverlays::returnAsked, this, &TimelineView::returnAsked);
    connect(m_overlays, &TimelineOverlays::actionAsked, this,
        [this](MessageAction action, const QRect &anchor) { ask(action, barRow(), anchor); });
    connect(m_overlays, &TimelineOverlays::moreAsked, this, [this](QPoint at) {
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
    connect(&m_rows, &TimelineRows::measured, this, &TimelineView::rowMeasured);
    connect(&m_rows, &TimelineRows::repainted, this, &TimelineView::repaintFiles);
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

void TimelineView::setSeen(SeenMarks::People people)
{
    const bool wasShown = m_seen.isShown();
    m_seen.setPeople(std::move(people));
    if (m_seen.isShown() != wasShown)
        applyLook();
    viewport()->update();
}

void TimelineView::setFound(const QList<SearchTerm> &terms)
{
    if (terms == std::exchange(m_found, terms))
        return;
    viewport()->update();
}

void TimelineView::setAttachments(AttachmentSource *source)
{
    m_files = source;
    repaintFiles();
}

void TimelineView::repaintFiles()
{
    viewport()->update();
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
    m_overlays->offerReturn(isOffered);
    leaveStrip();
}

void TimelineView::leaveStrip()
{
    const QMargins margins(0, 0, 0, m_overlays->stripHeight());
    if (viewportMargins() == margins)
        return;
    setViewportMargins(margins);
    m_overlays->placePills();
}

bool TimelineView::isReturnOffered() const
{
    return m_overlays->isReturnOffered();
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
    // Where there is little room the words have it; who has seen them is in the menu.
    const Tokens &tokens = m_theme.tokens();
    const int seen = viewport()->width() < tokens.px(SeenFrom) ? 0 : m_seen.width(tokens);
    m_rows.setMetrics(TimelineMetrics(tokens, viewport()->width(), m_isCompact, seen));
    verticalScrollBar()->setSingleStep(m_rows.metrics().lineHeight);
    m_overlays->placePills();
    leaveStrip();
    scheduleLayout();
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
    if (row < 0 || row >= m_rows.count())
        m_overlays->hideBar();
    else
        m_overlays->showBar(m_rows.layout(row), yOf(row), m_offers, m_rows.metrics());
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
    m_overlays->placePills();
    scheduleLayout();
}

void TimelineView::scrollContentsBy(int, int by)
{
    if (m_isSettingBar)
        return;
    m_isPlaced = true;
    anchorToScrollBar(by);
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
