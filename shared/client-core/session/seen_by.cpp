// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/seen_by.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/session/ask.h"
#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"

#include <QTimer>
#include <algorithm>

namespace salon {
namespace {

constexpr int AskAgainMs = 2000;
constexpr qsizetype MostJoined = 1000; ///< remembered in one room

} // namespace

SeenBy::SeenBy(Session &session, RoomSync &sync, const Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_sync(sync)
    , m_rooms(rooms)
{
    connect(&session, &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Online) {
            askAll();
        } else if (state == SessionState::Offline) {
            ++m_connection;
            forgetAll();
        }
    });
    connect(&session, &Session::selfUpdated, this, [this] {
        forgetAll();
        askAll();
    });
    connect(&sync, &RoomSync::seenMoved, this, &SeenBy::move);
    connect(&sync, &RoomSync::appended, this, &SeenBy::heard);
    connect(&sync, &RoomSync::reset, this, &SeenBy::forgetJoined);
    connect(&rooms, &Rooms::removed, this, [this](RoomId room) {
        forgetJoined(room);
        forget(room);
    });
    connect(&rooms, &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
        if (!(what & (RoomAspect::Rules | RoomAspect::Members)))
            return;
        if (!isShown(room))
            forget(room);
        else if (m_watched.contains(room) && !m_asked.contains(room))
            ask(room);
    });
}

bool SeenBy::isShown(RoomId room) const
{
    return mayBeShown(room) && m_session.hasFeature(QString::fromLatin1(features::Reading));
}

bool SeenBy::mayBeShown(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    return known && known->memberCount <= MaxMembers && !known->rules.noSeen && !m_session.self().hidesSeen
        && (m_session.welcome().serverId.isEmpty() || m_session.hasFeature(QString::fromLatin1(features::Reading)));
}

void SeenBy::watch(RoomId room)
{
    if (++m_watched[room] == 1)
        ask(room);
}

void SeenBy::unwatch(RoomId room)
{
    const auto views = m_watched.find(room);
    if (views != m_watched.end() && --*views <= 0)
        m_watched.erase(views);
}

void SeenBy::askAll()
{
    const QList<RoomId> rooms = m_watched.keys();
    for (const RoomId room : rooms)
        ask(room);
}

void SeenBy::ask(RoomId room)
{
    if (!m_session.isOnline() || !isShown(room))
        return;
    m_asked.insert(room);
    whenReady(fetch(room), this, [this, room, connection = m_connection](const Result<> &done) {
        // Only those who move from now on would be shown, as if nobody else had seen anything.
        if (!done && isTemporary(done.error()))
            QTimer::singleShot(retryDelayMs(done.error(), AskAgainMs), this, [this, room, connection] {
                if (connection == m_connection && m_watched.contains(room))
                    ask(room);
            });
    });
}

Answer<> SeenBy::fetch(RoomId room)
{
    return salon::ask<void, SeenList>(
        m_session, this, ListSeen{ room }, [this, room, connection = m_connection](const SeenList &list) {
            if (connection == m_connection && isShown(room))
                take(room, list.positions);
        });
}

void SeenBy::take(RoomId room, const QList<SeenPosition> &told)
{
    QHash<AccountId, Seq> &positions = m_positions[room];
    for (const SeenPosition &position : told) {
        positions[position.account] = std::max(positions.value(position.account), position.seq);
        noteJoined(room, position.account, position.since);
    }
    positions.remove(m_session.self().account);
    Q_EMIT changed(room);
}

void SeenBy::heard(RoomId room, const QList<RoomEvent> &events)
{
    bool isNew = false;
    for (const RoomEvent &event : events) {
        if (event.kind == EventKind::Left)
            forgetPerson(room, event.author);
        else if (event.kind == EventKind::Removed || event.kind == EventKind::Banned)
            forgetPerson(room, event.subject);
        else if (event.kind == EventKind::Joined || event.kind == EventKind::Invited)
            isNew
                = noteJoined(room, event.kind == EventKind::Joined ? event.author : event.subject, event.seq) || isNew;
    }
    if (isNew && isShown(room))
        Q_EMIT changed(room);
}

bool SeenBy::noteJoined(RoomId room, AccountId who, Seq since)
{
    QHash<AccountId, Seq> &joined = m_joined[room];
    if (!joined.contains(who) && joined.size() >= MostJoined)
        joined.clear(); // most of them are gone by now
    Seq &seq = joined[who];
    const bool isNew = since > seq;
    seq = std::max(seq, since);
    return isNew;
}

void SeenBy::forgetJoined(RoomId room)
{
    m_joined.remove(room);
}

void SeenBy::move(const SeenMoved &moved)
{
    if (!isShown(moved.room) || moved.account == m_session.self().account || !moved.account.isValid())
        return;
    if (moved.seq <= 0) { // shows it no more
        forgetPerson(moved.room, moved.account);
        return;
    }
    const bool isBack = noteJoined(moved.room, moved.account, moved.since); // the same position, another beginning
    QHash<AccountId, Seq> &positions = m_positions[moved.room];
    const bool isKnown = positions.contains(moved.account);
    if ((!isBack && moved.seq <= positions.value(moved.account))
        || (!isKnown && positions.size() >= qsizetype(MaxMembers)))
        return;
    positions.insert(moved.account, std::max(moved.seq, positions.value(moved.account)));
    Q_EMIT changed(moved.room);
}

void SeenBy::forget(RoomId room)
{
    m_asked.remove(room);
    if (m_positions.remove(room))
        Q_EMIT changed(room);
}

void SeenBy::forgetPerson(RoomId room, AccountId person)
{
    const auto positions = m_positions.find(room);
    if (positions != m_positions.end() && positions->remove(person))
        Q_EMIT changed(room);
}

void SeenBy::forgetAll()
{
    m_asked.clear();
    const QList<RoomId> rooms = m_positions.keys();
    for (const RoomId room : rooms)
        forget(room);
}

QList<AccountId> SeenBy::seenBy(RoomId room, Seq seq) const
{
    return lastSeen(room, seq, 0);
}

QList<AccountId> SeenBy::lastSeen(RoomId room, Seq seq, Seq next) const
{
    const QHash<AccountId, Seq> positions = m_positions.value(room);
    const QHash<AccountId, Seq> joined = m_joined.value(room);
    QList<std::pair<Seq, AccountId>> found;
    for (auto position = positions.cbegin(); position != positions.cend(); ++position) {
        const bool isReader = seq > 0 && position.value() >= seq && (next <= 0 || position.value() < next);
        if (isReader && joined.value(position.key()) <= seq) // who came later begins with all of it read
            found.append({ position.value(), position.key() });
    }
    std::ranges::sort(found);
    QList<AccountId> people;
    for (const auto &[read, account] : std::as_const(found))
        people.append(account);
    return people;
}

} // namespace salon
