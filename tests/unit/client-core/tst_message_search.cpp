// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/search/message_search.h"

#include "shared/base/when_ready.h"
#include "shared/client-core/models/search_model.h"
#include "shared/client-core/search/mirror_index.h"
#include "shared/client-core/search/moment_finder.h"
#include "tests/unit/client-core/rig.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

/// A client that searches.
struct Searcher
{
    explicit Searcher(World &world)
        : rig(world.makeRig())
        , index(world.folder.path() + u"/search"_s, rig->store)
        , search(*rig->session, index, rig->sync, rig->rooms)
        , model(search, rig->sources())
        , tester(&model)
    {
        index.start();
    }

    void look(const QString &text)
    {
        search.setQuery({ text }, true);
        QTRY_VERIFY(!search.isBusy());
    }
    [[nodiscard]] QList<Seq> seqs() const
    {
        QList<Seq> seqs;
        for (const RoomEvent &hit : search.hits())
            seqs.append(hit.seq);
        return seqs;
    }

    std::unique_ptr<Rig> rig;
    MirrorIndex index;
    MessageSearch search;
    SearchModel model;
    QAbstractItemModelTester tester;
};

template <class T>
Result<T> wait(const Answer<T> &answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
        return fail(ErrorCode::TimedOut);
    return answer.result();
}

} // namespace

/// Searching on this device and on the server at once.
class TestMessageSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsOfflineWhatIsHere();
    void whatCameAMomentAgoIsFoundOffline();
    void anOlderMirrorIsIndexed();
    void editsAndDeletionsAreFollowed();
    void deletedWordsLeaveTheFiles();
    void anotherMirrorHasAnotherIndex();
    void theIndexIsMadeOnce();
    void wordsRemovedRightBeforeTheEndGoAtTheNextStart();
    void trimmedWordsLeaveTheFiles();
    void wordsOfAnotherEpochLeaveTheFiles();
    void leftRoomsAreNotFound();
    void mergesWhatTheServerHas();
    void narrowingKeepsTheHitsThatFit();
    void pagesComeFromBothSides();
    void namesWithoutAnAccountAreFound();
    void whatIsSaidMeanwhileJoins();
    void theServerIsAskedWhenItIsBack();
    void aRefusalLeavesTheHitsOfHere();
    void waitsWhenAnotherDeviceSearches();
    void typingAsksOnce();
    void theModelMarksWhatWasLookedFor();
    void daysAreFoundHereOrThere();

private:
    /// The server answers searches from its logs, in pages of `limit`.
    void letServerSearch(int limit = 50);
    [[nodiscard]] bool isOnDisk(const QByteArray &bytes) const;
    /// The mirror's index has what was said.
    static bool hasFound(Searcher &searcher, const QString &text);

    std::unique_ptr<World> m_world;
    int m_searches = 0;
};

void TestMessageSearch::init()
{
    m_world = std::make_unique<World>();
    m_world->server.features.removeAll(QString::fromLatin1(features::Search));
    m_searches = 0;
}

void TestMessageSearch::letServerSearch(int limit)
{
    FakeServer &server = m_world->server;
    server.features = knownFeatures();
    server.intercept = [this, &server, limit](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SearchMessages))
            return false;
        ++m_searches;
        const auto wanted = decode<SearchMessages>(request).value();
        SearchPage page;
        page.rooms = 2;
        page.messages = 12'345;
        page.oldestMs = 1000;
        for (const RoomId room : { General, Ops }) {
            for (const RoomEvent &event : std::as_const(server.room(room).log)) {
                const auto order = quint64(event.timeMs) * 100 + quint64(room.value);
                if (isSearchable(event) && matchesTerms(event.text, searchTerms(wanted.text))
                    && (wanted.before == 0 || order < wanted.before))
                    page.hits.append({ order, event });
            }
        }
        std::ranges::sort(page.hits, std::greater(), &ListedMessage::order);
        page.more = page.hits.size() > limit;
        page.hits = page.hits.mid(0, limit);
        server.reply(channel, request, page);
        return true;
    };
}

