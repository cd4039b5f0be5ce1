// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/timeline/row_painters/row_paint.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/text/time_text.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

QString TimelineView::olderFailedText()
{
    return tr("Older messages could not be loaded.");
}

QString TimelineView::newerFailedText()
{
    return tr("Newer messages could not be loaded.");
}

QString TimelineView::nothingLoadedText()
{
    return tr("The messages could not be loaded.");
}

QString TimelineView::retryText()
{
    return tr("Try again");
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    ensureLayout();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colour(ColourRole::Conversation));
    if (m_rows.count() == 0) {
        paintEmpty(painter);
        return;
    }
    paintTop(painter);
    paintBottom(painter);
    int row = rowAtY(event->rect().top());
    for (int y = yOf(row); row < m_rows.count() && y <= event->rect().bottom(); ++row) {
        const int height = m_rows.layout(row).height();
        if (height > 0)
            paintRow(painter, row, y, event->rect());
        y += height;
    }
    paintSticky(painter);
}

void TimelineView::paintRow(QPainter &painter, int row, int y, const QRect &clip)
{
    const RowLayout &layout = m_rows.layout(row);
    RowPaint paint{ m_theme.tokens(), m_rows.metrics() };
    paint.clip = clip.translated(0, -y);
    paint.today = QDate::currentDate();
    paint.isHovered = m_hovered.isValid() && m_hovered.row() == row;
    paint.hoveredPart = paint.isHovered ? m_hoveredPart : RowLayout::Part::None;
    paint.hoveredIndex = paint.isHovered ? m_hoveredIndex : -1;
    paint.hoveredFile = paint.isHovered ? m_hoveredFile : AttachmentsLayout::Hit();
    paint.index = model()->index(row, 0);
    paint.files = m_files;
    paint.flash = flashOf(row);
    paint.isFocused = m_showsCurrent && hasFocus() && m_current.isValid() && m_current.row() == row;
    if (!m_selection.isEmpty()) {
        const qsizetype length = layout.text() ? layout.text()->length() : 0;
        std::tie(paint.selectedFrom, paint.selectedTo) = m_selection.rangeIn(row, length);
        paint.isWholeSelected = !layout.text() && row > m_selection.firstRow() && row < m_selection.lastRow();
    }
    if (!m_found.isEmpty() && layout.text())
        paint.found = matchesIn(layout.text()->raw(), m_found);
    painter.save();
    painter.translate(0, y);
    paintFurniture(painter, layout, paint);
    if (layout.row().isPersons())
        paintMessage(painter, layout, paint);
    else
        paintSystem(painter, layout, paint);
    if (const QList<AccountId> seen = seenAt(row); !seen.isEmpty() && paint.metrics.endWidth > 0)
        SeenMarks::paint(painter, SeenMarks::rect(layout, paint.metrics, paint.tokens), seen, m_nameOf, paint.tokens);
    painter.restore();
}

/// Above the oldest row: that more is coming, or that this is where the room begins.
void TimelineView::paintTop(QPainter &painter)
{
    const QRect rect(0, yOf(0) - topInset(), viewport()->width(), topInset());
    if (rect.bottom() < 0)
        return;
    painter.setFont(m_theme.tokens().font(TextRole::Meta));
    painter.setPen(m_theme.colour(ColourRole::Muted));
    if (!m_isAtStart && m_isOlderFailed)
        paintRetry(painter, rect, olderFailedText());
    else if (!m_isAtStart)
        painter.drawText(rect, Qt::AlignCenter, tr("Loading older messages…"));
    else
        painter.drawText(rect, Qt::AlignCenter, tr("The conversation begins here."));
}

/// Below the newest row of a window that ends before the newest message.
void TimelineView::paintBottom(QPainter &painter)
{
    if (!m_isNewerFailed)
        return;
    painter.setFont(m_theme.tokens().font(TextRole::Meta));
    painter.setPen(m_theme.colour(ColourRole::Muted));
    const QRect rect(0, yOf(m_rows.count()), viewport()->width(), bottomInset());
    paintRetry(painter, rect, newerFailedText());
}

/// The sentence and "Try again" beside it, as a link.
void TimelineView::paintRetry(QPainter &painter, const QRect &place, const QString &sentence)
{
    const QRect retry = retryRect(place, sentence);
    const QFont font = painter.font();
    painter.drawText(QRect(place.left(), place.top(), retry.left() - place.left(), place.height()),
        Qt::AlignRight | Qt::AlignVCenter, sentence + u"  "_s);
    QFont underlined = font;
    underlined.setUnderline(true);
    painter.setFont(underlined);
    painter.setPen(m_theme.colour(ColourRole::Accent));
    painter.drawText(retry, Qt::AlignCenter, retryText());
    painter.setFont(font);
}

