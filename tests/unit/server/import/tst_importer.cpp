// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/import_desk.h"
#include "server/files/blob_lane.h"
#include "server/import/importer.h"
#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// Exports of rooms as the server reads them in.
class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesComeInAtTheirTimes();
    void answersKeepTheirTargets();
    void peopleAreFoundByTheirLogins();
    void onceIsEnough();
    void aCopyOfARoomIsPossible();
    void nothingIsWrittenWhenALineIsBad_data();
    void nothingIsWrittenWhenALineIsBad();
    void contentsOfFilesAreChecked_data();
    void contentsOfFilesAreChecked();
    void filesComeAlong();
    void filesNeedAServerThatTakesThem();
    void pipesAreNotWaitedFor();
    void namesWithoutAnAccountAreFound();
    void noRoomHearsOfTheBot();
    void thosePresentHearOfIt();
    void manyMessagesComeInBatches();
};

namespace {

/// An export in a folder of its own.
class Export
{
public:
    explicit Export(const QString &room = u"Archive"_s)
    {
        m_lines.append(
            R"({"salon":"export","version":1,"server":{"id":"00ff","name":"Old place"},"room":{"id":7,"name":")"
            + room.toUtf8() + R"("}})");
    }
    void line(const QByteArray &line) { m_lines.append(line); }
    /// A message by somebody; a line is what it ends with.
    void message(Seq seq, const QByteArray &login, const QByteArray &text, const QByteArray &more = {})
    {
        line(R"({"seq":)" + QByteArray::number(seq) + R"(,"time":"2024-03-01T10:00:)"
            + QByteArray::number(seq % 60).rightJustified(2, '0') + R"(.250Z","kind":"message","author":{"login":")"
            + login + R"(","name":"Name of )" + login + R"("},"text":")" + text + '"' + more + '}');
    }
    void file(const QString &name, const QByteArray &content) const
    {
        QDir(path()).mkpath(u"files"_s);
        QFile file(path() + u"/files/"_s + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
    }
    void write() const
    {
        QFile file(path() + u"/messages.jsonl"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_lines.join('\n') + '\n') <= 0)
            qFatal("cannot write");
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QByteArrayList m_lines;
};

struct Place
{
    DispatchRig rig;
    DispatchRig::Person marie = rig.join(u"marie"_s);
    Importer importer{ rig.dispatcher->importDesk() };

    ImportReport read(const Export &from, const QString &room = {})
    {
        from.write();
        return readAsItIs(from, room);
    }
    ImportReport readAsItIs(const Export &from, const QString &room = {})
    {
        std::optional<ImportReport> last;
        importer.importFolder(from.path(), room, [&last](const ImportReport &report) {
            if (report.stage == ImportReport::Stage::Done || report.stage == ImportReport::Stage::Failed)
                last = report;
        });
        if (!waitUntil([&] { return last.has_value(); }, 60'000))
            qFatal("the import does not end");
        return *last;
    }
    RoomId roomNamed(const QString &name)
    {
        const auto rooms = rig.ask<RoomList>(marie.connection, ListRooms{ name, 0, 0 })->rooms;
        return rooms.isEmpty() ? RoomId{} : rooms.front().id;
    }
    QList<RoomEvent> logOf(const QString &name)
    {
        const RoomId room = roomNamed(name);
        if (!rig.ask<RoomOpened>(marie.connection, JoinRoom{ room }))
            return {};
        QList<RoomEvent> events;
        while (true) {
            const Seq after = events.isEmpty() ? 0 : events.back().seq;
            const auto page = rig.ask<HistoryPage>(marie.connection, FetchHistory{ room, 0, after, 0 });
            if (page->events.isEmpty())
                return events;
            events += page->events;
        }
    }
};

QList<RoomEvent> messagesOf(QList<RoomEvent> events)
{
    events.removeIf([](const RoomEvent &event) { return event.kind != EventKind::Message; });
    return events;
}

} // namespace

void TestImporter::messagesComeInAtTheirTimes()
{
    Place place;
    Export from;
    from.line(R"({"seq":1,"time":"2024-03-01T09:00:00.000Z","kind":"roomCreated","params":["Archive"]})");
    from.message(2, "zoe", R"(C’est *noté*\nÀ demain 🌻)", R"(,"format":"markdown","unknown":{"is":["passed"]})");
    from.line(R"({"seq":5,"time":"2024-03-01T10:00:03.000Z","kind":"announcement","text":"Hear, hear"})");
    from.line(
        R"({"seq":6,"time":"2024-03-01T10:00:04.000Z","kind":"message","author":{"name":"Gone"},"deleted":true})");
    const ImportReport report = place.read(from);
    QCOMPARE(report.stage, ImportReport::Stage::Done);
    QCOMPARE(report.added, 2);
    QCOMPARE(report.leftOut, 2);
    const auto log = place.logOf(u"Archive"_s);
    QCOMPARE(log.front().kind, EventKind::RoomCreated);
    QCOMPARE(log.front().timeMs, log.at(1).timeMs);
    const auto messages = messagesOf(log);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].text, u"C’est *noté*\nÀ demain 🌻"_s);
    QCOMPARE(messages[0].format, TextFormat::Markdown);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(messages[0].timeMs, Qt::UTC).toString(Qt::ISODateWithMs),
        u"2024-03-01T10:00:02.250Z"_s);
    QCOMPARE(messages[0].alias, u"Name of zoe"_s);
    QCOMPARE(messages[1].alias, u"Old place"_s);
    const auto rooms = place.rig.ask<RoomList>(place.marie.connection, ListRooms{ u"Archive"_s, 0, 0 })->rooms;
    QCOMPARE(rooms.front().rules, RoomRules{});
}

