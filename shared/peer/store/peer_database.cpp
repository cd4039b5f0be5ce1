// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/store/peer_database.h"

#include "shared/peer/peer_limits.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

const QStringList Migrations{
    u"CREATE TABLE people (key BLOB PRIMARY KEY, name TEXT NOT NULL, trust INTEGER NOT NULL,\n"
    " seen_ms INTEGER NOT NULL, received INTEGER NOT NULL DEFAULT 0, last_cid BLOB NOT NULL DEFAULT x'') WITHOUT "
    "ROWID;\n"
    "CREATE TABLE entries (place INTEGER PRIMARY KEY AUTOINCREMENT, person BLOB NOT NULL, mine INTEGER NOT NULL,\n"
    " cid BLOB NOT NULL, time_ms INTEGER NOT NULL, text TEXT NOT NULL, state INTEGER NOT NULL,\n"
    " error_code INTEGER NOT NULL, file_name TEXT NOT NULL, file_bytes INTEGER NOT NULL, file_hash BLOB NOT NULL,\n"
    " file_state INTEGER NOT NULL, file_path TEXT NOT NULL, UNIQUE (person, cid));\n"
    "CREATE INDEX entries_of_person ON entries (person, place);\n"
    "CREATE INDEX entries_queued ON entries (person, place) WHERE state = 0"_s,
    u"ALTER TABLE people ADD COLUMN read_place INTEGER NOT NULL DEFAULT 0"_s,
    u"CREATE TABLE places (address TEXT PRIMARY KEY, key BLOB NOT NULL, used_ms INTEGER NOT NULL) WITHOUT ROWID"_s,
    u"CREATE TABLE refusals (person BLOB NOT NULL, counter INTEGER NOT NULL, cid BLOB NOT NULL, code INTEGER NOT "
    u"NULL,\n"
    " PRIMARY KEY (person, counter)) WITHOUT ROWID"_s,
};

const auto Columns = u"place, person, cid, time_ms, text, state, error_code, file_name, file_bytes, file_hash, "
                     "file_state, file_path"_s;

