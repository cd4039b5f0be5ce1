// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/client-core/store/outbox_store.h"
#include "shared/protocol/messages/history.h"
#include "shared/protocol/messages/rooms.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace salon {

class Session;

enum class SendState
{
    Saving, ///< not on this computer's disk yet
    Queued, ///< safe on disk; survives a crash
    Sending,
    Stored, ///< the server has it
    Failed ///< refused for good; see OutboxEntry::error
};

struct OutboxEntry
{
    Cid cid{};
    RoomId room{};
    QString text{};
    qint64 createdMs = 0;
    SendState state = SendState::Saving;
    Error error{}; ///< with Failed; with Queued it may say why it is still waiting (ServerBusy, RateLimited…)
    bool isDelayed = false; ///< Queued, and `error` holds
    quint64 counter = 0;
    Seq seq = 0; ///< with Stored
    qint64 timeMs = 0; ///< with Stored, the server's time
};

/// What a person wrote and the server has not confirmed, or confirmed a moment ago. Sends it when the session allows:
/// in order per room, at most 16 unanswered per room, the same cid again after each loss, so that it arrives exactly
/// once. A room that is blocked does not hold up another.
class Outbox : public QObject
{
    Q_OBJECT
public:
    Outbox(Session &session, OutboxStore &store, const Clock &clock, QObject *parent = nullptr);
    ~Outbox() override;

    /// Reads what an earlier run left. Emits loaded().
    void load();

    /// Takes a text that passed checkMessageText. entryChanged() tells when it is safe, sent and stored.
    Cid queue(RoomId room, const QString &checkedText);
    /// Tries a failed or delayed entry again at once, at the end of its room's queue if it had failed.
    void retry(const Cid &cid);
    /// Drops an entry that is not stored. One that is on its way may still arrive.
    void discard(const Cid &cid);
    /// Takes a failed or waiting entry out and gives its text back to be edited; empty if it is on its way or unknown.
    [[nodiscard]] QString takeBack(const Cid &cid);

    /// In the order queued; stored ones stay until their event is there.
    [[nodiscard]] const QList<OutboxEntry> &entries() const { return m_entries; }
    [[nodiscard]] QList<OutboxEntry> entriesOf(RoomId room) const;
    [[nodiscard]] const OutboxEntry *find(const Cid &cid) const;
    /// How many are not stored yet, failed ones included.
    [[nodiscard]] int unsentCount() const;

    [[nodiscard]] QString draft(RoomId room) const { return m_drafts.value(room); }
    void setDraft(RoomId room, const QString &text);
    [[nodiscard]] QList<RoomId> draftRooms() const { return m_drafts.keys(); }

    /// For RoomSync: counters as the server knows them; sending may begin.
    void resume(const QList<DeviceCounter> &counters);
    /// For RoomSync: an event of the log; the entry of the same cid is done.
    void noteEvent(const RoomEvent &event);
    /// For RoomSync: the event of this stored entry was there before its answer.
    void noteApplied(const Cid &cid);
    /// For RoomSync: one is no longer in the room; what waits there fails with NotAMember.
    void noteRoomRemoved(RoomId room);

Q_SIGNALS:
    void loaded();
    void entryAdded(const salon::OutboxEntry &entry);
    /// State, error or counter changed.
    void entryChanged(const salon::OutboxEntry &entry);
    /// Discarded, taken back, or its event is in the log.
    void entryRemoved(const salon::Cid &cid, salon::RoomId room);
    void unsentCountChanged(int count);
    void draftChanged(salon::RoomId room);

private:
    struct Lane ///< sending of one room
    {
        quint64 nextCounter = 1;
        int inFlight = 0;
        bool recovers = false; ///< something was refused: wait for the other answers, then send anew from the oldest
        quint64 renumberFrom = 0; ///< the server named the counter to go on with
        qint64 blockedUntilMs = 0;
        int refusals = 0; ///< in a row
    };
    void snapshotCame(const Result<OutboxSnapshot> &snapshot);
    [[nodiscard]] qsizetype indexOf(const Cid &cid) const;
    void save(const OutboxEntry &entry);
    void saved(const Cid &cid, const Result<> &result);
    void pump();
    void pumpRoom(RoomId room);
    void send(OutboxEntry &entry, Lane &lane);
    void answered(RoomId room, const Cid &cid, const Result<Sent> &answer);
    void accepted(const Sent &sent);
    void refused(Lane &lane, const Cid &cid, const Error &error);
    /// Gives the unsent entries of the room consecutive counters from `first` on.
    void renumber(RoomId room, quint64 first);
    void keepNumbers(RoomId room, quint64 serverLast);
    void setState(OutboxEntry &entry, SendState state, const Error &error = {}, bool isDelayed = false);
    void sessionStateChanged();
    void removeAt(qsizetype index);
    void keepSoon(const Cid &cid);
    void forgetSoon(const Cid &cid);
    void writeKept();
    void writeDrafts();
    void armTimer();
    void countMayHaveChanged();

    Session &m_session;
    OutboxStore &m_store;
    const Clock &m_clock;
    QList<OutboxEntry> m_entries;
    QHash<RoomId, QString> m_drafts;
    QHash<RoomId, Lane> m_lanes;
    QHash<RoomId, quint64> m_serverCounters;
    QList<Cid> m_toKeep;
    QList<Cid> m_toForget;
    QList<RoomId> m_draftsToKeep;
    bool m_loaded = false;
    bool m_isSending = false;
    bool m_isPumping = false;
    int m_connection = 0; ///< answers of an earlier connection are not ours
    int m_lastCount = 0;
    QTimer m_sendTimer;
    QTimer m_keepTimer;
    QTimer m_draftTimer;
};

} // namespace salon