bool TestMessageSearch::isOnDisk(const QByteArray &bytes) const
{
    const QDir files(m_world->folder.path() + u"/search"_s);
    for (const QString &name : files.entryList(QDir::Files)) {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes))
            return true;
    }
    return false;
}

bool TestMessageSearch::hasFound(Searcher &searcher, const QString &text)
{
    return QTest::qWaitFor([&] {
        const auto page = wait(searcher.index.find({ text }, 0, 50));
        return page && !page->hits.isEmpty();
    });
}

void TestMessageSearch::findsOfflineWhatIsHere()
{
    {
        Searcher searcher(*m_world);
        m_world->server.say(General, FakeServer::Marie, u"L'École est finie"_s);
        m_world->server.say(General, FakeServer::Jean, u"ecolier"_s);
        m_world->server.say(Ops, FakeServer::Jean, u"something"_s);
        searcher.rig->goOnline();
        QVERIFY(hasFound(searcher, u"ecolier"_s));
    }
    m_world->server.reachable = false;
    Searcher searcher(*m_world);
    QTRY_VERIFY(searcher.rig->sync.isLoaded());
    QTRY_VERIFY(!searcher.index.isPartial());
    searcher.look(u"écol"_s);
    QCOMPARE(searcher.seqs(), QList<Seq>({ 2, 1 }));
    QCOMPARE(searcher.model.rowCount(), 2);
    const SearchCoverage coverage = searcher.search.coverage();
    QVERIFY(!coverage.serverAsked);
    QVERIFY(coverage.isPartial);
    QCOMPARE(coverage.rooms, 2);
    QCOMPARE(coverage.messages, quint64(3));
    QVERIFY(coverage.oldestMs > 0);
    searcher.look({});
    QCOMPARE(searcher.model.rowCount(), 0);
}

void TestMessageSearch::whatCameAMomentAgoIsFoundOffline()
{
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    QTRY_VERIFY(!searcher.index.isPartial() && !searcher.index.isBehind());
    m_world->server.say(General, FakeServer::Marie, u"a late word"_s);
    QTRY_COMPARE(searcher.rig->sync.last(General), m_world->server.room(General).log.last().seq);
    searcher.search.setQuery({ u"late"_s }, true);
    QVERIFY(searcher.index.isBehind());
    QTRY_COMPARE(searcher.seqs(), QList<Seq>({ m_world->server.room(General).log.last().seq }));
}

void TestMessageSearch::anOlderMirrorIsIndexed()
{
    m_world->server.fill(General, 700);
    {
        const auto rig = m_world->makeRig(); // a program without searches
        rig->goOnline();
        QTRY_VERIFY(rig->sync.last(General) == 700);
        for (Seq before = 601; before > 1; before -= 200)
            QVERIFY(wait(rig->sync.before(General, before, 200)));
    }
    m_world->server.reachable = false;
    Searcher searcher(*m_world);
    QTRY_VERIFY(!searcher.index.isPartial());
    searcher.look(u"message"_s);
    QVERIFY(searcher.seqs().size() >= MessageSearch::PageHits);
    searcher.look(u"message 5 "_s);
    QCOMPARE(searcher.seqs(), QList<Seq>({ 5 }));
    QCOMPARE(searcher.search.coverage().messages, quint64(700));
}

void TestMessageSearch::editsAndDeletionsAreFollowed()
{
    Searcher searcher(*m_world);
    const Seq one = m_world->server.say(General, FakeServer::Marie, u"before"_s).seq;
    const Seq two = m_world->server.say(General, FakeServer::Marie, u"unwanted"_s).seq;
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"unwanted"_s));
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, one, u"after"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, two);
    QVERIFY(hasFound(searcher, u"after"_s));
    searcher.look(u"before"_s);
    QVERIFY(searcher.seqs().isEmpty());
    searcher.look(u"unwanted"_s);
    QVERIFY(searcher.seqs().isEmpty());
    searcher.look(u"after"_s);
    QCOMPARE(searcher.seqs(), QList<Seq>({ one }));
}

