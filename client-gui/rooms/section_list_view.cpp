// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/section_list_view.h"

#include "client-gui/app/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace salon {

SectionListView::SectionListView(Theme &theme, int sectionRole, HeadText headText, QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_sectionRole(sectionRole)
    , m_headText(std::move(headText))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(false);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void SectionListView::setModel(QAbstractItemModel *model)
{
    if (this->model())
        this->model()->disconnect(this);
    QListView::setModel(model);
    if (!model)
        return;
    // A row that comes or goes may make its neighbour the first of a section.
    const auto layOut = [this] {
        scheduleDelayedItemsLayout();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, layOut);
    connect(model, &QAbstractItemModel::rowsRemoved, this, layOut);
    connect(model, &QAbstractItemModel::rowsMoved, this, layOut);
    connect(model, &QAbstractItemModel::layoutChanged, this, layOut);
    connect(model, &QAbstractItemModel::dataChanged, this,
        [this, layOut](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
            if (roles.isEmpty() || roles.contains(m_sectionRole))
                layOut();
        });
}

void SectionListView::setIconsOnly(bool isIconsOnly)
{
    if (isIconsOnly == std::exchange(m_isIconsOnly, isIconsOnly))
        return;
    setVerticalScrollBarPolicy(isIconsOnly ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    scheduleDelayedItemsLayout();
    viewport()->update();
}

bool SectionListView::startsSection(const QModelIndex &index) const
{
    return index.row() == 0 || index.siblingAtRow(index.row() - 1).data(m_sectionRole) != index.data(m_sectionRole);
}

int SectionListView::headHeight(const QModelIndex &index) const
{
    if (!startsSection(index))
        return 0;
    const Tokens &tokens = m_theme.tokens();
    if (m_isIconsOnly)
        return index.row() == 0 ? 0 : tokens.space(Space::Medium);
    return tokens.px(index.row() == 0 ? 28 : 36);
}

QModelIndex SectionListView::rowAt(QPoint point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || point.y() < visualRect(index).top() + headHeight(index))
        return {};
    return index;
}

void SectionListView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = rowAt(event->position().toPoint());
    // Who only looks does not choose the row.
    if (m_pressed.isValid() && event->button() == Qt::LeftButton && !event->modifiers().testFlag(Qt::AltModifier))
        QListView::mousePressEvent(event);
}

void SectionListView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = rowAt(point);
    QListView::mouseReleaseEvent(event);
    if (!index.isValid() || index != m_pressed)
        return;
    if (event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::AltModifier))) {
        Q_EMIT glanced(index);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const auto *rows = dynamic_cast<const SectionDelegate *>(itemDelegate());
    if (rows && rows->badgeRect(visualRect(index), index).contains(point))
        Q_EMIT badgeClicked(index);
    else
        Q_EMIT chosen(index);
}

void SectionListView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        if (event->modifiers().testFlag(Qt::AltModifier))
            Q_EMIT glanced(currentIndex());
        else
            Q_EMIT chosen(currentIndex());
        return;
    }
    // Alt+arrows walk through the rooms from anywhere.
    if (event->modifiers() & Qt::AltModifier) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void SectionListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : rowAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!index.isValid())
        return;
    Q_EMIT menuWanted(index, isKeyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void SectionListView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        viewport()->update();
    QListView::changeEvent(event);
}

SectionDelegate::SectionDelegate(SectionListView &view)
    : QStyledItemDelegate(&view)
    , m_view(view)
{
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return { 40, m_view.theme().tokens().listRowHeight() + m_view.headHeight(index) };
}

QRect SectionDelegate::badgeRect(const QRect &, const QModelIndex &) const
{
    return {};
}

QRect SectionDelegate::innerRect(const QRect &row, const QModelIndex &index) const
{
    const int side = 2 * m_view.theme().tokens().space(Space::Small);
    return row.adjusted(side, m_view.headHeight(index) + 1, -side, -1);
}

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = m_view.theme().tokens();
    const int head = m_view.headHeight(index);
    painter->save();
    if (head > 0 && m_view.isIconsOnly()) {
        painter->fillRect(QRect(option.rect.left() + tokens.space(Space::Medium), option.rect.top() + head / 2,
                              option.rect.width() - 2 * tokens.space(Space::Medium), tokens.lineWidth()),
            tokens.colour(ColourRole::Line));
    } else if (head > 0) {
        const QRect rect = option.rect.adjusted(tokens.space(Space::Large), 0, -tokens.space(Space::Medium), 0);
        const QRect place(rect.left(), rect.top(), rect.width(), head - tokens.space(Space::Tight));
        painter->setFont(tokens.font(TextRole::SectionHead));
        painter->setPen(tokens.colour(ColourRole::Muted));
        painter->drawText(place, Qt::AlignLeft | Qt::AlignBottom,
            painter->fontMetrics().elidedText(m_view.headText(index), Qt::ElideRight, place.width()));
    }
    Row row;
    row.rect = option.rect.adjusted(tokens.space(Space::Small), head + 1, -tokens.space(Space::Small), -1);
    row.isSelected = option.state & QStyle::State_Selected;
    const QPoint mouse = m_view.viewport()->mapFromGlobal(QCursor::pos());
    row.isHovered = (option.state & QStyle::State_MouseOver) && row.rect.contains(mouse);
    row.ground = tokens.colour(ColourRole::Window);
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.isSelected || row.isHovered) {
        const QColor over = tokens.colour(row.isSelected ? ColourRole::Selection : ColourRole::Hover);
        painter->setPen(Qt::NoPen);
        painter->setBrush(over);
        painter->drawRoundedRect(row.rect, tokens.controlRadius(), tokens.controlRadius());
        row.ground = blended(over, row.ground);
    }
    if ((option.state & QStyle::State_HasFocus) && m_view.hasFocus()) {
        painter->setPen(QPen(tokens.colour(ColourRole::FocusRing), tokens.focusWidth()));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(
            QRectF(row.rect).adjusted(1, 1, -1, -1), tokens.controlRadius(), tokens.controlRadius());
    }
    row.rect.adjust(tokens.space(Space::Small), 0, -tokens.space(Space::Small), 0);
    paintRow(*painter, row, index);
    painter->restore();
}

} // namespace salon