void TestImporter::answersKeepTheirTargets()
{
    Place place;
    Export from;
    from.message(10, "zoe", "first");
    from.message(20, "zoe", "answer", R"(,"replyTo":10)");
    from.message(30, "zoe", "to what is not there", R"(,"replyTo":15)");
    for (int i = 0; i < 600; ++i) // into another batch
        from.message(100 + i, "zoe", "x");
    from.message(900, "zoe", "late answer", R"(,"replyTo":10)");
    QCOMPARE(place.read(from, u"Elsewhere"_s).added, 604);
    const auto messages = messagesOf(place.logOf(u"Elsewhere"_s));
    QCOMPARE(messages[1].target, messages[0].seq);
    QCOMPARE(messages[2].target, Seq(0));
    QCOMPARE(messages.back().text, u"late answer"_s);
    QCOMPARE(messages.back().target, messages[0].seq);
}

void TestImporter::peopleAreFoundByTheirLogins()
{
    Place place;
    Export from;
    from.message(1, "marie", "mine");
    from.message(2, "stranger", "not here");
    QCOMPARE(place.read(from).stage, ImportReport::Stage::Done);
    const auto messages = messagesOf(place.logOf(u"Archive"_s));
    QCOMPARE(messages[0].author, place.marie.account);
    QVERIFY(messages[0].alias.isEmpty());
    QCOMPARE(messages[0].authorName, u"Name of marie"_s);
    QVERIFY(messages[1].author != place.marie.account);
    QCOMPARE(messages[1].alias, u"Name of stranger"_s);
    // An account that is a person's is not taken.
    Place other;
    (void)other.rig.join(u"import"_s);
    const ImportReport refused = other.read(from);
    QCOMPARE(refused.failure.problem, ImportProblem::Refused);
    QCOMPARE(refused.failure.error.code, ErrorCode::LoginTaken);
}

void TestImporter::onceIsEnough()
{
    Place place;
    Export from;
    from.message(1, "marie", "with an id", R"(,"cid":"0190f3a2-0000-7000-8000-0000000000a1")");
    from.message(2, "zoe", "without one");
    QCOMPARE(place.read(from).added, 2);
    const ImportReport again = place.read(from);
    QCOMPARE(again.added, 0);
    QCOMPARE(again.known, 2);
    from.message(3, "zoe", "new, to an old one", R"(,"replyTo":2)");
    QCOMPARE(place.read(from).added, 1);
    const auto messages = messagesOf(place.logOf(u"Archive"_s));
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages[2].target, messages[1].seq);
}

void TestImporter::aCopyOfARoomIsPossible()
{
    Place place;
    Export from;
    from.message(1, "marie", "one", R"(,"cid":"0190f3a2-0000-7000-8000-0000000000a1")");
    QCOMPARE(place.read(from, u"First"_s).added, 1);
    QCOMPARE(place.read(from, u"Second"_s).added, 1);
    QCOMPARE(place.read(from, u"Second"_s).added, 0);
    QCOMPARE(place.read(from, u"First"_s).added, 0);
    QCOMPARE(messagesOf(place.logOf(u"Second"_s)).size(), 1);
}