void TestMessageSearch::deletedWordsLeaveTheFiles()
{
    Searcher searcher(*m_world);
    const Seq one = m_world->server.say(General, FakeServer::Marie, u"zebrasecret"_s).seq;
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"zebrasecret"_s));
    QVERIFY(isOnDisk("zebrasecret"));
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, one);
    QTRY_VERIFY_WITH_TIMEOUT(!isOnDisk("zebrasecret"), 20'000);
}

void TestMessageSearch::anotherMirrorHasAnotherIndex()
{
    {
        Searcher searcher(*m_world);
        m_world->server.say(General, FakeServer::Marie, u"before"_s);
        searcher.rig->goOnline();
        QVERIFY(hasFound(searcher, u"before"_s));
    }
    QVERIFY(QFile::remove(m_world->folder.path() + u"/mirror.sqlite"_s));
    QFile::remove(m_world->folder.path() + u"/mirror.sqlite-wal"_s);
    m_world->server.reachable = false;
    Searcher searcher(*m_world);
    QTRY_VERIFY(!searcher.index.isPartial());
    QCOMPARE(wait(searcher.index.find({ u"before"_s }, 0, 50))->hits.size(), 0);
    QVERIFY(!isOnDisk("before"));
}

void TestMessageSearch::theIndexIsMadeOnce()
{
    m_world->server.say(General, FakeServer::Marie, u"once"_s);
    {
        Searcher searcher(*m_world); // the first connection empties the mirror for the server's epoch
        QTRY_VERIFY(!searcher.index.isPartial());
        searcher.rig->goOnline();
        QVERIFY(hasFound(searcher, u"once"_s));
    }
    const QString shard = m_world->folder.path() + u"/search/000001.db"_s;
    QVERIFY(QFile::exists(shard));
    QTest::failOnWarning(QRegularExpression(u"index"_s));
    QVERIFY(isOnDisk("once"));
    m_world->server.reachable = false;
    Searcher searcher(*m_world);
    QTRY_VERIFY(searcher.rig->sync.isLoaded());
    QTRY_VERIFY(!searcher.index.isPartial());
    QVERIFY(QFile::exists(shard)); // one that was made anew has another number
    QVERIFY(hasFound(searcher, u"once"_s));
}

void TestMessageSearch::wordsRemovedRightBeforeTheEndGoAtTheNextStart()
{
    {
        Searcher searcher(*m_world);
        const Seq one = m_world->server.say(General, FakeServer::Marie, u"zebrasecret"_s).seq;
        searcher.rig->goOnline();
        QVERIFY(hasFound(searcher, u"zebrasecret"_s));
        m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, one);
        QTRY_COMPARE(searcher.rig->sync.last(General), one + 1);
    }
    QVERIFY(isOnDisk("zebrasecret"));
    m_world->server.reachable = false;
    Searcher searcher(*m_world);
    QTRY_VERIFY(!searcher.index.isPartial());
    QVERIFY(QTest::qWaitFor([this] { return !isOnDisk("zebrasecret"); }, 1500)); // before what is removed is gathered
}

void TestMessageSearch::trimmedWordsLeaveTheFiles()
{
    {
        Searcher searcher(*m_world);
        const Seq one = m_world->server.say(General, FakeServer::Marie, u"zebrasecret"_s).seq;
        m_world->server.say(General, FakeServer::Marie, u"giraffe"_s);
        searcher.rig->goOnline();
        QVERIFY(hasFound(searcher, u"giraffe"_s));
        QVERIFY(isOnDisk("zebrasecret"));
        m_world->server.pushAll(HistoryTrimmed{ General, one + 1 });
        QTRY_COMPARE(searcher.rig->rooms.find(General)->floor, one + 1);
    }
    m_world->server.reachable = false;
    Searcher searcher(*m_world);
    QTRY_VERIFY_WITH_TIMEOUT(!isOnDisk("zebrasecret"), 20'000);
    QVERIFY(hasFound(searcher, u"giraffe"_s));
}

void TestMessageSearch::wordsOfAnotherEpochLeaveTheFiles()
{
    Searcher searcher(*m_world);
    m_world->server.say(General, FakeServer::Marie, u"zebrasecret"_s);
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"zebrasecret"_s));
    searcher.rig->store.reset("another");
    QTRY_VERIFY_WITH_TIMEOUT(!isOnDisk("zebrasecret"), 20'000);
}

