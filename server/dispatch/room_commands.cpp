// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/room_commands.h"

#include "server/dispatch/wire_form.h"
#include "shared/base/text_checks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon::server {
namespace {

constexpr quint32 DefaultRooms = 50;
constexpr quint32 MaxRooms = 100;
constexpr qsizetype ListBytes = 192 * 1024;

void replyOpened(CommandContext &context, const ReplyTo &to, RoomId room, AccountId account)
{
    if (const Room *opened = context.state.rooms.find(room))
        context.reply(to, RoomOpened{ summaryOf(*opened, account, context) });
    else
        context.refuse(to, { ErrorCode::RoomUnknown, {}, {}, {} });
}

void takeRoom(CommandContext &context, const ReplyTo &to, AccountId maker, const CreatedRoom &created)
{
    takeCreatedRoom(context, created, to.connection);
    replyOpened(context, to, created.room.id, maker);
}

/// Others that are named, each once. Fails with AccountUnknown.
Result<QList<AccountId>> othersOf(const CommandContext &context, AccountId self, const QList<AccountId> &named)
{
    QList<AccountId> others;
    for (const AccountId id : named) {
        if (!context.state.accounts.find(id))
            return fail(ErrorCode::AccountUnknown);
        if (id != self && !others.contains(id))
            others.append(id);
    }
    return others;
}

/// A new room needs place for everybody who is put into it.
Result<> checkHasPlaceFor(const CommandContext &context, const QList<AccountId> &others)
{
    const int limit = context.settings.membersPerRoom;
    if (limit > 0 && others.size() + 1 > limit)
        return fail(ErrorCode::RoomFull, {}, { QString::number(limit) });
    return {};
}

Result<> takePerDay(const CommandContext &context, TokenBucket &bucket, int perDay)
{
    const auto waitMs = bucket.take(perDay, perDay / 86400.0, 1, context.clock.monotonicMs());
    if (waitMs)
        return fail(Error{ ErrorCode::RateLimited, {}, {}, *waitMs });
    return {};
}

Result<NewRoom> draftRoom(const CommandContext &context, const Account &maker, const CreateRoom &message)
{
    if (message.kind != RoomKind::Public && message.kind != RoomKind::Private)
        return fail(ErrorCode::NotPermitted);
    const auto name = checkRoomName(message.name);
    if (!name)
        return fail(name.error());
    const auto topic = checkTopic(message.topic);
    if (!topic)
        return fail(topic.error());
    const auto others = othersOf(context, maker.id, message.members);
    if (!others)
        return fail(others.error());
    if (const auto fit = checkHasPlaceFor(context, *others); !fit)
        return fail(fit.error());
    for (const AccountId other : *others) {
        if (const auto free = checkGuestRoomCount(context, other); !free)
            return fail(free.error());
    }

    NewRoom draft;
    draft.room.kind = message.kind;
    draft.room.name = *name;
    draft.room.topic = *topic;
    draft.room.maker = maker.id;
    draft.room.createdMs = context.clock.wallMs();
    draft.room.lastActivityMs = draft.room.createdMs;
    if (message.kind == RoomKind::Public) {
        draft.nameKey = roomNameKey(*name);
        if (context.state.rooms.findPublic(draft.nameKey))
            return fail(ErrorCode::RoomNameTaken);
    }
    draft.members = QList<AccountId>{ maker.id } + *others;
    Event made = eventBy(context, maker, {}, EventKind::RoomCreated);
    made.params = { *name };
    draft.events.append(made);
    for (const AccountId other : *others) {
        Event invited = eventBy(context, maker, {}, EventKind::Invited);
        invited.subject = other;
        invited.params = { context.state.accounts.find(other)->displayName };
        draft.events.append(invited);
    }
    return draft;
}

bool matches(const Room &room, const QString &query)
{
    return query.isEmpty() || room.name.contains(query, Qt::CaseInsensitive)
        || room.topic.contains(query, Qt::CaseInsensitive);
}

/// The first room, then the others by name; direct rooms, which have none, come last.
bool comesBefore(const Room *left, const Room *right)
{
    if (left->first != right->first)
        return left->first;
    if (left->name.isEmpty() != right->name.isEmpty())
        return right->name.isEmpty();
    const int order = left->name.compare(right->name, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left->id < right->id;
}

} // namespace

Event eventBy(const CommandContext &context, const Account &author, RoomId room, EventKind kind)
{
    Event event;
    event.room = room;
    event.kind = kind;
    event.timeMs = context.clock.wallMs();
    event.author = author.id;
    event.authorName = author.displayName;
    return event;
}

void changeRoom(CommandContext &context, const ReplyTo &to, const RoomChange &wanted)
{
    context.store.changeRoom(wanted, context.whenStored<Event>(to, [&context, to, wanted](const Event &event) {
        takeRoomChange(context, to, wanted, event);
    }));
}

void takeRoomChange(CommandContext &context, const ReplyTo &to, const RoomChange &change, const Event &event)
{
    Room changed = *context.state.rooms.find(change.room);
    if (change.name)
        changed.name = *change.name;
    if (change.topic)
        changed.topic = *change.topic;
    if (change.rules)
        changed.rules = *change.rules;
    context.state.rooms.put(changed);
    context.done(to);
    context.publish(event);
}

void takeCreatedRoom(CommandContext &context, const CreatedRoom &created, ConnectionId except)
{
    if (created.existed)
        return;
    context.state.rooms.put(created.room);
    for (const Event &event : created.events)
        context.publish(event);
    for (const Membership &membership : created.memberships)
        context.state.rooms.putMembership(membership);
    for (const Membership &membership : created.memberships)
        tellAdded(context, created.room.id, membership.account, except);
}

void tellAdded(CommandContext &context, RoomId room, AccountId account, ConnectionId except)
{
    const Room *added = context.state.rooms.find(room);
    if (!added || context.sessions.of(account).empty())
        return;
    const RoomAdded news{ summaryOf(*added, account, context) };
    context.sendToAccount(account, encodeFrame(news), except);
}

Result<> checkRoomCount(const CommandContext &context, AccountId account)
{
    const int limit = context.settings.roomsPerAccount;
    if (limit > 0 && context.state.rooms.countedRoomsOf(account) >= limit)
        return fail(ErrorCode::TooManyRooms, {}, { QString::number(limit) });
    return {};
}

Result<> checkGuestRoomCount(const CommandContext &context, AccountId guest)
{
    auto free = checkRoomCount(context, guest);
    if (!free)
        free.error().params.append(context.state.accounts.find(guest)->displayName);
    return free;
}

void createRoom(CommandContext &context, Session &session, const ReplyTo &to, const CreateRoom &message)
{
    const AccountId maker = session.account;
    const auto draft = draftRoom(context, *context.accountOf(session), message);
    if (!draft) {
        context.refuse(to, draft.error());
        return;
    }
    const auto allowed = checkRoomCount(context, maker).and_then([&] {
        return takePerDay(context, context.buckets[maker].roomsCreated, context.settings.roomsCreatedPerDay);
    });
    if (!allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    context.store.createRoom(*draft,
        context.whenStored<CreatedRoom>(
            to, [&context, to, maker](const CreatedRoom &created) { takeRoom(context, to, maker, created); }));
}

void openDirect(CommandContext &context, Session &session, const ReplyTo &to, const OpenDirect &message)
{
    const AccountId maker = session.account;
    const auto others = othersOf(context, maker, message.people);
    if (!others || others->isEmpty()) {
        context.refuse(to, others ? Error{ ErrorCode::AccountUnknown, {}, {}, {} } : others.error());
        return;
    }
    NewRoom draft;
    draft.members = QList<AccountId>{ maker } + *others;
    draft.memberKey = directKey(draft.members);
    if (const RoomId existing = context.state.rooms.findDirect(draft.members); existing.isValid()) {
        replyOpened(context, to, existing, maker);
        return;
    }
    const auto allowed = checkHasPlaceFor(context, *others).and_then([&] {
        return takePerDay(context, context.buckets[maker].directsOpened, context.settings.directRoomsOpenedPerDay);
    });
    if (!allowed) {
        context.refuse(to, allowed.error());
        return;
    }
    draft.room.kind = RoomKind::Direct;
    draft.room.maker = maker;
    draft.room.createdMs = context.clock.wallMs();
    draft.room.lastActivityMs = draft.room.createdMs;
    draft.events = { eventBy(context, *context.accountOf(session), {}, EventKind::RoomCreated) };
    context.store.createRoom(draft,
        context.whenStored<CreatedRoom>(
            to, [&context, to, maker](const CreatedRoom &created) { takeRoom(context, to, maker, created); }));
}

void listRooms(CommandContext &context, Session &session, const ReplyTo &to, const ListRooms &message)
{
    const QString query = message.query.trimmed();
    QList<const Room *> found;
    for (const Room *room : context.state.rooms.all()) {
        const bool visible
            = room->kind == RoomKind::Public || context.state.rooms.membership(room->id, session.account);
        if (visible && matches(*room, query))
            found.append(room);
    }
    std::sort(found.begin(), found.end(), &comesBefore);
    const auto limit = qsizetype(message.limit == 0 ? DefaultRooms : std::min(message.limit, MaxRooms));
    RoomList list;
    qsizetype bytes = 0;
    for (const Room *room : found.mid(qsizetype(message.offset), limit)) {
        RoomSummary summary = summaryOf(*room, session.account, context);
        bytes += wireBytes(summary);
        if (bytes > ListBytes && !list.rooms.isEmpty())
            break;
        list.rooms.append(std::move(summary));
    }
    list.more = qsizetype(message.offset) + list.rooms.size() < found.size();
    context.reply(to, list);
}

void renameRoom(CommandContext &context, Session &session, const ReplyTo &to, const RenameRoom &message)
{
    const Room *room = context.state.rooms.find(message.room);
    const auto name = checkRoomName(message.name);
    if (!name) {
        context.refuse(to, name.error());
        return;
    }
    if (*name == room->name) {
        context.done(to);
        return;
    }
    RoomChange wanted;
    wanted.room = room->id;
    wanted.name = *name;
    if (room->kind == RoomKind::Public)
        wanted.nameKey = roomNameKey(*name);
    wanted.event = eventBy(context, *context.accountOf(session), room->id, EventKind::Renamed);
    wanted.event.params = { *name };
    changeRoom(context, to, wanted);
}

void setTopic(CommandContext &context, Session &session, const ReplyTo &to, const SetTopic &message)
{
    const Room *room = context.state.rooms.find(message.room);
    const auto topic = checkTopic(message.topic);
    if (!topic) {
        context.refuse(to, topic.error());
        return;
    }
    if (*topic == room->topic) {
        context.done(to);
        return;
    }
    RoomChange wanted;
    wanted.room = room->id;
    wanted.topic = *topic;
    wanted.event = eventBy(context, *context.accountOf(session), room->id, EventKind::TopicChanged);
    wanted.event.params = { *topic };
    changeRoom(context, to, wanted);
}

} // namespace salon::server