void TestImporter::nothingIsWrittenWhenALineIsBad_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<ImportProblem>("problem");
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QByteArray &bad, ImportProblem problem, const QString &what = {}) {
        QTest::newRow(name) << bad << problem << what;
    };
    const auto with = [](const QByteArray &fields) {
        return R"({"seq":9,"time":"2024-03-01T10:00:00.000Z","kind":"message",)" + fields + '}';
    };
    row("no JSON", "hello", ImportProblem::NotJson);
    row("a list", "[1]", ImportProblem::NotJson);
    row("cut off", R"({"seq":9,"kind":"mess)", ImportProblem::NotJson);
    row("no seq", R"({"time":"2024-03-01T10:00:00Z","kind":"message","text":"x"})", ImportProblem::BadField, u"seq"_s);
    row("the same seq", R"({"seq":1,"time":"2024-03-01T10:00:00Z","kind":"left"})", ImportProblem::SeqNotRising);
    row("half a seq", R"({"seq":9.5,"time":"2024-03-01T10:00:00Z","kind":"left"})", ImportProblem::BadField, u"seq"_s);
    row("no time", R"({"seq":9,"kind":"message","text":"x"})", ImportProblem::BadField, u"time"_s);
    row("local time", R"({"seq":9,"time":"2024-03-01T10:00:00","kind":"left"})", ImportProblem::BadField, u"time"_s);
    row("later than now", R"({"seq":9,"time":"2970-03-01T10:00:00Z","kind":"left"})", ImportProblem::BadField,
        u"time"_s);
    row("no text", with(R"("text":"  ")"), ImportProblem::BadText);
    row("a text that is too long", with(R"("text":")" + QByteArray(20'000, 'x') + '"'), ImportProblem::BadText);
    row("text is a number", with(R"("text":5)"), ImportProblem::BadText);
    row("a format of its own", with(R"("text":"x","format":"html")"), ImportProblem::BadField, u"format"_s);
    row("an id that is none", with(R"("text":"x","cid":"5")"), ImportProblem::BadField, u"cid"_s);
    row("an answer to the future", with(R"("text":"x","replyTo":10)"), ImportProblem::BadField, u"replyTo"_s);
    row("too long a line", with(R"("text":"x","y":")" + QByteArray(1'100'000, 'y') + '"'), ImportProblem::LineTooLong);
}

void TestImporter::nothingIsWrittenWhenALineIsBad()
{
    QFETCH(QByteArray, bad);
    QFETCH(ImportProblem, problem);
    QFETCH(QString, what);
    Place place;
    Export from;
    from.message(1, "zoe", "good");
    from.line(bad);
    const ImportReport report = place.read(from);
    QCOMPARE(report.stage, ImportReport::Stage::Failed);
    QCOMPARE(report.failure.problem, problem);
    QCOMPARE(report.failure.line, 3);
    QCOMPARE(report.failure.what, what);
    QVERIFY(!place.roomNamed(u"Archive"_s).isValid());
    QVERIFY(!place.rig.dispatcher->importDesk().accountOf(u"import"_s).isValid());
}

void TestImporter::contentsOfFilesAreChecked_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ImportProblem>("problem");
    QTest::newRow("missing") << QByteArray("files/other.txt") << QByteArray("abc") << ImportProblem::FileMissing;
    QTest::newRow("another size") << QByteArray("files/a.txt") << QByteArray("abcd") << ImportProblem::FileDamaged;
    QTest::newRow("another content") << QByteArray("files/a.txt") << QByteArray("abd") << ImportProblem::FileDamaged;
    QTest::newRow("outside") << QByteArray("files/../../secret") << QByteArray("abc") << ImportProblem::BadFilePlace;
    QTest::newRow("anywhere") << QByteArray("/etc/passwd") << QByteArray("abc") << ImportProblem::BadFilePlace;
    QTest::newRow("up") << QByteArray("files/..") << QByteArray("abc") << ImportProblem::BadFilePlace;
}

namespace {

QByteArray filesField(const QByteArray &place, const QByteArray &content)
{
    return R"(,"files":[{"name":"plan.txt","size":)" + QByteArray::number(content.size()) + R"(,"sha256":")"
        + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + R"(","file":")" + place + R"("}])";
}

} // namespace

