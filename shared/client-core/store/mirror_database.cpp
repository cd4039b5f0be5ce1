// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/store/mirror_database.h"

#include "shared/client-core/store/mirror_events.h"
#include "shared/client-core/store/mirror_words.h"
#include "shared/client-core/store/packed_record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

QStringList migrations()
{
    return {
        u"CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;\n"
        "CREATE TABLE rooms (id INTEGER PRIMARY KEY, summary BLOB NOT NULL);\n"
        "CREATE TABLE people (id INTEGER PRIMARY KEY, profile BLOB NOT NULL);\n"
        "CREATE TABLE intervals (room INTEGER PRIMARY KEY, floor INTEGER NOT NULL, last INTEGER NOT NULL);\n"
        "CREATE TABLE events (room INTEGER NOT NULL, seq INTEGER NOT NULL, event BLOB NOT NULL,\n"
        " PRIMARY KEY (room, seq)) WITHOUT ROWID;\n"
        "CREATE TABLE gaps (room INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,\n"
        " PRIMARY KEY (room, first)) WITHOUT ROWID;\n"
        "CREATE TABLE unsent_reads (room INTEGER PRIMARY KEY, seq INTEGER NOT NULL)"_s,
        // Messages are kept in their present form from now on. What is here may have been changed by events that an
        // older program did not understand; the server has it all.
        u"DELETE FROM gaps;\nDELETE FROM intervals;\nDROP TABLE events;\n"_s + MirrorEvents::tables(),
        // Messages are kept with their files from now on, which an older program dropped; the server has them.
        u"DELETE FROM gaps;\nDELETE FROM intervals;\nDELETE FROM events;\nDELETE FROM texts"_s,
        u"CREATE TABLE unsent_marks (room INTEGER PRIMARY KEY, mark INTEGER NOT NULL, ended INTEGER NOT NULL);\n"
        "CREATE TABLE unsent_attentions (room INTEGER PRIMARY KEY, attention BLOB NOT NULL);\n"
        "CREATE TABLE saved (room INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (room, seq)) WITHOUT ROWID"_s,
        MirrorWords::tables(),
    };
}

} // namespace

MirrorDatabase::MirrorDatabase(QString path)
    : m_path(std::move(path))
{
}

MirrorDatabase::~MirrorDatabase() = default;

void MirrorDatabase::close()
{
    m_words.reset();
    m_events.reset();
    m_file.reset();
}

bool MirrorDatabase::isNewer(const QString &path)
{
    return ClientDatabase::isNewerThan(path, migrations().size());
}

Result<> MirrorDatabase::open()
{
    m_file = std::make_unique<ClientDatabase>(m_path, ClientDatabase::Durability::Normal);
    m_events = std::make_unique<MirrorEvents>(*m_file);
    m_words = std::make_unique<MirrorWords>(*m_file, *m_events);
    return m_file->open(migrations());
}

Result<MirrorSnapshot> MirrorDatabase::load()
{
    Result<> opened = open();
    Result<MirrorSnapshot> snapshot = opened ? readSnapshot() : Result<MirrorSnapshot>(tl::unexpected(opened.error()));
    if (snapshot || snapshot.error().code != ErrorCode::DatabaseDamaged)
        return snapshot;
    m_file->close();
    if (const Result<> aside = m_file->setAside(); !aside)
        return tl::unexpected(aside.error());
    opened = open();
    return opened ? readSnapshot() : Result<MirrorSnapshot>(tl::unexpected(opened.error()));
}

