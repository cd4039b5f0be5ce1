// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "server/store/sqlite/account_changes.h"
#include "server/store/sqlite/committed_map.h"
#include "server/store/sqlite/event_rows.h"
#include "server/store/sqlite/file_rows.h"
#include "server/store/sqlite/message_changes.h"
#include "server/store/sqlite/pending_write.h"
#include "server/store/sqlite/read_places.h"
#include "server/store/sqlite/room_beginnings.h"
#include "server/store/sqlite/room_rows.h"
#include "server/store/sqlite/saved_rows.h"
#include "server/store/sqlite/sqlite_store.h"

#include <optional>

namespace salon::server {

/// Takes its turn among the changes and changes nothing.
struct Nothing
{
};

/// The one connection that writes: performs batches of changes, one transaction each. It knows the logs' ends, the
/// devices' counters and who is a member by heart. Lives in the write lane.
class SqliteWriter
{
public:
    explicit SqliteWriter(const SqliteStoreOptions &options);

    /// Opens or makes the database; before anything else.
    Result<> open();
    Result<StoreContents> readContents();

    /// Performs all of the batch in one commit and leaves each change its outcome.
    void run(WriteBatch &batch);
    /// Set once storage can no longer be trusted; everything fails from then on.
    [[nodiscard]] const std::optional<Error> &brokenBy() const { return m_brokenBy; }

    /// Whether something was deleted that the write-ahead log may still have.
    [[nodiscard]] bool wantsSweep() const { return m_wantsSweep; }
    /// Empties the write-ahead log, if no reader is in its way.
    void sweep();

    // The changes. Each refuses before it writes anything, but for the number that a refused message uses up. Inside
    // run() only.
    Result<AppendedMessage> appendMessage(const MessageDraft &draft);
    Result<CounterUsed> useCounter(const CounterUse &use);
    Result<> forgetDevice(const DeviceId &device);
    Result<Event> appendEvent(const Event &draft);
    Result<CreatedAccount> createAccount(const NewAccount &account);
    Result<> changeAccount(const AccountChange &change) { return m_rows->accounts.change(change); }
    Result<Device> enrolDevice(const Device &draft) { return m_rows->accounts.enrol(draft); }
    Result<> removeDevices(const QList<DeviceId> &devices);
    Result<> noteSeen(const SeenNote &note);
    Result<> doNothing(const Nothing &) { return {}; }
    Result<> createInvitation(const Invitation &invitation);
    Result<CreatedRoom> createRoom(const NewRoom &room);
    Result<Event> changeRoom(const RoomChange &change);
    Result<EnteredMember> addMember(const MemberChange &change);
    Result<Event> removeMember(const MemberChange &change);
    Result<Event> removeFromRoom(const MemberRemoval &removal);
    Result<Event> liftBan(const BanLift &lift);
    Result<bool> saveMessage(const SavedChange &change);
    Result<ReadPosition> moveReadPosition(const ReadMove &move) { return m_rows->places.move(move); }
    Result<ReadPosition> markUnread(const UnreadMark &mark) { return m_rows->places.markUnread(mark); }
    Result<> setAttention(const AttentionChange &change);
    Result<ImportedBatch> importMessages(const ImportBatch &batch);
    Result<FloorRaised> raiseFloor(const FloorRaise &raise) { return m_rows->beginnings.raise(raise); }
    Result<SweptTexts> sweepTexts(const TextSweep &sweep);
    Result<bool> addBlob(const BlobKeep &blob);
    Result<std::optional<quint64>> claimBlob(const BlobKeep &blob);
    Result<QList<FreedBlob>> dropUnnamedBlobs(const qint64 &beforeMs);

private:
    using MemberKey = std::pair<RoomId, AccountId>;

    struct Rows
    {
        Rows(SqliteConnection &connection, const CommittedMap<RoomId, RoomHeadRow> &heads)
            : events(connection)
            , accounts(connection)
            , rooms(connection)
            , changes(connection)
            , saved(connection)
            , files(connection)
            , places(events, rooms, heads)
            , beginnings(connection, rooms, files, places, heads)
            , begin(connection.prepare(QStringLiteral("begin")))
            , commit(connection.prepare(QStringLiteral("commit")))
        {
        }
        Q_DISABLE_COPY_MOVE(Rows)

        EventRows events;
        AccountChanges accounts;
        RoomRows rooms;
        MessageChanges changes;
        SavedRows saved;
        FileRows files;
        ReadPlaces places;
        RoomBeginnings beginnings;
        QSqlQuery begin;
        QSqlQuery commit;
    };

    bool attempt(PendingWrite *const *first, size_t count);
    void failAll(WriteBatch &batch, const Error &error);
    [[nodiscard]] Error errorOf(const SqliteFailure &failure);
    bool flush();
    void keep();
    void undo();

    /// Puts the event at the end of its room's log; false when its author sent its cid before.
    bool place(Event &event);
    /// An answer to a message, or a change of one.
    Result<AppendedMessage> appendToTarget(const MessageDraft &draft);
    Result<> checkFiles(const MessageDraft &draft);
    void leave(RoomId room, AccountId account);
    /// A membership that begins with what the log holds now: its end is what the new member caused.
    Membership enter(Membership membership);
    /// Puts a message of an earlier time at the end of its room's log unless it is there; where it is.
    Seq placeOnce(Event event, ImportedBatch &imported);
    /// Refuses with SlowMode.
    Result<> checkPace(const MessageDraft &draft);

    SqliteStoreOptions m_options;
    SqliteConnection m_connection;
    std::optional<Rows> m_rows;
    std::optional<StoreContents> m_firstContents; ///< read when opening, given away once
    std::optional<Error> m_brokenBy;
    bool m_wantsSweep = false;
    CommittedMap<RoomId, RoomHeadRow> m_heads;
    CommittedMap<CounterKey, quint64> m_counters;
    CommittedMap<MemberKey, bool> m_members; ///< false: left
};

} // namespace salon::server
