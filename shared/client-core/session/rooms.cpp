// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/rooms.h"

#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/text/event_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

RoomAspects differences(const RoomSummary &before, const RoomSummary &after)
{
    RoomAspects what;
    what.setFlag(RoomAspect::Name,
        before.name != after.name || before.kind != after.kind || before.others != after.others
            || before.first != after.first);
    what.setFlag(RoomAspect::Topic, before.topic != after.topic);
    what.setFlag(RoomAspect::Counts,
        before.unread != after.unread || before.mentions != after.mentions || before.readSeq != after.readSeq);
    what.setFlag(RoomAspect::Activity, before.head != after.head || before.lastActivityMs != after.lastActivityMs);
    what.setFlag(RoomAspect::Members, before.memberCount != after.memberCount);
    return what;
}

} // namespace

Rooms::Rooms(People &people, QObject *parent)
    : QObject(parent)
    , m_people(people)
{
}

const RoomSummary *Rooms::find(RoomId id) const
{
    const auto found = m_rooms.constFind(id);
    return found == m_rooms.constEnd() ? nullptr : &found->summary;
}

QString Rooms::displayName(RoomId id) const
{
    const RoomSummary *room = find(id);
    if (!room)
        return {};
    if (room->kind != RoomKind::Direct)
        return room->name;
    QStringList names;
    for (const Profile &other : room->others) {
        const QString name = m_people.nameOf(other.id);
        names.append(!name.isEmpty() ? name : other.displayName.isEmpty() ? other.login : other.displayName);
    }
    return names.join(", "_L1);
}

RoomId Rooms::directWith(AccountId person) const
{
    const auto found = std::ranges::find_if(m_order, [&](RoomId id) {
        const RoomSummary *room = find(id);
        return room->kind == RoomKind::Direct && room->others.size() == 1 && room->others.first().id == person;
    });
    return found == m_order.end() ? RoomId() : *found;
}

RoomId Rooms::findName(const QString &name) const
{
    const auto found = std::ranges::find_if(m_order, [&](RoomId id) {
        const RoomSummary *room = find(id);
        return room->kind != RoomKind::Direct && room->name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_order.end() ? RoomId() : *found;
}

QString Rooms::lastText(RoomId id) const
{
    const auto found = m_rooms.constFind(id);
    if (found == m_rooms.cend() || found->last.seq == 0)
        return {};
    const RoomEvent &last = found->last;
    const QString name = last.alias.isEmpty() ? m_people.nameOf(last.author) : last.alias;
    return EventText::preview(last, name.isEmpty() ? last.authorName : name);
}

void Rooms::noteMaker(RoomId id, AccountId maker)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end() || found->maker == maker)
        return;
    found->maker = maker;
    Q_EMIT changed(id, RoomAspect::Members);
}

quint32 Rooms::totalUnread() const
{
    quint32 total = 0;
    for (const Entry &entry : m_rooms)
        total += entry.summary.unread;
    return total;
}

quint32 Rooms::totalMentions() const
{
    quint32 total = 0;
    for (const Entry &entry : m_rooms)
        total += entry.summary.kind == RoomKind::Direct ? entry.summary.unread : entry.summary.mentions;
    return total;
}

bool Rooms::put(const RoomSummary &room)
{
    const bool isNew = !m_rooms.contains(room.id);
    if (isNew && m_order.size() >= MaxRooms)
        return false;
    for (const Profile &other : room.others)
        m_people.put(other);
    Entry &entry = m_rooms[room.id];
    const RoomSummary before = entry.summary;
    entry.summary = room;
    // Read here, but the server has not heard of it yet.
    entry.summary.readSeq = std::max(room.readSeq, before.readSeq);
    entry.summary.head = std::max(room.head, before.head);
    entry.countedHead = room.head;
    entry.countedUnread = room.unread;
    entry.countedMentions = room.mentions;
    entry.later.removeIf([&](const Later &later) { return later.seq <= room.head; });
    if (entry.summary.readSeq >= room.head && room.readSeq < room.head)
        entry.countedUnread = entry.countedMentions = 0;
    recount(entry);
    if (isNew) {
        m_order.append(room.id);
        Q_EMIT added(room.id);
    } else if (const RoomAspects what = differences(before, entry.summary)) {
        Q_EMIT changed(room.id, what);
    }
    return true;
}

void Rooms::remove(RoomId id)
{
    if (!m_rooms.contains(id))
        return;
    Q_EMIT aboutToRemove(id);
    m_rooms.remove(id);
    m_order.removeOne(id);
    Q_EMIT removed(id);
}

void Rooms::apply(const RoomEvent &event)
{
    const auto found = m_rooms.find(event.room);
    if (found == m_rooms.end())
        return;
    Entry &entry = *found;
    const RoomSummary before = entry.summary;
    RoomSummary &room = entry.summary;
    const bool isNews = event.seq > room.head;
    room.head = std::max(room.head, event.seq);
    if (hasLine(event.kind)) // a reaction to something old is no news
        room.lastActivityMs = std::max(room.lastActivityMs, event.timeMs);
    if (countsAsUnread(event.kind) && event.seq > entry.last.seq)
        entry.last = event;
    else
        applyChange(entry.last, event, m_people.self());
    if (event.kind == EventKind::RoomCreated)
        entry.maker = event.author;
    countEvent(entry, event);
    fold(entry);
    if (isNews)
        takeNews(room, event);
    recount(entry);
    Q_EMIT changed(event.room, differences(before, room) | RoomAspect::Activity);
}

