// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/row_layout.h"

#include "client-gui/widgets/breakable.h"
#include "shared/client-core/text/time_text.h"

#include <QFontMetrics>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace salon {
namespace {

/// A word that no line holds.
bool hasLongWord(const QFontMetrics &metrics, const QString &text, int width)
{
    static const QRegularExpression ends(QStringLiteral("[ \\x{200B}]"));
    const QStringList words = text.split(ends);
    return std::any_of(
        words.cbegin(), words.cend(), [&](const QString &word) { return metrics.horizontalAdvance(word) > width; });
}

} // namespace

RowLayout::RowLayout(TimelineRow row, const TimelineMetrics &metrics, Fold fold, bool revealsSpoilers)
    : RowLayout(std::move(row), metrics, fold, Opened{ revealsSpoilers, false })
{
}

RowLayout::RowLayout(TimelineRow row, const TimelineMetrics &metrics, Fold fold, Opened opened)
    : m_row(std::move(row))
    , m_fold(fold)
{
    placeFurniture(metrics);
    if (m_row.isPersons())
        placeMessage(metrics, opened);
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

void RowLayout::placeMessage(const TimelineMetrics &metrics, Opened opened)
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

    if (m_row.replySeq > 0) {
        m_reply = QRect(metrics.textX, y, metrics.textWidth, metrics.replyHeight);
        y += metrics.replyHeight;
    }
    y = placeContent(metrics, y, opened);
    y = placeReactions(metrics, y);
    if (m_row.mark == TimelineRow::Mark::Failed)
        y = placeNotice(metrics, y);
    m_height = std::max(y + metrics.rowGap, m_avatar.isNull() ? 0 : m_avatar.bottom() + 1 + metrics.rowGap);
}

/// The text with the marks behind it, and the files; marks of files without a caption stand below them.
int RowLayout::placeContent(const TimelineMetrics &metrics, int y, Opened opened)
{
    TextMetrics text = metrics.text;
    if (m_row.formatted.isEmojiOnly && !m_row.isDeleted)
        text.body = metrics.largeEmoji;
    m_text.emplace(m_row.formatted, text, metrics.textWidth, opened.spoilers);
    m_textOrigin = QPoint(metrics.textX, y);
    const bool hasText = m_row.files.isEmpty() || m_text->length() > 0;
    if (hasText)
        y = placeTail(metrics, y + int(std::ceil(m_text->height())));
    m_files = AttachmentsLayout(m_row, metrics, QPoint(metrics.textX, y), opened.files);
    y += m_files.height();
    return hasText ? y : placeTail(metrics, y);
}

/// Behind the last word where there is room for it, else on a line of its own.
int RowLayout::placeTail(const TimelineMetrics &metrics, int y)
{
    if (m_row.isPinned)
        m_tail.append({ QStringLiteral("pin"), tr("Pinned"), {} });
    if (m_row.isSaved)
        m_tail.append({ QStringLiteral("bookmark"), tr("Saved"), {} });
    if (m_row.hasPendingChange)
        m_tail.append(
            { QStringLiteral("queued"), tr("This change waits to be sent; it is safe on this computer."), {} });
    const int editedWidth = m_row.isEdited ? QFontMetrics(metrics.meta).horizontalAdvance(editedText()) : 0;
    const int width = (m_row.isEdited ? editedWidth + metrics.tailGap : 0)
        + int(m_tail.size()) * (metrics.markSize + metrics.tailGap);
    if (width == 0)
        return y;
    const QRectF last = m_text->lastLine();
    const bool isBehind = m_text->length() > 0 && !last.isNull() && last.right() + width <= metrics.textWidth;
    const int height = std::max(metrics.metaHeight, metrics.markSize);
    int x = metrics.textX + (isBehind ? int(std::ceil(last.right())) + metrics.tailGap : 0);
    const int top = isBehind ? m_textOrigin.y() + int(last.bottom()) - height - metrics.rowGap / 2 : y;
    if (m_row.isEdited) {
        m_edited = QRect(x, top, editedWidth, height);
        x += editedWidth + metrics.tailGap;
    }
    for (TailMark &mark : m_tail) {
        mark.rect = QRect(x, top + (height - metrics.markSize) / 2, metrics.markSize, metrics.markSize);
        x += metrics.markSize + metrics.tailGap;
    }
    return isBehind ? y : y + height;
}

int RowLayout::placeReactions(const TimelineMetrics &metrics, int y)
{
    if (m_row.reactions.isEmpty())
        return y;
    const QFontMetrics meta(metrics.meta);
    const int right = metrics.textX + metrics.textWidth;
    QPoint at(metrics.textX, y + metrics.chipGap);
    const auto place = [&](int width) {
        if (at.x() + width > right && at.x() > metrics.textX)
            at = QPoint(metrics.textX, at.y() + metrics.chipHeight + metrics.chipGap);
        const QRect rect(at.x(), at.y(), width, metrics.chipHeight);
        at.rx() += width + metrics.chipGap;
        return rect;
    };
    for (const ReactionView &reaction : std::as_const(m_row.reactions)) {
        const int count = meta.horizontalAdvance(QLocale().toString(reaction.count));
        m_reactions.append(place(2 * metrics.chipPadding + metrics.chipEmoji + metrics.chipGap + count));
    }
    if (m_row.rights.mayReact)
        m_addReaction = place(2 * metrics.chipPadding + metrics.chipEmoji);
    return at.y() + metrics.chipHeight + metrics.rowGap;
}