void TestMessageSearch::leftRoomsAreNotFound()
{
    Searcher searcher(*m_world);
    m_world->server.say(Ops, FakeServer::Marie, u"word"_s);
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"word"_s));
    searcher.look(u"word"_s);
    QCOMPARE(searcher.model.rowCount(), 1);
    searcher.rig->sync.roomLeft(Ops);
    QCOMPARE(searcher.model.rowCount(), 0);
    QTRY_COMPARE(wait(searcher.index.find({ u"word"_s }, 0, 50))->messages, quint64(0));
}

void TestMessageSearch::mergesWhatTheServerHas()
{
    letServerSearch();
    m_world->server.say(General, FakeServer::Marie, u"word of old"_s);
    m_world->server.fill(General, 200); // the mirror begins with the newest hundred
    m_world->server.say(General, FakeServer::Marie, u"word of now"_s);
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"now"_s));
    QSignalSpy removed(&searcher.search, &MessageSearch::hitRemoved);
    QSignalSpy inserted(&searcher.search, &MessageSearch::hitInserted);
    searcher.look(u"word"_s);
    QCOMPARE(searcher.seqs(), QList<Seq>({ 202, 1 }));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(removed.size(), 0);
    const SearchCoverage coverage = searcher.search.coverage();
    QVERIFY(coverage.serverAsked && !coverage.isPartial);
    QCOMPARE(coverage.messages, quint64(12'345));
}

void TestMessageSearch::narrowingKeepsTheHitsThatFit()
{
    letServerSearch();
    m_world->server.say(General, FakeServer::Marie, u"chat"_s);
    m_world->server.say(General, FakeServer::Marie, u"château"_s);
    m_world->server.say(General, FakeServer::Marie, u"chien"_s);
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    searcher.look(u"ch"_s);
    QTRY_COMPARE(searcher.seqs(), QList<Seq>({ 3, 2, 1 }));
    QSignalSpy inserted(&searcher.search, &MessageSearch::hitInserted);
    searcher.search.setQuery({ u"cha"_s }, true);
    QCOMPARE(searcher.seqs(), QList<Seq>({ 2, 1 })); // at once
    QTRY_VERIFY(!searcher.search.isBusy());
    QCOMPARE(searcher.seqs(), QList<Seq>({ 2, 1 }));
    QCOMPARE(inserted.size(), 0);
}

void TestMessageSearch::pagesComeFromBothSides()
{
    letServerSearch(30);
    m_world->server.fill(General, 250);
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    QTRY_VERIFY(!searcher.index.isPartial());
    QVERIFY(hasFound(searcher, u"250 "_s));
    searcher.look(u"message"_s);
    for (int page = 0; page < 20 && searcher.search.hasMore(); ++page) {
        searcher.model.fetchMore({});
        QTRY_VERIFY(!searcher.search.isBusy());
    }
    QVERIFY(!searcher.search.hasMore());
    QList<Seq> all;
    for (Seq seq = 250; seq > 0; --seq)
        all.append(seq);
    QCOMPARE(searcher.seqs(), all);
}

void TestMessageSearch::namesWithoutAnAccountAreFound()
{
    const auto sayAs = [this](const QString &alias, const QString &text) {
        m_world->server.sayThrough(General, FakeServer::Marie, alias, text);
    };
    sayAs(u"Léa Martin"_s, u"word of old"_s);
    m_world->server.say(General, FakeServer::Marie, u"word"_s);
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"word"_s));
    const auto look = [&searcher](const SearchQuery &query) {
        searcher.search.setQuery(query, true);
        return QTest::qWaitFor([&] { return !searcher.search.isBusy(); });
    };
    QVERIFY(look({ .fromName = u"lea"_s }));
    QCOMPARE(searcher.seqs(), QList<Seq>({ 1 }));
    sayAs(u"Bob"_s, u"another"_s); // what comes meanwhile is held to the same
    sayAs(u"Léa"_s, u"newest"_s);
    QTRY_COMPARE(searcher.seqs(), QList<Seq>({ 4, 1 }));
    QVERIFY(hasFound(searcher, u"newest"_s));
    QVERIFY(look({ .from = FakeServer::Jean, .fromName = u"Bob "_s }));
    QTRY_COMPARE(searcher.seqs(), QList<Seq>({ 3 }));
}

