// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/when_ready.h"
#include "shared/client-core/files/file_kind.h"
#include "shared/client-core/files/hash_ahead.h"
#include "shared/client-core/text/event_text.h"
#include "shared/client-core/workspaces.h"
#include "tests/unit/client-core/fake_clock.h"
#include "tests/unit/client-core/fake_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId General{ 10 };
constexpr qsizetype Large = 700'000;

struct Installation
{
    Installation(FakeServer &server, const Clock &clock, const QString &folder)
        : profile({ folder, false, u"Test device"_s }, clock)
        , environment{ server.channels(), [] {
                          return 0.0;
                      } }
    {
    }
    void open()
    {
        QVERIFY(profile.lock());
        QSignalSpy opened(&profile, &ClientProfile::opened);
        profile.open();
        QVERIFY(opened.wait());
        workspaces = std::make_unique<Workspaces>(profile, u"test 1"_s, environment);
    }
    ClientProfile profile;
    Workspace::Environment environment;
    std::unique_ptr<Workspaces> workspaces;
};

template <class T>
Result<T> wait(const Answer<T> &answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
        return fail(ErrorCode::TimedOut);
    return answer.result();
}

QByteArray content(qsizetype size, int seed = 0)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 31 + i / 251 + seed) & 0xff);
    return bytes;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Files from one person's disk to another's, against a server in memory.
class TestTransfers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void filesAreSentWithTheirCaption();
    void whatTheServerHasIsNotSentAgain();
    void textsTypedMeanwhileAreNotHeldUp();
    void goesOnAfterACutWhereItStopped();
    void waitingFilesSurviveAKill();
    void aChangedFileFailsAndGoesAsItIsWhenTriedAgain();
    void filesReadWhileTheyAreLookedAtGoAtOnce();
    void aFileChosenAgainIsReadAgain();
    void whatIsTakenOutIsReadNoFurther();
    void whatCannotBeReadAheadIsLeftToTheOutbox();
    void aFileChangedAfterItWasLookedAtFails();
    void aVanishedFileFails();
    void pausedUploadGoesOnWhereItStopped();
    void aPauseHoldsOverARestart();
    void filesOfAMessageAreSentOn();
    void aForwardedFileThatIsGoneFails();
    void forwardingKeepsTheRules();
    void whatTheServerLostIsPutUpAgainAndNumbersStay();
    void refusalForNowWaits();
    void refusalForGoodFailsWithItsReason();
    void limitsAreCheckedBeforeAnythingIsLost();
    void discardedUploadIsCanceledAndItsPastedImageRemoved();
    void entriesWithFilesAreNotTakenBackAsText();
    void fetchedFilesAreHereUntilTheirMessageIsDeleted();
    void trimmedFilesLeaveTheCache_data();
    void trimmedFilesLeaveTheCache();
    void sentFilesLeaveTheCacheWithTheirMessage();
    void namesThatWereCutOffAreNoMessages();
    void fetchGoesOnAfterACutAndAKill();
    void damagedFilesAreNeverHere();
    void theOldestGoesWhenTheCacheIsFull();
    void savedFilesOverwriteNothing();
    void saveFailsWhereTheFileIsGone();
    void filesStayInTheMirrorUntilTheyAreDeleted();
    void previewsNameTheFiles();

private:
    void goOnline();
    void restart();
    QString write(const QString &name, const QByteArray &bytes);
    OutgoingFile chosen(const QString &name, const QByteArray &bytes);
    RoomEvent say(const QList<FileEntry> &files, const QString &folder = {});
    [[nodiscard]] const QList<RoomEvent> &log() { return m_server->room(General).log; }
    [[nodiscard]] SendState stateOf(const Cid &cid) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<FakeFiles> m_files;
    std::unique_ptr<Installation> m_installation;
    Workspace *m_workspace = nullptr;
};

void TestTransfers::init()
{
    m_workspace = nullptr;
    m_installation.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_server = std::make_unique<FakeServer>();
    m_files = std::make_unique<FakeFiles>(*m_server);
    m_server->addRoom(General, u"General"_s);
    restart();
    goOnline();
}

void TestTransfers::restart()
{
    m_workspace = nullptr;
    m_installation.reset();
    m_installation = std::make_unique<Installation>(*m_server, *m_clock, m_folder->filePath(u"profile"_s));
    m_installation->open();
    if (!m_installation->workspaces->all().isEmpty())
        m_workspace = m_installation->workspaces->all().first();
}

void TestTransfers::goOnline()
{
    if (!m_workspace) {
        const Result<JoinLink> link = JoinLink::parse(u"salon://server"_s);
        QVERIFY(link);
        m_workspace = m_installation->workspaces->add(*link).value_or(nullptr);
        m_workspace->login(PasswordLogin{ u"me"_s, m_server->password });
    } else {
        m_workspace->start();
    }
    QTRY_VERIFY(m_workspace->session().isOnline());
    QTRY_VERIFY(m_workspace->sync().isCaughtUp());
}

QString TestTransfers::write(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    [&] {
        QVERIFY(file.open(QIODevice::WriteOnly));
    }();
    file.write(bytes);
    return path;
}

OutgoingFile TestTransfers::chosen(const QString &name, const QByteArray &bytes)
{
    const Result<ScannedFiles> scanned = wait(m_workspace->scan({ write(name, bytes) }));
    return scanned ? scanned->files.value(0) : OutgoingFile();
}

