// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/search/search_index.h"
#include "shared/sqlite/sqlite_file.h"

#include <QElapsedTimer>
#include <functional>

namespace salon {

/// A message as a shard keeps it: nothing but folded words and the tokens that filters ask for.
struct SearchEntry
{
    quint64 order = 0; ///< wanted; the next free one is taken
    RoomId room{};
    Seq seq = 0;
    QString words{};
    QString keys{};
};

/// One file of an index: up to about SearchIndex::ShardMessages messages. Errors as SqliteFile's. Made, used and
/// destroyed in one thread.
class SearchShard
{
public:
    /// What became of what was removed.
    enum class Leftovers
    {
        None,
        Words, ///< in old pages
        Entries ///< words are listed for messages that are gone, too: nothing may be added before purge()
    };

    SearchShard(QString path, int number);
    ~SearchShard();

    /// Error: VersionUnsupported for one that other code made.
    Result<> open(const QByteArray &owner);
    void close();

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] QString path() const { return m_file.path(); }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] qint64 countOf(RoomId room) const { return m_rooms.value(room).count; }
    [[nodiscard]] quint64 newest() const { return m_newest; } ///< highest order; 0: none
    [[nodiscard]] quint64 oldest() const { return m_oldest; } ///< lowest order
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] Leftovers leftovers() const { return m_leftovers; }
    [[nodiscard]] const QByteArray &owner() const { return m_owner; }

    /// Of messages that are not here. All or nothing, with the position.
    Result<> add(const QList<SearchEntry> &entries, qint64 position);
    Result<> remove(RoomId room, const QList<Seq> &seqs);
    /// All of the room below `floor`.
    Result<> trim(RoomId room, Seq floor);
    /// Makes the file anew without what was removed.
    Result<> purge();

    /// Which entries `find` tells of.
    struct Filter
    {
        QString match{}; ///< in FTS5's language; empty: all
        quint64 from = 0;
        quint64 before = 0;
    };
    /// Newest first until `take` says false.
    Result<> find(const Filter &filter, const std::function<bool(const SearchHit &)> &take);

private:
    struct Statements;
    struct RoomPart
    {
        Seq first = 0; ///< what is here lies between these
        Seq last = 0;
        qint64 count = 0;
    };

    Result<> create();
    Result<> readState();
    Result<> readContents();
    Result<> putState(const QString &key, const QVariant &value);
    Result<> insert(const SearchEntry &entry);
    Result<> setLeftovers(Leftovers leftovers);
    Result<> removeEach(RoomId room, const QString &condition, const QVariantList &values);
    Result<> optimize();
    Result<> rewrite();
    Result<> copyTo(SearchShard &other);

    SqliteFile m_file;
    int m_number;
    QByteArray m_owner;
    qint64 m_count = 0;
    quint64 m_newest = 0;
    quint64 m_oldest = 0;
    qint64 m_position = 0;
    Leftovers m_leftovers = Leftovers::None;
    QHash<RoomId, RoomPart> m_rooms;
    std::unique_ptr<Statements> m_statements;
};

} // namespace salon
