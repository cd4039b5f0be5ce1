// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_index.h"

#include "shared/base/logging.h"
#include "shared/search/search_folding.h"
#include "shared/search/search_query.h"
#include "shared/search/search_shard.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace salon {
namespace {

/// The low bits of an order keep messages of one millisecond apart.
constexpr int SlotBits = 20;
constexpr qint64 MaxTimeMs = (qint64(1) << (62 - SlotBits)) - 1;
/// With more rooms it is quicker to look at each hit than to ask the file for them.
constexpr qsizetype MaxRoomTokens = 32;
constexpr int RowsPerLookAtTheClock = 512;

quint64 orderAt(qint64 timeMs)
{
    return quint64(std::clamp<qint64>(timeMs, 0, MaxTimeMs)) << SlotBits;
}

quint64 orderOf(const SearchDocument &document)
{
    const auto mixed = quint64(document.room.value) * 7919 + quint64(document.seq);
    return std::max<quint64>(orderAt(document.timeMs) | (mixed & ((quint64(1) << (SlotBits - 1)) - 1)), 1);
}

QString roomToken(RoomId room)
{
    return u'r' + QString::number(room.value);
}

QString authorToken(AccountId author)
{
    return u'a' + QString::number(author.value);
}

/// Each word of a name that messages are shown under.
QString nameTokens(const QStringList &words)
{
    QStringList tokens;
    for (const QString &word : words)
        tokens.append(u'n' + word);
    return tokens.join(u' ');
}

QString foldedText(const QString &text)
{
    QString folded;
    folded.reserve(text.size() + 8);
    for (const FoldedWord &word : foldedWords(text)) {
        if (!folded.isEmpty())
            folded += u' ';
        folded += word.word;
    }
    return folded;
}

SearchEntry entryOf(const SearchDocument &document)
{
    // A sign that is no word keeps the words of a text and of names from following each other.
    QString words = foldedText(document.text);
    for (const QString &name : document.fileNames)
        words += u" \u00B6 "_s + foldedText(name);
    QStringList keys{ roomToken(document.room) };
    if (document.author.isValid())
        keys.append(authorToken(document.author));
    if (const QString names = nameTokens(nameTerm(document.alias).words); !names.isEmpty())
        keys.append(names);
    if (!document.fileNames.isEmpty())
        keys.append(u"hf"_s);
    if (document.hasImage)
        keys.append(u"hi"_s);
    if (hasLink(document.text))
        keys.append(u"hl"_s);
    return { orderOf(document), document.room, document.seq, words, keys.join(u' ') };
}

QString keyCondition(const QString &token)
{
    return u"keys : \"%1\""_s.arg(token);
}

/// Empty: everybody.
QString authorCondition(const SearchQuery &query)
{
    QStringList either;
    if (query.from.isValid())
        either.append(keyCondition(authorToken(query.from)));
    if (const SearchTerm name = nameTerm(query.fromName); !name.words.isEmpty())
        either.append(keyCondition(nameTokens(name.words)) + (name.isPrefix ? u" *"_s : QString()));
    return either.isEmpty() ? QString() : u"(%1)"_s.arg(either.join(u" OR "_s));
}

/// In FTS5's language. Nothing that somebody typed gets in but letters and digits (search_folding.h).
QString matchOf(const SearchQuery &query, const QList<SearchTerm> &terms, const SearchScope &scope)
{
    QStringList conditions;
    for (const SearchTerm &term : terms)
        conditions.append(u"words : \"%1\"%2"_s.arg(term.words.join(u' '), term.isPrefix ? u" *"_s : QString()));
    if (query.room.isValid()) {
        conditions.append(keyCondition(roomToken(query.room)));
    } else if (scope.floors && scope.floors->size() <= MaxRoomTokens) {
        QStringList rooms;
        for (auto floor = scope.floors->cbegin(); floor != scope.floors->cend(); ++floor)
            rooms.append(keyCondition(roomToken(floor.key())));
        conditions.append(u"(%1)"_s.arg(rooms.join(u" OR "_s)));
    }
    if (const QString author = authorCondition(query); !author.isEmpty())
        conditions.append(author);
    if (query.hasFile)
        conditions.append(keyCondition(u"hf"_s));
    if (query.hasImage)
        conditions.append(keyCondition(u"hi"_s));
    if (query.hasLink)
        conditions.append(keyCondition(u"hl"_s));
    return conditions.join(u" AND "_s);
}

bool mayRead(const SearchScope &scope, const SearchHit &hit)
{
    if (!scope.floors)
        return true;
    const auto floor = scope.floors->constFind(hit.room);
    return floor != scope.floors->cend() && hit.seq >= *floor;
}

} // namespace