RoomEvent TestTransfers::say(const QList<FileEntry> &files, const QString &folder)
{
    RoomEvent event;
    event.room = General;
    event.author = FakeServer::Marie;
    event.cid = makeCid(*m_clock);
    event.files = files;
    event.folder = folder;
    return m_server->append(event);
}

SendState TestTransfers::stateOf(const Cid &cid) const
{
    const OutboxEntry *entry = m_workspace->outbox().find(cid);
    return entry ? entry->state : SendState::Stored;
}

// --- Up

void TestTransfers::filesAreSentWithTheirCaption()
{
    QVERIFY(m_workspace->canSendFiles(General));
    const QByteArray one = content(Large);
    const QByteArray two = content(5, 7);
    QVERIFY(m_workspace->sendFiles(
        General, u"our trip"_s, { chosen(u"one.bin"_s, one), chosen(u"two.txt"_s, two), chosen(u"empty"_s, {}) }));
    QTRY_COMPARE(log().size(), 1);
    const RoomEvent event = log().first();
    QCOMPARE(event.text, u"our trip"_s);
    QCOMPARE(event.files.size(), 3);
    QCOMPARE(event.files[0].name, u"one.bin"_s);
    QCOMPARE(event.files[0].hash, hashOf(one));
    QCOMPARE(m_files->blobs.value(hashOf(one)), one);
    QCOMPARE(m_files->blobs.value(hashOf(two)), two);
    QTRY_VERIFY(m_workspace->outbox().entries().isEmpty());
}

void TestTransfers::whatTheServerHasIsNotSentAgain()
{
    const QByteArray bytes = content(Large);
    m_files->add(u"x"_s, bytes);
    QVERIFY(m_workspace->sendFiles(General, {}, { chosen(u"same.bin"_s, bytes) }));
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(m_files->bytesReceived, 0U);
}

void TestTransfers::textsTypedMeanwhileAreNotHeldUp()
{
    m_files->holds = true;
    const Result<Cid> cid = m_workspace->sendFiles(General, u"file"_s, { chosen(u"a.bin"_s, content(Large)) });
    QVERIFY(cid);
    QTRY_VERIFY(m_files->bytesReceived > 0);
    QCOMPARE(m_workspace->uploads().progress(*cid).state, TransferProgress::Running);
    QVERIFY(m_workspace->sendText(General, u"text"_s));
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log().first().text, u"text"_s);
    QVERIFY(m_files->bytesReceived <= quint64(Uploads::MaxWindowBytes));
    m_files->release();
    QTRY_COMPARE(log().size(), 2);
    QCOMPARE(log().last().text, u"file"_s);
}

void TestTransfers::goesOnAfterACutWhereItStopped()
{
    m_files->cutAtChunk = 12;
    QVERIFY(m_workspace->sendFiles(General, {}, { chosen(u"a.bin"_s, content(Large)) }));
    QTRY_COMPARE(m_files->cutAtChunk, -1);
    m_workspace->session().retryNow();
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(m_files->bytesReceived, quint64(Large)); // nothing came twice
}

void TestTransfers::waitingFilesSurviveAKill()
{
    m_workspace->stop();
    QTRY_VERIFY(!m_workspace->session().isOnline());
    const OutgoingFile file = chosen(u"a.bin"_s, content(Large));
    const Result<Cid> cid = m_workspace->sendFiles(General, u"caption"_s, { file }, u"folder"_s); // offline
    QVERIFY(cid);
    QTRY_COMPARE(stateOf(*cid), SendState::Uploading);
    restart();
    QTRY_VERIFY(m_workspace->outbox().find(*cid));
    QCOMPARE(m_workspace->outbox().find(*cid)->files.first().path, file.path);
    QTRY_VERIFY(m_workspace->isLoaded());
    QVERIFY(m_workspace->canSendFiles(General)); // as the server said in the earlier run
    goOnline();
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log().first().cid, *cid);
    QCOMPARE(log().first().folder, u"folder"_s);
    QTRY_VERIFY(m_workspace->outbox().entries().isEmpty());
}

void TestTransfers::aChangedFileFailsAndGoesAsItIsWhenTriedAgain()
{
    m_workspace->stop();
    QTRY_VERIFY(!m_workspace->session().isOnline());
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, { chosen(u"a.bin"_s, content(1000)) });
    QVERIFY(cid);
    QTRY_VERIFY(!m_workspace->outbox().find(*cid)->files.first().hash.isEmpty()); // it was read
    const QByteArray other = content(2000, 3);
    write(u"a.bin"_s, other);
    goOnline();
    QTRY_COMPARE(stateOf(*cid), SendState::Failed);
    QCOMPARE(m_workspace->outbox().find(*cid)->error.code, ErrorCode::FileChanged);
    QVERIFY(log().isEmpty());
    m_workspace->retry(*cid);
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log().first().files.first().hash, hashOf(other));
    QCOMPARE(log().first().files.first().size, 2000U);
}

