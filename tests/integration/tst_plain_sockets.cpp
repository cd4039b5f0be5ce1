// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/support/wait_until.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include "tests/integration/tst_console_client_terminal.h"
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

namespace {

/// A program of a student (plain/other_side.py).
class OtherSide
{
public:
    explicit OtherSide(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(SALON_PYTHON),
            QStringList{ QStringLiteral(SALON_SOURCE_DIR) + u"/tests/integration/plain/other_side.py"_s } + arguments);
    }
    ~OtherSide()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(OtherSide)

    /// Once it listens; 0 if it never does.
    quint16 port()
    {
        return waitUntil([this] { return !word("PORT").isEmpty(); }) ? word("PORT").constFirst().toUShort()
                                                                     : quint16(0);
    }
    /// What it received, in pieces as it printed them.
    QByteArrayList got(int pieces = 1)
    {
        (void)waitUntil([this, pieces] { return word("GOT").size() >= pieces; });
        QByteArrayList bytes;
        for (const QByteArray &hex : word("GOT"))
            bytes.append(QByteArray::fromHex(hex));
        return bytes;
    }
    bool heard(const QByteArray &bytes)
    {
        return waitUntil([this, &bytes] {
            QByteArray all;
            for (const QByteArray &hex : word("HEARD"))
                all += QByteArray::fromHex(hex);
            return all == bytes;
        });
    }
    bool said(const QByteArray &what)
    {
        return waitUntil([this, &what] { return !word(what).isEmpty(); });
    }
    void say(const QByteArray &bytes) { m_process.write(bytes.toHex() + '\n'); }

private:
    /// What stands behind this word, for each line that begins with it.
    QByteArrayList word(const QByteArray &first)
    {
        m_output += m_process.readAllStandardOutput();
        QByteArrayList found;
        const QByteArrayList lines = m_output.first(m_output.lastIndexOf('\n') + 1).split('\n');
        for (const QByteArray &line : lines) {
            if (line == first || line.startsWith(first + ' '))
                found.append(line.mid(first.size() + 1));
        }
        return found;
    }

    QProcess m_process;
    QByteArray m_output;
};

/// The real program.
class Plain
{
public:
    explicit Plain(QString language = u"en"_s)
        : m_language(std::move(language))
    {
    }
    ~Plain()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Plain)

#ifdef Q_OS_UNIX
    void useTerminal(Terminal &terminal)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TERM"_s, u"xterm"_s);
        environment.insert(u"NO_COLOR"_s, u"1"_s);
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier([end = terminal.clientEnd()] {
            ::dup2(end, STDIN_FILENO);
            ::dup2(end, STDOUT_FILENO);
        });
    }
#endif
    void start(const QStringList &arguments)
    {
        m_process.start(
            QStringLiteral(SALON_BIN_DIR) + u"/salon-console"_s, QStringList{ u"--lang"_s, m_language } + arguments);
    }
    /// With this on standard input; the exit code, or -1.
    int run(const QStringList &arguments, const QByteArray &input = {})
    {
        start(arguments);
        write(input);
        endInput();
        return waitForEnd();
    }
    int waitForEnd(int ms = 20'000)
    {
        const bool isOver = waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, ms);
        return isOver && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    void write(const QByteArray &bytes)
    {
        m_process.write(bytes);
    }
    void endInput()
    {
        m_process.closeWriteChannel();
    }
    [[nodiscard]] bool isRunning() const
    {
        return m_process.state() == QProcess::Running;
    }
    QByteArray out()
    {
        return m_out += m_process.readAllStandardOutput();
    }
    QString problems()
    {
        m_err += m_process.readAllStandardError();
        return QString::fromUtf8(m_err).trimmed();
    }
    bool shows(const QByteArray &text)
    {
        return waitUntil([&] { return out().contains(text); });
    }
    bool saysProblem(const QString &text)
    {
        return waitUntil([&] { return problems().contains(text); });
    }
    /// From "Waiting on tcp://127.0.0.1:40123."
    quint16 waitsOn()
    {
        (void)waitUntil([this] { return problems().endsWith(u'.'); });
        return problems().section(u':', -1).chopped(1).toUShort();
    }

private:
    QProcess m_process;
    QString m_language;
    QByteArray m_out;
    QByteArray m_err;
};

