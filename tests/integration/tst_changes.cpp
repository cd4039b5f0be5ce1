// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include "shared/base/clock.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// Changes of messages over a real server: what two devices see, after every kind of end, and that what is deleted is
/// in none of the server's files.
class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_counters.clear(); } // another client may stand where an earlier one stood
    void cleanupTestCase();
    void twoDevicesSeeEachChange();
    void aRepeatedChangeIsDoneOnce();
    void changesSurviveAKill();
    void deletedTextsAreInNoFileOfTheServer();
    void strangersChangeNothing();
    void theBannedStayOut();

private:
    struct Change
    {
        EventKind kind{};
        Seq target = 0;
        QString text{}; ///< or emoji
    };
    SendMessage draft(TestClient &client, RoomId room, const Change &change);
    Result<Sent> send(TestClient &client, RoomId room, const Change &change)
    {
        return client.ask<Sent>(draft(client, room, change));
    }
    static RoomEvent at(TestClient &client, RoomId room, Seq seq);
    [[nodiscard]] bool isInFiles(const QByteArray &bytes) const;
    QString freshLogin() { return u"person%1"_s.arg(++m_people); }

    SystemClock m_clock;
    ServerProcess m_server;
    QHash<TestClient *, quint64> m_counters;
    int m_people = 0;
};

void TestChanges::initTestCase()
{
    m_server.makeLenient();
    QVERIFY(m_server.start());
}

void TestChanges::cleanupTestCase()
{
    QVERIFY2(m_server.stop(), m_server.output().constData());
}

/// All goes under numbers of one count, from 1 on.
SendMessage TestChanges::draft(TestClient &client, RoomId room, const Change &change)
{
    SendMessage message;
    message.room = room;
    message.cid = makeCid(m_clock);
    message.counter = ++m_counters[&client];
    message.kind = change.kind;
    message.target = change.target;
    if (change.kind == EventKind::Reacted || change.kind == EventKind::Unreacted)
        message.emoji = change.text;
    else
        message.text = change.text;
    return message;
}

RoomEvent TestChanges::at(TestClient &client, RoomId room, Seq seq)
{
    const auto page = client.ask<HistoryPage>(FetchHistory{ room, 0, seq - 1, 1 });
    return page ? page->events.value(0) : RoomEvent{};
}

