// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/history_commands.h"

#include "server/dispatch/wire_form.h"

#include <algorithm>

namespace salon::server {
namespace {

constexpr int MaxEvents = wire_limits::MaxPageEvents;
constexpr qsizetype MaxBytes = wire_limits::PageByteBudget;
constexpr qsizetype MaxRooms = 1000; ///< in one Resumed
constexpr qsizetype CounterBytes = 32; ///< and for the list of those that are live

HistoryPage emptyPage(const CommandContext &context, RoomId room, const Membership &membership)
{
    HistoryPage page;
    page.room = room;
    page.head = context.headOf(room);
    page.floor = membership.floor;
    return page;
}

/// Answers from the events in memory, which reach back to `after`.
void answerFromTail(CommandContext &context, const ReplyTo &to, HistoryPage page, Seq after)
{
    const RoomTail &tail = context.tails[page.room];
    qsizetype bytes = 0;
    Seq last = after;
    for (auto entry = tail.after(after); entry != tail.end(); ++entry) {
        bytes += entry->frame.size();
        if (page.events.size() == MaxEvents || (bytes > MaxBytes && !page.events.isEmpty()))
            break;
        page.events.append(wireEvent(entry->event));
        last = entry->event.seq;
    }
    page.live = last >= context.state.rooms.find(page.room)->head;
    context.reply(to, page);
    if (page.live)
        context.outbound.follow(to.connection, page.room, last);
}

/// What was removed for good while the page was read is left out.
void addEvents(HistoryPage &page, const QList<Event> &events)
{
    for (const Event &event : events) {
        if (event.seq >= page.floor)
            page.events.append(wireEvent(event));
    }
    if (!page.events.isEmpty())
        page.head = std::max(page.head, page.events.back().seq);
}

/// Says what was removed for good behind the asked position; that something is not for this reader is no gap.
void noteGap(const CommandContext &context, HistoryPage &page, Seq asked)
{
    const Seq gone = context.state.rooms.find(page.room)->floor - 1;
    if (gone > asked)
        page.gapTo = gone;
}

/// Whether what came after `last` is little enough to be pushed behind a page.
bool isShort(const RoomTail &tail, Seq last)
{
    qsizetype bytes = 0;
    for (auto entry = tail.after(last); entry != tail.end() && bytes <= MaxBytes / 2; ++entry)
        bytes += entry->frame.size();
    return bytes <= MaxBytes / 2;
}

/// The page came from the store. What was committed since then is in memory, so that following can begin without a
/// hole.
void answerFromStore(
    CommandContext &context, const ReplyTo &to, RoomId room, Seq asked, Seq after, const EventPage &stored)
{
    Session *session = context.sessions.find(to.connection);
    const Membership *membership = session ? context.state.rooms.membership(room, session->account) : nullptr;
    if (!membership) {
        context.refuse(to, { ErrorCode::NotAMember, {}, {}, {} });
        return;
    }
    HistoryPage page = emptyPage(context, room, *membership);
    addEvents(page, stored.events);
    noteGap(context, page, asked);
    const Seq last = page.events.isEmpty() ? std::max(after, page.floor - 1) : page.events.back().seq;
    RoomTail &tail = context.tails[room];
    const Seq head = context.state.rooms.find(room)->head;
    page.live = tail.reachesBackTo(last, head) && isShort(tail, last);
    tail.noteSeen(last);
    page.head = std::max(page.head, last);
    context.reply(to, page);
    if (!page.live || !session->isIn())
        return;
    for (auto entry = tail.after(last); entry != tail.end(); ++entry)
        context.outbound.send(to.connection, entry->frame);
    context.outbound.follow(to.connection, room, std::max(last, head));
}

/// The rooms behind `after` that fit in a frame, with what the device has sent there.
void addRooms(const CommandContext &context, const Session &session, RoomId after, Resumed &resumed)
{
    qsizetype bytes = 0;
    for (const RoomId id : context.state.rooms.roomsOf(session.account)) {
        if (id <= after)
            continue;
        const Room *room = context.state.rooms.find(id);
        RoomSummary summary = summaryOf(*room, session.account, context);
        bytes += wireBytes(summary) + CounterBytes;
        if (resumed.rooms.size() == MaxRooms || (bytes > MaxBytes && !resumed.rooms.isEmpty())) {
            resumed.more = true;
            return;
        }
        resumed.rooms.append(std::move(summary));
        const quint64 counter = context.state.counters.value({ session.device, id });
        if (session.device.isValid() && counter > 0)
            resumed.counters.append({ id, counter });
    }
}

bool isKnownEpoch(const CommandContext &context, const Resume &message)
{
    return message.epoch.isEmpty() || message.epoch == context.state.epoch;
}

void answerResume(CommandContext &context, const ReplyTo &to, const Resume &message)
{
    const Session *found = context.sessions.find(to.connection);
    if (!found)
        return;
    const Session &session = *found;
    Resumed resumed;
    resumed.reset = !isKnownEpoch(context, message);
    resumed.self = profileOf(*context.accountOf(session), context.presence);
    addRooms(context, session, message.after, resumed);
    const RoomId last = resumed.rooms.isEmpty() ? RoomId{} : resumed.rooms.back().id;
    QList<RoomPosition> live;
    if (!resumed.reset) {
        for (const RoomPosition &position : message.rooms) {
            // Rooms of other pages wait for theirs, so that following begins with what the page says.
            const bool isListed = position.room > message.after && position.room <= last
                && context.state.rooms.membership(position.room, session.account) != nullptr;
            const Room *room = isListed ? context.state.rooms.find(position.room) : nullptr;
            const bool upToDate = room && position.last >= room->head && position.last <= context.headOf(room->id);
            if (upToDate && !resumed.live.contains(room->id)) {
                resumed.live.append(room->id);
                live.append(position);
            }
        }
    }
    context.reply(to, resumed);
    if (!session.isIn())
        return;
    for (const RoomPosition &position : std::as_const(live))
        context.outbound.follow(to.connection, position.room, position.last);
}

} // namespace

void resume(CommandContext &context, Session &session, const ReplyTo &to, const Resume &message)
{
    if (!session.device.isValid()) {
        answerResume(context, to, message);
        return;
    }
    // An earlier connection of the device may have left messages on their way to the disk: their numbers count.
    context.store.afterEarlier([guard = QPointer<CommandContext>(&context), to, message] {
        if (guard)
            answerResume(*guard, to, message);
    });
}

void follow(CommandContext &context, Session &session, const ReplyTo &to, const Follow &message)
{
    const Membership *membership = context.state.rooms.membership(message.room, session.account);
    const Seq head = context.state.rooms.find(message.room)->head;
    HistoryPage page = emptyPage(context, message.room, *membership);
    if (message.after < 0 || message.after > page.head) {
        page.reset = true;
        context.reply(to, page);
        return;
    }
    // What lies below the floor is not for this member, wherever it is read from.
    const Seq after = std::max(message.after, membership->floor - 1);
    if (context.tails[message.room].reachesBackTo(after, head)) {
        noteGap(context, page, message.after);
        answerFromTail(context, to, std::move(page), after);
        return;
    }
    const PageQuery query{ message.room, 0, after, membership->floor, MaxEvents, MaxBytes, session.account };
    context.store.readPage(query,
        context.whenStored<EventPage>(
            to, [&context, to, room = message.room, asked = message.after, after](const EventPage &stored) {
                answerFromStore(context, to, room, asked, after, stored);
            }));
}

void fetchHistory(CommandContext &context, Session &session, const ReplyTo &to, const FetchHistory &message)
{
    const Membership *membership = context.state.rooms.membership(message.room, session.account);
    const int limit = message.limit == 0 ? MaxEvents : int(std::min(message.limit, quint32(MaxEvents)));
    const PageQuery query{ message.room, std::max<Seq>(message.before, 0), std::max<Seq>(message.after, 0),
        membership->floor, limit, MaxBytes, session.account };
    context.store.readPage(query,
        context.whenStored<EventPage>(to, [&context, to, floor = membership->floor, message](const EventPage &stored) {
            const RoomId room = message.room;
            HistoryPage page;
            page.room = room;
            page.head = context.headOf(room);
            page.floor = std::max(floor, context.state.rooms.find(room)->floor);
            addEvents(page, stored.events);
            context.tails[room].noteSeen(page.head);
            context.reply(to, page);
        }));
}

} // namespace salon::server
