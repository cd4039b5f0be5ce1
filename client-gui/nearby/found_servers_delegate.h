// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// A found server in one line: icon, name, address in muted letters, people at the end. The name gives way last.
class FoundServersDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role
    {
        AddressRole = Qt::UserRole + 1,
        PeopleRole
    };

    FoundServersDelegate(Theme &theme, QObject *parent);

    [[nodiscard]] static int rowHeight(const Theme &theme);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace salon
