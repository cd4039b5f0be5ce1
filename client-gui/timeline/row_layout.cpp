// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/row_layout.h"

#include "shared/client-core/text/time_text.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace salon {
namespace {

/// Between words, unless one of them is wider than a line.
int wrapFlag(const QFontMetrics &metrics, const QString &text, int width)
{
    const QStringList words = text.split(QLatin1Char(' '));
    const bool hasLong = std::any_of(
        words.cbegin(), words.cend(), [&](const QString &word) { return metrics.horizontalAdvance(word) > width; });
    return hasLong ? Qt::TextWrapAnywhere : Qt::TextWordWrap;
}

} // namespace

RowLayout::RowLayout(TimelineRow row, const TimelineMetrics &metrics, const IsKnownLogin &isKnown, Fold fold)
    : m_row(std::move(row))
    , m_fold(fold)
{
    placeFurniture(metrics);
    if (m_row.isPersons())
        placeMessage(metrics, isKnown);
    else
        placeSystem(metrics);
}

void RowLayout::placeFurniture(const TimelineMetrics &metrics)
{
    if (m_row.startsDay) {
        m_day = QRect(0, m_height, metrics.width, metrics.dayHeight);
        m_height += metrics.dayHeight;
    }
    if (m_row.startsUnread) {
        m_unread = QRect(0, m_height, metrics.width, metrics.unreadHeight);
        m_height += metrics.unreadHeight;
    }
    m_contentTop = m_height;
}

void RowLayout::placeMessage(const TimelineMetrics &metrics, const IsKnownLogin &isKnown)
{
    const bool withName = m_row.startsGroup || m_row.startsDay || m_row.startsUnread;
    int y = m_height;
    if (withName) {
        y += hasDay() || !m_unread.isNull() ? metrics.rowGap : metrics.groupGap;
        m_contentTop = y - metrics.rowGap;
        if (metrics.avatarSize > 0)
            m_avatar = QRect(metrics.sideMargin, y, metrics.avatarSize, metrics.avatarSize);
        m_name = QRect(metrics.textX, y, metrics.textWidth, metrics.nameHeight);
        y += metrics.nameHeight;
    } else {
        y += metrics.rowGap;
    }
    const int firstLine = withName ? m_name.top() : y;
    const int firstHeight = withName ? metrics.nameHeight : metrics.lineHeight;
    m_mark = QRect(metrics.timeRight - metrics.markSize, firstLine + (firstHeight - metrics.markSize) / 2,
        metrics.markSize, metrics.markSize);
    const int timeWidth = QFontMetrics(metrics.meta).horizontalAdvance(TimeText::time(m_row.timeMs)) + 2;
    m_time = QRect(m_mark.left() - metrics.rowGap * 2 - timeWidth, firstLine, timeWidth, firstHeight);

    MessageText prepared = prepareMessageText(m_row.text, isKnown);
    const QFont &font = prepared.isEmojiOnly ? metrics.largeEmoji : metrics.body;
    m_text.emplace(std::move(prepared), font, metrics.textWidth);
    m_textOrigin = QPoint(metrics.textX, y);
    y += int(std::ceil(m_text->height()));

    if (m_row.mark == TimelineRow::Mark::Failed) {
        const QFontMetrics meta(metrics.meta);
        const int gap = metrics.sideMargin;
        const int retryWidth = meta.horizontalAdvance(retryText());
        const int discardWidth = meta.horizontalAdvance(discardText());
        const int reasonRoom = std::max(0, metrics.textWidth - retryWidth - discardWidth - 2 * gap);
        const int reasonWidth = std::min(meta.horizontalAdvance(m_row.error) + metrics.markSize + 6, reasonRoom);
        m_notice = QRect(metrics.textX, y, reasonWidth, metrics.noticeHeight);
        m_retry = QRect(m_notice.right() + gap, y, retryWidth, metrics.noticeHeight);
        m_discard = QRect(m_retry.right() + gap, y, discardWidth, metrics.noticeHeight);
        y += metrics.noticeHeight;
    }
    m_height = std::max(y + metrics.rowGap, m_avatar.isNull() ? 0 : m_avatar.bottom() + 1 + metrics.rowGap);
}

void RowLayout::placeSystem(const TimelineMetrics &metrics)
{
    if (m_fold.role == Fold::Role::Hidden) {
        // Furniture stays: a folded run never hides where a day or the unread messages begin.
        return;
    }
    m_systemText = m_fold.role == Fold::Role::Head ? tr("%n people came or went", nullptr, m_fold.count) : m_row.text;
    const int width = std::min(metrics.width - 2 * metrics.sideMargin, metrics.textWidth + metrics.textX);
    m_systemFlags = int(Qt::AlignHCenter) | wrapFlag(QFontMetrics(metrics.meta), m_systemText, width);
    const QRect bounds
        = QFontMetrics(metrics.meta).boundingRect(QRect(0, 0, std::max(width, 1), 10000), m_systemFlags, m_systemText);
    m_system = QRect((metrics.width - width) / 2, m_height + metrics.systemGap, width, bounds.height());
    m_height += bounds.height() + 2 * metrics.systemGap;
}

RowLayout::Part RowLayout::partAt(QPoint point) const
{
    if (m_fold.role == Fold::Role::Head || m_fold.role == Fold::Role::Opened)
        return m_system.contains(point) ? Part::Fold : Part::None;
    if (!m_text)
        return Part::None;
    if (m_retry.contains(point))
        return Part::Retry;
    if (m_discard.contains(point))
        return Part::Discard;
    if (m_avatar.contains(point))
        return Part::Person;
    if (!linkAt(point).isEmpty())
        return Part::Link;
    return point.y() >= m_textOrigin.y() ? Part::Text : Part::None;
}

qsizetype RowLayout::positionAt(QPoint point) const
{
    if (!m_text || point.y() < m_textOrigin.y())
        return 0;
    return m_text->positionAt(QPointF(point - m_textOrigin));
}

QUrl RowLayout::linkAt(QPoint point) const
{
    return m_text ? m_text->linkAt(QPointF(point - m_textOrigin)) : QUrl();
}

} // namespace salon
