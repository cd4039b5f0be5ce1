// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/ids.h"
#include "shared/client-core/session/posting_state.h"

#include <QHash>
#include <QObject>

namespace salon {

class MessageRules;
class Outbox;
class RoomSync;
class Rooms;

/// Whether one may write in a room, and when the next message can go out there in slow mode.
class PostingWatch : public QObject
{
    Q_OBJECT
public:
    PostingWatch(const MessageRules &rules, const Rooms &rooms, const Outbox &outbox, const RoomSync &sync,
        const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] PostingState of(RoomId room) const;

Q_SIGNALS:
    /// of() is another; the seconds of slow mode pass without it.
    void changed(salon::RoomId room);

private:
    void noteSent(RoomId room);

    const MessageRules &m_rules;
    const Rooms &m_rooms;
    const Clock &m_clock;
    QHash<RoomId, qint64> m_sentMs; ///< one's last message there, by the monotonic clock
};

} // namespace salon
