// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_shard.h"

#include <QFile>
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

constexpr int Version = 3; ///< of the tables and of what an entry is made of; another one is made anew
constexpr qint64 CopyAtOnce = 2048;

/// The words are ours, folded and apart by spaces: "ascii" takes all that is not ASCII as letters. What begins
/// with one or two letters is listed by itself: somebody who types asks for it first, and it is many words.
const QStringList &tables()
{
    static const QStringList statements{ u"CREATE TABLE state (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"_s,
        u"CREATE TABLE docs (id INTEGER PRIMARY KEY, room INTEGER NOT NULL, seq INTEGER NOT NULL,"
        " words TEXT NOT NULL, keys TEXT NOT NULL)"_s,
        u"CREATE UNIQUE INDEX docs_place ON docs (room, seq)"_s,
        u"CREATE VIRTUAL TABLE fts USING fts5(words, keys, content='', columnsize=0, tokenize='ascii', prefix='1 2')"_s,
        u"PRAGMA user_version = %1"_s.arg(Version) };
    return statements;
}

} // namespace

struct SearchShard::Statements
{
    QSqlQuery addDoc;
    QSqlQuery addWords;
    QSqlQuery has;
    QSqlQuery find;
    QSqlQuery removeDoc;
    QSqlQuery removeWords;

    static Result<std::unique_ptr<Statements>> prepare(SqliteFile &file)
    {
        auto all = std::make_unique<Statements>();
        const auto make = [&file](QSqlQuery &query, const QString &sql) -> Result<> {
            Result<QSqlQuery> made = file.prepare(sql);
            if (!made)
                return tl::unexpected(made.error());
            query = std::move(*made);
            return {};
        };
        Result<> done = make(all->addDoc, u"INSERT INTO docs (id, room, seq, words, keys) VALUES (?, ?, ?, ?, ?)"_s);
        if (done)
            done = make(all->addWords, u"INSERT INTO fts (rowid, words, keys) VALUES (?, ?, ?)"_s);
        if (done)
            done = make(all->has, u"SELECT 1 FROM docs WHERE id = ?"_s);
        if (done)
            done = make(all->find, u"SELECT id, words, keys FROM docs WHERE room = ? AND seq = ?"_s);
        if (done)
            done = make(all->removeDoc, u"DELETE FROM docs WHERE id = ?"_s);
        if (done) {
            done = make(all->removeWords, u"INSERT INTO fts (fts, rowid, words, keys) VALUES ('delete', ?, ?, ?)"_s);
        }
        if (!done)
            return tl::unexpected(done.error());
        return all;
    }
};

SearchShard::SearchShard(QString path, int number)
    : m_file(std::move(path))
    , m_number(number)
{
}

SearchShard::~SearchShard() = default;

Result<> SearchShard::open(const QByteArray &owner)
{
    // Temporary tables in memory: no words in a file that nobody cleans.
    Result<> done = m_file.open({ u"synchronous = NORMAL"_s, u"temp_store = MEMORY"_s });
    if (done)
        done = create();
    if (done)
        done = readState();
    if (!done)
        return done;
    if (m_owner.isNull()) {
        m_owner = owner;
        if (done = putState(u"owner"_s, owner); !done)
            return done;
    }
    Result<std::unique_ptr<Statements>> statements = Statements::prepare(m_file);
    if (!statements)
        return tl::unexpected(statements.error());
    m_statements = std::move(*statements);
    return {};
}

void SearchShard::close()
{
    m_statements.reset();
    m_file.close();
}

