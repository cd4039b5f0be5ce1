// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

const QStringList exercises{ u"presence"_s, u"hello"_s, u"dialogue"_s, u"udp"_s, u"netcat"_s, u"multichat"_s,
    u"transfer"_s };

QStringList classroomArguments()
{
    QStringList arguments{ u"--classroom"_s };
    for (const QString &name : exercises)
        arguments << u"--classroom-port"_s << name + u"=0"_s;
    return arguments;
}

QString portOf(const ServerProcess &server, const QString &name)
{
    for (const QString &gateway : server.ready("gateway")) {
        if (gateway.startsWith(name + u'@'))
            return gateway.section(u':', -1);
    }
    return {};
}

QStringList portsOf(const ServerProcess &server)
{
    QStringList ports;
    for (const QString &name : exercises)
        ports.append(name + u'=' + portOf(server, name));
    return ports;
}

/// A Python program and what it prints.
class Python
{
public:
    explicit Python(const QStringList &arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PYTHONIOENCODING"_s, u"utf-8"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(SALON_PYTHON), QStringList{ u"-B"_s } + arguments);
    }
    ~Python()
    {
        if (isRunning()) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(Python)

    void type(const QByteArray &line) { m_process.write(line + '\n'); }
    void endInput() { m_process.closeWriteChannel(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    QByteArray shown() { return m_shown += m_process.readAllStandardOutput(); }
    bool shows(const QByteArray &text)
    {
        return waitUntil([&] { return shown().contains(text); });
    }
    bool endsWell(int ms = 15'000)
    {
        const bool ended = waitUntil([this] { return !isRunning(); }, ms);
        if (!ended || m_process.exitCode() != 0)
            qWarning("%s\n%s", shown().constData(), m_process.readAllStandardError().constData());
        return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    /// The next whole line that was not taken yet; empty when there is none.
    QByteArray takeLine()
    {
        const qsizetype end = shown().indexOf('\n', m_taken);
        if (end < 0)
            return {};
        const QByteArray line = m_shown.mid(m_taken, end - m_taken);
        m_taken = end + 1;
        return line;
    }

private:
    QProcess m_process;
    QByteArray m_shown;
    qsizetype m_taken = 0;
};

const QString checks = QStringLiteral(SALON_SOURCE_DIR "/tests/integration/classroom/exercise_checks.py");
const QString abruptEnds = QStringLiteral(SALON_SOURCE_DIR "/tests/integration/classroom/abrupt_ends.py");

QString example(const QString &name)
{
    return QStringLiteral(SALON_SOURCE_DIR "/docs/examples/classroom/") + name + u".py"_s;
}

/// The server's owner at the desktop client, who watches the classroom's room.
class Teacher
{
public:
    bool join(const ServerProcess &server)
    {
        if (!m_client.join(server.link(), u"marie"_s, server.ownerCode()))
            return false;
        // Its owner is put into the classroom's room, which may be there before or after it looks.
        return waitUntil([this] {
            const auto list = m_client.ask<RoomList>(ListRooms{});
            for (const auto &room : list ? list->rooms : decltype(list->rooms)()) {
                if (room.id != m_client.firstRoom() && m_client.readAll(room.id)) {
                    m_room = room.id;
                    m_name = room.name;
                }
            }
            return m_room.isValid();
        });
    }
    bool say(const QString &text) { return m_client.send(m_room, text).has_value(); }
    QString roomName() const { return m_name; }
    QList<RoomEvent> events() { return m_client.readAll(m_room).value_or(QList<RoomEvent>()); }
    QStringList texts()
    {
        QStringList texts;
        for (const RoomEvent &event : events()) {
            if (event.kind == EventKind::Message)
                texts.append(event.text);
        }
        return texts;
    }

private:
    TestClient m_client;
    RoomId m_room{};
    QString m_name;
};

} // namespace

/// The classroom of the real server, with students' programs in Python (docs/CLASSROOM.md).
class TestClassroom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void studentsProgramsGetTheExactBytes_data();
    void studentsProgramsGetTheExactBytes();
    void aClassOnOneMachineStaysWithinTheLimits();
    void theOperatorEndsAConnection();
    void whoIsGoneDoesNotGoOnTalking();
    void theRoomShowsWhatHappens();
    void theConsoleShowsWhatHappens_data();
    void theConsoleShowsWhatHappens();
    void theConsoleAnswersAndLists();
    void recordsHoldNoTexts();
    void theRoomIsFoundAgain();
    void textAccessAndClassroomLiveTogether();
    void withoutTheOptionThereIsNone();
    void theFileConfiguresIt();
    void wrongPortsAreRefused_data();
    void wrongPortsAreRefused();
    void aPortInUseIsOneClearLine_data();
    void aPortInUseIsOneClearLine();
    void beyondThisMachineThereIsAWarning();
    void stoppingEndsEverybody();
    void examplesTalkToTheClassroom();
    void examplesTalkToEachOther();
    void exampleServersSurviveAbruptEnds_data();
    void exampleServersSurviveAbruptEnds();
};

void TestClassroom::studentsProgramsGetTheExactBytes_data()
{
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("language");
    Python list({ checks, u"list"_s });
    QVERIFY(list.endsWell());
    for (QByteArray check = list.takeLine(); !check.isEmpty(); check = list.takeLine()) {
        QTest::addRow("%s", check.constData()) << QString::fromLatin1(check) << u"en"_s;
        if (check == "everything" || check == "dialogue" || check == "udp" || check == "netcat")
            QTest::addRow("%s in French", check.constData()) << QString::fromLatin1(check) << u"fr"_s;
    }
}

void TestClassroom::studentsProgramsGetTheExactBytes()
{
    QFETCH(QString, check);
    QFETCH(QString, language);
    ServerProcess server;
    server.makeLenient();
    server.language = language;
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Teacher teacher;
    QVERIFY(teacher.join(server));
    Python program(QStringList{ checks, check } + portsOf(server));
    const auto obey = [&] {
        for (QByteArray line = program.takeLine(); !line.isEmpty(); line = program.takeLine()) {
            const QByteArray what = line.mid(line.indexOf(' ') + 1);
            if (line.startsWith("console "))
                server.command(what);
            else if (line.startsWith("teacher "))
                teacher.say(QString::fromUtf8(what));
        }
        return !program.isRunning();
    };
    QVERIFY(waitUntil(obey, 90'000));
    QVERIFY2(program.endsWell(), server.output().right(3000).constData());
    QVERIFY(server.stop());
}

void TestClassroom::aClassOnOneMachineStaysWithinTheLimits()
{
    ServerProcess server; // with its own limits
    server.environment.insert(u"SALON_REGISTRATION"_s, u"open"_s);
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Python program(QStringList{ checks, u"multichat_crowd"_s } + portsOf(server));
    QVERIFY(waitUntil([&] { return !program.isRunning(); }, 90'000));
    QVERIFY2(program.endsWell(), server.output().right(3000).constData());
    QVERIFY(!server.output().contains("left out"));
    QVERIFY(server.stop());
}

void TestClassroom::theOperatorEndsAConnection()
{
    ServerProcess server;
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    QTcpSocket student;
    student.connectToHost(u"127.0.0.1"_s, portOf(server, u"multichat"_s).toUShort());
    QTRY_COMPARE(student.bytesAvailable(), 1); // its number, which it has before the room gives it a name
    const QByteArray address = "127.0.0.1:" + QByteArray::number(student.localPort());
    server.command("/end nobody");
    QVERIFY(server.waitForOutput("There is no guest"));
    server.command("/end 1");
    QVERIFY(server.waitForOutput(" was ended."));
    QVERIFY2(server.output().contains("The connection of guest-1 was ended.")
            || server.output().contains("The connection of " + address + " was ended."),
        server.output());
    QTRY_COMPARE(student.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(server.waitForOutput("(multichat) by the operator"));
    QVERIFY(server.stop());
}

void TestClassroom::whoIsGoneDoesNotGoOnTalking()
{
    ServerProcess server;
    server.makeLenient(); // for the teacher, who looks often
    server.environment.insert(u"SALON_LIMITS_MESSAGE_BURST"_s, u"20"_s);
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Teacher teacher;
    QVERIFY(teacher.join(server));
    {
        QTcpSocket student;
        student.connectToHost(u"127.0.0.1"_s, portOf(server, u"netcat"_s).toUShort());
        QTRY_COMPARE(student.state(), QAbstractSocket::ConnectedState);
        student.write(QByteArray("y\n").repeated(20'000));
        QTRY_COMPARE(student.bytesToWrite(), 0);
    }
    QVERIFY(waitUntil([&] { return server.output().contains(" ended (netcat)"); }, 25'000));
    QVERIFY(waitUntil([&] {
        const QList<RoomEvent> events = teacher.events();
        return !events.isEmpty() && events.last().kind == EventKind::GuestLeft;
    }));
    const auto lines = teacher.texts().count(u"y"_s);
    QVERIFY2(lines >= 20 && lines <= 60, qPrintable(QString::number(lines)));
    QVERIFY(server.output().contains("too fast, "));
    QVERIFY(server.stop());
}

void TestClassroom::theRoomShowsWhatHappens()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Teacher teacher;
    QVERIFY(teacher.join(server));
    QCOMPARE(teacher.roomName(), u"Classroom"_s);
    Python client({ example(u"hello_client"_s), u"127.0.0.1"_s, portOf(server, u"hello"_s) });
    QVERIFY(client.endsWell());
    QTRY_VERIFY(!teacher.events().isEmpty() && teacher.events().last().kind == EventKind::GuestLeft);
    const QList<RoomEvent> events = teacher.events().last(3);
    const RoomEvent &arrived = events.at(0);
    QCOMPARE(arrived.kind, EventKind::GuestArrived);
    QCOMPARE(arrived.alias, u"guest-1"_s);
    QCOMPARE(arrived.params.value(0), u"hello"_s);
    QVERIFY(arrived.params.value(1).startsWith("127.0.0.1:"_L1));
    QCOMPARE(events.at(1).text, u"Bonjour serveur !"_s);
    QCOMPARE(events.at(1).alias, u"guest-1"_s);
    QCOMPARE(events.at(2).params, arrived.params);
    Python udp({ example(u"udp_client"_s), u"127.0.0.1"_s, portOf(server, u"udp"_s), u"qui est là ?"_s });
    QVERIFY(udp.endsWell());
    QTRY_VERIFY(teacher.texts().last().contains(u": qui est là ?"_s));
    QVERIFY(teacher.texts().last().contains(u"127.0.0.1:"_s));
    Python transfer({ example(u"transfer_client"_s), checks, u"127.0.0.1"_s, portOf(server, u"transfer"_s) });
    QVERIFY(transfer.endsWell());
    const auto hasData = [&] {
        for (const RoomEvent &event : teacher.events()) {
            if (event.kind == EventKind::DataReceived)
                return event.params.value(0) == u"transfer"_s
                    && transfer.shown().contains(event.params.value(2).toLatin1());
        }
        return false;
    };
    QTRY_VERIFY(hasData());
    QVERIFY(server.stop());
}

void TestClassroom::theConsoleShowsWhatHappens_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QByteArray>("ended");
    QTest::newRow("English") << u"en"_s << QByteArray("Connection received from 127.0.0.1:")
                             << QByteArray(": Bonjour serveur !") << QByteArray("Connection from 127.0.0.1:");
    QTest::newRow("French") << u"fr"_s << QByteArray("Connexion reçue de 127.0.0.1:")
                            << QByteArray(" : Bonjour serveur !") << QByteArray("Fin de la connexion de 127.0.0.1:");
}

void TestClassroom::theConsoleShowsWhatHappens()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, received);
    QFETCH(QByteArray, shown);
    QFETCH(QByteArray, ended);
    ServerProcess server;
    server.language = language;
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Python client({ example(u"hello_client"_s), u"127.0.0.1"_s, portOf(server, u"hello"_s) });
    QVERIFY(client.endsWell());
    QCOMPARE(client.shown(), QByteArray("Bonjour client !\n"));
    QVERIFY(server.waitForOutput(received));
    QVERIFY(server.waitForOutput(QString::fromUtf8(shown).replace(u" :"_s, u"\u00a0:"_s).toUtf8()));
    QVERIFY(server.waitForOutput(ended));
    QVERIFY(server.stop());
}

void TestClassroom::theConsoleAnswersAndLists()
{
    ServerProcess server;
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    server.command("/dialogue anybody?");
    QVERIFY(server.waitForOutput("Nobody is connected to the dialogue."));
    server.command("/classroom");
    QVERIFY(server.waitForOutput("  dialogue: TCP, 127.0.0.1:" + portOf(server, u"dialogue"_s).toLatin1()));
    QVERIFY(server.waitForOutput("  udp: UDP, 127.0.0.1:" + portOf(server, u"udp"_s).toLatin1()));
    QVERIFY(server.stop());
}

void TestClassroom::recordsHoldNoTexts()
{
    ServerProcess server;
    server.arguments = classroomArguments() + QStringList{ u"--log-format"_s, u"json"_s };
    QVERIFY(server.start());
    Python client({ example(u"presence_client"_s), u"127.0.0.1"_s, portOf(server, u"presence"_s), u"confidence"_s });
    QVERIFY(client.endsWell());
    QVERIFY(server.waitForOutput("Connection from 127.0.0.1:"));
    QVERIFY(server.waitForOutput(": confidence")); // two streams, each in its own time
    QVERIFY(server.standardOutput().contains(": confidence"));
    QVERIFY(server.standardError().contains("Connection received from"));
    QVERIFY(!server.standardError().contains("confidence"));
    QVERIFY(server.stop());
}

void TestClassroom::theRoomIsFoundAgain()
{
    ServerProcess server;
    server.language = u"fr"_s;
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Teacher teacher;
    QVERIFY(teacher.join(server));
    QCOMPARE(teacher.roomName(), u"Salle de classe"_s);
    QVERIFY(server.stop());
    server.language = u"en"_s;
    QVERIFY(server.start());
    QVERIFY(server.waitForOutput("The classroom is shown in the room “Salle de classe”")); // not a second one
    QVERIFY(server.stop());
}

void TestClassroom::textAccessAndClassroomLiveTogether()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = classroomArguments() + QStringList{ u"--text"_s, u"0"_s };
    QVERIFY(server.start());
    QVERIFY(!portOf(server, u"text"_s).isEmpty());
    Teacher teacher;
    QVERIFY(teacher.join(server));
    Python everything(QStringList{ checks, u"everything"_s } + portsOf(server));
    QVERIFY(everything.endsWell());
    QVERIFY(teacher.texts().contains(u"toujours"_s));
    QVERIFY(server.stop());
}

void TestClassroom::withoutTheOptionThereIsNone()
{
    ServerProcess server;
    QVERIFY(server.start());
    QVERIFY(server.ready("gateway").isEmpty());
    server.command("/classroom");
    QVERIFY(server.waitForOutput("There is no classroom"));
    QVERIFY(server.stop());
}

void TestClassroom::theFileConfiguresIt()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("[listener.classroom]\nenabled = true\naddress = \"localhost\"\n"
               "ports = [\"presence=0\", \"hello=0\", \"dialogue=0\", \"udp=0\", \"netcat=0\", \"transfer=0\"]\n");
    file.close();
    ServerProcess server;
    server.arguments = { u"--config"_s, file.fileName(), u"--classroom-port=multichat=0"_s };
    QVERIFY(server.start());
    QCOMPARE(server.ready("gateway").size(), exercises.size());
    QVERIFY(!server.output().contains("WARNING"));
    QVERIFY(server.stop());
}

void TestClassroom::wrongPortsAreRefused_data()
{
    QTest::addColumn<QString>("port");
    QTest::newRow("no exercise") << u"karaoke=9000"_s;
    QTest::newRow("no port") << u"multichat"_s;
    QTest::newRow("no number") << u"multichat=many"_s;
    QTest::newRow("too large") << u"multichat=65536"_s;
    QTest::newRow("negative") << u"multichat=-1"_s;
}

void TestClassroom::wrongPortsAreRefused()
{
    QFETCH(QString, port);
    ServerProcess server;
    server.arguments = classroomArguments() + QStringList{ u"--classroom-port"_s, port };
    QCOMPARE(server.runToEnd(), 2);
    QCOMPARE(server.standardError().count('\n'), 1);
    QVERIFY2(server.standardError().contains(port.toUtf8()), server.output().constData());
}

void TestClassroom::aPortInUseIsOneClearLine_data()
{
    QTest::addColumn<QString>("exercise");
    QTest::newRow("first") << u"presence"_s;
    QTest::newRow("UDP") << u"udp"_s;
    QTest::newRow("last") << u"transfer"_s;
}

void TestClassroom::aPortInUseIsOneClearLine()
{
    QFETCH(QString, exercise);
    ServerProcess first;
    first.arguments = classroomArguments();
    QVERIFY(first.start());
    ServerProcess second;
    second.arguments
        = classroomArguments() + QStringList{ u"--classroom-port"_s, exercise + u'=' + portOf(first, exercise) };
    QCOMPARE(second.runToEnd(), 3);
    const QByteArray said = second.standardError();
    QCOMPARE(said.count('\n'), 1);
    QVERIFY2(said.contains("127.0.0.1:" + portOf(first, exercise).toLatin1() + " is already in use"), said.constData());
    QVERIFY2(said.contains("--classroom-port " + exercise.toLatin1() + '='), said.constData());
    QVERIFY(first.stop());
}

void TestClassroom::beyondThisMachineThereIsAWarning()
{
    ServerProcess server;
    server.arguments = classroomArguments() + QStringList{ u"--classroom-address"_s, u"*"_s };
    QVERIFY(server.start());
    QVERIFY(server.waitForOutput("WARNING: the classroom listens on *:"));
    Python everything(QStringList{ checks, u"everything"_s } + portsOf(server));
    QVERIFY(everything.endsWell());
    Python udp(QStringList{ checks, u"udp"_s } + portsOf(server));
    QVERIFY(udp.endsWell());
    QVERIFY(server.waitForOutput("Connection received from 127.0.0.1:")); // not ::ffff:127.0.0.1
    QVERIFY(server.stop());
    ServerProcess unknown;
    unknown.arguments = classroomArguments() + QStringList{ u"--classroom-address"_s, u"nowhere.invalid"_s };
    QCOMPARE(unknown.runToEnd(), 3);
}

void TestClassroom::stoppingEndsEverybody()
{
    ServerProcess server;
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    Python chat({ example(u"multichat_client"_s), u"127.0.0.1"_s, portOf(server, u"multichat"_s) });
    QVERIFY(chat.shows("1"));
    Python talk({ example(u"dialogue_client"_s), u"127.0.0.1"_s, portOf(server, u"dialogue"_s) });
    QVERIFY(server.waitForOutput("Dialogue with 127.0.0.1:"));
    QVERIFY(server.stop());
    chat.endInput();
    talk.endInput();
    QVERIFY(waitUntil([&] { return !chat.isRunning() && !talk.isRunning(); }));
}

void TestClassroom::examplesTalkToTheClassroom()
{
    ServerProcess server;
    server.makeLenient();
    server.arguments = classroomArguments();
    QVERIFY(server.start());
    const auto arguments = [&](const QString &name) {
        return QStringList{ example(name + u"_client"_s), u"127.0.0.1"_s, portOf(server, name) };
    };
    Python presence(arguments(u"presence"_s) + QStringList{ u"Marie est là"_s });
    QVERIFY(presence.endsWell());
    QCOMPARE(presence.shown(), QByteArray("Marie est là\nPrésent !\n"));
    Python udp(arguments(u"udp"_s));
    QVERIFY(udp.endsWell());
    QVERIFY(udp.shown().startsWith("i am the server ("));
    Python transfer({ example(u"transfer_client"_s), checks, u"127.0.0.1"_s, portOf(server, u"transfer"_s) });
    QVERIFY(transfer.endsWell());
    QVERIFY(transfer.shown().endsWith("\nthe same\n"));
    Python dialogue(arguments(u"dialogue"_s));
    dialogue.type("Bonjour");
    QVERIFY(server.waitForOutput(": Bonjour"));
    server.command("/dialogue Salut");
    QVERIFY(dialogue.shows("Salut\n"));
    dialogue.type("fini");
    QVERIFY(dialogue.endsWell());
    Python netcat(arguments(u"netcat"_s));
    QVERIFY(server.waitForOutput("(netcat)"));
    Python chat(arguments(u"multichat"_s));
    QVERIFY(waitUntil([&] { return !chat.shown().isEmpty(); }));
    chat.type("Bonjour à tous");
    QVERIFY(chat.shows("\n>>Bonjour à tous\n"));
    QVERIFY(netcat.shows(": Bonjour à tous\n"));
    netcat.type("à netcat aussi");
    QVERIFY(server.waitForOutput(": à netcat aussi"));
    netcat.endInput();
    QVERIFY(netcat.endsWell());
    chat.type("quit");
    QVERIFY(chat.endsWell());
    QVERIFY(server.stop());
}

void TestClassroom::examplesTalkToEachOther()
{
    for (const QString &name : exercises) {
        Python server({ example(name + u"_server"_s), u"127.0.0.1"_s, u"0"_s });
        QVERIFY2(server.shows("port "), qPrintable(name));
        QVERIFY(waitUntil([&] { return server.shown().contains('\n'); }));
        const QString port = QString::fromLatin1(server.takeLine()).section(u' ', 1);
        if (name == u"transfer"_s) {
            Python client({ example(u"transfer_client"_s), checks, u"127.0.0.1"_s, port });
            QVERIFY(client.endsWell());
            QVERIFY(client.shown().endsWith("\nthe same\n"));
            continue;
        }
        Python client({ example(name + u"_client"_s), u"127.0.0.1"_s, port });
        if (name == u"dialogue"_s) {
            client.type("Bonjour");
            QVERIFY(server.shows("\nBonjour\n"));
            server.type("Salut");
            QVERIFY(client.shows("Salut\n"));
            client.type("fini");
        } else if (name == u"netcat"_s) {
            client.type("une ligne");
            QVERIFY(server.shows(" une ligne\n"));
            client.endInput();
        } else if (name == u"multichat"_s) {
            client.type("Bonjour");
            QVERIFY(client.shows("1\n>>Bonjour\n"));
            client.type("quit");
        }
        QVERIFY2(client.endsWell(), qPrintable(name));
        if (name == u"presence"_s)
            QCOMPARE(client.shown(), QByteArray("Bonjour\nPrésent !\n"));
        else if (name == u"hello"_s)
            QCOMPARE(client.shown(), QByteArray("Bonjour client !\n"));
        else if (name == u"udp"_s)
            QVERIFY(client.shown().startsWith("i am the server"));
    }
}

void TestClassroom::exampleServersSurviveAbruptEnds_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : exercises) {
        if (name != u"udp"_s)
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestClassroom::exampleServersSurviveAbruptEnds()
{
    QFETCH(QString, name);
    Python server({ example(name + u"_server"_s), u"127.0.0.1"_s, u"0"_s });
    QVERIFY(server.shows("port "));
    QVERIFY(waitUntil([&] { return server.shown().contains('\n'); }));
    const QString port = QString::fromLatin1(server.takeLine()).section(u' ', 1);
    server.endInput(); // nobody to answer at the dialogue
    Python resets({ abruptEnds, port });
    QVERIFY(resets.endsWell());
    QVERIFY(waitUntil([&] { return server.shown().count("Connexion re") == 24; }));
    Python client({ example(name + u"_client"_s), name == u"transfer"_s ? checks : u"127.0.0.1"_s,
        name == u"transfer"_s ? u"127.0.0.1"_s : port, name == u"transfer"_s ? port : QString() });
    QVERIFY(waitUntil([&] { return server.shown().count("Connexion re") == 25; }));
    QVERIFY(server.isRunning());
}

QTEST_GUILESS_MAIN(TestClassroom)
#include "tst_classroom.moc"