Result<MirrorSnapshot> MirrorDatabase::readSnapshot()
{
    MirrorSnapshot snapshot;
    const auto each = [this](const QString &sql, auto take) -> Result<> {
        auto query = m_file->run(sql);
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            take(*query);
        return ClientDatabase::ended(*query);
    };
    Result<> done = each(u"SELECT key, value FROM meta"_s, [&](const QSqlQuery &row) {
        if (row.value(0).toString() == "epoch"_L1)
            snapshot.epoch = row.value(1).toByteArray();
        else if (row.value(0).toString() == "self"_L1)
            snapshot.self = AccountId{ row.value(1).toByteArray().toLongLong() };
    });
    const auto takeRoom = [&](const QSqlQuery &row) {
        if (RoomSummary room; unpack(row.value(0).toByteArray(), room))
            snapshot.rooms.append(room);
    };
    const auto takePerson = [&](const QSqlQuery &row) {
        if (Profile person; unpack(row.value(0).toByteArray(), person))
            snapshot.people.append(person);
    };
    const auto takeInterval = [&](const QSqlQuery &row) {
        snapshot.intervals.append(
            { RoomId{ row.value(0).toLongLong() }, row.value(1).toLongLong(), row.value(2).toLongLong() });
    };
    const auto takeRead = [&](const QSqlQuery &row) {
        snapshot.unsentReads.insert(RoomId{ row.value(0).toLongLong() }, row.value(1).toLongLong());
    };
    const auto takeMark = [&](const QSqlQuery &row) {
        snapshot.unsentMarks.insert(
            RoomId{ row.value(0).toLongLong() }, { row.value(1).toLongLong(), row.value(2).toLongLong() });
    };
    const auto takeAttention = [&](const QSqlQuery &row) {
        if (RoomAttention set; unpack(row.value(0).toByteArray(), set))
            snapshot.unsentAttentions.insert(set.room, set);
    };
    const auto takeSaved = [&](const QSqlQuery &row) {
        snapshot.saved.append({ RoomId{ row.value(0).toLongLong() }, row.value(1).toLongLong() });
    };
    if (done)
        done = each(u"SELECT summary FROM rooms ORDER BY id"_s, takeRoom);
    if (done)
        done = each(u"SELECT profile FROM people"_s, takePerson);
    if (done)
        done = each(u"SELECT room, floor, last FROM intervals"_s, takeInterval);
    if (done)
        done = each(u"SELECT room, seq FROM unsent_reads"_s, takeRead);
    if (done)
        done = each(u"SELECT room, mark, ended FROM unsent_marks"_s, takeMark);
    if (done)
        done = each(u"SELECT attention FROM unsent_attentions"_s, takeAttention);
    if (done)
        done = each(u"SELECT room, seq FROM saved"_s, takeSaved);
    if (!done)
        return tl::unexpected(done.error());
    return snapshot;
}

Result<> MirrorDatabase::keepMeta(const QString &key, const QByteArray &value)
{
    return m_file->run(u"INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"_s, { key, value }).map([](auto &&) {});
}

Result<> MirrorDatabase::reset(const QByteArray &epoch)
{
    return m_file->transaction([&]() -> Result<> {
        for (const QString &table : { u"rooms"_s, u"people"_s, u"intervals"_s, u"events"_s, u"texts"_s, u"gaps"_s,
                 u"unsent_reads"_s, u"unsent_marks"_s, u"unsent_attentions"_s, u"saved"_s,
                 // The index of words follows what is removed, under the name that it knows.
                 u"meta WHERE key <> 'name'"_s }) {
            if (auto done = m_file->run(u"DELETE FROM "_s + table); !done)
                return tl::unexpected(done.error());
        }
        return keepMeta(u"epoch"_s, epoch);
    });
}

Result<> MirrorDatabase::dropRoom(RoomId room)
{
    const Result<> dropped = m_file->transaction([&]() -> Result<> {
        if (const auto done = m_events->drop(room); !done)
            return done;
        for (const QString &condition :
            { u"rooms WHERE id"_s, u"intervals WHERE room"_s, u"gaps WHERE room"_s, u"unsent_reads WHERE room"_s,
                u"unsent_marks WHERE room"_s, u"unsent_attentions WHERE room"_s, u"saved WHERE room"_s }) {
            if (auto done = m_file->run(u"DELETE FROM %1 = ?"_s.arg(condition), { room.value }); !done)
                return tl::unexpected(done.error());
        }
        return {};
    });
    m_events->forgetOldPages();
    return dropped;
}

Result<MirrorInterval> MirrorDatabase::interval(RoomId room)
{
    auto query = m_file->run(u"SELECT floor, last FROM intervals WHERE room = ?"_s, { room.value });
    if (!query)
        return tl::unexpected(query.error());
    MirrorInterval interval{ room, 0, 0 };
    if (query->next()) {
        interval.floor = query->value(0).toLongLong();
        interval.last = query->value(1).toLongLong();
    }
    return interval;
}

Result<> MirrorDatabase::keepInterval(const MirrorInterval &interval)
{
    return m_file
        ->run(u"INSERT OR REPLACE INTO intervals (room, floor, last) VALUES (?, ?, ?)"_s,
            { interval.room.value, interval.floor, interval.last })
        .map([](auto &&) {});
}

