// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/outbox_store.h"

#include <QObject>
#include <QTimer>

namespace salon {

/// Writes what changes in the outbox, together at the end of each turn of the event loop; add() alone is at once, as a
/// message may not go out before it is on disk. A failed update or removal loses nothing: the text is there, and a
/// message that is sent again under its cid arrives once. Writes what is left when it is destroyed.
class OutboxJournal : public QObject
{
    Q_OBJECT
public:
    explicit OutboxJournal(OutboxStore &store, QObject *parent = nullptr);
    ~OutboxJournal() override;

    /// At the end, in place of an older record of the same cid.
    Answer<> add(const OutboxRecord &record);
    /// Replaces the records of the same cids, at once.
    Answer<> keepNow(const QList<OutboxRecord> &records);
    /// What is kept under the same cid becomes the draft of the room, at once.
    void turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft);
    /// Replaces the record of the same cid.
    void keep(const OutboxRecord &record);
    void forget(const Cid &cid);

private:
    void drop(const Cid &cid);
    void write();

    OutboxStore &m_store;
    QList<OutboxRecord> m_toKeep;
    QList<Cid> m_toForget;
    QTimer m_timer;
};

} // namespace salon