int RowLayout::placeNotice(const TimelineMetrics &metrics, int y)
{
    const QFontMetrics meta(metrics.meta);
    const int gap = metrics.sideMargin;
    const int retryWidth = meta.horizontalAdvance(retryText());
    const int discardWidth = meta.horizontalAdvance(discardText());
    const int reasonRoom = std::max(0, metrics.textWidth - retryWidth - discardWidth - 2 * gap);
    const int reasonWidth = std::min(meta.horizontalAdvance(m_row.error) + metrics.markSize + 6, reasonRoom);
    m_notice = QRect(metrics.textX, y, reasonWidth, metrics.noticeHeight);
    m_retry = QRect(m_notice.right() + gap, y, retryWidth, metrics.noticeHeight);
    m_discard = QRect(m_retry.right() + gap, y, discardWidth, metrics.noticeHeight);
    return y + metrics.noticeHeight;
}

void RowLayout::placeSystem(const TimelineMetrics &metrics)
{
    if (m_fold.role == Fold::Role::Hidden) {
        // Furniture stays: a folded run never hides where a day or the unread messages begin.
        return;
    }
    m_systemText = m_fold.role == Fold::Role::Head ? tr("%n people came or went", nullptr, m_fold.count) : m_row.text;
    const int width = std::min(metrics.width - 2 * metrics.sideMargin, metrics.textWidth + metrics.textX);
    if (hasLongWord(QFontMetrics(metrics.meta), m_systemText, width))
        m_systemText = breakable(m_systemText);
    const bool isTight = hasLongWord(QFontMetrics(metrics.meta), m_systemText, width);
    m_systemFlags = int(Qt::AlignHCenter) | (isTight ? Qt::TextWrapAnywhere : Qt::TextWordWrap);
    const QRect bounds
        = QFontMetrics(metrics.meta).boundingRect(QRect(0, 0, std::max(width, 1), 10000), m_systemFlags, m_systemText);
    m_system = QRect((metrics.width - width) / 2, m_height + metrics.systemGap, width, bounds.height());
    m_height += bounds.height() + 2 * metrics.systemGap;
}

RowLayout::Part RowLayout::partAt(QPoint point) const
{
    if (m_day.contains(point))
        return Part::Day;
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
    if (m_reply.contains(point))
        return Part::Reply;
    if (m_edited.contains(point))
        return Part::Edited;
    if (reactionAt(point) >= 0)
        return Part::Reaction;
    if (m_addReaction.contains(point))
        return Part::AddReaction;
    if (codeAt(point) >= 0)
        return Part::CopyCode;
    if (fileAt(point).part != AttachmentsLayout::Hit::Part::None)
        return Part::File;
    const TextBlock::Hit hit = hitAt(point);
    if (m_text->hidesSpoilers() && hit.styles.testFlag(TextStyle::Spoiler))
        return Part::Spoiler;
    if (hit.hasTarget && hit.target.kind == TextTarget::Kind::Link)
        return Part::Link;
    if (hit.hasTarget && hit.target.kind == TextTarget::Kind::Room)
        return Part::Room;
    return point.y() >= m_textOrigin.y() ? Part::Text : Part::None;
}

qsizetype RowLayout::positionAt(QPoint point) const
{
    if (!m_text || point.y() < m_textOrigin.y())
        return 0;
    return m_text->positionAt(QPointF(point - m_textOrigin));
}

TextBlock::Hit RowLayout::hitAt(QPoint point) const
{
    return m_text ? m_text->hitAt(QPointF(point - m_textOrigin)) : TextBlock::Hit();
}

QUrl RowLayout::linkAt(QPoint point) const
{
    const TextBlock::Hit hit = hitAt(point);
    const bool isHidden = m_text && m_text->hidesSpoilers() && hit.styles.testFlag(TextStyle::Spoiler);
    if (!hit.hasTarget || hit.target.kind != TextTarget::Kind::Link || isHidden)
        return {};
    return QUrl(hit.target.url, QUrl::StrictMode);
}

int RowLayout::reactionAt(QPoint point) const
{
    const auto found = std::find_if(
        m_reactions.begin(), m_reactions.end(), [point](const QRect &rect) { return rect.contains(point); });
    return found == m_reactions.end() ? -1 : int(found - m_reactions.begin());
}

int RowLayout::codeAt(QPoint point) const
{
    for (int code = 0; m_text && code < m_text->codeCount(); ++code)
        if (m_text->codeCopyRect(code).contains(QPointF(point - m_textOrigin)))
            return code;
    return -1;
}

} // namespace salon
