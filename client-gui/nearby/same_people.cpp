// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/nearby/same_people.h"

#include "shared/client-core/workspace.h"
#include "shared/nearby/nearby_people.h"

#include <algorithm>

namespace salon {
namespace {

int rankOf(const NearbyPerson &person)
{
    return person.direct ? 0 : person.isHere() ? 1 : 2;
}

} // namespace

SamePeople::SamePeople(const NearbyPeople &people, QObject *parent)
    : QObject(parent)
    , m_people(people)
{
    connect(&people, &NearbyPeople::personChanged, this, &SamePeople::personChanged);
}

void SamePeople::setWorkspace(Workspace *workspace)
{
    if (workspace == m_workspace)
        return;
    if (m_workspace)
        m_workspace->rooms().disconnect(this);
    m_workspace = workspace;
    m_known.clear();
    if (workspace) {
        connect(&workspace->rooms(), &Rooms::added, this, &SamePeople::changed);
        connect(&workspace->rooms(), &Rooms::removed, this, &SamePeople::changed);
        for (const NearbyPerson &person : m_people.all())
            if (accountOf(person).isValid())
                m_known.insert(person.key);
    }
    Q_EMIT changed();
}

void SamePeople::personChanged(const QByteArray &key)
{
    const std::optional<NearbyPerson> person = m_people.find(key);
    const bool wasKnown = m_known.remove(key);
    const bool isKnown = person && accountOf(*person).isValid();
    if (isKnown)
        m_known.insert(key);
    if (wasKnown || isKnown)
        Q_EMIT changed();
}

AccountId SamePeople::accountOf(const NearbyPerson &person) const
{
    // One who asks has to be answered first, where all who ask stand.
    if (!m_workspace || person.trust != PeerTrust::Accepted || person.asks)
        return {};
    const auto known = std::find_if(person.accounts.cbegin(), person.accounts.cend(),
        [this](const NearbyAccount &account) { return account.server == m_workspace->id(); });
    return known == person.accounts.cend() ? AccountId{} : known->account;
}

QList<NearbyPerson> SamePeople::devicesOf(AccountId account) const
{
    QList<NearbyPerson> devices;
    if (!account.isValid())
        return devices;
    for (const NearbyPerson &person : m_people.all())
        if (accountOf(person) == account)
            devices.append(person);
    std::stable_sort(devices.begin(), devices.end(),
        [](const NearbyPerson &one, const NearbyPerson &other) { return rankOf(one) < rankOf(other); });
    return devices;
}

QList<NearbyPerson> SamePeople::devicesOf(RoomId room) const
{
    return devicesOf(otherIn(room));
}

std::optional<NearbyPerson> SamePeople::ofAccount(AccountId account) const
{
    const QList<NearbyPerson> devices = devicesOf(account);
    return devices.isEmpty() ? std::nullopt : std::optional(devices.constFirst());
}

AccountId SamePeople::otherIn(RoomId room) const
{
    const RoomSummary *summary = m_workspace ? m_workspace->rooms().find(room) : nullptr;
    const bool isOfTwo = summary && summary->kind == RoomKind::Direct && summary->others.size() == 1;
    return isOfTwo ? summary->others.constFirst().id : AccountId{};
}

std::optional<NearbyPerson> SamePeople::ofRoom(RoomId room) const
{
    return ofAccount(otherIn(room));
}

RoomId SamePeople::roomOf(const QByteArray &key) const
{
    const std::optional<NearbyPerson> person = m_people.find(key);
    const AccountId account = person ? accountOf(*person) : AccountId{};
    return account.isValid() ? m_workspace->rooms().directWith(account) : RoomId{};
}

int SamePeople::unreadOf(RoomId room) const
{
    int count = 0;
    const QList<NearbyPerson> devices = devicesOf(room);
    for (const NearbyPerson &device : devices)
        count += device.unread;
    return count;
}

QByteArray SamePeople::unreadFrom(RoomId room) const
{
    const QList<NearbyPerson> devices = devicesOf(room);
    const auto from
        = std::find_if(devices.cbegin(), devices.cend(), [](const NearbyPerson &device) { return device.unread > 0; });
    return from == devices.cend() ? QByteArray() : from->key;
}

} // namespace salon