/// A null one would be stored as NULL.
QString textOf(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QByteArray bytesOf(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

PeerEntry entryOf(const QSqlQuery &row)
{
    PeerEntry entry;
    entry.place = row.value(0).toLongLong();
    entry.person = row.value(1).toByteArray();
    entry.cid = Cid::fromRfc4122(row.value(2).toByteArray());
    entry.timeMs = row.value(3).toLongLong();
    entry.text = row.value(4).toString();
    entry.state = PeerEntryState(row.value(5).toUInt());
    entry.errorCode = quint16(row.value(6).toUInt());
    entry.fileName = row.value(7).toString();
    entry.fileBytes = quint64(row.value(8).toLongLong());
    entry.fileHash = row.value(9).toByteArray();
    entry.file = PeerFileState(row.value(10).toUInt());
    entry.filePath = row.value(11).toString();
    return entry;
}

} // namespace

PeerDatabase::PeerDatabase(const QString &path)
    : m_file(path, ClientDatabase::Durability::Full)
{
}

Result<> PeerDatabase::open()
{
    Result<> opened = m_file.open(Migrations);
    if (opened || opened.error().code != ErrorCode::DatabaseDamaged)
        return opened;
    m_file.close();
    return m_file.setAside().and_then([this] { return m_file.open(Migrations); });
}

Result<QList<PeerPerson>> PeerDatabase::people()
{
    auto rows = m_file.run(u"SELECT key, name, trust, seen_ms, received, last_cid, (SELECT count(*) FROM entries "
                           "WHERE person = key AND place > read_place AND mine = 0) FROM people ORDER BY key"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<PeerPerson> people;
    while (rows->next()) {
        people.append({ rows->value(0).toByteArray(), rows->value(1).toString(), PeerTrust(rows->value(2).toUInt()),
            rows->value(3).toLongLong(), quint64(rows->value(4).toLongLong()),
            Cid::fromRfc4122(rows->value(5).toByteArray()), rows->value(6).toInt() });
    }
    return ClientDatabase::ended(*rows).map([&people] { return people; });
}

Result<> PeerDatabase::put(const PeerPerson &person)
{
    return m_file
        .run(u"INSERT INTO people (key, name, trust, seen_ms) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET "
             "name = excluded.name, trust = excluded.trust, seen_ms = excluded.seen_ms"_s,
            { person.key, textOf(person.name), int(person.trust), person.lastSeenMs })
        .map([](auto &&) {});
}

Result<QList<PeerPlace>> PeerDatabase::places()
{
    auto rows = m_file.run(u"SELECT address, key, used_ms FROM places ORDER BY address"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<PeerPlace> places;
    while (rows->next())
        places.append({ rows->value(0).toString(), rows->value(1).toByteArray(), rows->value(2).toLongLong() });
    return ClientDatabase::ended(*rows).map([&places] { return places; });
}

Result<> PeerDatabase::putPlace(const PeerPlace &place)
{
    return m_file.transaction([&]() -> Result<> {
        auto put = m_file.run(u"INSERT OR REPLACE INTO places (address, key, used_ms) VALUES (?, ?, ?)"_s,
            { place.address, place.key, place.usedMs });
        if (!put)
            return tl::unexpected(put.error());
        return m_file
            .run(
                u"DELETE FROM places WHERE address NOT IN (SELECT address FROM places ORDER BY used_ms DESC LIMIT ?)"_s,
                { MaxPeerPlaces })
            .map([](auto &&) {});
    });
}

Result<> PeerDatabase::insert(const PeerEntry &entry)
{
    return m_file
        .run(u"INSERT INTO entries (person, mine, cid, time_ms, text, state, error_code, file_name, file_bytes, "
             "file_hash, file_state, file_path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            { entry.person, entry.isMine(), entry.cid.toRfc4122(), entry.timeMs, textOf(entry.text), int(entry.state),
                entry.errorCode, textOf(entry.fileName), qint64(entry.fileBytes), bytesOf(entry.fileHash),
                int(entry.file), textOf(entry.filePath) })
        .map([](auto &&) {});
}

/// Of the last ones only: those before were heard of.
Result<> PeerDatabase::insertRefusal(const PeerEntry &entry, quint64 counter, quint16 code)
{
    if (auto old = m_file.run(u"DELETE FROM refusals WHERE person = ? AND counter <= ?"_s,
            { entry.person, qint64(counter) - qint64(MaxPeerUnanswered) });
        !old)
        return tl::unexpected(old.error());
    return m_file
        .run(u"INSERT OR REPLACE INTO refusals (person, counter, cid, code) VALUES (?, ?, ?, ?)"_s,
            { entry.person, qint64(counter), entry.cid.toRfc4122(), code })
        .map([](auto &&) {});
}

Result<QList<PeerRefusal>> PeerDatabase::refusals(const QByteArray &person, quint64 received)
{
    auto rows = m_file.run(u"SELECT cid, code FROM refusals WHERE person = ? AND counter > ? ORDER BY counter"_s,
        { person, qint64(received) - qint64(MaxPeerUnanswered) });
    if (!rows)
        return tl::unexpected(rows.error());
    QList<PeerRefusal> refusals;
    while (rows->next())
        refusals.append({ Cid::fromRfc4122(rows->value(0).toByteArray()), quint16(rows->value(1).toUInt()) });
    return ClientDatabase::ended(*rows).map([&refusals] { return refusals; });
}

Result<qint64> PeerDatabase::add(const PeerEntry &entry)
{
    qint64 place = 0;
    const Result<> done = m_file.transaction([&]() -> Result<> {
        if (const Result<> inserted = insert(entry); !inserted)
            return inserted;
        auto row = m_file.run(u"SELECT last_insert_rowid()"_s);
        if (!row || !row->next())
            return fail(ErrorCode::StorageFailed, u"last_insert_rowid"_s);
        place = row->value(0).toLongLong();
        return {};
    });
    return done.map([&place] { return place; });
}

Result<PeerTaking> PeerDatabase::take(const PeerEntry &entry, quint64 counter, quint16 refusedCode)
{
    PeerTaking taking = PeerTaking::Stored;
    const Result<> done = m_file.transaction([&]() -> Result<> {
        auto row = m_file.run(u"SELECT received FROM people WHERE key = ?"_s, { entry.person });
        if (!row)
            return tl::unexpected(row.error());
        const quint64 received = row->next() ? quint64(row->value(0).toLongLong()) : 0;
        row->finish();
        auto known = m_file.run(
            u"SELECT 1 FROM entries WHERE person = ? AND cid = ?"_s, { entry.person, entry.cid.toRfc4122() });
        if (!known)
            return tl::unexpected(known.error());
        const bool isKnown = known->next();
        known->finish();
        if (counter != received + 1) {
            // To acknowledge one that is not here would lose it.
            taking
                = counter <= received && (isKnown || refusedCode != 0) ? PeerTaking::Repeated : PeerTaking::OutOfOrder;
            return {};
        }
        if (isKnown)
            taking = PeerTaking::Known;
        if (taking == PeerTaking::Stored || refusedCode != 0) {
            const Result<> inserted = refusedCode == 0 ? insert(entry) : insertRefusal(entry, counter, refusedCode);
            if (!inserted)
                return inserted;
        }
        return m_file
            .run(u"INSERT INTO people (key, name, trust, seen_ms, received, last_cid) VALUES (?, '', 0, 0, ?, ?) "
                 "ON CONFLICT (key) DO UPDATE SET received = excluded.received, last_cid = excluded.last_cid"_s,
                { entry.person, qint64(counter), entry.cid.toRfc4122() })
            .map([](auto &&) {});
    });
    return done.map([taking] { return taking; });
}

Result<QList<PeerEntry>> PeerDatabase::entries(const QString &where, const QVariantList &values)
{
    auto rows = m_file.run(u"SELECT "_s + Columns + u" FROM entries WHERE "_s + where, values);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<PeerEntry> entries;
    while (rows->next())
        entries.append(entryOf(*rows));
    return ClientDatabase::ended(*rows).map([&entries] { return entries; });
}

Result<QList<PeerEntry>> PeerDatabase::queued(const QByteArray &person)
{
    return entries(u"person = ? AND state = 0 ORDER BY place"_s, { person });
}

Result<PeerStanding> PeerDatabase::standing(const QByteArray &person)
{
    auto row = m_file.run(u"SELECT received, last_cid FROM people WHERE key = ?"_s, { person });
    if (!row)
        return tl::unexpected(row.error());
    PeerStanding standing;
    if (row->next()) {
        standing.received = quint64(row->value(0).toLongLong());
        standing.lastCid = Cid::fromRfc4122(row->value(1).toByteArray());
    }
    row->finish();
    return refusals(person, standing.received)
        .and_then([&](const QList<PeerRefusal> &refused) {
            standing.refusals = refused;
            return queued(person);
        })
        .map([&standing](const QList<PeerEntry> &entries) {
            standing.queued = entries;
            return standing;
        });
}

Result<QList<PeerEntry>> PeerDatabase::history(const QByteArray &person, qint64 before, int limit)
{
    const qint64 bound = before > 0 ? before : std::numeric_limits<qint64>::max();
    return entries(u"person = ? AND place < ? ORDER BY place DESC LIMIT ?"_s, { person, bound, limit })
        .map([](QList<PeerEntry> found) {
            std::reverse(found.begin(), found.end());
            return found;
        });
}

Result<QList<PeerEntry>> PeerDatabase::withFileState(const QByteArray &person, PeerFileState state)
{
    return entries(u"person = ? AND file_state = ? ORDER BY place"_s, { person, int(state) });
}

Result<std::optional<PeerEntry>> PeerDatabase::entry(const QByteArray &person, const Cid &cid)
{
    return entries(u"person = ? AND cid = ?"_s, { person, cid.toRfc4122() }).map([](const QList<PeerEntry> &found) {
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

Result<> PeerDatabase::setState(
    const QByteArray &person, const QList<Cid> &cids, PeerEntryState state, quint16 errorCode)
{
    return m_file.transaction([&]() -> Result<> {
        for (const Cid &cid : cids) {
            auto done = m_file.run(u"UPDATE entries SET state = ?, error_code = ? WHERE person = ? AND cid = ?"_s,
                { int(state), errorCode, person, cid.toRfc4122() });
            if (!done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Result<> PeerDatabase::markRead(const QByteArray &person)
{
    return m_file
        .run(u"UPDATE people SET read_place = (SELECT coalesce(max(place), 0) FROM entries WHERE person = key) "
             "WHERE key = ?"_s,
            { person })
        .map([](auto &&) {});
}

Result<> PeerDatabase::setFile(const QByteArray &person, const Cid &cid, PeerFileState state, const QString &path)
{
    return m_file
        .run(u"UPDATE entries SET file_state = ?, file_path = ? WHERE person = ? AND cid = ?"_s,
            { int(state), textOf(path), person, cid.toRfc4122() })
        .map([](auto &&) {});
}

} // namespace salon