void TestTransfers::filesReadWhileTheyAreLookedAtGoAtOnce()
{
    const OutgoingFile first = chosen(u"a.bin"_s, content(Large));
    const OutgoingFile second = chosen(u"b.bin"_s, content(Large, 5));
    const std::unique_ptr<HashAhead> ahead(m_workspace->hashAhead());
    QSignalSpy finished(ahead.get(), &HashAhead::finished);
    ahead->add({ first });
    ahead->add({ first, second }); // added while the first is read
    QTRY_COMPARE(finished.size(), 1);
    OutgoingFile renamed = second; // in the preview
    renamed.name = u"c.bin"_s;
    const QList<OutgoingFile> files = ahead->completed({ first, renamed });
    QCOMPARE(files[0].hash, hashOf(content(Large)));
    QCOMPARE(files[1].hash, hashOf(content(Large, 5)));
    QCOMPARE(files[1].name, u"c.bin"_s);
    QVERIFY(files[0].modifiedMs > 0);
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, files);
    QVERIFY(cid);
    QCOMPARE(m_workspace->outbox().find(*cid)->files, files); // nothing is left to find out
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log().first().files, entriesOf(files));
    QCOMPARE(m_files->blobs.value(files[1].hash), content(Large, 5));
}

void TestTransfers::aFileChosenAgainIsReadAgain()
{
    const OutgoingFile first = chosen(u"a.bin"_s, content(1000));
    const std::unique_ptr<HashAhead> ahead(m_workspace->hashAhead());
    QSignalSpy finished(ahead.get(), &HashAhead::finished);
    ahead->add({ first });
    QTRY_COMPARE(finished.size(), 1);
    const OutgoingFile changed = chosen(u"a.bin"_s, content(2000, 3)); // edited while the preview is open
    QCOMPARE(ahead->completed({ changed }), QList<OutgoingFile>{ changed }); // nothing old is said of it
    ahead->add({ changed });
    QTRY_COMPARE(finished.size(), 2);
    const QList<OutgoingFile> files = ahead->completed({ changed });
    QCOMPARE(files.first().hash, hashOf(content(2000, 3)));
    QVERIFY(m_workspace->sendFiles(General, {}, files));
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log().first().files.first().size, 2000U);
}

void TestTransfers::whatIsTakenOutIsReadNoFurther()
{
    const OutgoingFile large = chosen(u"a.bin"_s, content(Large));
    const OutgoingFile small = chosen(u"b.bin"_s, content(20));
    const OutgoingFile other = chosen(u"c.bin"_s, content(30));
    const std::unique_ptr<HashAhead> ahead(m_workspace->hashAhead());
    QSignalSpy finished(ahead.get(), &HashAhead::finished);
    ahead->add({ large, small, other });
    ahead->remove(large); // it is being read
    ahead->remove(small); // it waits
    QTRY_COMPARE(finished.size(), 1);
    const QList<OutgoingFile> files = ahead->completed({ large, small, other });
    QVERIFY(files[0].hash.isEmpty() && files[1].hash.isEmpty());
    QCOMPARE(files[2].hash, hashOf(content(30)));
}

void TestTransfers::whatCannotBeReadAheadIsLeftToTheOutbox()
{
    const OutgoingFile gone = chosen(u"a.bin"_s, content(10));
    const OutgoingFile there = chosen(u"b.bin"_s, content(20));
    QVERIFY(QFile::remove(gone.path));
    const std::unique_ptr<HashAhead> ahead(m_workspace->hashAhead());
    QSignalSpy finished(ahead.get(), &HashAhead::finished);
    ahead->add({ gone, there });
    QTRY_COMPARE(finished.size(), 1);
    const QList<OutgoingFile> files = ahead->completed({ gone, there });
    QCOMPARE(files[0], gone);
    QCOMPARE(files[1].hash, hashOf(content(20)));
    QCOMPARE(m_workspace->sendFiles(General, {}, files).error().code, ErrorCode::CannotOpenFile);
    QVERIFY(m_workspace->sendFiles(General, {}, { files[1] }));
    QTRY_COMPARE(log().size(), 1);
    QCOMPARE(log().first().files.first().hash, files[1].hash);
}

void TestTransfers::aFileChangedAfterItWasLookedAtFails()
{
    const OutgoingFile file = chosen(u"a.bin"_s, content(1000));
    const std::unique_ptr<HashAhead> ahead(m_workspace->hashAhead());
    QSignalSpy finished(ahead.get(), &HashAhead::finished);
    ahead->add({ file });
    QTRY_COMPARE(finished.size(), 1);
    write(u"a.bin"_s, content(2000, 3));
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, ahead->completed({ file }));
    QVERIFY(cid);
    QTRY_COMPARE(stateOf(*cid), SendState::Failed);
    QCOMPARE(m_workspace->outbox().find(*cid)->error.code, ErrorCode::FileChanged);
    QVERIFY(log().isEmpty());
}

void TestTransfers::aVanishedFileFails()
{
    m_files->holds = true;
    const OutgoingFile file = chosen(u"a.bin"_s, content(10));
    const Result<Cid> first = m_workspace->sendFiles(General, {}, { chosen(u"b.bin"_s, content(Large)) });
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, { file });
    QVERIFY(first && cid);
    QTRY_COMPARE(stateOf(*cid), SendState::Uploading);
    QVERIFY(QFile::remove(file.path));
    m_files->release();
    QTRY_COMPARE(stateOf(*cid), SendState::Failed);
    QCOMPARE(m_workspace->outbox().find(*cid)->error.code, ErrorCode::FileChanged);
    QTRY_COMPARE(log().size(), 1); // the other one
}

