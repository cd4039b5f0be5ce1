// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Searching all that an account can read, and finding days.
class TestSearchCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSaidIsFound();
    void editsAndDeletionsAreFollowed();
    void deletedWordsLeaveTheFiles();
    void onlyWhatOneCanReadIsFound();
    void conditionsHoldTogether();
    void aHitHasItsFilesOnce();
    void pagesGoOnBehindTheLastHit();
    void whatWasMissedIsCaughtUp();
    void anIndexThatIsGoneIsMadeAgain();
    void aTrimmedRoomIsForgotten();
    void oneSearchOfAnAccountRunsAtATime();
    void nothingToLookForIsRefused();
    void aDayIsFound();
    void withoutTheFeatureItIsNotOffered();
};

namespace {

using Person = DispatchRig::Person;

/// The hits once the index knows all that was said.
Result<SearchPage> search(DispatchRig &rig, const Person &person, const SearchMessages &query)
{
    rig.index->logGrew();
    Result<SearchPage> page;
    (void)waitUntil([&] {
        page = rig.ask<SearchPage>(person.connection, query);
        return page && !page->isPartial;
    });
    return page;
}

QList<Seq> seqsOf(const Result<SearchPage> &page)
{
    QList<Seq> seqs;
    for (const ListedMessage &hit : page ? page->hits : QList<ListedMessage>())
        seqs.append(hit.event.seq);
    return seqs;
}

Result<Sent> change(DispatchRig &rig, Person &person, RoomId room, EventKind kind, Seq target, const QString &text = {})
{
    SendMessage message = rig.draft(person, room, text);
    message.kind = kind;
    message.target = target;
    return rig.ask<Sent>(person.connection, message);
}

/// Whether the newest that was said is found by it, which is when all before it is in the index too.
bool isFollowing(DispatchRig &rig, Person &person)
{
    static int number = 0;
    const QString mark = u"mark%1"_s.arg(++number);
    const auto said = rig.say(person, rig.firstRoom(), mark);
    return said && waitUntil([&] {
        const auto page = rig.ask<SearchPage>(person.connection, SearchMessages{ .text = mark });
        return page && !page->hits.isEmpty();
    });
}

} // namespace

void TestSearchCommands::whatWasSaidIsFound()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const Seq one = rig.say(marie, rig.firstRoom(), u"L'École est finie"_s)->seq;
    QVERIFY(rig.say(marie, rig.firstRoom(), u"something else"_s));
    const RoomId open = rig.openRoom(marie, u"Open"_s, RoomKind::Private, { jean.account });
    const Seq two = rig.say(marie, open, u"ecolier"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    const auto page = search(rig, jean, { .text = u"écol"_s });
    QCOMPARE(seqsOf(page), (QList<Seq>{ two, one }));
    QCOMPARE(page->hits[0].event.room, open);
    QCOMPARE(page->hits[1].event.text, u"L'École est finie"_s);
    QVERIFY(!page->more && !page->isPartial);
    QCOMPARE(page->rooms, 2U);
    QVERIFY(page->messages >= 3);
    QVERIFY(page->oldestMs > 0);
    QCOMPARE(seqsOf(search(rig, jean, { .text = u"\"est finie\""_s })), QList<Seq>{ one });
}

void TestSearchCommands::editsAndDeletionsAreFollowed()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.firstRoom();
    const Seq one = rig.say(marie, room, u"before"_s)->seq;
    const Seq two = rig.say(marie, room, u"unwanted"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    QVERIFY(change(rig, marie, room, EventKind::Edited, one, u"after"_s));
    QVERIFY(change(rig, marie, room, EventKind::Deleted, two));
    // What is deleted is not shown even before the index heard of it.
    QVERIFY(seqsOf(search(rig, marie, { .text = u"unwanted"_s })).isEmpty());
    QVERIFY(isFollowing(rig, marie));
    QVERIFY(seqsOf(search(rig, marie, { .text = u"before"_s })).isEmpty());
    const auto page = search(rig, marie, { .text = u"after"_s });
    QCOMPARE(seqsOf(page), QList<Seq>{ one });
    QVERIFY(page->hits.first().event.editedMs > 0);
    QVERIFY(seqsOf(search(rig, marie, { .text = u"unwanted"_s })).isEmpty());
}

void TestSearchCommands::deletedWordsLeaveTheFiles()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    const Seq one = rig.say(marie, rig.firstRoom(), u"zebrasecret"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    const QDir files(rig.folder.filePath(u"search"_s));
    const auto isOnDisk = [&files] {
        for (const QString &name : files.entryList(QDir::Files)) {
            QFile file(files.filePath(name));
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains("zebrasecret"))
                return true;
        }
        return false;
    };
    QVERIFY(isOnDisk());
    QVERIFY(change(rig, marie, rig.firstRoom(), EventKind::Deleted, one));
    QTRY_VERIFY_WITH_TIMEOUT(!isOnDisk(), 20'000);
    QVERIFY(isFollowing(rig, marie));
}

