// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QSemaphore>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Files: how they come, who gets them, what they may be called, and that they go with their messages.
class TestFileCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileGoesFromOneToAnother();
    void anEmptyFileNeedsNoBytes();
    void theServerSaysItsLimits();
    void aServerWithoutFilesOffersNone();
    void aCutUploadGoesOn();
    void aRestartedServerGoesOnToo();
    void whatTheAccountSentBeforeIsNotSentAgain();
    void whatTheAccountCanReadIsNotSentAgain();
    void theTextMayBeTakenOffFiles();
    void noFramesAreLeftOverFromUploads();
    void theHashOfAStrangersFileGivesNothing();
    void twoUploadsOfOneContentAreOneFile();
    void anotherContentIsRefused();
    void aFullDiskIsTemporary();
    void aDayHasItsLimit();
    void allTogetherHaveALimit();
    void tooLargeIsSaidBeforeAByteIsSent();
    void openTransfersAreLimited();
    void chunksOfOthersAreNotTaken();
    void hostileChunksChangeNothing();
    void chunksMayBeAsLargeAsIsSaid();
    void whatWaitsForTheDiskIsBounded();
    void whatWaitedIsForgottenWithItsConnection();
    void whatTheDiskRefusesWaitsNoMore();
    void readsUnderWayAreBounded();
    void canceledUploadsLeaveNothing();
    void aNewConnectionTakesAnUploadOver();
    void aMessageWithAMissingFileUsesNothingUp();
    void hostileNamesAreRefusedForGood_data();
    void hostileNamesAreRefusedForGood();
    void aFolderComesAsItWasSent();
    void sizesAreTheServersWord();
    void onlyReadersDownload();
    void aDownloadEndsWithTheRightToRead();
    void aDeletedMessageTakesItsFileAlong();
    void aFileThatAnotherMessageHasStays();
    void aDeletionAndAnUploadAtOnceLoseNothing();
    void aContentThatTheDiskLostCanBeSentAgain();
    void whatNoMessageNamesGoesAfterAWhile();
    void pagesCarryFilesWithinTheirBytes();
    void filesAreNoWayAroundTheRate();
    void guestsSeeWhatFilesAreCalled();

private:
    static QByteArray bytesOf(int count, char seed = 1)
    {
        QByteArray bytes(count, 0);
        for (int i = 0; i < count; ++i)
            bytes[i] = char(seed + i * 7 + i / 251);
        return bytes;
    }
    static QByteArray hashOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    static FileEntry entryOf(const QByteArray &bytes, const QString &name = u"a.bin"_s)
    {
        return { hashOf(bytes), name, quint64(bytes.size()), u"application/octet-stream"_s, 0, 0, {} };
    }
    /// Opens and sends all; what the first step failed with.
    static Result<> upload(DispatchRig &rig, const DispatchRig::Person &person, const QByteArray &bytes)
    {
        const auto opened
            = rig.ask<UploadOpened>(person.connection, OpenUpload{ hashOf(bytes), quint64(bytes.size()) });
        return opened ? sendFrom(rig, person, *opened, bytes) : fail(opened.error());
    }
    static Result<> sendFrom(
        DispatchRig &rig, const DispatchRig::Person &person, const UploadOpened &opened, const QByteArray &bytes)
    {
        for (auto offset = qsizetype(opened.offset); offset < bytes.size(); offset += 61440) {
            const auto done = rig.ask<Done>(
                person.connection, UploadChunk{ opened.upload, quint64(offset), bytes.mid(offset, 61440) });
            if (!done)
                return fail(done.error());
        }
        return {};
    }
    static Result<Sent> sendFiles(DispatchRig &rig, DispatchRig::Person &person, RoomId room,
        const QList<FileEntry> &files, const QString &caption = {}, const QString &folder = {})
    {
        SendMessage message = rig.draft(person, room, caption);
        message.files = files;
        message.folder = folder;
        return rig.ask<Sent>(person.connection, message);
    }
    /// Uploads and posts.
    static Seq post(DispatchRig &rig, DispatchRig::Person &person, const QByteArray &bytes)
    {
        if (!upload(rig, person, bytes))
            qFatal("the upload failed");
        return sendFiles(rig, person, rig.firstRoom(), { entryOf(bytes) }).value().seq;
    }
    static Result<QByteArray> download(DispatchRig &rig, const DispatchRig::Person &person, RoomId room, Seq seq)
    {
        const auto opened = rig.ask<DownloadOpened>(person.connection, OpenDownload{ room, seq, 0 });
        if (!opened)
            return fail(opened.error());
        QByteArray bytes;
        while (quint64(bytes.size()) < opened->size) {
            const auto chunk
                = rig.ask<FileChunk>(person.connection, ReadChunk{ opened->download, quint64(bytes.size()), 61440 });
            if (!chunk)
                return fail(chunk.error());
            bytes += chunk->data;
        }
        if (!rig.ask<Done>(person.connection, CloseDownload{ opened->download }))
            return fail(ErrorCode::Internal);
        return bytes;
    }
    static Result<Sent> remove(DispatchRig &rig, DispatchRig::Person &person, Seq seq)
    {
        SendMessage deletion = rig.draft(person, rig.firstRoom(), {});
        deletion.kind = EventKind::Deleted;
        deletion.target = seq;
        return rig.ask<Sent>(person.connection, deletion);
    }
    static RoomEvent eventAt(DispatchRig &rig, const DispatchRig::Person &person, Seq seq)
    {
        return rig.ask<HistoryPage>(person.connection, FetchHistory{ rig.firstRoom(), 0, seq - 1, 1 })
            .value()
            .events.value(0);
    }
    static int filesOf(const DispatchRig &rig, const QString &below = {})
    {
        int count = 0;
        QDirIterator files(rig.folder.filePath(u"data/files"_s + below), QDir::Files, QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }
    template <class Wire>
    static int codeOf(const Result<Wire> &result)
    {
        return result ? 0 : int(result.error().code);
    }
};