void TestTransfers::pausedUploadGoesOnWhereItStopped()
{
    m_files->holds = true;
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, { chosen(u"a.bin"_s, content(Large)) });
    QVERIFY(cid);
    QTRY_VERIFY(m_files->bytesReceived > 0);
    m_workspace->pauseTransfer(*cid);
    QCOMPARE(m_workspace->uploads().progress(*cid).state, TransferProgress::Paused);
    m_files->release();
    QVERIFY(m_workspace->sendText(General, u"text"_s));
    QTRY_COMPARE(log().size(), 1);
    QVERIFY(m_files->bytesReceived < quint64(Large));
    // Another one may go meanwhile.
    QVERIFY(m_workspace->sendFiles(General, u"other"_s, { chosen(u"b.bin"_s, content(100)) }));
    QTRY_COMPARE(log().size(), 2);
    m_workspace->resumeTransfer(*cid);
    QTRY_COMPARE(log().size(), 3);
    QCOMPARE(m_files->bytesReceived, quint64(Large) + 100);
}

void TestTransfers::aPauseHoldsOverARestart()
{
    m_files->holds = true;
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, { chosen(u"a.bin"_s, content(Large)) });
    QVERIFY(cid);
    QTRY_VERIFY(m_files->bytesReceived > 0);
    m_workspace->pauseTransfer(*cid);
    restart();
    m_files->holds = false;
    QTRY_COMPARE(stateOf(*cid), SendState::Uploading);
    QTRY_COMPARE(m_workspace->uploads().progress(*cid).state, TransferProgress::Paused);
    const quint64 before = m_files->bytesReceived;
    goOnline();
    QVERIFY(m_workspace->sendFiles(General, u"other"_s, { chosen(u"b.bin"_s, content(100)) }));
    QTRY_COMPARE(log().size(), 1); // after the paused one, which stays where it is
    QCOMPARE(m_files->bytesReceived, before + 100);
    QCOMPARE(m_workspace->uploads().progress(*cid).state, TransferProgress::Paused);
    m_workspace->resumeTransfer(*cid);
    QTRY_COMPARE(log().size(), 2);
    restart(); // and what goes on is not paused any more
    QTRY_VERIFY(m_workspace->sync().isLoaded());
    QVERIFY(!m_workspace->outbox().find(*cid));
}

void TestTransfers::filesOfAMessageAreSentOn()
{
    const FileEntry one = m_files->add(u"one.jpg"_s, content(3000, 1));
    FileEntry two = m_files->add(u"two.txt"_s, content(3000, 2));
    two.path = u"sub"_s;
    say({ one, two }, u"trip"_s);
    m_workspace->stop(); // offline too
    QTRY_VERIFY(!m_workspace->session().isOnline());
    const Result<Cid> cid = m_workspace->forwardFiles(General, u"> **Marie**"_s, { one, two }, u"trip"_s);
    QVERIFY(cid);
    QTRY_COMPARE(stateOf(*cid), SendState::Queued);
    restart();
    QTRY_COMPARE(stateOf(*cid), SendState::Queued);
    goOnline();
    QTRY_COMPARE(log().size(), 2);
    QCOMPARE(log().last().files, (QList<FileEntry>{ one, two }));
    QCOMPARE(log().last().folder, u"trip"_s);
    QCOMPARE(log().last().text, u"> **Marie**"_s);
    QCOMPARE(m_files->bytesReceived, quint64(0)); // nothing was put up
    QVERIFY(m_server->received(MessageType::OpenUpload).isEmpty());
    QTRY_VERIFY(m_workspace->outbox().entries().isEmpty());
}

void TestTransfers::aForwardedFileThatIsGoneFails()
{
    const FileEntry file = m_files->add(u"one.jpg"_s, content(3000, 1));
    say({ file });
    m_files->blobs.clear(); // its message was deleted
    const Result<Cid> cid = m_workspace->forwardFiles(General, u"look"_s, { file });
    QVERIFY(cid);
    QVERIFY(m_workspace->sendText(General, u"text"_s)); // its number is free for this one
    QTRY_COMPARE(stateOf(*cid), SendState::Failed);
    QCOMPARE(m_workspace->outbox().find(*cid)->error.code, ErrorCode::FileGone);
    QTRY_COMPARE(log().size(), 2);
    const FileEntry back = m_files->add(u"one.jpg"_s, content(3000, 1));
    QCOMPARE(back.hash, file.hash);
    m_workspace->outbox().retry(*cid);
    QTRY_COMPARE(log().size(), 3);
    QCOMPARE(log().last().files.first().hash, file.hash);
}

void TestTransfers::forwardingKeepsTheRules()
{
    const FileEntry file = m_files->add(u"one.jpg"_s, content(3000, 1));
    m_server->room(General).summary.rules.files = RoomPeople::Nobody;
    m_workspace->stop();
    QTRY_VERIFY(!m_workspace->session().isOnline());
    goOnline();
    QCOMPARE(m_workspace->forwardFiles(General, u"x"_s, { file }).error().code, ErrorCode::FilesNotAllowed);
    QVERIFY(m_workspace->forwardFiles(General, u"words alone"_s, {}));
    m_server->room(General).summary.rules = { .posting = RoomPeople::Moderators };
    m_workspace->stop();
    QTRY_VERIFY(!m_workspace->session().isOnline());
    goOnline();
    QCOMPARE(m_workspace->forwardFiles(General, u"x"_s, { file }).error().code, ErrorCode::PostingRestricted);
    QCOMPARE(m_workspace->forwardFiles(RoomId{ 99 }, u"x"_s, { file }).error().code, ErrorCode::NotAMember);
}

