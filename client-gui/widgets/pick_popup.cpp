// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/widgets/pick_popup.h"

#include "client-gui/app/avatar_painter.h"
#include "client-gui/app/style_controls.h"
#include "client-gui/app/style_paint.h"
#include "client-gui/app/theme.h"
#include "client-gui/app/tinted_icon.h"
#include "client-gui/widgets/badge_painter.h"
#include "client-gui/widgets/emoji_font.h"
#include "client-gui/widgets/sign_line.h"

#include <QAccessible>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

enum RowRole
{
    DetailRole = Qt::UserRole + 1,
    IconRole,
    EmojiRole,
    FaceRole,
    UnreadRole
};

int rowHeight(const Tokens &tokens)
{
    return tokens.px(36);
}

class PickDelegate : public QStyledItemDelegate
{
public:
    PickDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, rowHeight(m_theme.tokens()) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const int gap = tokens.space(Space::Small);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        controls::paintRowGround(*painter, option.rect.adjusted(0, 1, 0, -1),
            option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver), tokens);
        QRect rest = option.rect.adjusted(gap, 0, -gap, 0);
        rest.setLeft(paintPicture(*painter, rest, index) + gap);
        const QString count = badgeText(index.data(UnreadRole).toInt());
        if (const int badge = paintBadge(*painter, rest, count, BadgeKind::Unread, tokens); badge > 0)
            rest.setRight(rest.right() - badge - gap);
        painter->setFont(tokens.font(TextRole::Body));
        painter->setPen(tokens.colour(ColourRole::Text));
        const int taken = paintSignLine(*painter, rest, Qt::AlignLeft, index.data(Qt::DisplayRole).toString());
        rest.setLeft(rest.left() + taken + gap);
        painter->setFont(tokens.font(TextRole::Meta));
        painter->setPen(tokens.colour(ColourRole::Muted));
        paintSignLine(*painter, rest, Qt::AlignRight, index.data(DetailRole).toString());
        painter->restore();
    }

private:
    /// Returns its right edge.
    int paintPicture(QPainter &painter, const QRect &row, const QModelIndex &index) const
    {
        const Tokens &tokens = m_theme.tokens();
        const int side = tokens.listAvatar();
        const QRect place(row.left(), row.center().y() - side / 2 + 1, side, side);
        if (const QString emoji = index.data(EmojiRole).toString(); !emoji.isEmpty()) {
            painter.setFont(signFont(tokens.emojiFont(tokens.emojiSize()), emoji));
            painter.setPen(tokens.colour(ColourRole::Text));
            painter.drawText(place, Qt::AlignCenter, emoji);
        } else if (const QString icon = index.data(IconRole).toString(); !icon.isEmpty()) {
            const int inset = (side - tokens.rowIcon()) / 2;
            paintIcon(painter, place.adjusted(inset, inset, -inset, -inset), icon, tokens.colour(ColourRole::Muted));
        } else {
            const QString name = index.data(Qt::DisplayRole).toString();
            paintAvatar(painter, place, avatarFace(name, hueOf(index.data(FaceRole).toLongLong())), tokens);
        }
        return place.right();
    }

    Theme &m_theme;
};

} // namespace

PickPopup::PickPopup(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
{
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new PickDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    connect(m_list, &QListWidget::itemClicked, this, &PickPopup::rowClicked);
    hide();
}

void PickPopup::setRows(const QList<Row> &rows)
{
    m_list->clear();
    for (const Row &row : rows) {
        auto *item = new QListWidgetItem(row.name, m_list);
        item->setData(DetailRole, row.detail);
        item->setData(IconRole, row.icon);
        item->setData(EmojiRole, row.emoji);
        item->setData(FaceRole, row.face);
        item->setData(UnreadRole, row.unread);
        if (!row.detail.isEmpty())
            item->setData(Qt::AccessibleTextRole, "%1, %2"_L1.arg(row.name, row.detail));
    }
    m_list->setCurrentRow(0);
}

int PickPopup::chosenRow() const
{
    return m_list->currentRow();
}

int PickPopup::listHeight(int mostRows) const
{
    return std::clamp(m_list->count(), 1, mostRows) * rowHeight(m_theme.tokens());
}

void PickPopup::moveBy(int rows)
{
    const int count = m_list->count();
    if (count == 0)
        return;
    m_list->setCurrentRow((m_list->currentRow() + rows + count) % count);
    // The keys go to the field beside the list: without a word nobody hears what they choose.
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_list);
    if (QAccessibleInterface *item = list ? list->child(m_list->currentRow()) : nullptr) {
        QAccessibleEvent focus(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

void PickPopup::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), tokens.cardRadius(), tokens.colour(ColourRole::Raised),
        tokens.colour(ColourRole::ControlLine), tokens.lineWidth());
}

} // namespace salon
