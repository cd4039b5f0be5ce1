// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace salon {

class LineCounts;
class Theme;
struct SearchSnippet;
struct TimelineRow;

/// A message of a list: who, when and where, and its first lines, as many as there are.
class MessageListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MessageListDelegate(Theme &theme, QObject *parent);

    /// Names the room of each message.
    void setShowsRooms(bool showsRooms) { m_showsRooms = showsRooms; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What stands under the head of a row.
    [[nodiscard]] static QString textOf(const QModelIndex &index);

private:
    [[nodiscard]] static SearchSnippet snippetOf(const QModelIndex &index, const TimelineRow &row);

    Theme &m_theme;
    LineCounts *m_lines;
    bool m_showsRooms = false;
};

} // namespace salon
