// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/posting_watch.h"

#include "shared/client-core/session/message_rules.h"
#include "shared/client-core/session/outbox.h"
#include "shared/client-core/session/room_sync.h"
#include "shared/client-core/session/rooms.h"

#include <algorithm>

namespace salon {

PostingWatch::PostingWatch(const MessageRules &rules, const Rooms &rooms, const Outbox &outbox, const RoomSync &sync,
    const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_rules(rules)
    , m_rooms(rooms)
    , m_clock(clock)
{
    connect(&rules, &MessageRules::changed, this, [this] {
        const QList<RoomId> all = m_rooms.ids();
        for (const RoomId room : all)
            Q_EMIT changed(room);
    });
    connect(&rooms, &Rooms::changed, this, [this](RoomId room, RoomAspects what) {
        if (what & (RoomAspect::Rules | RoomAspect::Members))
            Q_EMIT changed(room);
    });
    connect(&rooms, &Rooms::removed, this, [this](RoomId room) {
        m_sentMs.remove(room);
        Q_EMIT changed(room);
    });
    connect(&outbox, &Outbox::entryChanged, this, [this](const OutboxEntry &entry) {
        if (entry.state == SendState::Stored && entry.kind == EventKind::Message)
            noteSent(entry.room);
    });
    // Written on another device of the person just now. What was missed may be long ago: the outbox waits then.
    connect(&sync, &RoomSync::liveOwnEventApplied, this, [this](const RoomEvent &event) {
        if (event.kind == EventKind::Message)
            noteSent(event.room);
    });
}

void PostingWatch::noteSent(RoomId room)
{
    m_sentMs.insert(room, m_clock.monotonicMs());
    if (const RoomSummary *known = m_rooms.find(room); known && known->rules.slowSeconds > 0)
        Q_EMIT changed(room);
}

PostingState PostingWatch::of(RoomId room) const
{
    const RoomSummary *known = m_rooms.find(room);
    if (!known)
        return { false, ErrorCode::NotAMember };
    if (!m_rules.mayPost(room))
        return { false, ErrorCode::PostingRestricted };
    PostingState state;
    const auto sent = m_sentMs.constFind(room);
    if (known->rules.slowSeconds == 0 || sent == m_sentMs.cend() || m_rules.isInCharge(room))
        return state;
    const qint64 leftMs = *sent + qint64(known->rules.slowSeconds) * 1000 - m_clock.monotonicMs();
    state.waitSeconds = int(std::max<qint64>(0, (leftMs + 999) / 1000));
    return state;
}

} // namespace salon
