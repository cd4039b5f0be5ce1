// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/timeline_accessible.h"
#include "client-gui/timeline/timeline_view.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {

TimelineView::Hit TimelineView::hitAt(QPoint point)
{
    ensureLayout();
    const int row = rowAtY(point.y());
    if (row < 0)
        return {};
    const QPoint inRow(point.x(), point.y() - yOf(row));
    const RowLayout &layout = m_rows.layout(row);
    const bool isInside = inRow.y() >= 0 && inRow.y() < layout.height();
    return { row, inRow, isInside ? layout.partAt(inRow) : RowLayout::Part::None };
}

Cid TimelineView::cidOf(int row) const
{
    return model()->index(row, 0).data(TimelineModel::CidRole).toUuid();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_hovered = QModelIndex();
        m_hoveredPart = RowLayout::Part::None;
        m_hoveredFile = {};
        placeBar();
        viewport()->update();
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Hit hit = hitAt(help->pos());
        QToolTip::showText(help->globalPos(), plainToolTip(hit.row >= 0 ? toolTipAt(hit) : QString()), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool TimelineView::retryAt(QPoint point)
{
    if (olderRetryRect().contains(point))
        Q_EMIT olderRetried();
    else if (newerRetryRect().contains(point))
        Q_EMIT newerRetried();
    else
        return false;
    return true;
}

void TimelineView::hover(QPoint point)
{
    if (olderRetryRect().contains(point) || newerRetryRect().contains(point)) {
        viewport()->setCursor(Qt::PointingHandCursor);
        return;
    }
    const Hit hit = hitAt(point);
    const bool isInside = hit.row >= 0 && hit.point.y() >= 0 && hit.point.y() < m_rows.layout(hit.row).height();
    const QModelIndex index = isInside ? model()->index(hit.row, 0) : QModelIndex();
    const int part = hit.part == RowLayout::Part::Reaction ? m_rows.layout(hit.row).reactionAt(hit.point)
        : hit.part == RowLayout::Part::CopyCode            ? m_rows.layout(hit.row).codeAt(hit.point)
                                                           : -1;
    const AttachmentsLayout::Hit file = fileAt(hit);
    if (index != m_hovered || hit.part != m_hoveredPart || part != m_hoveredIndex || file != m_hoveredFile) {
        m_hoveredFile = file;
        m_hovered = index;
        m_hoveredPart = hit.part;
        m_hoveredIndex = part;
        placeBar();
        viewport()->update();
    }
    switch (hit.part) {
    case RowLayout::Part::Link:
    case RowLayout::Part::Reply:
    case RowLayout::Part::Edited:
    case RowLayout::Part::Reaction:
    case RowLayout::Part::AddReaction:
    case RowLayout::Part::Spoiler:
    case RowLayout::Part::CopyCode:
    case RowLayout::Part::Room:
    case RowLayout::Part::Retry:
    case RowLayout::Part::Discard:
    case RowLayout::Part::Fold:
    case RowLayout::Part::File:
    case RowLayout::Part::Day:
        viewport()->setCursor(Qt::PointingHandCursor);
        break;
    case RowLayout::Part::Text:
        viewport()->setCursor(Qt::IBeamCursor);
        break;
    default:
        viewport()->setCursor(Qt::ArrowCursor);
        break;
    }
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    m_showsCurrent = false;
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    if (retryAt(event->position().toPoint()))
        return;
    const Hit hit = hitAt(event->position().toPoint());
    m_pressed = hit;
    m_lastMouse = event->position().toPoint();
    if (hit.row < 0)
        return;
    const QModelIndex index = model()->index(hit.row, 0);
    const qsizetype position = m_rows.layout(hit.row).positionAt(hit.point);
    m_current = index;
    m_isSelecting = true;
    if (event->modifiers() & Qt::ShiftModifier)
        m_selection.extend(index, position);
    else
        m_selection.begin(index, position);
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    m_lastMouse = event->position().toPoint();
    if (!m_isSelecting) {
        hover(m_lastMouse);
        return;
    }
    extendSelection(m_lastMouse);
    const bool isOutside = m_lastMouse.y() < 0 || m_lastMouse.y() >= viewport()->height();
    if (isOutside && !m_autoScroll.isActive())
        m_autoScroll.start();
    else if (!isOutside)
        m_autoScroll.stop();
}

void TimelineView::extendSelection(QPoint point)
{
    if (point.y() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + point.y() / 2 - 1);
    else if (point.y() >= viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (point.y() - viewport()->height()) / 2 + 1);
    const Hit hit = hitAt(QPoint(point.x(), std::clamp(point.y(), 0, viewport()->height() - 1)));
    if (hit.row < 0)
        return;
    m_selection.extend(model()->index(hit.row, 0), m_rows.layout(hit.row).positionAt(hit.point));
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScroll.stop();
    if (event->button() != Qt::LeftButton || !std::exchange(m_isSelecting, false))
        return;
    const Hit hit = hitAt(event->position().toPoint());
    if (m_selection.isEmpty() && dayAt(event->position().toPoint())) {
        hover(event->position().toPoint());
        return;
    }
    if (m_selection.isEmpty() && hit.row >= 0 && hit.row == m_pressed.row && hit.part == m_pressed.part)
        activate(hit);
    if (!m_selection.isEmpty() && QGuiApplication::clipboard()->supportsSelection())
        QGuiApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
    hover(event->position().toPoint());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || hit.row < 0)
        return;
    const RowLayout &layout = m_rows.layout(hit.row);
    if (const TextBlock *text = layout.text(); text && hit.part == RowLayout::Part::Text) {
        const auto [from, to] = text->wordAt(layout.positionAt(hit.point));
        m_selection.select(model()->index(hit.row, 0), from, to);
        viewport()->update();
    }
}

void TimelineView::activate(const Hit &hit)
{
    switch (hit.part) {
    case RowLayout::Part::Link:
        openLink(m_rows.layout(hit.row).linkAt(hit.point), m_rows.layout(hit.row).hitAt(hit.point).shown);
        break;
    case RowLayout::Part::Room:
        Q_EMIT roomAsked(RoomId{ m_rows.layout(hit.row).hitAt(hit.point).target.id });
        break;
    case RowLayout::Part::Reply:
        Q_EMIT targetAsked(m_rows.layout(hit.row).row().replySeq);
        break;
    case RowLayout::Part::Edited:
        ask(MessageAction::Revisions, hit.row);
        break;
    case RowLayout::Part::Reaction:
        toggleReaction(hit.row, m_rows.layout(hit.row).reactionAt(hit.point));
        break;
    case RowLayout::Part::AddReaction: {
        const QRect chip = m_rows.layout(hit.row).addReactionRect().translated(0, yOf(hit.row));
        ask(MessageAction::React, hit.row, { viewport()->mapToGlobal(chip.topLeft()), chip.size() });
        break;
    }
    case RowLayout::Part::Spoiler:
        m_rows.revealSpoilers(hit.row);
        break;
    case RowLayout::Part::CopyCode:
        copyCode(hit.row, m_rows.layout(hit.row).codeAt(hit.point));
        break;
    case RowLayout::Part::File:
        activateFile(hit.row, fileAt(hit));
        break;
    case RowLayout::Part::Retry:
        Q_EMIT retryRequested(cidOf(hit.row));
        break;
    case RowLayout::Part::Discard:
        Q_EMIT discardRequested(cidOf(hit.row));
        break;
    case RowLayout::Part::Fold:
        m_rows.toggleFold(hit.row);
        break;
    case RowLayout::Part::Person:
        showContextMenu(hit.row, viewport()->mapToGlobal(QPoint(hit.point.x(), yOf(hit.row) + hit.point.y())), {});
        break;
    default:
        break;
    }
}

QString TimelineView::selectedText()
{
    return m_selection.text(m_rows);
}

void TimelineView::copy()
{
    const QString selected = selectedText();
    if (!selected.isEmpty()) {
        QGuiApplication::clipboard()->setText(selected);
    } else if (m_current.isValid()) {
        const RowLayout &layout = m_rows.layout(m_current.row());
        QGuiApplication::clipboard()->setText(
            layout.text() ? withFileNames(layout.row(), layout.text()->plainText()) : layout.row().text);
    }
}

void TimelineView::setCurrentRow(int row)
{
    if (row < 0 || row >= m_rows.count())
        return;
    m_current = model()->index(row, 0);
    m_showsCurrent = true;
    makeVisible(row);
    TimelineAccessible::focusMoved(*this, row);
    placeBar();
    viewport()->update();
}

void TimelineView::makeVisible(int row)
{
    ensureLayout();
    const QRect rect = rowRect(row);
    const int margin = m_theme.tokens().space(Space::Small);
    QScrollBar *bar = verticalScrollBar();
    if (rect.top() < margin)
        bar->setValue(bar->value() + rect.top() - margin);
    else if (rect.bottom() > viewport()->height() - margin)
        bar->setValue(bar->value() + std::min(rect.bottom() - viewport()->height() + margin, rect.top() - margin));
}

void TimelineView::walk(int direction)
{
    if (m_rows.count() == 0)
        return;
    // Beyond the end, where the words "Try again" stand.
    if (direction < 0 && m_isOlderFailed && m_current.isValid() && m_current.row() == 0)
        Q_EMIT olderRetried();
    else if (direction > 0 && m_isNewerFailed && m_current.isValid() && m_current.row() == m_rows.count() - 1)
        Q_EMIT newerRetried();
    int row = m_current.isValid() ? m_current.row() + direction : lastVisibleRow();
    while (row >= 0 && row < m_rows.count() && m_rows.layout(row).height() == 0)
        row += direction;
    if (row >= 0 && row < m_rows.count())
        setCurrentRow(row);
}

void TimelineView::scrollPages(int pages)
{
    const int page = std::max(m_rows.metrics().lineHeight, viewport()->height() - m_rows.metrics().lineHeight);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pages * page);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (fileByKey(*event) || askByKey(*event))
        return;
    if (event->modifiers() & ~Qt::KeypadModifier) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        walk(-1);
        break;
    case Qt::Key_Down:
        walk(1);
        break;
    case Qt::Key_Home:
        setCurrentRow(0);
        break;
    case Qt::Key_End:
        scrollToBottom();
        ensureLayout();
        setCurrentRow(m_rows.count() - 1);
        break;
    case Qt::Key_PageUp:
        scrollPages(-1);
        break;
    case Qt::Key_PageDown:
        scrollPages(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_rows.count() == 0 && m_isOlderFailed) {
            Q_EMIT olderRetried();
        } else if (m_current.isValid() && m_showsCurrent) {
            const RowLayout &layout = m_rows.layout(m_current.row());
            if (event->key() == Qt::Key_Space && layout.text() && layout.text()->hidesSpoilers()) {
                m_rows.revealSpoilers(m_current.row());
                break;
            }
            m_rows.toggleFold(m_current.row());
            showContextMenu(m_current.row(), {}, {});
        }
        break;
    default:
        event->ignore();
    }
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    // By a click, perhaps on the action bar: no message has the keys then.
    if (event->reason() == Qt::MouseFocusReason)
        m_showsCurrent = false;
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason && m_rows.count() > 0) {
        const bool isSeen
            = m_current.isValid() && m_current.row() >= firstVisibleRow() && m_current.row() <= lastVisibleRow();
        setCurrentRow(isSeen ? m_current.row() : lastVisibleRow());
    }
    QAbstractScrollArea::focusInEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    placeBar();
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_current.isValid())
            showContextMenu(m_current.row(), {}, {});
        return;
    }
    const QPoint point = viewport()->mapFromGlobal(event->globalPos());
    if (dayAt(point))
        return;
    const Hit hit = hitAt(point);
    if (hit.row >= 0)
        showContextMenu(hit.row, event->globalPos(), m_rows.layout(hit.row).linkAt(hit.point), fileAt(hit));
}

} // namespace salon
