// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/door_opening.h"

#include "server/dispatch/bot_account.h"
#include "server/dispatch/room_commands.h"
#include "shared/base/text_checks.h"

using namespace Qt::StringLiterals;

namespace salon::server {

DoorOpening::DoorOpening(CommandContext &context, DoorWish wish)
    : m_context(context)
    , m_wish(std::move(wish))
{
}

void DoorOpening::start()
{
    QMetaObject::invokeMethod(this, &DoorOpening::findAccount, Qt::QueuedConnection);
}

void DoorOpening::findAccount()
{
    findBotAccount(m_context, m_wish.login, m_wish.displayName, BotPlace::FirstRoom,
        then<AccountId>([this](const Result<AccountId> &found) {
            if (!found) {
                Q_EMIT refused(found.error());
                return;
            }
            m_account = *found;
            findRoom();
        }));
}

QString DoorOpening::freeRoomName() const
{
    QString name = m_wish.roomName;
    for (int again = 2; m_context.state.rooms.findPublic(roomNameKey(name)); ++again)
        name = m_wish.roomName + u' ' + QString::number(again);
    return name;
}

void DoorOpening::findRoom()
{
    const Rooms &rooms = m_context.state.rooms;
    const Room *room = nullptr;
    switch (m_wish.room) {
    case DoorWish::Room::First:
        room = rooms.first();
        break;
    case DoorWish::Room::Named:
        room = rooms.findPublic(roomNameKey(m_wish.roomName));
        break;
    case DoorWish::Room::Own:
        for (const Room *candidate : rooms.all()) {
            const bool isOwn = candidate->kind == RoomKind::Public && candidate->maker == m_account;
            if (isOwn && (!room || candidate->id < room->id))
                room = candidate;
        }
        break;
    }
    if (room)
        enterRoom(room->id);
    else
        makeRoom(m_wish.room == DoorWish::Room::Own ? freeRoomName() : m_wish.roomName);
}

void DoorOpening::makeRoom(const QString &wished)
{
    const auto name = checkRoomName(wished);
    if (!name) {
        Q_EMIT refused(name.error());
        return;
    }
    NewRoom draft;
    draft.room.kind = RoomKind::Public;
    draft.room.name = *name;
    draft.room.maker = m_account;
    draft.room.createdMs = m_context.clock.wallMs();
    draft.room.lastActivityMs = draft.room.createdMs;
    draft.nameKey = roomNameKey(*name);
    draft.members = { m_account };
    draft.events = { eventBy(m_context, account(), {}, EventKind::RoomCreated) };
    draft.events.first().params = { *name };
    m_context.store.createRoom(draft, then<CreatedRoom>([this](const Result<CreatedRoom> &created) {
        if (!created) {
            Q_EMIT refused(created.error());
            return;
        }
        takeCreatedRoom(m_context, *created, {});
        finish(created->room.id);
    }));
}

void DoorOpening::enterRoom(RoomId room)
{
    if (m_context.state.rooms.membership(room, m_account)) {
        finish(room);
        return;
    }
    const Event joined = eventBy(m_context, account(), room, EventKind::Joined);
    const Membership membership{ room, m_account, m_context.clock.wallMs(), 1, 0, 0, 0, 0 };
    m_context.store.addMember(
        { membership, joined }, then<EnteredMember>([this, room](const Result<EnteredMember> &entered) {
            if (!entered) {
                Q_EMIT refused(entered.error());
                return;
            }
            m_context.publish(entered->event);
            m_context.state.rooms.putMembership(entered->membership);
            finish(room);
        }));
}

void DoorOpening::finish(RoomId room)
{
    m_room = room;
    if (m_wish.bringsModerators) {
        bringModerators();
        // The first start of a server has no owner yet.
        connect(&m_context.port, &OperatorPort::ownershipClaimed, this, &DoorOpening::bringModerators);
    }
    Q_EMIT opened(m_account, room);
}

void DoorOpening::bringModerators()
{
    const Accounts &accounts = m_context.state.accounts;
    for (const Account *moderator : accounts.search({}, 0, accounts.count()).accounts) {
        if (moderator->role >= Role::Moderator && !m_context.state.rooms.membership(m_room, moderator->id))
            bring(*moderator);
    }
}

void DoorOpening::bring(const Account &moderator)
{
    Event invited = eventBy(m_context, account(), m_room, EventKind::Invited);
    invited.subject = moderator.id;
    invited.params = { moderator.displayName };
    const Membership membership{ m_room, moderator.id, m_context.clock.wallMs(), 1, 0, 0, 0, 0 };
    m_context.store.addMember(
        { membership, invited }, then<EnteredMember>([this, id = moderator.id](const Result<EnteredMember> &entered) {
            if (!entered)
                return; // they can still join by themselves
            m_context.publish(entered->event);
            m_context.state.rooms.putMembership(entered->membership);
            tellAdded(m_context, m_room, id, {});
        }));
}

} // namespace salon::server
