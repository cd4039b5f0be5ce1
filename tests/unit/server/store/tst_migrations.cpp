// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/store/sqlite/contents_rows.h"
#include "server/store/sqlite/migrations.h"
#include "tests/unit/server/store/store_fixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

namespace {

/// Rebuilds the table that most others refer to, as SQLite wants it done (lang_altertable.html §7).
const QByteArray rebuild = R"(CREATE TABLE new_accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  login TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  role INTEGER NOT NULL,
  password_hash BLOB NOT NULL,
  status_text TEXT NOT NULL,
  created_ms INTEGER NOT NULL,
  last_seen_ms INTEGER NOT NULL,
  mood TEXT NOT NULL DEFAULT 'calm'
);
INSERT INTO new_accounts
  SELECT id, login, display_name, role, password_hash, status_text, created_ms, last_seen_ms, 'glad' FROM accounts;
DROP TABLE accounts;
ALTER TABLE new_accounts RENAME TO accounts;
)";
constexpr int RebuildSteps = 4;

QDir shippedMigrations()
{
    return QDir(u":/salon/store/migrations"_s);
}

/// The number of the migration behind those that are shipped.
int nextVersion()
{
    return int(shippedMigrations().entryList(QDir::Files).size()) + 1;
}

/// The migrations as they are shipped, and one more.
class MigrationFolder
{
public:
    explicit MigrationFolder(const QByteArray &next)
    {
        const QDir shipped = shippedMigrations();
        for (const QString &name : shipped.entryList(QDir::Files)) {
            if (!QFile::copy(shipped.filePath(name), m_folder.filePath(name)))
                qFatal("a shipped migration cannot be copied");
        }
        QFile file(m_folder.filePath(u"%1_next.sql"_s.arg(nextVersion(), 3, 10, QChar(u'0'))));
        if (!file.open(QIODevice::WriteOnly) || file.write(next) != next.size())
            qFatal("the next migration cannot be written");
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// A database as the shipped migrations and some use leave it, closed.
class FilledDatabase
{
public:
    FilledDatabase()
    {
        const auto marie = m_fixture.account(u"marie"_s);
        const auto jean = m_fixture.account(u"jean"_s);
        for (quint64 counter = 1; counter <= 20; ++counter) {
            MessageDraft draft = m_fixture.message(marie, counter, u"@jean"_s);
            draft.event.mentions = { jean.account.id };
            if (!m_fixture.append(draft))
                qFatal("a message was not stored");
        }
        m_fixture.close();
    }
    [[nodiscard]] QString path() const { return m_fixture.folder.filePath(u"salon.db"_s); }

private:
    StoreFixture m_fixture;
};

/// How many rows every table has, and what can be seen of the schema.
struct Census
{
    QStringList rows{};
    int version = 0;
    bool isRebuilt = false;
    bool hasLeftovers = false;

    friend bool operator==(const Census &, const Census &) = default;
};

Census censusOf(SqliteConnection &connection)
{
    Census census;
    for (const QString &table : { u"accounts"_s, u"names"_s, u"devices"_s, u"memberships"_s, u"events"_s, u"mentions"_s,
             u"device_counters"_s, u"rooms"_s, u"server"_s })
        census.rows.append(table + connection.valueOf(u"SELECT COUNT(*) FROM "_s + table).toString());
    const auto count = [&](const QString &from) {
        return connection.valueOf(u"SELECT COUNT(*) FROM "_s + from).toInt();
    };
    census.version = connection.valueOf(u"PRAGMA user_version"_s).toInt();
    census.isRebuilt = count(u"pragma_table_info('accounts') WHERE name = 'mood'"_s) == 1;
    census.hasLeftovers = count(u"sqlite_master WHERE name LIKE 'new_%'"_s) > 0;
    return census;
}

Census censusOf(const QString &path)
{
    SqliteConnection connection;
    if (!connection.open(path, SqliteConnection::Access::ReadWrite))
        qFatal("the database cannot be opened");
    Census census = censusOf(connection);
    if (connection.failure())
        qFatal("the database cannot be read");
    return census;
}

Result<> migrateAt(const QString &path, const QString &folder)
{
    SqliteConnection connection;
    return connection.open(path, SqliteConnection::Access::ReadWrite).and_then([&] {
        return migrate(connection, folder);
    });
}

/// Takes longer than any test.
const QByteArray endless = "CREATE TEMP TABLE never AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                           "SELECT max(i) FROM n;\n";

} // namespace

/// How a database comes to today's schema, and that nothing on the way can hurt it.
class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableThatOthersReferToCanBeRebuilt();
    void referencesAreEnforcedAfterwards();
    void referencesToNothingUndoAMigration();
    void aStatementThatFailsUndoesAMigration();
    void aKillInsideLeavesTheOldSchema_data();
    void aKillInsideLeavesTheOldSchema();
    void aKillAtTheEndLeavesOldOrNew();
};

