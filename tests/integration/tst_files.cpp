// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include "shared/base/clock.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Files over a real server: cuts and kills in the middle, who gets them, and that what is deleted is in no file of the
/// data folder.
class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_counters.clear(); } ///< a client may stand where one of another test stood
    void aFileSurvivesCutsAndKills();
    void aKillAfterTheLastByteLosesNothing();
    void othersFetchItAndStrangersDoNot();
    void deletedFilesAreInNoFileOfTheServer();
    void leftOversOfAKillAreSwept();
    void transfersAreNotSlowedDownAndOthersAre();
    void aServerWithoutFilesRefusesThem();

private:
    static QByteArray bytesOf(int count, char seed)
    {
        QByteArray bytes(count, 0);
        for (int i = 0; i < count; ++i)
            bytes[i] = char(seed + i * 7 + i / 251 + i / 65'536);
        return bytes;
    }
    static QByteArray hashOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    static bool join(TestClient &client, const ServerProcess &server, const QString &login)
    {
        client.hello.features.append(u"files"_s);
        return client.join(server.link(), login);
    }
    static bool comeBack(TestClient &client, const ServerProcess &server)
    {
        client.hello.features.append(u"files"_s);
        return client.open(server.link()) && client.loginWithKey() && client.resume();
    }
    static Result<UploadOpened> open(TestClient &client, const QByteArray &bytes)
    {
        return client.ask<UploadOpened>(OpenUpload{ hashOf(bytes), quint64(bytes.size()) });
    }
    /// Sends up to `end`, several chunks at once, and waits for all answers.
    static Result<> sendUntil(TestClient &client, const UploadOpened &opened, const QByteArray &bytes, qsizetype end)
    {
        auto failure = std::make_shared<std::optional<Error>>();
        auto waiting = std::make_shared<int>(0);
        for (auto offset = qsizetype(opened.offset); offset < end; offset += 61440) {
            const auto length = std::min<qsizetype>(61440, end - offset);
            ++*waiting;
            client.ask<Done>(UploadChunk{ opened.upload, quint64(offset), bytes.mid(offset, length) },
                std::function([failure, waiting](const Result<Done> &done) {
                    --*waiting;
                    if (!done && !*failure)
                        *failure = done.error();
                }));
            if (*waiting >= 8 && !waitUntil([waiting] { return *waiting < 8; }))
                return fail(ErrorCode::TimedOut);
        }
        if (!waitUntil([waiting] { return *waiting == 0; }))
            return fail(ErrorCode::TimedOut);
        return *failure ? fail(**failure) : Result<>();
    }
    static Result<> upload(TestClient &client, const QByteArray &bytes)
    {
        const auto opened = open(client, bytes);
        return opened ? sendUntil(client, *opened, bytes, bytes.size()) : fail(opened.error());
    }
    SendMessage draft(TestClient &client, RoomId room, EventKind kind = EventKind::Message)
    {
        SendMessage message;
        message.room = room;
        message.cid = makeCid(m_clock);
        message.counter = ++m_counters[&client];
        message.kind = kind;
        return message;
    }
    Result<Sent> post(TestClient &client, RoomId room, const QByteArray &bytes, const QString &name)
    {
        SendMessage message = draft(client, room);
        message.files = { { hashOf(bytes), name, quint64(bytes.size()), {}, 0, 0, {} } };
        return client.ask<Sent>(message);
    }
    static Result<QByteArray> download(TestClient &client, RoomId room, Seq seq)
    {
        const auto opened = client.ask<DownloadOpened>(OpenDownload{ room, seq, 0 });
        if (!opened)
            return fail(opened.error());
        QByteArray bytes;
        while (quint64(bytes.size()) < opened->size) {
            const auto chunk = client.ask<FileChunk>(ReadChunk{ opened->download, quint64(bytes.size()), 61440 });
            if (!chunk)
                return fail(chunk.error());
            bytes += chunk->data;
        }
        return bytes;
    }
    /// Files of the data folder that hold these bytes.
    static QStringList filesWith(const ServerProcess &server, const QByteArray &bytes)
    {
        QStringList found;
        QDirIterator files(server.dataFolder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found.append(file.fileName());
        }
        return found;
    }
    static int contentsOf(const ServerProcess &server)
    {
        int count = 0;
        QDirIterator files(server.dataFolder() + u"/files"_s, QDir::Files, QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }

    SystemClock m_clock;
    QHash<TestClient *, quint64> m_counters;
};

void TestFiles::aFileSurvivesCutsAndKills()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    const DeviceKey key = DeviceKey::generate();
    const QByteArray bytes = bytesOf(3'000'000, 1);
    {
        TestClient marie(key);
        QVERIFY(join(marie, server, u"marie"_s));
        const auto opened = open(marie, bytes);
        QVERIFY(opened);
        QVERIFY(sendUntil(marie, *opened, bytes, 1'000'000));
        marie.connection().abort(Error{ ErrorCode::ConnectionLost });
    }
    quint64 offset = 1'000'000;
    for (int kill = 0; kill < 3; ++kill) {
        TestClient marie(key);
        QVERIFY(comeBack(marie, server));
        const auto opened = open(marie, bytes);
        QVERIFY(opened);
        QCOMPARE(opened->offset, offset);
        offset += 500'000;
        QVERIFY(sendUntil(marie, *opened, bytes, qsizetype(offset)));
        server.kill();
        QVERIFY(server.start());
    }
    TestClient marie(key);
    QVERIFY(comeBack(marie, server));
    QVERIFY(upload(marie, bytes));
    const RoomId room{ 1 };
    const auto sent = post(marie, room, bytes, u"gros.bin"_s);
    QVERIFY(sent);
    QVERIFY(download(marie, room, sent->seq).value() == bytes);
    QVERIFY2(server.stop(), server.output().constData());
}

