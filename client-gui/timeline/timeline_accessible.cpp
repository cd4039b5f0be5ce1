// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_accessible.h"

#include "client-gui/timeline/timeline_view.h"
#include "shared/client-core/models/timeline_model.h"

#include <QAbstractItemModel>

using namespace Qt::StringLiterals;

namespace salon {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TimelineView *>(object);
    return view ? new TimelineAccessible(*view) : nullptr;
}

/// Names a row for as long as it lives: its number, or its cid while it has none.
QString keyOf(const QModelIndex &index)
{
    const qint64 seq = index.data(TimelineModel::SeqRole).toLongLong();
    return seq > 0 ? QString::number(seq) : index.data(TimelineModel::CidRole).toUuid().toString();
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineView &view)
    : QAccessibleWidget(&view, QAccessible::List)
    , m_view(view)
{
}

TimelineAccessible::~TimelineAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void TimelineAccessible::install()
{
    static const bool isInstalled = (QAccessible::installFactory(&makeInterface), true);
    Q_UNUSED(isInstalled)
}

void TimelineAccessible::announce(TimelineView &view, int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    QAccessibleInterface *item = list ? list->child(row) : nullptr;
    if (!item)
        return;
    QAccessibleEvent created(item, QAccessible::ObjectCreated);
    QAccessible::updateAccessibility(&created);
    if (view.isVisible() && view.isActiveWindow()) {
        QAccessibleEvent alert(item, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void TimelineAccessible::focusMoved(TimelineView &view, int row)
{
    if (!QAccessible::isActive() || !view.hasFocus())
        return;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view);
    if (QAccessibleInterface *item = list ? list->child(row) : nullptr) {
        QAccessibleEvent focus(item, QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
}

int TimelineAccessible::childCount() const
{
    return m_view.rows().count();
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const QModelIndex row = m_view.model()->index(index, 0);
    const QString key = keyOf(row);
    if (const auto known = m_children.constFind(key); known != m_children.constEnd()) {
        auto *item = static_cast<TimelineRowAccessible *>(QAccessible::accessibleInterface(*known));
        if (item && item->index() == row)
            return item;
        QAccessible::deleteAccessibleInterface(*known);
        m_children.erase(known);
    }
    if (m_children.size() > 2 * childCount() + 100)
        dropDead();
    auto *item = new TimelineRowAccessible(m_view, row);
    m_children.insert(key, QAccessible::registerAccessibleInterface(item));
    return item;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const TimelineRowAccessible *>(child);
    return item && item->index().isValid() ? item->index().row() : -1;
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const QPoint point = m_view.viewport()->mapFromGlobal(QPoint(x, y));
    if (!m_view.viewport()->rect().contains(point))
        return nullptr;
    const int last = m_view.lastVisibleRow();
    for (int row = std::max(0, m_view.firstVisibleRow()); row <= last; ++row)
        if (m_view.rowRect(row).contains(point))
            return child(row);
    return nullptr;
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    return m_view.hasFocus() && m_view.currentIndex().isValid() ? child(m_view.currentIndex().row()) : nullptr;
}

QAccessible::State TimelineAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    return state;
}

void TimelineAccessible::dropDead() const
{
    m_children.removeIf([](const std::pair<const QString &, QAccessible::Id &> &entry) {
        const auto *item = static_cast<TimelineRowAccessible *>(QAccessible::accessibleInterface(entry.second));
        if (item && item->index().isValid())
            return false;
        QAccessible::deleteAccessibleInterface(entry.second);
        return true;
    });
}

TimelineRowAccessible::TimelineRowAccessible(TimelineView &view, const QModelIndex &index)
    : m_view(view)
    , m_index(index)
{
}

bool TimelineRowAccessible::isValid() const
{
    return m_index.isValid();
}

QAccessibleInterface *TimelineRowAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(&m_view);
}

QString TimelineRowAccessible::text(QAccessible::Text text) const
{
    if (text != QAccessible::Name || !m_index.isValid())
        return {};
    const QString seen = m_view.seenWords(m_index.row());
    return seen.isEmpty() ? spokenRow(m_index) : "%1, %2"_L1.arg(spokenRow(m_index), seen);
}

QRect TimelineRowAccessible::rect() const
{
    if (!m_index.isValid())
        return {};
    const QRect rect = m_view.rowRect(m_index.row());
    return { m_view.viewport()->mapToGlobal(rect.topLeft()), rect.size() };
}

QAccessible::State TimelineRowAccessible::state() const
{
    QAccessible::State state;
    state.readOnly = true;
    state.focusable = true;
    state.selectable = true;
    if (!m_index.isValid()) {
        state.invalid = true;
        return state;
    }
    state.focused = m_view.hasFocus() && m_view.currentIndex() == m_index;
    const int row = m_index.row();
    state.offscreen = row < m_view.firstVisibleRow() || row > m_view.lastVisibleRow();
    state.invisible = state.offscreen;
    return state;
}

} // namespace salon