QString tcp(quint16 port)
{
    return u"tcp://127.0.0.1:%1"_s.arg(port);
}

QString udp(quint16 port)
{
    return u"udp://127.0.0.1:%1"_s.arg(port);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// Nobody listens there.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray framed(const QByteArray &payload)
{
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()), frame.data());
    return frame + payload;
}

QByteArray randomBytes(qsizetype size)
{
    QRandomGenerator random(20261121);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace

/// The other side of each exercise: the real program against sockets of Python.
class TestPlainSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendGivesExactlyTheTextAndTheAnswer();
    void aPipeIsSentByteForByte();
    void theAnswerComesAfterTheEndOfInput();
    void aServerThatSaysNothingStillGetsAll();
    void rawGivesEveryByte();
    void everyByteIsShownSafely();
    void latin1IsHintedAtOnce();
    void aCharacterCutAnywhereIsShownWhole();
    void aSlowSenderIsWaitedFor();
    void hexShowsBytes();
    void framesAreAnswered();
    void aFileIsSentAsOneFrame();
    void linesOfAPipeAreFrames();
    void hugeFramesAreRefused();
    void framesCutShortAreSaid_data();
    void framesCutShortAreSaid();
    void unixSocketsWork();
    void datagramsAreAnswered();
    void theRightAddressOfANameIsFound();
    void linesOfAPipeAreDatagrams();
    void datagramsAreReceivedAndAnswered();
    void aDatagramToNobodyIsSaid();
    void tooLargeADatagramIsSaid();
    void listeningAnswersWhoHasSaidAll();
    void listeningGivesItsPortUpAfterOne();
    void peerConnectsToWhoWaits();
    void peerWaitsForWhoComes();
    void twoAtOnceSettle();
    void refusedConnectionsAreSaid_data();
    void refusedConnectionsAreSaid();
    void silentServersAreLeftInTime();
    void abruptEndsAreSaid();
    void portsInUseAreSaid();
    void waitingHasAnEndIfWanted();
    void mistakesAreSaidInOneLine_data();
    void mistakesAreSaidInOneLine();
#ifdef Q_OS_UNIX
    void whatComesLeavesTheTypedLineAlone();
    void whoHasHeardAllMayStillSpeak();
    void lineEndsAreAsWanted_data();
    void lineEndsAreAsWanted();
    void aTerminalIsSparedRawBytes();
#endif
};

void TestPlainSockets::sendGivesExactlyTheTextAndTheAnswer()
{
    OtherSide server({ u"presence"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--send"_s, u"Élève 3"_s }), int(ExitDone));
    QCOMPARE(server.got(), QByteArrayList{ "Élève 3" });
    QCOMPARE(plain.out(), QByteArray("Élève 3\nPrésent !"));
    QCOMPARE(plain.problems(), QString());
}

void TestPlainSockets::aPipeIsSentByteForByte()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all += char(byte);
    all += "no line end";
    OtherSide server({ u"answer_at_end"_s, u""_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()) }, all), int(ExitDone));
    QCOMPARE(server.got(), QByteArrayList{ all });
    QCOMPARE(plain.out(), QByteArray());
}

void TestPlainSockets::theAnswerComesAfterTheEndOfInput()
{
    OtherSide server({ u"answer_at_end"_s, hex("merci\r\nau revoir") });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, u"127.0.0.1:%1"_s.arg(server.port()) }, "a\nb\n"), int(ExitDone));
    QCOMPARE(server.got(), QByteArrayList{ "a\nb\n" });
    QCOMPARE(plain.out(), QByteArray("merci\nau revoir"));
}

void TestPlainSockets::aServerThatSaysNothingStillGetsAll()
{
    const QByteArray much = randomBytes(5'000'000);
    OtherSide server({ u"half_closed"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()) }, much), int(ExitDone));
    QCOMPARE(server.got(), QByteArrayList{ QCryptographicHash::hash(much, QCryptographicHash::Sha256) });
}

