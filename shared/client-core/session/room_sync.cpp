// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_sync.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"
#include "shared/protocol/messages/reading.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int AskAgainMs = 2000;
constexpr qsizetype MaxPositions = 1024; ///< in one Resume

} // namespace

RoomSync::RoomSync(Session &session, LocalStore &store, Outbox &outbox, Rooms &rooms, People &people, QObject *parent)
    : History(parent)
    , m_session(session)
    , m_store(store)
    , m_outbox(outbox)
    , m_rooms(rooms)
    , m_people(people)
    , m_pushes(session)
    , m_follower(session, rooms, m_logs)
    , m_reads(session, store, rooms)
    , m_reading(store, m_logs, rooms, people, m_reads)
    , m_attentions(session, store, rooms)
    , m_lists(store, rooms, people)
    , m_reader(session, store, m_logs)
{
    connect(&m_follower, &RoomFollower::came, this, &RoomSync::apply);
    connect(&m_follower, &RoomFollower::outdated, this, &RoomSync::resetRoom);
    connect(&m_follower, &RoomFollower::lost, this, &RoomSync::roomLeft);
    connect(&m_follower, &RoomFollower::caughtUp, this, &RoomSync::caughtUp);
    connect(&session, &Session::syncStarted, this, &RoomSync::resume);
    connect(&session, &Session::stateChanged, this, &RoomSync::sessionStateChanged);
    connectPushes();
    // After a kill between the mirror's commit and the outbox's a message is sent again, although its event is here.
    connect(&outbox, &Outbox::entryChanged, this, [this](const OutboxEntry &entry) {
        if (entry.state == SendState::Stored && entry.seq <= last(entry.room))
            m_outbox.noteApplied(entry.cid);
    });
}

// --- What the last time left

void RoomSync::load()
{
    whenReady(m_store.load(), this, [this](const Result<MirrorSnapshot> &snapshot) { snapshotCame(snapshot); });
}

void RoomSync::snapshotCame(const Result<MirrorSnapshot> &snapshot)
{
    if (snapshot) {
        m_epoch = snapshot->epoch;
        for (const Profile &person : snapshot->people) {
            m_people.putCached(person);
            if (person.id == snapshot->self)
                m_people.setSelf(*m_people.find(person.id));
        }
        for (const RoomSummary &room : snapshot->rooms) {
            m_rooms.put(room);
            m_logs[room.id].serverFloor = room.floor;
        }
        for (const MirrorInterval &interval : snapshot->intervals) {
            RoomLog &log = m_logs[interval.room];
            log.floor = interval.floor;
            log.last = interval.last;
        }
        m_reads.restore(snapshot->unsentReads, snapshot->unsentMarks);
        m_attentions.restore(snapshot->unsentAttentions);
        for (const MirrorInterval &interval : snapshot->intervals) {
            const RoomSummary *room = m_rooms.find(interval.room);
            if (room && interval.last > room->head)
                m_reading.recount(interval.room); // the list was written before these events
        }
        Q_EMIT savedRead(snapshot->saved);
    } else {
        qCWarning(salonStore) << "The history cache cannot be opened:" << snapshot.error().detail;
    }
    m_lists.begin();
    m_loaded = true;
    Q_EMIT loaded();
    if (std::exchange(m_resumesWhenLoaded, false))
        resume();
}

// --- Resuming

void RoomSync::resume()
{
    if (!m_loaded) {
        m_resumesWhenLoaded = true;
        return;
    }
    if (m_session.state() != SessionState::Syncing)
        return;
    m_listed.clear();
    m_counters.clear();
    askRooms({});
}

void RoomSync::askRooms(RoomId after)
{
    Resume request{ m_epoch, {}, after };
    for (auto log = m_logs.cbegin(); log != m_logs.cend(); ++log) {
        if (log->last > 0 && log.key() > after)
            request.rooms.append({ log.key(), log->last });
    }
    // The page that is answered begins with the lowest ids.
    std::ranges::sort(request.rooms, {}, &RoomPosition::room);
    request.rooms = request.rooms.mid(0, MaxPositions);
    m_session.request<Resumed>(request, this, [this, after, connection = m_connection](const Result<Resumed> &answer) {
        if (connection == m_connection)
            resumed(after, answer);
    });
}