void TestFileCommands::aFileGoesFromOneToAnother()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    QVERIFY(rig.ask<HistoryPage>(jean.connection, Follow{ rig.firstRoom(), 0 })->live);
    const QByteArray bytes = bytesOf(150'000);
    QVERIFY(upload(rig, marie, bytes));
    FileEntry entry = entryOf(bytes, u"Été à Brest.jpg"_s);
    entry.mediaType = u"image/JPEG"_s;
    entry.width = 4000;
    entry.height = 3000;
    const auto sent = sendFiles(rig, marie, rig.firstRoom(), { entry }, u"Regardez"_s);
    QVERIFY(sent);
    entry.mediaType = u"image/jpeg"_s;
    const RoomEvent heard = rig.net.receivedAs<RoomEvent>(jean.connection).back();
    QCOMPARE(heard.text, u"Regardez"_s);
    QCOMPARE(heard.files, QList<FileEntry>{ entry });
    QCOMPARE(eventAt(rig, jean, sent->seq).files, QList<FileEntry>{ entry });
    QVERIFY(download(rig, jean, rig.firstRoom(), sent->seq).value() == bytes);
    // For three chunks, and nothing is left of it.
    QCOMPARE(rig.net.granted(jean.connection), 3);
    rig.restart();
    QVERIFY(download(rig, rig.comeBack(jean), rig.firstRoom(), sent->seq).value() == bytes);
}

void TestFileCommands::anEmptyFileNeedsNoBytes()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf({}), 0 });
    QCOMPARE(opened->offset, quint64(0));
    const auto sent = sendFiles(rig, marie, rig.firstRoom(), { entryOf({}, u"empty.txt"_s) });
    QVERIFY(sent);
    QCOMPARE(download(rig, marie, rig.firstRoom(), sent->seq).value(), QByteArray());
    // Of nothing there is one content only.
    QCOMPARE(rig.codeOf<UploadOpened>(marie.connection, OpenUpload{ hashOf("x"), 0 }), int(ErrorCode::FileDamaged));
}

void TestFileCommands::theServerSaysItsLimits()
{
    DispatchRig rig;
    const auto connection = rig.connect();
    const auto welcome = rig.ask<Welcome>(connection, Hello{ { ProtocolVersion }, rig.features, u"test 1"_s, u"en"_s });
    QVERIFY(welcome->features.contains(u"files"_s));
    QCOMPARE(welcome->limits.fileBytes, quint64(25) << 20);
    QCOMPARE(welcome->limits.files, 100u);
    QCOMPARE(welcome->limits.chunkBytes, wire_limits::MaxChunkBytes);
}

void TestFileCommands::aServerWithoutFilesOffersNone()
{
    DispatchRig rig;
    auto before = rig.join(u"before"_s);
    const QByteArray bytes = bytesOf(10);
    QVERIFY(upload(rig, before, bytes));
    rig.settings.files.enabled = false;
    rig.dispatcher->setSettings(rig.settings);
    const auto connection = rig.connect();
    const auto welcome = rig.ask<Welcome>(connection, Hello{ { ProtocolVersion }, rig.features, u"test 1"_s, u"en"_s });
    QVERIFY(!welcome->features.contains(u"files"_s));
    QCOMPARE(welcome->limits.fileBytes, quint64(0));
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(
        rig.codeOf<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 10 }), int(ErrorCode::UnexpectedMessage));
    // Who logged in before cannot either.
    QCOMPARE(
        rig.codeOf<UploadOpened>(before.connection, OpenUpload{ hashOf(bytes), 10 }), int(ErrorCode::FilesNotAllowed));
    QCOMPARE(codeOf(sendFiles(rig, before, rig.firstRoom(), { entryOf(bytes) })), int(ErrorCode::FilesNotAllowed));
}

