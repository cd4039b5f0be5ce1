// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStyledItemDelegate>

namespace salon {

class Theme;

/// An unsent message in three lines: room and time, the beginning of its text, what becomes of it.
class OutboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    OutboxDelegate(Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// "Waiting", "Being sent" or the reason why not; in the language of now.
    [[nodiscard]] static QString stateText(const QModelIndex &index);

private:
    Theme &m_theme;
};

} // namespace salon