void TestMessageSearch::whatIsSaidMeanwhileJoins()
{
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    searcher.look(u"word"_s);
    QCOMPARE(searcher.model.rowCount(), 0);
    const Seq one = m_world->server.say(General, FakeServer::Marie, u"a word"_s).seq;
    m_world->server.say(General, FakeServer::Marie, u"nothing"_s);
    QTRY_COMPARE(searcher.model.rowCount(), 1);
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, one, u"another word"_s);
    QTRY_COMPARE(searcher.model.index(0).data(TimelineModel::TextRole).toString(), u"another word"_s);
    m_world->server.change(General, FakeServer::Marie, EventKind::Edited, one, u"other"_s);
    QTRY_COMPARE(searcher.model.rowCount(), 0);
    const Seq two = m_world->server.say(General, FakeServer::Marie, u"word"_s).seq;
    QTRY_COMPARE(searcher.model.rowCount(), 1);
    m_world->server.change(General, FakeServer::Marie, EventKind::Deleted, two);
    QTRY_COMPARE(searcher.model.rowCount(), 0);
}

void TestMessageSearch::theServerIsAskedWhenItIsBack()
{
    letServerSearch();
    m_world->server.say(General, FakeServer::Marie, u"word of old"_s);
    m_world->server.fill(General, 200);
    Searcher searcher(*m_world);
    QTRY_VERIFY(searcher.rig->sync.isLoaded());
    searcher.look(u"word"_s);
    QVERIFY(searcher.seqs().isEmpty());
    QVERIFY(!searcher.search.coverage().serverAsked);
    searcher.rig->goOnline();
    QTRY_COMPARE(searcher.seqs(), QList<Seq>({ 1 }));
    QVERIFY(searcher.search.coverage().serverAsked);
}

void TestMessageSearch::aRefusalLeavesTheHitsOfHere()
{
    m_world->server.features = knownFeatures();
    m_world->server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::SearchMessages))
            return false;
        m_world->server.refuse(channel, request, ErrorCode::SearchTimedOut);
        return true;
    };
    m_world->server.say(General, FakeServer::Marie, u"word"_s);
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"word"_s));
    searcher.look(u"word"_s);
    QCOMPARE(searcher.seqs(), QList<Seq>({ 1 }));
    QVERIFY(searcher.search.serverError());
    QCOMPARE(searcher.search.serverError()->code, ErrorCode::SearchTimedOut);
    QVERIFY(!searcher.search.coverage().serverAsked);
}

void TestMessageSearch::waitsWhenAnotherDeviceSearches()
{
    letServerSearch();
    const auto answers = m_world->server.intercept;
    bool isFirst = true;
    m_world->server.intercept = [this, answers, &isFirst](FakeChannel *channel, const Envelope &request) {
        if (request.is(MessageType::SearchMessages) && std::exchange(isFirst, false)) {
            m_world->server.refuse(channel, request, ErrorCode::RateLimited, {}, 60);
            return true;
        }
        return answers(channel, request);
    };
    m_world->server.say(General, FakeServer::Marie, u"word"_s);
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    searcher.look(u"word"_s);
    QVERIFY(searcher.search.coverage().serverAsked);
    QVERIFY(!searcher.search.serverError());
}

