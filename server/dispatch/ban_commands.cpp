// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/ban_commands.h"

#include "server/dispatch/member_commands.h"
#include "server/dispatch/room_commands.h"
#include "server/dispatch/wire_form.h"
#include "server/domain/permissions.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr qsizetype MaxBansListed = 200;

Event eventAbout(
    const CommandContext &context, const Session &session, RoomId room, const Account &subject, EventKind kind)
{
    Event event = eventBy(context, *context.accountOf(session), room, kind);
    event.subject = subject.id;
    event.params = { subject.displayName };
    return event;
}

/// The room that everybody lands in cannot be left, nor be taken from anybody.
Result<> checkRemoval(const CommandContext &context, const Session &session, const Room &room, AccountId id)
{
    const Account *target = context.state.accounts.find(id);
    if (!target)
        return fail(ErrorCode::AccountUnknown);
    if (id == session.account)
        return fail(ErrorCode::NotPermitted);
    if (room.first)
        return fail(ErrorCode::CannotLeaveRoom);
    return checkMayRemove(context.accountOf(session)->role, target->role, room.maker == id);
}

} // namespace

void removeFromRoom(CommandContext &context, Session &session, const ReplyTo &to, const RemoveFromRoom &message)
{
    const Room &room = *context.state.rooms.find(message.room);
    auto allowed = checkRemoval(context, session, room, message.account);
    if (allowed && message.ban) {
        const bool isMember = true; // who is not was refused before
        allowed = checkPermission(
            Action::BanFromRoom, context.accountOf(session)->role, standingIn(room, session.account, isMember));
    }
    if (!allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    const Account &target = *context.state.accounts.find(message.account);
    const EventKind kind = message.ban ? EventKind::Banned : EventKind::Removed;
    const MemberRemoval removal{ room.id, target.id, message.ban, eventAbout(context, session, room.id, target, kind) };
    context.store.removeFromRoom(removal, context.whenStored<Event>(to, [&context, to, message](const Event &event) {
        if (message.ban)
            context.state.rooms.setBanned(message.room, message.account, true);
        if (context.state.rooms.membership(message.room, message.account))
            takeDeparture(context, message.account, event);
        else
            context.publish(event);
        context.done(to);
    }));
}

void liftBan(CommandContext &context, Session &session, const ReplyTo &to, const LiftBan &message)
{
    const Account *target = context.state.accounts.find(message.account);
    if (!target) {
        context.refuse(to, { ErrorCode::AccountUnknown, {}, {}, {} });
        return;
    }
    const BanLift lift{ message.room, target->id,
        eventAbout(context, session, message.room, *target, EventKind::Unbanned) };
    context.store.liftBan(lift, context.whenStored<Event>(to, [&context, to, message](const Event &event) {
        context.state.rooms.setBanned(message.room, message.account, false);
        context.publish(event);
        context.done(to);
    }));
}

void listBans(CommandContext &context, Session &, const ReplyTo &to, const ListBans &message)
{
    const QList<AccountId> banned = context.state.rooms.bannedFrom(message.room);
    BanList list;
    for (auto id = std::upper_bound(banned.begin(), banned.end(), message.after); id != banned.end(); ++id) {
        if (list.people.size() == MaxBansListed) {
            list.more = true;
            break;
        }
        if (const Account *account = context.state.accounts.find(*id))
            list.people.append(profileOf(*account, context.presence));
    }
    context.reply(to, list);
}

} // namespace salon::server