void TestTransfers::whatTheServerLostIsPutUpAgainAndNumbersStay()
{
    const QByteArray bytes = content(3000);
    int lost = 0;
    m_files->intercept = [&](FakeChannel *, const Envelope &request) {
        const bool hasFiles = request.is(MessageType::SendMessage) && !decode<SendMessage>(request)->files.isEmpty();
        if (hasFiles && lost++ == 0)
            m_files->blobs.clear();
        return false;
    };
    QVERIFY(m_workspace->sendText(General, u"before"_s));
    QVERIFY(m_workspace->sendFiles(General, u"file"_s, { chosen(u"a.bin"_s, bytes) }));
    QVERIFY(m_workspace->sendText(General, u"after"_s));
    QTRY_COMPARE(log().size(), 3);
    QCOMPARE(m_files->bytesReceived, 6000U);
    QTRY_VERIFY(m_workspace->outbox().entries().isEmpty());
    QVERIFY(m_workspace->sendText(General, u"later"_s));
    QTRY_COMPARE(log().size(), 4);
}

void TestTransfers::refusalForNowWaits()
{
    m_files->refusal = Error{ ErrorCode::TooManyTransfers, {}, { u"4"_s }, 30'000 };
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, { chosen(u"a.bin"_s, content(1000)) });
    QVERIFY(cid);
    QTRY_COMPARE(m_workspace->uploads().progress(*cid).error.code, ErrorCode::TooManyTransfers);
    QCOMPARE(stateOf(*cid), SendState::Uploading);
    m_files->refusal.reset();
    m_workspace->retry(*cid); // a person does not wait
    QTRY_COMPARE(log().size(), 1);
}

void TestTransfers::refusalForGoodFailsWithItsReason()
{
    for (const ErrorCode code : { ErrorCode::FileTooLarge, ErrorCode::DailyQuotaReached, ErrorCode::QuotaReached }) {
        m_files->refusal = Error{ code, {}, { u"10"_s } };
        const Result<Cid> cid = m_workspace->sendFiles(General, {}, { chosen(u"a.bin"_s, content(1000)) });
        QVERIFY(cid);
        QTRY_COMPARE(stateOf(*cid), SendState::Failed);
        QCOMPARE(m_workspace->outbox().find(*cid)->error.code, code);
        QCOMPARE(m_workspace->discard(*cid), OutboxRemoval::Done);
    }
    QVERIFY(log().isEmpty());
}

void TestTransfers::limitsAreCheckedBeforeAnythingIsLost()
{
    const OutgoingFile file = chosen(u"a.bin"_s, content(1000));
    const auto errorOf = [&](const QList<OutgoingFile> &files) {
        const Result<Cid> sent = m_workspace->sendFiles(General, {}, files);
        return sent ? ErrorCode::Internal : sent.error().code;
    };
    QCOMPARE(errorOf(QList<OutgoingFile>(101, file)), ErrorCode::TooManyFiles);
    OutgoingFile deep = file;
    deep.folderPath = QStringList(8, QString(60, u'x')).join(u'/');
    QCOMPARE(errorOf(QList<OutgoingFile>(100, deep)), ErrorCode::TooManyFiles); // their frame would be too large
    OutgoingFile hostile = file;
    hostile.name = u"../a"_s;
    QCOMPARE(errorOf({ hostile }), ErrorCode::InvalidFileName);
    OutgoingFile missing = file;
    missing.path += u"-gone"_s;
    QCOMPARE(errorOf({ missing }), ErrorCode::CannotOpenFile);
    QCOMPARE(errorOf({ chosen(u"huge.bin"_s, {}),
                 [&] {
                     OutgoingFile huge = file;
                     huge.path = write(u"huge.bin"_s, QByteArray(9 * 1024 * 1024, 'x'));
                     return huge;
                 }() }),
        ErrorCode::FileTooLarge);
    m_server->room(General).summary.rules.files = RoomPeople::Nobody;
    m_server->cut();
    m_workspace->session().retryNow();
    QTRY_VERIFY(!m_workspace->canSendFiles(General));
    QCOMPARE(errorOf({ file }), ErrorCode::FilesNotAllowed);
    QVERIFY(m_workspace->outbox().entries().isEmpty());
}

void TestTransfers::discardedUploadIsCanceledAndItsPastedImageRemoved()
{
    const QString path = m_workspace->newTemporaryFile(u"png"_s);
    QVERIFY(!path.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content(Large));
    file.close();
    Result<ScannedFiles> scanned = wait(m_workspace->scan({ path }));
    QVERIFY(scanned);
    scanned->files.first().isTemporary = true;
    m_files->holds = true;
    const Result<Cid> cid = m_workspace->sendFiles(General, {}, scanned->files);
    QVERIFY(cid);
    QTRY_VERIFY(m_files->bytesReceived > 0);
    QCOMPARE(m_workspace->discard(*cid), OutboxRemoval::Done);
    QTRY_VERIFY(!QFile::exists(path));
    QTRY_COMPARE(m_files->canceled, 1);
    QVERIFY(m_files->parts.isEmpty());
}