void TestMessageSearch::typingAsksOnce()
{
    letServerSearch();
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    for (const QString &text : { u"w"_s, u"wo"_s, u"wor"_s, u"word"_s })
        searcher.search.setQuery({ text });
    QVERIFY(searcher.search.isBusy());
    QTRY_VERIFY(!searcher.search.isBusy());
    QCOMPARE(m_searches, 1);
    searcher.search.setQuery({ u"word"_s }, true); // the same: nothing to do
    QVERIFY(!searcher.search.isBusy());
    searcher.search.setQuery({ u" ? "_s }, true);
    QVERIFY(!searcher.search.isBusy());
    QCOMPARE(m_searches, 1);
}

void TestMessageSearch::theModelMarksWhatWasLookedFor()
{
    Searcher searcher(*m_world);
    const QString text = u"many words before it "_s.repeated(20) + u"**l'École** and behind"_s;
    RoomEvent message;
    message.room = General;
    message.author = FakeServer::Marie;
    message.cid = Cid::createUuid();
    message.text = text;
    message.format = TextFormat::Markdown;
    m_world->server.append(message);
    searcher.rig->goOnline();
    QVERIFY(hasFound(searcher, u"ecole"_s));
    searcher.look(u"ecol"_s);
    QCOMPARE(searcher.model.rowCount(), 1);
    const QModelIndex row = searcher.model.index(0);
    QCOMPARE(row.data(SearchModel::RoomIdRole).toLongLong(), General.value);
    QCOMPARE(row.data(SearchModel::RoomNameRole).toString(), u"General"_s);
    QCOMPARE(row.data(TimelineModel::SeqRole).toLongLong(), 1);
    QCOMPARE(row.data(TimelineModel::TextRole).toString(), text);
    const auto snippet = row.data(SearchModel::SnippetRole).value<SearchSnippet>();
    QVERIFY(snippet.text.startsWith(u'\u2026'));
    QVERIFY(snippet.text.size() < 300);
    QCOMPARE(snippet.matches.size(), 1);
    QCOMPARE(snippet.text.sliced(snippet.matches[0].start, snippet.matches[0].length), u"École"_s);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"General"_s));
    QCOMPARE(searcher.model.rowOf(General, 1), 0);
}

void TestMessageSearch::daysAreFoundHereOrThere()
{
    m_world->server.features = knownFeatures();
    m_world->server.intercept = [this](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::FindMoment))
            return false;
        m_world->server.reply(channel, request, MomentFound{ 42 });
        return true;
    };
    m_world->server.fill(General, 300); // a second apart
    Searcher searcher(*m_world);
    searcher.rig->goOnline();
    MomentFinder finder(*searcher.rig->session, searcher.rig->store);
    const QDate day = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000).date();
    QCOMPARE(wait(finder.find(General, day)).value_or(0), 42); // older than what is here
    QCOMPARE(wait(finder.find(General, day.addDays(2))).error().code, ErrorCode::MessageUnknown);
    // The first page begins at 201: a moment behind it is known here.
    QCOMPARE(wait(searcher.rig->store.findMoment(General, 1'750'000'000'000 + 250 * 1000)).value_or(0), 250);
    QCOMPARE(wait(searcher.rig->store.findMoment(General, 1'750'000'000'000 + 249'500)).value_or(0), 250);
    m_world->server.cut();
    m_world->server.reachable = false;
    QTRY_VERIFY(!searcher.rig->session->isOnline());
    QCOMPARE(wait(finder.find(General, day)).value_or(0), 201); // the oldest that is known
    QCOMPARE(wait(finder.find(Ops, day)).error().code, ErrorCode::ConnectionLost);
}

QTEST_GUILESS_MAIN(TestMessageSearch)
#include "tst_message_search.moc"