void TestSearchCommands::onlyWhatOneCanReadIsFound()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId hidden = rig.openRoom(marie, u"Hidden"_s, RoomKind::Private);
    QVERIFY(rig.say(marie, hidden, u"word early"_s));
    const RoomId shared = rig.openRoom(marie, u"Shared"_s, RoomKind::Public, { jean.account });
    const Seq two = rig.say(marie, shared, u"word"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    QCOMPARE(seqsOf(search(rig, jean, { .text = u"word"_s })), QList<Seq>{ two });
    QCOMPARE(rig.codeOf<SearchPage>(jean.connection, SearchMessages{ .text = u"word"_s, .room = hidden }),
        int(ErrorCode::RoomUnknown));
    QCOMPARE(rig.codeOf<SearchPage>(jean.connection, SearchMessages{ .text = u"word"_s, .room = RoomId{ 999 } }),
        int(ErrorCode::RoomUnknown));
    // A newcomer finds what they can read, which begins at their floor.
    QVERIFY(rig.ask<Done>(marie.connection, InviteToRoom{ hidden, jean.account }));
    const Seq three = rig.say(marie, hidden, u"word late"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    const auto history = rig.ask<HistoryPage>(jean.connection, FetchHistory{ hidden, 0, 0, 0 });
    QList<Seq> expected;
    for (const RoomEvent &event : history->events) {
        if (event.text.startsWith(u"word"_s))
            expected.prepend(event.seq);
    }
    QVERIFY(expected.contains(three));
    QCOMPARE(seqsOf(search(rig, jean, { .text = u"word"_s, .room = hidden })), expected);
    QVERIFY(rig.ask<Done>(jean.connection, LeaveRoom{ shared }));
    QVERIFY(!seqsOf(search(rig, jean, { .text = u"word"_s })).isEmpty());
    QCOMPARE(seqsOf(search(rig, jean, { .text = u"word"_s })), expected);
}

void TestSearchCommands::conditionsHoldTogether()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.firstRoom();
    const Seq one = rig.say(marie, room, u"word https://example.org"_s)->seq;
    const qint64 between = rig.clock.wall + 500;
    rig.clock.wall += 1000;
    const Seq two = rig.say(jean, room, u"word"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s, .from = jean.account })), QList<Seq>{ two });
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s, .untilMs = between })), QList<Seq>{ one });
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s, .sinceMs = between })), QList<Seq>{ two });
    QCOMPARE(seqsOf(search(rig, marie, { .hasLink = true })), QList<Seq>{ one });
    QCOMPARE(seqsOf(search(rig, marie, { .hasFile = true })), QList<Seq>{});
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s, .room = room, .from = marie.account, .hasLink = true })),
        QList<Seq>{ one });
}

void TestSearchCommands::aHitHasItsFilesOnce()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes("the plan");
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hash, quint64(bytes.size()) });
    QVERIFY(opened);
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, bytes }));
    SendMessage message = rig.draft(marie, rig.firstRoom(), u"here it is"_s);
    message.files = { { hash, u"plan.txt"_s, quint64(bytes.size()), {}, 0, 0, {} },
        { hash, u"copy.txt"_s, quint64(bytes.size()), {}, 0, 0, {} } };
    message.folder = u"Sortie scolaire"_s;
    QVERIFY(rig.ask<Sent>(marie.connection, message));
    QVERIFY(isFollowing(rig, marie));
    QCOMPARE(search(rig, marie, { .text = u"scol"_s })->hits.size(), qsizetype(1)); // and is found by its folder
    const auto page = search(rig, marie, { .hasFile = true });
    QCOMPARE(page->hits.size(), qsizetype(1));
    QCOMPARE(page->hits.first().event.files, message.files);
}

void TestSearchCommands::pagesGoOnBehindTheLastHit()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    for (int i = 0; i < 7; ++i)
        QVERIFY(rig.say(marie, rig.firstRoom(), u"word"_s));
    QVERIFY(isFollowing(rig, marie));
    QList<Seq> all;
    SearchMessages query{ .text = u"word"_s, .limit = 3 };
    for (int page = 0; page < 3; ++page) {
        const auto hits = search(rig, marie, query);
        QCOMPARE(hits->hits.size(), page < 2 ? 3 : 1);
        QCOMPARE(hits->more, page < 2);
        all += seqsOf(hits);
        query.before = hits->hits.last().order;
    }
    QCOMPARE(QSet<Seq>(all.begin(), all.end()).size(), 7);
    QVERIFY(std::ranges::is_sorted(all, std::greater()));
}