void TestImporter::contentsOfFilesAreChecked()
{
    QFETCH(QByteArray, place);
    QFETCH(QByteArray, content);
    QFETCH(ImportProblem, problem);
    Place target;
    Export from;
    from.file(u"a.txt"_s, content);
    from.message(1, "zoe", "look", filesField(place, "abc"));
    const ImportReport report = target.read(from);
    QCOMPARE(report.failure.problem, problem);
    QCOMPARE(report.failure.line, 2);
}

void TestImporter::filesComeAlong()
{
    QTemporaryDir blobs;
    BlobLane lane(blobs.path());
    QVERIFY(lane.open());
    Place place;
    place.rig.dispatcher->setFiles(lane);
    Export from;
    const QByteArray content(300'000, 'z');
    from.file(u"a.txt"_s, content);
    from.message(1, "zoe", "", filesField("files/a.txt", content));
    from.message(2, "marie", "the same", filesField("files/a.txt", content));
    from.message(3, "marie", "not kept", filesField("", "gone"));
    const ImportReport report = place.read(from);
    QCOMPARE(report.stage, ImportReport::Stage::Done);
    QCOMPARE(report.added, 3);
    QCOMPARE(report.filesMissing, 1);
    const auto messages = messagesOf(place.logOf(u"Archive"_s));
    for (int i : { 0, 1 }) {
        QCOMPARE(messages[i].files.size(), 1);
        QCOMPARE(messages[i].files.front().name, u"plan.txt"_s);
        QCOMPARE(messages[i].files.front().size, quint64(content.size()));
    }
    QVERIFY(messages[2].files.isEmpty());
    const RoomId room = place.roomNamed(u"Archive"_s);
    const auto opened = place.rig.ask<DownloadOpened>(place.marie.connection, OpenDownload{ room, messages[1].seq, 0 });
    QVERIFY(opened);
}

void TestImporter::pipesAreNotWaitedFor()
{
#ifdef Q_OS_UNIX
    Place place;
    Export from;
    QCOMPARE(::mkfifo(QFile::encodeName(from.path() + u"/messages.jsonl"_s).constData(), 0600), 0);
    const ImportReport report = place.readAsItIs(from);
    QCOMPARE(report.failure.problem, ImportProblem::CannotRead);
    Export other;
    QVERIFY(QDir(other.path()).mkpath(u"files"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(other.path() + u"/files/a.txt"_s).constData(), 0600), 0);
    other.message(1, "zoe", "look", filesField("files/a.txt", "abc"));
    QCOMPARE(place.read(other).failure.problem, ImportProblem::FileMissing);
#else
    QSKIP("pipes have no names in folders here");
#endif
}

void TestImporter::filesNeedAServerThatTakesThem()
{
    Place place;
    ServerSettings settings = place.rig.dispatcher->settings();
    settings.files.enabled = false;
    place.rig.dispatcher->setSettings(settings);
    Export from;
    from.file(u"a.txt"_s, "abc");
    from.message(1, "zoe", "look", filesField("files/a.txt", "abc"));
    QCOMPARE(place.read(from).failure.problem, ImportProblem::FilesSwitchedOff);
    QVERIFY(!place.roomNamed(u"Archive"_s).isValid());
}

void TestImporter::namesWithoutAnAccountAreFound()
{
    Place place;
    place.rig.useIndex();
    Export from;
    from.message(1, "marie", "one");
    from.message(2, "bob", "two");
    QCOMPARE(place.read(from).added, 2);
    QCOMPARE(messagesOf(place.logOf(u"Archive"_s)).size(), 2);
    const auto textsOf = [&](const SearchMessages &query) {
        place.rig.index->logGrew();
        QStringList texts;
        (void)waitUntil([&] {
            const auto page = place.rig.ask<SearchPage>(place.marie.connection, query);
            if (!page || page->isPartial || page->hits.isEmpty())
                return false;
            for (const ListedMessage &hit : page->hits)
                texts.append(hit.event.text);
            return page->oldestMs > 0 && page->oldestMs <= page->hits.last().event.timeMs;
        });
        return texts;
    };
    QCOMPARE(textsOf({ .fromName = u"name of bob"_s }), QStringList{ u"two"_s });
    QCOMPARE(textsOf({ .from = place.marie.account, .fromName = u"Bob "_s }), (QStringList{ u"two"_s, u"one"_s }));
}

void TestImporter::noRoomHearsOfTheBot()
{
    Place place;
    const RoomId first = place.rig.firstRoom();
    const auto eventsOf = [&] {
        return place.rig.ask<HistoryPage>(place.marie.connection, FetchHistory{ first, 0, 0, 0 })->events;
    };
    const auto before = eventsOf();
    Export from;
    from.message(1, "bob", "of somebody without an account");
    QCOMPARE(place.read(from).added, 1);
    QCOMPARE(eventsOf(), before);
    const auto members = place.rig.ask<MemberList>(place.marie.connection, ListMembers{ first, 0, 0 });
    QCOMPARE(members->members.size(), 1);
    const auto messages = messagesOf(place.logOf(u"Archive"_s));
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].alias, u"Name of bob"_s);
}

