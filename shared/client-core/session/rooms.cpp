// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/rooms.h"

#include "shared/client-core/session/message_form.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/room_rules.h"
#include "shared/client-core/text/completion.h"
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
        before.unread != after.unread || before.mentions != after.mentions || before.readSeq != after.readSeq
            || before.mark != after.mark);
    what.setFlag(RoomAspect::Activity, before.head != after.head || before.lastActivityMs != after.lastActivityMs);
    what.setFlag(RoomAspect::Members, before.memberCount != after.memberCount || before.maker != after.maker);
    what.setFlag(RoomAspect::Rules, before.rules != after.rules);
    what.setFlag(RoomAspect::Attention,
        before.attention != after.attention || before.attentionUntilMs != after.attentionUntilMs);
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
    const QString folded = foldedForSearch(name);
    QList<RoomId> alike;
    for (const RoomId id : m_order) {
        const Entry &entry = *m_rooms.constFind(id);
        if (entry.summary.kind == RoomKind::Direct)
            continue;
        if (entry.summary.name.compare(name, Qt::CaseInsensitive) == 0)
            return id;
        if (entry.folded == folded)
            alike.append(id);
    }
    return alike.size() == 1 ? alike.constFirst() : RoomId();
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

quint32 Rooms::totalUnread() const
{
    quint32 total = 0;
    for (const Entry &entry : m_rooms) {
        const RoomSummary &room = entry.summary;
        if (room.attention != Attention::Nothing)
            total += room.attention == Attention::All ? room.unread : room.mentions;
    }
    return total;
}

quint32 Rooms::totalMentions() const
{
    quint32 total = 0;
    for (const Entry &entry : m_rooms) {
        const RoomSummary &room = entry.summary;
        const bool isAll = room.attention == Attention::All && room.kind == RoomKind::Direct;
        if (room.attention != Attention::Nothing)
            total += isAll ? room.unread : room.mentions;
    }
    return total;
}

void Rooms::takeReading(Entry &entry)
{
    entry.summary.readSeq = entry.reading.readSeq();
    entry.summary.mark = entry.reading.mark();
    entry.summary.unread = entry.reading.unread();
    entry.summary.mentions = entry.reading.mentions();
}

void Rooms::tell(RoomId id, const RoomSummary &before)
{
    const auto found = m_rooms.constFind(id);
    if (found == m_rooms.cend())
        return;
    const bool isUncertain = found->reading.isUncertain();
    if (const RoomAspects what = differences(before, found->summary))
        Q_EMIT changed(id, what);
    if (isUncertain)
        Q_EMIT countsUncertain(id);
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
    if (entry.folded.isEmpty() || room.name != before.name)
        entry.folded = foldedForSearch(room.name);
    entry.summary.head = std::max(room.head, before.head);
    entry.reading.take(room.readSeq, room.mark, room.head, room.unread, room.mentions, true);
    takeReading(entry);
    if (entry.ownAttention) {
        entry.summary.attention = entry.ownAttention->attention;
        entry.summary.attentionUntilMs = entry.ownAttention->untilMs;
    }
    if (isNew) {
        m_order.append(room.id);
        Q_EMIT added(room.id);
    }
    tell(room.id, isNew ? m_rooms.value(room.id).summary : before);
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
    countEvent(entry, event);
    if (isNews)
        takeNews(room, event);
    if (room.name != before.name)
        entry.folded = foldedForSearch(room.name);
    takeReading(entry);
    Q_EMIT changed(event.room, differences(before, room) | RoomAspect::Activity);
}

void Rooms::countEvent(Entry &entry, const RoomEvent &event) const
{
    if (isChange(event.kind)) {
        changeLater(entry, event);
        return;
    }
    const AccountId self = m_people.self();
    if (countsAsUnread(event.kind) && event.author != self && !event.deleted)
        entry.reading.add({ event.seq, event.mentions.contains(self), event.call == Call::Room });
}

