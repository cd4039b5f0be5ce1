// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/message_commands.h"

#include "server/dispatch/room_commands.h"
#include "server/dispatch/wire_form.h"
#include "server/domain/mention_finder.h"
#include "shared/base/text_checks.h"

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 TypingEveryMs = 3000;

/// Remembers, for the next Resume, what the store has committed.
void noteCounter(CommandContext &context, DeviceId device, RoomId room, quint64 counter)
{
    if (device.isValid())
        context.state.counters.insert({ device, room }, counter);
}

void replySent(CommandContext &context, const ReplyTo &to, const Event &event)
{
    context.reply(to, Sent{ event.room, event.cid, event.seq, event.timeMs });
}

Result<> takeToken(CommandContext &context, AccountId account)
{
    const RateSettings &rate = context.settings.messages;
    const auto waitMs
        = context.buckets[account].messages.take(rate.burst, rate.perSecond, 1, context.clock.monotonicMs());
    if (waitMs)
        return fail(Error{ ErrorCode::RateLimited, {}, {}, *waitMs });
    return {};
}

} // namespace

QList<AccountId> mentionsIn(const CommandContext &context, const QString &text, RoomId room, AccountId author)
{
    return findMentions(text, [&](const QString &login) {
        const Account *account = context.state.accounts.findLogin(login);
        const bool counts
            = account && account->id != author && context.state.rooms.membership(room, account->id) != nullptr;
        return counts ? account->id : AccountId{};
    });
}

void sendMessage(CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message)
{
    if (message.cid.isNull()) {
        context.refuse(to, { ErrorCode::MalformedMessage, {}, { u"SendMessage"_s, u"cid"_s }, {} });
        return;
    }
    if (const auto token = takeToken(context, session.account); !token) {
        context.refuse(to, token.error());
        return;
    }
    const auto text = checkMessageText(message.text);
    if (!text) {
        refuseForGood(context, session, to, message, text.error());
        return;
    }
    MessageDraft draft;
    draft.event = eventBy(context, *context.accountOf(session), message.room, EventKind::Message);
    draft.event.cid = message.cid;
    draft.event.text = *text;
    draft.event.mentions = mentionsIn(context, *text, message.room, session.account);
    draft.device = session.countingDevice();
    draft.counter = message.counter;
    const auto then = [&context, to, device = draft.device, room = message.room, counter = message.counter](
                          const AppendedMessage &appended) {
        if (!appended.repeated) {
            noteCounter(context, device, room, counter);
        } else if (counter == context.state.counters.value({ device, room }) + 1) {
            noteCounter(context, device, room, counter);
        }
        replySent(context, to, appended.event);
        if (!appended.repeated)
            context.publish(appended.event);
    };
    context.store.appendMessage(std::move(draft),
        context.whenDone<AppendedMessage>([&context, to, then](const Result<AppendedMessage> &appended) {
            if (appended)
                then(*appended);
            else
                context.refuse(to, appended.error());
        }));
}

void refuseForGood(
    CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message, const Error &reason)
{
    if (!context.state.rooms.find(message.room) || message.cid.isNull()) {
        context.refuse(to, reason);
        return;
    }
    const CounterUse use{ message.room, session.countingDevice(), message.counter, session.account, message.cid };
    context.store.useCounter(
        use, context.whenStored<CounterUsed>(to, [&context, to, use, reason](const CounterUsed &used) {
            if (use.counter == context.state.counters.value({ use.device, use.room }) + 1)
                noteCounter(context, use.device, use.room, use.counter);
            if (used.stored)
                replySent(context, to, *used.stored);
            else
                context.refuse(to, reason);
        }));
}

void markRead(CommandContext &context, Session &session, const ReplyTo &to, const MarkRead &message)
{
    const AccountId account = session.account;
    const RoomId room = message.room;
    if (message.seq <= context.state.rooms.membership(room, account)->readSeq) {
        context.done(to);
        return;
    }
    context.store.moveReadPosition({ room, account, message.seq },
        context.whenStored<ReadPosition>(to, [&context, to, account, room](const ReadPosition &position) {
            const Membership *before = context.state.rooms.membership(room, account);
            if (!before) {
                context.refuse(to, { ErrorCode::NotAMember, {}, {}, {} });
                return;
            }
            const bool moved = position.readSeq > before->readSeq;
            Membership membership = *before;
            membership.readSeq = position.readSeq;
            membership.messagesAtRead = position.messagesAtRead;
            membership.ownAfterRead = position.ownAfterRead;
            membership.mentionsAfterRead = position.mentionsAfterRead;
            context.state.rooms.putMembership(membership);
            context.done(to);
            if (moved)
                context.sendToAccount(account, encodeFrame(readMoved(membership, context.state)));
        }));
}

void typing(CommandContext &context, Session &session, const ReplyTo &, const Typing &message)
{
    const qint64 nowMs = context.clock.monotonicMs();
    const auto last = session.typedAtMs.constFind(message.room);
    if (last != session.typedAtMs.constEnd() && nowMs - *last < TypingEveryMs)
        return;
    session.typedAtMs.insert(message.room, nowMs);
    context.outbound.fanOutVolatile(
        message.room, encodeFrame(TypingSeen{ message.room, session.account }), session.info.id);
}

} // namespace salon::server
