// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_sync.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int KeepAfterMs = 2000;
constexpr int AskAgainMs = 2000;

Answer<HistorySlice> readyAnswer(Result<HistorySlice> result)
{
    QPromise<Result<HistorySlice>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

} // namespace

RoomSync::RoomSync(Session &session, LocalStore &store, Outbox &outbox, Rooms &rooms, People &people, QObject *parent)
    : History(parent)
    , m_session(session)
    , m_store(store)
    , m_outbox(outbox)
    , m_rooms(rooms)
    , m_people(people)
{
    connect(&session, &Session::syncStarted, this, &RoomSync::resume);
    connect(&session, &Session::stateChanged, this, &RoomSync::sessionStateChanged);
    connect(&session, &Session::pushed, this, &RoomSync::push);
    connect(&session, &Session::headsReceived, this, &RoomSync::heads);
    // After a kill between the mirror's commit and the outbox's a message is sent again, although its event is here.
    connect(&outbox, &Outbox::entryChanged, this, [this](const OutboxEntry &entry) {
        if (entry.state == SendState::Stored && entry.seq <= last(entry.room))
            m_outbox.noteApplied(entry.cid);
    });
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(KeepAfterMs);
    connect(&m_keepTimer, &QTimer::timeout, this, &RoomSync::keepLists);
    const auto keepSoon = [this] {
        if (m_loaded && !m_keepTimer.isActive())
            m_keepTimer.start();
    };
    connect(&rooms, &Rooms::added, this, keepSoon);
    connect(&rooms, &Rooms::changed, this, keepSoon);
    connect(&rooms, &Rooms::removed, this, keepSoon);
    connect(&people, &People::changed, this, [this, keepSoon](AccountId id) {
        m_peopleToKeep.insert(id);
        keepSoon();
    });
}

RoomSync::~RoomSync()
{
    if (m_keepTimer.isActive())
        keepLists();
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
            m_states[room.id].serverFloor = room.floor;
        }
        for (const MirrorInterval &interval : snapshot->intervals) {
            State &state = m_states[interval.room];
            state.floor = interval.floor;
            state.last = interval.last;
        }
        m_unsentReads = snapshot->unsentReads;
        for (auto read = m_unsentReads.cbegin(); read != m_unsentReads.cend(); ++read)
            m_rooms.markReadHere(read.key(), read.value());
        m_peopleToKeep.clear();
    } else {
        qCWarning(salonStore) << "The history cache cannot be opened:" << snapshot.error().detail;
    }
    m_loaded = true;
    Q_EMIT loaded();
    if (std::exchange(m_resumesWhenLoaded, false))
        resume();
}

void RoomSync::keepLists()
{
    m_keepTimer.stop();
    QList<RoomSummary> rooms;
    for (const RoomId id : m_rooms.ids())
        rooms.append(*m_rooms.find(id));
    m_store.keepRooms(rooms);
    QList<Profile> people;
    for (const AccountId id : std::exchange(m_peopleToKeep, {})) {
        if (const Profile *person = m_people.find(id))
            people.append(*person);
    }
    if (!people.isEmpty())
        m_store.keepPeople(m_people.self(), people);
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
    Resume request{ m_epoch, {} };
    for (auto state = m_states.cbegin(); state != m_states.cend() && request.rooms.size() < 1024; ++state) {
        if (state->last > 0)
            request.rooms.append({ state.key(), state->last });
    }
    m_session.request<Resumed>(request, this, [this, connection = m_connection](const Result<Resumed> &answer) {
        if (connection == m_connection)
            resumed(answer);
    });
}

