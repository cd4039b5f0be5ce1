// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/message_commands.h"

#include "server/dispatch/message_drafts.h"
#include "shared/base/text_limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr qint64 TypingEveryMs = 3000;

/// A message that has its place in the order of its device.
struct Numbered
{
    ReplyTo to{};
    CounterKey key{};
    quint64 counter = 0;
};

quint64 committedNumber(const CommandContext &context, const CounterKey &key)
{
    return context.state.counters.value(key);
}

/// What comes too early is told so at once: it costs neither tokens nor the store's time.
Result<> checkOrder(const CommandContext &context, const Session &session, const SendMessage &message)
{
    const CounterKey key{ session.countingDevice(), message.room };
    const quint64 next = session.sent.value(message.room).next(committedNumber(context, key));
    return message.counter > next ? checkCounter(next - 1, message.counter) : Result<>();
}

/// The message goes to the store.
Numbered takeNumber(CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message)
{
    const CounterKey key{ session.countingDevice(), message.room };
    session.sent[message.room].take(message.counter, committedNumber(context, key));
    return { to, key, message.counter };
}

enum class Use
{
    None,
    IfNext, ///< for what may have been refused for its number
    Sure
};

/// The store has answered. What it has committed is remembered for the next Resume, too.
void settleNumber(CommandContext &context, const Numbered &numbered, Use use)
{
    Session *session = context.sessions.find(numbered.to.connection);
    const auto [key, counter] = std::pair(numbered.key, numbered.counter);
    const bool isNext = session ? session->sent[key.room].isNext(counter, committedNumber(context, key))
                                : counter == committedNumber(context, key) + 1;
    const bool isUsed = use == Use::Sure || (use == Use::IfNext && isNext);
    if (isUsed && key.device.isValid())
        context.state.counters.insert(key, counter);
    if (session)
        session->sent[key.room].settle(counter, isUsed);
}

void replySent(CommandContext &context, const ReplyTo &to, const Event &event)
{
    context.reply(to, Sent{ event.room, event.cid, event.seq, event.timeMs });
}

/// Of all that is kept of it. A text that is too long counts as the longest allowed one: it is to be refused for its
/// length, not for ever for its rate.
double bytesOf(const SendMessage &message)
{
    qsizetype bytes = message.text.toUtf8().size();
    for (const FileEntry &file : message.files)
        bytes += file.name.toUtf8().size() + file.path.toUtf8().size() + file.mediaType.toUtf8().size();
    return double(std::min<qsizetype>(bytes, text_limits::MaxTextBytes));
}

/// Messages are limited by number and by bytes; one that has to wait takes nothing from either.
Result<> takeTokens(CommandContext &context, AccountId account, double messageBytes)
{
    const RateSettings &rate = context.settings.messages;
    const RateSettings &byteRate = context.settings.messageBytes;
    AccountBuckets &buckets = context.buckets[account];
    const qint64 nowMs = context.clock.monotonicMs();
    const double bytes = byteRate.burst > 0 ? messageBytes : 0;
    const auto waitMs = std::max(buckets.messages.waitMs(rate.burst, rate.perSecond, 1, nowMs),
        buckets.messageBytes.waitMs(byteRate.burst, byteRate.perSecond, bytes, nowMs));
    if (waitMs)
        return fail(Error{ ErrorCode::RateLimited, {}, {}, *waitMs });
    buckets.messages.take(rate.burst, rate.perSecond, 1, nowMs);
    buckets.messageBytes.take(byteRate.burst, byteRate.perSecond, bytes, nowMs);
    return {};
}

} // namespace

void sendMessage(CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message)
{
    const bool hasKind = message.kind == EventKind::Message || isChange(message.kind);
    if (message.cid.isNull() || !hasKind) {
        context.refuse(
            to, { ErrorCode::MalformedMessage, {}, { u"SendMessage"_s, hasKind ? u"cid"_s : u"kind"_s }, {} });
        return;
    }
    const auto welcome = checkOrder(context, session, message).and_then([&] {
        return takeTokens(context, session.account, bytesOf(message));
    });
    if (!welcome) {
        context.refuse(to, welcome.error());
        return;
    }
    auto draft = draftOf(context, session, message);
    if (!draft) {
        refuseForGood(context, session, to, message, draft.error());
        return;
    }
    const Numbered numbered = takeNumber(context, session, to, message);
    context.store.appendMessage(std::move(*draft),
        context.whenDone<AppendedMessage>([&context, numbered](const Result<AppendedMessage> &appended) {
            if (!appended) {
                settleNumber(context, numbered, isForGood(appended.error().code) ? Use::IfNext : Use::None);
                context.refuse(numbered.to, appended.error());
                return;
            }
            settleNumber(context, numbered, appended->repeated ? Use::IfNext : Use::Sure);
            replySent(context, numbered.to, appended->event);
            if (!appended->repeated)
                context.publish(appended->event, appended->effect);
        }));
}

void refuseUnread(
    CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message, const Error &reason)
{
    // A room that one must not know of answers as one that is not there, whatever the number, and keeps none.
    const bool isUnknown = reason.code == ErrorCode::RoomUnknown;
    const auto welcome = (isUnknown ? Result<>() : checkOrder(context, session, message)).and_then([&] {
        return takeTokens(context, session.account, 0);
    });
    if (!welcome)
        context.refuse(to, welcome.error());
    else if (isUnknown)
        context.refuse(to, reason);
    else
        refuseForGood(context, session, to, message, reason);
}

void refuseForGood(
    CommandContext &context, Session &session, const ReplyTo &to, const SendMessage &message, const Error &reason)
{
    if (message.cid.isNull()) {
        context.refuse(to, reason);
        return;
    }
    const CounterUse use{ message.room, session.countingDevice(), message.counter, session.account, message.cid };
    const Numbered numbered = takeNumber(context, session, to, message);
    context.store.useCounter(
        use, context.whenDone<CounterUsed>([&context, numbered, reason](const Result<CounterUsed> &used) {
            settleNumber(context, numbered, used ? Use::IfNext : Use::None);
            if (used && used->stored)
                replySent(context, numbered.to, *used->stored);
            else
                context.refuse(numbered.to, used ? reason : used.error());
        }));
}

void typing(CommandContext &context, Session &session, const ReplyTo &, const Typing &message)
{
    if (context.state.rooms.find(message.room)->rules.noTyping)
        return;
    const qint64 nowMs = context.clock.monotonicMs();
    const auto last = session.typedAtMs.constFind(message.room);
    if (last != session.typedAtMs.constEnd() && nowMs - *last < TypingEveryMs)
        return;
    session.typedAtMs.insert(message.room, nowMs);
    context.outbound.fanOutVolatile(
        message.room, Audience::WithTyping, encodeFrame(TypingSeen{ message.room, session.account }), session.info.id);
}

} // namespace salon::server