SearchIndex::SearchIndex(QString folder, qint64 shardMessages)
    : m_folder(std::move(folder))
    , m_shardMessages(shardMessages)
{
}

SearchIndex::~SearchIndex() = default;

// --- Files

QString SearchIndex::shardPath(int number) const
{
    return m_folder + u"/%1.db"_s.arg(number, 6, 10, QLatin1Char('0'));
}

Result<> SearchIndex::open(const QByteArray &owner)
{
    m_owner = owner;
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::CannotOpenFile, {}, { m_folder });
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const Result<> opened = openShards(owner);
    const bool isUseless = !opened
        && (opened.error().code == ErrorCode::DatabaseDamaged || opened.error().code == ErrorCode::VersionUnsupported);
    if (!isUseless)
        return opened;
    if (opened.error().code == ErrorCode::DatabaseDamaged)
        qCWarning(salonStore) << "The search index is damaged and made anew:" << opened.error().detail;
    else // after an update or a restore
        qCInfo(salonStore) << "The search index is made anew:" << opened.error().detail;
    return removeFiles();
}

Result<> SearchIndex::openShards(const QByteArray &owner)
{
    const QDir folder(m_folder);
    for (const QString &unfinished : folder.entryList({ u"*.db.new"_s }, QDir::Files)) {
        const QString path = folder.filePath(unfinished.chopped(4));
        if (QFile::exists(path))
            QFile::remove(folder.filePath(unfinished));
        else
            QFile::rename(folder.filePath(unfinished), path);
    }
    for (const QString &name : folder.entryList({ u"*.db"_s }, QDir::Files, QDir::Name)) {
        const int number = name.chopped(3).toInt();
        m_lastNumber = std::max(m_lastNumber, number);
        auto shard = std::make_unique<SearchShard>(folder.filePath(name), number);
        if (const Result<> opened = shard->open(owner); !opened)
            return opened;
        if (shard->owner() != owner)
            return fail(ErrorCode::VersionUnsupported, u"of other messages"_s);
        m_shards.push_back(std::move(shard));
    }
    return {};
}

void SearchIndex::close()
{
    m_shards.clear();
}

Result<> SearchIndex::removeFiles()
{
    m_shards.clear();
    QDir folder(m_folder);
    bool isGone = true;
    for (const QString &name :
        folder.entryList({ u"*.db"_s, u"*.db-wal"_s, u"*.db-shm"_s, u"*.db.new"_s, u"*.db.new-*"_s }, QDir::Files))
        isGone = folder.remove(name) && isGone;
    return isGone ? Result<>() : fail(ErrorCode::StorageFailed, u"the index cannot be removed"_s, { m_folder });
}

Result<> SearchIndex::clear()
{
    return removeFiles();
}

Result<> SearchIndex::checked(Result<> done)
{
    if (!done && done.error().code == ErrorCode::DatabaseDamaged) {
        qCWarning(salonStore) << "The search index is damaged and made anew:" << done.error().detail;
        (void)removeFiles();
    }
    return done;
}

Result<SearchShard *> SearchIndex::shardToGrow()
{
    if (!m_shards.empty()) {
        SearchShard &last = *m_shards.back();
        if (last.count() < m_shardMessages && last.leftovers() != SearchShard::Leftovers::Entries)
            return &last;
    }
    ++m_lastNumber;
    auto shard = std::make_unique<SearchShard>(shardPath(m_lastNumber), m_lastNumber);
    if (const Result<> opened = shard->open(m_owner); !opened)
        return tl::unexpected(opened.error());
    m_shards.push_back(std::move(shard));
    return m_shards.back().get();
}

// --- Contents

Result<> SearchIndex::add(QList<SearchDocument> documents, qint64 position)
{
    // FTS5 writes a piece of its own whenever a row comes before the one before.
    std::ranges::sort(documents, {}, orderOf);
    QHash<RoomId, QList<Seq>> replaced;
    for (const SearchDocument &document : std::as_const(documents))
        replaced[document.room].append(document.seq);
    for (auto room = replaced.cbegin(); room != replaced.cend(); ++room) {
        if (const Result<> removed = remove(room.key(), room.value()); !removed)
            return removed;
    }
    const Result<SearchShard *> shard = shardToGrow();
    if (!shard)
        return checked(tl::unexpected(shard.error()));
    QList<SearchEntry> entries;
    for (const SearchDocument &document : std::as_const(documents))
        entries.append(entryOf(document));
    return checked((*shard)->add(entries, position));
}

