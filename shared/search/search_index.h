// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "shared/base/ids.h"
#include "shared/base/result.h"
#include "shared/search/search_words.h"

#include <QHash>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace salon {

struct SearchQuery;
class SearchShard;

/// What the index keeps of a message.
struct SearchDocument
{
    RoomId room{};
    Seq seq = 0;
    qint64 timeMs = 0; ///< since 1970 UTC
    AccountId author{};
    QString text{};
    QStringList fileNames{};
    bool hasImage = false;
    QString alias{}; ///< name it is shown under, where that is not its account's

    /// What is attached, and the folder it was in, if any.
    template <class Files>
    void takeFiles(const QString &folder, const Files &files)
    {
        if (!folder.isEmpty())
            fileNames.append(folder);
        for (const auto &file : files) {
            fileNames.append(file.name);
            hasImage = hasImage || (file.width > 0 && file.height > 0);
        }
    }
};

struct SearchHit
{
    quint64 order = 0; ///< later messages have higher ones; unique in its index
    RoomId room{};
    Seq seq = 0;
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchHits
{
    QList<SearchHit> hits{}; ///< newest first
    bool more = false;
};

/// Which hits, and whose.
struct SearchScope
{
    /// What this reader can get: room -> oldest seq. None: everything.
    std::optional<QHash<RoomId, Seq>> floors{};
    quint64 before = 0; ///< `order` of the last hit had; 0: from the newest on
    int limit = 50;
    int timeLimitMs = 2000; ///< looked at between shards of at most 65,536 messages
};

/// Words of messages on disk (SQLite's FTS5), in a folder that may always be removed: it is made again from the
/// messages. A shard is one file; newest first needs no sorting, and what was removed is in no byte of a file once
/// purge() has run. What was damaged is thrown away, with all the rest. Made, used and destroyed in one thread.
class SearchIndex
{
public:
    static constexpr qint64 ShardMessages = 65'536;

    /// `shardMessages`: other than the default for tests.
    explicit SearchIndex(QString folder, qint64 shardMessages = ShardMessages);
    ~SearchIndex();
    Q_DISABLE_COPY_MOVE(SearchIndex)

    /// Opens or makes it. What is damaged, of another version or belongs to another `owner` is removed: position() is 0
    /// then. Errors: CannotOpenFile, StorageFull, StorageFailed.
    Result<> open(const QByteArray &owner);
    void close();

    /// Adds messages or replaces them, and keeps `position` with them, all or nothing. Errors: StorageFull,
    /// StorageFailed, DatabaseDamaged (then it is empty again).
    Result<> add(QList<SearchDocument> documents, qint64 position);
    /// How far the owner is with adding; 0: nothing was ever added. Only ever grows.
    [[nodiscard]] qint64 position() const;
    /// They are found no more, at once.
    Result<> remove(RoomId room, const QList<Seq> &seqs);
    /// All of the room below `floor`.
    Result<> trim(RoomId room, Seq floor);
    Result<> forget(RoomId room);
    /// Everything, the position too.
    Result<> clear();

    /// Something was removed whose bytes are still in a file.
    [[nodiscard]] bool needsPurge() const;
    /// Writes one shard anew; call it until needsPurge() is false. Some tenths of a second.
    Result<> purge();

    /// Errors: InvalidSearch (nothing to look for), SearchTimedOut, StorageFailed, DatabaseDamaged.
    Result<SearchHits> find(const SearchQuery &query, const SearchScope &scope);
    /// Messages of a room, or of all.
    [[nodiscard]] qint64 count(RoomId room = {}) const;
    /// Time of the oldest message, since 1970 UTC; 0: none.
    [[nodiscard]] qint64 oldestMs() const;

private:
    Result<> openShards(const QByteArray &owner);
    Result<> removeFiles();
    [[nodiscard]] QString shardPath(int number) const;
    Result<SearchShard *> shardToGrow();
    /// Empties the index if the failure says that it is damaged.
    Result<> checked(Result<> done);

    QString m_folder;
    qint64 m_shardMessages;
    QByteArray m_owner;
    int m_lastNumber = 0;
    std::vector<std::unique_ptr<SearchShard>> m_shards; ///< in the order made; the last one grows
};

} // namespace salon
