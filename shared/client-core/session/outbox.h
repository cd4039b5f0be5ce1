// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/client-core/session/drafts.h"
#include "shared/client-core/session/outbox_journal.h"
#include "shared/client-core/session/outbox_list.h"
#include "shared/client-core/session/send_lane.h"
#include "shared/client-core/session/send_marks.h"
#include "shared/protocol/messages/rooms.h"

#include <QHash>
#include <map>

namespace salon {

class Session;

/// What became of taking an entry out of the outbox.
enum class OutboxRemoval
{
    Done,
    MayBeStored, ///< nothing happened: the server may have the message, and its answer decides
    NotThere
};

/// What a person wrote and the server has not confirmed, or confirmed a moment ago. Sends it when the session allows:
/// in order per room, at most 16 unanswered per room, the same cid again after each loss, so that it arrives exactly
/// once. A room that is blocked does not hold up another. Receivers of its signals may call it.
class Outbox : public QObject
{
    Q_OBJECT
public:
    Outbox(Session &session, OutboxStore &store, const Clock &clock, QObject *parent = nullptr);
    ~Outbox() override;

    /// Reads what an earlier run left. Emits loaded().
    void load();
    /// What an earlier run left is here, or could not be read.
    [[nodiscard]] bool isLoaded() const noexcept { return m_loaded; }

    /// Takes what is to be sent, its text checked by checkMessageText(), or empty with files. Files are put up by
    /// Uploads first; then the message takes its place behind what was written meanwhile. entryChanged() tells when it
    /// is safe, sent and stored. A change is refused for good (UnknownRequest) where the server does not know changes.
    Cid queue(const Outgoing &checked);
    /// A plain message.
    Cid queue(RoomId room, const QString &checkedText)
    {
        return queue(Outgoing{ room, EventKind::Message, checkedText });
    }
    /// Tries a failed or delayed entry again at once, at the end of its room's queue if it had failed; its files are
    /// taken as they are now.
    void retry(const Cid &cid);
    /// Drops an entry that is not stored. One that may be is dropped if the person knows that others may see it all
    /// the same.
    OutboxRemoval discard(const Cid &cid, bool evenIfStored = false);
    /// Takes a failed or waiting entry out and gives its text back to be edited; empty if it may be stored, or is
    /// unknown: an edited copy would be a second message. Not for what has files.
    [[nodiscard]] QString takeBack(const Cid &cid);
    /// The same, and its text is put before the draft of its room, or is the room's draft of an edit. A kill at any
    /// moment leaves the text in one of both. What has no text is discarded. What has files stays (NotThere): a draft
    /// has none.
    OutboxRemoval takeBackIntoDraft(const Cid &cid);

    /// In the order queued; stored ones stay until their event is there.
    [[nodiscard]] const QList<OutboxEntry> &entries() const { return m_entries.all(); }
    [[nodiscard]] QList<OutboxEntry> entriesOf(RoomId room) const { return m_entries.of(room); }
    [[nodiscard]] const OutboxEntry *find(const Cid &cid) const { return m_entries.find(cid); }
    /// How many are not stored yet, failed ones included.
    [[nodiscard]] int unsentCount() const { return m_entries.unsentCount(); }

    [[nodiscard]] Drafts &drafts() { return m_drafts; }
    [[nodiscard]] const Drafts &drafts() const { return m_drafts; }

    // For Uploads.
    /// What was found out about the files of an entry that is Uploading; kept on disk.
    void noteFiles(const Cid &cid, const QList<OutgoingFile> &files);
    /// The server has all of them: the message is the next one of its room.
    void noteUploaded(const Cid &cid);
    /// The person stopped that for now, or goes on; kept on disk.
    void notePaused(const Cid &cid, bool isPaused);
    /// They cannot be put up, for good.
    void noteUploadFailed(const Cid &cid, const Error &error);

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
    void snapshotCame(const Result<OutboxSnapshot> &snapshot);
    void save(const OutboxEntry &entry);
    void saved(const Cid &cid, const Result<> &result);
    void pump();
    void pumpRoom(RoomId room);
    void send(OutboxEntry &entry, SendLane &lane);
    /// `wasUnsure`: mayBeStored before this was sent.
    void answered(RoomId room, const Cid &cid, bool wasUnsure, const Result<Sent> &answer);
    void accepted(const Cid &cid, const Sent &sent);
    /// The server does not have its files any more. True: they are put up again, and nothing was used up.
    bool putUpAgain(const Cid &cid, SendLane &lane, const Error &error);
    /// The room's slow mode: messages wait there, changes need not. True: nothing was used up.
    bool waitForSlowMode(const Cid &cid, SendLane &lane, const Error &error);
    void refusedForGood(const Cid &cid, const Error &error);
    void failForGood(const Cid &cid, const Error &error);
    void setState(OutboxEntry &entry, SendState state, const Error &error = {}, bool isDelayed = false);
    void sessionStateChanged();
    [[nodiscard]] Draft draftWith(const OutboxEntry &entry) const;
    [[nodiscard]] OutboxRemoval removable(const Cid &cid) const;
    OutboxEntry takeAt(qsizetype index);
    void removeAt(qsizetype index);
    void armTimer();
    void countMayHaveChanged();

    Session &m_session;
    OutboxStore &m_store;
    const Clock &m_clock;
    OutboxJournal m_journal;
    Drafts m_drafts;
    OutboxList m_entries;
    SendMarks m_marks;
    std::map<RoomId, SendLane> m_lanes; ///< references last: sending emits, and a receiver may reach another room
    QHash<RoomId, quint64> m_serverCounters;
    bool m_loaded = false;
    bool m_isSending = false;
    bool m_isPumping = false;
    int m_connection = 0; ///< answers of an earlier connection are not ours
    int m_lastCount = 0;
    QTimer m_sendTimer;
};

} // namespace salon
