// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/models/room_list_proxy.h"

#include "shared/client-core/models/room_list_model.h"
#include "shared/client-core/text/completion.h"

#include <algorithm>

namespace salon {

namespace {

/// A run of digits as a number of any length: without zeros in front.
QStringView numberAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end].isDigit())
        ++end;
    while (at + 1 < end && text[at] == u'0')
        ++at;
    return text.sliced(at, end - at);
}

qsizetype behindDigits(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isDigit())
        ++at;
    return at;
}

/// As people count: "Room 2" stands before "Room 10".
int compareCounting(QStringView left, QStringView right)
{
    qsizetype l = 0;
    qsizetype r = 0;
    while (l < left.size() && r < right.size()) {
        if (left[l].isDigit() && right[r].isDigit()) {
            const QStringView one = numberAt(left, l);
            const QStringView other = numberAt(right, r);
            if (one.size() != other.size())
                return one.size() < other.size() ? -1 : 1;
            if (const int byNumber = one.compare(other); byNumber != 0)
                return byNumber;
            l = behindDigits(left, l);
            r = behindDigits(right, r);
        } else if (left[l] != right[r]) {
            return left[l] < right[r] ? -1 : 1;
        } else {
            ++l;
            ++r;
        }
    }
    return int(left.size() - l > 0) - int(right.size() - r > 0);
}

} // namespace

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
    const int byFolded = compareCounting(foldedForSearch(leftName), foldedForSearch(rightName));
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
