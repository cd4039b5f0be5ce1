// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/local_store.h"
#include "shared/client-core/store/outbox_store.h"

#include <QPromise>
#include <functional>

namespace salon::test {

template <class T>
Answer<T> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// An outbox on a disk that the test looks at, and that can fail.
class MemoryOutboxStore final : public OutboxStore
{
public:
    Answer<OutboxSnapshot> load() override { return ready<OutboxSnapshot>(OutboxSnapshot{ records, drafts }); }
    Answer<> add(const OutboxRecord &record) override
    {
        if (fails)
            return ready<void>(fail(ErrorCode::StorageFull));
        records.removeIf([&](const OutboxRecord &older) { return older.cid == record.cid; });
        records.append(record);
        return written();
    }
    Answer<> update(const QList<OutboxRecord> &changed) override
    {
        for (const OutboxRecord &record : changed) {
            for (OutboxRecord &kept : records) {
                if (kept.cid == record.cid)
                    kept = record;
            }
        }
        return written();
    }
    Answer<> remove(const QList<Cid> &cids) override
    {
        records.removeIf([&](const OutboxRecord &record) { return cids.contains(record.cid); });
        return written();
    }
    void keepDraft(RoomId room, const QString &text) override
    {
        if (text.isEmpty())
            drafts.remove(room);
        else
            drafts.insert(room, text);
    }

    QList<OutboxRecord> records;
    QHash<RoomId, QString> drafts;
    bool fails = false;
    std::function<void()> wrote; ///< after each change of the records

private:
    Answer<> written()
    {
        if (wrote)
            wrote();
        return ready<void>({});
    }
};

} // namespace salon::test
