// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/when_ready.h"
#include "tests/integration/client_installation.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/server_process.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <cstdio>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Large = 6'000'000;

QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &byte : bytes)
        byte = char(random.generate());
    return bytes;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <class T>
Result<T> wait(const Answer<T> &answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, PatienceMs))
        return fail(ErrorCode::TimedOut);
    return answer.result();
}

/// The files of the messages with some, oldest first, with their places.
QList<std::pair<DownloadKey, FileEntry>> filesIn(Workspace *workspace, RoomId room)
{
    QObject views;
    TimelineModel *timeline = workspace->makeTimeline(room, &views);
    QList<std::pair<DownloadKey, FileEntry>> found;
    if (!QTest::qWaitFor([&] { return !timeline->isLoading(); }, PatienceMs))
        return found;
    for (int row = 0; row < timeline->rowCount(); ++row) {
        const QModelIndex index = timeline->index(row);
        const auto files = index.data(TimelineModel::FilesRole).value<QList<FileEntry>>();
        const Seq seq = index.data(TimelineModel::SeqRole).toLongLong();
        for (int i = 0; i < files.size() && seq > 0; ++i)
            found.append({ { room, seq, i }, files[i] });
    }
    return found;
}

/// A program of its own: sends one file and waits to be killed. Says "queued" when it is safe on disk.
int sendAndWait(const QString &folder, const QString &path)
{
    static SystemClock clock;
    ClientProfile profile({ folder, false, u"Sender"_s }, clock);
    if (!profile.lock())
        return 3;
    std::unique_ptr<Workspaces> workspaces;
    QObject::connect(&profile, &ClientProfile::opened, &profile, [&] {
        workspaces = std::make_unique<Workspaces>(profile, u"sender"_s);
        Workspace *workspace = workspaces->all().first();
        QObject::connect(&workspace->outbox(), &Outbox::entryChanged, workspace, [](const OutboxEntry &entry) {
            std::printf(entry.state == SendState::Uploading ? "queued\n" : "on\n");
            std::fflush(stdout);
        });
        QObject::connect(workspace, &Workspace::loaded, workspace, [workspace, path] { // its rooms are known
            if (!path.isEmpty())
                whenReady(workspace->scan({ path }), workspace, [workspace](const Result<ScannedFiles> &scanned) {
                    const RoomId room = workspace->rooms().ids().first();
                    if (!scanned || !workspace->sendFiles(room, u"killed"_s, scanned->files))
                        QCoreApplication::exit(4);
                });
        });
        workspace->start();
    });
    profile.open();
    return QCoreApplication::exec();
}

} // namespace

/// Files between two clients over a real server.
class TestFileTransfers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void goOverAConnectionThatIsCutAgainAndAgain();
    void surviveKillsOfTheClient();
    void surviveKillsOfTheServer();
    void deletedFilesAreGoneOnEveryDevice();

private:
    QString write(const QString &name, const QByteArray &bytes);
    bool send(Workspace *workspace, RoomId room, const QString &path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

void TestFileTransfers::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ServerProcess>();
    m_server->makeLenient();
    QVERIFY2(m_server->start(), m_server->output().constData());
}

QString TestFileTransfers::write(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
    }();
    file.write(bytes);
    return path;
}

bool TestFileTransfers::send(Workspace *workspace, RoomId room, const QString &path)
{
    const Result<ScannedFiles> scanned = wait(workspace->scan({ path }));
    return scanned && workspace->sendFiles(room, u"caption"_s, scanned->files);
}

