// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSortFilterProxyModel>

namespace salon {

/// Rooms first, then direct ones; within each by name or by latest activity. Filters in place by name.
class RoomListProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Order
    {
        Name,
        Activity
    };

    explicit RoomListProxy(QObject *parent = nullptr);

    void setOrder(Order order);
    [[nodiscard]] Order order() const { return m_order; }
    /// Shows rooms whose name contains every word, whatever the case and the accents; empty: all.
    void setFilterText(const QString &text);
    /// Only rooms with unread messages (and the one that setKept() names).
    void setUnreadOnly(bool unreadOnly);
    /// The open room stays listed by setUnreadOnly() even when it was read. qint64 of a RoomId.
    void setKept(qint64 roomId);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Order m_order = Order::Name;
    QStringList m_words;
    bool m_unreadOnly = false;
    qint64 m_kept = 0;
};

} // namespace salon
