// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/job_lane.h"
#include "shared/client-core/store/local_store.h"

#include <memory>

namespace salon {

class MirrorDatabase;

/// LocalStore in one SQLite file, worked on in a lane of its own. WAL, synchronous=NORMAL: what a power cut takes is
/// fetched again. The destructor finishes what was asked.
class SqliteLocalStore final : public LocalStore
{
public:
    explicit SqliteLocalStore(const QString &path);
    ~SqliteLocalStore() override;

    Answer<MirrorSnapshot> load() override;
    void reset(const QByteArray &epoch) override;
    void dropRoom(RoomId room) override;
    void append(RoomId room, const QList<RoomEvent> &events, Seq gapTo = 0, AccountId self = {}) override;
    void prepend(RoomId room, const QList<RoomEvent> &events) override;
    Answer<HistorySlice> read(RoomId room, Seq before, Seq after, int limit) override;
    void keepRooms(const QList<RoomSummary> &rooms) override;
    void keepPeople(AccountId self, const QList<Profile> &people) override;
    void keepUnsentRead(RoomId room, Seq seq) override;
    void keepUnsentMark(RoomId room, const UnsentMark &unsent) override;
    void keepUnsentAttention(RoomId room, const std::optional<RoomAttention> &unsent) override;
    void keepSaved(RoomId room, Seq seq, bool saved) override;
    void trim(RoomId room, Seq floor) override;
    Answer<QList<RoomEvent>> readMessages(const QList<MessagePlace> &places) override;
    Answer<Seq> findMoment(RoomId room, qint64 timeMs) override;
    Answer<QByteArray> nameOfMirror() override;
    void wantAllIndexed() override;
    Answer<WordsToIndex> nextToIndex(int limit) override;
    void wereIndexed(const WordsToIndex &words) override;

private:
    std::shared_ptr<MirrorDatabase> m_database; ///< touched in the lane only
    JobLane m_lane;
};

} // namespace salon
