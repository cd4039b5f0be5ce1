// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox_entry.h"

namespace salon {

/// The entries of the outbox in the order queued, and what is asked of them. A value without signals: the outbox tells
/// what changes.
class OutboxList
{
public:
    [[nodiscard]] const QList<OutboxEntry> &all() const { return m_entries; }
    [[nodiscard]] OutboxEntry &operator[](qsizetype index) { return m_entries[index]; }
    [[nodiscard]] const OutboxEntry &operator[](qsizetype index) const { return m_entries[index]; }

    /// -1 when it is not there.
    [[nodiscard]] qsizetype indexOf(const Cid &cid) const;
    [[nodiscard]] const OutboxEntry *find(const Cid &cid) const;
    [[nodiscard]] QList<OutboxEntry> of(RoomId room) const;
    /// Those that isWaiting(), or of these the changes of messages; valid until the list changes.
    [[nodiscard]] QList<OutboxEntry *> waitingIn(RoomId room, bool changesOnly = false);
    /// Each once, in the order of their first.
    [[nodiscard]] QList<RoomId> roomsWithWaiting() const;
    /// The one whose turn it is there, or the change whose turn it is; null: none, or the next one is not safe on disk.
    [[nodiscard]] OutboxEntry *nextToSend(RoomId room, bool changesOnly = false);
    /// On their way, or delayed, when a connection ends.
    [[nodiscard]] QList<Cid> interrupted() const;
    [[nodiscard]] int unsentCount() const;

    void append(const OutboxEntry &entry) { m_entries.append(entry); }
    /// What an earlier run left comes before what is here.
    void prepend(const QList<OutboxEntry> &entries) { m_entries = entries + m_entries; }
    OutboxEntry takeAt(qsizetype index) { return m_entries.takeAt(index); }

private:
    QList<OutboxEntry> m_entries;
};

} // namespace salon