void RoomSync::resumed(RoomId after, const Result<Resumed> &answer)
{
    if (!answer) {
        qCWarning(salonSession) << "Resuming failed:" << errorName(answer.error().code);
        QTimer::singleShot(retryDelayMs(answer.error(), AskAgainMs), this, [this, connection = m_connection] {
            if (connection == m_connection)
                resume();
        });
        return;
    }
    const QByteArray epoch = m_session.welcome().epoch;
    if (answer->reset || epoch != m_epoch)
        startEpoch(epoch);
    m_people.setSelf(answer->self);
    takeRooms(*answer);
    const RoomId last = answer->rooms.isEmpty() ? RoomId{} : answer->rooms.back().id;
    if (answer->more && last > after) {
        askRooms(last);
        return;
    }
    dropUnlisted();
    m_session.finishSync();
    if (!m_session.isOnline())
        return; // somebody who heard of it ended it
    m_outbox.resume(m_counters);
    m_reads.tellAll();
    m_attentions.tellAll();
    m_follower.wantAll();
    Q_EMIT reachable();
}

void RoomSync::startEpoch(const QByteArray &epoch)
{
    m_epoch = epoch;
    m_store.reset(epoch);
    const QList<RoomId> rooms = m_logs.keys();
    m_logs.clear();
    m_reads.clear();
    m_rooms.forgetPositions();
    m_attentions.keepAll();
    m_lists.keepEverybody();
    for (const RoomId room : rooms)
        Q_EMIT reset(room);
}

void RoomSync::takeRooms(const Resumed &page)
{
    for (const RoomSummary &room : page.rooms) {
        if (!m_rooms.find(room.id) && m_rooms.isFull())
            continue; // more than this client keeps
        m_listed.insert(room.id);
        RoomLog &log = m_logs[room.id];
        log.announcedHead = room.head;
        if (log.last > 0 && room.floor > log.serverFloor && room.floor > log.floor)
            trimRoom(room.id, room.floor); // while we were away
        log.serverFloor = room.floor;
        log.live = page.live.contains(room.id) && log.last == room.head;
        m_rooms.put(room);
        m_reads.compare(room);
    }
    m_counters += page.counters;
}

void RoomSync::dropUnlisted()
{
    const QList<RoomId> known = m_rooms.ids() + m_logs.keys(); // one that was never written to the list, too
    for (const RoomId room : known) {
        if (!m_listed.contains(room))
            roomLeft(room);
    }
    m_lists.keepSoon();
}

void RoomSync::sessionStateChanged()
{
    if (m_session.state() != SessionState::Offline)
        return;
    ++m_connection;
    m_follower.stop();
    m_resumesWhenLoaded = false;
    m_people.forgetPresence();
}

// --- What comes of rooms

void RoomSync::resetRoom(RoomId room)
{
    m_store.dropRoom(room);
    const RoomLog before = m_logs.value(room);
    m_logs[room] = RoomLog{ 0, 0, 0, 0, before.serverFloor, false };
    m_reads.forget(room);
    m_lists.keepSoon();
    Q_EMIT reset(room);
}

void RoomSync::apply(RoomId room, const QList<RoomEvent> &events, Seq gapTo)
{
    RoomLog &log = m_logs[room];
    const bool wasEmpty = log.last == 0;
    if (wasEmpty)
        log.floor = gapTo > 0 ? gapTo + 1 : events.first().seq;
    log.last = events.isEmpty() ? gapTo : events.last().seq;
    log.announcedHead = std::max(log.announcedHead, log.last);
    m_reading.noteEvents(room, events);
    m_store.append(room, events, gapTo, m_people.self());
    m_reader.noteChanges(events);
    for (const RoomEvent &event : events)
        m_rooms.apply(event);
    if (m_rooms.isUncertain(room))
        m_reading.recount(room);
    // Timelines first: they turn the local echo into the event, before the outbox lets go of it.
    Q_EMIT appended(room, events, wasEmpty ? 0 : gapTo);
    for (const RoomEvent &event : events)
        m_outbox.noteEvent(event);
}

// --- Pushes

void RoomSync::connectPushes()
{
    connect(&m_pushes, &PushReader::eventPushed, this, &RoomSync::applyLive);
    connect(&m_pushes, &PushReader::behind, this, [this](const RoomBehind &behind) {
        if (m_rooms.find(behind.room))
            m_follower.want(behind.room, behind.head);
    });
    connect(&m_pushes, &PushReader::readMoved, this, [this](const ReadMoved &moved) { m_reads.moved(moved); });
    connect(&m_pushes, &PushReader::roomAdded, this, &RoomSync::roomAdded);
    connect(&m_pushes, &PushReader::roomRemoved, this, [this](const RoomRemoved &removed) { roomLeft(removed.room); });
    connect(&m_pushes, &PushReader::typingSeen, this,
        [this](const TypingSeen &seen) { Q_EMIT typingSeen(seen.room, seen.account); });
    connect(&m_pushes, &PushReader::presenceChanged, this, [this](const PresenceChanged &changed) {
        for (const PresenceEntry &entry : changed.changes)
            m_people.putPresence(entry);
    });
    connect(&m_pushes, &PushReader::profileChanged, this, &RoomSync::profileChanged);
    connect(&m_pushes, &PushReader::seenMoved, this, &RoomSync::seenMoved);
    connect(&m_pushes, &PushReader::attentionSet, this, [this](const RoomAttention &set) { m_rooms.apply(set); });
    connect(&m_pushes, &PushReader::historyTrimmed, this, &RoomSync::trim);
    connect(&m_pushes, &PushReader::privacyChanged, this, [this](const PrivacyChanged &changed) {
        LoggedIn self = m_session.self();
        self.hidesSeen = changed.hidesSeen;
        m_session.updateSelf(self);
    });
}

