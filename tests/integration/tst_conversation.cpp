// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include "shared/base/clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

QStringList textsOf(const QList<RoomEvent> &events)
{
    QStringList texts;
    for (const RoomEvent &event : events) {
        if (event.kind == EventKind::Message)
            texts.append(event.text);
    }
    return texts;
}

bool isUnbroken(const QList<RoomEvent> &events)
{
    for (qsizetype i = 1; i < events.size(); ++i) {
        if (events.at(i).seq != events.at(i - 1).seq + 1)
            return false;
    }
    return true;
}

} // namespace

/// Several clients in the rooms of one real server.
class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void ownerCodeMakesTheFirstPersonOwner();
    void twoClientsSeeOneHistory();
    void repeatedCidGetsTheFirstAnswer();
    void repeatedCidAcrossConnectionsAndRestart();
    void counterThatSkipsIsRefusedForNow();
    void counterUsedAgainIsRefused();
    void manyInFlightKeepTheirOrder();
    void resumeGivesExactlyWhatWasMissed();
    void positionBeyondTheHeadIsReset();
    void otherEpochIsReset();
    void pingNamesTheHeads();
    void pagesGoBothWaysWithoutHoles();
    void largestTextArrivesUnchanged();
    void textAboveTheLimitIsRefusedAndNothingIsLost();
    void hardTextsArriveByteForByte_data();
    void hardTextsArriveByteForByte();
    void restartKeepsEverything();

private:
    QString freshLogin() { return u"person%1"_s.arg(++m_people); }

    ServerProcess m_server;
    int m_people = 0;
};

void TestConversation::initTestCase()
{
    m_server.makeLenient();
    QVERIFY(m_server.start());
}

void TestConversation::init()
{
    QVERIFY(m_server.isRunning());
}

void TestConversation::cleanupTestCase()
{
    QVERIFY2(m_server.stop(), m_server.output().constData());
}

void TestConversation::ownerCodeMakesTheFirstPersonOwner()
{
    QVERIFY(!m_server.ownerCode().isEmpty());
    QCOMPARE(m_server.link().invitation, m_server.ownerCode());
    TestClient owner;
    QVERIFY(owner.open(m_server.link()));
    const auto self = owner.registerAs(u"marie"_s, m_server.link().invitation);
    QVERIFY(self);
    QCOMPARE(self->role, Role::Owner);
    TestClient second;
    QVERIFY(second.open(m_server.link()));
    const auto late = second.registerAs(freshLogin(), m_server.link().invitation);
    QVERIFY2(!late || late->role == Role::Member, "the code works once");
}

void TestConversation::twoClientsSeeOneHistory()
{
    TestClient one;
    TestClient other;
    QVERIFY(one.join(m_server.link(), freshLogin()));
    QVERIFY(other.join(m_server.link(), freshLogin()));
    one.forgetPushes();
    other.forgetPushes();
    const RoomId room = one.firstRoom();
    QStringList expected;
    for (int i = 0; i < 20; ++i) {
        const QString text = u"message %1"_s.arg(i);
        QVERIFY((i % 2 == 0 ? one : other).send(room, text));
        expected.append(text);
    }
    QTRY_COMPARE(one.pushedTexts(room), expected);
    QTRY_COMPARE(other.pushedTexts(room), expected);
    const auto log = other.readAll(room);
    QVERIFY(log);
    QVERIFY(isUnbroken(*log));
    QCOMPARE(log->first().seq, 1);
    QCOMPARE(textsOf(*log).last(expected.size()), expected);
}

void TestConversation::repeatedCidGetsTheFirstAnswer()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    SystemClock clock;
    const SendMessage message{ client.firstRoom(), makeCid(clock), 1, u"once"_s };
    const auto first = client.ask<Sent>(message);
    QVERIFY(first);
    SendMessage again = message;
    again.text = u"another body"_s;
    const auto second = client.ask<Sent>(again);
    QVERIFY(second);
    QCOMPARE(*second, *first);
    const auto log = client.readAll(client.firstRoom());
    QVERIFY(log);
    QCOMPARE(textsOf(*log).count(u"once"_s), 1);
    QVERIFY(!textsOf(*log).contains(u"another body"_s));
}

void TestConversation::repeatedCidAcrossConnectionsAndRestart()
{
    const DeviceKey key = DeviceKey::generate();
    SystemClock clock;
    const Cid cid = makeCid(clock);
    Sent first;
    {
        TestClient client(key);
        QVERIFY(client.join(m_server.link(), freshLogin()));
        const auto sent = client.ask<Sent>(SendMessage{ client.firstRoom(), cid, 1, u"before the restart"_s });
        QVERIFY(sent);
        first = *sent;
    }
    m_server.kill();
    QVERIFY(m_server.start());
    TestClient client(key);
    QVERIFY(client.open(m_server.link()));
    QVERIFY(client.loginWithKey());
    const auto again = client.ask<Sent>(SendMessage{ first.room, cid, 1, u"before the restart"_s });
    QVERIFY(again);
    QCOMPARE(*again, first);
}