void TestTransfers::entriesWithFilesAreNotTakenBackAsText()
{
    m_workspace->stop();
    const Result<Cid> cid = m_workspace->sendFiles(General, u"caption"_s, { chosen(u"a.bin"_s, content(10)) });
    QVERIFY(cid);
    QTRY_COMPARE(stateOf(*cid), SendState::Uploading);
    QCOMPARE(m_workspace->takeBack(*cid), QString());
    QCOMPARE(m_workspace->takeBackIntoDraft(*cid), OutboxRemoval::NotThere);
    QVERIFY(m_workspace->outbox().find(*cid));
}

// --- Down

void TestTransfers::fetchedFilesAreHereUntilTheirMessageIsDeleted()
{
    const QByteArray bytes = content(Large);
    const FileEntry file = m_files->add(u"a.bin"_s, bytes);
    const RoomEvent event = say({ file });
    const RoomEvent again = say({ file });
    const DownloadKey key{ General, event.seq, 0 };
    Downloads &downloads = m_workspace->downloads();
    QTRY_COMPARE(m_workspace->sync().last(General), again.seq);
    QCOMPARE(downloads.localPath(file.hash), QString());
    downloads.fetch(key, file);
    QTRY_COMPARE(downloads.progress(key).state, TransferProgress::Done);
    QCOMPARE(read(downloads.localPath(file.hash)), bytes);
    downloads.fetch({ General, again.seq, 0 }, file); // it is here
    QCOMPARE(m_files->bytesGiven, quint64(Large));
    const QString path = downloads.localPath(file.hash);
    m_server->change(General, FakeServer::Marie, EventKind::Deleted, event.seq);
    QTRY_COMPARE(m_workspace->sync().last(General), again.seq + 1);
    QCOMPARE(downloads.localPath(file.hash), path); // the other message has it
    m_server->change(General, FakeServer::Marie, EventKind::Deleted, again.seq);
    QTRY_COMPARE(downloads.localPath(file.hash), QString());
    QTRY_VERIFY(!QFile::exists(path));
}

void TestTransfers::trimmedFilesLeaveTheCache_data()
{
    QTest::addColumn<bool>("isAway");
    QTest::addColumn<bool>("isFarBack");
    QTest::newRow("while connected") << false << false;
    QTest::newRow("while away") << true << false;
    QTest::newRow("while away, of a message that was only found here") << true << true;
}

void TestTransfers::trimmedFilesLeaveTheCache()
{
    QFETCH(bool, isAway);
    QFETCH(bool, isFarBack);
    const FileEntry file = m_files->add(u"a.bin"_s, content(3000));
    const FileEntry kept = m_files->add(u"b.bin"_s, content(3000, 7));
    m_server->fill(General, isFarBack ? 400 : 2);
    const Seq last = Seq(log().size());
    QList<RoomEvent> &room = m_server->room(General).log;
    room[0].files = { file };
    room[last - 1].files = { file, kept };
    m_server->cut();
    m_workspace->session().retryNow();
    QTRY_COMPARE(m_workspace->sync().last(General), last);
    const DownloadKey key{ General, 1, 0 };
    Downloads *downloads = &m_workspace->downloads();
    downloads->fetch(key, file);
    downloads->fetch({ General, last, 1 }, kept);
    QTRY_COMPARE(downloads->progress(key).state, TransferProgress::Done);
    QTRY_VERIFY(!downloads->localPath(kept.hash).isEmpty());
    const QString path = downloads->localPath(file.hash);
    if (isAway) {
        restart();
        m_server->trim(General, 2);
        goOnline();
        downloads = &m_workspace->downloads();
    } else {
        m_server->trim(General, 2);
    }
    QTRY_VERIFY(!QFile::exists(path));
    QCOMPARE(downloads->localPath(file.hash), QString());
    QTRY_VERIFY(!downloads->localPath(kept.hash).isEmpty()); // of a message that is still there
}

void TestTransfers::sentFilesLeaveTheCacheWithTheirMessage()
{
    const QByteArray bytes = content(3000);
    const FileEntry file{ hashOf(bytes), u"a.bin"_s, 3000, {}, 0, 0, {} };
    Downloads &downloads = m_workspace->downloads();
    downloads.adopt(file.hash, write(u"a.bin"_s, bytes));
    downloads.noteMessage(General, 1, { file }); // while it is on its way into the cache
    QTRY_VERIFY(!downloads.localPath(file.hash).isEmpty());
    const QString path = downloads.localPath(file.hash);
    restart();
    QTRY_VERIFY(!m_workspace->downloads().localPath(file.hash).isEmpty()); // its message is known still
    m_workspace->downloads().forgetMessage(General, 1);
    QCOMPARE(m_workspace->downloads().localPath(file.hash), QString());
    QTRY_VERIFY(!QFile::exists(path));
    // Without one, nothing could ever take it away.
    m_workspace->downloads().adopt(file.hash, m_folder->filePath(u"a.bin"_s));
    QTRY_VERIFY(QFile::exists(path));
    restart();
    QTRY_VERIFY(!QFile::exists(path));
}