void TestImporter::thosePresentHearOfIt()
{
    Place place;
    auto jean = place.rig.join(u"jean"_s);
    const RoomId room = place.rig.openRoom(place.marie, u"Archive"_s, RoomKind::Public, { jean.account });
    const Seq last = place.rig.say(place.marie, room, u"new"_s)->seq;
    QVERIFY(place.rig.ask<Done>(place.marie.connection, MarkRead{ room, last }));
    QVERIFY(place.rig.ask<HistoryPage>(place.marie.connection, Follow{ room, 0 })->live);
    const auto pushed = place.rig.net.receivedAs<RoomEvent>(place.marie.connection).size();
    Export from;
    for (int i = 1; i <= 700; ++i)
        from.message(i, "jean", "x");
    QCOMPARE(place.read(from).added, 700);
    QCOMPARE(place.rig.net.receivedAs<RoomEvent>(place.marie.connection).size(), pushed); // not one by one
    const RoomBehind behind = place.rig.net.receivedAs<RoomBehind>(place.marie.connection).back();
    QCOMPARE(behind, (RoomBehind{ room, last + 700 }));
    QVERIFY(!place.rig.net.follows(place.marie.connection, room));
    const auto hasMarieWithIt = [&] { // she had read all of it
        return std::ranges::any_of(place.rig.net.receivedAs<SeenMoved>(jean.connection),
            [&](const SeenMoved &moved) { return moved.account == place.marie.account && moved.seq == last + 700; });
    };
    QVERIFY(waitUntil(hasMarieWithIt));
    for (const SeenMoved &moved : place.rig.net.receivedAs<SeenMoved>(place.marie.connection))
        QVERIFY(moved.room != room || moved.seq < last); // of jean, who had not
    // Who had read everything has; who had not has more to read, but not their own.
    const auto summaryFor = [&](const DispatchRig::Person &person) {
        const auto resumed = place.rig.ask<Resumed>(person.connection, Resume{});
        for (const RoomSummary &summary : resumed->rooms) {
            if (summary.id == room)
                return summary;
        }
        return RoomSummary{};
    };
    QCOMPARE(summaryFor(place.marie).readSeq, last + 700);
    QCOMPARE(summaryFor(place.marie).unread, quint32(0));
    QCOMPARE(summaryFor(jean).unread, quint32(1));
    // The log goes on.
    const auto page = place.rig.ask<HistoryPage>(place.marie.connection, Follow{ room, last + 650 });
    QCOMPARE(page->events.size(), 50);
    QVERIFY(page->live);
    QVERIFY(place.rig.say(place.marie, room, u"goes on"_s));
    QCOMPARE(place.rig.net.receivedAs<RoomEvent>(place.marie.connection).back().seq, last + 701);
    place.rig.restart();
    place.marie = place.rig.comeBack(place.marie);
    jean = place.rig.comeBack(jean);
    QCOMPARE(summaryFor(place.marie).unread, quint32(0));
    QCOMPARE(summaryFor(jean).unread, quint32(2));
}

void TestImporter::manyMessagesComeInBatches()
{
    Place place;
    Export from;
    for (int i = 1; i <= 20'000; ++i)
        from.message(i, i % 3 == 0 ? "zoe" : "marie", "A text of some length, as people write it every day.");
    QElapsedTimer timer;
    timer.start();
    const ImportReport report = place.read(from);
    qInfo("20,000 messages in %lld ms", timer.elapsed());
    QCOMPARE(report.added, 20'000);
    QCOMPARE(report.lines, 20'000);
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