void TestFiles::aKillAfterTheLastByteLosesNothing()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    const DeviceKey key = DeviceKey::generate();
    const RoomId room{ 1 };
    for (char round = 0; round < 10; ++round) {
        const QByteArray bytes = bytesOf(400'000, round);
        {
            TestClient marie(key);
            QVERIFY(round == 0 ? join(marie, server, u"marie"_s) : comeBack(marie, server));
            if (round % 2 == 0) {
                QVERIFY(upload(marie, bytes)); // said to be there: then it is
            } else {
                const auto opened = open(marie, bytes);
                QVERIFY(opened && sendUntil(marie, *opened, bytes, 390'000));
                marie.ask<Done>(UploadChunk{ opened->upload, 390'000, bytes.mid(390'000) },
                    std::function([](const Result<Done> &) {}));
            }
            server.kill();
        }
        QVERIFY(server.start());
        TestClient marie(key);
        QVERIFY(comeBack(marie, server));
        const auto opened = open(marie, bytes);
        QVERIFY(opened);
        if (round % 2 == 0)
            QCOMPARE(opened->offset, quint64(bytes.size()));
        QVERIFY(sendUntil(marie, *opened, bytes, bytes.size()));
        SendMessage message = draft(marie, room);
        message.counter = m_counters[nullptr] += 1; // one device all along
        message.files = { { hashOf(bytes), u"a.bin"_s, quint64(bytes.size()), {}, 0, 0, {} } };
        const auto sent = marie.ask<Sent>(message);
        QVERIFY2(sent.has_value(), sent ? "" : QByteArray::number(int(sent.error().code)).constData());
        QVERIFY(download(marie, room, sent->seq).value() == bytes);
    }
    QCOMPARE(contentsOf(server), 10);
    QVERIFY2(server.stop(), server.output().constData());
}

void TestFiles::othersFetchItAndStrangersDoNot()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient marie;
    TestClient jean;
    QVERIFY(join(marie, server, u"marie"_s));
    QVERIFY(join(jean, server, u"jean"_s));
    const auto secret = marie.ask<RoomOpened>(CreateRoom{ RoomKind::Private, u"Secret"_s, {}, {} });
    QVERIFY(secret);
    const QByteArray bytes = bytesOf(200'000, 2);
    QVERIFY(upload(marie, bytes));
    const Seq open = post(marie, marie.firstRoom(), bytes, u"photo.jpg"_s)->seq;
    m_counters[&marie] = 0;
    const Seq hidden = post(marie, secret->room.id, bytes, u"photo.jpg"_s)->seq;
    QVERIFY(download(jean, jean.firstRoom(), open).value() == bytes);
    QCOMPARE(download(jean, secret->room.id, hidden).error().code, ErrorCode::RoomUnknown);
    QTRY_VERIFY(!jean.pushes<RoomEvent>().isEmpty() && !jean.pushes<RoomEvent>().back().files.isEmpty());
    // A client that knows nothing of files gets the message all the same.
    TestClient old;
    QVERIFY(old.join(server.link(), u"anna"_s));
    const auto log = old.readAll(old.firstRoom());
    QVERIFY(log && log->size() >= open);
    QVERIFY2(server.stop(), server.output().constData());
}

void TestFiles::deletedFilesAreInNoFileOfTheServer()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(join(marie, server, u"marie"_s));
    const RoomId room = marie.firstRoom();
    QList<Seq> seqs;
    for (char i = 0; i < 40; ++i) {
        const QByteArray bytes = "verschwiegener Inhalt " + bytesOf(1000 + i, i);
        QVERIFY(upload(marie, bytes));
        const auto sent = post(marie, room, bytes, u"verschwiegen-%1.bin"_s.arg(int(i)));
        QVERIFY(sent);
        seqs.append(sent->seq);
    }
    QVERIFY(!filesWith(server, "verschwiegener Inhalt").isEmpty());
    QVERIFY(!filesWith(server, "verschwiegen-39.bin").isEmpty());
    for (const Seq seq : std::as_const(seqs)) {
        SendMessage deletion = draft(marie, room, EventKind::Deleted);
        deletion.target = seq;
        QVERIFY(marie.ask<Sent>(deletion));
    }
    QTRY_COMPARE(filesWith(server, "verschwiegen"), QStringList());
    QCOMPARE(contentsOf(server), 0);
    QVERIFY2(server.stop(), server.output().constData());
    QCOMPARE(filesWith(server, "verschwiegen"), QStringList());
}

