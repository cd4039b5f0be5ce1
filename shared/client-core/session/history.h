// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/answer.h"
#include "shared/client-core/store/local_store.h"

#include <QObject>

namespace salon {

/// Where a timeline gets a room's events from. All signals and answers in the thread of the timeline.
class History : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// At most `limit` events with seq < before (the nearest ones); before = 0: the newest. From the cache as far as it
    /// reaches, else from the server; fails with ConnectionLost when that is needed and it is not there.
    virtual Answer<HistorySlice> before(RoomId room, Seq before, int limit) = 0;
    /// At most `limit` events with seq > after.
    virtual Answer<HistorySlice> after(RoomId room, Seq after, int limit) = 0;
    /// Highest seq that was announced by appended().
    [[nodiscard]] virtual Seq last(RoomId room) const = 0;

Q_SIGNALS:
    /// The next events of a room, each following the last without a hole except for `gapTo` (0: none).
    void appended(salon::RoomId room, const QList<salon::RoomEvent> &events, salon::Seq gapTo);
    /// The server answers again: what failed may be asked for again.
    void reachable();
    /// What is older than `floor` is gone for good, by the room's retention: forget it.
    void trimmed(salon::RoomId room, salon::Seq floor);
    /// All that was known of the room is void: load again.
    void reset(salon::RoomId room);
};

} // namespace salon