void TestPlainSockets::rawGivesEveryByte()
{
    const QByteArray bytes = QByteArray("\0\xff\x1b[2J\t\r\n", 9) + randomBytes(300);
    OtherSide server({ u"answer_at_end"_s, hex(bytes) });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--raw"_s }), int(ExitDone));
    QCOMPARE(plain.out(), bytes);
}

void TestPlainSockets::everyByteIsShownSafely()
{
    const QByteArray evil = "\033[2J\033]0;title\a\x7f\u009b31m\u202egnol\u2066 \u2028\tfin\n";
    OtherSide server({ u"answer_at_end"_s, hex(evil + randomBytes(4000)) });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()) }), int(ExitDone));
    const QString shown = QString::fromUtf8(plain.out());
    QVERIFY(shown.startsWith(u"␛[2J␛]0;title␇␡\\u{009B}31m\\u{202E}gnol\\u{2066} \\u{2028}    fin\n"_s));
    for (const QChar c : shown)
        QVERIFY2(c == u'\n' || c.unicode() >= 0x20, qPrintable(shown));
    QVERIFY(!shown.contains(QChar(0x7f)) && !shown.contains(QChar(0x9b)) && !shown.contains(QChar(0x202e)));
}

void TestPlainSockets::latin1IsHintedAtOnce()
{
    OtherSide server({ u"answer_at_end"_s, hex("d\xe9j\xe0 vu\n\xe9t\xe9\n") });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()) }), int(ExitDone));
    QCOMPARE(plain.out(), QByteArray("d\\xE9j\\xE0 vu\n\\xE9t\\xE9\n"));
    QCOMPARE(plain.problems().count(u"UTF-8"), 1);
}

void TestPlainSockets::aCharacterCutAnywhereIsShownWhole()
{
    const QByteArray text = "é☕👩‍💻\r\n";
    OtherSide server({ u"dribble"_s, hex(text), u"5"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()) }), int(ExitDone));
    QCOMPARE(plain.out(), QByteArray("é☕👩‍💻\n"));
    QCOMPARE(plain.problems(), QString());
}

void TestPlainSockets::aSlowSenderIsWaitedFor()
{
    // Each pause is shorter than the limit, all together are longer.
    OtherSide server({ u"dribble"_s, hex("lent"), u"400"_s });
    Plain plain;
    QCOMPARE(
        plain.run({ u"--plain"_s, tcp(server.port()), u"--send"_s, u"x"_s, u"--timeout"_s, u"1"_s }), int(ExitDone));
    QCOMPARE(plain.out(), QByteArray("lent"));
}

void TestPlainSockets::hexShowsBytes()
{
    OtherSide server({ u"answer_at_end"_s, hex("Bonjour client !\xe9\n") });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--hex"_s }), int(ExitDone));
    QCOMPARE(plain.out(),
        QByteArray("00000000  42 6f 6e 6a 6f 75 72 20  63 6c 69 65 6e 74 20 21  |Bonjour client !|\n"
                   "00000010  e9 0a                                             |..|\n"));
}

void TestPlainSockets::framesAreAnswered()
{
    OtherSide server({ u"transfer"_s });
    Plain plain;
    QElapsedTimer time;
    time.start();
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--frame"_s, u"--raw"_s, u"--send"_s, u"été"_s }),
        int(ExitDone));
    const QByteArray digest = QCryptographicHash::hash("été", QCryptographicHash::Sha256);
    QCOMPARE(server.got(), QByteArrayList{ digest });
    QCOMPARE(plain.out(), digest);
    QVERIFY(time.elapsed() < 10'000); // one frame is the answer; its end is not waited for
}

