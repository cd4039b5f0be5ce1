// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/contents_rows.h"
#include "tests/unit/server/store/store_fixture.h"

#include <QDateTime>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// What the store does when its disk, its file or another server is in the way.
class TestSqliteRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskIsTemporary();
    void brokenStorageIsGivenUp();
    void aPageThatCannotBeReadIsNoPage_data();
    void aPageThatCannotBeReadIsNoPage();
    void contentsAreReadWhollyOrNotAtAll();
    void aKilledProcessLeavesNoHole();
    void aSecondServerIsRefused();
    void aDamagedFileIsRefused_data();
    void aDamagedFileIsRefused();
    void aDatabaseOfSomethingElseIsRefused();
    void aNewerDatabaseIsRefused();
    void aFolderThatCannotBeMadeIsRefused();
    void migrationsAreAppliedOnce();
    void skeletonsAreMadeAnewForAnotherUnicode();
    void theFileBelongsToItsOwnerAlone();
};

namespace {

QString databaseOf(const StoreFixture &fixture)
{
    return fixture.folder.filePath(u"salon.db"_s);
}

/// Runs statements on a closed database behind the store's back.
QVariant tamper(const QString &path, const QStringList &statements)
{
    const QString name = QUuid::createUuid().toString();
    QVariant last;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("cannot run %s", qPrintable(statement));
            if (query.next())
                last = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase(name);
    return last;
}

/// Makes all pages that hold `text` unreadable, behind the store's back; false if there is none.
bool overwritePagesWith(const QString &path, const QByteArray &text)
{
    constexpr qsizetype PageSize = 4096;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray bytes = file.readAll();
    bool wrote = false;
    for (qsizetype at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
        wrote = file.seek(at / PageSize * PageSize) && file.write(QByteArray(PageSize, '\xff')) == PageSize;
        if (!wrote)
            return false;
    }
    return wrote;
}

ErrorCode openError(const QString &folder)
{
    const auto opened = openSqliteStore({ folder, u"General"_s, 0, 0 });
    return opened ? ErrorCode(0) : opened.error().code;
}

} // namespace

void TestSqliteRecovery::aFullDiskIsTemporary()
{
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    fixture.reopen(60);
    const QString big = u"x"_s.repeated(3000);
    quint64 counter = 0;
    Result<AppendedMessage> outcome;
    QList<Cid> acked;
    do {
        const MessageDraft draft = fixture.message(marie, counter + 1, big);
        outcome = fixture.append(draft);
        if (outcome) {
            ++counter;
            acked.append(draft.event.cid);
        }
    } while (outcome && counter < 1000);
    QCOMPARE(outcome.error().code, ErrorCode::StorageFull);
    QVERIFY(outcome.error().retryAfterMs);
    QVERIFY(counter > 3);

    // Reading goes on, and writing fails as often as it is tried, whole batches at once.
    QCOMPARE(fixture.log(StoreFixture::General).size(), qsizetype(2 + counter));
    int failed = 0;
    for (quint64 i = 1; i <= 20; ++i) {
        fixture.store->appendMessage(fixture.message(marie, counter + i, big),
            [&](const Result<AppendedMessage> &result) { failed += result ? 0 : 1; });
    }
    QVERIFY(waitUntil([&] { return failed == 20; }));

    // There is space again: the same numbers are accepted, nothing was lost, doubled or left out.
    fixture.reopen();
    QVERIFY(fixture.append(fixture.message(marie, counter + 1, big)));
    const QList<Event> log = fixture.log(StoreFixture::General);
    QCOMPARE(log.size(), qsizetype(2 + counter + 1));
    for (qsizetype i = 0; i < log.size(); ++i)
        QCOMPARE(log[i].seq, i + 1);
    for (qsizetype i = 0; i < acked.size(); ++i)
        QCOMPARE(log[i + 2].cid, acked[i]);
}

