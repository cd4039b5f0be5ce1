// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/list_commands.h"

#include "server/dispatch/wire_form.h"
#include "server/domain/permissions.h"
#include "shared/protocol/version.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 MaxListed = 50;
constexpr int MaxRevisions = 100;
constexpr int MaxPeople = 200; ///< of one emoji
constexpr qint64 MaxBytes = wire_limits::PageByteBudget;

/// Of a list over all rooms a room is a filter, but one may not ask about rooms that one cannot read.
Result<> checkList(const CommandContext &context, const Session &session, const ListMessages &message)
{
    const bool isKnown = message.list >= MessageListKind::Pinned && message.list <= MessageListKind::Mentions;
    if (!isKnown)
        return fail(ErrorCode::MalformedMessage, {}, { u"ListMessages"_s, u"list"_s });
    if (!message.room.isValid() && message.list != MessageListKind::Pinned)
        return {};
    const Room *room = context.state.rooms.find(message.room);
    if (!room)
        return fail(ErrorCode::RoomUnknown);
    const bool isMember = context.state.rooms.membership(room->id, session.account) != nullptr;
    return checkPermission(
        Action::ReadHistory, context.accountOf(session)->role, standingIn(*room, session.account, isMember));
}

MessageQuery queryOf(const CommandContext &context, const Session &session, RoomId room, Seq seq, int limit)
{
    return { room, seq, context.state.rooms.membership(room, session.account)->floor, limit, MaxBytes };
}

} // namespace

void listMessages(CommandContext &context, Session &session, const ReplyTo &to, const ListMessages &message)
{
    if (const auto allowed = checkList(context, session, message); !allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    constexpr auto lastOrder = quint64(std::numeric_limits<qint64>::max());
    ListQuery query;
    query.list = message.list;
    query.reader = session.account;
    query.room = message.room;
    query.before = qint64(std::min(message.before, lastOrder));
    query.limit = int(message.limit == 0 ? MaxListed : std::min(message.limit, MaxListed));
    query.maxBytes = MaxBytes;
    context.store.readList(query, context.whenStored<EventList>(to, [&context, to](const EventList &stored) {
        MessageList list;
        for (const ListedEvent &listed : stored.events)
            list.messages.append({ quint64(listed.order), wireEvent(listed.event) });
        list.more = stored.more;
        context.reply(to, list);
    }));
}

void saveMessage(CommandContext &context, Session &session, const ReplyTo &to, const SaveMessage &message)
{
    const AccountId account = session.account;
    const Seq floor = context.state.rooms.membership(message.room, account)->floor;
    const SavedChange change{ account, message.room, message.seq, floor, message.saved, context.clock.wallMs() };
    context.store.saveMessage(change, context.whenStored<bool>(to, [&context, to, account, message](bool isNews) {
        context.done(to);
        if (!isNews)
            return;
        const QByteArray frame = encodeFrame(MessageSaved{ message.room, message.seq, message.saved });
        for (const Session *device : context.sessions.of(account)) {
            if (device->hasFeature(features::Changes))
                context.outbound.send(device->info.id, frame);
        }
    }));
}

void listRevisions(CommandContext &context, Session &session, const ReplyTo &to, const ListRevisions &message)
{
    context.store.readRevisions(queryOf(context, session, message.room, message.seq, MaxRevisions),
        context.whenStored<RevisionPage>(to, [&context, to](const RevisionPage &page) {
            RevisionList list;
            for (const StoredRevision &revision : page.revisions)
                list.revisions.append({ revision.timeMs, revision.text, revision.format });
            list.more = page.more;
            context.reply(to, list);
        }));
}

void listReactions(CommandContext &context, Session &session, const ReplyTo &to, const ListReactions &message)
{
    context.store.readReactions(queryOf(context, session, message.room, message.seq, MaxPeople),
        context.whenStored<QList<Reaction>>(to, [&context, to](const QList<Reaction> &reactions) {
            ReactionList list;
            for (const Reaction &reaction : reactions)
                list.reactions.append({ reaction.emoji, quint32(reaction.count), reaction.people });
            context.reply(to, list);
        }));
}

} // namespace salon::server
