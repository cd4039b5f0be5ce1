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

/// The asker may have lost the right while the change waited.
Result<Rules> rulesAfter(const CommandContext &context, AccountId asker, const SetRoomRules &message)
{
    const Account *account = context.state.accounts.find(asker);
    const Room *room = context.state.rooms.find(message.room);
    if (!account || !room)
        return fail(ErrorCode::RoomUnknown);
    const bool isMember = context.state.rooms.membership(message.room, asker) != nullptr;
    if (auto allowed = checkPermission(Action::SetRules, account->role, standingIn(*room, asker, isMember)); !allowed)
        return tl::unexpected(allowed.error());
    Result<Rules> rules = rulesWith(room->rules, rulesFrom(message.rules), message.only);
    if (rules) {
        if (auto valid = checkRules(room->kind, *rules); !valid)
            return tl::unexpected(valid.error());
    }
    return rules;
}

void storeRules(CommandContext &context, AccountId asker, const ReplyTo &to, RoomId id, const Rules &rules)
{
    RoomChange wanted;
    wanted.room = id;
    wanted.rules = rules;
    wanted.event = eventBy(context, *context.state.accounts.find(asker), id, EventKind::RulesChanged);
    wanted.event.params = rulesThatChanged(context.state.rooms.find(id)->rules, rules);
    context.store.changeRoom(wanted, context.whenDone<Event>([&context, to, id, wanted](const Result<Event> &event) {
        if (event) {
            takeRoomChange(context, to, wanted, *event);
            Q_EMIT context.rulesChanged(id);
        } else {
            context.refuse(to, event.error());
        }
        context.ruleChanges.ended(id);
    }));
}

} // namespace

void setRoomRules(CommandContext &context, Session &session, const ReplyTo &to, const SetRoomRules &message)
{
    context.ruleChanges.begin(message.room, [&context, asker = session.account, to, message] {
        const Result<Rules> rules = rulesAfter(context, asker, message);
        const bool isNew = rules && *rules != context.state.rooms.find(message.room)->rules;
        if (isNew) {
            storeRules(context, asker, to, message.room, *rules);
            return;
        }
        if (rules)
            context.done(to);
        else
            context.refuse(to, rules.error());
        context.ruleChanges.ended(message.room);
    });
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