void TestTransfers::namesThatWereCutOffAreNoMessages()
{
    const QByteArray bytes = content(3000);
    const FileEntry file{ hashOf(bytes), u"a.bin"_s, 3000, {}, 0, 0, {} };
    Downloads &downloads = m_workspace->downloads();
    downloads.adopt(file.hash, write(u"a.bin"_s, bytes));
    downloads.noteMessage(General, 1, { file });
    QTRY_VERIFY(!downloads.localPath(file.hash).isEmpty());
    const QString path = downloads.localPath(file.hash);
    QTRY_VERIFY(QFileInfo(path + u".of"_s).size() > 0);
    QFile names(path + u".of"_s);
    QVERIFY(names.open(QIODevice::WriteOnly | QIODevice::Truncate));
    names.close();
    QFile unfinished(path + u".of.AbCdEf"_s);
    QVERIFY(unfinished.open(QIODevice::WriteOnly));
    unfinished.close();
    restart();
    QTRY_VERIFY(!QFile::exists(path)); // nobody could ever forget it
    QTRY_VERIFY(!QFile::exists(names.fileName()));
    QTRY_VERIFY(!QFile::exists(unfinished.fileName()));
}

void TestTransfers::fetchGoesOnAfterACutAndAKill()
{
    const QByteArray bytes = content(Large);
    const FileEntry file = m_files->add(u"a.bin"_s, bytes);
    const DownloadKey key{ General, say({ file }).seq, 0 };
    m_files->cutAtChunk = 12;
    m_workspace->downloads().fetch(key, file);
    QTRY_COMPARE(m_files->cutAtChunk, -1);
    m_workspace->session().retryNow();
    QTRY_COMPARE(m_workspace->downloads().progress(key).state, TransferProgress::Done);
    QVERIFY(m_files->bytesGiven <= quint64(Large + Downloads::MaxWindowBytes)); // it did not begin again
    QCOMPARE(read(m_workspace->downloads().localPath(file.hash)), bytes);
    // Half of another one is there when the program starts again.
    const QByteArray second = content(Large, 5);
    const FileEntry other = m_files->add(u"b.bin"_s, second);
    const QString part = QFileInfo(m_workspace->downloads().localPath(file.hash)).path() + u'/'
        + QString::fromLatin1(other.hash.toHex()) + u".part"_s;
    QFile half(part);
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write(second.first(Large / 2));
    half.close();
    QFile named(part.chopped(5) + u".of"_s);
    QVERIFY(named.open(QIODevice::WriteOnly));
    named.write("10 2\n"); // the message that has it
    named.close();
    restart();
    const quint64 given = m_files->bytesGiven;
    goOnline();
    const DownloadKey otherKey{ General, say({ other }).seq, 0 };
    m_workspace->downloads().fetch(otherKey, other);
    QTRY_COMPARE(m_workspace->downloads().progress(otherKey).state, TransferProgress::Done);
    QCOMPARE(read(m_workspace->downloads().localPath(other.hash)), second);
    QCOMPARE(m_files->bytesGiven - given, quint64(Large - Large / 2));
    QCOMPARE(read(m_workspace->downloads().localPath(file.hash)), bytes); // and the first is still here
}

