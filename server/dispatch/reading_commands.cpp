// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/reading_commands.h"

#include "server/dispatch/wire_form.h"
#include "server/domain/room_rules.h"
#include "shared/protocol/version.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

/// A read position or mark that the store may have moved: remembered, and told to whom it concerns.
Answer<ReadPosition> whenMoved(CommandContext &context, const ReplyTo &to, RoomId room, AccountId account)
{
    return context.whenStored<ReadPosition>(to, [&context, to, room, account](const ReadPosition &position) {
        if (context.takePosition(room, account, position))
            context.done(to);
        else
            context.refuse(to, { ErrorCode::NotAMember, {}, {}, {} });
    });
}

} // namespace

void markRead(CommandContext &context, Session &session, const ReplyTo &to, const MarkRead &message)
{
    const Membership *membership = context.state.rooms.membership(message.room, session.account);
    // A mark may be on its way to the store: only what cannot end one needs not be asked.
    if (message.keepMark && message.seq <= membership->readSeq) {
        context.done(to);
        return;
    }
    context.store.moveReadPosition({ message.room, session.account, message.seq, message.keepMark },
        whenMoved(context, to, message.room, session.account));
}

void markUnread(CommandContext &context, Session &session, const ReplyTo &to, const MarkUnread &message)
{
    context.store.markUnread(
        { message.room, session.account, message.seq }, whenMoved(context, to, message.room, session.account));
}

void setRoomAttention(CommandContext &context, Session &session, const ReplyTo &to, const SetRoomAttention &message)
{
    if (message.attention > Attention::Nothing) {
        context.refuse(to, { ErrorCode::MalformedMessage, {}, { u"SetRoomAttention"_s, u"attention"_s }, {} });
        return;
    }
    Membership wanted = *context.state.rooms.membership(message.room, session.account);
    wanted.attention = message.attention;
    wanted.attentionUntilMs = std::max<qint64>(message.untilMs, 0);
    const AttentionNow now = attentionAt(wanted, context.clock.wallMs());
    const AttentionChange change{ message.room, session.account, now.attention, now.untilMs };
    context.store.setAttention(change, context.whenStored<void>(to, [&context, to, change] {
        if (const Membership *before = context.state.rooms.membership(change.room, change.account)) {
            Membership changed = *before;
            changed.attention = change.attention;
            changed.attentionUntilMs = change.untilMs;
            context.state.rooms.putMembership(changed);
        }
        context.done(to);
        context.sendToFeature(change.account, features::Reading,
            encodeFrame(RoomAttention{ change.room, change.attention, change.untilMs }), to.connection);
    }));
}

void listSeen(CommandContext &context, Session &session, const ReplyTo &to, const ListSeen &message)
{
    SeenList list;
    if (context.seen.isTold(message.room) && context.seen.isShown(session.account)) {
        for (const AccountId account : context.state.rooms.membersOf(message.room)) {
            const Membership *membership = context.state.rooms.membership(message.room, account);
            if (account != session.account && context.seen.isShown(account))
                list.positions.append({ account, membership->readSeq, membership->joinedSeq });
        }
    }
    context.reply(to, list);
}

void setPrivacy(CommandContext &context, Session &session, const ReplyTo &to, const SetPrivacy &message)
{
    const AccountId account = session.account;
    AccountChange change{ .account = account };
    change.hidesSeen = message.hidesSeen;
    context.store.changeAccount(
        change, context.whenStored<void>(to, [&context, to, account, hidesSeen = message.hidesSeen] {
            Account changed = *context.state.accounts.find(account);
            if (std::exchange(changed.hidesSeen, hidesSeen) != hidesSeen)
                context.seen.noteWish(account);
            context.state.accounts.put(changed);
            context.done(to);
            context.sendToFeature(account, features::Reading, encodeFrame(PrivacyChanged{ hidesSeen }), to.connection);
        }));
}

} // namespace salon::server