void TestFileCommands::aCutUploadGoesOn()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(200'000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 200'000 });
    QCOMPARE(opened->offset, quint64(0));
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, bytes.left(61440) }));
    rig.disconnect(marie.connection);
    auto back = rig.comeBack(marie);
    const auto again = rig.ask<UploadOpened>(back.connection, OpenUpload{ hashOf(bytes), 200'000 });
    QCOMPARE(again->offset, quint64(61440));
    QVERIFY(sendFrom(rig, back, *again, bytes));
    const auto sent = sendFiles(rig, back, rig.firstRoom(), { entryOf(bytes) });
    QVERIFY(download(rig, back, rig.firstRoom(), sent->seq).value() == bytes);
}

void TestFileCommands::aRestartedServerGoesOnToo()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(200'000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 200'000 });
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, bytes.left(50'000) }));
    rig.restart();
    auto back = rig.comeBack(marie);
    const auto again = rig.ask<UploadOpened>(back.connection, OpenUpload{ hashOf(bytes), 200'000 });
    QCOMPARE(again->offset, quint64(50'000));
    QVERIFY(sendFrom(rig, back, *again, bytes));
    // The answer was lost with the server: the content is not.
    rig.restart();
    auto third = rig.comeBack(marie);
    QCOMPARE(rig.ask<UploadOpened>(third.connection, OpenUpload{ hashOf(bytes), 200'000 })->offset, quint64(200'000));
    QVERIFY(sendFiles(rig, third, rig.firstRoom(), { entryOf(bytes) }));
}

void TestFileCommands::whatTheAccountSentBeforeIsNotSentAgain()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(upload(rig, marie, bytes));
    auto other = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    QCOMPARE(rig.ask<UploadOpened>(other.connection, OpenUpload{ hashOf(bytes), 1000 })->offset, quint64(1000));
    QVERIFY(sendFiles(rig, other, rig.firstRoom(), { entryOf(bytes) }));
}

void TestFileCommands::whatTheAccountCanReadIsNotSentAgain()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const QByteArray bytes = bytesOf(1000);
    post(rig, marie, bytes);
    QCOMPARE(rig.ask<UploadOpened>(jean.connection, OpenUpload{ hashOf(bytes), 1000 })->offset, quint64(1000));
    // Forwarding needs no upload at all.
    auto anna = rig.join(u"anna"_s);
    QVERIFY(sendFiles(rig, anna, rig.firstRoom(), { entryOf(bytes) }));
}

void TestFileCommands::theTextMayBeTakenOffFiles()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(upload(rig, marie, bytes));
    const Seq picture = sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes) }, u"Look, @jean"_s).value().seq;
    const Seq words = rig.say(marie, rig.firstRoom(), u"words"_s)->seq;
    const auto empty = [&rig](DispatchRig::Person &person, Seq seq) {
        SendMessage edit = rig.draft(person, rig.firstRoom(), u" \n"_s);
        edit.kind = EventKind::Edited;
        edit.target = seq;
        return codeOf(rig.ask<Sent>(person.connection, edit));
    };
    QCOMPARE(empty(marie, words), int(ErrorCode::EmptyText));
    QCOMPARE(empty(jean, picture), int(ErrorCode::NotPermitted));
    QCOMPARE(empty(marie, picture), 0); // what was refused for good used its number up
    QCOMPARE(empty(marie, picture), int(ErrorCode::NothingToChange));
    for (int i = 0; i < 2; ++i) {
        const RoomEvent event = eventAt(rig, jean, picture);
        QCOMPARE(event.text, QString());
        QCOMPARE(event.files, QList<FileEntry>{ entryOf(bytes) });
        QVERIFY(event.editedMs > 0);
        QVERIFY(event.mentions.isEmpty());
        QVERIFY(!eventAt(rig, jean, words + 1).deleted);
        rig.restart();
        jean = rig.comeBack(jean);
        marie = rig.comeBack(marie);
    }
    QVERIFY(remove(rig, marie, picture));
    QVERIFY(eventAt(rig, jean, words + 1).deleted); // the edit is a tombstone now
}

void TestFileCommands::noFramesAreLeftOverFromUploads()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    auto phone = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    const QByteArray bytes = bytesOf(2'000'000);
    const OpenUpload wanted{ hashOf(bytes), 2'000'000 };
    const auto first = rig.ask<UploadOpened>(marie.connection, wanted);
    QVERIFY(first);
    const qint64 whole = rig.net.granted(marie.connection);
    QVERIFY(whole > 400); // a frame for each 4 KiB
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ first->upload, 0, bytes.left(61440) }));
    QCOMPARE(rig.net.granted(marie.connection), whole); // the network takes what is used off itself
    // Another connection goes on with it, and back, as often as somebody likes: nothing adds up.
    for (int i = 0; i < 10; ++i) {
        QVERIFY(rig.ask<UploadOpened>(phone.connection, wanted));
        QVERIFY(rig.net.granted(marie.connection) < 64);
        QVERIFY(rig.ask<UploadOpened>(marie.connection, wanted));
        QVERIFY(rig.net.granted(phone.connection) < 64);
    }
    QVERIFY(rig.net.granted(marie.connection) <= whole);
    // Nor from many small ones.
    for (int i = 0; i < 20; ++i)
        QVERIFY(upload(rig, phone, bytesOf(10, char(i))));
    QVERIFY(rig.net.granted(phone.connection) < 64);
}

void TestFileCommands::theHashOfAStrangersFileGivesNothing()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(upload(rig, marie, bytes));
    // Not yet named, then named where jean is not.
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(codeOf(sendFiles(rig, jean, rig.firstRoom(), { entryOf(bytes) })), int(ErrorCode::FileUnknown));
        --jean.counters[rig.firstRoom()];
        const auto opened = rig.ask<UploadOpened>(jean.connection, OpenUpload{ hashOf(bytes), 1000 });
        QCOMPARE(opened->offset, quint64(0)); // as if nobody had it
        QVERIFY(rig.ask<Done>(jean.connection, CancelUpload{ opened->upload }));
        QVERIFY(i > 0 || sendFiles(rig, marie, secret, { entryOf(bytes) }));
    }
    // Who has the content itself may send it.
    QVERIFY(upload(rig, jean, bytes));
    QVERIFY(sendFiles(rig, jean, rig.firstRoom(), { entryOf(bytes) }));
}

void TestFileCommands::twoUploadsOfOneContentAreOneFile()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const QByteArray bytes = bytesOf(100'000);
    const auto first = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 100'000 });
    const auto second = rig.ask<UploadOpened>(jean.connection, OpenUpload{ hashOf(bytes), 100'000 });
    QVERIFY(sendFrom(rig, marie, *first, bytes));
    QVERIFY(sendFrom(rig, jean, *second, bytes));
    QCOMPARE(filesOf(rig), 1);
    for (auto *person : { &marie, &jean })
        QVERIFY(sendFiles(rig, *person, rig.firstRoom(), { entryOf(bytes) }));
}

void TestFileCommands::anotherContentIsRefused()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 1000 });
    QCOMPARE(rig.codeOf<Done>(marie.connection, UploadChunk{ opened->upload, 0, bytesOf(1000, 9) }),
        int(ErrorCode::FileDamaged));
    QCOMPARE(filesOf(rig), 0);
    QCOMPARE(codeOf(sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes) })), int(ErrorCode::FileUnknown));
    QVERIFY(upload(rig, marie, bytes));
}