void TestFileTransfers::goOverAConnectionThatIsCutAgainAndAgain()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    const QByteArray bytes = randomBytes(Large, seed);
    FaultProxy proxy(m_server->link().port, seed);
    JoinLink link = m_server->link();
    link.port = proxy.port();
    Installation first;
    Installation second;
    Workspace *marie = first.join(link, Registration{ u"marie"_s, {}, {}, {} });
    Workspace *jean = second.join(link, Registration{ u"jean"_s, {}, {}, {} });
    QTRY_VERIFY_WITH_TIMEOUT(caughtUp(marie) && caughtUp(jean), PatienceMs);
    const RoomId room = firstRoom(*marie);
    QVERIFY(marie->canSendFiles(room));
    proxy.setCuts(200'000, 1'500'000);
    proxy.cutAll();
    QTimer impatience; // the back-off is for people
    connect(&impatience, &QTimer::timeout, this, [&] {
        marie->session().retryNow();
        jean->session().retryNow();
    });
    impatience.start(50);
    QVERIFY(send(marie, room, write(u"a.bin"_s, bytes)));
    QVERIFY(marie->sendText(room, u"text"_s));
    QTRY_VERIFY_WITH_TIMEOUT(marie->outbox().entries().isEmpty(), 2 * PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(filesIn(jean, room).size(), 1, PatienceMs);
    const auto [key, file] = filesIn(jean, room).first();
    jean->downloads().fetch(key, file);
    QTRY_COMPARE_WITH_TIMEOUT(jean->downloads().progress(key).state, TransferProgress::Done, 2 * PatienceMs);
    QVERIFY(read(jean->downloads().localPath(file.hash)) == bytes);
    qInfo("%d cuts", proxy.cuts());
    QVERIFY(proxy.cuts() >= 4);
}

void TestFileTransfers::surviveKillsOfTheClient()
{
    const QByteArray bytes = randomBytes(Large, 1);
    const QString path = write(u"a.bin"_s, bytes);
    QTemporaryDir profile;
    RoomId room;
    { // an account, and a mirror with its rooms
        SystemClock clock;
        ClientProfile made({ profile.path(), false, u"Sender"_s }, clock);
        QSignalSpy opened(&made, &ClientProfile::opened);
        QVERIFY(made.lock());
        made.open();
        QVERIFY(opened.wait());
        Workspaces workspaces(made, u"sender"_s);
        Workspace *sender = *workspaces.add(m_server->link());
        sender->login(Registration{ u"sender"_s, {}, {}, {} });
        QTRY_VERIFY_WITH_TIMEOUT(caughtUp(sender), PatienceMs);
        room = firstRoom(*sender);
    }
    const auto run = [&](const QString &what, int afterMs) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), { u"--sender"_s, profile.path(), what });
        QByteArray output;
        const bool isQueued = what.isEmpty()
            || QTest::qWaitFor(
                [&] {
                    output += process.readAllStandardOutput();
                    return output.contains("queued");
                },
                PatienceMs);
        QDeadlineTimer until(afterMs);
        while (!until.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        process.kill();
        process.waitForFinished();
        return isQueued;
    };
    QVERIFY(run(path, 0)); // at once
    for (int kill = 0; kill < 6; ++kill)
        run({}, 60 + 30 * kill);
    Installation installation;
    Workspace *reader = installation.join(m_server->link(), Registration{ u"reader"_s, {}, {}, {} });
    QTRY_VERIFY_WITH_TIMEOUT(caughtUp(reader), PatienceMs);
    QProcess last;
    last.start(QCoreApplication::applicationFilePath(), { u"--sender"_s, profile.path(), QString() });
    QTRY_COMPARE_WITH_TIMEOUT(filesIn(reader, room).size(), 1, PatienceMs); // once
    const auto [key, file] = filesIn(reader, room).first();
    last.kill();
    last.waitForFinished();
    const Result<QString> saved = wait(reader->saveFile(key, m_folder->filePath(u"saved.bin"_s)));
    QVERIFY(saved);
    QVERIFY(read(*saved) == bytes);
    QCOMPARE(filesIn(reader, room).size(), 1);
}

void TestFileTransfers::surviveKillsOfTheServer()
{
    const QByteArray bytes = randomBytes(Large, 2);
    Installation installation;
    Workspace *marie = installation.join(m_server->link(), Registration{ u"marie"_s, {}, {}, {} });
    QTRY_VERIFY_WITH_TIMEOUT(caughtUp(marie), PatienceMs);
    const RoomId room = firstRoom(*marie);
    QVERIFY(send(marie, room, write(u"a.bin"_s, bytes)));
    QTRY_VERIFY_WITH_TIMEOUT(marie->outbox().entries().isEmpty()
            || marie->uploads().progress(marie->outbox().entries().first().cid).state == TransferProgress::Running,
        PatienceMs);
    m_server->kill();
    QVERIFY2(m_server->start(), m_server->output().constData());
    marie->session().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(marie->outbox().entries().isEmpty() && caughtUp(marie), PatienceMs);
    const auto files = filesIn(marie, room);
    QCOMPARE(files.size(), 1);
    const Result<QString> saved = wait(marie->saveFile(files.first().first, m_folder->filePath(u"saved.bin"_s)));
    QVERIFY(saved);
    QVERIFY(read(*saved) == bytes);
}

void TestFileTransfers::deletedFilesAreGoneOnEveryDevice()
{
    Installation first;
    Installation second;
    Workspace *marie = first.join(m_server->link(), Registration{ u"marie"_s, {}, {}, {} });
    Workspace *jean = second.join(m_server->link(), Registration{ u"jean"_s, {}, {}, {} });
    QTRY_VERIFY_WITH_TIMEOUT(caughtUp(marie) && caughtUp(jean), PatienceMs);
    const RoomId room = firstRoom(*marie);
    QVERIFY(send(marie, room, write(u"a.bin"_s, randomBytes(200'000, 3))));
    QTRY_COMPARE_WITH_TIMEOUT(filesIn(jean, room).size(), 1, PatienceMs);
    const auto [key, file] = filesIn(jean, room).first();
    jean->downloads().fetch(key, file);
    QTRY_COMPARE_WITH_TIMEOUT(jean->downloads().progress(key).state, TransferProgress::Done, PatienceMs);
    QTRY_VERIFY(!marie->downloads().localPath(file.hash).isEmpty()); // who sent it does not fetch it
    const QStringList here{ jean->downloads().localPath(file.hash), marie->downloads().localPath(file.hash) };
    QVERIFY(marie->deleteMessage(room, key.seq));
    for (const QString &path : here)
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(path), PatienceMs);
    const auto gone = wait(jean->downloads().save(key, file, m_folder->path()));
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, ErrorCode::FileGone);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--sender"_L1)
        return sendAndWait(arguments.value(2), arguments.value(3));
    TestFileTransfers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_file_transfers.moc"