QRect TimelineView::retryRect(const QRect &place, const QString &sentence) const
{
    const QFontMetrics metrics(m_theme.tokens().font(TextRole::Meta));
    const int words = metrics.horizontalAdvance(sentence + u"  "_s);
    const int retry = metrics.horizontalAdvance(retryText());
    const int left = place.left() + std::max(0, (place.width() - words - retry) / 2) + words;
    const int height = std::max(metrics.height(), m_theme.tokens().touchTarget());
    return { left, place.center().y() - height / 2, retry, height };
}

QRect TimelineView::olderRetryRect() const
{
    if (!m_isOlderFailed || !model())
        return {};
    if (m_rows.count() == 0)
        return retryRect(emptyRect(), nothingLoadedText());
    const QRect place(0, yOf(0) - topInset(), viewport()->width(), topInset());
    return m_isAtStart ? QRect() : retryRect(place, olderFailedText());
}

QRect TimelineView::newerRetryRect() const
{
    if (!m_isNewerFailed || m_rows.count() == 0)
        return {};
    return retryRect({ 0, yOf(m_rows.count()), viewport()->width(), bottomInset() }, newerFailedText());
}

QRect TimelineView::emptyRect() const
{
    const int side = m_theme.tokens().space(Space::Large);
    return viewport()->rect().adjusted(side, 0, -side, 0);
}

void TimelineView::paintEmpty(QPainter &painter)
{
    if (!model())
        return;
    const Tokens &tokens = m_theme.tokens();
    painter.setFont(tokens.font(TextRole::Body));
    painter.setPen(tokens.colour(ColourRole::Muted));
    if (m_isLoading) {
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Loading messages…"));
        return;
    }
    if (m_isOlderFailed) {
        painter.setFont(tokens.font(TextRole::Meta));
        paintRetry(painter, emptyRect(), nothingLoadedText());
        return;
    }
    const QSize size(tokens.px(160), tokens.px(120));
    const QPixmap drawing
        = tintedDrawing(u"empty-room"_s, size, devicePixelRatioF(), tokens.colour(ColourRole::Accent));
    QRect place(QPoint(), size);
    place.moveCenter(viewport()->rect().center() - QPoint(0, tokens.px(32)));
    painter.drawPixmap(place, drawing);
    const QRect below(tokens.space(Space::Large), place.bottom() + tokens.space(Space::Large),
        viewport()->width() - 2 * tokens.space(Space::Large), tokens.px(80));
    painter.drawText(
        below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("Nobody has written here yet. Say hello!"));
}

QList<AccountId> TimelineView::seenAt(int row) const
{
    if (!m_seen.isShown() || !model() || row < 0 || row >= m_rows.count())
        return {};
    const auto seqOf = [this](int at) {
        return at < m_rows.count() ? model()->index(at, 0).data(TimelineModel::SeqRole).toLongLong() : 0;
    };
    // What is folded away is not drawn: who got to it stands at the row above.
    int next = row + 1;
    while (next < m_rows.count() && m_rows.heights().top(next + 1) == m_rows.heights().top(next))
        ++next;
    return m_seen.at(seqOf(row), seqOf(next));
}

QRect TimelineView::seenRect(int row)
{
    return SeenMarks::rect(m_rows.layout(row), m_rows.metrics(), m_theme.tokens());
}

QString TimelineView::seenWords(int row) const
{
    return SeenMarks::words(seenAt(row), m_nameOf);
}

int TimelineView::stickyRow()
{
    if (m_rows.count() == 0 || isAtBottom() || verticalScrollBar()->maximum() == 0)
        return -1;
    if (yOf(0) >= 0)
        return -1; // the oldest row stands below its own day
    const int row = rowAtY(m_theme.tokens().px(40));
    // A separator of a day close to the pill says it already.
    for (int next = std::max(0, row - 1); next < m_rows.count() && yOf(next) < m_theme.tokens().px(48); ++next)
        if (m_rows.layout(next).hasDay() && yOf(next) > -m_theme.tokens().px(24))
            return -1;
    return row;
}

/// The day under a point is asked for, if there is one: a separator, or the pill that floats over the rows.
bool TimelineView::dayAt(QPoint point)
{
    const Tokens &tokens = m_theme.tokens();
    int row = stickyRow();
    const QRect pill(viewport()->width() / 2 - tokens.px(80), 0, 2 * tokens.px(80), tokens.px(36));
    if (row < 0 || !pill.contains(point)) {
        const Hit hit = hitAt(point);
        row = hit.part == RowLayout::Part::Day ? hit.row : -1;
    }
    if (row < 0)
        return false;
    Q_EMIT dayAsked(
        QDateTime::fromMSecsSinceEpoch(m_rows.layout(row).row().timeMs).date(), viewport()->mapToGlobal(point));
    return true;
}

void TimelineView::paintSticky(QPainter &painter)
{
    const int row = stickyRow();
    if (row < 0)
        return;
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_rows.layout(row).row().timeMs).date();
    painter.save();
    paintStickyDay(painter, TimeText::day(day, QDate::currentDate()), viewport()->rect(), m_theme.tokens());
    painter.restore();
}

} // namespace salon
