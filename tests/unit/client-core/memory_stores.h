// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/outbox_store.h"
#include "shared/client-core/store/sqlite_local_store.h"

#include <functional>

namespace salon::test {

template <class T>
Answer<T> ready(Result<T> result)
{
    return readyAnswer<T>(std::move(result));
}

/// A real mirror, whose disk can be full: then events are lost without a word.
class FaultyLocalStore final : public LocalStore
{
public:
    explicit FaultyLocalStore(const QString &path)
        : m_real(path)
    {
        m_real.whenChanged([this] { changed(); });
    }
    Answer<MirrorSnapshot> load() override { return m_real.load(); }
    void reset(const QByteArray &epoch) override { m_real.reset(epoch); }
    void dropRoom(RoomId room) override { m_real.dropRoom(room); }
    void append(RoomId room, const QList<RoomEvent> &events, Seq gapTo, AccountId self) override
    {
        if (!losesEvents)
            m_real.append(room, events, gapTo, self);
    }
    void prepend(RoomId room, const QList<RoomEvent> &events) override
    {
        if (!losesEvents)
            m_real.prepend(room, events);
    }
    Answer<HistorySlice> read(RoomId room, Seq before, Seq after, int limit) override
    {
        return m_real.read(room, before, after, limit);
    }
    void keepRooms(const QList<RoomSummary> &rooms) override { m_real.keepRooms(rooms); }
    void keepPeople(AccountId self, const QList<Profile> &people) override { m_real.keepPeople(self, people); }
    void keepUnsentRead(RoomId room, Seq seq) override { m_real.keepUnsentRead(room, seq); }
    void keepUnsentMark(RoomId room, const UnsentMark &unsent) override { m_real.keepUnsentMark(room, unsent); }
    void keepUnsentAttention(RoomId room, const std::optional<RoomAttention> &unsent) override
    {
        m_real.keepUnsentAttention(room, unsent);
    }
    void keepSaved(RoomId room, Seq seq, bool saved) override { m_real.keepSaved(room, seq, saved); }
    void trim(RoomId room, Seq floor) override { m_real.trim(room, floor); }

    Answer<QList<RoomEvent>> readMessages(const QList<MessagePlace> &places) override
    {
        return m_real.readMessages(places);
    }
    Answer<Seq> findMoment(RoomId room, qint64 timeMs) override { return m_real.findMoment(room, timeMs); }
    Answer<QByteArray> nameOfMirror() override { return m_real.nameOfMirror(); }
    void wantAllIndexed() override { m_real.wantAllIndexed(); }
    Answer<WordsToIndex> nextToIndex(int limit) override { return m_real.nextToIndex(limit); }
    void wereIndexed(const WordsToIndex &words) override { m_real.wereIndexed(words); }

    bool losesEvents = false;

private:
    SqliteLocalStore m_real;
};

/// An outbox on a disk that the test looks at, and that can fail.
class MemoryOutboxStore final : public OutboxStore
{
public:
    Answer<OutboxSnapshot> load() override { return ready<OutboxSnapshot>(OutboxSnapshot{ records, drafts, edits }); }
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
    Answer<> turnIntoDraft(const Cid &cid, RoomId room, const Draft &draft) override
    {
        records.removeIf([&](const OutboxRecord &record) { return record.cid == cid; });
        (draft.editing > 0 ? edits : drafts).insert(room, draft);
        return written();
    }
    void keepDraft(RoomId room, const Draft &draft) override { keep(drafts, room, draft); }
    void keepEdit(RoomId room, const Draft &draft) override { keep(edits, room, draft); }

    QList<OutboxRecord> records;
    QHash<RoomId, Draft> drafts;
    QHash<RoomId, Draft> edits;
    bool fails = false;
    std::function<void()> wrote; ///< after each change of the records

private:
    static void keep(QHash<RoomId, Draft> &list, RoomId room, const Draft &draft)
    {
        if (draft.isEmpty())
            list.remove(room);
        else
            list.insert(room, draft);
    }
    Answer<> written()
    {
        if (wrote)
            wrote();
        return ready<void>({});
    }
};

} // namespace salon::test
