// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/messages/message_list_delegate.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/messages/line_counts.h"
#include "client-gui/timeline/timeline_row.h"
#include "client-gui/widgets/emoji_font.h"
#include "shared/client-core/models/message_list_model.h"
#include "shared/client-core/models/search_model.h"
#include "shared/client-core/text/time_text.h"
#include "shared/markup/plain_text.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

constexpr qsizetype MostCharacters = 400; ///< more than fit

/// One line of text with the marks that fall into it; `from` is where it begins in the whole.
void drawMarked(QPainter &painter, const QRect &rect, const QString &words, qsizetype from,
    const QList<TextRange> &marks, const QColor &ground)
{
    QTextLayout layout(words, painter.font());
    QTextOption option(words.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats = signFormats(words, MostCharacters);
    for (const TextRange &mark : marks) {
        const qsizetype first = std::max<qsizetype>(0, mark.start - from);
        const qsizetype last = std::min(words.size(), mark.start + mark.length - from);
        if (first >= last)
            continue;
        QTextCharFormat format;
        format.setBackground(ground);
        formats.append({ int(first), int(last - first), format });
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(rect.width());
    layout.endLayout();
    layout.draw(&painter, rect.topLeft());
}

/// Lines of `text` in `rect`, the last one cut off with an ellipsis.
void drawLines(QPainter &painter, const QRect &rect, const QString &text, int most, const QList<TextRange> &marks = {},
    const QColor &ground = {})
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(signFormats(text, MostCharacters));
    layout.beginLayout();
    int y = rect.top();
    for (int line = 0; line < most; ++line) {
        QTextLine next = layout.createLine();
        if (!next.isValid())
            break;
        next.setLineWidth(rect.width());
        const bool isCut = line + 1 == most && next.textStart() + next.textLength() < text.size();
        const QString words = isCut ? metrics.elidedText(text.mid(next.textStart()), Qt::ElideRight, rect.width())
                                    : text.mid(next.textStart(), next.textLength());
        drawMarked(
            painter, QRect(rect.left(), y, rect.width(), metrics.height()), words, next.textStart(), marks, ground);
        y += metrics.height();
    }
    layout.endLayout();
}

} // namespace

MessageListDelegate::MessageListDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_lines(new LineCounts(this))
{
}

QString MessageListDelegate::textOf(const QModelIndex &index)
{
    return oneLine(readTimelineRow(index).formatted, MostCharacters);
}

void MessageListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const TimelineRow row = readTimelineRow(index);
    const int gap = tokens.space(Space::Small);
    painter->save();
    controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1),
        option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver), tokens);
    QRect rest = option.rect.adjusted(tokens.space(Space::Medium), gap, -tokens.space(Space::Medium), -gap);
    const int side = tokens.listAvatar();
    const int hue = row.gateway.isEmpty() ? hueOf(row.author.value) : hueOf(row.authorName); // as in the timeline
    paintAvatar(*painter, QRectF(rest.left(), rest.top(), side, side), avatarFace(row.authorName, hue), tokens);
    rest.setLeft(rest.left() + side + gap);

    QRect head(rest.left(), rest.top(), rest.width(), side);
    const QDate day = QDateTime::fromMSecsSinceEpoch(row.timeMs).date();
    const QString when
        = day == QDate::currentDate() ? TimeText::time(row.timeMs) : QLocale().toString(day, QLocale::ShortFormat);
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, when);
    head.setRight(head.right() - painter->fontMetrics().horizontalAdvance(when) - gap);
    const QString room = m_showsRooms ? index.data(MessageListModel::RoomNameRole).toString() : QString();
    painter->setFont(tokens.font(TextRole::Name));
    const QString name = painter->fontMetrics().elidedText(
        row.authorName, Qt::ElideRight, room.isEmpty() ? head.width() : head.width() * 3 / 5);
    painter->setPen(tokens.nameColour(hue));
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    head.setLeft(head.left() + painter->fontMetrics().horizontalAdvance(name) + gap);
    painter->setFont(tokens.font(TextRole::Meta));
    painter->setPen(tokens.colour(ColourRole::Muted));
    if (!room.isEmpty())
        painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(room, Qt::ElideRight, head.width()));

    QFont body = withEmoji(tokens.font(TextRole::ListItem));
    body.setItalic(row.isDeleted);
    painter->setFont(body);
    painter->setPen(tokens.colour(row.isDeleted ? ColourRole::Muted : ColourRole::Text));
    const SearchSnippet shown = snippetOf(index, row);
    drawLines(*painter, rest.adjusted(0, side + tokens.px(2), 0, 0), shown.text, LineCounts::Most, shown.matches,
        tokens.colour(ColourRole::Found));
    painter->restore();
}

SearchSnippet MessageListDelegate::snippetOf(const QModelIndex &index, const TimelineRow &row)
{
    const QVariant found = index.data(SearchModel::SnippetRole);
    return found.isValid() ? found.value<SearchSnippet>() : SearchSnippet{ oneLine(row.formatted, MostCharacters), {} };
}

QSize MessageListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const QFont font = withEmoji(tokens.font(TextRole::ListItem));
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : option.rect.width()) - 2 * tokens.space(Space::Medium)
        - tokens.listAvatar() - tokens.space(Space::Small);
    const int lines = m_lines->count(
        index, font, std::max(width, tokens.px(80)), [&] { return snippetOf(index, readTimelineRow(index)).text; });
    return { 0,
        2 * tokens.space(Space::Small) + tokens.listAvatar() + tokens.px(2) + lines * QFontMetrics(font).height() };
}

} // namespace salon