Result<> SearchShard::create()
{
    auto version = m_file.run(u"PRAGMA user_version"_s);
    if (!version || !version->next())
        return fail(ErrorCode::DatabaseDamaged, u"user_version"_s);
    const int found = version->value(0).toInt();
    version->finish();
    if (found == Version)
        return {};
    if (found != 0)
        return fail(ErrorCode::VersionUnsupported);
    return m_file.transaction([&]() -> Result<> {
        for (const QString &statement : tables()) {
            if (auto done = m_file.run(statement); !done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

Result<> SearchShard::readState()
{
    auto state = m_file.run(u"SELECT key, value FROM state"_s);
    if (!state)
        return tl::unexpected(state.error());
    while (state->next()) {
        const QString key = state->value(0).toString();
        if (key == "owner"_L1)
            m_owner = state->value(1).toByteArray();
        else if (key == "position"_L1)
            m_position = state->value(1).toLongLong();
        else if (key == "leftovers"_L1)
            m_leftovers = Leftovers(std::clamp(state->value(1).toInt(), 0, 2));
    }
    if (const Result<> done = SqliteFile::ended(*state); !done)
        return done;
    return readContents();
}

Result<> SearchShard::readContents()
{
    auto range = m_file.run(u"SELECT MIN(id), MAX(id) FROM docs"_s);
    if (!range)
        return tl::unexpected(range.error());
    if (!range->next())
        return fail(ErrorCode::DatabaseDamaged, u"docs"_s);
    m_oldest = quint64(range->value(0).toLongLong());
    m_newest = quint64(range->value(1).toLongLong());
    range->finish();
    auto rooms = m_file.run(u"SELECT room, COUNT(*), MIN(seq), MAX(seq) FROM docs GROUP BY room"_s);
    if (!rooms)
        return tl::unexpected(rooms.error());
    m_count = 0;
    m_rooms.clear();
    while (rooms->next()) {
        m_count += rooms->value(1).toLongLong();
        m_rooms.insert(RoomId{ rooms->value(0).toLongLong() },
            { rooms->value(2).toLongLong(), rooms->value(3).toLongLong(), rooms->value(1).toLongLong() });
    }
    return SqliteFile::ended(*rooms);
}

Result<> SearchShard::putState(const QString &key, const QVariant &value)
{
    return m_file.run(u"INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)"_s, { key, value }).map([](auto &&) {});
}

// --- Adding

Result<> SearchShard::add(const QList<SearchEntry> &entries, qint64 position)
{
    const Result<> added = m_file.transaction([&]() -> Result<> {
        for (const SearchEntry &entry : entries) {
            if (const Result<> done = insert(entry); !done)
                return done;
        }
        return putState(u"position"_s, std::max(position, m_position));
    });
    if (!added) {
        (void)readState();
        return added;
    }
    m_position = std::max(position, m_position);
    return {};
}

Result<> SearchShard::insert(const SearchEntry &entry)
{
    quint64 order = entry.order;
    while (true) {
        if (const Result<> done = SqliteFile::run(m_statements->has, { qint64(order) }); !done)
            return done;
        const bool isTaken = m_statements->has.next();
        m_statements->has.finish();
        if (!isTaken)
            break;
        ++order;
    }
    Result<> done = SqliteFile::run(
        m_statements->addDoc, { qint64(order), entry.room.value, entry.seq, entry.words, entry.keys });
    if (done)
        done = SqliteFile::run(m_statements->addWords, { qint64(order), entry.words, entry.keys });
    if (!done)
        return done;
    ++m_count;
    m_newest = std::max(m_newest, order);
    m_oldest = m_oldest == 0 ? order : std::min(m_oldest, order);
    RoomPart &part = m_rooms[entry.room];
    part.first = part.count == 0 ? entry.seq : std::min(part.first, entry.seq);
    part.last = std::max(part.last, entry.seq);
    ++part.count;
    return {};
}

// --- Removing

Result<> SearchShard::setLeftovers(Leftovers leftovers)
{
    if (const Result<> done = putState(u"leftovers"_s, int(leftovers)); !done)
        return done;
    m_leftovers = leftovers;
    return {};
}

Result<> SearchShard::remove(RoomId room, const QList<Seq> &seqs)
{
    const RoomPart part = m_rooms.value(room);
    QList<qint64> ids;
    for (const Seq seq : seqs) {
        if (part.count == 0 || seq < part.first || seq > part.last)
            continue;
        if (const Result<> done = SqliteFile::run(m_statements->find, { room.value, seq }); !done)
            return done;
        if (m_statements->find.next())
            ids.append(m_statements->find.value(0).toLongLong());
        const Result<> ended = SqliteFile::ended(m_statements->find);
        m_statements->find.finish();
        if (!ended)
            return ended;
    }
    if (ids.isEmpty())
        return {};
    QStringList places;
    for (const qint64 id : std::as_const(ids))
        places.append(QString::number(id));
    return removeEach(room, u"id IN (%1)"_s.arg(places.join(u',')), {});
}

Result<> SearchShard::trim(RoomId room, Seq floor)
{
    if (!m_rooms.contains(room) || m_rooms.value(room).first >= floor)
        return {};
    auto count = m_file.run(u"SELECT COUNT(*) FROM docs WHERE room = ? AND seq < ?"_s, { room.value, floor });
    if (!count)
        return tl::unexpected(count.error());
    const qint64 gone = count->next() ? count->value(0).toLongLong() : 0;
    count->finish();
    if (gone == 0)
        return {};
    constexpr qint64 Few = 256;
    if (gone < std::max(Few, m_count / 4))
        return removeEach(room, u"room = ? AND seq < ?"_s, { room.value, floor });
    // So many that it is made anew anyway: their words need not be taken out one by one.
    const Result<> done = m_file.transaction([&]() -> Result<> {
        auto removed = m_file.run(u"DELETE FROM docs WHERE room = ? AND seq < ?"_s, { room.value, floor });
        return removed ? setLeftovers(Leftovers::Entries) : tl::unexpected(removed.error());
    });
    const Result<> read = readState();
    return done ? read : done;
}

Result<> SearchShard::removeEach(RoomId room, const QString &condition, const QVariantList &values)
{
    QList<QVariantList> rows;
    const bool hasWords = m_leftovers != Leftovers::Entries;
    // The position of another file must not get to the disk before this does.
    (void)m_file.run(u"PRAGMA synchronous = FULL"_s);
    const Result<> done = m_file.transaction([&]() -> Result<> {
        auto gone = m_file.run(u"SELECT id, words, keys FROM docs WHERE "_s + condition, values);
        if (!gone)
            return tl::unexpected(gone.error());
        while (gone->next())
            rows.append({ gone->value(0), gone->value(1), gone->value(2) });
        if (const Result<> ended = SqliteFile::ended(*gone); !ended)
            return ended;
        gone->finish();
        for (const QVariantList &row : std::as_const(rows)) {
            Result<> removed = hasWords ? SqliteFile::run(m_statements->removeWords, row) : Result<>();
            if (removed)
                removed = SqliteFile::run(m_statements->removeDoc, { row[0] });
            if (!removed)
                return removed;
        }
        return setLeftovers(hasWords ? Leftovers::Words : Leftovers::Entries);
    });
    (void)m_file.run(u"PRAGMA synchronous = NORMAL"_s);
    if (done) {
        m_count -= rows.size();
        m_rooms[room].count -= rows.size();
    } else {
        (void)readState();
    }
    return done;
}

Result<> SearchShard::purge()
{
    switch (m_leftovers) {
    case Leftovers::None:
        return {};
    case Leftovers::Words:
        return optimize();
    case Leftovers::Entries:
        return rewrite();
    }
    return {};
}

Result<> SearchShard::optimize()
{
    // One segment without what was deleted; then a file without old pages, and a log without any.
    if (auto done = m_file.run(u"INSERT INTO fts (fts) VALUES ('optimize')"_s); !done)
        return tl::unexpected(done.error());
    Result<> done = m_file.run(u"VACUUM"_s).map([](auto &&) {});
    if (done)
        done = m_file.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).map([](auto &&) {});
    return done ? setLeftovers(Leftovers::None) : done;
}

Result<> SearchShard::rewrite()
{
    const QString path = m_file.path();
    const QString newPath = path + ".new"_L1;
    QFile::remove(newPath);
    {
        SearchShard other(newPath, m_number);
        Result<> done = other.open(m_owner);
        if (done)
            done = copyTo(other);
        if (done)
            done = other.m_file.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).map([](auto &&) {});
        other.close();
        if (!done)
            return done;
    }
    close();
    // Where there is no file but a new one, that is whole: SearchIndex takes it at the next opening.
    QFile::remove(path);
    QFile::remove(path + "-wal"_L1);
    QFile::remove(path + "-shm"_L1);
    if (!QFile::rename(newPath, path))
        return fail(ErrorCode::DatabaseDamaged, u"the new shard cannot be named"_s);
    m_leftovers = Leftovers::None;
    const Result<> opened = open(m_owner);
    return opened ? opened : fail(ErrorCode::DatabaseDamaged, opened.error().detail);
}

Result<> SearchShard::copyTo(SearchShard &other)
{
    qint64 last = std::numeric_limits<qint64>::min();
    while (true) {
        auto rows = m_file.run(
            u"SELECT id, room, seq, words, keys FROM docs WHERE id > ? ORDER BY id LIMIT ?"_s, { last, CopyAtOnce });
        if (!rows)
            return tl::unexpected(rows.error());
        QList<SearchEntry> entries;
        while (rows->next()) {
            last = rows->value(0).toLongLong();
            entries.append({ quint64(last), RoomId{ rows->value(1).toLongLong() }, rows->value(2).toLongLong(),
                rows->value(3).toString(), rows->value(4).toString() });
        }
        if (const Result<> ended = SqliteFile::ended(*rows); !ended)
            return ended;
        if (const Result<> done = other.add(entries, m_position); !done)
            return done;
        if (entries.size() < CopyAtOnce)
            return {};
    }
}

// --- Looking

Result<> SearchShard::find(const Filter &filter, const std::function<bool(const SearchHit &)> &take)
{
    const auto from = qint64(filter.from);
    const auto before = qint64(std::min(filter.before, quint64(std::numeric_limits<qint64>::max())));
    auto rows = filter.match.isEmpty()
        ? m_file.run(u"SELECT id, room, seq FROM docs WHERE id >= ? AND id < ? ORDER BY id DESC"_s, { from, before })
        : m_file.run(u"SELECT d.id, d.room, d.seq FROM fts CROSS JOIN docs d ON d.id = fts.rowid"
                     " WHERE fts MATCH ? AND fts.rowid >= ? AND fts.rowid < ? ORDER BY fts.rowid DESC"_s,
            { filter.match, from, before });
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        const SearchHit hit{ quint64(rows->value(0).toLongLong()), RoomId{ rows->value(1).toLongLong() },
            rows->value(2).toLongLong() };
        if (!take(hit))
            return {};
    }
    return SqliteFile::ended(*rows);
}

} // namespace salon
