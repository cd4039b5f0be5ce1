// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/mirror_lists.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/store/local_store.h"

namespace salon {
namespace {

constexpr int KeepAfterMs = 2000;

} // namespace

MirrorLists::MirrorLists(LocalStore &store, const Rooms &rooms, const People &people, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_rooms(rooms)
    , m_people(people)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(KeepAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &MirrorLists::write);
    connect(&rooms, &Rooms::added, this, &MirrorLists::keepSoon);
    connect(&rooms, &Rooms::changed, this, &MirrorLists::keepSoon);
    connect(&rooms, &Rooms::removed, this, &MirrorLists::keepSoon);
    connect(&people, &People::changed, this, [this](AccountId id) {
        m_peopleToKeep.insert(id);
        keepSoon();
    });
}

MirrorLists::~MirrorLists()
{
    if (m_timer.isActive())
        write();
}

void MirrorLists::begin()
{
    m_peopleToKeep.clear();
    m_begun = true;
}

void MirrorLists::keepEverybody()
{
    const QList<Profile> people = m_people.all();
    for (const Profile &person : people)
        m_peopleToKeep.insert(person.id);
    keepSoon();
}

void MirrorLists::keepSoon()
{
    if (m_begun && !m_timer.isActive())
        m_timer.start();
}

void MirrorLists::write()
{
    m_timer.stop();
    QList<RoomSummary> rooms;
    for (const RoomId id : m_rooms.ids())
        rooms.append(*m_rooms.find(id));
    m_store.keepRooms(rooms);
    QList<Profile> people;
    const QSet<AccountId> changed = std::exchange(m_peopleToKeep, {});
    for (const AccountId id : changed) {
        if (const Profile *person = m_people.find(id))
            people.append(*person);
    }
    if (!people.isEmpty())
        m_store.keepPeople(m_people.self(), people);
}

} // namespace salon