Result<> MirrorDatabase::insertGap(RoomId room, Seq from, Seq to)
{
    auto before = m_file->run(u"SELECT first FROM gaps WHERE room = ? AND last = ?"_s, { room.value, from - 1 });
    if (!before)
        return tl::unexpected(before.error());
    const Seq first = before->next() ? before->value(0).toLongLong() : from; // one gap, not two side by side
    before->finish();
    return m_file->run(u"INSERT OR REPLACE INTO gaps (room, first, last) VALUES (?, ?, ?)"_s, { room.value, first, to })
        .map([](auto &&) {});
}

Result<> MirrorDatabase::append(RoomId room, const QList<RoomEvent> &events, Seq gapTo, AccountId self)
{
    const Result<> appended = m_file->transaction([&]() -> Result<> {
        Result<MirrorInterval> now = interval(room);
        if (!now)
            return tl::unexpected(now.error());
        if (gapTo > now->last) {
            if (now->last > 0) {
                if (const auto done = insertGap(room, now->last + 1, gapTo); !done)
                    return done;
            } else {
                now->floor = gapTo + 1;
            }
            now->last = gapTo;
        }
        for (const RoomEvent &event : events) {
            if (event.seq <= now->last)
                continue;
            if (now->last > 0 && event.seq != now->last + 1)
                return fail(ErrorCode::StorageFailed, u"a hole in the mirror"_s); // never store one
            if (const auto done = m_events->insert(event); !done)
                return done;
            if (const auto done = m_events->change(event, self); !done)
                return done;
            if (now->floor == 0)
                now->floor = event.seq;
            now->last = event.seq;
        }
        return keepInterval(*now);
    });
    m_events->forgetOldPages();
    return appended;
}

Result<> MirrorDatabase::prepend(RoomId room, const QList<RoomEvent> &events)
{
    return m_file->transaction([&]() -> Result<> {
        Result<MirrorInterval> now = interval(room);
        if (!now)
            return tl::unexpected(now.error());
        if (now->last == 0)
            return {};
        // Newest first. NOLINTNEXTLINE(modernize-loop-convert)
        for (auto event = events.crbegin(); event != events.crend(); ++event) {
            if (event->seq >= now->floor)
                continue;
            if (event->seq != now->floor - 1)
                return {};
            if (const auto done = m_events->insert(*event); !done)
                return done;
            now->floor = event->seq;
        }
        return keepInterval(*now);
    });
}

Result<HistorySlice> MirrorDatabase::read(RoomId room, Seq before, Seq after, int limit)
{
    const Result<MirrorInterval> now = interval(room);
    if (!now)
        return tl::unexpected(now.error());
    const bool backwards = before > 0;
    Result<QList<RoomEvent>> events
        = m_events->read(room, backwards ? u"<"_s : u">"_s, backwards ? before : after, backwards, limit);
    if (!events)
        return tl::unexpected(events.error());
    HistorySlice slice;
    slice.events = *events;
    // A page that is not full reaches the end of the interval on its side; gaps up to there belong to it.
    const bool isFull = slice.events.size() >= limit;
    const Seq first = backwards ? (isFull ? slice.events.first().seq : now->floor) : after + 1;
    const Seq firstGap = backwards && !isFull ? first - 1 : first; // what was trimmed off ends right before the floor
    const Seq last = backwards ? before - 1 : (isFull ? slice.events.last().seq : now->last);
    auto gaps
        = m_file->run(u"SELECT first, last FROM gaps WHERE room = ? AND last >= ? AND first <= ? ORDER BY first"_s,
            { room.value, firstGap, last });
    if (!gaps)
        return tl::unexpected(gaps.error());
    while (gaps->next())
        slice.gaps.append({ gaps->value(0).toLongLong(), gaps->value(1).toLongLong() });
    slice.atEnd = last >= now->last;
    slice.atStart = first <= 1;
    return slice;
}

Result<QList<RoomEvent>> MirrorDatabase::readMessages(const QList<MessagePlace> &places)
{
    return m_events->readAt(places);
}

Result<Seq> MirrorDatabase::findMoment(RoomId room, qint64 timeMs)
{
    const Result<MirrorInterval> now = interval(room);
    if (!now)
        return tl::unexpected(now.error());
    // A log is in the order of time, but for a clock that was set.
    Seq low = now->floor;
    Seq high = now->last + 1;
    Seq found = 0;
    while (low < high && now->last > 0) {
        const Seq middle = low + (high - low) / 2;
        const Result<QList<RoomEvent>> events = m_events->read(room, u">"_s, middle - 1, false, 1);
        if (!events)
            return tl::unexpected(events.error());
        if (events->isEmpty() || events->first().timeMs >= timeMs) {
            found = events->isEmpty() ? found : events->first().seq;
            high = middle;
        } else {
            low = events->first().seq + 1;
        }
    }
    return found;
}