bool TestChanges::isInFiles(const QByteArray &bytes) const
{
    const QDir folder(m_server.dataFolder());
    for (const QString &name : folder.entryList({ u"salon.db*"_s }, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

void TestChanges::twoDevicesSeeEachChange()
{
    TestClient marie;
    QVERIFY(marie.join(m_server.link(), freshLogin()));
    TestClient jean;
    QVERIFY(jean.join(m_server.link(), freshLogin()));
    const RoomId room = marie.firstRoom();
    const Seq seq = send(marie, room, { EventKind::Message, 0, u"Bonjuor"_s })->seq;
    QVERIFY(send(marie, room, { EventKind::Edited, seq, u"Bonjour"_s }));
    QVERIFY(send(jean, room, { EventKind::Reacted, seq, u"👍"_s }));
    const auto answered = send(jean, room, { EventKind::Message, seq, u"Salut"_s });
    QVERIFY(answered);
    const auto kindsOf = [room](const TestClient &client) {
        QList<EventKind> kinds;
        for (const RoomEvent &event : client.pushes<RoomEvent>()) {
            if (event.room == room && event.kind != EventKind::Joined)
                kinds.append(event.kind);
        }
        return kinds;
    };
    const QList<EventKind> expected{ EventKind::Message, EventKind::Edited, EventKind::Reacted, EventKind::Message };
    QTRY_COMPARE(kindsOf(marie), expected);
    QTRY_COMPARE(kindsOf(jean), expected);
    const RoomEvent form = at(jean, room, seq);
    QCOMPARE(form.text, u"Bonjour"_s);
    QCOMPARE(form.changed, seq + 2);
    QVERIFY(form.reactions.value(0).mine);
    QVERIFY(!at(marie, room, seq).reactions.value(0).mine);
    QCOMPARE(at(marie, room, answered->seq).target, seq);
    QCOMPARE(marie.ask<RevisionList>(ListRevisions{ room, seq })->revisions.size(), 2);
    QVERIFY(send(marie, room, { EventKind::Deleted, seq, {} }));
    QTRY_COMPARE(jean.pushes<RoomEvent>().back().kind, EventKind::Deleted);
    QVERIFY(at(jean, room, seq).deleted);
    QCOMPARE(at(jean, room, answered->seq).text, u"Salut"_s);
}

void TestChanges::aRepeatedChangeIsDoneOnce()
{
    TestClient marie;
    QVERIFY(marie.join(m_server.link(), freshLogin()));
    const RoomId room = marie.firstRoom();
    const Seq seq = send(marie, room, { EventKind::Message, 0, u"x"_s })->seq;
    const SendMessage reaction = draft(marie, room, { EventKind::Reacted, seq, u"🎉"_s });
    const auto first = marie.ask<Sent>(reaction);
    QVERIFY(first);
    QCOMPARE(marie.ask<Sent>(reaction).value(), first.value());
    m_server.kill();
    QVERIFY(m_server.start());
    TestClient again(marie.key());
    QVERIFY(again.open(m_server.link()));
    QVERIFY(again.loginWithKey());
    QCOMPARE(again.ask<Sent>(reaction).value(), first.value());
    QCOMPARE(at(again, room, seq).reactions.value(0).count, 1U);
    // The same wish under another cid is one that changes nothing; its number is used up.
    m_counters[&again] = m_counters[&marie];
    QCOMPARE(send(again, room, { EventKind::Reacted, seq, u"🎉"_s }).error().code, ErrorCode::NothingToChange);
    QVERIFY(send(again, room, { EventKind::Unreacted, seq, u"🎉"_s }));
}

void TestChanges::changesSurviveAKill()
{
    auto marie = std::make_unique<TestClient>();
    QVERIFY(marie->join(m_server.link(), freshLogin()));
    const RoomId room = marie->ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Kills"_s, {}, {} })->room.id;
    quint64 counter = 0;
    const auto change = [&](const Change &wanted) {
        m_counters[marie.get()] = counter++;
        const auto sent = send(*marie, room, wanted);
        return sent ? sent->seq : 0;
    };
    const auto killAndComeBack = [&] {
        m_server.kill();
        QVERIFY(m_server.start());
        const DeviceKey key = marie->key();
        marie = std::make_unique<TestClient>(key);
        QVERIFY(marie->open(m_server.link()));
        QVERIFY(marie->loginWithKey());
    };
    const Seq seq = change({ EventKind::Message, 0, u"first"_s });
    QVERIFY(seq > 0);
    killAndComeBack();
    QVERIFY(change({ EventKind::Edited, seq, u"second"_s }) > 0);
    killAndComeBack();
    QCOMPARE(at(*marie, room, seq).text, u"second"_s);
    QVERIFY(change({ EventKind::Pinned, seq, {} }) > 0);
    killAndComeBack();
    QVERIFY(at(*marie, room, seq).pinned);
    QCOMPARE(marie->ask<MessageList>(ListMessages{ MessageListKind::Pinned, room, 0, 0 })->messages.size(), 1);
    QVERIFY(marie->ask<Done>(SaveMessage{ room, seq, true }));
    const Seq deletion = change({ EventKind::Deleted, seq, {} });
    killAndComeBack();
    QVERIFY(at(*marie, room, seq).deleted);
    QCOMPARE(at(*marie, room, seq).changed, deletion);
    QCOMPARE(marie->ask<MessageList>(ListMessages{ MessageListKind::Saved, {}, 0, 0 })->messages.size(), 1);
    QCOMPARE(marie->ask<RevisionList>(ListRevisions{ room, seq }).error().code, ErrorCode::MessageGone);
}

void TestChanges::deletedTextsAreInNoFileOfTheServer()
{
    TestClient marie;
    QVERIFY(marie.join(m_server.link(), freshLogin()));
    const RoomId room = marie.firstRoom();
    QList<Seq> seqs;
    for (int i = 0; i < 40; ++i) {
        const QString text = u"verschwiegen-%1 "_s.arg(i) + QString(i * 100, u'x');
        seqs.append(send(marie, room, { EventKind::Message, 0, text })->seq);
        if (i % 4 == 0)
            QVERIFY(send(marie, room, { EventKind::Edited, seqs.back(), text + u" edited"_s }));
    }
    QVERIFY(isInFiles("verschwiegen-39"));
    for (const Seq seq : std::as_const(seqs))
        QVERIFY(send(marie, room, { EventKind::Deleted, seq, {} }));
    QTRY_VERIFY(!isInFiles("verschwiegen"));
    // What a kill leaves in the write-ahead log is gone when the server is back.
    const Seq last = send(marie, room, { EventKind::Message, 0, u"verschwiegen"_s })->seq;
    QVERIFY(send(marie, room, { EventKind::Deleted, last, {} }));
    m_server.kill();
    QVERIFY(m_server.start());
    QVERIFY(!isInFiles("verschwiegen"));
}

void TestChanges::strangersChangeNothing()
{
    TestClient marie;
    QVERIFY(marie.join(m_server.link(), freshLogin()));
    TestClient jean;
    QVERIFY(jean.join(m_server.link(), freshLogin()));
    const RoomId secret = marie.ask<RoomOpened>(CreateRoom{ RoomKind::Private, u"Secret"_s, {}, {} })->room.id;
    const Seq seq = send(marie, secret, { EventKind::Message, 0, u"x"_s })->seq;
    for (const EventKind kind : { EventKind::Edited, EventKind::Deleted, EventKind::Reacted, EventKind::Unreacted,
             EventKind::Pinned, EventKind::Unpinned })
        QCOMPARE(send(jean, secret, { kind, seq, u"👍"_s }).error().code, ErrorCode::RoomUnknown);
    QCOMPARE(jean.ask<Done>(SaveMessage{ secret, seq, true }).error().code, ErrorCode::RoomUnknown);
    // In another room the numbers begin anew.
    m_counters.clear();
    const Seq open = send(jean, jean.firstRoom(), { EventKind::Message, 0, u"his"_s })->seq;
    QCOMPARE(send(marie, marie.firstRoom(), { EventKind::Edited, open, u"not hers"_s }).error().code,
        ErrorCode::NotPermitted);
    QCOMPARE(send(marie, marie.firstRoom(), { EventKind::Deleted, open, {} }).error().code, ErrorCode::NotPermitted);
    QCOMPARE(send(marie, marie.firstRoom(), { EventKind::Pinned, open, {} }).error().code, ErrorCode::NotPermitted);
    QCOMPARE(at(marie, marie.firstRoom(), open).text, u"his"_s);
}

void TestChanges::theBannedStayOut()
{
    TestClient marie;
    QVERIFY(marie.join(m_server.link(), freshLogin()));
    TestClient jean;
    QVERIFY(jean.join(m_server.link(), freshLogin()));
    const AccountId account = jean.self().account;
    const RoomId room = marie.ask<RoomOpened>(CreateRoom{ RoomKind::Public, u"Ours"_s, {}, { account } })->room.id;
    QVERIFY(marie.ask<Done>(RemoveFromRoom{ room, account, true }));
    QTRY_COMPARE(jean.pushes<RoomRemoved>().size(), 1);
    QCOMPARE(jean.ask<RoomOpened>(JoinRoom{ room }).error().code, ErrorCode::Banned);
    m_server.kill();
    QVERIFY(m_server.start());
    TestClient back(jean.key());
    QVERIFY(back.open(m_server.link()));
    QVERIFY(back.loginWithKey());
    QCOMPARE(back.ask<RoomOpened>(JoinRoom{ room }).error().code, ErrorCode::Banned);
    TestClient maker(marie.key());
    QVERIFY(maker.open(m_server.link()));
    QVERIFY(maker.loginWithKey());
    QCOMPARE(maker.ask<BanList>(ListBans{ room, {} })->people.value(0).id, account);
    QVERIFY(maker.ask<Done>(LiftBan{ room, account }));
    QVERIFY(back.ask<RoomOpened>(JoinRoom{ room }));
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
