// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/outbox_store.h"
#include "shared/protocol/messages/history.h"

namespace salon {

enum class SendState
{
    Saving, ///< not on this computer's disk yet
    Uploading, ///< safe on disk; its files are read and put up (see Uploads), and what was written later may go first
    Queued, ///< safe on disk; survives a crash
    Sending,
    Stored, ///< the server has it
    Failed ///< refused for good; see OutboxEntry::error
};

/// What is to be sent: a message or a change of one. Texts are checked.
struct Outgoing
{
    RoomId room{};
    EventKind kind = EventKind::Message; ///< or a change (isChange())
    QString text{}; ///< of a message or an edit
    Seq target = 0; ///< of a change: the message; of a message: the one that it answers, or 0
    TextFormat format = TextFormat::Plain;
    QString emoji{}; ///< of a reaction
    QList<OutgoingFile> files{}; ///< of a message, whose text is their caption then and may be empty
    QString folder{}; ///< name of the folder that they are; empty: single files
};

struct OutboxEntry
{
    Cid cid{};
    RoomId room{};
    QString text{};
    EventKind kind = EventKind::Message; ///< this and the following three as in Outgoing
    Seq target = 0;
    TextFormat format = TextFormat::Plain;
    QString emoji{};
    QList<OutgoingFile> files{}; ///< this and the following as in Outgoing
    QString folder{};
    bool isUploaded = false; ///< the server said that it has all of `files`
    int uploads = 0; ///< how often it said so in this run
    bool isPaused = false; ///< the person wants nothing of `files` put up for now
    qint64 createdMs = 0;
    SendState state = SendState::Saving;
    Error error{}; ///< with Failed; with Queued it may say why it is still waiting (ServerBusy, RateLimited…)
    bool isDelayed = false; ///< Queued, and `error` holds
    int attempts = 0; ///< how often it was sent since the program began
    qint64 nextTryMs = 0; ///< with isDelayed: since 1970 UTC; it is sent again by itself then
    bool mayBeStored = false; ///< was sent, perhaps by an earlier run, and no answer says whether the server has it
    bool isMarked = false; ///< the disk says that it may have been sent, and under which number; never sent before
    quint64 counter = 0;
    Seq seq = 0; ///< with Stored
    qint64 timeMs = 0; ///< with Stored, the server's time
};

/// It changes a message that is there already, and has no row of its own in a timeline.
[[nodiscard]] bool isChange(const OutboxEntry &entry);
/// On disk, and without an answer of the server.
[[nodiscard]] bool isWaiting(const OutboxEntry &entry);
/// Not stored by the server; failed ones included.
[[nodiscard]] bool isUnsent(const OutboxEntry &entry);

/// It has files that the server may not have yet.
[[nodiscard]] bool hasFilesToPutUp(const OutboxEntry &entry);
/// Contents of other messages: the server has them.
[[nodiscard]] bool areAllForwarded(const QList<OutgoingFile> &files);
/// Uploading or Queued: what one that is safe on disk waits for.
[[nodiscard]] SendState stateWhenSafe(const OutboxEntry &entry);

/// What of it is kept on disk, and back: one that was on its way when the program ended waits again.
[[nodiscard]] OutboxRecord recordOf(const OutboxEntry &entry);
[[nodiscard]] OutboxEntry entryOf(const OutboxRecord &record);
/// One that is queued now.
[[nodiscard]] OutboxEntry entryOf(const Outgoing &checked, const Cid &cid, qint64 nowMs);
/// One that failed, as if it was queued now; its files are to be looked at again.
[[nodiscard]] OutboxEntry queuedAnew(OutboxEntry failed);
/// It gets the next number when its turn comes.
void dropNumber(OutboxEntry &entry);

} // namespace salon