void TestSqliteRecovery::brokenStorageIsGivenUp()
{
    // The file goes bad below a running server; more of it than its cache holds.
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    constexpr quint64 Count = 600;
    int stored = 0;
    for (quint64 counter = 1; counter <= Count; ++counter) {
        fixture.store->appendMessage(
            fixture.message(marie, counter, u"x"_s.repeated(12'000)), [&](const auto &) { ++stored; });
    }
    QVERIFY(waitUntil([&] { return stored == Count; }));
    fixture.reopen(); // which writes everything back from the log
    QFile file(databaseOf(fixture));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(16 * 4096));
    file.write(QByteArray(qsizetype(file.size()) - 16 * 4096, '\x5a'));
    file.close();

    QList<Error> reported;
    connect(fixture.store.get(), &Store::failedForGood, fixture.store.get(),
        [&](const Error &error) { reported.append(error); });
    Result<ReadPosition> outcome;
    for (Seq seq = 3; seq < Seq(Count) && outcome; ++seq) {
        outcome = fixture.wait(&Store::moveReadPosition, ReadMove{ StoreFixture::General, marie.account.id, seq });
    }
    QCOMPARE(outcome.error().code, ErrorCode::StorageFailed);
    QVERIFY(outcome.error().params.isEmpty()); // where the file is concerns the operator alone
    QVERIFY(waitUntil([&] { return !reported.isEmpty(); }));
    QVERIFY(!reported.front().detail.isEmpty());
    for (quint64 i = 1; i <= 3; ++i) {
        QCOMPARE(fixture.append(fixture.message(marie, Count + 1, u"x"_s)).error().code, ErrorCode::StorageFailed);
    }
    QCOMPARE(reported.size(), 1);
}

void TestSqliteRecovery::aPageThatCannotBeReadIsNoPage_data()
{
    QTest::addColumn<bool>("backwards");
    QTest::addColumn<bool>("atTheDamage");
    QTest::newRow("forwards into the damage") << false << false;
    QTest::newRow("forwards from the damage") << false << true;
    QTest::newRow("backwards into the damage") << true << false;
    QTest::newRow("backwards from the damage") << true << true;
}

void TestSqliteRecovery::aPageThatCannotBeReadIsNoPage()
{
    QFETCH(bool, backwards);
    QFETCH(bool, atTheDamage);
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    constexpr quint64 Count = 400;
    int stored = 0;
    for (quint64 counter = 1; counter <= Count; ++counter) {
        const QString text = u"message %1 "_s.arg(counter) + u"x"_s.repeated(600);
        fixture.store->appendMessage(fixture.message(marie, counter, text), [&](const auto &) { ++stored; });
    }
    QVERIFY(waitUntil([&] { return stored == Count; }));
    fixture.reopen(); // which writes everything back from the log
    QVERIFY(overwritePagesWith(databaseOf(fixture), "message 200 "));
    constexpr Seq Damaged = 2 + 200;

    QList<Error> reported;
    connect(fixture.store.get(), &Store::failedForGood, fixture.store.get(),
        [&](const Error &error) { reported.append(error); });
    // Not fewer events, which would look like the end, but none, and the operator hears of it.
    const Seq distance = atTheDamage ? 1 : 20;
    const PageQuery query = backwards ? PageQuery{ StoreFixture::General, Damaged + distance, 0, 1, 100, 0 }
                                      : PageQuery{ StoreFixture::General, 0, Damaged - distance, 1, 100, 0 };
    const auto page = fixture.wait(&Store::readPage, query);
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::StorageFailed);
    QVERIFY(page.error().params.isEmpty());
    QVERIFY(waitUntil([&] { return !reported.isEmpty(); }));
    QVERIFY(!reported.front().detail.isEmpty());
    QCOMPARE(fixture.wait(&Store::readPage, PageQuery{ StoreFixture::General, 0, 1, 1, 1, 0 }).error().code,
        ErrorCode::StorageFailed);
    QCOMPARE(reported.size(), 1);
}

void TestSqliteRecovery::contentsAreReadWhollyOrNotAtAll()
{
    // What quick_check found whole a moment ago cannot be read now.
    StoreFixture fixture;
    for (int i = 0; i < 100; ++i)
        fixture.account(u"person%1-"_s.arg(i) + u"x"_s.repeated(200));
    fixture.close();
    QVERIFY(overwritePagesWith(databaseOf(fixture), "person60-"));
    SqliteConnection connection;
    QVERIFY(connection.open(databaseOf(fixture), SqliteConnection::Access::ReadOnly));
    (void)readAllContents(connection);
    QVERIFY(connection.failure());
    QCOMPARE(connection.failure()->kind, SqliteFailure::Kind::Broken);
}

void TestSqliteRecovery::aKilledProcessLeavesNoHole()
{
    // What a process leaves that dies between two commits is the write-ahead log beside the file: a copy of both, taken
    // while the store goes on, is what the next start finds.
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    for (quint64 counter = 1; counter <= 50; ++counter)
        QVERIFY(fixture.append(fixture.message(marie, counter, u"x"_s)));
    QTemporaryDir copy;
    for (const QString &name : { u"salon.db"_s, u"salon.db-wal"_s })
        QVERIFY(QFile::copy(fixture.folder.filePath(name), copy.filePath(name)));
    const auto store = openSqliteStore({ copy.path(), u"General"_s, 0, 0 });
    QVERIFY(store);
    const StoreContents contents = store.value()->load().value();
    QCOMPARE(contents.rooms.value(0).head, 52);
    QCOMPARE(contents.counters.value(0).last, 50U);
}

void TestSqliteRecovery::aSecondServerIsRefused()
{
    StoreFixture fixture;
    QCOMPARE(openError(fixture.folder.path()), ErrorCode::AlreadyRunning);
    fixture.close();
    // A lock file that a killed server left behind, with the number of a process that runs, is no lock.
    QFile lock(fixture.folder.filePath(u"salon.lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(QByteArray::number(QCoreApplication::applicationPid()) + "\ntst_sqlite_recovery\nhost\n");
    lock.flush();
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    lock.close();
    QCOMPARE(openError(fixture.folder.path()), ErrorCode(0));
}

void TestSqliteRecovery::aDamagedFileIsRefused_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("bytes");
    QTest::newRow("no database at all") << 0 << 100;
    QTest::newRow("the schema") << 100 << 3000;
    QTest::newRow("a table") << 4096 << 60'000;
}

void TestSqliteRecovery::aDamagedFileIsRefused()
{
    QFETCH(int, from);
    QFETCH(int, bytes);
    StoreFixture fixture;
    const auto marie = fixture.account(u"marie"_s);
    for (quint64 counter = 1; counter <= 20; ++counter)
        QVERIFY(fixture.append(fixture.message(marie, counter, u"x"_s.repeated(2000))));
    fixture.close();
    QFile file(databaseOf(fixture));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    file.write(QByteArray(bytes, '\x5a'));
    file.close();
    const auto opened = openSqliteStore({ fixture.folder.path(), u"General"_s, 0, 0 });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(opened.error().params, QList<QString>{ databaseOf(fixture) });
}

void TestSqliteRecovery::aDatabaseOfSomethingElseIsRefused()
{
    QTemporaryDir folder;
    tamper(folder.filePath(u"salon.db"_s), { u"CREATE TABLE recipes (name TEXT)"_s });
    QCOMPARE(openError(folder.path()), ErrorCode::DatabaseDamaged);
    QCOMPARE(tamper(folder.filePath(u"salon.db"_s), { u"SELECT COUNT(*) FROM sqlite_master"_s }).toInt(), 1);
}

void TestSqliteRecovery::aNewerDatabaseIsRefused()
{
    StoreFixture fixture;
    fixture.close();
    tamper(databaseOf(fixture), { u"PRAGMA user_version = 999"_s });
    QCOMPARE(openError(fixture.folder.path()), ErrorCode::VersionUnsupported);
}

void TestSqliteRecovery::aFolderThatCannotBeMadeIsRefused()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(openError(folder.filePath(u"file/data"_s)), ErrorCode::CannotOpenFile);
    QCOMPARE(openError(folder.filePath(u"file"_s)), ErrorCode::CannotOpenFile);
}

void TestSqliteRecovery::migrationsAreAppliedOnce()
{
    StoreFixture fixture;
    const QByteArray serverId = fixture.contents.serverId;
    for (int i = 0; i < 3; ++i)
        fixture.reopen();
    QCOMPARE(fixture.contents.serverId, serverId);
    fixture.close();
    QCOMPARE(tamper(databaseOf(fixture), { u"PRAGMA user_version"_s }).toInt(), 6);
    QCOMPARE(tamper(databaseOf(fixture), { u"PRAGMA application_id"_s }).toInt(), 0x53414c4e);

    // A start that was killed after the schema and before the first contents goes on where it was.
    tamper(databaseOf(fixture), { u"DELETE FROM server"_s, u"DELETE FROM events"_s, u"DELETE FROM rooms"_s });
    fixture.open();
    QCOMPARE(fixture.contents.rooms.size(), 1);
    QVERIFY(fixture.contents.serverId != serverId);
}

void TestSqliteRecovery::skeletonsAreMadeAnewForAnotherUnicode()
{
    StoreFixture fixture;
    fixture.account(u"marie"_s);
    fixture.close();
    tamper(databaseOf(fixture),
        { u"UPDATE server SET value = '1.0' WHERE key = 'unicode_version'"_s, u"DELETE FROM names"_s });
    fixture.open();
    QCOMPARE(fixture.contents.names.size(), 1);
    QVERIFY(fixture.contents.unicodeVersion != u"1.0"_s);
}

void TestSqliteRecovery::theFileBelongsToItsOwnerAlone()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has access lists: tst_private_file");
#endif
    QTemporaryDir folder;
    const QString data = folder.filePath(u"new/data"_s);
    const auto store = openSqliteStore({ data, u"General"_s, 0, 0 });
    QVERIFY(store);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(data + u"/salon.db"_s) & others));
    QVERIFY(!(QFile::permissions(data) & others));
}

QTEST_GUILESS_MAIN(TestSqliteRecovery)
#include "tst_sqlite_recovery.moc"
