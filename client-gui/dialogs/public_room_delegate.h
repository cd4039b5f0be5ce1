// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// A room of the server in two lines: name and members, topic; a check mark when one is a member.
class PublicRoomDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PublicRoomDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace salon
