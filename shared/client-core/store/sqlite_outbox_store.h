// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/client-core/store/outbox_store.h"

#include <memory>

namespace salon {

class OutboxDatabase;

/// OutboxStore in one SQLite file, worked on in a lane of its own. WAL, synchronous=FULL. A damaged file is set aside
/// after saving what can still be read of it.
class SqliteOutboxStore final : public OutboxStore
{
public:
    explicit SqliteOutboxStore(const QString &path);
    ~SqliteOutboxStore() override;

    Answer<OutboxSnapshot> load() override;
    Answer<> add(const OutboxRecord &record) override;
    Answer<> update(const QList<OutboxRecord> &records) override;
    Answer<> remove(const QList<Cid> &cids) override;
    Answer<> turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft) override;
    void keepDraft(RoomId room, const Draft &draft) override;
    void keepEdit(RoomId room, const Draft &draft) override;

private:
    std::shared_ptr<OutboxDatabase> m_database; ///< touched in the lane only
    JobLane m_lane;
};

} // namespace salon
