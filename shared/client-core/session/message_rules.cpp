// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/message_rules.h"

#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"

namespace salon {
namespace {

constexpr quint32 MaxCalledByAll = 10; ///< members of a room where everybody may call all

} // namespace

MessageRules::MessageRules(Session &session, const Rooms &rooms, const People &people, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_rooms(rooms)
    , m_people(people)
{
    connect(&session, &Session::loggedIn, this, &MessageRules::changed);
    connect(&session, &Session::selfUpdated, this, &MessageRules::changed);
    connect(&rooms, &Rooms::changed, this, [this](RoomId, RoomAspects what) {
        if (what & RoomAspect::Rules)
            Q_EMIT changed();
    });
}

bool MessageRules::canChange() const
{
    return m_session.welcome().serverId.isEmpty() || m_session.hasFeature(QString::fromLatin1(features::Changes));
}

bool MessageRules::isInCharge(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    return known && known->kind != RoomKind::Direct
        && (m_session.self().role >= Role::Moderator || (known->maker.isValid() && known->maker == m_people.self()));
}

MessageRights MessageRules::rightsTo(const RoomEvent &message) const
{
    const RoomSummary *room = m_rooms.find(message.room);
    const bool isMessage = message.kind == EventKind::Message;
    if (!room || message.seq <= 0 || message.deleted || !canChange()
        || (!isMessage && message.kind != EventKind::Announcement))
        return {};
    const bool isOwn = message.author.isValid() && message.author == m_people.self();
    const bool isInCharge = this->isInCharge(message.room);
    MessageRights rights;
    rights.mayReply = isMessage && mayPost(message.room);
    rights.mayEdit = isMessage && isOwn;
    rights.mayDelete = isMessage && (isOwn || isInCharge);
    rights.mayReact = true;
    rights.mayPin = isInCharge || room->kind == RoomKind::Direct;
    return rights;
}

bool MessageRules::mayCall(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    return known && canChange()
        && (known->kind == RoomKind::Direct || known->memberCount <= MaxCalledByAll || isInCharge(room));
}

bool MessageRules::mayRemovePeople(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    return known && known->kind != RoomKind::Direct && !known->first && canChange() && isInCharge(room);
}

bool MessageRules::canHaveRules() const
{
    return m_session.hasFeature(QString::fromLatin1(features::Rules));
}

bool MessageRules::maySetRules(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    return known && canHaveRules() && (known->kind == RoomKind::Direct || isInCharge(room));
}

bool MessageRules::mayPost(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    return known && (known->rules.posting == RoomPeople::Everyone || isInCharge(room));
}

} // namespace salon
