// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/exit_code.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QTcpServer>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;
using server::ExitCode;

/// What goes wrong at the start: one clear line in the operator's language and an exit code that says which.
class TestStartFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failsWithOneLine_data();
    void failsWithOneLine();
    void portInUse();
    void secondInstanceOnTheSameData();
    void dataFolderThatCannotBeWritten();
    void damagedDatabase_data();
    void damagedDatabase();
    void databaseOfANewerVersionIsLeftAlone();
    void lostKeyIsNotReplacedSilently();
    void helpAndVersionAnswerAndEnd();
    void checkConfigJudgesTheFile();
    void defaultFileStarts();
    void fileInTheDataFolderIsRead();
    void missingPluginIsNamed_data();
    void missingPluginIsNamed();
};

namespace {

/// One line on standard error, nothing else, and no READY.
void verifyFailure(ServerProcess &server, ExitCode code, const QByteArray &words)
{
    QCOMPARE(server.runToEnd(), int(code));
    const QByteArray line = server.standardError();
    QVERIFY2(line.contains(words), line.constData());
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!server.standardOutput().contains("READY"));
}

} // namespace

void TestStartFailures::failsWithOneLine_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    const auto add = [](const char *name, const QStringList &arguments, ExitCode code, const QByteArray &english,
                         const QByteArray &french) {
        QTest::addRow("%s, English", name) << u"en"_s << arguments << int(code) << english;
        if (!french.isEmpty())
            QTest::addRow("%s, French", name) << u"fr"_s << arguments << int(code) << french;
    };
    add("unknown option", { u"--lisen"_s, u"x"_s }, ExitCode::BadOption, "There is no option", "option");
    add("value missing", { u"--name"_s }, ExitCode::BadOption, "needs a value", "--name");
    add("workers out of range", { u"--workers"_s, u"-1"_s }, ExitCode::BadOption, "workers", "workers");
    add("address that is none", { u"--listen"_s, u"a b:c"_s }, ExitCode::BadOption, "a b:c", "a b:c");
    add("plain beyond this machine", { u"--listen-plain"_s, u"0.0.0.0:0"_s }, ExitCode::CannotListen,
        "i-accept-cleartext", "i-accept-cleartext");
    add("address of another machine", { u"--listen"_s, u"192.0.2.1:0"_s }, ExitCode::CannotListen, "192.0.2.1",
        "192.0.2.1");
    add("host that does not exist", { u"--listen"_s, u"host.invalid:0"_s }, ExitCode::CannotListen, "host.invalid",
        "host.invalid");
    add("configuration that does not exist", { u"--config"_s, u"/nonexistent.toml"_s }, ExitCode::BadOption,
        "/nonexistent.toml", "/nonexistent.toml");
    add("public address that is none", { u"--public-address"_s, u"a b"_s }, ExitCode::BadOption, "public address",
        "a b");
}

void TestStartFailures::failsWithOneLine()
{
    QFETCH(QString, language);
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, words);
    ServerProcess server;
    server.language = language;
    server.arguments = arguments;
    verifyFailure(server, ExitCode(code), words);
}

void TestStartFailures::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:%1"_s.arg(other.serverPort());
    for (const QString &language : { u"en"_s, u"fr"_s }) {
        ServerProcess server;
        server.language = language;
        server.arguments = { u"--listen"_s, address };
        verifyFailure(server, ExitCode::CannotListen, address.toUtf8());
    }
}

void TestStartFailures::secondInstanceOnTheSameData()
{
    ServerProcess first;
    QVERIFY(first.start());
    ServerProcess second;
    second.arguments = { u"--data"_s, first.dataFolder() };
    verifyFailure(second, ExitCode::AlreadyRunning, "already uses");
    TestClient client;
    QVERIFY2(client.open(first.link()), "the first goes on");
    QVERIFY(first.stop());
}

