// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/room_list_proxy.h"

#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/text/completion.h"

#include <algorithm>

namespace salon {

RoomListProxy::RoomListProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    setSortRole(RoomListModel::NameRole);
    setFilterRole(RoomListModel::NameRole);
    sort(0);
}

void RoomListProxy::setOrder(Order order)
{
    m_order = order;
    setSortRole(order == Order::Name ? RoomListModel::NameRole : RoomListModel::LastActivityRole);
    invalidate();
}

void RoomListProxy::setFilterText(const QString &text)
{
    m_words = foldedForSearch(text).split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void RoomListProxy::setUnreadOnly(bool unreadOnly)
{
    m_unreadOnly = unreadOnly;
    // The role decides which changes of a row are looked at again.
    setFilterRole(unreadOnly ? RoomListModel::UnreadRole : RoomListModel::NameRole);
    invalidateFilter();
}

void RoomListProxy::setKept(qint64 roomId)
{
    m_kept = roomId;
    if (m_unreadOnly)
        invalidateFilter();
}

bool RoomListProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int leftSection = left.data(RoomListModel::SectionRole).toInt();
    const int rightSection = right.data(RoomListModel::SectionRole).toInt();
    if (leftSection != rightSection)
        return leftSection < rightSection;
    if (m_order == Order::Activity) {
        const qint64 leftMs = left.data(RoomListModel::LastActivityRole).toLongLong();
        const qint64 rightMs = right.data(RoomListModel::LastActivityRole).toLongLong();
        if (leftMs != rightMs)
            return leftMs > rightMs;
    }
    // Folded, so that "Été" stands beside "Ete" whatever the system's locale is.
    const QString leftName = left.data(RoomListModel::NameRole).toString();
    const QString rightName = right.data(RoomListModel::NameRole).toString();
    const int byFolded = QString::compare(foldedForSearch(leftName), foldedForSearch(rightName));
    const int byName = byFolded != 0 ? byFolded : QString::localeAwareCompare(leftName, rightName);
    return byName != 0
        ? byName < 0
        : left.data(RoomListModel::RoomIdRole).toLongLong() < right.data(RoomListModel::RoomIdRole).toLongLong();
}

bool RoomListProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const qint64 id = index.data(RoomListModel::RoomIdRole).toLongLong();
    if (m_unreadOnly && id != m_kept && index.data(RoomListModel::UnreadRole).toUInt() == 0)
        return false;
    const QString name = foldedForSearch(index.data(RoomListModel::NameRole).toString());
    return std::ranges::all_of(m_words, [&](const QString &word) { return name.contains(word); });
}

} // namespace salon
