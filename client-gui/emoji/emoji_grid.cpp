// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/emoji/emoji_grid.h"

#include "client-gui/app/style_controls.h"
#include "client-gui/app/style_paint.h"
#include "client-gui/app/theme.h"
#include "client-gui/emoji/emoji_model.h"
#include "client-gui/widgets/emoji_font.h"

#include <QAccessible>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace salon {

namespace {

class EmojiDelegate : public QStyledItemDelegate
{
public:
    EmojiDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = m_theme.tokens();
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->save();
        if (index.data(EmojiModel::IsHeadingRole).toBool()) {
            painter->setFont(tokens.font(TextRole::SectionHead));
            painter->setPen(tokens.colour(ColourRole::Muted));
            const QRect place = option.rect.adjusted(tokens.space(Space::Tight), 0, 0, -tokens.space(Space::Tight));
            painter->drawText(place, Qt::AlignLeft | Qt::AlignBottom,
                painter->fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
        } else if (!text.isEmpty()) {
            painter->setRenderHint(QPainter::Antialiasing);
            controls::paintRowGround(*painter, option.rect.adjusted(1, 1, -1, -1),
                option.state.testFlag(QStyle::State_Selected), false, tokens);
            if (option.state.testFlag(QStyle::State_Selected))
                paintFocusRing(*painter, QRectF(option.rect).adjusted(1, 1, -1, -1), tokens.controlRadius(), tokens);
            painter->setFont(signFont(tokens.emojiFont(tokens.emojiSize()), text));
            painter->setPen(tokens.colour(ColourRole::Text));
            painter->drawText(option.rect, Qt::AlignCenter, text);
        }
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

EmojiGrid::EmojiGrid(Theme &theme, EmojiModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(QStringLiteral("emojiGrid"));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAutoScroll(false); // the pointer chooses too: what it passes must stay where it is
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    for (QHeaderView *header : { horizontalHeader(), verticalHeader() }) {
        header->hide();
        header->setMinimumSectionSize(1);
        header->setSectionResizeMode(QHeaderView::Fixed);
    }
    setItemDelegate(new EmojiDelegate(theme, this));
    setModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, &EmojiGrid::layOutLines);
    connect(&theme, &Theme::changed, this, &EmojiGrid::applyLook);
    applyLook();
}

void EmojiGrid::applyLook()
{
    const int cell = m_theme.tokens().emojiCell();
    horizontalHeader()->setDefaultSectionSize(cell);
    verticalHeader()->setDefaultSectionSize(cell);
    layOutLines();
}

void EmojiGrid::layOutLines()
{
    clearSpans();
    for (int line = 0; line < m_model.rowCount(); ++line) {
        if (m_model.isHeading(line))
            setSpan(line, 0, 1, EmojiModel::Columns);
    }
}

int EmojiGrid::wantedWidth() const
{
    return EmojiModel::Columns * m_theme.tokens().emojiCell() + verticalScrollBar()->sizeHint().width();
}

void EmojiGrid::choose(const QModelIndex &index)
{
    setCurrentIndex(index);
    if (!index.isValid()) {
        Q_EMIT chosenChanged(index);
        return;
    }
    if (m_model.isHeading(index.row() - 1))
        scrollTo(m_model.index(index.row() - 1, 0));
    scrollTo(index);
}

void EmojiGrid::scrollToLine(int line)
{
    verticalScrollBar()->setValue(rowViewportPosition(line) + verticalScrollBar()->value());
}

QModelIndex EmojiGrid::reachedBy(CursorAction action) const
{
    const QModelIndex from = currentIndex();
    if (!from.isValid())
        return m_model.firstEmoji();
    const int page = std::max(1, viewport()->height() / m_theme.tokens().emojiCell() - 1);
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return m_model.emojiAfter(from, -1);
    case MoveRight:
    case MoveNext:
        return m_model.emojiAfter(from, 1);
    case MoveUp:
        return m_model.emojiBeside(from, -1);
    case MoveDown:
        return m_model.emojiBeside(from, 1);
    case MovePageUp:
        return m_model.emojiBeside(from, -page);
    case MovePageDown:
        return m_model.emojiBeside(from, page);
    case MoveHome:
        return m_model.firstEmoji();
    case MoveEnd:
        return m_model.emojiAfter(m_model.index(m_model.rowCount() - 1, EmojiModel::Columns - 1), -1);
    }
    return {};
}

QModelIndex EmojiGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const QModelIndex reached = reachedBy(action);
    return reached.isValid() ? reached : currentIndex();
}

bool EmojiGrid::moveByKey(int key)
{
    CursorAction action = MoveNext;
    switch (key) {
    case Qt::Key_Left:
        action = isRightToLeft() ? MoveRight : MoveLeft;
        break;
    case Qt::Key_Right:
        action = isRightToLeft() ? MoveLeft : MoveRight;
        break;
    case Qt::Key_Up:
        action = MoveUp;
        break;
    case Qt::Key_Down:
        action = MoveDown;
        break;
    case Qt::Key_PageUp:
        action = MovePageUp;
        break;
    case Qt::Key_PageDown:
        action = MovePageDown;
        break;
    default:
        return false;
    }
    choose(moveCursor(action, Qt::NoModifier));
    return true;
}

void EmojiGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QModelIndex under = indexAt(event->pos());
    if (under.isValid() && under.flags().testFlag(Qt::ItemIsEnabled) && under != currentIndex())
        selectionModel()->setCurrentIndex(under, QItemSelectionModel::ClearAndSelect);
    QTableView::mouseMoveEvent(event);
}

void EmojiGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && isVisible() && !hasFocus()) {
        // The keys go to the search field: without a word nobody hears what they choose.
        QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(this);
        QAccessibleTableInterface *cells = grid ? grid->tableInterface() : nullptr;
        if (QAccessibleInterface *cell = cells ? cells->cellAt(current.row(), current.column()) : nullptr) {
            QAccessibleEvent focus(cell, QAccessible::Focus);
            QAccessible::updateAccessibility(&focus);
        }
    }
    Q_EMIT chosenChanged(current);
}

} // namespace salon
