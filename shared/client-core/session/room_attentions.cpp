// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/room_attentions.h"

#include "shared/client-core/session/refusal.h"
#include "shared/client-core/session/rooms.h"
#include "shared/client-core/session/session.h"
#include "shared/client-core/store/local_store.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int AskAgainMs = 2000;
constexpr qint64 LongestWaitMs = 3'600'000; ///< the clock may be set meanwhile

} // namespace

RoomAttentions::RoomAttentions(Session &session, LocalStore &store, Rooms &rooms, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(store)
    , m_rooms(rooms)
{
    connect(&session, &Session::stateChanged, this, [this](SessionState state) {
        if (state == SessionState::Offline) {
            ++m_connection;
            m_underWay.clear();
        }
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RoomAttentions::endPast);
    connect(&rooms, &Rooms::added, this, [this] { m_timer.start(0); });
    connect(&rooms, &Rooms::changed, this, [this](RoomId, RoomAspects what) {
        if (what & RoomAspect::Attention)
            m_timer.start(0);
    });
}

void RoomAttentions::restore(const QHash<RoomId, RoomAttention> &untold)
{
    for (const RoomAttention &set : untold) {
        m_untold.insert(set.room, set);
        m_rooms.setAttentionHere(set.room, set.attention, set.untilMs, true);
    }
}

void RoomAttentions::set(RoomId room, Attention attention, qint64 untilMs)
{
    if (!m_rooms.setAttentionHere(room, attention, untilMs))
        return;
    const RoomAttention set{ room, attention, m_rooms.find(room)->attentionUntilMs };
    m_untold.insert(room, set);
    m_store.keepUnsentAttention(room, set);
    tell(room);
}

void RoomAttentions::tellAll()
{
    const QList<RoomId> rooms = m_untold.keys();
    for (const RoomId room : rooms)
        tell(room);
}

void RoomAttentions::tell(RoomId room)
{
    const auto untold = m_untold.constFind(room);
    if (untold == m_untold.cend() || !m_session.isOnline() || m_underWay.contains(room)
        || !m_session.hasFeature(QString::fromLatin1(features::Reading)))
        return;
    m_underWay.insert(room);
    const RoomAttention set = *untold;
    m_session.request<Done>(SetRoomAttention{ room, set.attention, set.untilMs }, this,
        [this, room, set, connection = m_connection](const Result<Done> &answer) {
            if (connection == m_connection)
                told(room, set, answer);
        });
}

void RoomAttentions::told(RoomId room, const RoomAttention &set, const Result<Done> &answer)
{
    if (!answer && isTemporary(answer.error())) {
        QTimer::singleShot(retryDelayMs(answer.error(), AskAgainMs), this, [this, room, connection = m_connection] {
            if (connection != m_connection)
                return;
            m_underWay.remove(room);
            tell(room);
        });
        return;
    }
    m_underWay.remove(room);
    if (!answer && answer.error().code == ErrorCode::ConnectionLost)
        return; // told with the next connection
    if (m_untold.value(room) == set)
        forget(room);
    else
        tell(room); // another choice meanwhile
}

void RoomAttentions::forget(RoomId room)
{
    if (!m_untold.remove(room))
        return;
    m_store.keepUnsentAttention(room, std::nullopt);
    m_rooms.attentionTold(room);
}

void RoomAttentions::keepAll()
{
    for (const RoomAttention &set : std::as_const(m_untold))
        m_store.keepUnsentAttention(set.room, set);
}

void RoomAttentions::endPast()
{
    const qint64 nowMs = m_session.clock().wallMs();
    qint64 nextMs = LongestWaitMs;
    bool waits = false;
    const QList<RoomId> rooms = m_rooms.ids();
    for (const RoomId id : rooms) {
        const RoomSummary *room = m_rooms.find(id);
        if (!room || room->attentionUntilMs <= 0)
            continue;
        if (room->attentionUntilMs <= nowMs) {
            m_rooms.endAttention(id); // the server does the same by itself
        } else {
            waits = true;
            nextMs = std::min(nextMs, room->attentionUntilMs - nowMs);
        }
    }
    if (waits)
        m_timer.start(int(nextMs));
}

} // namespace salon
