// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/cid.h"
#include "shared/base/ids.h"
#include "shared/client-core/session/answer.h"

#include <QHash>
#include <QList>
#include <QString>

namespace salon {

/// One unsent message as kept on disk.
struct OutboxRecord
{
    Cid cid{};
    RoomId room{};
    QString text{};
    qint64 createdMs = 0;
    quint64 counter = 0; ///< 0: never sent yet
    bool failed = false; ///< refused for good
    bool mayBeStored = false; ///< may have been sent, and no answer was kept
    Error error{};
};

struct OutboxSnapshot
{
    QList<OutboxRecord> records{}; ///< in the order queued
    QHash<RoomId, QString> drafts{};
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
    /// What is kept under `cid` goes and `text` is the draft of `room`; at no moment is there neither.
    virtual Answer<> turnIntoDraft(const Cid &cid, RoomId room, const QString &text) = 0;
    /// Empty text removes the draft.
    virtual void keepDraft(RoomId room, const QString &text) = 0;
};

} // namespace salon