void TestFileCommands::aFullDiskIsTemporary()
{
    DispatchRig rig;
    quint64 free = 1'500'000;
    rig.space = [&free](const QString &) {
        return server::DiskSpace{ free, 10'000'000 };
    };
    rig.settings.files.space = { 1'000'000, 0 };
    rig.restart();
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(600'000);
    const auto refused = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 600'000 });
    QCOMPARE(codeOf(refused), int(ErrorCode::StorageFull));
    QVERIFY(refused.error().retryAfterMs.has_value());
    QVERIFY(rig.say(marie, rig.firstRoom(), u"texts go on"_s));
    free = 3'000'000;
    QVERIFY(upload(rig, marie, bytes));
}

void TestFileCommands::aDayHasItsLimit()
{
    DispatchRig rig;
    rig.settings.files.fileBytes = 1000;
    rig.settings.files.dailyBytes = 2400;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    QVERIFY(upload(rig, marie, bytesOf(1000, 1)));
    // What is promised counts, too.
    const auto open = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytesOf(1000, 2)), 1000 });
    QVERIFY(open);
    const auto refused = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytesOf(500, 3)), 500 });
    QCOMPARE(codeOf(refused), int(ErrorCode::DailyQuotaReached));
    QVERIFY(refused.error().retryAfterMs.has_value());
    QVERIFY(rig.ask<Done>(marie.connection, CancelUpload{ open->upload }));
    QVERIFY(upload(rig, marie, bytesOf(500, 3)));
    // What was sent once costs nothing again; others have a day of their own.
    QVERIFY(upload(rig, marie, bytesOf(1000, 1)));
    QVERIFY(upload(rig, rig.join(u"jean"_s), bytesOf(1000, 2)));
    QCOMPARE(codeOf(upload(rig, marie, bytesOf(1000, 4))), int(ErrorCode::DailyQuotaReached));
    rig.clock.advance(24 * 3600 * 1000);
    QVERIFY(upload(rig, marie, bytesOf(1000, 4)));
}

void TestFileCommands::allTogetherHaveALimit()
{
    DispatchRig rig;
    rig.settings.files.totalBytes = 2500;
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    const Seq first = post(rig, marie, bytesOf(1000, 1));
    QVERIFY(upload(rig, marie, bytesOf(1000, 2)));
    QCOMPARE(codeOf(upload(rig, marie, bytesOf(600, 3))), int(ErrorCode::QuotaReached));
    rig.restart(); // it is counted anew
    auto back = rig.comeBack(marie);
    back.counters = marie.counters;
    QCOMPARE(codeOf(upload(rig, back, bytesOf(600, 3))), int(ErrorCode::QuotaReached));
    QVERIFY(remove(rig, back, first));
    QVERIFY(upload(rig, back, bytesOf(600, 3)));
}

void TestFileCommands::tooLargeIsSaidBeforeAByteIsSent()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const quint64 limit = quint64(25) << 20;
    const auto refused = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf("x"), limit + 1 });
    QCOMPARE(codeOf(refused), int(ErrorCode::FileTooLarge));
    QCOMPARE(refused.error().params, QList<QString>{ QString::number(limit) });
    QCOMPARE(rig.codeOf<UploadOpened>(marie.connection, OpenUpload{ hashOf("x"), std::numeric_limits<quint64>::max() }),
        int(ErrorCode::FileTooLarge));
    QCOMPARE(rig.codeOf<UploadOpened>(marie.connection, OpenUpload{ "short", 5 }), int(ErrorCode::MalformedMessage));
}

void TestFileCommands::openTransfersAreLimited()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const Seq seq = post(rig, marie, bytesOf(1000));
    quint64 last = 0;
    for (char i = 0; i < 4; ++i)
        last = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytesOf(500, i)), 500 })->upload;
    const auto refused = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytesOf(500, 9)), 500 });
    QCOMPARE(codeOf(refused), int(ErrorCode::TooManyTransfers));
    QCOMPARE(refused.error().params, QList<QString>{ u"4"_s });
    QVERIFY(rig.ask<Done>(marie.connection, CancelUpload{ last }));
    QVERIFY(upload(rig, marie, bytesOf(500, 9)));
    quint64 open = 0;
    for (int i = 0; i < 8; ++i)
        open = rig.ask<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 })->download;
    QCOMPARE(rig.codeOf<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 }),
        int(ErrorCode::TooManyTransfers));
    QVERIFY(rig.ask<Done>(marie.connection, CloseDownload{ open }));
    QVERIFY(rig.ask<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 }));
}

void TestFileCommands::chunksOfOthersAreNotTaken()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const QByteArray bytes = bytesOf(1000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 1000 });
    QCOMPARE(rig.codeOf<Done>(jean.connection, UploadChunk{ opened->upload, 0, bytes }), int(ErrorCode::UploadUnknown));
    QVERIFY(rig.ask<Done>(jean.connection, CancelUpload{ opened->upload })); // of nothing
    QVERIFY(sendFrom(rig, marie, *opened, bytes));
    const Seq seq = sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes) })->seq;
    const auto download = rig.ask<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 });
    QCOMPARE(
        rig.codeOf<FileChunk>(jean.connection, ReadChunk{ download->download, 0, 1000 }), int(ErrorCode::FileGone));
}

