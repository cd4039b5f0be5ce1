// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/session/outbox_journal.h"

#include "shared/base/logging.h"
#include "shared/base/when_ready.h"

namespace salon {
namespace {

void report(const Result<> &done)
{
    if (!done)
        qCWarning(salonStore) << "The outbox could not be updated:" << done.error().detail;
}

} // namespace

OutboxJournal::OutboxJournal(OutboxStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OutboxJournal::write);
}

OutboxJournal::~OutboxJournal()
{
    write();
}

Answer<> OutboxJournal::add(const OutboxRecord &record)
{
    drop(record.cid); // the new record stands for whatever was still to be written
    return m_store.add(record);
}

Answer<> OutboxJournal::keepNow(const QList<OutboxRecord> &records)
{
    for (const OutboxRecord &record : records)
        drop(record.cid);
    return m_store.update(records);
}

void OutboxJournal::turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft)
{
    drop(cid);
    whenReady(m_store.turnIntoDraft(cid, room, draft), this, report);
}

void OutboxJournal::keep(const OutboxRecord &record)
{
    m_toKeep.removeIf([&](const OutboxRecord &older) { return older.cid == record.cid; });
    m_toKeep.append(record);
    m_timer.start(0);
}

void OutboxJournal::forget(const Cid &cid)
{
    drop(cid);
    m_toForget.append(cid);
    m_timer.start(0);
}

void OutboxJournal::drop(const Cid &cid)
{
    m_toKeep.removeIf([&](const OutboxRecord &record) { return record.cid == cid; });
    m_toForget.removeOne(cid);
}

void OutboxJournal::write()
{
    m_timer.stop();
    if (const QList<OutboxRecord> records = std::exchange(m_toKeep, {}); !records.isEmpty())
        whenReady(m_store.update(records), this, report);
    if (const QList<Cid> cids = std::exchange(m_toForget, {}); !cids.isEmpty())
        whenReady(m_store.remove(cids), this, report);
}

} // namespace salon
