// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/theme.h"
#include "client-gui/timeline/message_info.h"
#include "client-gui/timeline/timeline_accessible.h"
#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/models/timeline_model.h"
#include "shared/client-core/text/time_text.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QMenu>
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
        viewport()->update();
    } else if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Hit hit = hitAt(help->pos());
        QString words;
        if (hit.row >= 0) {
            const RowLayout &layout = m_rows.layout(hit.row);
            if (hit.part == RowLayout::Part::Link)
                // Encoded: the host that is really asked, in ASCII when it only looks like another one.
                words = QString::fromLatin1(layout.linkAt(hit.point).toEncoded());
            else if (layout.timeRect().contains(hit.point))
                words = TimeText::full(layout.row().timeMs);
            else if (layout.noticeRect().contains(hit.point) || layout.markRect().contains(hit.point))
                words = layout.row().error;
        }
        // Told to be plain: what stands in it comes from others.
        QToolTip::showText(help->globalPos(), words.isEmpty() ? QString() : words.toHtmlEscaped(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::hover(QPoint point)
{
    const Hit hit = hitAt(point);
    const bool isInside = hit.row >= 0 && hit.point.y() >= 0 && hit.point.y() < m_rows.layout(hit.row).height();
    const QModelIndex index = isInside ? model()->index(hit.row, 0) : QModelIndex();
    if (index != m_hovered || hit.part != m_hoveredPart) {
        m_hovered = index;
        m_hoveredPart = hit.part;
        viewport()->update();
    }
    switch (hit.part) {
    case RowLayout::Part::Link:
    case RowLayout::Part::Retry:
    case RowLayout::Part::Discard:
    case RowLayout::Part::Fold:
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
        openLink(m_rows.layout(hit.row).linkAt(hit.point));
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

void TimelineView::openLink(const QUrl &link)
{
    if (link.scheme() == "http"_L1 || link.scheme() == "https"_L1 || link.scheme() == "mailto"_L1)
        QDesktopServices::openUrl(link);
}

QString TimelineView::selectedText()
{
    if (m_selection.isEmpty())
        return {};
    if (!m_selection.spansRows()) {
        const RowLayout &layout = m_rows.layout(m_selection.firstRow());
        if (!layout.text())
            return layout.row().text;
        const auto [from, to] = m_selection.rangeIn(m_selection.firstRow(), layout.text()->length());
        return layout.text()->plainText(from, to);
    }
    QStringList lines;
    for (int row = m_selection.firstRow(); row <= m_selection.lastRow(); ++row) {
        const TimelineRow what = readTimelineRow(model()->index(row, 0));
        if (!what.isPersons()) {
            lines.append(copiedRow(what, what.text));
            continue;
        }
        const RowLayout &layout = m_rows.layout(row);
        const auto [from, to] = m_selection.rangeIn(row, layout.text()->length());
        if (from < to)
            lines.append(copiedRow(what, layout.text()->plainText(from, to)));
    }
    return lines.join(u'\n');
}

void TimelineView::copy()
{
    const QString selected = selectedText();
    if (!selected.isEmpty())
        QGuiApplication::clipboard()->setText(selected);
    else if (m_current.isValid())
        QGuiApplication::clipboard()->setText(readTimelineRow(m_current).text);
}

void TimelineView::setCurrentRow(int row)
{
    if (row < 0 || row >= m_rows.count())
        return;
    m_current = model()->index(row, 0);
    m_showsCurrent = true;
    makeVisible(row);
    TimelineAccessible::focusMoved(*this, row);
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
    int row = m_current.isValid() ? m_current.row() + direction : lastVisibleRow();
    while (row >= 0 && row < m_rows.count() && m_rows.layout(row).height() == 0)
        row += direction;
    if (row >= 0 && row < m_rows.count())
        setCurrentRow(row);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->modifiers() & ~Qt::KeypadModifier) {
        event->ignore();
        return;
    }
    QScrollBar *bar = verticalScrollBar();
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
        bar->setValue(bar->value() - viewport()->height() + m_rows.metrics().lineHeight);
        break;
    case Qt::Key_PageDown:
        bar->setValue(bar->value() + viewport()->height() - m_rows.metrics().lineHeight);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current.isValid() && m_showsCurrent) {
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
    if (event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason && m_rows.count() > 0) {
        const bool isSeen
            = m_current.isValid() && m_current.row() >= firstVisibleRow() && m_current.row() <= lastVisibleRow();
        setCurrentRow(isSeen ? m_current.row() : lastVisibleRow());
    }
    QAbstractScrollArea::focusInEvent(event);
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
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
    const Hit hit = hitAt(viewport()->mapFromGlobal(event->globalPos()));
    if (hit.row >= 0)
        showContextMenu(hit.row, event->globalPos(), m_rows.layout(hit.row).linkAt(hit.point));
}

void TimelineView::showContextMenu(int row, QPoint globalPosition, const QUrl &link)
{
    const QPersistentModelIndex index(model()->index(row, 0));
    const TimelineRow what = readTimelineRow(index);
    if (!what.isPersons())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu, this](const QString &words, auto &&action) {
        connect(menu->addAction(words), &QAction::triggered, this, std::forward<decltype(action)>(action));
    };
    if (!m_selection.isEmpty())
        add(tr("Copy"), [this] { copy(); });
    add(tr("Copy text"), [text = what.text] { QGuiApplication::clipboard()->setText(text); });
    if (!link.isEmpty())
        add(tr("Copy link"), [link] { QGuiApplication::clipboard()->setText(link.toString()); });
    const Cid cid = index.data(TimelineModel::CidRole).toUuid();
    if (what.mark == TimelineRow::Mark::Failed || what.mark == TimelineRow::Mark::Queued) {
        menu->addSeparator();
        add(RowLayout::retryText(), [this, cid] { Q_EMIT retryRequested(cid); });
        add(tr("Edit and send again"), [this, cid] { Q_EMIT editRequested(cid); });
        add(RowLayout::discardText(), [this, cid] { Q_EMIT discardRequested(cid); });
    }
    if (!what.isOwn && what.author.isValid() && what.gateway.isEmpty()) {
        menu->addSeparator();
        add(tr("Mention"), [this, person = what.author] { Q_EMIT mentionRequested(person); });
        add(tr("Send a direct message"), [this, person = what.author] { Q_EMIT directRequested(person); });
    }
    menu->addSeparator();
    add(tr("About this message…"), [this, index] {
        if (index.isValid())
            showInfo(index);
    });
    if (globalPosition.isNull())
        globalPosition = viewport()->mapToGlobal(
            QPoint(m_rows.metrics().textX, std::clamp(rowRect(row).bottom(), 0, viewport()->height())));
    menu->popup(globalPosition);
}

void TimelineView::showInfo(const QModelIndex &index)
{
    showMessageInfo(index, this);
}

} // namespace salon
