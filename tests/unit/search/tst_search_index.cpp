// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_index.h"
#include "shared/search/search_query.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

constexpr RoomId General{ 1 };
constexpr RoomId Secret{ 2 };
const QByteArray Owner("here");

SearchDocument message(Seq seq, const QString &text, RoomId room = General, AccountId author = AccountId{ 7 })
{
    return { room, seq, seq * 1000, author, text, {}, false };
}

QList<Seq> seqsOf(const Result<SearchHits> &hits)
{
    QList<Seq> seqs;
    for (const SearchHit &hit : hits ? hits->hits : QList<SearchHit>())
        seqs.append(hit.seq);
    return seqs;
}

/// Whether any file of the index has these bytes.
bool isOnDisk(const QString &folder, const QByteArray &bytes)
{
    const QDir files(folder);
    for (const QString &name : files.entryList(QDir::Files)) {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return true;
        if (file.readAll().contains(bytes))
            return true;
    }
    return false;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsWordsWhateverTheirAccents();
    void newestComeFirst();
    void pagesFollowEachOther();
    void filtersHoldTogether();
    void namesWithoutAnAccountAreFound();
    void aTimeIsARange();
    void aReaderFindsWhatTheyCanGet();
    void aScopeOfManyRoomsIsKept();
    void whatIsAddedAgainReplaces();
    void shardsAreSearchedAsOne();
    void messagesThatComeLateHaveTheirPlace();
    void removedMessagesAreGoneAtOnce();
    void removedWordsAreInNoByte();
    void aForgottenRoomIsInNoByte();
    void theRestIsFoundAfterAPurge();
    void itIsThereAfterAReopening();
    void aDamagedFileIsThrownAway();
    void anIndexOfOthersIsThrownAway();
    void anIndexOfAnEarlierVersionIsMadeAnew();
    void aNewShardThatWasNotNamedYetIsTaken();
    void nothingThatIsTypedIsSyntax_data();
    void nothingThatIsTypedIsSyntax();
    void nothingIsRefused();
    void timeIsLimited();

private:
    Result<SearchHits> find(const SearchQuery &query, const SearchScope &scope = {})
    {
        return m_index->find(query, scope);
    }
    QList<Seq> found(const QString &text) { return seqsOf(find({ text })); }
    void add(const QList<SearchDocument> &documents) { QVERIFY(m_index->add(documents, ++m_position)); }
    void purgeAll()
    {
        while (m_index->needsPurge())
            QVERIFY(m_index->purge());
    }
    void reopen(const QByteArray &owner = Owner, qint64 shardMessages = SearchIndex::ShardMessages)
    {
        m_index.reset();
        m_index = std::make_unique<SearchIndex>(m_folder->path() + u"/search"_s, shardMessages);
        QVERIFY(m_index->open(owner));
    }
    [[nodiscard]] QString files() const { return m_folder->path() + u"/search"_s; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SearchIndex> m_index;
    qint64 m_position = 0;
};

void TestSearchIndex::init()
{
    m_index.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_position = 0;
    reopen();
}

void TestSearchIndex::findsWordsWhateverTheirAccents()
{
    add({ message(1, u"L'École est finie"_s), message(2, u"ecolier"_s), message(3, u"日本語"_s) });
    QCOMPARE(found(u"ecole"_s), QList<Seq>({ 1 }));
    QCOMPARE(found(u"ÉCOL"_s), QList<Seq>({ 2, 1 }));
    QCOMPARE(found(u"\"est finie\""_s), QList<Seq>({ 1 }));
    QCOMPARE(found(u"\"finie est\""_s), QList<Seq>());
    QCOMPARE(found(u"本"_s), QList<Seq>({ 3 }));
    QCOMPARE(found(u"本語"_s), QList<Seq>({ 3 }));
    QCOMPARE(found(u"語日"_s), QList<Seq>());
    QCOMPARE(found(u"ecole absent"_s), QList<Seq>());
}

void TestSearchIndex::newestComeFirst()
{
    add({ message(3, u"word"_s), message(1, u"word"_s), message(2, u"word word"_s) });
    QCOMPARE(found(u"word"_s), QList<Seq>({ 3, 2, 1 }));
}

void TestSearchIndex::pagesFollowEachOther()
{
    QList<SearchDocument> documents;
    for (Seq seq = 1; seq <= 25; ++seq) {
        documents.append(message(seq, u"word"_s));
        documents.last().timeMs = 5000; // all at once
    }
    add(documents);
    QList<Seq> all;
    SearchScope scope;
    scope.limit = 10;
    for (int page = 0; page < 3; ++page) {
        const auto hits = find({ u"word"_s }, scope);
        QVERIFY(hits);
        QCOMPARE(hits->more, page < 2);
        all += seqsOf(hits);
        scope.before = hits->hits.last().order;
    }
    QCOMPARE(all.size(), 25);
    QCOMPARE(QSet<Seq>(all.begin(), all.end()).size(), 25);
}

void TestSearchIndex::filtersHoldTogether()
{
    SearchDocument image = message(3, u"look"_s);
    image.fileNames = QStringList{ u"Plan d'été.png"_s };
    image.hasImage = true;
    add({ message(1, u"look at https://example.org"_s), message(2, u"look"_s, Secret, AccountId{ 8 }), image });
    QCOMPARE(seqsOf(find({ u"look"_s, Secret })), QList<Seq>({ 2 }));
    QCOMPARE(seqsOf(find({ .text = u"look"_s, .from = AccountId{ 8 } })), QList<Seq>({ 2 }));
    QCOMPARE(seqsOf(find({ .text = u"look"_s, .room = General, .from = AccountId{ 8 } })), QList<Seq>());
    QCOMPARE(seqsOf(find({ .hasFile = true })), QList<Seq>({ 3 }));
    QCOMPARE(seqsOf(find({ .hasImage = true })), QList<Seq>({ 3 }));
    QCOMPARE(seqsOf(find({ .hasLink = true })), QList<Seq>({ 1 }));
    QCOMPARE(seqsOf(find({ .text = u"ete"_s })), QList<Seq>({ 3 }));
    QCOMPARE(seqsOf(find({ .text = u"\"look plan\""_s })), QList<Seq>()); // the text ends before the name
    QCOMPARE(seqsOf(find({ .text = u"r1 "_s })), QList<Seq>()); // tokens of filters are no words
    QCOMPARE(seqsOf(find({ .from = AccountId{ 7 } })), QList<Seq>({ 3, 1 }));
}

void TestSearchIndex::namesWithoutAnAccountAreFound()
{
    SearchDocument imported = message(1, u"look"_s);
    imported.alias = u"Léa Martin-Dubois"_s;
    SearchDocument other = message(2, u"look"_s);
    other.alias = u"Martine"_s;
    add({ imported, other, message(3, u"lea martin"_s, General, AccountId{ 8 }) });
    const auto named = [this](const QString &name, AccountId from = {}) {
        return seqsOf(find({ .text = u"look"_s, .from = from, .fromName = name }));
    };
    QCOMPARE(named(u"lea"_s), QList<Seq>({ 1 }));
    QCOMPARE(named(u"martin"_s), QList<Seq>({ 2, 1 })); // a beginning
    QCOMPARE(named(u"Martin "_s), QList<Seq>({ 1 }));
    QCOMPARE(named(u"léa mart"_s), QList<Seq>({ 1 }));
    QCOMPARE(named(u"dubois lea"_s), QList<Seq>()); // one after the other
    QCOMPARE(seqsOf(find({ .fromName = u"Léa"_s })), QList<Seq>({ 1 })); // a name is no word of the text
    QCOMPARE(seqsOf(find({ .from = AccountId{ 8 }, .fromName = u"Léa "_s })), QList<Seq>({ 3, 1 }));
    QCOMPARE(seqsOf(find({ .text = u"nlea"_s })), QList<Seq>());
    QCOMPARE(seqsOf(find({ .text = u"dubois"_s })), QList<Seq>());
    QVERIFY(m_index->remove(General, { 1 }));
    purgeAll();
    QCOMPARE(named(u"lea"_s), QList<Seq>());
    QVERIFY(!isOnDisk(files(), "dubois"));
}

void TestSearchIndex::aTimeIsARange()
{
    for (Seq seq = 1; seq <= 5; ++seq)
        add({ message(seq, u"word"_s) });
    QCOMPARE(seqsOf(find({ .text = u"word"_s, .sinceMs = 2000, .untilMs = 4000 })), QList<Seq>({ 3, 2 }));
    QCOMPARE(seqsOf(find({ .untilMs = 2001 })), QList<Seq>({ 2, 1 }));
    QCOMPARE(seqsOf(find({ .sinceMs = 5001 })), QList<Seq>());
}

void TestSearchIndex::aReaderFindsWhatTheyCanGet()
{
    add({ message(1, u"word"_s), message(2, u"word"_s), message(3, u"word"_s, Secret) });
    SearchScope scope;
    scope.floors = QHash<RoomId, Seq>{ { General, 2 } };
    QCOMPARE(seqsOf(find({ u"word"_s }, scope)), QList<Seq>({ 2 }));
    QCOMPARE(seqsOf(find({ u"word"_s, Secret }, scope)), QList<Seq>());
    scope.floors = QHash<RoomId, Seq>();
    QCOMPARE(seqsOf(find({ u"word"_s }, scope)), QList<Seq>());
}

void TestSearchIndex::aScopeOfManyRoomsIsKept()
{
    QList<SearchDocument> documents;
    SearchScope scope;
    scope.floors.emplace();
    for (qint64 room = 1; room <= 100; ++room) {
        documents.append({ RoomId{ room }, 1, room * 10, {}, u"word"_s, {}, false });
        if (room % 2 == 0)
            scope.floors->insert(RoomId{ room }, 1);
    }
    add(documents);
    scope.limit = 100;
    const auto hits = find({ u"word"_s }, scope);
    QVERIFY(hits);
    QCOMPARE(hits->hits.size(), 50);
    for (const SearchHit &hit : hits->hits)
        QVERIFY(hit.room.value % 2 == 0);
}

void TestSearchIndex::whatIsAddedAgainReplaces()
{
    add({ message(1, u"before"_s) });
    add({ message(1, u"after"_s) });
    QCOMPARE(found(u"before"_s), QList<Seq>());
    QCOMPARE(found(u"after"_s), QList<Seq>({ 1 }));
    QCOMPARE(m_index->count(), 1);
}

void TestSearchIndex::shardsAreSearchedAsOne()
{
    reopen(Owner, 10);
    for (Seq seq = 1; seq <= 95; ++seq)
        add({ message(seq, seq % 30 == 0 ? u"rare"_s : u"common"_s) });
    QCOMPARE(QDir(files()).entryList({ u"*.db"_s }).size(), 10);
    QCOMPARE(found(u"rare"_s), QList<Seq>({ 90, 60, 30 }));
    const auto hits = find({ u"common"_s });
    QCOMPARE(hits->hits.size(), 50);
    QVERIFY(hits->more);
    QCOMPARE(hits->hits.first().seq, 95);
    QVERIFY(std::ranges::is_sorted(hits->hits, std::greater(), &SearchHit::order));
}

void TestSearchIndex::messagesThatComeLateHaveTheirPlace()
{
    reopen(Owner, 10);
    QList<Seq> expected;
    for (Seq seq = 60; seq > 0; --seq) { // as a mirror is filled: backwards
        add({ message(seq, u"word"_s) });
        expected.append(seq);
    }
    SearchScope scope;
    scope.limit = 7;
    QList<Seq> all;
    while (true) {
        const auto hits = find({ u"word"_s }, scope);
        all += seqsOf(hits);
        if (!hits->more)
            break;
        scope.before = hits->hits.last().order;
    }
    QCOMPARE(all, expected);
}

void TestSearchIndex::removedMessagesAreGoneAtOnce()
{
    add({ message(1, u"word"_s), message(2, u"word"_s), message(3, u"word"_s), message(4, u"word"_s, Secret) });
    QVERIFY(m_index->remove(General, { 2, 99 }));
    QCOMPARE(found(u"word"_s), QList<Seq>({ 4, 3, 1 }));
    QVERIFY(m_index->needsPurge());
    QVERIFY(m_index->trim(General, 3));
    QCOMPARE(found(u"word"_s), QList<Seq>({ 4, 3 }));
    QVERIFY(m_index->forget(Secret));
    QCOMPARE(found(u"word"_s), QList<Seq>({ 3 }));
}

void TestSearchIndex::removedWordsAreInNoByte()
{
    QList<SearchDocument> documents;
    QList<Seq> toRemove;
    for (Seq seq = 1; seq <= 3000; ++seq) {
        const bool isSecret = seq % 10 == 0;
        QString text = u"filler%1 words of many kinds %2"_s.arg(seq % 700).arg(seq);
        if (isSecret) {
            text += u" zebrasecret%1 and more of it %2"_s.arg(seq).arg(QString(int(seq % 900), u'q'));
            toRemove.append(seq);
        }
        documents.append(message(seq, text));
    }
    for (qsizetype i = 0; i < documents.size(); i += 100)
        add(documents.mid(i, 100));
    QVERIFY(isOnDisk(files(), "zebrasecret"));
    for (const Seq seq : std::as_const(toRemove))
        QVERIFY(m_index->remove(General, { seq }));
    purgeAll();
    QVERIFY(!isOnDisk(files(), "zebrasecret")); // a word
    QVERIFY(!isOnDisk(files(), "secret1000")); // the end of one, whose beginning another word shares
    QCOMPARE(m_index->count(), 2700);
}

void TestSearchIndex::aForgottenRoomIsInNoByte()
{
    QList<SearchDocument> documents;
    for (Seq seq = 1; seq <= 2000; ++seq)
        documents.append(message(seq, u"zebrasecret%1"_s.arg(seq), seq % 2 == 0 ? General : Secret));
    for (SearchDocument &document : documents) {
        if (document.room == General)
            document.text = u"filler%1"_s.arg(document.seq);
    }
    add(documents);
    QVERIFY(m_index->forget(Secret));
    QCOMPARE(found(u"zebra"_s), QList<Seq>());
    add({ message(1, u"again"_s, Secret) }); // before the purge
    purgeAll();
    QVERIFY(!isOnDisk(files(), "zebrasecret"));
    QCOMPARE(found(u"again"_s), QList<Seq>({ 1 }));
    QCOMPARE(found(u"filler2 "_s), QList<Seq>({ 2 }));
    QCOMPARE(m_index->count(), 1001);
    QCOMPARE(m_index->position(), 2);
}

void TestSearchIndex::theRestIsFoundAfterAPurge()
{
    QList<SearchDocument> documents;
    for (Seq seq = 1; seq <= 500; ++seq)
        documents.append(message(seq, u"word w%1"_s.arg(seq)));
    add(documents);
    QVERIFY(m_index->remove(General, { 100, 200 }));
    purgeAll();
    QCOMPARE(found(u"w100 "_s), QList<Seq>());
    QCOMPARE(found(u"w101 "_s), QList<Seq>({ 101 }));
    QCOMPARE(find({ u"word"_s }, { {}, 0, 1000 })->hits.size(), 498);
    add({ message(100, u"word again"_s) });
    QCOMPARE(found(u"again"_s), QList<Seq>({ 100 }));
}

void TestSearchIndex::itIsThereAfterAReopening()
{
    reopen(Owner, 10);
    for (Seq seq = 1; seq <= 25; ++seq)
        add({ message(seq, u"word"_s) });
    QVERIFY(m_index->remove(General, { 3 }));
    reopen(Owner, 10);
    QCOMPARE(m_index->position(), 25);
    QCOMPARE(m_index->count(), 24);
    QVERIFY(m_index->needsPurge());
    add({ message(26, u"word"_s) });
    QCOMPARE(found(u"word"_s).size(), 25);
}

void TestSearchIndex::aDamagedFileIsThrownAway()
{
    QList<SearchDocument> documents;
    for (Seq seq = 1; seq <= 1000; ++seq)
        documents.append(message(seq, u"word w%1"_s.arg(seq)));
    add(documents);
    m_index.reset();
    QFile file(files() + u"/000001.db"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 8192);
    file.write(QByteArray(int(file.size()), '\x5a'));
    file.close();
    reopen();
    QCOMPARE(m_index->position(), 0);
    QCOMPARE(m_index->count(), 0);
    add({ message(1, u"word"_s) });
    QCOMPARE(found(u"word"_s), QList<Seq>({ 1 }));
    // Inside, which is noticed when it is read.
    add(documents);
    m_index.reset();
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(4096);
    file.write(QByteArray(int(file.size() - 4096), '\x5a'));
    file.close();
    reopen();
    (void)find({ u"word"_s });
    add({ message(5, u"whole"_s) });
    QCOMPARE(found(u"whole"_s), QList<Seq>({ 5 }));
}

void TestSearchIndex::anIndexOfOthersIsThrownAway()
{
    add({ message(1, u"word"_s) });
    reopen("elsewhere");
    QCOMPARE(m_index->position(), 0);
    QCOMPARE(found(u"word"_s), QList<Seq>());
    QVERIFY(!isOnDisk(files(), "word"));
}

void TestSearchIndex::anIndexOfAnEarlierVersionIsMadeAnew()
{
    add({ message(1, u"word"_s) });
    m_index.reset();
    QFile file(files() + u"/000001.db"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(60); // where SQLite keeps user_version
    QVERIFY(file.read(4) > QByteArray("\0\0\0\1", 4));
    file.seek(60);
    file.write("\0\0\0\1", 4);
    file.close();
    reopen(); // no error
    QCOMPARE(m_index->position(), 0);
    QCOMPARE(m_index->count(), 0);
    m_position = 0;
    add({ message(1, u"word"_s), message(2, u"word"_s) });
    QCOMPARE(found(u"word"_s), QList<Seq>({ 2, 1 }));
}

void TestSearchIndex::aNewShardThatWasNotNamedYetIsTaken()
{
    add({ message(1, u"word"_s) });
    m_index.reset();
    const QString path = files() + u"/000001.db"_s;
    QVERIFY(QFile::rename(path, path + u".new"_s));
    reopen();
    QCOMPARE(found(u"word"_s), QList<Seq>({ 1 }));
    m_index.reset();
    QFile half(path + u".new"_s);
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    reopen();
    QCOMPARE(found(u"word"_s), QList<Seq>({ 1 }));
    QVERIFY(!QFile::exists(path + u".new"_s));
}

void TestSearchIndex::nothingThatIsTypedIsSyntax_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : { u"\"a\" OR keys : \"r2\""_s, u"keys:r2"_s, u"r2"_s, u"word) OR (word"_s, u"word*"_s,
             u"NOT word"_s, u"NEAR(word other)"_s, u"^word"_s, u"{keys}: r2"_s, u"- keys : word"_s, u"word\"\"\""_s,
             u"'; DROP TABLE docs; --"_s, u"\u201Cword\u201D + keys"_s, u"word\u0000word"_s, u"AND"_s, u"\\\""_s })
        QTest::newRow(qPrintable(text)) << text;
}

void TestSearchIndex::nothingThatIsTypedIsSyntax()
{
    QFETCH(QString, text);
    add({ message(1, u"word"_s), message(2, u"word"_s, Secret) });
    SearchScope scope;
    scope.floors = QHash<RoomId, Seq>{ { General, 1 } };
    const auto hits = find({ text }, scope);
    QVERIFY(hits || hits.error().code == ErrorCode::InvalidSearch);
    for (const Seq seq : seqsOf(hits))
        QCOMPARE(seq, 1);
    QCOMPARE(m_index->count(), 2);
}

void TestSearchIndex::nothingIsRefused()
{
    QCOMPARE(find({}).error().code, ErrorCode::InvalidSearch);
    QCOMPARE(find({ u"?!"_s }).error().code, ErrorCode::InvalidSearch);
}

void TestSearchIndex::timeIsLimited()
{
    add({ message(1, u"word"_s) });
    SearchScope scope;
    scope.timeLimitMs = -1; // is over
    const auto hits = find({ u"word"_s }, scope);
    QVERIFY(hits || hits.error().code == ErrorCode::SearchTimedOut);
}

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_search_index.moc"