void TestFileCommands::hostileChunksChangeNothing()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 1000 });
    const auto chunk = [&](quint64 offset, const QByteArray &data) {
        return rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, offset, data });
    };
    QCOMPARE(codeOf(chunk(0, bytesOf(1001))), int(ErrorCode::MalformedMessage)); // past the end
    QCOMPARE(codeOf(chunk(0, {})), int(ErrorCode::MalformedMessage));
    const auto wrong = chunk(1, bytes.mid(1));
    QCOMPARE(codeOf(wrong), int(ErrorCode::OffsetWrong));
    QCOMPARE(wrong.error().params, QList<QString>{ u"0"_s });
    QCOMPARE(codeOf(chunk(std::numeric_limits<quint64>::max(), "x")), int(ErrorCode::OffsetWrong));
    QVERIFY(!rig.net.isClosed(marie.connection));
    QVERIFY(chunk(0, bytes.left(400)));
    QCOMPARE(codeOf(chunk(400, bytes)), int(ErrorCode::MalformedMessage));
    QVERIFY(chunk(400, bytes.mid(400)));
    QCOMPARE(codeOf(chunk(1000, "x")), int(ErrorCode::UploadUnknown));
    const Seq seq = sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes) })->seq;
    const auto download = rig.ask<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 });
    const auto read = [&](quint64 offset, quint32 length) {
        return rig.ask<FileChunk>(marie.connection, ReadChunk{ download->download, offset, length });
    };
    QCOMPARE(codeOf(read(0, wire_limits::MaxChunkBytes + 1)), int(ErrorCode::MalformedMessage));
    QCOMPARE(codeOf(read(0, 0)), int(ErrorCode::MalformedMessage));
    QCOMPARE(read(990, 61440)->data, bytes.mid(990));
    QCOMPARE(read(std::numeric_limits<quint64>::max(), 10)->data, QByteArray());
    QCOMPARE(rig.codeOf<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 1 }),
        int(ErrorCode::MessageUnknown));
    QCOMPARE(rig.codeOf<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq + 50, 0 }),
        int(ErrorCode::MessageUnknown));
}

void TestFileCommands::chunksMayBeAsLargeAsIsSaid()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(wire_limits::MaxChunkBytes + 1000);
    QVERIFY(!rig.net.maySendLargeChunks(marie.connection));
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), quint64(bytes.size()) });
    QVERIFY(rig.net.maySendLargeChunks(marie.connection));
    const QByteArray first = bytes.left(wire_limits::MaxChunkBytes);
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, first }));
    QVERIFY(
        rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, quint64(first.size()), bytes.mid(first.size()) }));
    const Seq seq = sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes) })->seq;
    const auto download = rig.ask<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 });
    const auto chunk
        = rig.ask<FileChunk>(marie.connection, ReadChunk{ download->download, 0, wire_limits::MaxChunkBytes });
    QVERIFY(chunk && chunk->data == first);
}

void TestFileCommands::whatWaitsForTheDiskIsBounded()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(20 * int(wire_limits::MaxChunkBytes));
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), quint64(bytes.size()) });
    QSemaphore disk;
    rig.files->tell([&](server::BlobStore &) { disk.acquire(); });
    int sent = 0;
    while (!rig.net.isPaused(marie.connection) && sent < 20) {
        const auto at = qsizetype(sent++) * wire_limits::MaxChunkBytes;
        rig.send(
            marie.connection, UploadChunk{ opened->upload, quint64(at), bytes.mid(at, wire_limits::MaxChunkBytes) });
    }
    disk.release();
    QVERIFY2(sent > 1 && sent <= 9, QByteArray::number(sent).constData()); // about two MiB
    QTRY_VERIFY(!rig.net.isPaused(marie.connection));
}

void TestFileCommands::whatWaitedIsForgottenWithItsConnection()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(6 * int(wire_limits::MaxChunkBytes));
    const OpenUpload wanted{ hashOf(bytes), quint64(bytes.size()) };
    const auto opened = rig.ask<UploadOpened>(marie.connection, wanted);
    QSemaphore disk;
    rig.files->tell([&](server::BlobStore &) { disk.acquire(); });
    for (int i = 0; i < 3; ++i) {
        const auto at = qsizetype(i) * wire_limits::MaxChunkBytes;
        rig.send(
            marie.connection, UploadChunk{ opened->upload, quint64(at), bytes.mid(at, wire_limits::MaxChunkBytes) });
    }
    rig.disconnect(marie.connection);
    disk.release();
    auto back = rig.comeBack(marie);
    const auto again = rig.ask<UploadOpened>(back.connection, wanted);
    QCOMPARE(again->offset, quint64(3 * wire_limits::MaxChunkBytes)); // what came before the end was kept
    QVERIFY(sendFrom(rig, back, *again, bytes));
    QVERIFY(!rig.net.isPaused(back.connection));
}

void TestFileCommands::whatTheDiskRefusesWaitsNoMore()
{
    DispatchRig rig;
    rig.settings.maxUnanswered = 4; // less than one of the largest counts
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(6 * int(wire_limits::MaxChunkBytes));
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), quint64(bytes.size()) });
    const QByteArray first = bytes.left(wire_limits::MaxChunkBytes);
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, first }));
    QTRY_VERIFY(!rig.net.isPaused(marie.connection));
    // Its part is gone: refused in the lane.
    rig.files->tell(
        [part = server::PartId{ marie.account, hashOf(bytes) }](server::BlobStore &store) { store.removePart(part); });
    QCOMPARE(rig.codeOf<Done>(marie.connection, UploadChunk{ opened->upload, wire_limits::MaxChunkBytes, first }),
        int(ErrorCode::UploadUnknown));
    QTRY_VERIFY(!rig.net.isPaused(marie.connection));
    QVERIFY(upload(rig, marie, bytes));
}

