// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/timeline_selection.h"

#include "client-gui/timeline/timeline_rows.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace salon {

void TimelineSelection::begin(const QModelIndex &index, qsizetype position)
{
    m_anchor = { QPersistentModelIndex(index), position };
    m_cursor = m_anchor;
}

void TimelineSelection::extend(const QModelIndex &index, qsizetype position)
{
    m_cursor = { QPersistentModelIndex(index), position };
}

void TimelineSelection::select(const QModelIndex &index, qsizetype from, qsizetype to)
{
    begin(index, from);
    extend(index, to);
}

bool TimelineSelection::isEmpty() const
{
    return !m_anchor.index.isValid() || !m_cursor.index.isValid()
        || (m_anchor.index == m_cursor.index && m_anchor.position == m_cursor.position);
}

std::pair<qsizetype, qsizetype> TimelineSelection::rangeIn(int row, qsizetype length) const
{
    if (isEmpty() || row < firstRow() || row > lastRow())
        return { 0, 0 };
    const qsizetype from = row == firstRow() ? std::min(first().position, length) : 0;
    const qsizetype to = row == lastRow() ? std::min(last().position, length) : length;
    return { from, to };
}

QString TimelineSelection::text(TimelineRows &rows) const
{
    if (isEmpty())
        return {};
    if (!spansRows()) {
        const RowLayout &layout = rows.layout(firstRow());
        if (!layout.text())
            return layout.row().text;
        const auto [from, to] = rangeIn(firstRow(), layout.text()->length());
        return layout.text()->plainText(from, to);
    }
    QStringList lines;
    for (int row = firstRow(); row <= lastRow(); ++row) {
        const TimelineRow what = readTimelineRow(rows.model()->index(row, 0));
        if (!what.isPersons()) {
            lines.append(copiedRow(what, what.text));
            continue;
        }
        const RowLayout &layout = rows.layout(row);
        const auto [from, to] = rangeIn(row, layout.text()->length());
        if (from < to || !what.files.isEmpty())
            lines.append(
                copiedRow(what, withFileNames(what, from < to ? layout.text()->plainText(from, to) : QString())));
    }
    return lines.join(u'\n');
}

bool TimelineSelection::isForward() const
{
    const int anchorRow = m_anchor.index.row();
    const int cursorRow = m_cursor.index.row();
    return anchorRow != cursorRow ? anchorRow < cursorRow : m_anchor.position <= m_cursor.position;
}

} // namespace salon