void TestFiles::leftOversOfAKillAreSwept()
{
    ServerProcess server;
    server.makeLenient();
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(join(marie, server, u"marie"_s));
    const QByteArray kept = bytesOf(1000, 3);
    QVERIFY(upload(marie, kept));
    QVERIFY(post(marie, marie.firstRoom(), kept, u"a.bin"_s));
    server.kill();
    // As if the kill had come between the file and its row.
    const QString hex = QString::fromLatin1(hashOf("left over").toHex());
    const QString folder = server.dataFolder() + u"/files/"_s + hex.left(2);
    QVERIFY(QDir().mkpath(folder));
    QFile leftOver(folder + u'/' + hex);
    QVERIFY(leftOver.open(QIODevice::WriteOnly) && leftOver.write("left over") == 9);
    leftOver.close();
    QCOMPARE(contentsOf(server), 2);
    QVERIFY(server.start());
    QTRY_COMPARE(contentsOf(server), 1);
    QVERIFY2(server.stop(), server.output().constData());
}

void TestFiles::transfersAreNotSlowedDownAndOthersAre()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_LIMITS_FRAME_BURST"_s, u"20"_s);
    server.environment.insert(u"SALON_LIMITS_FRAMES_PER_SECOND"_s, u"10"_s);
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(join(marie, server, u"marie"_s));
    // At ten frames a second, of which each chunk counts 16, this would take minutes.
    const QByteArray bytes = bytesOf(4'000'000, 4);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(upload(marie, bytes));
    const auto sent = post(marie, marie.firstRoom(), bytes, u"a.bin"_s);
    QVERIFY(sent);
    QVERIFY(download(marie, marie.firstRoom(), sent->seq).value() == bytes);
    QVERIFY2(timer.elapsed() < 15'000, QByteArray::number(timer.elapsed()).constData());
    QVERIFY2(server.stop(), server.output().constData());
}

void TestFiles::aServerWithoutFilesRefusesThem()
{
    ServerProcess server;
    server.makeLenient();
    server.environment.insert(u"SALON_FILES_ENABLED"_s, u"false"_s);
    QVERIFY(server.start());
    TestClient marie;
    QVERIFY(join(marie, server, u"marie"_s));
    QVERIFY(!marie.welcome().features.contains(u"files"_s));
    QCOMPARE(marie.welcome().limits.fileBytes, quint64(0));
    QCOMPARE(open(marie, "x").error().code, ErrorCode::UnexpectedMessage);
    QVERIFY2(server.stop(), server.output().constData());
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