void TestFileCommands::readsUnderWayAreBounded()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const Seq seq = post(rig, marie, bytesOf(1'000'000));
    const auto download = rig.ask<DownloadOpened>(marie.connection, OpenDownload{ rig.firstRoom(), seq, 0 });
    QSemaphore disk;
    rig.files->tell([&](server::BlobStore &) { disk.acquire(); });
    rig.net.forget(marie.connection);
    for (int i = 0; i < 6; ++i)
        rig.send(marie.connection, ReadChunk{ download->download, 0, wire_limits::MaxChunkBytes });
    const QList<Failed> refused = rig.net.receivedAs<Failed>(marie.connection);
    disk.release();
    QCOMPARE(refused.size(), 2); // four of the largest are a MiB, as much as a send queue takes
    QCOMPARE(refused.first().code, quint32(ErrorCode::RateLimited));
    QTRY_COMPARE(rig.net.receivedAs<FileChunk>(marie.connection).size(), 4);
    QVERIFY(rig.ask<FileChunk>(marie.connection, ReadChunk{ download->download, 0, wire_limits::MaxChunkBytes }));
}

void TestFileCommands::canceledUploadsLeaveNothing()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 1000 });
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, bytes.left(400) }));
    QCOMPARE(filesOf(rig), 1);
    QVERIFY(rig.ask<Done>(marie.connection, CancelUpload{ opened->upload }));
    QCOMPARE(filesOf(rig), 0);
    QVERIFY(rig.net.granted(marie.connection) < 64); // no more than for the frames that came
    QCOMPARE(rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 1000 })->offset, quint64(0));
}

void TestFileCommands::aNewConnectionTakesAnUploadOver()
{
    DispatchRig rig;
    auto marie = rig.joinWithPassword(u"marie"_s, u"correct horse"_s);
    const QByteArray bytes = bytesOf(1000);
    const auto opened = rig.ask<UploadOpened>(marie.connection, OpenUpload{ hashOf(bytes), 1000 });
    QVERIFY(rig.ask<Done>(marie.connection, UploadChunk{ opened->upload, 0, bytes.left(400) }));
    auto other = rig.secondDevice(u"marie"_s, u"correct horse"_s);
    const auto again = rig.ask<UploadOpened>(other.connection, OpenUpload{ hashOf(bytes), 1000 });
    QCOMPARE(again->offset, quint64(400));
    QCOMPARE(rig.codeOf<Done>(marie.connection, UploadChunk{ opened->upload, 400, bytes.mid(400) }),
        int(ErrorCode::UploadUnknown));
    rig.disconnect(marie.connection);
    QVERIFY(sendFrom(rig, other, *again, bytes));
}

void TestFileCommands::aMessageWithAMissingFileUsesNothingUp()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    SendMessage message = rig.draft(marie, rig.firstRoom(), u"caption"_s);
    message.files = { entryOf(bytes, u"photo.png"_s) };
    const auto refused = rig.ask<Sent>(marie.connection, message);
    QCOMPARE(codeOf(refused), int(ErrorCode::FileUnknown));
    QCOMPARE(refused.error().params, QList<QString>{ u"photo.png"_s });
    QVERIFY(upload(rig, marie, bytes));
    const auto sent = rig.ask<Sent>(marie.connection, message);
    QVERIFY(sent);
    // The repeated message is answered even when its file is gone.
    QVERIFY(remove(rig, marie, sent->seq));
    QCOMPARE(rig.ask<Sent>(marie.connection, message).value(), sent.value());
}

void TestFileCommands::hostileNamesAreRefusedForGood_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("folder");
    QTest::newRow("no name") << QString() << QString() << QString();
    QTest::newRow("a way up") << u"../../salon.db"_s << QString() << QString();
    QTest::newRow("a way up on Windows") << u"..\\salon.db"_s << QString() << QString();
    QTest::newRow("a stream") << u"a.txt:b"_s << QString() << QString();
    QTest::newRow("a device") << u"CON.txt"_s << QString() << QString();
    QTest::newRow("hidden") << u".profile"_s << QString() << QString();
    QTest::newRow("turned around") << u"gpj.\u202Eexe"_s << QString() << QString();
    QTest::newRow("a line") << u"a\nb"_s << QString() << QString();
    QTest::newRow("path without folder") << u"a"_s << u"b"_s << QString();
    QTest::newRow("path upwards") << u"a"_s << u"../.."_s << u"photos"_s;
    QTest::newRow("absolute path") << u"a"_s << u"/etc"_s << u"photos"_s;
    QTest::newRow("folder upwards") << u"a"_s << QString() << u".."_s;
}

void TestFileCommands::hostileNamesAreRefusedForGood()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    QFETCH(QString, folder);
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(10);
    QVERIFY(upload(rig, marie, bytes));
    FileEntry entry = entryOf(bytes, name);
    entry.path = path;
    QCOMPARE(codeOf(sendFiles(rig, marie, rig.firstRoom(), { entry }, {}, folder)), int(ErrorCode::InvalidFileName));
    // That used the number up: what was queued behind it is not held up.
    QVERIFY(rig.say(marie, rig.firstRoom(), u"next"_s));
    QVERIFY(!rig.net.isClosed(marie.connection));
}

void TestFileCommands::aFolderComesAsItWasSent()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray one = bytesOf(10, 1);
    const QByteArray two = bytesOf(20, 2);
    for (const QByteArray &bytes : { one, two })
        QVERIFY(upload(rig, marie, bytes));
    QList<FileEntry> files{ entryOf(two, u"b.txt"_s), entryOf(one, u"a.txt"_s), entryOf(one, u"a.txt"_s) };
    files[1].path = u"src/deep"_s;
    const auto sent = sendFiles(rig, marie, rig.firstRoom(), files, {}, u"projet"_s);
    const RoomEvent event = eventAt(rig, marie, sent->seq);
    QCOMPARE(event.folder, u"projet"_s);
    QCOMPARE(event.files, files); // in the order chosen
    QCOMPARE(event.text, QString());
    QCOMPARE(codeOf(sendFiles(rig, marie, rig.firstRoom(), {}, u"x"_s, u"projet"_s)), int(ErrorCode::MalformedMessage));
    QCOMPARE(codeOf(sendFiles(rig, marie, rig.firstRoom(), {})), int(ErrorCode::EmptyText));
    rig.settings.files.perMessage = 2;
    rig.dispatcher->setSettings(rig.settings);
    QCOMPARE(codeOf(sendFiles(rig, marie, rig.firstRoom(), files, {}, u"projet"_s)), int(ErrorCode::TooManyFiles));
}