void TestConversation::counterThatSkipsIsRefusedForNow()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    SystemClock clock;
    const auto skipped = client.ask<Sent>(SendMessage{ client.firstRoom(), makeCid(clock), 3, u"too early"_s });
    QVERIFY(!skipped);
    QCOMPARE(skipped.error().code, ErrorCode::CounterSkipped);
    QCOMPARE(skipped.error().params, QList<QString>{ u"1"_s });
    QVERIFY2(skipped.error().retryAfterMs.has_value(), "it is temporary");
}

void TestConversation::counterUsedAgainIsRefused()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    QVERIFY(client.send(client.firstRoom(), u"one"_s));
    SystemClock clock;
    const SendMessage reused{ client.firstRoom(), makeCid(clock), 1, u"two"_s };
    const auto refused = client.ask<Sent>(reused);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::CounterReused);
    QCOMPARE(refused.error().params, QList<QString>{ u"2"_s });
    SendMessage renumbered = reused;
    renumbered.counter = 2;
    QVERIFY(client.ask<Sent>(renumbered));
}

void TestConversation::manyInFlightKeepTheirOrder()
{
    TestClient sender;
    TestClient reader;
    QVERIFY(sender.join(m_server.link(), freshLogin()));
    QVERIFY(reader.join(m_server.link(), freshLogin()));
    reader.forgetPushes();
    const RoomId room = sender.firstRoom();
    SystemClock clock;
    QList<Seq> answered;
    int sent = 0;
    const int count = 400;
    std::function<void()> next = [&] {
        if (sent == count)
            return;
        ++sent;
        sender.ask<Sent>(SendMessage{ room, makeCid(clock), quint64(sent), u"n%1"_s.arg(sent) },
            std::function([&](const Result<Sent> &answer) {
                if (answer)
                    answered.append(answer->seq);
                next();
            }));
    };
    for (int i = 0; i < 16; ++i)
        next();
    QTRY_COMPARE(answered.size(), count);
    for (qsizetype i = 1; i < answered.size(); ++i)
        QVERIFY(answered.at(i) > answered.at(i - 1));
    QTRY_COMPARE(reader.pushedTexts(room).size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(reader.pushedTexts(room).at(i), u"n%1"_s.arg(i + 1));
}

void TestConversation::resumeGivesExactlyWhatWasMissed()
{
    const DeviceKey key = DeviceKey::generate();
    TestClient talker;
    QVERIFY(talker.join(m_server.link(), freshLogin()));
    const RoomId room = talker.firstRoom();
    Seq seen = 0;
    {
        TestClient client(key);
        QVERIFY(client.join(m_server.link(), freshLogin()));
        seen = talker.send(room, u"seen"_s)->seq;
    }
    QStringList missed;
    for (int i = 0; i < 450; ++i) { // more than two pages
        missed.append(u"missed %1"_s.arg(i));
        QVERIFY(talker.send(room, missed.last()));
    }
    TestClient client(key);
    QVERIFY(client.open(m_server.link()));
    QVERIFY(client.loginWithKey());
    const auto resumed = client.resume(client.welcome().epoch, { { room, seen } });
    QVERIFY(resumed);
    QVERIFY(!resumed->reset);
    QVERIFY2(!resumed->live.contains(room), "there is something to catch up with");
    const auto pages = client.follow(room, seen);
    QVERIFY(pages);
    QVERIFY(talker.send(room, u"live again"_s));
    missed.append(u"live again"_s);
    // The end may come as pushes behind the last page, never between.
    QTRY_COMPARE(textsOf(*pages).size() + client.pushedTexts(room).size(), missed.size());
    QList<RoomEvent> events = *pages;
    for (const RoomEvent &event : client.pushes<RoomEvent>())
        events.append(event);
    QVERIFY(isUnbroken(events));
    QCOMPARE(events.first().seq, seen + 1);
    QCOMPARE(textsOf(events), missed);

    TestClient current(key);
    QVERIFY(current.open(m_server.link()));
    QVERIFY(current.loginWithKey());
    const Seq head = talker.readAll(room)->last().seq;
    const auto atHead = current.resume(current.welcome().epoch, { { room, head } });
    QVERIFY(atHead);
    QVERIFY2(atHead->live.contains(room), "nothing missed: live at once");
    QVERIFY(talker.send(room, u"without follow"_s));
    QTRY_COMPARE(current.pushedTexts(room), QStringList{ u"without follow"_s });
}

void TestConversation::positionBeyondTheHeadIsReset()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    const auto page = client.ask<HistoryPage>(Follow{ client.firstRoom(), 1'000'000 });
    QVERIFY(page);
    QVERIFY(page->reset);
}

