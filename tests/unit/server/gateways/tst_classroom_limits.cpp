// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/gateways/classroom/transfer_reader.h"
#include "tests/support/abrupt_end.h"
#include "tests/support/under_wine.h"
#include "tests/unit/server/gateways/classroom_fixture.h"
#include "tests/unit/server/gateways/student.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUdpSocket>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

/// What the classroom does with those who want more than their share, or are gone.
class TestClassroomLimits : public ClassroomFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whoIsGoneDoesNotGoOnTalking_data();
    void whoIsGoneDoesNotGoOnTalking();
    void whoIsTooFastIsToldAndGoesOn();
    void whatTheRoomRefusesIsTold();
    void whoIsGoneDoesNotGoOnSending_data();
    void whoIsGoneDoesNotGoOnSending();
    void whoHalfClosesGetsAllAnswers();
    void oneMessageOfAGoneClientIsShown();
    void theDialogueAnswersWhoHasSaidAll();
    void theDialogueForgetsWhoLeftAnswered();
    void theDialogueSkipsWhoBrokeOff();
    void theQueueOfTheDialogueEnds();
    void anExerciseThatIsFullLeavesTheOthersOpen();
    void theOperatorEndsAClient_data();
    void theOperatorEndsAClient();
    void theOperatorEndsWhoIsNotWelcomedYet();
    void theOperatorEndsWhoIsGone();
    void theOperatorEndsAMessageBeforeItIsShown_data();
    void theOperatorEndsAMessageBeforeItIsShown();
    void whoIsTurnedAwayIsToldSeldom();
    void aLoopOfConnectionsHidesNoMessages();
    void datagramsSilenceNobodyElse();
    void oneSenderOfDatagramsHidesNoOther();
    void arrivalsThatAreNotShownAreCounted();
    void netcatHintsAtLatin1();
    void sizesAreSaidInFull();
};

namespace {

constexpr int ShortDelayMs = 400;

/// An end without a goodbye.
void reset(Student &student)
{
    endAbruptly(student.socket());
}

} // namespace

void TestClassroomLimits::init()
{
    makeDoor();
    ClassroomSettings settings;
    settings.maxDelayMs = ShortDelayMs;
    open(settings);
}

void TestClassroomLimits::cleanup()
{
    close();
}

void TestClassroomLimits::whoIsGoneDoesNotGoOnTalking_data()
{
    QTest::addColumn<QString>("exercise");
    QTest::addColumn<bool>("abruptly");
    for (const char *exercise : { "netcat", "multichat", "dialogue" }) {
        QTest::addRow("%s closed", exercise) << QString::fromLatin1(exercise) << false;
        QTest::addRow("%s reset", exercise) << QString::fromLatin1(exercise) << true;
    }
}

