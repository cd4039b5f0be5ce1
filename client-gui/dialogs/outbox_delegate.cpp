// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/dialogs/outbox_delegate.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "shared/client-core/models/outbox_model.h"
#include "shared/client-core/text/time_text.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

bool hasFailed(const QModelIndex &index)
{
    return SendState(index.data(OutboxModel::SendStateRole).toInt()) == SendState::Failed;
}

} // namespace

OutboxDelegate::OutboxDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QString OutboxDelegate::stateText(const QModelIndex &index)
{
    const QString error = index.data(OutboxModel::ErrorRole).toString();
    if (!error.isEmpty())
        return error;
    switch (SendState(index.data(OutboxModel::SendStateRole).toInt())) {
    case SendState::Saving:
    case SendState::Queued:
        return tr("Waits for the connection and is then sent by itself.");
    case SendState::Sending:
        return tr("Is being sent.");
    case SendState::Stored:
        return tr("Was sent.");
    case SendState::Failed:
        break;
    }
    return tr("Was not sent.");
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.tokens();
    const auto visual = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    painter->save();
    painter->setLayoutDirection(option.direction);
    controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1),
        option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver), tokens);
    const int gap = tokens.space(Space::Small);
    const int icon = tokens.rowIcon();
    const QFontMetrics metaMetrics(tokens.font(TextRole::Meta));
    const QFontMetrics nameMetrics(tokens.font(TextRole::Name));
    const QFontMetrics bodyMetrics(tokens.font(TextRole::Body));
    QRect rest = option.rect.adjusted(tokens.space(Space::Medium), gap, -tokens.space(Space::Medium), -gap);

    const bool isFailed = hasFailed(index);
    paintIcon(*painter, visual(QRect(rest.left(), rest.top() + (nameMetrics.height() - icon) / 2, icon, icon)),
        isFailed ? u"alert"_s : u"queued"_s, tokens.colour(isFailed ? ColourRole::Danger : ColourRole::Muted));
    rest.setLeft(rest.left() + icon + gap);

    const auto draw
        = [&](const QRect &line, TextRole role, ColourRole colour, const QString &text, Qt::Alignment side) {
              painter->setFont(tokens.font(role));
              painter->setPen(tokens.colour(colour));
              painter->drawText(visual(line), int(side | Qt::AlignVCenter) | Qt::TextSingleLine,
                  painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
          };
    const QString time
        = TimeText::brief(index.data(OutboxModel::CreatedRole).toLongLong(), QDateTime::currentDateTime());
    QRect line(rest.left(), rest.top(), rest.width(), nameMetrics.height());
    draw(line, TextRole::Meta, ColourRole::Muted, time, Qt::AlignRight);
    line.setRight(line.right() - metaMetrics.horizontalAdvance(time) - gap);
    draw(line, TextRole::Name, ColourRole::Text, index.data(OutboxModel::RoomNameRole).toString(), Qt::AlignLeft);
    line = QRect(rest.left(), line.bottom() + 1, rest.width(), bodyMetrics.height());
    draw(line, TextRole::Body, ColourRole::Text, index.data(OutboxModel::TextRole).toString().left(400).simplified(),
        Qt::AlignLeft);
    line = QRect(rest.left(), line.bottom() + 1, rest.width(), metaMetrics.height());
    draw(line, TextRole::Meta, isFailed ? ColourRole::Danger : ColourRole::Muted, stateText(index), Qt::AlignLeft);
    painter->restore();
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const Tokens &tokens = m_theme.tokens();
    return { 0,
        QFontMetrics(tokens.font(TextRole::Name)).height() + QFontMetrics(tokens.font(TextRole::Body)).height()
            + QFontMetrics(tokens.font(TextRole::Meta)).height() + 2 * tokens.space(Space::Small) };
}

} // namespace salon
