// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/transfer_reader.h"
#include "shared/transport/socket_options.h"
#include "tests/unit/server/gateways/classroom_fixture.h"
#include "tests/unit/server/gateways/student.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// The exercises of the classroom, with a room that only notes what is asked of it.
class TestClassroomGateway : public ClassroomFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void presenceAnswersTheSameBytes_data();
    void presenceAnswersTheSameBytes();
    void presenceWaitsForTheWholeMessage();
    void presenceTakesTheBeginningOfALongMessage();
    void helloGreets();
    void whoSaysNothingGetsNothing();
    void bytesThatAreNoTextAreAnsweredButNotShown();
    void dialogueServesOneAtATime();
    void dialogueSpeaksLinesToWhoSpeaksLines();
    void dialogueTakesTheAnswerOfAModeratorInTheRoom();
    void dialogueSkipsThoseWhoHungUp();
    void dialogueWithNobodySaysSo();
    void udpAnswersAndShows();
    void udpNeverAnswersAnAnswer();
    void udpAnswersAFloodOnlySoMuch();
    void netcatJoinsTheRoom();
    void netcatHearsWhatIsForItAlone();
    void multichatTellsEverybody();
    void multichatQuitClosesOneOnly();
    void multichatTakesTextWithoutLineEnd();
    void multichatRelaysNothingHarmful();
    void transferAnswersTheSum();
    void transferRefusesTooMuch();
    void transferToldWhenItIsCut();
    void whatComesIsToldToTheOperator();
    void textOfOthersCannotWriteLines();
    void theSilentAreSentHome();
    void tooManyAreTurnedAway();
    void aRushToOneExerciseLeavesTheOthersOpen();
    void whoIsTurnedAwayDelaysNobody();
    void aFastTalkerIsReadSlowly();
    void aSlowReaderIsDroppedAndOthersAreNot();
    void aPortInUseIsNamed();
    void closingEndsEverybody();
    void aRoomThatIsRefusedClosesTheClassroom();
};

void TestClassroomGateway::init()
{
    makeDoor();
    open();
}

void TestClassroomGateway::cleanup()
{
    close();
}

void TestClassroomGateway::presenceAnswersTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("text") << QByteArray("Bonjour");
    QTest::newRow("line") << QByteArray("Bonjour\n");
    QTest::newRow("lines") << QByteArray("un\r\ndeux\n\n");
    QTest::newRow("accents") << QByteArray("Où êtes-vous ? ☕");
    QTest::newRow("any bytes") << QByteArray("\0\xff\xfe\xc3 \x1b[2J", 9);
    QTest::newRow("as much as there may be") << QByteArray(16 * 1024, 'x');
}

void TestClassroomGateway::presenceAnswersTheSameBytes()
{
    QFETCH(QByteArray, message);
    Student student(port(u"presence"_s));
    student.send(message);
    QVERIFY(student.isGone());
    QCOMPARE(student.got(), message + "\nPr\xc3\xa9sent !");
    QCOMPARE(student.socket().error(), QAbstractSocket::RemoteHostClosedError);
}

void TestClassroomGateway::presenceWaitsForTheWholeMessage()
{
    Student student(port(u"presence"_s));
    student.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char byte : QByteArray("lentement")) {
        student.send(QByteArray(1, byte));
        QTest::qWait(5);
    }
    QVERIFY(student.isGone());
    QCOMPARE(student.got(), QByteArray("lentement\nPrésent !"));
    Student ending(port(u"presence"_s));
    ending.send("au revoir");
    ending.sendEnd();
    QVERIFY(ending.isGone());
    QCOMPARE(ending.got(), QByteArray("au revoir\nPrésent !"));
}

