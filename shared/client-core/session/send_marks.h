// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/session/outbox_entry.h"

#include <QHash>
#include <QObject>

namespace salon {

class OutboxJournal;
class OutboxList;
class SendLane;

/// Gives messages their numbers and writes on disk that they may have been sent under these, before they are: after a
/// kill the same message must not come with another number. Many at a time, so that not each message is a write.
class SendMarks : public QObject
{
    Q_OBJECT
public:
    SendMarks(OutboxJournal &journal, OutboxList &entries, QObject *parent = nullptr);

    /// Numbers the first of `waiting`, a room's in the order queued, and writes what is not written yet.
    void mark(const QList<OutboxEntry *> &waiting, SendLane &lane);
    /// The entry is taken out of the list.
    void forget(const Cid &cid) { m_marking.remove(cid); }

Q_SIGNALS:
    /// Entries that mark() was called for are OutboxEntry::isMarked now.
    void marked();

private:
    [[nodiscard]] bool isUnmarked(const OutboxEntry *entry) const;
    void written(const QList<OutboxRecord> &records, const Result<> &kept);

    OutboxJournal &m_journal;
    OutboxList &m_entries;
    QHash<Cid, quint64> m_marking; ///< being written, with this number
};

} // namespace salon