void RoomSync::applyLive(const RoomEvent &event)
{
    if (!m_rooms.find(event.room))
        return;
    RoomLog &log = m_logs[event.room];
    if (event.seq <= log.last)
        return; // a duplicate
    if (event.seq > log.last + 1) {
        m_follower.want(event.room, event.seq);
        return;
    }
    const bool isNew = log.live;
    apply(event.room, { event }, 0);
    if (isNew && event.author != m_people.self())
        Q_EMIT liveEventApplied(event);
    else if (isNew)
        Q_EMIT liveOwnEventApplied(event);
}

void RoomSync::roomAdded(const RoomAdded &added)
{
    const bool isNew = !m_rooms.find(added.room.id);
    roomOpened(added.room);
    if (isNew && m_rooms.find(added.room.id))
        Q_EMIT roomAddedByOthers(added.room.id);
}

void RoomSync::profileChanged(const ProfileChanged &change)
{
    const bool isSelf = change.profile.id == m_people.self();
    const QString before = m_people.nameOf(change.profile.id);
    m_people.put(change.profile);
    if (!isSelf)
        return;
    LoggedIn self = m_session.self();
    self.role = change.role;
    self.displayName = change.profile.displayName;
    m_session.updateSelf(self);
    if (before != change.profile.displayName)
        Q_EMIT selfRenamed(change.profile.displayName);
}

void RoomSync::roomOpened(const RoomSummary &room)
{
    if (!m_rooms.find(room.id) && m_rooms.isFull()) {
        qCWarning(salonSession) << "More rooms than this client keeps";
        return;
    }
    m_listed.insert(room.id);
    RoomLog &log = m_logs[room.id];
    log.announcedHead = std::max(log.announcedHead, room.head);
    log.serverFloor = room.floor;
    m_rooms.put(room);
    if (m_session.isOnline() && !m_logs[room.id].live)
        m_follower.want(room.id);
}

void RoomSync::roomLeft(RoomId room)
{
    m_listed.remove(room);
    m_follower.forget(room);
    m_logs.remove(room);
    m_reads.forget(room);
    m_attentions.forget(room);
    m_store.dropRoom(room);
    m_outbox.noteRoomRemoved(room);
    m_rooms.remove(room);
    m_follower.checkCaughtUp();
}

void RoomSync::markRead(RoomId room, Seq seq)
{
    m_reading.markRead(room, seq);
}

void RoomSync::markUnread(RoomId room, Seq seq)
{
    m_reads.markUnread(room, seq);
}

void RoomSync::setAttention(RoomId room, Attention attention, qint64 untilMs)
{
    m_attentions.set(room, attention, untilMs);
}

void RoomSync::trim(const HistoryTrimmed &trimmed)
{
    const auto log = m_logs.constFind(trimmed.room);
    if (log == m_logs.cend() || !m_rooms.find(trimmed.room) || trimmed.floor > log->announcedHead + 1)
        return;
    trimRoom(trimmed.room, trimmed.floor);
}

void RoomSync::trimRoom(RoomId room, Seq floor)
{
    RoomLog &log = m_logs[room];
    if (floor <= log.serverFloor && floor <= log.floor)
        return;
    log.serverFloor = std::max(log.serverFloor, floor);
    if (log.last > 0 && log.floor < floor)
        log.floor = std::min(floor, log.last + 1);
    m_store.trim(room, floor);
    m_rooms.trim(room, floor);
    m_reads.trim(room, floor);
    Q_EMIT trimmed(room, floor);
}

// --- History for timelines

Seq RoomSync::last(RoomId room) const
{
    return m_logs.value(room).last;
}

Answer<HistorySlice> RoomSync::before(RoomId room, Seq before, int limit)
{
    return m_reader.before(room, before, limit);
}

Answer<HistorySlice> RoomSync::after(RoomId room, Seq after, int limit)
{
    return m_reader.after(room, after, limit);
}

} // namespace salon
