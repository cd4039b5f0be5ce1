// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/history.h"
#include "shared/client-core/session/history_reader.h"
#include "shared/client-core/session/mirror_lists.h"
#include "shared/client-core/session/push_reader.h"
#include "shared/client-core/session/read_positions.h"
#include "shared/client-core/session/reading_progress.h"
#include "shared/client-core/session/room_attentions.h"
#include "shared/client-core/session/room_follower.h"
#include "shared/client-core/session/room_log.h"
#include "shared/protocol/messages/all.h"

namespace salon {

class LocalStore;
class Outbox;
class People;
class Rooms;
class Session;

/// Brings what the server says into order: resumes after each login, applies each room's events exactly once and
/// without holes, follows rooms until they are live, and keeps mirror, rooms and people up to date (guarantees.md
/// §5.5–5.7).
class RoomSync : public History
{
    Q_OBJECT
public:
    RoomSync(
        Session &session, LocalStore &store, Outbox &outbox, Rooms &rooms, People &people, QObject *parent = nullptr);

    /// Rooms, people and history of the last time are there after loaded(), before any connection.
    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    Answer<HistorySlice> before(RoomId room, Seq before, int limit) override;
    Answer<HistorySlice> after(RoomId room, Seq after, int limit) override;
    [[nodiscard]] Seq last(RoomId room) const override;

    /// RoomOpened and the like: one is a member of this room.
    void roomOpened(const RoomSummary &room);
    /// One has left it.
    void roomLeft(RoomId room);
    /// Moves the read position here at once, and on the server now or at the next connection. Where nothing but changes
    /// of messages comes behind `seq`, they are read too.
    void markRead(RoomId room, Seq seq);
    /// The room counts as unread from `seq` on, here at once and on the server now or at the next connection. Nothing
    /// happens when that is not read yet.
    void markUnread(RoomId room, Seq seq);
    /// What of the room calls attention, here at once and on the server now or at the next connection. `untilMs`: since
    /// 1970 UTC, All again then; 0: for good.
    void setAttention(RoomId room, Attention attention, qint64 untilMs);
    /// Every room is live and complete.
    [[nodiscard]] bool isCaughtUp() const { return m_follower.isCaughtUp(); }

Q_SIGNALS:
    void loaded();
    /// Before loaded(): the saved messages of the last time.
    void savedRead(const QList<std::pair<salon::RoomId, salon::Seq>> &saved);
    /// Live only, never history: somebody else's event that was made just now.
    void liveEventApplied(const salon::RoomEvent &event);
    /// The same of one's own, made on another device perhaps.
    void liveOwnEventApplied(const salon::RoomEvent &event);
    void typingSeen(salon::RoomId room, salon::AccountId account);
    void caughtUp();
    /// Somebody else's position in a room.
    void seenMoved(const salon::SeenMoved &moved);
    void selfRenamed(const QString &displayName);
    /// RoomAdded by another device or person, not by an answer to this one.
    void roomAddedByOthers(salon::RoomId room);

private:
    void snapshotCame(const Result<MirrorSnapshot> &snapshot);
    void resume();
    void askRooms(RoomId after);
    void resumed(RoomId after, const Result<Resumed> &answer);
    void takeRooms(const Resumed &page);
    void dropUnlisted();
    void startEpoch(const QByteArray &epoch);
    void resetRoom(RoomId room);
    void connectPushes();
    void applyLive(const RoomEvent &event);
    void apply(RoomId room, const QList<RoomEvent> &events, Seq gapTo);
    void roomAdded(const RoomAdded &added);
    void trim(const HistoryTrimmed &trimmed);
    void trimRoom(RoomId room, Seq floor);
    void profileChanged(const ProfileChanged &change);
    void sessionStateChanged();

    Session &m_session;
    LocalStore &m_store;
    Outbox &m_outbox;
    Rooms &m_rooms;
    People &m_people;
    PushReader m_pushes;
    RoomLogs m_logs;
    RoomFollower m_follower;
    ReadPositions m_reads;
    ReadingProgress m_reading;
    RoomAttentions m_attentions;
    MirrorLists m_lists;
    HistoryReader m_reader;
    bool m_loaded = false;
    bool m_resumesWhenLoaded = false;
    QByteArray m_epoch;
    QSet<RoomId> m_listed; ///< by the pages of this resume, and added since
    QList<DeviceCounter> m_counters; ///< of these pages
    int m_connection = 0; ///< answers of an earlier connection are not ours
};

} // namespace salon