void Rooms::changeLater(Entry &entry, const RoomEvent &change) const
{
    LaterEvent *later = entry.reading.later(change.target);
    if (!later)
        return;
    if (change.kind == EventKind::Deleted) {
        entry.reading.removeLater(change.target);
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
    else if (event.kind == EventKind::RulesChanged)
        takeRules(room.rules, event.params);
}

bool Rooms::changesCounted(const RoomEvent &change) const
{
    const auto found = m_rooms.constFind(change.room);
    return found != m_rooms.cend() && (change.kind == EventKind::Deleted || change.kind == EventKind::Edited)
        && change.seq > found->reading.head() && change.target <= found->reading.head()
        && change.target > found->reading.from();
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
    entry.reading.uncount(after.deleted, mentionsPerson(before, self) && !mentionsPerson(after, self));
    takeReading(entry);
    tell(change.room, summary);
}

void Rooms::apply(const ReadMoved &moved)
{
    changeReading(moved.room, [&moved](RoomReading &reading) {
        reading.take(moved.seq, moved.mark, moved.head, moved.unread, moved.mentions, false);
        return true;
    });
}

void Rooms::forgetPositions()
{
    for (Entry &entry : m_rooms) {
        entry.summary.head = 0;
        entry.reading = {};
        takeReading(entry);
        entry.last = {};
    }
}

bool Rooms::markReadHere(RoomId id, Seq seq)
{
    return changeReading(id, [seq](RoomReading &reading) { return reading.readHere(seq); });
}

bool Rooms::markUnreadHere(RoomId id, Seq seq)
{
    const RoomSummary *room = find(id);
    return room && seq >= room->floor
        && changeReading(id, [seq](RoomReading &reading) { return reading.markHere(seq); });
}

void Rooms::restoreUnsent(RoomId id, const UnsentMark &unsent)
{
    changeReading(id, [&unsent](RoomReading &reading) {
        reading.restore(unsent);
        return true;
    });
}

void Rooms::markTold(RoomId id, Seq mark)
{
    if (const auto found = m_rooms.find(id); found != m_rooms.end())
        found->reading.markTold(mark);
}

void Rooms::endTold(RoomId id, Seq ended)
{
    if (const auto found = m_rooms.find(id); found != m_rooms.end())
        found->reading.endTold(ended);
}

void Rooms::dropEnd(RoomId id)
{
    changeReading(id, [](RoomReading &reading) {
        reading.dropEnd();
        return true;
    });
}

void Rooms::recounted(RoomId id, Seq from, Seq head, quint32 unread, quint32 mentions)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end())
        return;
    const RoomSummary before = found->summary;
    found->reading.recounted(from, head, unread, mentions);
    found->summary.head = std::max(found->summary.head, head);
    takeReading(*found);
    if (const RoomAspects what = differences(before, found->summary)) // still uncertain: more is on its way
        Q_EMIT changed(id, what);
}

bool Rooms::changeReading(RoomId id, const std::function<bool(RoomReading &)> &change)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end())
        return false;
    const RoomSummary before = found->summary;
    if (!change(found->reading))
        return false;
    takeReading(*found);
    tell(id, before);
    return true;
}

// --- Attention and rules

bool Rooms::setAttentionHere(RoomId id, Attention attention, qint64 untilMs, bool untold)
{
    const auto found = m_rooms.find(id);
    const qint64 until = attention == Attention::All ? 0 : std::max<qint64>(0, untilMs);
    if (found == m_rooms.end())
        return false;
    if (!untold && found->summary.attention == attention && found->summary.attentionUntilMs == until)
        return false;
    found->ownAttention = RoomAttention{ id, attention, until };
    showAttention(id, *found->ownAttention);
    return true;
}

void Rooms::attentionTold(RoomId id)
{
    if (const auto found = m_rooms.find(id); found != m_rooms.end())
        found->ownAttention.reset();
}

void Rooms::endAttention(RoomId id)
{
    if (m_rooms.contains(id))
        showAttention(id, { id, Attention::All, 0 });
}

void Rooms::apply(const RoomAttention &set)
{
    const auto found = m_rooms.constFind(set.room);
    if (found != m_rooms.cend() && !found->ownAttention)
        showAttention(set.room, set);
}

void Rooms::showAttention(RoomId id, const RoomAttention &set)
{
    RoomSummary &room = m_rooms[id].summary;
    const RoomSummary before = room;
    room.attention = set.attention;
    room.attentionUntilMs = set.attention == Attention::All ? 0 : set.untilMs;
    tell(id, before);
}

void Rooms::trim(RoomId id, Seq floor)
{
    const auto found = m_rooms.find(id);
    if (found == m_rooms.end() || floor <= found->summary.floor)
        return;
    const RoomSummary before = found->summary;
    found->summary.floor = floor;
    found->reading.trim(floor);
    if (found->last.seq < floor)
        found->last = {};
    takeReading(*found);
    Q_EMIT changed(id, differences(before, found->summary) | RoomAspect::Activity);
    if (isUncertain(id))
        Q_EMIT countsUncertain(id);
}

} // namespace salon