void RoomSync::resumed(const Result<Resumed> &answer)
{
    if (!answer) {
        qCWarning(salonSession) << "Resuming failed:" << errorName(answer.error().code);
        const int delayMs = int(std::min(answer.error().retryAfterMs.value_or(AskAgainMs), quint32(60'000)));
        QTimer::singleShot(delayMs, this, [this, connection = m_connection] {
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
    m_session.finishSync();
    m_outbox.resume(answer->counters);
    const QList<RoomId> unsent = m_unsentReads.keys();
    for (const RoomId room : unsent)
        sendRead(room);
    for (const RoomId room : m_rooms.ids()) {
        if (!m_states[room].live)
            wantFollow(room);
    }
    checkCaughtUp();
}

void RoomSync::startEpoch(const QByteArray &epoch)
{
    m_epoch = epoch;
    m_store.reset(epoch);
    const QList<RoomId> rooms = m_states.keys();
    m_states.clear();
    m_unsentReads.clear();
    m_rooms.forgetPositions();
    const QList<Profile> people = m_people.all();
    for (const Profile &person : people)
        m_peopleToKeep.insert(person.id);
    for (const RoomId room : rooms)
        Q_EMIT reset(room);
}

void RoomSync::takeRooms(const Resumed &resumed)
{
    const QList<RoomId> before = m_rooms.ids();
    for (const RoomId room : before) {
        if (std::ranges::find(resumed.rooms, room, &RoomSummary::id) == resumed.rooms.end())
            roomLeft(room);
    }
    // To fit its frame a server may leave out topics: then none has one, and what is known stays.
    const bool hasTopics
        = std::ranges::any_of(resumed.rooms, [](const RoomSummary &room) { return !room.topic.isEmpty(); });
    for (RoomSummary room : resumed.rooms) {
        if (const RoomSummary *known = m_rooms.find(room.id); known && !hasTopics)
            room.topic = known->topic;
        State &state = m_states[room.id];
        state.announcedHead = room.head;
        state.serverFloor = room.floor;
        state.live = resumed.live.contains(room.id) && state.last == room.head;
        m_rooms.put(room);
    }
    if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void RoomSync::sessionStateChanged()
{
    if (m_session.state() != SessionState::Offline)
        return;
    ++m_connection;
    m_followQueue.clear();
    m_followsUnderWay = 0;
    m_readsUnderWay.clear();
    m_resumesWhenLoaded = false;
    m_wasCaughtUp = false;
    for (State &state : m_states)
        state.live = state.asks = false;
    m_people.forgetPresence();
}

// --- Following

void RoomSync::wantFollow(RoomId room)
{
    State &state = m_states[room];
    state.live = false;
    if (state.asks)
        return;
    state.asks = true;
    m_wasCaughtUp = false;
    m_followQueue.append(room);
    startFollows();
}

void RoomSync::wantFollowLater(RoomId room, int delayMs)
{
    QTimer::singleShot(delayMs, this, [this, room, connection = m_connection] {
        if (connection == m_connection && m_rooms.find(room))
            wantFollow(room);
    });
}

void RoomSync::startFollows()
{
    while (m_followsUnderWay < ParallelFollows && !m_followQueue.isEmpty()) {
        ++m_followsUnderWay;
        follow(m_followQueue.takeFirst());
    }
}

void RoomSync::follow(RoomId room)
{
    const State state = m_states.value(room);
    // Of a room never seen here only the newest page is fetched; the rest comes when somebody scrolls up to it.
    const bool isFirst = state.last == 0 && state.announcedHead > FirstPageEvents;
    const auto answered = [this, room, isFirst, connection = m_connection](const Result<HistoryPage> &answer) {
        if (connection == m_connection)
            pageCame(room, isFirst, answer);
    };
    if (isFirst)
        m_session.request<HistoryPage>(
            FetchHistory{ room, state.announcedHead + 1, 0, FirstPageEvents }, this, answered);
    else
        m_session.request<HistoryPage>(Follow{ room, state.last }, this, answered);
}

void RoomSync::pageCame(RoomId room, bool isFirst, const Result<HistoryPage> &answer)
{
    --m_followsUnderWay;
    const auto known = m_states.find(room);
    if (known == m_states.end()) { // left meanwhile
        startFollows();
        return;
    }
    known->asks = false;
    const Seq before = known->last;
    if (!answer) {
        pageFailed(room, answer.error());
    } else if (answer->reset) {
        resetRoom(room);
        wantFollow(room);
    } else if (!applyPage(room, isFirst, *answer)) {
        qCWarning(salonSession) << "A page does not continue what is here; asking again later";
        wantFollowLater(room, AskAgainMs);
    } else if (State &state = m_states[room];
               !isFirst && answer->live && state.last >= std::max(answer->head, state.announcedHead)) {
        state.live = true;
    } else if (isFirst || state.last > before) {
        wantFollow(room);
    } else {
        wantFollowLater(room, AskAgainMs); // no progress: do not spin
    }
    startFollows();
    checkCaughtUp();
}

void RoomSync::pageFailed(RoomId room, const Error &error)
{
    if (error.code == ErrorCode::NotAMember || error.code == ErrorCode::RoomUnknown) {
        roomLeft(room);
        return;
    }
    if (error.code != ErrorCode::ConnectionLost)
        wantFollowLater(room, int(std::min(error.retryAfterMs.value_or(AskAgainMs), quint32(60'000))));
}

bool RoomSync::applyPage(RoomId room, bool isFirst, const HistoryPage &page)
{
    State &state = m_states[room];
    state.serverFloor = page.floor;
    state.announcedHead = std::max(state.announcedHead, page.head);
    Seq gapTo = page.gapTo > state.last ? page.gapTo : 0;
    if (isFirst && page.events.isEmpty())
        gapTo = page.head; // nothing of it is for this reader
    else if (isFirst)
        gapTo = page.events.first().seq - 1; // not a gap in what is shown: the beginning of what is here
    QList<RoomEvent> events;
    Seq last = std::max(state.last, gapTo);
    for (const RoomEvent &event : page.events) {
        if (event.seq <= last)
            continue;
        if (event.seq != last + 1 || event.room != room)
            return false;
        events.append(event);
        last = event.seq;
    }
    if (!events.isEmpty() || gapTo > 0)
        apply(room, events, gapTo);
    return true;
}

void RoomSync::resetRoom(RoomId room)
{
    m_store.dropRoom(room);
    const State before = m_states.value(room);
    m_states[room] = State{ 0, 0, 0, before.serverFloor, false, false };
    forgetUnsentRead(room);
    m_keepTimer.start();
    Q_EMIT reset(room);
}

void RoomSync::apply(RoomId room, const QList<RoomEvent> &events, Seq gapTo)
{
    State &state = m_states[room];
    const bool wasEmpty = state.last == 0;
    if (wasEmpty)
        state.floor = gapTo > 0 ? gapTo + 1 : events.first().seq;
    state.last = events.isEmpty() ? gapTo : events.last().seq;
    state.announcedHead = std::max(state.announcedHead, state.last);
    m_store.append(room, events, gapTo);
    for (const RoomEvent &event : events)
        m_rooms.apply(event);
    // Timelines first: they turn the local echo into the event, before the outbox lets go of it.
    Q_EMIT appended(room, events, wasEmpty ? 0 : gapTo);
    for (const RoomEvent &event : events)
        m_outbox.noteEvent(event);
}

bool RoomSync::isCaughtUp() const
{
    return m_session.isOnline()
        && std::ranges::all_of(m_rooms.ids(), [this](RoomId room) { return m_states.value(room).live; });
}

void RoomSync::checkCaughtUp()
{
    if (!m_wasCaughtUp && isCaughtUp()) {
        m_wasCaughtUp = true;
        Q_EMIT caughtUp();
    }
}

// --- Pushes

void RoomSync::push(const Envelope &envelope)
{
    const auto with = [&envelope]<class Message>(auto take) {
        const Result<Message> message = decode<Message>(envelope);
        if (message)
            take(*message);
        else
            qCWarning(salonSession) << "A push cannot be read:" << message.error().params;
    };
    switch (MessageType(envelope.type)) {
    case MessageType::RoomEvent:
        return with.operator()<RoomEvent>([this](const RoomEvent &event) { applyLive(event); });
    case MessageType::RoomBehind:
        return with.operator()<RoomBehind>([this](const RoomBehind &behind) { roomBehind(behind); });
    case MessageType::ReadMoved:
        return with.operator()<ReadMoved>([this](const ReadMoved &moved) { readMoved(moved); });
    case MessageType::RoomAdded:
        return with.operator()<RoomAdded>([this](const RoomAdded &added) {
            const bool isNew = !m_rooms.find(added.room.id);
            roomOpened(added.room);
            if (isNew)
                Q_EMIT roomAddedByOthers(added.room.id);
        });
    case MessageType::RoomRemoved:
        return with.operator()<RoomRemoved>([this](const RoomRemoved &removed) { roomLeft(removed.room); });
    case MessageType::TypingSeen:
        return with.operator()<TypingSeen>(
            [this](const TypingSeen &seen) { Q_EMIT typingSeen(seen.room, seen.account); });
    case MessageType::PresenceChanged:
        return with.operator()<PresenceChanged>([this](const PresenceChanged &changed) {
            for (const PresenceEntry &entry : changed.changes)
                m_people.putPresence(entry);
        });
    case MessageType::ProfileChanged:
        return with.operator()<ProfileChanged>([this](const ProfileChanged &change) { profileChanged(change); });
    default:
        return; // a newer server says things that this build does not know
    }
}

void RoomSync::applyLive(const RoomEvent &event)
{
    if (!m_rooms.find(event.room))
        return;
    State &state = m_states[event.room];
    if (event.seq <= state.last)
        return; // a duplicate
    if (event.seq > state.last + 1) {
        state.announcedHead = std::max(state.announcedHead, event.seq);
        wantFollow(event.room);
        return;
    }
    const bool isNew = state.live;
    apply(event.room, { event }, 0);
    if (isNew && event.author != m_people.self())
        Q_EMIT liveEventApplied(event);
}

void RoomSync::roomBehind(const RoomBehind &behind)
{
    if (!m_rooms.find(behind.room))
        return;
    State &state = m_states[behind.room];
    state.announcedHead = std::max(state.announcedHead, behind.head);
    wantFollow(behind.room);
}

void RoomSync::heads(const QList<RoomHead> &heads)
{
    QSet<RoomId> followed;
    for (const RoomHead &head : heads) {
        followed.insert(head.room);
        const auto state = m_states.find(head.room);
        if (state == m_states.end() || !m_rooms.find(head.room))
            continue;
        state->announcedHead = std::max(state->announcedHead, head.head);
        if (state->live && head.head > state->last)
            wantFollow(head.room);
    }
    for (const RoomId room : m_rooms.ids()) {
        if (m_states.value(room).live && !followed.contains(room))
            wantFollow(room); // the server forgot that we listen
    }
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
    State &state = m_states[room.id];
    state.announcedHead = std::max(state.announcedHead, room.head);
    state.serverFloor = room.floor;
    m_rooms.put(room);
    if (m_session.isOnline() && !m_states[room.id].live)
        wantFollow(room.id);
}

void RoomSync::roomLeft(RoomId room)
{
    m_followQueue.removeOne(room);
    m_states.remove(room);
    m_unsentReads.remove(room);
    m_store.dropRoom(room);
    m_outbox.noteRoomRemoved(room);
    m_rooms.remove(room);
    checkCaughtUp();
}

// --- Read positions

void RoomSync::markRead(RoomId room, Seq seq)
{
    seq = std::min(seq, m_states.value(room).last);
    if (!m_rooms.markReadHere(room, seq))
        return;
    m_unsentReads.insert(room, seq);
    m_store.keepUnsentRead(room, seq);
    sendRead(room);
}

void RoomSync::sendRead(RoomId room)
{
    const Seq seq = m_unsentReads.value(room);
    if (seq == 0 || !m_session.isOnline() || m_readsUnderWay.contains(room))
        return;
    m_readsUnderWay.insert(room);
    m_session.request<Done>(
        MarkRead{ room, seq }, this, [this, room, seq, connection = m_connection](const Result<Done> &done) {
            if (connection != m_connection)
                return;
            m_readsUnderWay.remove(room);
            const bool isOver = done || !done.error().retryAfterMs;
            if (isOver && m_unsentReads.value(room) == seq)
                forgetUnsentRead(room);
            else if (isOver)
                sendRead(room); // further on meanwhile
            else
                QTimer::singleShot(int(*done.error().retryAfterMs), this, [this, room] { sendRead(room); });
        });
}

void RoomSync::readMoved(const ReadMoved &moved)
{
    m_rooms.apply(moved);
    if (const Seq unsent = m_unsentReads.value(moved.room); unsent > 0 && unsent <= moved.seq)
        forgetUnsentRead(moved.room);
}

void RoomSync::forgetUnsentRead(RoomId room)
{
    if (m_unsentReads.remove(room))
        m_store.keepUnsentRead(room, 0);
}

// --- History for timelines

Seq RoomSync::last(RoomId room) const
{
    return m_states.value(room).last;
}

Answer<HistorySlice> RoomSync::before(RoomId room, Seq before, int limit)
{
    const State state = m_states.value(room);
    if (state.last == 0)
        return readyAnswer(HistorySlice{ {}, {}, state.live, true }); // empty, or the first page is still to come
    const Seq from = before > 0 ? before : state.last + 1;
    auto promise = std::make_shared<QPromise<Result<HistorySlice>>>();
    promise->start();
    if (from > state.floor) {
        whenReady(m_store.read(room, from, 0, limit), this, [this, room, promise](Result<HistorySlice> slice) {
            if (slice) {
                const State now = m_states.value(room);
                const Seq first = !slice->gaps.isEmpty() ? slice->gaps.first().from
                    : !slice->events.isEmpty()           ? slice->events.first().seq
                                                         : now.floor;
                slice->atStart = first <= std::max(now.serverFloor, Seq(1))
                    || (!slice->events.isEmpty() && slice->events.first().seq <= now.serverFloor);
                slice->atEnd = !slice->events.isEmpty() && slice->events.last().seq >= now.last;
            }
            promise->addResult(std::move(slice));
            promise->finish();
        });
    } else if (from <= state.serverFloor) {
        promise->addResult(HistorySlice{ {}, {}, true, false });
        promise->finish();
    } else {
        fetchOlder(room, from, limit, promise);
    }
    return promise->future();
}

void RoomSync::fetchOlder(
    RoomId room, Seq before, int limit, const std::shared_ptr<QPromise<Result<HistorySlice>>> &promise)
{
    const FetchHistory request{ room, before, 0, quint32(std::clamp(limit, 1, wire_limits::MaxPageEvents)) };
    m_session.request<HistoryPage>(request, this, [this, room, before, promise](const Result<HistoryPage> &page) {
        const auto known = m_states.find(room);
        if (page && known != m_states.end()) {
            known->serverFloor = page->floor;
            if (before == known->floor && !page->events.isEmpty() && page->events.last().seq == before - 1) {
                known->floor = page->events.first().seq;
                m_store.prepend(room, page->events);
            }
            const bool atStart = page->events.isEmpty() || page->events.first().seq <= page->floor;
            promise->addResult(HistorySlice{ page->events, {}, atStart, false });
        } else {
            promise->addResult(page ? fail(ErrorCode::NotAMember) : tl::unexpected(page.error()));
        }
        promise->finish();
    });
}

Answer<HistorySlice> RoomSync::after(RoomId room, Seq after, int limit)
{
    const State state = m_states.value(room);
    auto promise = std::make_shared<QPromise<Result<HistorySlice>>>();
    promise->start();
    if (state.last > 0 && after >= state.floor - 1) {
        whenReady(m_store.read(room, 0, after, limit), this, [this, room, after, promise](Result<HistorySlice> slice) {
            if (slice) {
                const Seq last = slice->events.isEmpty() ? after : slice->events.last().seq;
                slice->atEnd = slice->atEnd && last >= m_states.value(room).last;
            }
            promise->addResult(std::move(slice));
            promise->finish();
        });
        return promise->future();
    }
    const FetchHistory request{ room, 0, after, quint32(std::clamp(limit, 1, wire_limits::MaxPageEvents)) };
    m_session.request<HistoryPage>(request, this, [promise](const Result<HistoryPage> &page) {
        if (page)
            promise->addResult(HistorySlice{ page->events, {}, false, false });
        else
            promise->addResult(tl::unexpected(page.error()));
        promise->finish();
    });
    return promise->future();
}

} // namespace salon
