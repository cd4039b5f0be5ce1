// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/wait_until.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::test;

namespace {

/// Runs a program to its end; its exit code, or -1.
int run(const QString &program, const QStringList &arguments, QString *output = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    bool failed = false;
    QObject::connect(&process, &QProcess::errorOccurred, &process, [&failed] { failed = true; });
    if (!waitUntil([&] { return failed || process.state() == QProcess::NotRunning; }, 20'000) || failed)
        return -1;
    if (output)
        *output = QString::fromUtf8(process.readAll());
    return process.exitCode();
}

bool ip(const QString &command)
{
    return run(u"ip"_s, command.split(u' ')) == 0;
}

/// A virtual host with one network card, and programs on it.
class Host
{
public:
    explicit Host(QString name)
        : m_name(std::move(name))
    {
    }
    ~Host() { ip(u"netns del "_s + m_name); }
    Q_DISABLE_COPY_MOVE(Host)

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QStringList inside() const { return { u"ip"_s, u"netns"_s, u"exec"_s, m_name }; }
    [[nodiscard]] bool configure(const QString &command) const { return ip(u"-n "_s + m_name + u' ' + command); }

private:
    QString m_name;
};

/// A peer_program on a host.
class Peer
{
public:
    Peer(const Host &host, const QString &name)
        : m_host(host)
        , m_name(name)
    {
    }
    ~Peer() { kill(); }
    Q_DISABLE_COPY_MOVE(Peer)

    bool start()
    {
        m_output.clear();
        m_process = std::make_unique<QProcess>();
        const QStringList words = m_host.inside()
            + QStringList{ QString::fromUtf8(SALON_BIN_DIR) + u"/peer_program"_s, m_folder.path(), m_name };
        m_process->start(words.first(), words.mid(1));
        const bool ready = waitFor(u"READY "_s);
        m_key = m_output.section(u"READY "_s, 1).section(u' ', 0, 0);
        return ready;
    }
    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        waitUntil([this] { return m_process->state() == QProcess::NotRunning; });
        m_process.reset();
    }
    void command(const QString &line) { m_process->write(line.toUtf8() + '\n'); }
    bool waitFor(const QString &text, int times = 1, int ms = 30'000)
    {
        return waitUntil(
            [&] {
                m_output += QString::fromUtf8(m_process->readAll());
                return m_output.count(text) >= times;
            },
            ms);
    }
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }
    [[nodiscard]] QString output() const { return m_output; }

private:
    const Host &m_host;
    QString m_name;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    QString m_output;
    QString m_key;
};

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

/// Two virtual hosts (network namespaces of Linux) with a cable between them. Needs root.
class TestTwoHosts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Host> m_left;
    std::unique_ptr<Host> m_right;

    /// Plugs the hosts together; `addressing` gives each end its address.
    void plug(const QString &left, const QString &right)
    {
        QVERIFY(ip(u"-n %1 link add card type veth peer name card netns %2"_s.arg(m_left->name(), m_right->name())));
        QVERIFY(m_left->configure(u"addr add "_s + left + u" dev card"_s));
        QVERIFY(m_right->configure(u"addr add "_s + right + u" dev card"_s));
        for (const Host *host : { m_left.get(), m_right.get() }) {
            QVERIFY(host->configure(u"link set lo up"_s));
            QVERIFY(host->configure(u"link set card up"_s));
        }
    }

    /// What salon-console on the right host finds.
    QString found() const
    {
        const QStringList words = m_right->inside()
            + QStringList{ QString::fromUtf8(SALON_BIN_DIR) + u"/salon-console"_s, u"--discover"_s };
        QString output;
        run(words.first(), words.mid(1), &output);
        return output;
    }

    bool startOnLeft(ServerProcess &server) const
    {
        server.wrapper = m_left->inside();
        server.shellPrelude = u"true"_s;
        server.arguments = { u"--listen"_s, u"*:7256"_s, u"--name"_s, u"Café"_s };
        return server.start();
    }

private Q_SLOTS:
    void init()
    {
        const QString id = QString::number(QCoreApplication::applicationPid());
        const QString left = u"salon-left-"_s + id;
        const QString right = u"salon-right-"_s + id;
        if (!ip(u"netns add "_s + left) || !ip(u"netns add "_s + right)) {
            ip(u"netns del "_s + left);
            QSKIP("Network namespaces are not permitted here: this needs root and the program ip (iproute2).");
        }
        m_left = std::make_unique<Host>(left);
        m_right = std::make_unique<Host>(right);
    }

    void cleanup()
    {
        m_left.reset();
        m_right.reset();
    }

    void aServerIsFoundAcrossTheCable()
    {
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        ServerProcess server;
        QVERIFY(startOnLeft(server));
        const QString line = found();
        QVERIFY2(line.startsWith(u"server\t10.77.0.1:7256\t0\t"_s), qPrintable(line));
        QVERIFY(line.endsWith(u"\tCafé\n"_s));
    }

    void plainProgramsThatStartAtOnceSettle()
    {
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        for (int round = 0; round < 8; ++round) {
            QProcess left;
            QProcess right;
            const auto start = [](QProcess &process, const Host &host, const QString &other, const QString &text) {
                const QStringList words = host.inside()
                    + QStringList{ QString::fromUtf8(SALON_BIN_DIR) + u"/salon-console"_s, u"--plain"_s, u"--peer"_s,
                          other + u":5000"_s, u"--timeout"_s, u"15"_s, u"--send"_s, text };
                process.start(words.first(), words.mid(1));
            };
            start(left, *m_left, u"10.77.0.2"_s, u"left"_s);
            start(right, *m_right, u"10.77.0.1"_s, u"right"_s);
            QVERIFY(waitUntil(
                [&] { return left.state() == QProcess::NotRunning && right.state() == QProcess::NotRunning; }, 40'000));
            QVERIFY2(left.exitCode() == 0 && right.exitCode() == 0,
                left.readAllStandardError() + right.readAllStandardError());
            QCOMPARE(left.readAllStandardOutput(), QByteArray("right"));
            QCOMPARE(right.readAllStandardOutput(), QByteArray("left"));
        }
    }

    void aServerIsFoundWithoutMulticast()
    {
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        QVERIFY(m_left->configure(u"link set card multicast off"_s));
        QVERIFY(m_right->configure(u"link set card multicast off"_s));
        ServerProcess server;
        QVERIFY(startOnLeft(server));
        QVERIFY(found().startsWith(u"server\t10.77.0.1:7256\t"_s));
    }

    void aServerIsFoundWithoutBroadcast()
    {
        plug(u"10.77.0.1 peer 10.77.0.2"_s, u"10.77.0.2 peer 10.77.0.1"_s);
        ServerProcess server;
        QVERIFY(startOnLeft(server));
        QVERIFY(found().startsWith(u"server\t10.77.0.1:7256\t"_s));
    }

    void twoPeersMeetWithoutMulticast()
    {
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        QVERIFY(m_left->configure(u"link set card multicast off"_s));
        QVERIFY(m_right->configure(u"link set card multicast off"_s));
        Peer marie(*m_left, u"Marie"_s);
        Peer nour(*m_right, u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        nour.command(u"find"_s);
        QVERIFY(nour.waitFor(u"NEIGHBOUR "_s + marie.key() + u" Marie"_s));
        // Each chose the other at the same time.
        marie.command(u"accept "_s + nour.key());
        nour.command(u"accept "_s + marie.key());
        QVERIFY2(marie.waitFor(u"DIRECT %1 1"_s.arg(nour.key())), qPrintable(marie.output()));
        nour.command(u"say %1 sans multicast"_s.arg(marie.key()));
        QVERIFY(marie.waitFor(u"LINE %1 sans multicast\n"_s.arg(nour.key())));
    }

    void twoPeersMeetByIPv6Alone()
    {
        plug(u"fd77::1/64 nodad"_s, u"fd77::2/64 nodad"_s);
        Peer marie(*m_left, u"Marie"_s);
        Peer nour(*m_right, u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        // The card itself is ready for IPv6 a moment after it is up: looked for until found.
        QVERIFY(waitUntil([&] {
            nour.command(u"find"_s);
            return nour.waitFor(u"NEIGHBOUR "_s + marie.key() + u" Marie"_s, 1, 1'500);
        }));
        nour.command(u"accept "_s + marie.key());
        QVERIFY2(nour.waitFor(u"DIRECT %1 1"_s.arg(marie.key())), qPrintable(nour.output()));
    }

    void twoPeersTalkWithoutAnyServer()
    {
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        Peer marie(*m_left, u"Marie"_s);
        Peer nour(*m_right, u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.command(u"find"_s);
        QVERIFY(marie.waitFor(u"NEIGHBOUR "_s + nour.key() + u" Nour"_s));
        marie.command(u"accept "_s + nour.key());
        QVERIFY2(marie.waitFor(u"DIRECT %1 1"_s.arg(nour.key())), qPrintable(marie.output()));
        marie.command(u"say %1 Bonjour ☕"_s.arg(nour.key()));
        QVERIFY(nour.waitFor(u"LINE %1 Bonjour ☕\n"_s.arg(marie.key())));
        // Away: written now, read later, once.
        nour.kill();
        QVERIFY(marie.waitFor(u"DIRECT %1 0"_s.arg(nour.key())));
        marie.command(u"say %1 à ton retour"_s.arg(nour.key()));
        QVERIFY(nour.start());
        QVERIFY(nour.waitFor(u"LINE %1 à ton retour\n"_s.arg(marie.key())));
        QVERIFY(marie.waitFor(u"DELIVERED"_s, 2));
    }

    void linesOfACutArriveOnceAndInOrder()
    {
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        Peer marie(*m_left, u"Marie"_s);
        Peer nour(*m_right, u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.command(u"accept "_s + nour.key());
        QVERIFY(marie.waitFor(u"DIRECT %1 1"_s.arg(nour.key())));
        QVERIFY(nour.waitFor(u"DIRECT %1 1"_s.arg(marie.key())));
        QStringList lines;
        const auto say = [&](int count) {
            for (int i = 0; i < count; ++i) {
                lines.append(u"line %1."_s.arg(lines.size()));
                marie.command(u"say %1 %2"_s.arg(nour.key(), lines.last()));
                nour.command(u"say %1 %2"_s.arg(marie.key(), lines.last()));
            }
        };
        for (int cut = 0; cut < 3; ++cut) {
            say(5);
            QVERIFY(m_left->configure(u"link set card down"_s));
            say(5);
            marie.waitFor(u"nothing comes meanwhile"_s, 1, 700);
            QVERIFY(m_left->configure(u"link set card up"_s));
            say(5);
            for (Peer *reader : { &marie, &nour })
                QVERIFY2(reader->waitFor(u' ' + lines.last() + u'\n', 1, 60'000), qPrintable(reader->output()));
        }
        for (const Peer *reader : { &marie, &nour }) {
            QStringList read;
            for (const QString &line : reader->output().split(u'\n')) {
                if (line.startsWith("LINE "_L1))
                    read.append(line.section(u' ', 2));
            }
            QCOMPARE(read, lines);
        }
    }

    void aFileSurvivesTwoCuts()
    {
        constexpr qint64 Bytes = 100 * 1024 * 1024;
        plug(u"10.77.0.1/24 brd +"_s, u"10.77.0.2/24 brd +"_s);
        Peer marie(*m_left, u"Marie"_s);
        Peer nour(*m_right, u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.command(u"accept "_s + nour.key());
        QVERIFY(marie.waitFor(u"DIRECT %1 1"_s.arg(nour.key())));
        const QString source = marie.path(u"photos.tar"_s);
        {
            QFile file(source);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QList<quint32> block(1 << 18);
            for (qint64 written = 0; written < Bytes; written += block.size() * 4) {
                QRandomGenerator::global()->fillRange(block.data(), block.size());
                file.write(reinterpret_cast<const char *>(block.constData()), block.size() * 4);
            }
        }
        marie.command(u"offer %1 %2"_s.arg(nour.key(), source));
        const QDir folder(QFileInfo(nour.path(u"photos.tar"_s)).path());
        const auto here = [&folder]() -> qint64 {
            const auto parts = folder.entryInfoList({ u".salon-*.part"_s }, QDir::Files | QDir::Hidden);
            return parts.isEmpty() ? 0 : parts.first().size();
        };
        const auto reaches = [&here](qint64 bytes) {
            return waitUntil([&] { return here() >= bytes; }, 60'000);
        };
        // The cable is pulled and put back.
        QVERIFY(reaches(Bytes / 5));
        QVERIFY(m_left->configure(u"link set card down"_s));
        const qint64 atCut = here();
        QVERIFY(atCut < Bytes);
        marie.waitFor(u"nothing comes meanwhile"_s, 1, 1'000);
        QVERIFY(m_left->configure(u"link set card up"_s));
        // One of the two programs ends without a word.
        QVERIFY(reaches(std::max(atCut, Bytes / 2)));
        nour.kill();
        const qint64 atKill = here();
        QVERIFY(atKill < Bytes);
        QVERIFY(nour.start());
        QVERIFY(nour.waitFor(u"FILE %1 17 "_s.arg(marie.key()), 1, 60'000)); // Whole
        QCOMPARE(hashOf(nour.path(u"photos.tar"_s)), hashOf(source));
        QVERIFY(marie.waitFor(u"FILE %1 17 "_s.arg(nour.key())));
    }
};

QTEST_GUILESS_MAIN(TestTwoHosts)
#include "tst_two_hosts.moc"
