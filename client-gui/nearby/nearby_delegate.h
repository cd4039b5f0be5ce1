// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// A person nearby in the room list: avatar with presence, name, a house while linked directly, count of unread
/// messages, a sign for those who ask, and another for those who are not who they seem.
class NearbyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    NearbyDelegate(Theme &theme, QObject *parent);

    void setIconsOnly(bool isIconsOnly) { m_isIconsOnly = isIconsOnly; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintWords(QPainter &painter, QRect rest, const QModelIndex &index) const;

    Theme &m_theme;
    bool m_isIconsOnly = false;
};

} // namespace salon