void TestFileCommands::sizesAreTheServersWord()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(upload(rig, marie, bytes));
    FileEntry lie = entryOf(bytes);
    lie.size = quint64(1) << 60;
    lie.mediaType = u"text/html\r\nX: y"_s;
    lie.width = 4'000'000'000;
    lie.height = 1;
    const auto sent = sendFiles(rig, marie, rig.firstRoom(), { lie });
    const FileEntry told = eventAt(rig, marie, sent->seq).files.value(0);
    QCOMPARE(told.size, quint64(1000));
    QCOMPARE(told.mediaType, QString());
    QCOMPARE(told.width, 0u);
    QCOMPARE(told.height, 0u);
}

void TestFileCommands::onlyReadersDownload()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId open = rig.openRoom(marie, u"Open"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(upload(rig, marie, bytes));
    const Seq inOpen = sendFiles(rig, marie, open, { entryOf(bytes) })->seq;
    const Seq inSecret = sendFiles(rig, marie, secret, { entryOf(bytes) })->seq;
    QCOMPARE(codeOf(download(rig, jean, open, inOpen)), int(ErrorCode::NotAMember));
    QCOMPARE(codeOf(download(rig, jean, secret, inSecret)), int(ErrorCode::RoomUnknown));
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ open }));
    QVERIFY(download(rig, jean, open, inOpen).value() == bytes);
}

void TestFileCommands::aDownloadEndsWithTheRightToRead()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId room = rig.openRoom(marie, u"Open"_s);
    QVERIFY(rig.ask<RoomOpened>(jean.connection, JoinRoom{ room }));
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(upload(rig, marie, bytes));
    const Seq seq = sendFiles(rig, marie, room, { entryOf(bytes) })->seq;
    const auto opened = rig.ask<DownloadOpened>(jean.connection, OpenDownload{ room, seq, 0 });
    QVERIFY(rig.ask<FileChunk>(jean.connection, ReadChunk{ opened->download, 0, 100 }));
    QVERIFY(rig.ask<Done>(marie.connection, RemoveFromRoom{ room, jean.account, false }));
    QCOMPARE(rig.codeOf<FileChunk>(jean.connection, ReadChunk{ opened->download, 100, 100 }), int(ErrorCode::FileGone));
}

void TestFileCommands::aDeletedMessageTakesItsFileAlong()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const QByteArray bytes = bytesOf(1000);
    const Seq seq = post(rig, marie, bytes);
    const auto opened = rig.ask<DownloadOpened>(jean.connection, OpenDownload{ rig.firstRoom(), seq, 0 });
    QCOMPARE(filesOf(rig), 1);
    QVERIFY(remove(rig, marie, seq));
    QTRY_COMPARE(filesOf(rig), 0);
    QCOMPARE(rig.codeOf<FileChunk>(jean.connection, ReadChunk{ opened->download, 0, 100 }), int(ErrorCode::FileGone));
    QCOMPARE(codeOf(download(rig, jean, rig.firstRoom(), seq)), int(ErrorCode::FileGone));
    const RoomEvent tombstone = eventAt(rig, jean, seq);
    QVERIFY(tombstone.deleted);
    QVERIFY(tombstone.files.isEmpty());
    // From memory and from disk alike.
    rig.restart();
    QVERIFY(eventAt(rig, rig.comeBack(jean), seq).files.isEmpty());
    // It can be sent again, whole.
    auto back = rig.comeBack(marie);
    QCOMPARE(rig.ask<UploadOpened>(back.connection, OpenUpload{ hashOf(bytes), 1000 })->offset, quint64(0));
}

void TestFileCommands::aFileThatAnotherMessageHasStays()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    const Seq first = post(rig, marie, bytes);
    const Seq second = sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes, u"b.bin"_s), entryOf(bytes) })->seq;
    QVERIFY(remove(rig, marie, first));
    QVERIFY(download(rig, marie, rig.firstRoom(), second).value() == bytes);
    QVERIFY(remove(rig, marie, second));
    QTRY_COMPARE(filesOf(rig), 0);
}

void TestFileCommands::aDeletionAndAnUploadAtOnceLoseNothing()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    auto jean = rig.join(u"jean"_s);
    const RoomId secret = rig.openRoom(marie, u"Secret"_s, RoomKind::Private);
    for (char round = 0; round < 30; ++round) {
        const QByteArray bytes = bytesOf(2000, round);
        QVERIFY(upload(rig, marie, bytes));
        const Seq seq = sendFiles(rig, marie, secret, { entryOf(bytes) })->seq;
        const auto opened = rig.ask<UploadOpened>(jean.connection, OpenUpload{ hashOf(bytes), 2000 });
        SendMessage deletion = rig.draft(marie, secret, {});
        deletion.kind = EventKind::Deleted;
        deletion.target = seq;
        const bool uploadFirst = round % 2 == 0;
        const UploadChunk chunk{ opened->upload, 0, bytes };
        quint64 sent = uploadFirst ? rig.send(jean.connection, chunk) : 0;
        const quint64 deleted = rig.send(marie.connection, deletion);
        sent = uploadFirst ? sent : rig.send(jean.connection, chunk);
        QVERIFY(rig.answerTo<Done>(jean.connection, sent));
        QVERIFY(rig.answerTo<Sent>(marie.connection, deleted));
        // Whichever came first: what the server says to have, it has.
        const auto posted = sendFiles(rig, jean, rig.firstRoom(), { entryOf(bytes) });
        if (posted) {
            QVERIFY(download(rig, jean, rig.firstRoom(), posted->seq).value() == bytes);
        } else {
            QCOMPARE(codeOf(posted), int(ErrorCode::FileUnknown));
            --jean.counters[rig.firstRoom()];
            QVERIFY(upload(rig, jean, bytes));
        }
    }
}