void TestPlainSockets::aFileIsSentAsOneFrame()
{
    const QByteArray file = randomBytes(3'000'000);
    OtherSide server({ u"transfer"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--frame"_s, u"--raw"_s, u"--send"_s, u"-"_s }, file),
        int(ExitDone));
    QCOMPARE(plain.out(), QCryptographicHash::hash(file, QCryptographicHash::Sha256));
}

void TestPlainSockets::linesOfAPipeAreFrames()
{
    OtherSide server({ u"frames"_s, u"un"_s, u""_s, u"deux\n"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--frame"_s }, "é\r\n\nno end"), int(ExitDone));
    QCOMPARE(server.got(), QByteArrayList{ framed("é") + framed("") + framed("no end") });
    QCOMPARE(plain.out(), QByteArray("un\n\ndeux\n"));
}

void TestPlainSockets::hugeFramesAreRefused()
{
    OtherSide server({ u"raw_answer"_s, u"ffffffff00"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--frame"_s, u"--send"_s, u"x"_s }), int(ExitNotConfirmed));
    QCOMPARE(plain.problems(),
        u"The other side announces a frame of 4,294,967,295 bytes; more than 67,108,864 are not taken."_s);
}

void TestPlainSockets::framesCutShortAreSaid_data()
{
    QTest::addColumn<QString>("start");
    QTest::newRow("within the length") << u"0000"_s;
    QTest::newRow("before the first byte") << u"0000000a"_s;
    QTest::newRow("within the bytes") << u"0000000a616263"_s;
}

void TestPlainSockets::framesCutShortAreSaid()
{
    QFETCH(QString, start);
    OtherSide server({ u"broken_frame"_s, start });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--frame"_s, u"--send"_s, u"x"_s }), int(ExitNotConfirmed));
    QCOMPARE(plain.problems(), u"The other side has ended in the middle of a frame."_s);
    QCOMPARE(plain.out(), QByteArray());
}

void TestPlainSockets::unixSocketsWork()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"élève.sock"_s);
    OtherSide server({ u"unix_echo"_s, path });
    QVERIFY(server.said("PORT"));
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, u"unix:"_s + path, u"--send"_s, u"salut"_s }), int(ExitDone));
    QCOMPARE(server.got(), QByteArrayList{ "salut" });
    QCOMPARE(plain.out(), QByteArray("SALUT"));

    Plain late(u"fr"_s);
    QCOMPARE(late.run({ u"--plain"_s, u"unix:"_s + path }), int(ExitNotConnected));
    QCOMPARE(late.problems(), u"Personne n’écoute sur unix:%1."_s.arg(path));
}

void TestPlainSockets::datagramsAreAnswered()
{
    OtherSide server({ u"udp_server"_s, hex("i am the server") });
    Plain plain;
    QElapsedTimer time;
    time.start();
    QCOMPARE(plain.run({ u"--plain"_s, udp(server.port()), u"--send"_s, u"hé"_s }), int(ExitDone));
    QVERIFY(time.elapsed() < 10'000);
    QCOMPARE(server.got(), QByteArrayList{ "hé" });
    QCOMPARE(plain.out(), QByteArray("i am the server\n"));
}

void TestPlainSockets::theRightAddressOfANameIsFound()
{
    // The name may lead to ::1 first, where nobody listens.
    OtherSide server({ u"udp_server"_s, hex("ici") });
    Plain plain;
    QCOMPARE(
        plain.run({ u"--plain"_s, u"udp://localhost:%1"_s.arg(server.port()), u"--send"_s, u"x"_s }), int(ExitDone));
    QCOMPARE(plain.out(), QByteArray("ici\n"));
    OtherSide stream({ u"presence"_s });
    Plain byName;
    QCOMPARE(byName.run({ u"--plain"_s, u"localhost:%1"_s.arg(stream.port()), u"--send"_s, u"x"_s }), int(ExitDone));
    OtherSide empty({ u"presence"_s });
    Plain here;
    QCOMPARE(here.run({ u"--plain"_s, u"tcp://:%1"_s.arg(empty.port()), u"--send"_s, u"x"_s }), int(ExitDone));
}

void TestPlainSockets::linesOfAPipeAreDatagrams()
{
    OtherSide server({ u"udp_server"_s, hex("un"), hex("deux") });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, udp(server.port()) }, "a\nb\r\nc"), int(ExitDone));
    QCOMPARE(server.got(3), (QByteArrayList{ "a", "b", "c" }));
    QCOMPARE(plain.out(), QByteArray("un\ndeux\n"));
}

