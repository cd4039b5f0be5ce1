// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/member_commands.h"

#include "server/dispatch/room_commands.h"
#include "server/dispatch/wire_form.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr quint32 MaxMembersListed = 200;

/// Fails with RoomFull{limit}.
Result<> checkHasPlace(const CommandContext &context, const Room &room)
{
    const int limit = context.settings.membersPerRoom;
    if (!room.first && limit > 0 && context.state.rooms.memberCount(room.id) >= limit)
        return fail(ErrorCode::RoomFull, {}, { QString::number(limit) });
    return {};
}

MemberChange entrance(const CommandContext &context, RoomId room, AccountId account, const Event &event)
{
    return { { room, account, context.clock.wallMs(), 1, 0, 0, 0, 0, 0 }, event };
}

void replyOpened(CommandContext &context, const ReplyTo &to, RoomId id, AccountId account)
{
    const Room *room = context.state.rooms.find(id);
    context.reply(to, RoomOpened{ summaryOf(*room, account, context) });
}

void takeMember(CommandContext &context, const EnteredMember &entered, ConnectionId except)
{
    const Membership &membership = entered.membership;
    context.publish(entered.event);
    context.state.rooms.putMembership(membership);
    tellAdded(context, membership.room, membership.account, except);
}

/// Fails with Banned.
Result<> checkMayCome(const CommandContext &context, const Room &room, AccountId account)
{
    if (context.state.rooms.isBanned(room.id, account))
        return fail(ErrorCode::Banned);
    return {};
}

} // namespace

void takeDeparture(CommandContext &context, AccountId account, const Event &event)
{
    for (const Session *device : context.sessions.of(account))
        context.outbound.unfollow(device->info.id, event.room);
    context.state.rooms.removeMembership(event.room, account);
    context.publish(event);
    context.sendToAccount(account, encodeFrame(RoomRemoved{ event.room }));
}

void joinRoom(CommandContext &context, Session &session, const ReplyTo &to, const JoinRoom &message)
{
    const AccountId account = session.account;
    const Room *room = context.state.rooms.find(message.room);
    if (context.state.rooms.membership(room->id, account)) {
        replyOpened(context, to, room->id, account);
        return;
    }
    const auto allowed = checkMayCome(context, *room, account)
                             .and_then([&] { return checkRoomCount(context, account); })
                             .and_then([&] { return checkHasPlace(context, *room); });
    if (!allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    const Event joined = eventBy(context, *context.accountOf(session), room->id, EventKind::Joined);
    context.store.addMember(entrance(context, room->id, account, joined),
        context.whenDone<EnteredMember>([&context, to, account, id = room->id](const Result<EnteredMember> &entered) {
            if (!entered && entered.error().code != ErrorCode::AlreadyMember) {
                context.refuse(to, entered.error());
                return;
            }
            if (entered)
                takeMember(context, *entered, to.connection);
            replyOpened(context, to, id, account);
        }));
}

void leaveRoom(CommandContext &context, Session &session, const ReplyTo &to, const LeaveRoom &message)
{
    const AccountId account = session.account;
    const RoomId room = message.room;
    if (context.state.rooms.find(room)->first) {
        context.refuse(to, { ErrorCode::CannotLeaveRoom, {}, {}, {} });
        return;
    }
    const Event left = eventBy(context, *context.accountOf(session), room, EventKind::Left);
    context.store.removeMember(entrance(context, room, account, left),
        context.whenStored<Event>(to, [&context, to, account](const Event &event) {
            takeDeparture(context, account, event);
            context.done(to);
        }));
}

void inviteToRoom(CommandContext &context, Session &session, const ReplyTo &to, const InviteToRoom &message)
{
    const Account *guest = context.state.accounts.find(message.account);
    const Room *room = context.state.rooms.find(message.room);
    if (!guest || context.state.rooms.membership(room->id, message.account)) {
        context.refuse(to, { guest ? ErrorCode::AlreadyMember : ErrorCode::AccountUnknown, {}, {}, {} });
        return;
    }
    const auto allowed = checkMayCome(context, *room, guest->id)
                             .and_then([&] { return checkGuestRoomCount(context, guest->id); })
                             .and_then([&] { return checkHasPlace(context, *room); });
    if (!allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    Event invited = eventBy(context, *context.accountOf(session), room->id, EventKind::Invited);
    invited.subject = guest->id;
    invited.params = { guest->displayName };
    context.store.addMember(entrance(context, room->id, guest->id, invited),
        context.whenStored<EnteredMember>(to, [&context, to](const EnteredMember &entered) {
            takeMember(context, entered, {});
            context.done(to);
        }));
}

void listMembers(CommandContext &context, Session &, const ReplyTo &to, const ListMembers &message)
{
    const Room *room = context.state.rooms.find(message.room);
    const QList<AccountId> &members
        = context.memberLists.of(room->id, context.state.rooms, context.state.accounts, context.presence);
    const quint32 limit = message.limit == 0 ? MaxMembersListed : std::min(message.limit, MaxMembersListed);
    MemberList list{ room->id, {}, quint32(members.size()) };
    for (const AccountId id : members.mid(qsizetype(message.offset), qsizetype(limit))) {
        if (const Account *account = context.state.accounts.find(id))
            list.members.append({ profileOf(*account, context.presence), account->role, room->maker == id });
    }
    context.reply(to, list);
}

} // namespace salon::server
