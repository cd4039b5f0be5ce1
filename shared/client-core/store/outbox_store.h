// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/base/vocabulary.h"
#include "shared/client-core/files/outgoing_file.h"
#include "shared/client-core/session/answer.h"

#include <QHash>
#include <QList>
#include <QString>

namespace salon {

/// Half-written text of one room.
struct Draft
{
    QString text{};
    Seq replyTo = 0; ///< of a new message: the one that it will answer; 0: none
    Seq editing = 0; ///< the message that it will replace; 0: it is a new one
    TextFormat format = TextFormat::Markdown;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && replyTo == 0 && editing == 0; }
    friend bool operator==(const Draft &, const Draft &) = default;
};

/// One unsent message, or change of one, as kept on disk.
struct OutboxRecord
{
    Cid cid{};
    RoomId room{};
    QString text{}; ///< of a message or an edit
    EventKind kind = EventKind::Message; ///< or a change (isChange())
    Seq target = 0; ///< of a change: the message; of a message: the one that it answers, or 0
    TextFormat format = TextFormat::Plain;
    QString emoji{}; ///< of a reaction
    qint64 createdMs = 0;
    quint64 counter = 0; ///< 0: never sent yet
    bool failed = false; ///< refused for good
    bool mayBeStored = false; ///< may have been sent, and no answer was kept
    Error error{};
    QList<OutgoingFile> files{};
    QString folder{};
    bool uploaded = false; ///< the server has all of `files`
    bool paused = false; ///< nothing of `files` is to be put up for now
};

struct OutboxSnapshot
{
    QList<OutboxRecord> records{}; ///< in the order queued
    QHash<RoomId, Draft> drafts{}; ///< of new messages
    QHash<RoomId, Draft> edits{}; ///< of edits
};

/// Unsent text and drafts, in a file of their own so that a rebuilt mirror never touches them. Each call is one
/// transaction that is on disk (fsync) when it is answered. Same threading as LocalStore.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;
    virtual Answer<OutboxSnapshot> load() = 0;
    /// Adds at the end; what was kept under the same cid is replaced, at no moment is there neither.
    virtual Answer<> add(const OutboxRecord &record) = 0;
    /// Replaces what is kept under the same cids; the order stays. Nothing is added.
    virtual Answer<> update(const QList<OutboxRecord> &records) = 0;
    virtual Answer<> remove(const QList<Cid> &cids) = 0;
    /// What is kept under `cid` goes and `draft` is the room's; at no moment is there neither.
    virtual Answer<> turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft) = 0;
    /// Replaces the room's draft of a new message; an empty one removes it.
    virtual void keepDraft(RoomId room, const Draft &draft) = 0;
    /// The same for its draft of an edit.
    virtual void keepEdit(RoomId room, const Draft &draft) = 0;
};

} // namespace salon
