// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/rules_commands.h"

#include "server/dispatch/room_commands.h"
#include "server/domain/permissions.h"
#include "server/domain/room_rules.h"

namespace salon::server {
namespace {

Rules rulesFrom(const RoomRules &wire)
{
    return { wire.posting, wire.plainOnly, wire.history, wire.retentionDays, wire.slowSeconds, wire.files, wire.noSeen,
        wire.noTyping };
}

} // namespace

void setRoomRules(CommandContext &context, Session &session, const ReplyTo &to, const SetRoomRules &message)
{
    const Room *room = context.state.rooms.find(message.room);
    const Rules rules = rulesFrom(message.rules);
    if (const auto valid = checkRules(room->kind, rules); !valid) {
        context.refuse(to, valid.error());
        return;
    }
    if (rules == room->rules) {
        context.done(to);
        return;
    }
    RoomChange wanted;
    wanted.room = room->id;
    wanted.rules = rules;
    wanted.event = eventBy(context, *context.accountOf(session), room->id, EventKind::RulesChanged);
    wanted.event.params = rulesThatChanged(room->rules, rules);
    changeRoom(context, to, wanted);
}

bool isBoundByRules(const Account &account, const Room &room)
{
    return !isPermitted(Action::SetRules, account.role, standingIn(room, account.id, true));
}

Result<> checkAgainstRules(const Account &author, const Room &room, const SendMessage &message)
{
    if (message.kind != EventKind::Message)
        return {};
    const bool isBound = isBoundByRules(author, room);
    if (isBound && room.rules.posting != RoomPeople::Everyone)
        return fail(ErrorCode::PostingRestricted);
    const bool mayNot = room.rules.files == RoomPeople::Nobody || (isBound && room.rules.files != RoomPeople::Everyone);
    if (!message.files.isEmpty() && mayNot)
        return fail(ErrorCode::FilesNotAllowed);
    return {};
}

} // namespace salon::server
