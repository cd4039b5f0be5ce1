// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/client-core/store/client_database.h"
#include "shared/client-core/store/local_store.h"

#include <memory>

namespace salon {

class MirrorEvents;
class MirrorWords;

/// The mirror's file: what SqliteLocalStore does, done at once. Made, used and destroyed in the lane.
class MirrorDatabase
{
public:
    explicit MirrorDatabase(QString path);
    ~MirrorDatabase();

    Result<MirrorSnapshot> load();
    /// Written by a newer program: ClientDatabase::isNewerThan().
    [[nodiscard]] static bool isNewer(const QString &path);
    Result<> reset(const QByteArray &epoch);
    Result<> dropRoom(RoomId room);
    Result<> append(RoomId room, const QList<RoomEvent> &events, Seq gapTo = 0, AccountId self = {});
    Result<> prepend(RoomId room, const QList<RoomEvent> &events);
    Result<HistorySlice> read(RoomId room, Seq before, Seq after, int limit);
    Result<> keepRooms(const QList<RoomSummary> &rooms);
    Result<> keepPeople(AccountId self, const QList<Profile> &people);
    Result<> keepUnsentRead(RoomId room, Seq seq);
    Result<> keepUnsentMark(RoomId room, const UnsentMark &unsent);
    Result<> keepUnsentAttention(RoomId room, const std::optional<RoomAttention> &unsent);
    Result<> keepSaved(RoomId room, Seq seq, bool saved);
    Result<> trim(RoomId room, Seq floor);
    Result<QList<RoomEvent>> readMessages(const QList<MessagePlace> &places);
    Result<Seq> findMoment(RoomId room, qint64 timeMs);
    /// For the index of words; good after load().
    [[nodiscard]] MirrorWords *words() const { return m_words.get(); }
    void close();

private:
    Result<> open();
    Result<MirrorSnapshot> readSnapshot();
    Result<MirrorInterval> interval(RoomId room);
    Result<> keepInterval(const MirrorInterval &interval);
    Result<> insertGap(RoomId room, Seq from, Seq to);
    Result<> keepMeta(const QString &key, const QByteArray &value);

    QString m_path;
    std::unique_ptr<ClientDatabase> m_file;
    std::unique_ptr<MirrorEvents> m_events;
    std::unique_ptr<MirrorWords> m_words;
};

} // namespace salon