qint64 SearchIndex::position() const
{
    qint64 position = 0;
    for (const auto &shard : m_shards)
        position = std::max(position, shard->position());
    return position;
}

qint64 SearchIndex::count(RoomId room) const
{
    qint64 count = 0;
    for (const auto &shard : m_shards)
        count += room.isValid() ? shard->countOf(room) : shard->count();
    return count;
}

qint64 SearchIndex::oldestMs() const
{
    quint64 oldest = std::numeric_limits<quint64>::max();
    for (const auto &shard : m_shards) {
        if (shard->count() > 0)
            oldest = std::min(oldest, shard->oldest());
    }
    return oldest == std::numeric_limits<quint64>::max() ? 0 : qint64(oldest >> SlotBits);
}

Result<> SearchIndex::remove(RoomId room, const QList<Seq> &seqs)
{
    for (const auto &shard : m_shards) {
        if (const Result<> removed = shard->remove(room, seqs); !removed)
            return checked(removed);
    }
    return {};
}

Result<> SearchIndex::trim(RoomId room, Seq floor)
{
    for (const auto &shard : m_shards) {
        if (const Result<> removed = shard->trim(room, floor); !removed)
            return checked(removed);
    }
    return {};
}

Result<> SearchIndex::forget(RoomId room)
{
    return trim(room, std::numeric_limits<Seq>::max());
}

bool SearchIndex::needsPurge() const
{
    return std::ranges::any_of(
        m_shards, [](const auto &shard) { return shard->leftovers() != SearchShard::Leftovers::None; });
}

Result<> SearchIndex::purge()
{
    const auto dirty = std::ranges::find_if(
        m_shards, [](const auto &shard) { return shard->leftovers() != SearchShard::Leftovers::None; });
    return dirty == m_shards.end() ? Result<>() : checked((*dirty)->purge());
}

// --- Looking

Result<SearchHits> SearchIndex::find(const SearchQuery &query, const SearchScope &scope)
{
    const QList<SearchTerm> terms = searchTerms(query.text);
    if (query.isEmpty())
        return fail(ErrorCode::InvalidSearch);
    if (scope.floors && scope.floors->isEmpty())
        return SearchHits();
    SearchShard::Filter filter{ matchOf(query, terms, scope), query.sinceMs > 0 ? orderAt(query.sinceMs) : 0,
        scope.before > 0 ? scope.before : std::numeric_limits<quint64>::max() };
    if (query.untilMs > 0)
        filter.before = std::min(filter.before, orderAt(query.untilMs));
    std::vector<SearchShard *> shards;
    for (const auto &shard : m_shards) {
        if (shard->count() > 0 && shard->oldest() < filter.before && shard->newest() >= filter.from)
            shards.push_back(shard.get());
    }
    std::ranges::sort(shards, std::greater(), [](const SearchShard *shard) { return shard->newest(); });

    QElapsedTimer clock;
    clock.start();
    QList<SearchHit> hits;
    const qsizetype wanted = scope.limit + 1;
    for (SearchShard *shard : shards) {
        // Shards overlap where messages came late; what is newer than all of the next ones is settled.
        if (hits.size() >= wanted && hits[wanted - 1].order > shard->newest())
            break;
        bool isLate = clock.elapsed() >= scope.timeLimitMs;
        qsizetype found = 0;
        int looked = 0;
        const auto take = [&](const SearchHit &hit) {
            if (++looked % RowsPerLookAtTheClock == 0)
                isLate = clock.elapsed() >= scope.timeLimitMs;
            if (mayRead(scope, hit)) {
                hits.append(hit);
                ++found;
            }
            return !isLate && found < wanted;
        };
        if (!isLate) {
            if (const Result<> done = shard->find(filter, take); !done) {
                (void)checked(done);
                return tl::unexpected(done.error());
            }
        }
        if (isLate)
            return fail(ErrorCode::SearchTimedOut);
        std::ranges::sort(hits, std::greater(), &SearchHit::order);
    }
    SearchHits page{ hits.mid(0, scope.limit), hits.size() > scope.limit };
    return page;
}

} // namespace salon
