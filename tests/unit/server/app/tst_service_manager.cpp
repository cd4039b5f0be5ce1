// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/owner_note.h"
#include "server/app/service_manager.h"
#include "server/app/watchdog.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

namespace {

/// What systemd does: a datagram socket of which services know the name.
class Manager
{
public:
    explicit Manager(const QByteArray &name)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
        if (name[0] == '@')
            address.sun_path[0] = '\0';
        const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()));
        m_isOpen = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    }
    ~Manager() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Manager)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// What came next, nothing when nothing did.
    [[nodiscard]] QByteArray heard() const
    {
        std::array<char, 256> text{};
        const auto count = ::recv(m_socket, text.data(), text.size(), MSG_DONTWAIT);
        return count > 0 ? QByteArray(text.data(), count) : QByteArray();
    }

private:
    int m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    bool m_isOpen = false;
};

} // namespace

/// What the manager of services is told, and what it is asked.
class TestServiceManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void nobodyIsToldWithoutAManager();
    void stateReachesTheManager_data();
    void stateReachesTheManager();
    void uselessNamesAreNotUsed_data();
    void uselessNamesAreNotUsed();
    void reloadNamesItsMoment();
    void watchdogIsHeardInHalfItsTime_data();
    void watchdogIsHeardInHalfItsTime();
    void watchdogSaysThatTheLoopTurns();
    void journalIsTheOneThatStandardOutputGoesTo();
    void ownerNoteIsForItsOwnerAlone();
    void ownerNoteThatCannotBeWrittenSaysSo();
};

void TestServiceManager::cleanup()
{
    qunsetenv("NOTIFY_SOCKET");
    qunsetenv("JOURNAL_STREAM");
    qunsetenv("WATCHDOG_USEC");
    qunsetenv("WATCHDOG_PID");
}

void TestServiceManager::nobodyIsToldWithoutAManager()
{
    QVERIFY(!service_manager::tell("READY=1"));
    qputenv("NOTIFY_SOCKET", "/nonexistent/socket");
    QVERIFY(!service_manager::tell("READY=1"));
}

void TestServiceManager::stateReachesTheManager_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("path") << QByteArray("path");
    QTest::newRow("abstract") << "@salon-test-" + QByteArray::number(QCoreApplication::applicationPid());
}

void TestServiceManager::stateReachesTheManager()
{
    QFETCH(const QByteArray, name);
    const QTemporaryDir folder;
    const QByteArray full = name[0] == '@' ? name : QFile::encodeName(folder.filePath(u"socket"_s));
    const Manager manager(full);
    QVERIFY(manager.isOpen());
    qputenv("NOTIFY_SOCKET", full);
    QVERIFY(service_manager::tell("READY=1"));
    QCOMPARE(manager.heard(), "READY=1");
    QVERIFY(service_manager::tell("STOPPING=1"));
    QCOMPARE(manager.heard(), "STOPPING=1");
    QCOMPARE(manager.heard(), QByteArray());
}

void TestServiceManager::uselessNamesAreNotUsed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("relative") << QByteArray("socket");
    QTest::newRow("only a slash") << QByteArray("/");
    QTest::newRow("another kind") << QByteArray("vsock:2:1234");
    QTest::newRow("too long") << "/" + QByteArray(200, 'a');
}

void TestServiceManager::uselessNamesAreNotUsed()
{
    QFETCH(const QByteArray, name);
    qputenv("NOTIFY_SOCKET", name);
    QVERIFY(!service_manager::tell("READY=1"));
}

void TestServiceManager::reloadNamesItsMoment()
{
    const auto moment = [](const QByteArray &state) {
        return state.mid(state.lastIndexOf('=') + 1).toLongLong();
    };
    const QByteArray first = service_manager::reloading();
    QVERIFY(first.startsWith("RELOADING=1\nMONOTONIC_USEC="));
    QVERIFY(moment(first) > 0);
    QVERIFY(moment(service_manager::reloading()) >= moment(first));
}

void TestServiceManager::watchdogIsHeardInHalfItsTime_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("process");
    QTest::addColumn<int>("ms");
    const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    QTest::newRow("two minutes") << QByteArray("120000000") << own << 60'000;
    QTest::newRow("whoever reads it") << QByteArray("3000000") << QByteArray() << 1'500;
    QTest::newRow("very short") << QByteArray("7") << own << 1;
    QTest::newRow("a parent's") << QByteArray("3000000") << QByteArray("1") << 0;
    QTest::newRow("none") << QByteArray() << QByteArray() << 0;
    QTest::newRow("zero") << QByteArray("0") << own << 0;
    QTest::newRow("negative") << QByteArray("-5000000") << own << 0;
    QTest::newRow("no number") << QByteArray("2min") << own << 0;
}

void TestServiceManager::watchdogIsHeardInHalfItsTime()
{
    QFETCH(const QByteArray, time);
    QFETCH(const QByteArray, process);
    if (!time.isEmpty())
        qputenv("WATCHDOG_USEC", time);
    if (!process.isEmpty())
        qputenv("WATCHDOG_PID", process);
    QTEST(int(service_manager::watchdogInterval().count()), "ms");
}

void TestServiceManager::watchdogSaysThatTheLoopTurns()
{
    const QTemporaryDir folder;
    const QByteArray name = QFile::encodeName(folder.filePath(u"socket"_s));
    const Manager manager(name);
    QVERIFY(manager.isOpen());
    qputenv("NOTIFY_SOCKET", name);
    qputenv("WATCHDOG_USEC", "2000");
    const Watchdog watchdog;
    QCOMPARE(manager.heard(), QByteArray()); // the loop did not turn
    QTRY_COMPARE(manager.heard(), "WATCHDOG=1");
    QTRY_COMPARE(manager.heard(), "WATCHDOG=1"); // again
}

void TestServiceManager::journalIsTheOneThatStandardOutputGoesTo()
{
    QVERIFY(!service_manager::keepsOutput());
    struct stat output = {};
    QCOMPARE(::fstat(STDOUT_FILENO, &output), 0);
    const auto name = [&output](int more) {
        return QByteArray::number(quint64(output.st_dev)) + ':'
            + QByteArray::number(quint64(output.st_ino) + quint64(more));
    };
    qputenv("JOURNAL_STREAM", name(0));
    QVERIFY(service_manager::keepsOutput());
    // Left over from a parent whose output went there: ours does not.
    qputenv("JOURNAL_STREAM", name(1));
    QVERIFY(!service_manager::keepsOutput());
}

void TestServiceManager::ownerNoteIsForItsOwnerAlone()
{
    const QTemporaryDir folder;
    const OwnerNote note(folder.path());
    note.remove(); // there is none: nothing happens
    QVERIFY(note.write(u"salon://host:7256/?invite=code"_s, u"code"_s));
    QVERIFY(note.write(u"salon://host:7256/?invite=second"_s, u"second"_s)); // a restart
    const auto wanted
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFileInfo(note.path()).permissions(), wanted);
    QFile file(note.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "salon://host:7256/?invite=second\nsecond\n");
    note.remove();
    QVERIFY(!QFileInfo::exists(note.path()));
}

void TestServiceManager::ownerNoteThatCannotBeWrittenSaysSo()
{
    const QTemporaryDir folder;
    const auto written = OwnerNote(folder.filePath(u"missing"_s)).write(u"link"_s, u"code"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::CannotOpenFile);
}

QTEST_GUILESS_MAIN(TestServiceManager)
#include "tst_service_manager.moc"