void TestPlainSockets::datagramsAreReceivedAndAnswered()
{
    Plain plain;
    plain.start({ u"--listen"_s, u"udp://127.0.0.1:0"_s, u"--send"_s, u"i am the server"_s });
    const quint16 port = plain.waitsOn();
    QVERIFY(port != 0);
    OtherSide client({ u"udp_client"_s, QString::number(port), hex("qui ?") });
    QCOMPARE(client.got(), QByteArrayList{ "i am the server" });
    QCOMPARE(plain.waitForEnd(), int(ExitDone));
    const QByteArray shown = plain.out();
    QVERIFY2(shown.startsWith("127.0.0.1:") && shown.endsWith(": qui ?\n"), shown);
}

void TestPlainSockets::aDatagramToNobodyIsSaid()
{
    QUdpSocket taken;
    QVERIFY(taken.bind(QHostAddress::LocalHost));
    const quint16 port = taken.localPort();
    taken.close();
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, udp(port), u"--send"_s, u"x"_s }), int(ExitNotConnected));
    QCOMPARE(plain.problems(), u"Nobody listens on udp://127.0.0.1:%1."_s.arg(port));
}

void TestPlainSockets::tooLargeADatagramIsSaid()
{
    OtherSide server({ u"udp_server"_s });
    Plain plain;
    QCOMPARE(
        plain.run({ u"--plain"_s, udp(server.port()), u"--send"_s, u"-"_s }, QByteArray(65'508, 'x')), int(ExitUsage));
    QCOMPARE(plain.problems(), u"One message here holds at most 65,507 bytes."_s);
    Plain largest;
    QCOMPARE(largest.run({ u"--plain"_s, udp(server.port()) }, QByteArray(65'507, 'x')), int(ExitDone));
    QCOMPARE(server.got().constFirst().size(), 65'507);
}

void TestPlainSockets::listeningAnswersWhoHasSaidAll()
{
    Plain plain;
    plain.start({ u"--listen"_s, u"127.0.0.1:0"_s });
    OtherSide client({ u"connect"_s, QString::number(plain.waitsOn()), hex("bonjour\n") });
    QVERIFY(plain.shows("bonjour\n"));
    QVERIFY(plain.isRunning()); // its own direction is open
    plain.write("bonsoir");
    plain.endInput();
    QCOMPARE(client.got(), QByteArrayList{ "bonsoir" });
    QCOMPARE(plain.waitForEnd(), int(ExitDone));
}

void TestPlainSockets::listeningGivesItsPortUpAfterOne()
{
    const quint16 port = freePort();
    Plain first;
    first.start({ u"--listen"_s, QString::number(port) });
    QCOMPARE(first.waitsOn(), port);
    OtherSide client({ u"connect"_s, QString::number(port), hex("x") });
    QVERIFY(first.shows("x"));
    Plain second;
    QCOMPARE(second.run({ u"--plain"_s, tcp(port), u"--send"_s, u"y"_s }), int(ExitNotConnected));
    first.endInput();
    QCOMPARE(first.waitForEnd(), int(ExitDone));
}

void TestPlainSockets::peerConnectsToWhoWaits()
{
    const quint16 port = freePort();
    OtherSide student({ u"peer"_s, QString::number(port), hex("je suis là") });
    QCOMPARE(student.port(), port);
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, u"--peer"_s, u"127.0.0.1:%1"_s.arg(port), u"--send"_s, u"moi aussi"_s }),
        int(ExitDone));
    QCOMPARE(student.got(), QByteArrayList{ "moi aussi" });
    QCOMPARE(plain.out(), QByteArray("je suis là"));
}

void TestPlainSockets::peerWaitsForWhoComes()
{
    const quint16 port = freePort();
    Plain plain;
    plain.start({ u"--plain"_s, u"--peer"_s, u"localhost:%1"_s.arg(port), u"--send"_s, u"moi aussi"_s });
    QCOMPARE(plain.waitsOn(), port);
    OtherSide student({ u"peer"_s, QString::number(port), hex("je suis là") });
    QVERIFY(student.said("CONNECTED"));
    QCOMPARE(student.got(), QByteArrayList{ "moi aussi" });
    QCOMPARE(plain.waitForEnd(), int(ExitDone));
    QCOMPARE(plain.out(), QByteArray("je suis là"));
}

void TestPlainSockets::twoAtOnceSettle()
{
    for (int round = 0; round < 10; ++round) {
        const QStringList arguments{ u"--plain"_s, u"--peer"_s, u"127.0.0.1:%1"_s.arg(freePort()), u"--timeout"_s,
            u"10"_s, u"--send"_s };
        Plain one;
        Plain two;
        one.start(arguments + QStringList{ u"un"_s });
        two.start(arguments + QStringList{ u"deux"_s });
        QCOMPARE(one.waitForEnd(), int(ExitDone));
        QCOMPARE(two.waitForEnd(), int(ExitDone));
        QCOMPARE(one.out(), QByteArray("deux"));
        QCOMPARE(two.out(), QByteArray("un"));
    }
}

void TestPlainSockets::refusedConnectionsAreSaid_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::newRow("en") << u"en"_s << u"Nobody listens on tcp://127.0.0.1:%1."_s;
    QTest::newRow("fr") << u"fr"_s << u"Personne n’écoute sur tcp://127.0.0.1:%1."_s;
}

void TestPlainSockets::refusedConnectionsAreSaid()
{
    QFETCH(QString, language);
    QFETCH(QString, words);
    const quint16 port = freePort();
    Plain plain(language);
    QCOMPARE(plain.run({ u"--plain"_s, tcp(port), u"--send"_s, u"x"_s }), int(ExitNotConnected));
    QCOMPARE(plain.problems(), words.arg(port));
    QCOMPARE(plain.out(), QByteArray());
}

void TestPlainSockets::silentServersAreLeftInTime()
{
    OtherSide server({ u"hold"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--send"_s, u"x"_s, u"--timeout"_s, u"1"_s }),
        int(ExitNotConfirmed));
    QCOMPARE(plain.problems(), u"No answer came in time."_s);
    // It does not read what a pipe gives.
    OtherSide deaf({ u"hold"_s });
    Plain pipe(u"fr"_s);
    QCOMPARE(pipe.run({ u"--plain"_s, tcp(deaf.port()), u"--send"_s, u"-"_s, u"--timeout"_s, u"1"_s },
                 QByteArray(20'000'000, 'x')),
        int(ExitNotConfirmed));
    QCOMPARE(pipe.problems(), u"L’autre côté n’a pas tout pris à temps."_s);
    // A datagram that nobody answers.
    OtherSide listener({ u"udp_server"_s });
    Plain datagram;
    QCOMPARE(datagram.run({ u"--plain"_s, udp(listener.port()), u"--send"_s, u"x"_s, u"--timeout"_s, u"1"_s }),
        int(ExitNotConfirmed));
}

void TestPlainSockets::abruptEndsAreSaid()
{
    OtherSide server({ u"cut"_s });
    Plain plain;
    QCOMPARE(plain.run({ u"--plain"_s, tcp(server.port()), u"--send"_s, u"x"_s }), int(ExitNotConfirmed));
    QCOMPARE(plain.problems(), u"The other side has cut the connection."_s);
    // In the middle of a pipe that goes on.
    OtherSide cutting({ u"cut"_s });
    Plain pipe;
    pipe.start({ u"--plain"_s, tcp(cutting.port()) });
    pipe.write(randomBytes(1'000'000));
    QCOMPARE(pipe.waitForEnd(), int(ExitNotConfirmed));
    // Orderly, but without an answer.
    OtherSide mute({ u"answer_at_end"_s, u""_s });
    Plain asking;
    QCOMPARE(asking.run({ u"--plain"_s, tcp(mute.port()), u"--send"_s, u"x"_s }), int(ExitNotConfirmed));
    QCOMPARE(asking.problems(), u"The other side has ended without an answer."_s);
}

void TestPlainSockets::portsInUseAreSaid()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Plain plain;
    QCOMPARE(plain.run({ u"--listen"_s, u"127.0.0.1:%1"_s.arg(server.serverPort()) }), int(ExitLocalProblem));
    QCOMPARE(plain.problems(), u"Another program uses tcp://127.0.0.1:%1 already."_s.arg(server.serverPort()));
    QUdpSocket socket;
    QVERIFY(socket.bind(QHostAddress::LocalHost));
    Plain datagrams;
    QCOMPARE(datagrams.run({ u"--listen"_s, udp(socket.localPort()) }), int(ExitLocalProblem));
}

void TestPlainSockets::waitingHasAnEndIfWanted()
{
    for (const QString &address : { u"127.0.0.1:0"_s, u"udp://127.0.0.1:0"_s }) {
        Plain plain;
        QCOMPARE(plain.run({ u"--listen"_s, address, u"--timeout"_s, u"1"_s }), int(ExitNotConnected));
        QVERIFY(plain.problems().endsWith(u"Nobody came in time."_s));
    }
}

void TestPlainSockets::mistakesAreSaidInOneLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto plain = [](const QString &address) {
        return QStringList{ u"--plain"_s, address };
    };
    QTest::newRow("no address") << QStringList{ u"--plain"_s } << u"--plain needs one address"_s;
    QTest::newRow("two") << QStringList{ u"--plain"_s, u"a:1"_s, u"--listen"_s, u"2"_s } << u"one address"_s;
    QTest::newRow("no port") << plain(u"localhost"_s) << u"has no port"_s;
    QTest::newRow("port 0") << plain(u"localhost:0"_s) << u"has no port"_s;
    QTest::newRow("large port") << plain(u"localhost:65536"_s) << u"is not an address"_s;
    QTest::newRow("scheme") << plain(u"http://localhost:80"_s) << u"is not an address"_s;
    QTest::newRow("IPv6") << plain(u"tcp://::1:9000"_s) << u"has no port"_s;
    QTest::newRow("service") << plain(u"localhost:nosuchservice"_s) << u"no service called “nosuchservice”"_s;
    QTest::newRow("service of TCP alone") << plain(u"udp://localhost:finger"_s) << u"no service called “finger”"_s;
    QTest::newRow("broadcast by TCP") << plain(u"tcp://<broadcast>:9000"_s) << u"<broadcast>"_s;
    QTest::newRow("peer by UDP") << QStringList{ u"--plain"_s, u"--peer"_s, u"udp://localhost:9000"_s } << u"--peer"_s;
    QTest::newRow("frame by UDP") << plain(u"udp://localhost:9000"_s) + QStringList{ u"--frame"_s } << u"--frame"_s;
    QTest::newRow("hex and raw") << plain(u"localhost:9000"_s) + QStringList{ u"--hex"_s, u"--raw"_s } << u"--hex"_s;
    QTest::newRow("two texts") << plain(u"localhost:9000"_s) + QStringList{ u"--send"_s, u"a"_s, u"--send"_s, u"b"_s }
                               << u"one --send"_s;
    QTest::newRow("line end") << plain(u"localhost:9000"_s) + QStringList{ u"--line-end"_s, u"cr"_s }
                              << u"--line-end"_s;
    QTest::newRow("hex alone") << QStringList{ u"--hex"_s } << u"belong to --plain"_s;
    QTest::newRow("control characters") << plain(u"\033[2J"_s) << u"␛[2J"_s;
    QTest::newRow("host") << plain(u"nobody.invalid:9000"_s) << u"no machine of that name"_s;
}

void TestPlainSockets::mistakesAreSaidInOneLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    Plain plain;
    const int code = plain.run(arguments);
    QVERIFY(code == (QByteArray(QTest::currentDataTag()) == "host" ? ExitNotConnected : ExitUsage));
    QVERIFY2(plain.problems().contains(words), qUtf8Printable(plain.problems()));
    QVERIFY(!plain.problems().contains(u'\n'));
    QVERIFY(plain.out().isEmpty());
    Plain french(u"fr"_s);
    QCOMPARE(french.run(arguments), code);
    QVERIFY(french.problems() != plain.problems());
    QVERIFY(!french.problems().contains(u'\n'));
}

#ifdef Q_OS_UNIX

void TestPlainSockets::whatComesLeavesTheTypedLineAlone()
{
    OtherSide server({ u"converse"_s });
    Terminal terminal;
    Plain plain;
    plain.useTerminal(terminal);
    plain.start({ u"--plain"_s, tcp(server.port()) });
    QVERIFY(plain.saysProblem(u"Connected with"_s));
    QByteArray screen;
    const auto shows = [&](const QByteArray &text) {
        return waitUntil([&] { return (screen += terminal.readScreen()).contains(text); });
    };
    QVERIFY(terminal.type("bon"));
    QVERIFY(shows("bon"));
    server.say("\n>>une ligne\nsans fin");
    QVERIFY(shows("une ligne"));
    QVERIFY(shows("sans fin")); // after a short silence
    QVERIFY(terminal.type("jour\xc3\xa9\x7f!\r"));
    QVERIFY(server.heard("bonjour!\n"));
    QVERIFY(shows("> bonjour!"));
    server.say("\033[31mrouge\n");
    QVERIFY(shows("␛[31mrouge"));
    QVERIFY(terminal.type("\x04"));
    QVERIFY(server.said("END"));
    QVERIFY(plain.saysProblem(u"You have said all"_s));
}

void TestPlainSockets::whoHasHeardAllMayStillSpeak()
{
    Terminal terminal;
    Plain plain;
    plain.useTerminal(terminal);
    plain.start({ u"--listen"_s, u"127.0.0.1:0"_s });
    OtherSide client({ u"connect"_s, QString::number(plain.waitsOn()), hex("une question") });
    QVERIFY(plain.saysProblem(u"has said all"_s));
    QVERIFY(terminal.type("une réponse\r\x04"));
    QCOMPARE(client.got(), QByteArrayList{ "une réponse\n" });
    QCOMPARE(plain.waitForEnd(), int(ExitDone));
}

void TestPlainSockets::lineEndsAreAsWanted_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lf") << u"lf"_s << QByteArray("fini\n");
    QTest::newRow("crlf") << u"crlf"_s << QByteArray("fini\r\n");
    QTest::newRow("none") << u"none"_s << QByteArray("fini");
}