void TestClassroomGateway::presenceTakesTheBeginningOfALongMessage()
{
    Student student(port(u"presence"_s));
    student.send(QByteArray(300'000, 'y'));
    QVERIFY(student.isGone());
    QCOMPARE(student.got(), QByteArray(16 * 1024, 'y') + "\nPrésent !");
    QTRY_COMPARE(m_door->said.size(), 1);
    QVERIFY(m_door->said.first().size() <= 2002); // the beginning of it
}

void TestClassroomGateway::helloGreets()
{
    Student student(port(u"hello"_s));
    student.send("Bonjour serveur !");
    QVERIFY(student.isGone());
    QCOMPARE(student.got(), QByteArray("Bonjour client !"));
    QTRY_COMPARE(m_door->said, QStringList{ u"Bonjour serveur !"_s });
    QTRY_COMPARE(m_door->left.size(), 1);
    QCOMPARE(m_door->arrivals.first().door, u"hello"_s);
    QVERIFY(m_door->arrivals.first().tellsAddress);
    QCOMPARE(m_door->arrivals.first().quietMs, 0U);
}

void TestClassroomGateway::whoSaysNothingGetsNothing()
{
    for (const QString &name : { u"presence"_s, u"hello"_s, u"transfer"_s, u"netcat"_s, u"dialogue"_s }) {
        Student student(port(name));
        student.sendEnd();
        QVERIFY(student.isGone());
        QCOMPARE(student.got(), QByteArray());
    }
    QVERIFY(m_door->said.isEmpty());
}

void TestClassroomGateway::bytesThatAreNoTextAreAnsweredButNotShown()
{
    Student latin(port(u"hello"_s));
    latin.send("d\xe9j\xe0 vu\n");
    QVERIFY(latin.isGone());
    QCOMPARE(latin.got(), QByteArray("Bonjour client !"));
    QVERIFY(told(u"Latin-1"_s));
    QTRY_COMPARE(m_door->saidItself.size(), 1);
    QVERIFY(m_door->said.isEmpty());
    Student garbage(port(u"netcat"_s));
    for (int i = 0; i < 100; ++i)
        garbage.send("\x80\x81\x01\n");
    garbage.send("enfin\n");
    QTRY_COMPARE(m_door->said, QStringList{ u"enfin"_s });
    QCOMPARE(m_door->saidItself.size(), 2); // once, not a hundred times
    QCOMPARE(garbage.got(), QByteArray());
}

void TestClassroomGateway::dialogueServesOneAtATime()
{
    Student first(port(u"dialogue"_s));
    QVERIFY(told(u"Dialogue with "_s + first.address()));
    Student second(port(u"dialogue"_s));
    second.send("et moi ?");
    QVERIFY(told(u"1 client(s) waiting"_s) || told(u"1 client waiting"_s));
    first.send("Bonjour");
    QTRY_COMPARE(m_door->said, QStringList{ u"Bonjour"_s });
    QCOMPARE(m_gateway->answerDialogue(u"Salut !"_s), QString());
    QVERIFY(first.has("Salut !"));
    QTRY_VERIFY(m_door->saidItself.contains(u"Salut !"_s));
    first.send("fini");
    QVERIFY(first.isGone());
    QCOMPARE(first.got(), QByteArray("Salut !"));
    QVERIFY(told(u"Dialogue with "_s + second.address()));
    QTRY_COMPARE(m_door->said, (QStringList{ u"Bonjour"_s, u"fini"_s, u"et moi ?"_s }));
    QCOMPARE(second.got(), QByteArray());
    m_gateway->answerDialogue(u"fini"_s);
    QVERIFY(second.isGone());
    QCOMPARE(second.got(), QByteArray("fini"));
}

void TestClassroomGateway::dialogueSpeaksLinesToWhoSpeaksLines()
{
    Student student(port(u"dialogue"_s));
    student.send("Bonjour\n");
    QTRY_COMPARE(m_door->said.size(), 1);
    m_gateway->answerDialogue(u"Salut"_s);
    QVERIFY(student.has("Salut\n"));
    m_gateway->answerDialogue(u"fini"_s);
    QVERIFY(student.isGone());
    QCOMPARE(student.got(), QByteArray("Salut\nfini\n"));
}

void TestClassroomGateway::dialogueTakesTheAnswerOfAModeratorInTheRoom()
{
    Student student(port(u"dialogue"_s));
    student.send("Bonjour");
    QTRY_COMPARE(m_door->said.size(), 1);
    m_door->speak(u"paul"_s, u"moi aussi"_s); // a member: not an answer
    m_door->speak(u"Marie"_s, u"Bonjour, où êtes-vous ?"_s, Role::Moderator);
    QVERIFY(student.has("Bonjour, où êtes-vous ?"));
    m_door->speak(u"Marie"_s, u"fini"_s, Role::Owner);
    QVERIFY(student.isGone());
    QVERIFY(student.got().endsWith("fini"));
}

void TestClassroomGateway::dialogueSkipsThoseWhoHungUp()
{
    Student first(port(u"dialogue"_s));
    QVERIFY(told(u"Dialogue with "_s + first.address()));
    QStringList gone;
    for (int i = 0; i < 20; ++i) {
        Student passing(port(u"dialogue"_s));
        gone.append(passing.address());
        if (i % 2 == 0)
            passing.socket().abort();
    }
    Student last(port(u"dialogue"_s));
    QTRY_COMPARE(m_door->left.size(), 20);
    first.socket().abort();
    QVERIFY(told(u"Dialogue with "_s + last.address()));
    for (const QString &address : gone)
        QVERIFY(!m_told.join(u'\n').contains(u"Dialogue with "_s + address + u' '));
}

void TestClassroomGateway::dialogueWithNobodySaysSo()
{
    QVERIFY(!m_gateway->answerDialogue(u"Y a-t-il quelqu'un ?"_s).isEmpty());
    m_door->speak(u"Marie"_s, u"personne"_s, Role::Owner); // harms nobody
    QVERIFY(m_door->saidItself.isEmpty());
}

void TestClassroomGateway::udpAnswersAndShows()
{
    QUdpSocket socket;
    QVERIFY(socket.bind(QHostAddress::LocalHost));
    socket.writeDatagram("qui est là ?", QHostAddress::LocalHost, port(u"udp"_s));
    QTRY_VERIFY(socket.hasPendingDatagrams());
    QByteArray answer(100, '\0');
    QHostAddress from;
    quint16 fromPort = 0;
    answer.truncate(qsizetype(socket.readDatagram(answer.data(), answer.size(), &from, &fromPort)));
    QCOMPARE(answer, QByteArray("i am the server"));
    QCOMPARE(fromPort, port(u"udp"_s));
    const QString address = u"127.0.0.1:%1"_s.arg(socket.localPort());
    QVERIFY(told(address + u": qui est là ?"_s));
    QTRY_COMPARE(m_door->saidItself.size(), 1);
    QVERIFY(m_door->saidItself.first().contains(address));
    for (const QByteArray &odd : { QByteArray(), QByteArray("\xe9"), QByteArray(3000, 'x') }) {
        socket.writeDatagram(odd, QHostAddress::LocalHost, port(u"udp"_s));
        QTRY_VERIFY(socket.hasPendingDatagrams());
        (void)socket.readDatagram(answer.data(), answer.size());
    }
    QTRY_COMPARE(m_door->saidItself.size(), 4);
}

void TestClassroomGateway::udpNeverAnswersAnAnswer()
{
    QUdpSocket socket;
    QVERIFY(socket.bind(QHostAddress::LocalHost));
    socket.writeDatagram("i am the server", QHostAddress::LocalHost, port(u"udp"_s));
    QVERIFY(told(u"i am the server"_s)); // shown, though
    QVERIFY(!socket.hasPendingDatagrams());
}

void TestClassroomGateway::udpAnswersAFloodOnlySoMuch()
{
    QUdpSocket socket;
    QVERIFY(socket.bind(QHostAddress::LocalHost));
    for (int i = 0; i < 20'000; ++i)
        socket.writeDatagram("flood", QHostAddress::LocalHost, port(u"udp"_s));
    int answers = 0;
    (void)waitUntil(
        [&] {
            for (; socket.hasPendingDatagrams(); ++answers)
                (void)socket.readDatagram(nullptr, 0);
            return false;
        },
        500);
    QVERIFY2(answers >= 50 && answers <= 150, qPrintable(QString::number(answers)));
    QVERIFY(m_door->saidItself.size() <= 110);
    QTRY_VERIFY(
        (socket.writeDatagram("encore ?", QHostAddress::LocalHost, port(u"udp"_s)), socket.hasPendingDatagrams()));
}

void TestClassroomGateway::netcatJoinsTheRoom()
{
    Student one(port(u"netcat"_s));
    Student two(port(u"netcat"_s));
    one.send("Bonjour à tous\r\nça va ?\n");
    QTRY_COMPARE(m_door->said, (QStringList{ u"Bonjour à tous"_s, u"ça va ?"_s }));
    QVERIFY(two.has("guest-1: Bonjour à tous\nguest-1: ça va ?\n"));
    m_door->speak(u"Marie"_s, u"Bonjour"_s, Role::Moderator);
    QVERIFY(one.has("Marie: Bonjour\n")); // and not what it said itself
    Student multichat(port(u"multichat"_s));
    QVERIFY(multichat.has("3"));
    multichat.send("de là-bas\n");
    QVERIFY(one.has("Marie: Bonjour\nguest-3: de là-bas\n"));
    QVERIFY(multichat.has("3\n>>de là-bas\n")); // and nothing of the room
    one.socket().disconnectFromHost();
    QTRY_COMPARE(m_door->left.size(), 1);
    two.send("toujours là\n");
    QTRY_COMPARE(m_door->said.last(), u"toujours là"_s);
}

void TestClassroomGateway::netcatHearsWhatIsForItAlone()
{
    Student one(port(u"netcat"_s));
    Student two(port(u"multichat"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 2);
    QVERIFY(m_door->arrivals.at(0).hearsPrivately);
    QVERIFY(!m_door->arrivals.at(1).hearsPrivately);
    Q_EMIT m_door->toldPrivately({ m_door->arrivals.at(0).guest, u"Marie"_s, u"bien\njoué"_s });
    QVERIFY(one.has("Marie (to you alone): bien\nMarie (to you alone): joué\n"));
}

void TestClassroomGateway::multichatTellsEverybody()
{
    Student one(port(u"multichat"_s));
    QVERIFY(one.has("1"));
    Student two(port(u"multichat"_s));
    QVERIFY(two.has("2"));
    one.send("Bonjour\n");
    QVERIFY(one.has("1\n>>Bonjour\n"));
    QVERIFY(two.has("2\n>>Bonjour\n"));
    two.send("élève\tdeux\r\n");
    QVERIFY(one.has("1\n>>Bonjour\n\n>>élève\tdeux\n"));
    QVERIFY(two.has("2\n>>Bonjour\n\n>>élève\tdeux\n"));
    QTRY_COMPARE(m_door->said, (QStringList{ u"Bonjour"_s, u"élève\tdeux"_s }));
}

void TestClassroomGateway::multichatQuitClosesOneOnly()
{
    std::vector<std::unique_ptr<Student>> students;
    for (int i = 1; i <= 4; ++i) {
        students.push_back(std::make_unique<Student>(port(u"multichat"_s)));
        QVERIFY(students.back()->has(QByteArray::number(i)));
    }
    students[0]->send("quit\n");
    students[1]->send("quit 2\n");
    QVERIFY(students[0]->isGone());
    QVERIFY(students[1]->isGone());
    QCOMPARE(students[0]->got(), QByteArray("1"));
    students[2]->send("quit 4\n"); // somebody else's number: a message like any other
    QVERIFY(students[3]->has("4\n>>quit 4\n"));
    QVERIFY(students[2]->has("3\n>>quit 4\n"));
    students[3]->send("encore là");
    QVERIFY(students[2]->has("3\n>>quit 4\n\n>>encore là\n"));
}

void TestClassroomGateway::multichatTakesTextWithoutLineEnd()
{
    Student one(port(u"multichat"_s));
    QVERIFY(one.has("1"));
    one.send("sans fin de ligne");
    QVERIFY(one.has("1\n>>sans fin de ligne\n"));
    one.send("quit");
    QVERIFY(one.isGone());
}

void TestClassroomGateway::multichatRelaysNothingHarmful()
{
    Student one(port(u"multichat"_s));
    QVERIFY(one.has("1"));
    one.send("\xff\xfe\x02\n\x1b[2Jbonjour\n" + QByteArray(5000, 'x') + "\nfin\n");
    QTRY_VERIFY(one.got().endsWith("\n>>fin\n"));
    QVERIFY(!one.got().contains('\x1b'));
    QVERIFY(one.got().contains("[2Jbonjour\n"));
    QVERIFY(!one.got().contains("xxxx"));
}

void TestClassroomGateway::transferAnswersTheSum()
{
    Student student(port(u"transfer"_s));
    const QByteArray data(3'000'000, 'd');
    const QByteArray sum = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
    student.send(TransferReader::framed(data));
    QVERIFY(student.has(TransferReader::framed(sum)));
    QTRY_COMPARE(m_door->data.size(), 1);
    QCOMPARE(m_door->data.first().bytes, data.size());
    QCOMPARE(m_door->data.first().sha256, sum);
    QVERIFY(told(u"50 %"_s));
    // And again, on the same connection.
    student.takeGot();
    student.send(TransferReader::framed({}) + TransferReader::framed("x").first(3));
    const QByteArray nothing = QCryptographicHash::hash({}, QCryptographicHash::Sha256);
    QVERIFY(student.has(TransferReader::framed(nothing)));
    student.takeGot();
    student.send(TransferReader::framed("x").sliced(3));
    QVERIFY(student.has(TransferReader::framed(QCryptographicHash::hash("x", QCryptographicHash::Sha256))));
    student.sendEnd();
    QVERIFY(student.isGone());
}

void TestClassroomGateway::transferRefusesTooMuch()
{
    Student student(port(u"transfer"_s));
    student.send(QByteArray("\x04\0\0\1", 4) + QByteArray(10'000, 'x'));
    QVERIFY(student.isGone());
    QCOMPARE(student.got(), QByteArray());
    QVERIFY(told(u"too much"_s));
    QVERIFY(m_door->data.isEmpty());
}

void TestClassroomGateway::transferToldWhenItIsCut()
{
    Student polite(port(u"transfer"_s));
    polite.send(TransferReader::framed("abcdef").first(7));
    polite.sendEnd();
    QVERIFY(polite.isGone());
    QVERIFY(told(polite.address() + u": ended after 3"_s));
    Student rude(port(u"transfer"_s));
    rude.send(TransferReader::framed("abcdef").first(8));
    QVERIFY(told(rude.address() + u": 6"_s)); // announced
    const QString address = rude.address();
    rude.socket().abort();
    QVERIFY(told(address + u": ended after 4"_s));
    QTRY_COMPARE(m_door->left.size(), 2);
    QVERIFY(m_door->data.isEmpty());
}

void TestClassroomGateway::whatComesIsToldToTheOperator()
{
    QString address;
    {
        Student student(port(u"hello"_s));
        address = student.address();
        student.send("Bonjour\r\n");
        QVERIFY(student.isGone());
    }
    QVERIFY(told(u"Connection from %1 ended (hello)"_s.arg(address)));
    QCOMPARE(m_told,
        (QStringList{ u"Connection received from %1 (hello)"_s.arg(address), u"hello, %1: Bonjour"_s.arg(address),
            u"Connection from %1 ended (hello)"_s.arg(address) }));
    const QStringList lines = m_gateway->describe().split(u'\n');
    QCOMPARE(lines.size(), qsizetype(exerciseKinds.size()));
    QVERIFY(lines.at(3).contains(u"UDP"_s));
}

void TestClassroomGateway::textOfOthersCannotWriteLines()
{
    Student student(port(u"hello"_s));
    student.send("un\nConnection received from 192.0.2.1:1 (hello)\n\x1b[31m");
    QVERIFY(student.isGone());
    for (const QString &line : std::as_const(m_told)) {
        QVERIFY(!line.contains(u'\n'));
        QVERIFY(!line.contains(u'\x1b'));
    }
}

void TestClassroomGateway::theSilentAreSentHome()
{
    ClassroomSettings settings;
    settings.idleMs = 300;
    open(settings);
    Student silent(port(u"netcat"_s));
    Student served(port(u"dialogue"_s));
    QVERIFY(told(u"Dialogue with "_s + served.address()));
    Student waiting(port(u"dialogue"_s)); // is silent because it has to
    QVERIFY(silent.isGone());
    QVERIFY(served.isGone());
    QVERIFY(told(u"Dialogue with "_s + waiting.address()));
    QElapsedTimer time;
    time.start();
    QVERIFY(told(u"nothing happened there for too long"_s));
    QVERIFY(waiting.isGone());
    QVERIFY(time.elapsed() > 200); // as long as any other, once it was served
}

void TestClassroomGateway::tooManyAreTurnedAway()
{
    ClassroomSettings settings;
    settings.maxGuests = 3;
    open(settings);
    Student one(port(u"multichat"_s));
    Student two(port(u"netcat"_s));
    Student three(port(u"dialogue"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 3);
    Student four(port(u"hello"_s));
    QVERIFY(four.isGone());
    QVERIFY(told(four.address() + u" was turned away"_s));
    two.socket().abort();
    QTRY_COMPARE(m_door->left.size(), 1);
    Student five(port(u"hello"_s));
    five.send("maintenant ?");
    QVERIFY(five.isGone());
    QCOMPARE(five.got(), QByteArray("Bonjour client !"));
}

void TestClassroomGateway::aRushToOneExerciseLeavesTheOthersOpen()
{
    ClassroomSettings settings;
    settings.maxGuests = 1000;
    open(settings);
    QElapsedTimer clock;
    clock.start();
    std::vector<std::unique_ptr<QTcpSocket>> rush;
    for (int i = 0; i < 400; ++i) {
        rush.push_back(std::make_unique<QTcpSocket>());
        rush.back()->connectToHost(u"127.0.0.1"_s, port(u"multichat"_s));
    }
    QTRY_VERIFY(m_door->arrivals.size() >= 300);
    QElapsedTimer patience;
    patience.start();
    Student hello(port(u"hello"_s));
    hello.send("Bonjour");
    hello.sendEnd();
    QVERIFY(hello.isGone());
    QVERIFY(hello.got().startsWith("Bonjour client"));
    QVERIFY2(patience.elapsed() < 1000, qPrintable(QString::number(patience.elapsed())));
    // A burst, then 25 a second: what waits in the queue of the system is not let in all at once.
    QVERIFY(m_door->arrivals.size() <= 300 + 1 + 2 + clock.elapsed() * 25 / 1000);
    QTRY_COMPARE_WITH_TIMEOUT(m_door->arrivals.size(), 401, 20'000); // but all of them in the end
}

void TestClassroomGateway::whoIsTurnedAwayDelaysNobody()
{
    ClassroomSettings settings;
    settings.maxGuests = 1;
    open(settings);
    {
        Student first(port(u"hello"_s));
        QTRY_COMPARE(m_door->arrivals.size(), 1);
        for (int i = 0; i < 500; ++i) {
            Student more(port(u"hello"_s));
            QVERIFY(more.isGone());
        }
    }
    QTRY_COMPARE(m_door->left.size(), 1);
    QElapsedTimer patience;
    patience.start();
    Student hello(port(u"hello"_s));
    hello.send("Bonjour");
    hello.sendEnd();
    QVERIFY(hello.isGone());
    QVERIFY(hello.got().startsWith("Bonjour client"));
    QVERIFY2(patience.elapsed() < 1000, qPrintable(QString::number(patience.elapsed())));
}

void TestClassroomGateway::aFastTalkerIsReadSlowly()
{
    m_door->holdsAnswers = true;
    Student student(port(u"multichat"_s));
    QVERIFY(student.has("1"));
    for (int i = 0; i < 1000; ++i)
        student.send("message " + QByteArray::number(i) + '\n');
    QTRY_COMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    // Longer than a silence: the line that was read in part is not cut in two by it.
    QVERIFY(!waitUntil([this] { return m_door->said.size() > RoomDoor::MaxUnanswered; }, 300));
    m_door->answerAll();
    QTRY_COMPARE_WITH_TIMEOUT(m_door->said.size(), 1000, 30'000); // nothing is lost
    QCOMPARE(m_door->said.last(), u"message 999"_s);
}

void TestClassroomGateway::aSlowReaderIsDroppedAndOthersAreNot()
{
    Student slow(port(u"multichat"_s));
    slow.socket().setReadBufferSize(1);
    Student good(port(u"multichat"_s));
    QVERIFY(good.has("2"));
    const QByteArray line = QByteArray(1000, 'x') + '\n';
    const auto isDropped = [this] {
        return m_told.join(u'\n').contains(u"did not read"_s);
    };
    for (int i = 0; i < 20'000 && !isDropped(); ++i) {
        good.send(line);
        QVERIFY(waitUntil([&] { return good.got().size() >= line.size(); }));
        good.takeGot();
    }
    QVERIFY(isDropped());
    good.send("encore là\n");
    QTRY_VERIFY(good.got().contains("\n>>encore là\n"));
}

void TestClassroomGateway::aPortInUseIsNamed()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ClassroomSettings settings;
    for (const ExerciseKind &kind : exerciseKinds)
        settings.ports.insert(kind.name, 0);
    settings.ports[u"multichat"_s] = other.serverPort();
    ClassroomGateway gateway(*m_door, std::make_shared<GuestNumbers>(), settings);
    const auto opened = gateway.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::AddressInUse);
    QCOMPARE(opened.error().params, (QStringList{ u"multichat"_s, u"127.0.0.1:%1"_s.arg(other.serverPort()) }));
    QUdpSocket udp;
    QVERIFY(udp.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
    settings.ports[u"multichat"_s] = 0;
    settings.ports[u"udp"_s] = udp.localPort();
    ClassroomGateway again(*m_door, std::make_shared<GuestNumbers>(), settings);
    const auto reopened = again.open();
    QVERIFY(!reopened);
    QCOMPARE(reopened.error().params.first(), u"udp"_s);
}

void TestClassroomGateway::closingEndsEverybody()
{
    Student one(port(u"multichat"_s));
    Student two(port(u"dialogue"_s));
    Student three(port(u"dialogue"_s));
    Student four(port(u"transfer"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 4);
    QSignalSpy closed(m_gateway.get(), &Gateway::closed);
    m_gateway->close();
    for (Student *student : { &one, &two, &three, &four }) {
        QVERIFY(student->isGone());
        student->socket().close();
    }
    QTRY_COMPARE(closed.size(), 1);
    QTcpSocket late;
    late.connectToHost(u"127.0.0.1"_s, port(u"hello"_s));
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestClassroomGateway::aRoomThatIsRefusedClosesTheClassroom()
{
    Student student(port(u"netcat"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 1);
    QSignalSpy closed(m_gateway.get(), &Gateway::closed);
    Q_EMIT m_door->refused({ ErrorCode::LoginTaken, {}, {}, {} });
    QVERIFY(student.isGone());
    QTRY_COMPARE(closed.size(), 1);
    const QStringList lines = m_gateway->describe().split(u'\n');
    QCOMPARE(lines.size(), qsizetype(exerciseKinds.size()));
    QCOMPARE(lines.at(0), u"  presence: closed"_s);
}

QTEST_GUILESS_MAIN(TestClassroomGateway)
#include "tst_classroom_gateway.moc"