void TestStartFailures::dataFolderThatCannotBeWritten()
{
    ServerProcess file;
    {
        QFile blocker(file.dataFolder());
        QVERIFY(blocker.open(QIODevice::WriteOnly));
    }
    verifyFailure(file, ExitCode::BadDataFolder, "data folder");

    // Root may write everywhere, so for root a place where nobody can: below /proc.
    ServerProcess readOnly;
    if (::geteuid() == 0) {
        readOnly.arguments = { u"--data"_s, u"/proc/salon"_s };
    } else {
        QVERIFY(QDir().mkpath(readOnly.dataFolder()));
        QVERIFY(QFile::setPermissions(readOnly.dataFolder(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    }
    verifyFailure(readOnly, ExitCode::BadDataFolder, "data folder");
}

void TestStartFailures::damagedDatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no database at all") << QByteArray(100'000, 'x');
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\xff')
            + QByteArray(9000, 'y');
}

void TestStartFailures::damagedDatabase()
{
    QFETCH(QByteArray, content);
    ServerProcess server;
    QVERIFY(QDir().mkpath(server.dataFolder()));
    {
        QFile file(server.dataFolder() + u"/salon.db"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    verifyFailure(server, ExitCode::DatabaseDamaged, "damaged");
    QFile file(server.dataFolder() + u"/salon.db"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestStartFailures::databaseOfANewerVersionIsLeftAlone()
{
    ServerProcess server;
    QVERIFY(server.start());
    QVERIFY(server.stop());
    // user_version, as SQLite keeps it in its header.
    QFile file(server.dataFolder() + u"/salon.db"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(60));
    QCOMPARE(file.write("\0\0\x03\xe7", 4), 4);
    QVERIFY(file.seek(0));
    const QByteArray before = file.readAll();
    verifyFailure(server, ExitCode::DatabaseDamaged, "newer version");
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    QVERIFY(!QFile::exists(server.dataFolder() + u"/salon.running"_s));
}

void TestStartFailures::lostKeyIsNotReplacedSilently()
{
    ServerProcess server;
    QVERIFY(server.start());
    QVERIFY(server.stop());
    QVERIFY(QFile::remove(server.dataFolder() + u"/server-key.pem"_s));
    verifyFailure(server, ExitCode::BadCertificate, "certificate or key");
}

void TestStartFailures::helpAndVersionAnswerAndEnd()
{
    ServerProcess server;
    server.arguments = { u"--help"_s };
    QCOMPARE(server.runToEnd(), 0);
    QVERIFY(server.standardOutput().contains("--listen"));
    QVERIFY(server.standardError().isEmpty());
    server.language = u"fr"_s;
    QCOMPARE(server.runToEnd(), 0);
    QVERIFY(server.standardOutput().contains("--listen"));
    server.arguments = { u"--version"_s };
    QCOMPARE(server.runToEnd(), 0);
    QVERIFY(server.standardOutput().startsWith("salon-server "));
}

void TestStartFailures::checkConfigJudgesTheFile()
{
    ServerProcess server;
    const QString path = server.folder() + u"/test.toml"_s;
    const auto write = [&](const QByteArray &toml) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(toml) == toml.size();
    };
    server.arguments = { u"check-config"_s, u"--config"_s, path };
    QVERIFY(write("name = \"Chez nous\"\n"));
    QCOMPARE(server.runToEnd(), 0);
    QVERIFY(!QFile::exists(server.dataFolder()));
    QVERIFY(write("nmae = \"Chez nous\"\n"));
    verifyFailure(server, ExitCode::BadOption, "test.toml, line 1");
}

void TestStartFailures::defaultFileStarts()
{
    ServerProcess server;
    server.arguments = { u"--config"_s, QString::fromUtf8(SALON_SOURCE_DIR) + u"/server/app/salon-server.toml"_s };
    QVERIFY(server.start());
    QVERIFY(server.stop());
}

void TestStartFailures::fileInTheDataFolderIsRead()
{
    ServerProcess server;
    QVERIFY(QDir().mkpath(server.dataFolder()));
    {
        QFile file(server.dataFolder() + u"/salon-server.toml"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name = \"From the file\"\n");
    }
    QVERIFY(server.start());
    TestClient client;
    QCOMPARE(client.open(server.link())->name, u"From the file"_s);
}

void TestStartFailures::missingPluginIsNamed_data()
{
    QTest::addColumn<QString>("installed");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("SQLite") << u"tls"_s << "libqt6sql6-sqlite"_ba;
    QTest::newRow("TLS") << u"sqldrivers"_s << "TLS plugin is missing"_ba;
}

void TestStartFailures::missingPluginIsNamed()
{
    QFETCH(QString, installed);
    QFETCH(QByteArray, words);
    // Qt looks for plugins where the qt.conf beside the program says: here is a place that has only some.
    ServerProcess server;
    const QString copy = server.folder() + u"/salon-server"_s;
    QVERIFY(QFile::copy(QString::fromUtf8(SALON_BIN_DIR) + u"/salon-server"_s, copy));
    QFile configuration(server.folder() + u"/qt.conf"_s);
    QVERIFY(configuration.open(QIODevice::WriteOnly) && configuration.write("[Paths]\nPlugins=plugins\n") > 0);
    configuration.close();
    QVERIFY(QDir(server.folder()).mkdir(u"plugins"_s));
    const QString real = QLibraryInfo::path(QLibraryInfo::PluginsPath) + u'/' + installed;
    QVERIFY(QFile::link(real, server.folder() + u"/plugins/"_s + installed));
    server.shellPrelude = u"shift; set -- '%1' \"$@\""_s.arg(copy);
    QCOMPARE(server.runToEnd(), int(ExitCode::MissingPlugin));
    QVERIFY2(server.standardError().contains(words), server.output().constData());
    QVERIFY(!server.standardOutput().contains("READY"));
}

QTEST_GUILESS_MAIN(TestStartFailures)
#include "tst_start_failures.moc"
