// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// A message of a list: who, when and where, and its first lines. Every row has the same height.
class MessageListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int TextLines = 3;

    MessageListDelegate(Theme &theme, QObject *parent);

    /// Names the room of each message.
    void setShowsRooms(bool showsRooms) { m_showsRooms = showsRooms; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What stands under the head of a row.
    [[nodiscard]] static QString textOf(const QModelIndex &index);

private:
    Theme &m_theme;
    bool m_showsRooms = false;
};

} // namespace salon