void TestSearchCommands::whatWasMissedIsCaughtUp()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QList<Seq> said;
    for (int i = 0; i < 20; ++i)
        said.prepend(rig.say(marie, rig.firstRoom(), u"word"_s)->seq);
    QCOMPARE(rig.codeOf<SearchPage>(marie.connection, SearchMessages{ .text = u"word"_s }), int(ErrorCode::ServerBusy));
    rig.useIndex(); // the messages were there before it
    QVERIFY(waitUntil([&] { return !rig.index->isPartial(); }));
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s })), said);
    rig.restart();
    marie = rig.comeBack(marie);
    QVERIFY(waitUntil([&] { return !rig.index->isPartial(); }));
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s })), said);
}

void TestSearchCommands::anIndexThatIsGoneIsMadeAgain()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    const Seq one = rig.say(marie, rig.firstRoom(), u"word"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    rig.dispatcher.reset();
    rig.index.reset();
    QVERIFY(QDir(rig.folder.filePath(u"search"_s)).removeRecursively());
    rig.restart();
    marie = rig.comeBack(marie);
    QVERIFY(waitUntil([&] { return !rig.index->isPartial(); }));
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s })), QList<Seq>{ one });
}

void TestSearchCommands::aTrimmedRoomIsForgotten()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    QVERIFY(rig.say(marie, rig.firstRoom(), u"word"_s));
    const Seq two = rig.say(marie, rig.firstRoom(), u"word"_s)->seq;
    QVERIFY(isFollowing(rig, marie));
    rig.index->trim(rig.firstRoom(), two);
    QCOMPARE(seqsOf(search(rig, marie, { .text = u"word"_s })), QList<Seq>{ two });
}

void TestSearchCommands::oneSearchOfAnAccountRunsAtATime()
{
    DispatchRig rig;
    rig.useIndex();
    auto marie = rig.join(u"marie"_s);
    QVERIFY(isFollowing(rig, marie));
    const quint64 first = rig.send(marie.connection, SearchMessages{ .text = u"a"_s });
    const quint64 second = rig.send(marie.connection, SearchMessages{ .text = u"b"_s });
    const auto refused = rig.answerTo<SearchPage>(marie.connection, second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RateLimited);
    QVERIFY(refused.error().retryAfterMs.has_value());
    QVERIFY(rig.answerTo<SearchPage>(marie.connection, first));
    QVERIFY(rig.ask<SearchPage>(marie.connection, SearchMessages{ .text = u"b"_s }));
}

void TestSearchCommands::nothingToLookForIsRefused()
{
    DispatchRig rig;
    rig.useIndex();
    const auto marie = rig.join(u"marie"_s);
    for (const SearchMessages &query :
        { SearchMessages{}, SearchMessages{ .text = u" *\"( "_s }, SearchMessages{ .room = rig.firstRoom() } })
        QCOMPARE(rig.codeOf<SearchPage>(marie.connection, query), int(ErrorCode::InvalidSearch));
}

void TestSearchCommands::aDayIsFound()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s);
    QList<std::pair<qint64, Seq>> said;
    for (int i = 0; i < 9; ++i) {
        rig.clock.wall += 60'000;
        said.append({ rig.clock.wall, rig.say(marie, room, u"word"_s)->seq });
    }
    const auto momentOf = [&](qint64 timeMs) {
        const auto found = rig.ask<MomentFound>(marie.connection, FindMoment{ room, timeMs });
        return found ? found->seq : -1;
    };
    for (const auto &[timeMs, seq] : std::as_const(said)) {
        QCOMPARE(momentOf(timeMs), seq);
        QCOMPARE(momentOf(timeMs - 1), seq);
    }
    QCOMPARE(momentOf(rig.clock.wall + 1), 0);
    QCOMPARE(momentOf(0), 1);
    QCOMPARE(momentOf(-5), 1);
    const auto jean = rig.join(u"jean"_s);
    QCOMPARE(rig.codeOf<MomentFound>(jean.connection, FindMoment{ room, 0 }), int(ErrorCode::NotAMember));
}

void TestSearchCommands::withoutTheFeatureItIsNotOffered()
{
    DispatchRig rig;
    rig.useIndex();
    rig.features.removeAll(QString::fromLatin1(features::Search));
    const auto marie = rig.join(u"marie"_s);
    QCOMPARE(rig.codeOf<SearchPage>(marie.connection, SearchMessages{ .text = u"word"_s }),
        int(ErrorCode::UnexpectedMessage));
}

QTEST_GUILESS_MAIN(TestSearchCommands)
#include "tst_search_commands.moc"