Result<> MirrorDatabase::keepRooms(const QList<RoomSummary> &rooms)
{
    return m_file->transaction([&]() -> Result<> {
        if (auto done = m_file->run(u"DELETE FROM rooms"_s); !done)
            return tl::unexpected(done.error());
        for (const RoomSummary &room : rooms) {
            auto done
                = m_file->run(u"INSERT INTO rooms (id, summary) VALUES (?, ?)"_s, { room.id.value, packed(room) });
            if (!done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Result<> MirrorDatabase::keepPeople(AccountId self, const QList<Profile> &people)
{
    return m_file->transaction([&]() -> Result<> {
        for (const Profile &person : people) {
            auto done = m_file->run(
                u"INSERT OR REPLACE INTO people (id, profile) VALUES (?, ?)"_s, { person.id.value, packed(person) });
            if (!done)
                return tl::unexpected(done.error());
        }
        return keepMeta(u"self"_s, QByteArray::number(self.value));
    });
}

Result<> MirrorDatabase::keepUnsentRead(RoomId room, Seq seq)
{
    const auto done = seq > 0
        ? m_file->run(u"INSERT OR REPLACE INTO unsent_reads (room, seq) VALUES (?, ?)"_s, { room.value, seq })
        : m_file->run(u"DELETE FROM unsent_reads WHERE room = ?"_s, { room.value });
    return done.map([](auto &&) {});
}

Result<> MirrorDatabase::keepUnsentMark(RoomId room, const UnsentMark &unsent)
{
    const auto done = unsent.isEmpty()
        ? m_file->run(u"DELETE FROM unsent_marks WHERE room = ?"_s, { room.value })
        : m_file->run(u"INSERT OR REPLACE INTO unsent_marks (room, mark, ended) VALUES (?, ?, ?)"_s,
            { room.value, unsent.mark, unsent.ended });
    return done.map([](auto &&) {});
}

Result<> MirrorDatabase::keepUnsentAttention(RoomId room, const std::optional<RoomAttention> &unsent)
{
    const auto done = unsent
        ? m_file->run(u"INSERT OR REPLACE INTO unsent_attentions (room, attention) VALUES (?, ?)"_s,
            { room.value, packed(*unsent) })
        : m_file->run(u"DELETE FROM unsent_attentions WHERE room = ?"_s, { room.value });
    return done.map([](auto &&) {});
}

Result<> MirrorDatabase::keepSaved(RoomId room, Seq seq, bool saved)
{
    const auto done = saved
        ? m_file->run(u"INSERT OR REPLACE INTO saved (room, seq) VALUES (?, ?)"_s, { room.value, seq })
        : m_file->run(u"DELETE FROM saved WHERE room = ? AND seq = ?"_s, { room.value, seq });
    return done.map([](auto &&) {});
}

Result<> MirrorDatabase::trim(RoomId room, Seq floor)
{
    const Result<> trimmed = m_file->transaction([&]() -> Result<> {
        Result<MirrorInterval> now = interval(room);
        if (!now)
            return tl::unexpected(now.error());
        if (auto done = m_file->run(u"DELETE FROM saved WHERE room = ? AND seq < ?"_s, { room.value, floor }); !done)
            return tl::unexpected(done.error());
        if (now->last == 0 || floor <= now->floor)
            return {};
        if (const auto done = m_events->drop(room, floor); !done)
            return done;
        auto gaps = m_file->run(u"SELECT first FROM gaps WHERE room = ? AND first <= ? ORDER BY first LIMIT 1"_s,
            { room.value, now->floor });
        if (!gaps)
            return tl::unexpected(gaps.error());
        const Seq from = gaps->next() ? std::min(gaps->value(0).toLongLong(), now->floor) : now->floor;
        gaps->finish();
        if (auto done = m_file->run(u"DELETE FROM gaps WHERE room = ? AND first < ?"_s, { room.value, floor }); !done)
            return tl::unexpected(done.error());
        now->floor = std::min(floor, now->last + 1);
        if (const auto done = insertGap(room, from, now->floor - 1); !done)
            return done;
        return keepInterval(*now);
    });
    m_events->forgetOldPages();
    return trimmed;
}

} // namespace salon