void TestClassroomLimits::whoIsGoneDoesNotGoOnTalking()
{
    QFETCH(QString, exercise);
    QFETCH(bool, abruptly);
    m_door->holdsAnswers = true; // the room is slower than anybody
    {
        Student student(port(exercise));
        student.send(QByteArray("y\n").repeated(20'000));
        QTRY_COMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
        QVERIFY(waitUntil([&] { return student.socket().bytesToWrite() == 0; }));
        if (abruptly)
            reset(student);
        else if (isUnderWine() && exercise != "netcat"_L1)
            QSKIP("Wine 8 tells of a mere end only when all before it has been read: WSAPoll() without POLLHUP");
    }
    QVERIFY(waitUntil([this] { return m_door->left.size() == 1; })); // the place is free
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    QVERIFY(told(u"were left out"_s) || told(u"was left out"_s));
    QVERIFY2(
        m_told.filter(u"left out"_s).size() <= 3, qPrintable(m_told.join(u'\n'))); // said once or so, not for each line
    m_door->answerAll();
    Student next(port(exercise));
    next.send("suivant\n");
    QTRY_COMPARE(m_door->said.last(), u"suivant"_s);
}

void TestClassroomLimits::whoIsTooFastIsToldAndGoesOn()
{
    m_door->holdsAnswers = true;
    Student student(port(u"netcat"_s));
    student.send(QByteArray("y\n").repeated(100));
    QVERIFY(told(u"netcat, %1: too fast, "_s.arg(student.address())));
    QVERIFY(waitUntil([&] { return student.got().startsWith("* Too fast: "); }));
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
    m_door->answerAll();
    student.send("encore\n");
    QTRY_COMPARE(m_door->said.last(), u"encore"_s);
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered + 1);
    // The bytes of an exercise stay what they are.
    m_door->holdsAnswers = true;
    Student chatter(port(u"multichat"_s));
    QVERIFY(chatter.has("2"));
    chatter.send(QByteArray("z\n").repeated(50));
    QVERIFY(told(u"multichat, %1: too fast, "_s.arg(chatter.address())));
    QCOMPARE(chatter.got(), "2" + QByteArray("\n>>z\n").repeated(RoomDoor::MaxUnanswered));
}

void TestClassroomLimits::whatTheRoomRefusesIsTold()
{
    m_door->refusesAsTooFast = true;
    Student student(port(u"netcat"_s));
    student.send("un\ndeux\ntrois\n");
    QVERIFY(told(u"3 line(s) were left out"_s));
    QCOMPARE(m_told.filter(u"left out"_s).size(), 1);
}

void TestClassroomLimits::whoIsGoneDoesNotGoOnSending_data()
{
    QTest::addColumn<bool>("abruptly");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestClassroomLimits::whoIsGoneDoesNotGoOnSending()
{
    QFETCH(bool, abruptly);
    {
        Student student(port(u"transfer"_s));
        student.send(QByteArray(40'000, '\0')); // ten thousand transfers of nothing
        QTRY_VERIFY(m_door->data.size() >= 20);
        QVERIFY(waitUntil([&] { return student.socket().bytesToWrite() == 0; }));
        if (abruptly)
            reset(student);
    }
    QVERIFY(waitUntil([this] { return m_door->left.size() == 1; }));
    QVERIFY2(m_door->data.size() <= 24, qPrintable(QString::number(m_door->data.size())));
    QVERIFY(told(u"was left out"_s));
}

void TestClassroomLimits::whoHalfClosesGetsAllAnswers()
{
    Student student(port(u"transfer"_s));
    student.send(TransferReader::framed("a").repeated(15));
    student.sendEnd();
    QVERIFY(student.isGone());
    const QByteArray sum = QCryptographicHash::hash("a", QCryptographicHash::Sha256);
    QCOMPARE(student.got(), TransferReader::framed(sum).repeated(15));
}

void TestClassroomLimits::oneMessageOfAGoneClientIsShown()
{
    for (const QString &exercise : { u"presence"_s, u"hello"_s }) {
        m_door->said.clear();
        m_door->left.clear();
        m_door->holdsAnswers = true;
        {
            Student student(port(exercise));
            student.send(QByteArray("y\n").repeated(2000));
            QVERIFY(waitUntil([&] { return student.socket().bytesToWrite() == 0; }));
        }
        QVERIFY(waitUntil([this] { return m_door->left.size() == 1; }));
        QVERIFY(m_door->said.size() <= 1);
    }
}

void TestClassroomLimits::theDialogueAnswersWhoHasSaidAll()
{
    Student first(port(u"dialogue"_s)); // printf question | nc -N
    first.send("question");
    first.sendEnd();
    Student second(port(u"dialogue"_s));
    second.send("moi aussi\n");
    second.sendEnd();
    QTRY_COMPARE(m_door->said, QStringList{ u"question"_s });
    QVERIFY(waitUntil([] { return false; }, 2 * ShortDelayMs) || m_door->left.isEmpty());
    QCOMPARE(m_gateway->answerDialogue(u"réponse"_s), QString());
    QVERIFY(first.isGone());
    QCOMPARE(first.got(), QByteArray("réponse"));
    QTRY_COMPARE(m_door->said, (QStringList{ u"question"_s, u"moi aussi"_s }));
    m_gateway->answerDialogue(u"réponse"_s);
    QVERIFY(second.isGone());
    QCOMPARE(second.got(), QByteArray("réponse\n"));
}

void TestClassroomLimits::theDialogueForgetsWhoLeftAnswered()
{
    Student first(port(u"dialogue"_s));
    first.send("question");
    QTRY_COMPARE(m_door->said.size(), 1);
    m_gateway->answerDialogue(u"réponse"_s);
    QVERIFY(first.has("réponse"));
    Student second(port(u"dialogue"_s));
    first.sendEnd();
    QVERIFY(first.isGone());
    QVERIFY(told(u"Dialogue with "_s + second.address()));
}

void TestClassroomLimits::theDialogueSkipsWhoBrokeOff()
{
    Student served(port(u"dialogue"_s));
    QVERIFY(told(u"Dialogue with "_s + served.address()));
    Student broken(port(u"dialogue"_s));
    broken.send("question\n"); // which is read, so that the reset is not
    QTRY_COMPARE(m_door->arrivals.size(), 2);
    QTest::qWait(50);
    reset(broken);
    Student last(port(u"dialogue"_s));
    served.send("fini");
    QVERIFY(told(u"Dialogue with "_s + last.address()));
    QVERIFY(!m_told.join(u'\n').contains(u"Dialogue with "_s + broken.address()));
}

void TestClassroomLimits::theQueueOfTheDialogueEnds()
{
    std::vector<std::unique_ptr<Student>> students;
    for (int i = 0; i < 1 + 64; ++i)
        students.push_back(std::make_unique<Student>(port(u"dialogue"_s)));
    QTRY_COMPARE(m_door->arrivals.size(), 65);
    Student more(port(u"dialogue"_s));
    QVERIFY(more.isGone());
    QVERIFY(told(more.address() + u" was turned away"_s));
    students.front()->send("fini");
    QVERIFY(students.front()->isGone());
    QVERIFY(told(u"Dialogue with "_s + students.at(1)->address()));
    Student again(port(u"dialogue"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 66);
}

void TestClassroomLimits::anExerciseThatIsFullLeavesTheOthersOpen()
{
    std::vector<std::unique_ptr<Student>> students;
    for (int i = 0; i < 240; ++i)
        students.push_back(std::make_unique<Student>(port(u"multichat"_s)));
    QTRY_COMPARE(m_door->arrivals.size(), 216);
    for (const QString &exercise : { u"presence"_s, u"hello"_s }) {
        Student student(port(exercise));
        student.send("Bonjour");
        QVERIFY(student.isGone());
        QVERIFY(!student.got().isEmpty());
    }
}

void TestClassroomLimits::theOperatorEndsAClient_data()
{
    QTest::addColumn<QString>("exercise");
    QTest::addColumn<QString>("who");
    QTest::newRow("by name") << u"netcat"_s << u"guest-1"_s;
    QTest::newRow("by number") << u"multichat"_s << u"1"_s;
    QTest::newRow("in the dialogue") << u"dialogue"_s << u"Guest-1"_s;
    QTest::newRow("in a transfer") << u"transfer"_s << u"1"_s;
    QTest::newRow("before it speaks") << u"hello"_s << u"1"_s;
    QTest::newRow("by address") << u"netcat"_s << QString();
}

void TestClassroomLimits::theOperatorEndsAClient()
{
    QFETCH(QString, exercise);
    QFETCH(QString, who);
    Student student(port(exercise));
    Student other(port(u"netcat"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 2);
    QCoreApplication::sendPostedEvents(); // the welcomes
    QCOMPARE(m_gateway->endGuest(who.isEmpty() ? student.address() : who), u"guest-1"_s);
    QVERIFY(student.isGone());
    QVERIFY(told(u"Connection from %1 ended (%2) by the operator"_s.arg(student.address(), exercise)));
    QTRY_COMPARE(m_door->left.size(), 1);
    QCOMPARE(m_gateway->endGuest(u"guest-1"_s), QString());
    other.send("toujours là\n");
    QTRY_COMPARE(m_door->said, QStringList{ u"toujours là"_s });
}

void TestClassroomLimits::theOperatorEndsWhoIsNotWelcomedYet()
{
    m_door->holdsWelcomes = true;
    Student student(port(u"multichat"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 1);
    QCOMPARE(m_gateway->endGuest(u"1"_s), student.address());
    QVERIFY(student.isGone());
}

void TestClassroomLimits::theOperatorEndsWhoIsGone()
{
    m_gateway.reset();
    ClassroomSettings settings; // ten seconds
    open(settings);
    m_door->holdsAnswers = true;
    {
        Student student(port(u"netcat"_s));
        student.send(QByteArray("y\n").repeated(2000));
        QTRY_COMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
        QVERIFY(waitUntil([&] { return student.socket().bytesToWrite() == 0; }));
    }
    QElapsedTimer time;
    time.start();
    QCOMPARE(m_gateway->endGuest(u"1"_s), u"guest-1"_s);
    QVERIFY(waitUntil([this] { return m_door->left.size() == 1; }, 5000));
    QCOMPARE(m_door->said.size(), RoomDoor::MaxUnanswered);
}

void TestClassroomLimits::theOperatorEndsAMessageBeforeItIsShown_data()
{
    QTest::addColumn<QString>("exercise");
    QTest::newRow("presence") << u"presence"_s;
    QTest::newRow("hello") << u"hello"_s;
}

void TestClassroomLimits::theOperatorEndsAMessageBeforeItIsShown()
{
    QFETCH(QString, exercise);
    Student student(port(exercise));
    QTRY_COMPARE(m_door->arrivals.size(), 1);
    QCoreApplication::processEvents(); // it is welcomed
    student.send("à ne pas montrer");
    QVERIFY(waitUntil([&] { return student.socket().bytesToWrite() == 0; }));
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents(); // it is read, but not at its end before 200 ms have passed
    QCOMPARE(m_gateway->endGuest(u"1"_s), u"guest-1"_s);
    QVERIFY(student.isGone());
    QVERIFY(told(u"by the operator"_s));
    QTRY_COMPARE(m_door->left.size(), 1);
    QVERIFY(m_door->said.isEmpty());
    QVERIFY(!m_told.join(u'\n').contains(u"à ne pas montrer"_s));
    QCOMPARE(student.got(), QByteArray());
}

void TestClassroomLimits::whoIsTurnedAwayIsToldSeldom()
{
    m_gateway.reset();
    ClassroomSettings settings;
    settings.maxGuests = 1;
    open(settings);
    Student first(port(u"netcat"_s));
    QTRY_COMPARE(m_door->arrivals.size(), 1);
    for (int i = 0; i < 200; ++i) {
        Student more(port(u"netcat"_s));
        QVERIFY(more.isGone());
    }
    // One at once, and every ten seconds how many there were.
    const qsizetype first10s = m_told.filter(u"turned away"_s).size();
    QVERIFY2(first10s >= 1 && first10s <= 3, qPrintable(m_told.join(u'\n')));
    QVERIFY(waitUntil(
        [this] { return !m_told.filter(u" more connection(s) were turned away (netcat)"_s).isEmpty(); }, 15'000));
}

void TestClassroomLimits::aLoopOfConnectionsHidesNoMessages()
{
    ClassroomSettings settings;
    ClassroomDesk desk(*m_door, std::make_shared<GuestNumbers>(), settings);
    QStringList told;
    QStringList shown;
    connect(&desk, &ClassroomDesk::happened, this, [&](const QString &line) { told.append(line); });
    connect(&desk, &ClassroomDesk::shown, this, [&](const QString &line) { shown.append(line); });
    for (int i = 0; i < 10'000; ++i)
        desk.tellConnection(u"Connection received"_s);
    QVERIFY(told.size() < 5000);
    desk.show(u"a message"_s);
    QCOMPARE(shown, QStringList{ u"a message"_s });
}

void TestClassroomLimits::datagramsSilenceNobodyElse()
{
    std::vector<std::unique_ptr<QUdpSocket>> senders;
    for (int i = 0; i < 40; ++i) {
        senders.push_back(std::make_unique<QUdpSocket>());
        QVERIFY(senders.back()->bind(QHostAddress::LocalHost));
    }
    // More than are shown of one and of all; answered within a second or so.
    for (int round = 0; round < 12; ++round) {
        for (const auto &sender : senders)
            sender->writeDatagram("flood", QHostAddress::LocalHost, port(u"udp"_s));
        QTest::qWait(100);
    }
    QTRY_VERIFY(m_door->saidItself.size() >= 100);
    Student student(port(u"netcat"_s));
    student.send("d\xe9j\xe0 vu\n");
    QVERIFY(told(u"they read as Latin-1"_s));
    Student served(port(u"dialogue"_s));
    QVERIFY(told(u"Dialogue with "_s + served.address()));
}

void TestClassroomLimits::oneSenderOfDatagramsHidesNoOther()
{
    QUdpSocket loud;
    QUdpSocket other;
    QVERIFY(loud.bind(QHostAddress::LocalHost) && other.bind(QHostAddress::LocalHost));
    for (int i = 0; i < 40; ++i)
        loud.writeDatagram("flood", QHostAddress::LocalHost, port(u"udp"_s));
    QTRY_VERIFY(m_door->saidItself.size() >= 20);
    QTest::qWait(1100); // the answers of another second
    QVERIFY2(m_door->saidItself.size() <= 24, qPrintable(QString::number(m_door->saidItself.size())));
    other.writeDatagram("je suis là", QHostAddress::LocalHost, port(u"udp"_s));
    QVERIFY(told(u"je suis là"_s));
}

void TestClassroomLimits::arrivalsThatAreNotShownAreCounted()
{
    Q_EMIT m_door->arrivalsLeftOut(241);
    QVERIFY(told(u"241 connection(s) are not shown in the room"_s));
    QTRY_COMPARE(m_door->saidItself.size(), 1);
}

void TestClassroomLimits::netcatHintsAtLatin1()
{
    Student student(port(u"netcat"_s));
    student.send("d\xe9j\xe0 vu\nd\xe9j\xe0 vu\n");
    QVERIFY(waitUntil([&] { return student.got().endsWith("Send UTF-8, please.\n"); }));
    QCOMPARE(student.got().count('\n'), 1); // once
    QVERIFY(m_door->said.isEmpty());
    // The other exercises answer what they always answer.
    Student chatter(port(u"multichat"_s));
    chatter.send("d\xe9j\xe0 vu\nfin\n");
    QVERIFY(chatter.has("2\n>>fin\n"));
}

void TestClassroomLimits::sizesAreSaidInFull()
{
    Student student(port(u"transfer"_s));
    student.send(TransferReader::framed({}));
    QVERIFY(told(u"0 byte(s) received"_s));
    student.send(QByteArray("\x04\0\0\1", 4));
    QVERIFY(student.isGone());
    QVERIFY(told(QLocale().toString(64 * 1024 * 1024 + 1) + u" bytes announced"_s));
    QVERIFY(told(QLocale().toString(64 * 1024 * 1024) + u" at most"_s));
}

QTEST_GUILESS_MAIN(TestClassroomLimits)
#include "tst_classroom_limits.moc"