void TestConversation::otherEpochIsReset()
{
    const DeviceKey key = DeviceKey::generate();
    {
        TestClient client(key);
        QVERIFY(client.join(m_server.link(), freshLogin()));
    }
    TestClient client(key);
    QVERIFY(client.open(m_server.link()));
    QVERIFY(client.loginWithKey());
    const auto resumed = client.resume(QByteArray(16, 'x'), { { { 1 }, 5 } });
    QVERIFY(resumed);
    QVERIFY(resumed->reset);
}

void TestConversation::pingNamesTheHeads()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    const auto sent = client.send(client.firstRoom(), u"head"_s);
    QVERIFY(sent);
    const auto pong = client.ask<Pong>(Ping{});
    QVERIFY(pong);
    QVERIFY(pong->heads.contains(RoomHead{ client.firstRoom(), sent->seq }));
}

void TestConversation::pagesGoBothWaysWithoutHoles()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    const auto made = client.ask<RoomOpened>(CreateRoom{ RoomKind::Private, u"Pages %1"_s.arg(m_people), {}, {} });
    QVERIFY(made);
    const RoomId room = made->room.id;
    for (int i = 0; i < 260; ++i)
        QVERIFY(client.send(room, u"p%1"_s.arg(i)));
    const auto forward = client.readAll(room);
    QVERIFY(forward);
    QList<RoomEvent> backward;
    Seq before = forward->last().seq + 1;
    while (before > 1) {
        const auto page = client.ask<HistoryPage>(FetchHistory{ room, before, 0, 50 });
        QVERIFY(page);
        QVERIFY(!page->events.isEmpty());
        QVERIFY(page->events.size() <= 50);
        backward = page->events + backward;
        before = page->events.first().seq;
    }
    QCOMPARE(backward, *forward);
    QVERIFY(isUnbroken(backward));
}

void TestConversation::largestTextArrivesUnchanged()
{
    TestClient client;
    TestClient reader;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    QVERIFY(reader.join(m_server.link(), freshLogin()));
    reader.forgetPushes();
    QString text;
    while (text.toUtf8().size() < 16 * 1024 - 200)
        text += u"Été à Noël, 😀 \u05e9\u05dc\u05d5\u05dd, ligne n° %1\n"_s.arg(text.size());
    text += QString(16 * 1024 - text.toUtf8().size(), u'x');
    QVERIFY(client.send(client.firstRoom(), text));
    QTRY_COMPARE(reader.pushedTexts(client.firstRoom()), QStringList{ text });
}

void TestConversation::textAboveTheLimitIsRefusedAndNothingIsLost()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    QString text = QString(3000, u'x') + u'\n';
    text = text.repeated(6);
    SystemClock clock;
    const auto refused = client.ask<Sent>(SendMessage{ client.firstRoom(), makeCid(clock), 1, text });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TextTooLong);
    QVERIFY2(!refused.error().retryAfterMs.has_value(), "asking again will not help");
    // A permanent refusal consumes its number.
    const auto next = client.ask<Sent>(SendMessage{ client.firstRoom(), makeCid(clock), 2, u"shorter"_s });
    QVERIFY2(next, next ? "" : errorName(next.error().code).data());
}

void TestConversation::hardTextsArriveByteForByte_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("accents") << u"L’été, où ça ? Àçèêëîïôùûü «oui» œuf"_s;
    QTest::newRow("emoji") << u"👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽"_s;
    QTest::newRow("right to left") << u"שלום עולם مرحبا بالعالم"_s;
    QTest::newRow("combining") << u"e\u0301\u0302\u0303"_s;
    QTest::newRow("lines and tabs") << u"un\n\tdeux\n\n trois "_s;
    QTest::newRow("markup") << u"<script>alert(1)</script> **gras** ![x](file:///etc/passwd)"_s;
    QTest::newRow("SQL") << u"'; DROP TABLE events; --"_s;
    QTest::newRow("supplementary plane") << u"𝔖𝔞𝔩𝔬𝔫 𠜎"_s;
}

void TestConversation::hardTextsArriveByteForByte()
{
    QFETCH(QString, text);
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    client.forgetPushes();
    QVERIFY(client.send(client.firstRoom(), text));
    QTRY_COMPARE(client.pushedTexts(client.firstRoom()), QStringList{ text });
    QCOMPARE(client.readAll(client.firstRoom())->last().text, text);
}

void TestConversation::restartKeepsEverything()
{
    TestClient client;
    QVERIFY(client.join(m_server.link(), freshLogin()));
    const RoomId room = client.firstRoom();
    QVERIFY(client.send(room, u"kept"_s));
    const auto before = client.readAll(room);
    const QByteArray pin = m_server.link().pin;
    const QByteArray epoch = client.welcome().epoch;
    QVERIFY2(m_server.stop(), m_server.output().constData());
    QVERIFY(m_server.start());
    QCOMPARE(m_server.link().pin, pin);
    TestClient again(client.key());
    QVERIFY(again.open(m_server.link()));
    QVERIFY(again.loginWithKey());
    QCOMPARE(again.welcome().epoch, epoch);
    QVERIFY(again.resume());
    QCOMPARE(*again.readAll(room), *before);
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
