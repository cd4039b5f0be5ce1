// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/row_heights.h"

#include <algorithm>
#include <bit>

namespace salon {

namespace {
std::size_t lowestBit(std::size_t value)
{
    return value & (~value + 1);
}
} // namespace

void RowHeights::clear()
{
    m_heights.clear();
    m_tree.clear();
}

void RowHeights::insert(int row, int count, int height)
{
    const bool atEnd = row == this->count();
    m_heights.insert(m_heights.begin() + row, std::size_t(count), height);
    if (atEnd && count < 256) {
        for (int i = 0; i < count; ++i)
            appendToTree(height);
    } else {
        rebuild();
    }
}

void RowHeights::remove(int row, int count)
{
    m_heights.erase(m_heights.begin() + row, m_heights.begin() + row + count);
    rebuild();
}

void RowHeights::move(int row, int count, int to)
{
    const auto first = m_heights.begin() + row;
    if (to < row)
        std::rotate(m_heights.begin() + to, first, first + count);
    else
        std::rotate(first, first + count, m_heights.begin() + to);
    rebuild();
}

void RowHeights::set(int row, int height)
{
    const int change = height - std::exchange(m_heights[std::size_t(row)], height);
    if (change != 0)
        for (auto i = std::size_t(row) + 1; i < m_tree.size(); i += lowestBit(i))
            m_tree[i] += change;
}

qint64 RowHeights::top(int row) const
{
    qint64 sum = 0;
    for (auto i = std::size_t(row); i > 0; i -= lowestBit(i))
        sum += m_tree[i];
    return sum;
}

int RowHeights::rowAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    std::size_t before = 0;
    for (std::size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (before + step < m_tree.size() && m_tree[before + step] <= y) {
            before += step;
            y -= m_tree[before];
        }
    }
    return int(std::min(before, m_heights.size() - 1));
}

void RowHeights::rebuild()
{
    m_tree.assign(m_heights.size() + 1, 0);
    for (std::size_t i = 1; i < m_tree.size(); ++i) {
        m_tree[i] += m_heights[i - 1];
        if (const std::size_t parent = i + lowestBit(i); parent < m_tree.size())
            m_tree[parent] += m_tree[i];
    }
}

void RowHeights::appendToTree(int height)
{
    if (m_tree.empty())
        m_tree.push_back(0);
    const std::size_t at = m_tree.size();
    qint64 sum = height;
    for (std::size_t child = at - 1, end = at - lowestBit(at); child > end; child -= lowestBit(child))
        sum += m_tree[child];
    m_tree.push_back(sum);
}

} // namespace salon
