// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/send_marks.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"
#include "shared/client-core/session/outbox_journal.h"
#include "shared/client-core/session/outbox_list.h"
#include "shared/client-core/session/send_lane.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace salon {
namespace {

constexpr int MarkedAhead = 4 * wire_limits::MaxInFlightPerRoom;

} // namespace

SendMarks::SendMarks(OutboxJournal &journal, OutboxList &entries, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_entries(entries)
{
}

bool SendMarks::isUnmarked(const OutboxEntry *entry) const
{
    return entry->counter == 0 || (!entry->isMarked && m_marking.value(entry->cid) != entry->counter);
}

void SendMarks::mark(const QList<OutboxEntry *> &waiting, SendLane &lane)
{
    const auto unmarked = [this](const OutboxEntry *entry) {
        return isUnmarked(entry);
    };
    if (std::ranges::none_of(waiting.first(std::min<qsizetype>(waiting.size(), MarkedAhead / 4)), unmarked))
        return;
    QList<OutboxRecord> records;
    for (OutboxEntry *entry : waiting.first(std::min<qsizetype>(waiting.size(), MarkedAhead))) {
        if (entry->counter == 0) {
            entry->counter = lane.nextNumber();
            entry->isMarked = false;
        }
        if (!isUnmarked(entry))
            continue;
        m_marking.insert(entry->cid, entry->counter);
        records.append(recordOf(*entry));
        records.last().mayBeStored = true;
    }
    if (records.isEmpty())
        return;
    whenReady(m_journal.keepNow(records), this, [this, records](const Result<> &kept) { written(records, kept); });
}

void SendMarks::written(const QList<OutboxRecord> &records, const Result<> &kept)
{
    if (!kept)
        qCWarning(salonStore) << "The outbox could not be updated:" << kept.error().detail;
    for (const OutboxRecord &record : records) {
        if (m_marking.value(record.cid) != record.counter)
            continue; // it got another number meanwhile
        m_marking.remove(record.cid);
        if (const qsizetype index = m_entries.indexOf(record.cid);
            index >= 0 && m_entries[index].counter == record.counter)
            m_entries[index].isMarked = true;
    }
    Q_EMIT marked();
}

} // namespace salon