void TestFileCommands::aContentThatTheDiskLostCanBeSentAgain()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(1000);
    const Seq seq = post(rig, marie, bytes);
    const QString name = QString::fromLatin1(hashOf(bytes).toHex());
    QVERIFY(QFile::remove(rig.folder.filePath(u"data/files/"_s + name.left(2) + u'/' + name)));
    QCOMPARE(codeOf(download(rig, marie, rig.firstRoom(), seq)), int(ErrorCode::FileGone));
    QCOMPARE(eventAt(rig, marie, seq).files.size(), 1); // the message stays as it was
    QVERIFY(upload(rig, marie, bytes));
    QVERIFY(download(rig, marie, rig.firstRoom(), seq).value() == bytes);
}

void TestFileCommands::whatNoMessageNamesGoesAfterAWhile()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray named = bytesOf(1000, 1);
    const Seq seq = post(rig, marie, named);
    QVERIFY(upload(rig, marie, bytesOf(1000, 2)));
    QCOMPARE(filesOf(rig), 2);
    rig.clock.advance(47 * 3600 * 1000);
    rig.restart();
    auto back = rig.comeBack(marie);
    QCOMPARE(
        rig.ask<UploadOpened>(back.connection, OpenUpload{ hashOf(bytesOf(1000, 2)), 1000 })->offset, quint64(1000));
    rig.clock.advance(47 * 3600 * 1000); // it was asked for meanwhile
    rig.restart();
    back = rig.comeBack(marie);
    QCOMPARE(filesOf(rig), 2);
    rig.clock.advance(2 * 3600 * 1000);
    rig.restart();
    back = rig.comeBack(marie);
    QTRY_COMPARE(filesOf(rig), 1);
    QVERIFY(download(rig, back, rig.firstRoom(), seq).value() == named);
}

void TestFileCommands::pagesCarryFilesWithinTheirBytes()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(10);
    QVERIFY(upload(rig, marie, bytes));
    const QString longName = QString(110, u'x') + u".bin"_s;
    QList<Seq> seqs;
    for (int i = 0; i < 30; ++i) {
        QList<FileEntry> files(100, entryOf(bytes, longName));
        for (FileEntry &file : files)
            file.path = QString(100, u'y');
        seqs.append(sendFiles(rig, marie, rig.firstRoom(), files, {}, u"folder"_s)->seq);
    }
    rig.restart();
    auto back = rig.comeBack(marie);
    Seq after = 0;
    int seen = 0;
    while (after < seqs.back()) {
        const auto page = rig.ask<HistoryPage>(back.connection, FetchHistory{ rig.firstRoom(), 0, after, 200 });
        QVERIFY(page && !page->events.isEmpty());
        QVERIFY(rig.net.received(back.connection).back().payload.size() <= wire_limits::MaxFrameToClient);
        for (const RoomEvent &event : page->events)
            seen += event.files.size() == 100 ? 1 : 0;
        after = page->events.back().seq;
    }
    QCOMPARE(seen, 30);
    const auto backwards
        = rig.ask<HistoryPage>(back.connection, FetchHistory{ rig.firstRoom(), seqs.back() + 1, 0, 200 });
    QCOMPARE(backwards->events.back().files.size(), 100);
}

void TestFileCommands::filesAreNoWayAroundTheRate()
{
    DispatchRig rig;
    rig.settings.commands = { 10, 1 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    int refused = 0;
    for (int i = 0; i < 30; ++i)
        refused += rig.codeOf<Done>(marie.connection, CancelUpload{ 1 }) == int(ErrorCode::RateLimited) ? 1 : 0;
    QVERIFY(refused >= 19);
}

void TestFileCommands::guestsSeeWhatFilesAreCalled()
{
    DispatchRig rig;
    server::RoomDoor &door = rig.dispatcher->openDoor(
        { u"salon-text"_s, u"Plain text"_s, u"guest-%1"_s, server::DoorWish::Room::First, {}, false });
    QObject listener;
    bool isOpen = false;
    QStringList heard;
    connect(&door, &server::RoomDoor::opened, &listener, [&isOpen] { isOpen = true; });
    connect(&door, &server::RoomDoor::heard, &listener, [&heard](const server::RoomWord &word) {
        if (word.kind == EventKind::Message)
            heard.append(word.text);
    });
    QTRY_VERIFY(isOpen);
    auto marie = rig.join(u"marie"_s);
    const QByteArray bytes = bytesOf(10);
    QVERIFY(upload(rig, marie, bytes));
    QVERIFY(sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes) }, u"Voici"_s));
    QVERIFY(sendFiles(rig, marie, rig.firstRoom(), { entryOf(bytes, u"b.txt"_s) }));
    const QStringList expected{ u"Voici\n[a.bin]"_s, u"[b.txt]"_s };
    QTRY_COMPARE(heard, expected);
}

QTEST_GUILESS_MAIN(TestFileCommands)
#include "tst_file_commands.moc"