void TestPlainSockets::lineEndsAreAsWanted()
{
    QFETCH(QString, end);
    QFETCH(QByteArray, bytes);
    OtherSide server({ u"presence"_s });
    Terminal terminal;
    Plain plain;
    plain.useTerminal(terminal);
    plain.start({ u"--plain"_s, tcp(server.port()), u"--line-end"_s, end });
    QVERIFY(plain.saysProblem(u"Connected with"_s));
    QVERIFY(terminal.type("fini\r"));
    QCOMPARE(server.got(), QByteArrayList{ bytes });
    // The server closes; so does the conversation.
    QCOMPARE(plain.waitForEnd(), int(ExitDone));
    QVERIFY(plain.saysProblem(u"The other side has closed the connection."_s));
    QVERIFY(terminal.readScreen().contains("Présent !"));
}

void TestPlainSockets::aTerminalIsSparedRawBytes()
{
    Terminal terminal;
    Plain plain;
    plain.useTerminal(terminal);
    plain.start({ u"--plain"_s, u"localhost:9"_s, u"--raw"_s });
    QCOMPARE(plain.waitForEnd(), int(ExitUsage));
    QVERIFY(plain.problems().contains(u"--raw"_s));
}

#endif

QTEST_GUILESS_MAIN(TestPlainSockets)
#include "tst_plain_sockets.moc"
