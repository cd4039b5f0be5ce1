// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPersistentModelIndex>
#include <QString>

namespace salon {

class TimelineRows;

/// A stretch of text over one or several messages, from where the mouse went down to where it is. Follows its rows when
/// others are inserted; a row that goes away ends the selection.
class TimelineSelection
{
public:
    struct Point
    {
        QPersistentModelIndex index{};
        qsizetype position = 0;
    };

    void clear() { *this = TimelineSelection(); }
    void begin(const QModelIndex &index, qsizetype position);
    void extend(const QModelIndex &index, qsizetype position);
    void select(const QModelIndex &index, qsizetype from, qsizetype to);

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool spansRows() const { return !isEmpty() && m_anchor.index != m_cursor.index; }
    [[nodiscard]] int firstRow() const { return first().index.row(); }
    [[nodiscard]] int lastRow() const { return last().index.row(); }
    /// The selected part of a row whose text has `length` characters; empty when it is outside.
    [[nodiscard]] std::pair<qsizetype, qsizetype> rangeIn(int row, qsizetype length) const;
    /// What is copied: of one row the selected characters, of several each with its time and author. Measures the rows.
    [[nodiscard]] QString text(TimelineRows &rows) const;

private:
    [[nodiscard]] bool isForward() const;
    [[nodiscard]] const Point &first() const { return isForward() ? m_anchor : m_cursor; }
    [[nodiscard]] const Point &last() const { return isForward() ? m_cursor : m_anchor; }

    Point m_anchor;
    Point m_cursor;
};

} // namespace salon