void TestTransfers::damagedFilesAreNeverHere()
{
    const FileEntry file = m_files->add(u"a.bin"_s, content(1000));
    const DownloadKey key{ General, say({ file }).seq, 0 };
    m_files->spoils = true;
    Downloads &downloads = m_workspace->downloads();
    downloads.fetch(key, file);
    QTRY_VERIFY(downloads.progress(key).error.code == ErrorCode::FileDamaged);
    m_clock->advance(60'000); // it is tried once more by itself
    downloads.fetch(key, file);
    m_clock->advance(60'000);
    QTRY_VERIFY(downloads.progress(key).state != TransferProgress::Running);
    QCOMPARE(downloads.localPath(file.hash), QString());
    m_files->spoils = false;
    m_clock->advance(60'000);
    downloads.fetch(key, file);
    QTRY_COMPARE(downloads.progress(key).state, TransferProgress::Done);
}

void TestTransfers::theOldestGoesWhenTheCacheIsFull()
{
    Downloads &downloads = m_workspace->downloads();
    downloads.setMaxCacheBytes(25'000);
    QList<FileEntry> files;
    for (int i = 0; i < 3; ++i) {
        files.append(m_files->add(u"%1.bin"_s.arg(i), content(10'000, i)));
        const DownloadKey key{ General, say({ files.last() }).seq, 0 };
        downloads.fetch(key, files.last());
        QTRY_COMPARE(downloads.progress(key).state, TransferProgress::Done);
        m_clock->advance(1000);
        if (i == 1)
            QVERIFY(!downloads.localPath(files[0].hash).isEmpty()); // it is looked at again
        m_clock->advance(1000);
    }
    QVERIFY(!downloads.localPath(files[0].hash).isEmpty());
    QCOMPARE(downloads.localPath(files[1].hash), QString());
    QVERIFY(!downloads.localPath(files[2].hash).isEmpty());
}

void TestTransfers::savedFilesOverwriteNothing()
{
    const QByteArray bytes = content(3000);
    const FileEntry file = m_files->add(u"photo.jpg"_s, bytes);
    const RoomEvent event = say({ file });
    QTRY_COMPARE(m_workspace->sync().last(General), event.seq);
    QVERIFY(QDir(m_folder->path()).mkdir(u"here"_s));
    const QString folder = m_folder->filePath(u"here"_s);
    const DownloadKey key{ General, event.seq, 0 };
    QCOMPARE(wait(m_workspace->saveFile(key, folder)).value_or(QString()), folder + u"/photo.jpg"_s);
    QCOMPARE(wait(m_workspace->saveFile(key, folder)).value_or(QString()), folder + u"/photo (2).jpg"_s);
    QCOMPARE(wait(m_workspace->saveFile(key, folder + u"/mine.jpg"_s)).value_or(QString()), folder + u"/mine.jpg"_s);
    QCOMPARE(read(folder + u"/photo (2).jpg"_s), bytes);
    const auto run = QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(folder + u"/photo.jpg"_s) & run));
#ifdef Q_OS_UNIX
    // What lies there and leads elsewhere is left alone.
    const QString outside = write(u"outside"_s, "untouched");
    QVERIFY(QFile::link(outside, folder + u"/link.jpg"_s));
    QCOMPARE(
        wait(m_workspace->saveFile(key, folder + u"/link.jpg"_s)).value_or(QString()), folder + u"/link (2).jpg"_s);
    QCOMPARE(read(outside), QByteArray("untouched"));
#endif
    QCOMPARE(m_files->bytesGiven, 3000U);
    const auto nowhere = wait(m_workspace->saveFile(key, folder + u"/missing/a.jpg"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::CannotOpenFile);
}

void TestTransfers::saveFailsWhereTheFileIsGone()
{
    const FileEntry file = m_files->add(u"a.bin"_s, content(3000));
    const RoomEvent event = say({ file });
    QTRY_COMPARE(m_workspace->sync().last(General), event.seq);
    m_files->refusal = Error{ ErrorCode::FileGone };
    const auto saved = wait(m_workspace->saveFile({ General, event.seq, 0 }, m_folder->path()));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::FileGone);
    QCOMPARE(
        wait(m_workspace->saveFile({ General, event.seq, 1 }, m_folder->path())).error().code, ErrorCode::FileGone);
}

// --- Shown

void TestTransfers::filesStayInTheMirrorUntilTheyAreDeleted()
{
    FileEntry file = m_files->add(u"secret-plan.pdf"_s, content(3000));
    const RoomEvent event = say({ file }, u"secret-folder"_s);
    QTRY_COMPARE(m_workspace->sync().last(General), event.seq);
    restart(); // offline
    QTRY_VERIFY(m_workspace->isLoaded());
    std::unique_ptr<TimelineModel> timeline(m_workspace->makeTimeline(General, nullptr));
    QTRY_COMPARE(timeline->rowCount(), 1);
    const auto files = timeline->index(0).data(TimelineModel::FilesRole).value<QList<FileEntry>>();
    QCOMPARE(files, QList<FileEntry>{ file });
    QCOMPARE(timeline->index(0).data(TimelineModel::FolderRole).toString(), u"secret-folder"_s);
    QVERIFY(!timeline->index(0).data(TimelineModel::UploadRole).isValid());
    goOnline();
    m_server->change(General, FakeServer::Marie, EventKind::Deleted, event.seq);
    QTRY_VERIFY(timeline->index(0).data(TimelineModel::DeletedRole).toBool());
    QVERIFY(timeline->index(0).data(TimelineModel::FilesRole).value<QList<FileEntry>>().isEmpty());
    timeline.reset();
    restart(); // whatever was to be written is
    QDirIterator all(
        m_folder->filePath(u"profile"_s), { u"mirror*"_s, u"outbox*"_s }, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(all.hasNext());
    while (all.hasNext()) {
        const QByteArray bytes = read(all.next());
        QVERIFY2(!bytes.contains("secret-plan") && !bytes.contains("secret-folder"), qPrintable(all.filePath()));
    }
}

void TestTransfers::previewsNameTheFiles()
{
    FileEntry photo = m_files->add(u"a.jpg"_s, content(10));
    photo.width = photo.height = 100;
    say({ photo });
    QTRY_COMPARE(m_workspace->rooms().lastText(General), u"Marie: 📷 Photo"_s);
    say({ m_files->add(u"report.pdf"_s, content(11)) });
    QTRY_COMPARE(m_workspace->rooms().lastText(General), u"Marie: 📎 report.pdf"_s);
    say({ photo, photo }, u"trip"_s);
    QTRY_VERIFY(m_workspace->rooms().lastText(General).startsWith(u"Marie: 🗂 trip (2 "_s));
    RoomEvent hostile;
    hostile.files = { FileEntry{ QByteArray(32, 'h'), u"a\u202Egpj.exe"_s, 1, {}, 0, 0, {} } };
    QCOMPARE(EventText::files(hostile), u"📎 agpj.exe"_s);
    m_workspace->stop();
    const Result<Cid> cid = m_workspace->sendFiles(General, u"look"_s, { chosen(u"b.txt"_s, content(10)) });
    QVERIFY(cid);
    OutboxModel &outbox = m_workspace->outboxModel();
    QTRY_COMPARE(outbox.rowCount(), 1);
    QCOMPARE(outbox.index(0).data(OutboxModel::TextRole).toString(), u"📎 b.txt – look"_s);
}

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
