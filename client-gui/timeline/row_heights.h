// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

#include <vector>

namespace salon {

/// Heights of many rows with their running sums: setting one, finding a row's top and the row at a height take
/// O(log n), inserting, removing and moving O(n) with a small constant (a million rows: a few milliseconds).
class RowHeights
{
public:
    void clear();
    void insert(int row, int count, int height);
    void remove(int row, int count);
    /// The rows [row, row + count) go to where `to` is now, which is none of them.
    void move(int row, int count, int to);
    void set(int row, int height);

    [[nodiscard]] int count() const noexcept { return int(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights[std::size_t(row)]; }
    /// Sum of the heights before `row`; `row` may be count().
    [[nodiscard]] qint64 top(int row) const;
    [[nodiscard]] qint64 total() const { return top(count()); }
    /// The row that covers `y`, kept within the rows; -1 when there are none.
    [[nodiscard]] int rowAt(qint64 y) const;

private:
    void rebuild();
    void appendToTree(int height);

    std::vector<int> m_heights;
    std::vector<qint64> m_tree; ///< Fenwick tree, 1-based
};

} // namespace salon
