// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/other_people.h"

#include "client-gui/nearby/same_people.h"
#include "client-gui/widgets/plain_tool_tip.h"
#include "shared/nearby/nearby_people.h"

namespace salon {

OtherPeople::OtherPeople(NearbyPeople &people, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_people(people)
{
    setSourceModel(&people);
}

void OtherPeople::setSamePeople(const SamePeople *same)
{
    if (m_same)
        m_same->disconnect(this);
    m_same = same;
    if (same)
        connect(same, &SamePeople::changed, this, &OtherPeople::invalidateFilter);
    invalidateFilter();
}

QVariant OtherPeople::data(const QModelIndex &index, int role) const
{
    if (role != Qt::ToolTipRole)
        return QSortFilterProxyModel::data(index, role);
    const QString doubt = index.data(NearbyPeople::DoubtTextRole).toString();
    const QString status = doubt.isEmpty() ? index.data(NearbyPeople::StatusTextRole).toString() : doubt;
    return plainToolTip(index.data(NearbyPeople::NameRole).toString() + u'\n' + status);
}

QModelIndex OtherPeople::indexOf(const QByteArray &key) const
{
    const int row = m_people.rowOf(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_people.index(row, 0));
}

bool OtherPeople::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_same || !m_same->roomOf(m_people.all().at(row).key).isValid();
}

} // namespace salon
