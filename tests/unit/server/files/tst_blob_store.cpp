// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/files/blob_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

/// The folder of contents: what is whole is there for good, what is not is never read.
class TestBlobStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAsEverybodyElse();
    void aWholeContentIsKeptUnderItsHash();
    void onlyTheOwnerReadsTheFolder();
    void anEmptyFileIsAContentToo();
    void goesOnWhereARunBeforeStopped();
    void anotherContentIsRefusedAndRemoved();
    void damagedPartsOfARunBeforeAreFound();
    void partsOfTwoAccountsAreApart();
    void bytesBeyondTheEndAreRefused();
    void chunksOutOfOrderAreRefused();
    void nothingIsKeptUnchecked();
    void leavesSpaceOnTheDisk();
    void countsWhatIsUnderWay();
    void aFullDiskEndsThePartAndKeepsWhatIsThere();
    void readsFromAnywhereAndFewerBytesAtTheEndOnly();
    void aRemovedContentIsGone();
    void theSweepRemovesWhatNobodyNames();
    void oldPartsAreSweptButNotThoseUnderWay();

private:
    static QByteArray hashOf(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
    static QByteArray bytesOf(int count)
    {
        QByteArray bytes(count, 0);
        for (int i = 0; i < count; ++i)
            bytes[i] = char(i * 7 + i / 251);
        return bytes;
    }
    static BlobStore openStore(const QTemporaryDir &folder, const BlobStore::SpaceProbe &probe = &BlobStore::probeDisk)
    {
        BlobStore store(folder.filePath(u"files"_s), probe);
        if (!store.open())
            qFatal("the folder cannot be made");
        return store;
    }
    static PartId partOf(qint64 account, const QByteArray &bytes) { return { AccountId{ account }, hashOf(bytes) }; }
    /// All calls until the part is a content, or what the first of them failed with.
    static Result<> sendRest(BlobStore &store, const PartId &part, const QByteArray &bytes)
    {
        const auto there = store.beginPart(part, quint64(bytes.size()), { 0, 0 });
        if (!there)
            return fail(there.error());
        for (auto offset = qsizetype(*there); offset < bytes.size(); offset += 60'000) {
            if (const auto added = store.addToPart(part, quint64(offset), bytes.mid(offset, 60'000)); !added)
                return fail(added.error());
        }
        return finish(store, part);
    }
    static Result<> finish(BlobStore &store, const PartId &part)
    {
        while (true) {
            const auto checked = store.checkPart(part);
            if (!checked)
                return fail(checked.error());
            if (*checked)
                return store.keepPart(part);
        }
    }
    static QStringList filesIn(const QTemporaryDir &folder, const QString &sub)
    {
        return QDir(folder.filePath(u"files/"_s + sub)).entryList(QDir::Files);
    }
};

void TestBlobStore::hashesAsEverybodyElse()
{
    const QByteArray bytes = bytesOf(200'000);
    RunningHash hash;
    for (qsizetype i = 0; i < bytes.size(); i += 777)
        hash.add(bytes.mid(i, 777));
    QCOMPARE(hash.result().toHex(), hashOf(bytes).toHex());
    QCOMPARE(
        RunningHash().result().toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestBlobStore::aWholeContentIsKeptUnderItsHash()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const QByteArray bytes = bytesOf(150'000);
    QVERIFY(!store.has(hashOf(bytes), 150'000));
    QVERIFY(sendRest(store, partOf(1, bytes), bytes));
    QVERIFY(store.has(hashOf(bytes), 150'000));
    QVERIFY(!store.has(hashOf(bytes), 149'999));
    QFile file(store.pathOf(hashOf(bytes)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == bytes);
    QCOMPARE(filesIn(folder, u"parts"_s), QStringList());
    // The same of another account takes no second place.
    QVERIFY(sendRest(store, partOf(2, bytes), bytes));
    QCOMPARE(filesIn(folder, QString::fromLatin1(hashOf(bytes).toHex().left(2))).size(), 1);
    QCOMPARE(filesIn(folder, u"parts"_s), QStringList());
}

void TestBlobStore::onlyTheOwnerReadsTheFolder()
{
#ifdef Q_OS_WIN
    // Who may read is said by the access list of the data folder.
#else
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const QByteArray bytes = bytesOf(10);
    QVERIFY(sendRest(store, partOf(1, bytes), bytes));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    const QString path = store.pathOf(hashOf(bytes));
    for (const QString &place :
        { path, QFileInfo(path).absolutePath(), folder.filePath(u"files"_s), folder.filePath(u"files/parts"_s) })
        QVERIFY2(!(QFile::permissions(place) & others), qPrintable(place));
    QVERIFY(!(QFile::permissions(path) & QFile::ExeOwner));
#endif
}

void TestBlobStore::anEmptyFileIsAContentToo()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    QVERIFY(sendRest(store, partOf(1, {}), {}));
    QVERIFY(store.has(hashOf({}), 0));
    QCOMPARE(store.read(hashOf({}), 0, 100).value(), QByteArray());
}

void TestBlobStore::goesOnWhereARunBeforeStopped()
{
    const QTemporaryDir folder;
    const QByteArray bytes = bytesOf(9'000'000);
    const PartId part = partOf(1, bytes);
    {
        BlobStore before = openStore(folder);
        QCOMPARE(before.beginPart(part, 9'000'000, { 0, 0 }).value(), quint64(0));
        QVERIFY(before.addToPart(part, 0, bytes.left(8'500'000)));
    }
    BlobStore store = openStore(folder);
    QCOMPARE(store.beginPart(part, 9'000'000, { 0, 0 }).value(), quint64(8'500'000));
    QVERIFY(store.addToPart(part, 8'500'000, bytes.mid(8'500'000)));
    QCOMPARE(store.checkPart(part).value(), false); // a large one is checked in several turns
    QVERIFY(finish(store, part));
    QVERIFY(store.has(hashOf(bytes), 9'000'000));
}

void TestBlobStore::anotherContentIsRefusedAndRemoved()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const PartId part = partOf(1, "promised");
    QVERIFY(store.beginPart(part, 8, { 0, 0 }));
    QVERIFY(store.addToPart(part, 0, "PROMISED"));
    QCOMPARE(store.checkPart(part).error().code, ErrorCode::FileDamaged);
    QVERIFY(!store.has(part.hash, 8));
    QCOMPARE(filesIn(folder, u"parts"_s), QStringList());
    QCOMPARE(store.keepPart(part).error().code, ErrorCode::UploadUnknown);
    QVERIFY(sendRest(store, part, "promised"));
}

void TestBlobStore::damagedPartsOfARunBeforeAreFound()
{
    const QTemporaryDir folder;
    const QByteArray bytes = bytesOf(1000);
    const PartId part = partOf(1, bytes);
    BlobStore store = openStore(folder);
    QVERIFY(store.beginPart(part, 1000, { 0, 0 }));
    QVERIFY(store.addToPart(part, 0, bytes.left(500)));
    store.leavePart(part);
    QFile file(store.pathOf(part)); // as after a power cut
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.putChar('X'));
    file.close();
    QCOMPARE(sendRest(store, part, bytes).error().code, ErrorCode::FileDamaged);
    QVERIFY(sendRest(store, part, bytes));
}

void TestBlobStore::partsOfTwoAccountsAreApart()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(store.beginPart(partOf(1, bytes), 1000, { 0, 0 }));
    QVERIFY(store.addToPart(partOf(1, bytes), 0, bytes.left(400)));
    // What somebody else has sent of it is not told.
    QCOMPARE(store.beginPart(partOf(2, bytes), 1000, { 0, 0 }).value(), quint64(0));
    store.removePart(partOf(2, bytes));
    QCOMPARE(store.beginPart(partOf(1, bytes), 1000, { 0, 0 }).value(), quint64(400));
}

void TestBlobStore::bytesBeyondTheEndAreRefused()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const PartId part = partOf(1, "abc");
    QVERIFY(store.beginPart(part, 3, { 0, 0 }));
    QCOMPARE(store.addToPart(part, 0, "abcd").error().code, ErrorCode::OffsetWrong);
    QCOMPARE(QFileInfo(store.pathOf(part)).size(), 0);
    // A part that is longer than what is promised now is not gone on with.
    QVERIFY(store.addToPart(part, 0, "abc"));
    QCOMPARE(store.beginPart(part, 2, { 0, 0 }).value(), quint64(0));
}

void TestBlobStore::chunksOutOfOrderAreRefused()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const PartId part = partOf(1, "abcdef");
    QCOMPARE(store.addToPart(part, 0, "abc").error().code, ErrorCode::UploadUnknown);
    QVERIFY(store.beginPart(part, 6, { 0, 0 }));
    QVERIFY(store.addToPart(part, 0, "abc"));
    const auto refused = store.addToPart(part, 0, "abc");
    QCOMPARE(refused.error().code, ErrorCode::OffsetWrong);
    QCOMPARE(refused.error().params, QList<QString>{ u"3"_s });
    QVERIFY(store.addToPart(part, 3, "def"));
    QVERIFY(finish(store, part));
}

void TestBlobStore::nothingIsKeptUnchecked()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const PartId part = partOf(1, "abc");
    QVERIFY(store.beginPart(part, 3, { 0, 0 }));
    QVERIFY(store.addToPart(part, 0, "ab"));
    QCOMPARE(store.checkPart(part).error().code, ErrorCode::UploadUnknown);
    QCOMPARE(store.keepPart(part).error().code, ErrorCode::UploadUnknown);
    QVERIFY(!store.has(part.hash, 3));
}

void TestBlobStore::leavesSpaceOnTheDisk()
{
    const QTemporaryDir folder;
    DiskSpace disk{ 2'000'000, 10'000'000 };
    BlobStore store = openStore(folder, [&disk](const QString &) { return disk; });
    const SpaceRule megabyte{ 1'000'000, 5 };
    QVERIFY(store.beginPart(partOf(1, "a"), 900'000, megabyte));
    store.removePart(partOf(1, "a"));
    const auto refused = store.beginPart(partOf(1, "a"), 1'100'000, megabyte);
    QCOMPARE(refused.error().code, ErrorCode::StorageFull);
    QVERIFY(refused.error().retryAfterMs.has_value());
    QCOMPARE(filesIn(folder, u"parts"_s), QStringList());
    // The percentage counts when it is more.
    QCOMPARE(store.beginPart(partOf(1, "a"), 900'000, { 1'000'000, 15 }).error().code, ErrorCode::StorageFull);
    disk.free = 999'999;
    QCOMPARE(store.beginPart(partOf(1, "a"), 1, megabyte).error().code, ErrorCode::StorageFull);
    disk.free = 2'000'000;
    QVERIFY(store.beginPart(partOf(1, "a"), 900'000, megabyte));
}

void TestBlobStore::countsWhatIsUnderWay()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder, [](const QString &) { return DiskSpace{ 1'000'000, 10'000'000 }; });
    QVERIFY(store.beginPart(partOf(1, "a"), 700'000, { 0, 0 }));
    QCOMPARE(store.beginPart(partOf(2, "b"), 700'000, { 0, 0 }).error().code, ErrorCode::StorageFull);
    store.leavePart(partOf(1, "a"));
    QVERIFY(store.beginPart(partOf(2, "b"), 700'000, { 0, 0 }));
}

void TestBlobStore::aFullDiskEndsThePartAndKeepsWhatIsThere()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        return; // a device of Linux that is always full
    const QTemporaryDir folder;
    quint64 free = 10'000'000;
    BlobStore store = openStore(folder, [&free](const QString &) { return DiskSpace{ free, 20'000'000 }; });
    const PartId part = partOf(1, "abcdef");
    QVERIFY(store.beginPart(part, 6, { 0, 0 }));
    QVERIFY(store.addToPart(part, 0, "abc"));
    const QString path = store.pathOf(part);
    QVERIFY(QFile::rename(path, path + u".aside"_s));
    QVERIFY(QFile::link(u"/dev/full"_s, path));
    free = 100;
    const auto refused = store.addToPart(part, 3, "def");
    QCOMPARE(refused.error().code, ErrorCode::StorageFull);
    QVERIFY(refused.error().retryAfterMs.has_value());
    QCOMPARE(store.addToPart(part, 3, "def").error().code, ErrorCode::UploadUnknown);
    // There is room again.
    free = 10'000'000;
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::rename(path + u".aside"_s, path));
    QCOMPARE(store.beginPart(part, 6, { 0, 0 }).value(), quint64(3));
    QVERIFY(store.addToPart(part, 3, "def"));
    QVERIFY(finish(store, part));
}

void TestBlobStore::readsFromAnywhereAndFewerBytesAtTheEndOnly()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    const QByteArray bytes = bytesOf(1000);
    QVERIFY(sendRest(store, partOf(1, bytes), bytes));
    const QByteArray hash = hashOf(bytes);
    QCOMPARE(store.read(hash, 0, 1000).value(), bytes);
    QCOMPARE(store.read(hash, 990, 100).value(), bytes.mid(990));
    QCOMPARE(store.read(hash, 1000, 100).value(), QByteArray());
    QCOMPARE(store.read(hash, std::numeric_limits<quint64>::max(), 100).value(), QByteArray());
    QCOMPARE(store.read(hashOf("nothing"), 0, 100).error().code, ErrorCode::FileGone);
}

void TestBlobStore::aRemovedContentIsGone()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    QVERIFY(sendRest(store, partOf(1, "abc"), "abc"));
    store.remove(hashOf("abc"));
    QVERIFY(!store.has(hashOf("abc"), 3));
    QCOMPARE(store.read(hashOf("abc"), 0, 3).error().code, ErrorCode::FileGone);
}

void TestBlobStore::theSweepRemovesWhatNobodyNames()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    for (const QByteArray &bytes : { QByteArray("kept"), QByteArray("left over") })
        QVERIFY(sendRest(store, partOf(1, bytes), bytes));
    QFile stranger(QFileInfo(store.pathOf(hashOf("kept"))).absolutePath() + u"/notes.txt"_s);
    QVERIFY(stranger.open(QIODevice::WriteOnly));
    for (int byte = 0; byte < 256; ++byte)
        store.sweep(quint8(byte), { hashOf("kept") });
    QVERIFY(store.has(hashOf("kept"), 4));
    QVERIFY(!store.has(hashOf("left over"), 9));
    QVERIFY(stranger.exists());
}

void TestBlobStore::oldPartsAreSweptButNotThoseUnderWay()
{
    const QTemporaryDir folder;
    BlobStore store = openStore(folder);
    for (const QByteArray &bytes : { QByteArray("left"), QByteArray("open") }) {
        QVERIFY(store.beginPart(partOf(1, bytes), 4, { 0, 0 }));
        QVERIFY(store.addToPart(partOf(1, bytes), 0, bytes.left(2)));
    }
    store.leavePart(partOf(1, "left"));
    store.sweepParts(QDateTime::currentMSecsSinceEpoch() - 3'600'000);
    QCOMPARE(filesIn(folder, u"parts"_s).size(), 2);
    store.sweepParts(QDateTime::currentMSecsSinceEpoch() + 3'600'000);
    QCOMPARE(filesIn(folder, u"parts"_s), QStringList{ partOf(1, "open").fileName() });
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blob_store.moc"