void TestMigrations::aTableThatOthersReferToCanBeRebuilt()
{
    const FilledDatabase database;
    const MigrationFolder folder(rebuild);
    const Census before = censusOf(database.path());
    QVERIFY(before.rows.contains(u"memberships2"_s));
    QVERIFY(migrateAt(database.path(), folder.path()));
    const Census after = censusOf(database.path());
    QCOMPARE(after.rows, before.rows);
    QCOMPARE(after.version, nextVersion());
    QVERIFY(after.isRebuilt && !after.hasLeftovers);
    QVERIFY(migrateAt(database.path(), folder.path())); // nothing more to do
    QCOMPARE(censusOf(database.path()), after);
}

void TestMigrations::referencesAreEnforcedAfterwards()
{
    for (const QByteArray &next : { rebuild, "DROP TABLE nowhere;\n"_ba, "DELETE FROM accounts;\n"_ba }) {
        const FilledDatabase database;
        const MigrationFolder folder(next);
        SqliteConnection connection;
        QVERIFY(connection.open(database.path(), SqliteConnection::Access::ReadWrite));
        QCOMPARE(migrate(connection, folder.path()).has_value(), next == rebuild);
        QCOMPARE(connection.valueOf(u"PRAGMA foreign_keys"_s).toInt(), 1);
        QVERIFY(!connection.execute(u"UPDATE names SET account = 999"_s));
        QCOMPARE(connection.failure()->kind, SqliteFailure::Kind::Constraint);
    }
}

void TestMigrations::referencesToNothingUndoAMigration()
{
    const FilledDatabase database;
    const Census before = censusOf(database.path());
    const auto migrated = migrateAt(database.path(), MigrationFolder("DELETE FROM accounts;\n").path());
    QCOMPARE(migrated.error().code, ErrorCode::DatabaseDamaged);
    QCOMPARE(migrated.error().params, QList<QString>{ database.path() });
    QCOMPARE(censusOf(database.path()), before);
}

void TestMigrations::aStatementThatFailsUndoesAMigration()
{
    const FilledDatabase database;
    const Census before = censusOf(database.path());
    QVERIFY(!migrateAt(database.path(), MigrationFolder(rebuild + "DROP TABLE nowhere;\n").path()));
    QCOMPARE(censusOf(database.path()), before);
    QVERIFY(migrateAt(database.path(), MigrationFolder(rebuild).path()));
    QCOMPARE(censusOf(database.path()).rows, before.rows);
}

/// A process that migrates, and is killed when it begins a statement of the next migration.
static bool migrateAndKill(const QString &path, const QString &folder, int statement)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"salon.store.debug=true"_s);
    environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s); // on Windows the log goes to a debugger otherwise
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QCoreApplication::applicationFilePath(), { u"--migrate"_s, path, folder });
    const QByteArray mark
        = "migration " + QByteArray::number(nextVersion()) + ": statement " + QByteArray::number(statement) + " of";
    QByteArray output;
    const bool reached = waitUntil([&] {
        output += process.readAll();
        return output.contains(mark) || process.state() == QProcess::NotRunning;
    });
    process.kill();
    return waitUntil([&] { return process.state() == QProcess::NotRunning; }) && reached && output.contains(mark);
}

void TestMigrations::aKillInsideLeavesTheOldSchema_data()
{
    QTest::addColumn<int>("step");
    for (int step = 0; step <= RebuildSteps; ++step)
        QTest::addRow("after-%d-statements", step) << step;
}

void TestMigrations::aKillInsideLeavesTheOldSchema()
{
    QFETCH(int, step);
    const FilledDatabase database;
    const Census before = censusOf(database.path());
    QList<QByteArray> statements = rebuild.trimmed().split(';');
    QCOMPARE(statements.size(), RebuildSteps + 1); // the last one is empty
    statements.removeLast();
    QByteArray hanging;
    for (int i = 0; i < RebuildSteps; ++i)
        hanging += (i == step ? endless : QByteArray()) + statements[i].trimmed() + ";\n";
    if (step == RebuildSteps)
        hanging += endless;
    QVERIFY(migrateAndKill(database.path(), MigrationFolder(hanging).path(), step + 1));
    QCOMPARE(censusOf(database.path()), before);
    QVERIFY(migrateAt(database.path(), MigrationFolder(rebuild).path()));
    QCOMPARE(censusOf(database.path()).rows, before.rows);
}

void TestMigrations::aKillAtTheEndLeavesOldOrNew()
{
    const MigrationFolder folder(rebuild);
    for (int run = 0; run < 10; ++run) { // the kill falls before, into or behind the commit
        const FilledDatabase database;
        const Census before = censusOf(database.path());
        QVERIFY(migrateAndKill(database.path(), folder.path(), RebuildSteps));
        const Census after = censusOf(database.path());
        QCOMPARE(after.rows, before.rows);
        QCOMPARE(after.isRebuilt, after.version == nextVersion());
        QVERIFY(!after.hasLeftovers);
        QVERIFY(migrateAt(database.path(), folder.path()));
        QCOMPARE(censusOf(database.path()).version, nextVersion());
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--migrate"_s)
        return migrateAt(arguments.value(2), arguments.value(3)) ? 0 : 1;
    TestMigrations test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrations.moc"
