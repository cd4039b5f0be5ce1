// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/export/export_markup.h"
#include "shared/client-core/export/export_page.h"
#include "shared/client-core/export/export_records.h"
#include "shared/client-core/export/export_writer.h"
#include "shared/client-core/workspaces.h"
#include "shared/markup/format_text.h"
#include "tests/unit/client-core/fake_clock.h"
#include "tests/unit/client-core/fake_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId General{ 10 };

RoomEvent message(Seq seq, const QString &text)
{
    RoomEvent event;
    event.room = General;
    event.seq = seq;
    event.timeMs = 1'772'384'645'678;
    event.author = FakeServer::Marie;
    event.authorName = u"Marie"_s;
    event.text = text;
    return event;
}

FileEntry fileOf(const QString &name, const QByteArray &content)
{
    FileEntry file;
    file.name = name;
    file.size = quint64(content.size());
    file.hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    return file;
}

ExportHead head()
{
    return { QByteArray(16, 's'), u"Chez <nous>"_s, General, RoomKind::Public, u"R&D <script>"_s, u"a \"topic\""_s,
        1'772'384'645'678, { FakeServer::Me, u"me"_s, u"Moi"_s }, 1, 10 };
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QJsonObject> recordsOf(const QString &folder)
{
    QList<QJsonObject> records;
    const QList<QByteArray> lines = contentOf(folder + u"/messages.jsonl"_s).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    }
    return records;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void recordsAreAsDocumented();
    void namesOfFilesAreHarmless();
    void pageEscapesWhatPeopleWrote();
    void whatSomebodyDoesIsOneLine();
    void markupBecomesOwnTagsOnly();
    void unfinishedFolderIsRemoved();
    void fullDiskSaysSo();
    void wholeRoomIsWritten();
    void worksOfflineFromTheMirror();
    void cancelLeavesNothing();
    void lostConnectionLeavesNothing();
    void impossiblePlaceSaysSo();
    void filesOfMessagesComeAlong();

private:
    [[nodiscard]] QStringList namesIn() const
    {
        return QDir(m_target->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }
    void start();
    Result<QString> exported(RoomExport *running);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_target;
    FakeClock m_clock;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<ClientProfile> m_profile;
    Workspace *m_workspace = nullptr;
};

void TestExport::init()
{
    m_workspaces.reset();
    m_profile.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_target = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeServer>();
    m_server->addRoom(General, u"General/../x"_s);
}

void TestExport::start()
{
    m_profile
        = std::make_unique<ClientProfile>(ClientProfile::Options{ m_folder->path(), false, u"Test device"_s }, m_clock);
    QVERIFY(m_profile->lock());
    QSignalSpy opened(m_profile.get(), &ClientProfile::opened);
    m_profile->open();
    QVERIFY(opened.wait());
    const Workspace::Environment environment{ m_server->channels(), [] {
                                                 return 0.0;
                                             } };
    m_workspaces = std::make_unique<Workspaces>(*m_profile, u"test 1"_s, environment);
    m_workspace = *m_workspaces->add({ u"chat.example.org"_s });
    m_workspace->login(PasswordLogin{ u"me"_s, m_server->password });
    QTRY_VERIFY(m_workspace->sync().isCaughtUp());
}

Result<QString> TestExport::exported(RoomExport *running)
{
    std::optional<Result<QString>> result;
    QObject context;
    connect(running, &RoomExport::finished, &context, [&result](const Result<QString> &place) { result = place; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
        return fail(ErrorCode::TimedOut);
    return *result;
}

void TestExport::recordsAreAsDocumented()
{
    const ExportPeople people{ { FakeServer::Marie, { FakeServer::Marie, u"marie"_s, u"Marie now"_s } },
        { FakeServer::Me, { FakeServer::Me, u"me"_s, u"Moi"_s } } };
    RoomEvent event = message(7, u"*hi*\n@me"_s);
    event.cid = QUuid(u"{019C0000-0000-7000-8000-000000000001}"_s);
    event.format = TextFormat::Markdown;
    event.target = 3;
    event.editedMs = event.timeMs + 1000;
    event.pinned = true;
    event.mentions = { FakeServer::Me };
    event.call = Call::Room;
    event.reactions = { { u"👍"_s, 2, true, { FakeServer::Me } } };
    event.folder = u"plans"_s;
    event.files = { fileOf(u"a.png"_s, "aa"), fileOf(u"b.pdf"_s, "bb") };
    event.files[0].width = 4;
    event.files[0].height = 3;
    event.files[0].path = u"x/y"_s;
    const QJsonObject record = exportRecord(event, people, { event.files[1].hash });
    QCOMPARE(record[u"seq"].toInteger(), 7);
    QCOMPARE(record[u"time"].toString(), u"2026-03-01T17:04:05.678Z"_s);
    QCOMPARE(record[u"kind"].toString(), u"message"_s);
    QCOMPARE(record[u"author"].toObject(),
        (QJsonObject{ { u"id"_s, 2 }, { u"login"_s, u"marie"_s }, { u"name"_s, u"Marie"_s } })); // as of then
    QCOMPARE(record[u"cid"].toString(), u"019c0000-0000-7000-8000-000000000001"_s);
    QCOMPARE(record[u"text"].toString(), event.text);
    QCOMPARE(record[u"format"].toString(), u"markdown"_s);
    QCOMPARE(record[u"replyTo"].toInteger(), 3);
    QCOMPARE(record[u"edited"].toString(), u"2026-03-01T17:04:06.678Z"_s);
    QVERIFY(record[u"pinned"].toBool());
    QCOMPARE(record[u"call"].toString(), u"room"_s);
    QCOMPARE(record[u"mentions"].toArray().first().toObject()[u"login"].toString(), u"me"_s);
    QCOMPARE(record[u"reactions"].toArray().first().toObject()[u"count"].toInteger(), 2);
    const QJsonArray files = record[u"files"].toArray();
    QCOMPARE(files[0].toObject()[u"file"].toString(), exportedFilePath(event.files[0]));
    QCOMPARE(files[0].toObject()[u"path"].toString(), u"x/y"_s);
    QCOMPARE(files[0].toObject()[u"sha256"].toString(), QString::fromLatin1(event.files[0].hash.toHex()));
    QVERIFY(!files[1].toObject().contains(u"file")); // the server had it no more
    QCOMPARE(record[u"folder"].toString(), u"plans"_s);
    RoomEvent removed;
    removed.kind = EventKind::Removed;
    removed.seq = 8;
    removed.subject = FakeServer::Marie;
    removed.params = { u"Marie"_s };
    const QJsonObject fact = exportRecord(removed, people, {});
    QCOMPARE(fact[u"kind"].toString(), u"removed"_s);
    QCOMPARE(fact[u"subject"].toObject()[u"login"].toString(), u"marie"_s);
    QVERIFY(!fact.contains(u"author") && !fact.contains(u"text") && !fact.contains(u"deleted"));
    const QByteArray line = jsonLine(record);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(exportHeadRecord(head())[u"salon"].toString(), u"export"_s);
    QCOMPARE(exportHeadRecord(head())[u"version"].toInt(), 1);
}

void TestExport::namesOfFilesAreHarmless()
{
    const auto path = [](const QString &name) {
        return exportedFilePath(fileOf(name, "x")).mid(6 + 64);
    };
    QCOMPARE(path(u"a.PNG"_s), u".png"_s);
    QCOMPARE(path(u"../../etc/passwd"_s), QString());
    QCOMPARE(path(u"a.html"_s), QString()); // would run in a browser, beside the page
    QCOMPARE(path(u"a.exe"_s), QString());
    QCOMPARE(path(u"a.pdf/../../x"_s), QString());
    QCOMPARE(path(u"noending"_s), QString());
    QCOMPARE(path(u"a.endingthatistoolong"_s), QString());
    QVERIFY(exportedFilePath(fileOf(u"a.png"_s, "x")).startsWith(u"files/"));
}

void TestExport::pageEscapesWhatPeopleWrote()
{
    const QString attack = u"<script>alert(1)</script>\"'&"_s;
    ExportPeople people{ { FakeServer::Marie, { FakeServer::Marie, u"marie"_s, attack } } };
    ExportPage page(head());
    QString html = page.begin();
    RoomEvent event = message(1, attack);
    event.authorName = attack;
    event.folder = attack;
    event.files = { fileOf(u"a\"<img src=x>.png"_s, "x") };
    event.reactions = { { attack, 1, false, { FakeServer::Marie } } };
    html += page.add(event, people, {});
    RoomEvent answer = message(2, u"fine"_s);
    answer.target = 1;
    html += page.add(answer, people, {});
    RoomEvent named;
    named.kind = EventKind::Renamed;
    named.params = { attack };
    html += page.add(named, people, {});
    html += page.end();
    QVERIFY(!html.contains(u"<script"));
    QVERIFY(!html.contains(u"<img src=x"));
    QVERIFY(html.contains(u"default-src 'none'"));
    QVERIFY(html.contains(u"href=\"#m1\""));
    QVERIFY(html.contains(u"&lt;script&gt;alert(1)"));
    QVERIFY(html.contains(u"<!DOCTYPE html>") && html.trimmed().endsWith(u"</html>"));
}

void TestExport::whatSomebodyDoesIsOneLine()
{
    ExportPage page(head());
    RoomEvent waves = message(1, u"waves *twice*"_s);
    waves.authorName = u"Marie"_s;
    waves.format = TextFormat::Action;
    const QString html = page.add(waves, {}, {});
    QVERIFY2(html.contains(u"<p><span class=\"who\"><bdi>Marie</bdi></span> waves "_s), qPrintable(html));
    QCOMPARE(html.count(u"Marie"_s), qsizetype(1));
}

void TestExport::markupBecomesOwnTagsOnly()
{
    const auto html = [](const QString &text) {
        return htmlOf(formatText(text, TextFormat::Markdown));
    };
    QVERIFY(html(u"**bold** and `code`"_s).contains(u"<b>bold</b>"));
    QVERIFY(html(u"[x](https://example.org/?a=1&b=2)"_s).contains(u"href=\"https://example.org/?a=1&amp;b=2\""));
    QVERIFY(!html(u"[x](javascript:alert(1))"_s).contains(u"href"));
    QVERIFY(!html(u"salon://example.org/room/1/2"_s).contains(u"href"));
    QVERIFY(html(u"```\n<b>\n```"_s).contains(u"<pre><code>&lt;b&gt;"));
    QVERIFY(html(u"> quoted"_s).contains(u"<blockquote>"));
}

void TestExport::unfinishedFolderIsRemoved()
{
    const QString place = m_target->path() + u"/room"_s;
    {
        ExportWriter writer(place, head());
        QVERIFY(writer.begin());
        QVERIFY(writer.write({ message(1, u"x"_s) }, {}, {}));
        QVERIFY(QFileInfo::exists(ExportWriter::partOf(place) + u"/messages.jsonl"_s));
        ExportWriter second(place, head());
        QCOMPARE(second.begin().error().code, ErrorCode::CannotOpenFile); // somebody writes there
    }
    QVERIFY(namesIn().isEmpty());
    {
        ExportWriter writer(place, head());
        QVERIFY(writer.begin());
        QVERIFY(QDir().mkdir(place));
        QFile other(place + u"/other"_s);
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(!writer.finish()); // never over something
    }
    QCOMPARE(namesIn(), QStringList{ u"room"_s });
    QVERIFY(QFileInfo::exists(place + u"/other"_s));
}

void TestExport::fullDiskSaysSo()
{
#ifdef Q_OS_LINUX
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly));
    const Result<> written = ExportWriter::writeAll(full, QByteArray(100'000, 'x'));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::StorageFull);
#endif
}

void TestExport::wholeRoomIsWritten()
{
    m_server->fill(General, 450);
    const RoomEvent said = m_server->say(General, FakeServer::Marie, u"the last **words**"_s);
    m_server->change(General, FakeServer::Marie, EventKind::Edited, said.seq, u"better words"_s);
    m_server->change(General, FakeServer::Marie, EventKind::Deleted, 7);
    start();
    RoomExport *running = m_workspace->exportRoom(General, m_target->path(), m_workspace);
    QSignalSpy progressed(running, &RoomExport::progressed);
    const Result<QString> place = exported(running);
    QVERIFY2(place, place ? "" : errorName(place.error().code).data());
    QVERIFY(!running->isRunning());
    QCOMPARE(running->progress().events, running->progress().eventsTotal);
    QVERIFY(progressed.size() >= 2);
    QCOMPARE(namesIn().size(), 1);
    QVERIFY(!namesIn().first().contains(u".part"));
    QVERIFY(QFileInfo(*place).absolutePath() == QFileInfo(m_target->path()).absoluteFilePath()); // no way out
    const QList<QJsonObject> records = recordsOf(*place);
    QCOMPARE(records.size(), 1 + 451); // without the two changes
    QCOMPARE(records.first()[u"room"].toObject()[u"name"].toString(), u"General/../x"_s);
    QCOMPARE(records.first()[u"exportedBy"].toObject()[u"login"].toString(), u"me"_s);
    QCOMPARE(records.last()[u"text"].toString(), u"better words"_s);
    QVERIFY(records.last().contains(u"edited"));
    QVERIFY(records[7][u"deleted"].toBool() && !records[7].contains(u"text"));
    qint64 before = 0;
    for (const QJsonObject &record : records.mid(1)) {
        QVERIFY(record[u"seq"].toInteger() > before);
        before = record[u"seq"].toInteger();
    }
    const QByteArray html = contentOf(*place + u"/index.html"_s);
    QVERIFY(html.contains("better words"));
    QVERIFY(html.contains("id=\"m450\""));
    const Result<QString> again = exported(m_workspace->exportRoom(General, m_target->path(), m_workspace));
    QVERIFY(again && *again != *place); // the first one stays
}

void TestExport::worksOfflineFromTheMirror()
{
    m_server->fill(General, 50);
    start();
    m_server->reachable = false;
    m_server->cut();
    QTRY_VERIFY(!m_workspace->session().isOnline());
    const Result<QString> place = exported(m_workspace->exportRoom(General, m_target->path(), m_workspace));
    QVERIFY(place);
    QCOMPARE(recordsOf(*place).size(), 51);
    QCOMPARE(exported(m_workspace->exportRoom(RoomId{ 999 }, m_target->path(), m_workspace)).error().code,
        ErrorCode::NotAMember);
}

void TestExport::cancelLeavesNothing()
{
    m_server->fill(General, 3000);
    start();
    RoomExport *running = m_workspace->exportRoom(General, m_target->path(), m_workspace);
    connect(running, &RoomExport::progressed, running, &RoomExport::cancel);
    const Result<QString> place = exported(running);
    QVERIFY(!place);
    QCOMPARE(place.error().code, ErrorCode::Canceled);
    QVERIFY(namesIn().isEmpty());
    RoomExport *dropped = m_workspace->exportRoom(General, m_target->path(), nullptr);
    QSignalSpy progressed(dropped, &RoomExport::progressed);
    QVERIFY(progressed.wait());
    delete dropped;
    QVERIFY(namesIn().isEmpty());
}

void TestExport::lostConnectionLeavesNothing()
{
    m_server->fill(General, 3000); // of a room never seen before only the newest page is here
    start();
    RoomExport *running = m_workspace->exportRoom(General, m_target->path(), m_workspace);
    connect(running, &RoomExport::progressed, running, [this] {
        m_server->reachable = false;
        m_server->cut();
    });
    const Result<QString> place = exported(running);
    QVERIFY(!place);
    QCOMPARE(place.error().code, ErrorCode::ConnectionLost);
    QVERIFY(namesIn().isEmpty());
}

void TestExport::impossiblePlaceSaysSo()
{
    m_server->fill(General, 5);
    start();
    const Result<QString> place
        = exported(m_workspace->exportRoom(General, m_target->path() + u"/nowhere"_s, m_workspace));
    QVERIFY(!place);
    QCOMPARE(place.error().code, ErrorCode::CannotOpenFile);
}

void TestExport::filesOfMessagesComeAlong()
{
    const QByteArray content("a small file that was sent from here");
    QFile source(m_folder->path() + u"/source"_s);
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(content);
    source.close();
    RoomEvent event = message(0, u"see"_s);
    event.files = { fileOf(u"see.txt"_s, content) };
    m_server->append(event);
    m_server->append(event); // the same content again
    start();
    m_workspace->downloads().adopt(event.files[0].hash, source.fileName());
    QTRY_VERIFY(!m_workspace->downloads().localPath(event.files[0].hash).isEmpty());
    const Result<QString> place = exported(m_workspace->exportRoom(General, m_target->path(), m_workspace));
    QVERIFY2(place, place ? "" : errorName(place.error().code).data());
    QCOMPARE(contentOf(*place + u'/' + exportedFilePath(event.files[0])), content);
    QCOMPARE(QDir(*place + u"/files"_s).entryList(QDir::Files).size(), 1);
    QCOMPARE(recordsOf(*place).size(), 3);
    QVERIFY(contentOf(*place + u"/index.html"_s).contains("see.txt"));
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