void Rooms::countEvent(Entry &entry, const RoomEvent &event) const
{
    if (isChange(event.kind)) {
        changeLater(entry, event);
        return;
    }
    const AccountId self = m_people.self();
    const bool counts = countsAsUnread(event.kind) && event.author != self && !event.deleted;
    if (counts && event.seq > entry.countedHead && event.seq > entry.summary.readSeq)
        entry.later.append({ event.seq, event.mentions.contains(self), event.call == Call::Room });
}

void Rooms::changeLater(Entry &entry, const RoomEvent &change) const
{
    const auto later = std::ranges::find(entry.later, change.target, &Later::seq);
    if (later == entry.later.end())
        return;
    if (change.kind == EventKind::Deleted) {
        entry.later.erase(later);
    } else if (change.kind == EventKind::Edited) {
        later->namesMe = later->namesMe && change.mentions.contains(m_people.self());
        later->callsMe = later->callsMe && change.call == Call::Room;
    }
}

void Rooms::takeNews(RoomSummary &room, const RoomEvent &event)
{
    if (event.kind == EventKind::Renamed)
        room.name = event.params.value(0, room.name);
    else if (event.kind == EventKind::TopicChanged)
        room.topic = event.params.value(0);
    else if (event.kind == EventKind::Joined || event.kind == EventKind::Invited)
        ++room.memberCount;
    else if ((event.kind == EventKind::Left || event.kind == EventKind::Removed) && room.memberCount > 0)
        --room.memberCount;
}

bool Rooms::changesCounted(const RoomEvent &change) const
{
    const auto found = m_rooms.constFind(change.room);
    return found != m_rooms.cend() && (change.kind == EventKind::Deleted || change.kind == EventKind::Edited)
        && change.seq > found->countedHead && change.target <= found->countedHead
        && change.target > found->summary.readSeq;
}

void Rooms::noteCountedForm(const RoomEvent &change, const RoomEvent &before)
{
    const AccountId self = m_people.self();
    if (!changesCounted(change) || !countsAsUnread(before.kind) || before.author == self || before.deleted)
        return; // the server's new counts were faster, or it did not count
    RoomEvent after = before;
    applyChange(after, change, self);
    Entry &entry = m_rooms[change.room];
    const RoomSummary summary = entry.summary;
    if (after.deleted && entry.countedUnread > 0)
        --entry.countedUnread;
    if (mentionsPerson(before, self) && !mentionsPerson(after, self) && entry.countedMentions > 0)
        --entry.countedMentions;
    recount(entry);
    if (const RoomAspects what = differences(summary, entry.summary))
        Q_EMIT changed(change.room, what);
}

void Rooms::apply(const ReadMoved &moved)
{
    const auto found = m_rooms.find(moved.room);
    if (found == m_rooms.end())
        return;
    Entry &entry = *found;
    if (moved.seq < entry.summary.readSeq || moved.head < entry.countedHead)
        return; // an older word: what is known here is newer
    const RoomSummary before = entry.summary;
    entry.summary.readSeq = moved.seq;
    entry.countedHead = moved.head;
    entry.countedUnread = moved.unread;
    entry.countedMentions = moved.mentions;
    entry.later.removeIf([&](const Later &later) { return later.seq <= std::max(moved.head, moved.seq); });
    recount(entry);
    if (const RoomAspects what = differences(before, entry.summary))
        Q_EMIT changed(moved.room, what);
}

void Rooms::forgetPositions()
{
    for (Entry &entry : m_rooms) {
        entry.summary.head = entry.summary.readSeq = 0;
        entry.countedHead = 0;
        entry.later.clear();
        entry.last = {};
    }
}

bool Rooms::markReadHere(RoomId id, Seq seq)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end() || seq <= found->summary.readSeq)
        return false;
    Entry &entry = *found;
    const RoomSummary before = entry.summary;
    entry.summary.readSeq = seq;
    entry.later.removeIf([&](const Later &later) { return later.seq <= seq; });
    // What of the counted ones remains in between is known to the server alone; it will say so.
    if (seq >= entry.countedHead)
        entry.countedUnread = entry.countedMentions = 0;
    recount(entry);
    Q_EMIT changed(id, differences(before, entry.summary));
    return true;
}

void Rooms::fold(Entry &entry)
{
    if (entry.later.size() <= MaxLater)
        return;
    const QList<Later> older = entry.later.mid(0, MaxLater / 2);
    entry.later.remove(0, older.size());
    entry.countedHead = older.last().seq;
    entry.countedUnread += quint32(older.size());
    entry.countedMentions += quint32(std::ranges::count_if(older, &Later::mentionsMe));
}

void Rooms::recount(Entry &entry)
{
    entry.summary.unread = entry.countedUnread + quint32(entry.later.size());
    entry.summary.mentions = entry.countedMentions + quint32(std::ranges::count_if(entry.later, &Later::mentionsMe));
}

} // namespace salon
