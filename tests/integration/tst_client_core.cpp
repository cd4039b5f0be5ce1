// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/integration/client_installation.h"
#include "tests/support/server_process.h"

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

/// Texts of a room as the mirror and the server give them, read page by page to the beginning.
QStringList textsOf(Workspace &workspace, RoomId room)
{
    QObject views;
    TimelineModel *timeline = workspace.makeTimeline(room, &views);
    timeline->setMaxRows(1'000'000);
    const auto idle = [&] {
        return !timeline->isLoading();
    };
    if (!QTest::qWaitFor(idle, PatienceMs))
        return {};
    while (!timeline->isAtStart()) {
        timeline->fetchOlder();
        if (!QTest::qWaitFor(idle, PatienceMs))
            return {};
    }
    QStringList texts;
    for (int row = 0; row < timeline->rowCount(); ++row) {
        const QModelIndex index = timeline->index(row);
        if (index.data(TimelineModel::RowKindRole).toInt() == int(TimelineModel::RowKind::Message))
            texts.append(index.data(TimelineModel::TextRole).toString());
    }
    return texts;
}

} // namespace

/// The client library against the real server.
class TestClientCore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void registersTalksAndComesBackByKey();
    void fullOutboxIsSentOnceAfterARestart();
    void manyLinesArriveAsFastAsTheServerAllows();
    void serverKilledUnderLoadLosesNothing();
    void twoDevicesAgreeOnReadPositions();
    void aRoomOfThousandsIsReadBackToItsStart();
    void roomsPeopleAndPresence();
    void anotherServerAtTheSameAddressIsAHardStop();

private:
    std::unique_ptr<ServerProcess> m_server;
};

void TestClientCore::init()
{
    m_server = std::make_unique<ServerProcess>();
    m_server->makeLenient();
    QVERIFY(m_server->start());
}

void TestClientCore::registersTalksAndComesBackByKey()
{
    Installation laptop;
    Workspace *workspace = laptop.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, {}, {} });
    QVERIFY(caughtUp(workspace));
    QCOMPARE(workspace->server().pin, m_server->link().pin);
    const RoomId room = firstRoom(*workspace);
    QVERIFY(room.isValid());
    const QString text = u"Ça marche ? 🎉\nשלום"_s;
    QVERIFY(workspace->sendText(room, text));
    QVERIFY(allSent(workspace));
    workspace = laptop.start();
    QVERIFY(caughtUp(workspace));
    QCOMPARE(workspace->selfName(), u"Zoé"_s);
    QCOMPARE(textsOf(*workspace, room).last(), text);
}

void TestClientCore::fullOutboxIsSentOnceAfterARestart()
{
    Installation laptop;
    Workspace *workspace = laptop.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, {}, {} });
    QVERIFY(caughtUp(workspace));
    const RoomId room = firstRoom(*workspace);
    m_server->kill();
    QTRY_VERIFY(!workspace->session().isOnline());
    QStringList texts;
    for (int i = 0; i < 150; ++i) {
        texts.append(u"written offline %1"_s.arg(i));
        QVERIFY(workspace->sendText(room, texts.last()));
    }
    QTRY_COMPARE(workspace->outbox().entries().last().state, SendState::Queued);
    laptop.quit();
    QVERIFY(m_server->start());
    workspace = laptop.start();
    QVERIFY(caughtUp(workspace));
    QVERIFY(allSent(workspace));
    QCOMPARE(textsOf(*workspace, room).mid(textsOf(*workspace, room).size() - 150), texts);
    workspace = laptop.start(); // nothing is sent again
    QVERIFY(caughtUp(workspace));
    QCOMPARE(textsOf(*workspace, room).count(texts.first()), 1);
}

void TestClientCore::manyLinesArriveAsFastAsTheServerAllows()
{
    ServerProcess strict; // 20 messages at once, then 2 a second
    strict.environment.insert(u"SALON_REGISTRATION"_s, u"open"_s);
    QVERIFY(strict.start());
    Installation laptop;
    Workspace *workspace = laptop.join(strict.link(), Registration{ u"zoe"_s, {}, {}, {} });
    QVERIFY(caughtUp(workspace));
    const RoomId room = firstRoom(*workspace);
    QStringList lines;
    for (int i = 0; i < 60; ++i) {
        lines.append(u"line %1"_s.arg(i));
        QVERIFY(workspace->sendText(room, lines.last()));
    }
    QTRY_VERIFY_WITH_TIMEOUT(workspace->outbox().entries().isEmpty(), 28'000);
    const QStringList texts = textsOf(*workspace, room);
    QCOMPARE(texts.mid(texts.size() - lines.size()), lines);
}

void TestClientCore::serverKilledUnderLoadLosesNothing()
{
    Installation laptop;
    Workspace *workspace = laptop.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, {}, {} });
    QVERIFY(caughtUp(workspace));
    const RoomId room = firstRoom(*workspace);
    QStringList texts;
    for (int kill = 0; kill < 4; ++kill) {
        for (int i = 0; i < 100; ++i) {
            texts.append(u"kill %1 text %2"_s.arg(kill).arg(i));
            QVERIFY(workspace->sendText(room, texts.last()));
        }
        // In the middle of it: some are answered, some on their way, some not sent.
        QTRY_VERIFY_WITH_TIMEOUT(workspace->outbox().unsentCount() <= 80, PatienceMs);
        m_server->kill();
        QVERIFY(m_server->start());
        workspace->session().retryNow();
    }
    QVERIFY(allSent(workspace));
    QVERIFY(caughtUp(workspace));
    QCOMPARE(textsOf(*workspace, room), texts);
    // What a device sees that was never there before.
    Installation other;
    Workspace *second = other.join(m_server->link(), Registration{ u"max"_s, u"Max"_s, {}, {} });
    QVERIFY(caughtUp(second));
    QCOMPARE(textsOf(*second, room), texts);
}

void TestClientCore::twoDevicesAgreeOnReadPositions()
{
    Installation laptop;
    Installation phone;
    Installation other;
    Workspace *first = laptop.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, u"a good password"_s, {} });
    QVERIFY(caughtUp(first));
    Workspace *second = phone.join(m_server->link(), PasswordLogin{ u"zoe"_s, u"a good password"_s });
    QVERIFY(caughtUp(second));
    Workspace *max = other.join(m_server->link(), Registration{ u"max"_s, u"Max"_s, {}, {} });
    QVERIFY(caughtUp(max));
    const RoomId room = firstRoom(*max);
    for (int i = 0; i < 5; ++i)
        QVERIFY(max->sendText(room, i == 3 ? u"@zoe look"_s : QString::number(i)));
    QVERIFY(allSent(max));
    QTRY_COMPARE(first->rooms().find(room)->unread, 5U);
    QTRY_COMPARE(second->rooms().find(room)->unread, 5U);
    QCOMPARE(second->rooms().find(room)->mentions, 1U);
    second->stop();
    second->markAllRead(room); // on the train
    QCOMPARE(second->rooms().find(room)->unread, 0U);
    QCOMPARE(first->rooms().find(room)->unread, 5U);
    second = phone.start();
    QVERIFY(caughtUp(second));
    QTRY_COMPARE(first->rooms().find(room)->unread, 0U);
    QCOMPARE(first->rooms().find(room)->mentions, 0U);
    QTRY_COMPARE(first->rooms().find(room)->readSeq, second->rooms().find(room)->readSeq);
}

void TestClientCore::aRoomOfThousandsIsReadBackToItsStart()
{
    Installation writer;
    Workspace *max = writer.join(m_server->link(), Registration{ u"max"_s, u"Max"_s, {}, {} });
    QVERIFY(caughtUp(max));
    const RoomId room = firstRoom(*max);
    QStringList texts;
    for (int i = 0; i < 2000; ++i) {
        texts.append(u"line %1"_s.arg(i));
        QVERIFY(max->sendText(room, texts.last()));
    }
    QVERIFY(allSent(max));
    Installation reader;
    Workspace *zoe = reader.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, {}, {} });
    QVERIFY(caughtUp(zoe));
    QCOMPARE(textsOf(*zoe, room), texts);
    m_server->kill();
    zoe = reader.start(false); // and without any network
    QVERIFY(QTest::qWaitFor([&] { return zoe->isLoaded(); }));
    QCOMPARE(textsOf(*zoe, room), texts);
}

void TestClientCore::roomsPeopleAndPresence()
{
    Installation a;
    Installation b;
    Workspace *zoe = a.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, {}, {} });
    QVERIFY(caughtUp(zoe));
    Workspace *max = b.join(m_server->link(), Registration{ u"max"_s, u"Max"_s, {}, {} });
    QVERIFY(caughtUp(max));
    const auto finished = [](const auto &answer) {
        return QTest::qWaitFor([&] { return answer.isFinished(); }, PatienceMs) && answer.result().has_value();
    };
    const auto made = zoe->createRoom(RoomKind::Private, u"Été 2026"_s, u"Plans"_s);
    QVERIFY(finished(made));
    const RoomId room = *made.result();
    QSignalSpy added(max, &Workspace::addedToRoom);
    QVERIFY(finished(zoe->invite(room, max->selfId())));
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(max->rooms().displayName(room), u"Été 2026"_s);
    QVERIFY(finished(zoe->renameRoom(room, u"Hiver"_s)));
    QTRY_COMPARE(max->rooms().displayName(room), u"Hiver"_s);
    QVERIFY(finished(zoe->setPresence(PresenceState::Busy, u"en réunion"_s)));
    QTRY_VERIFY(max->people().find(zoe->selfId()));
    QTRY_COMPARE(max->people().find(zoe->selfId())->presence, PresenceState::Busy);
    QTRY_COMPARE(max->people().find(zoe->selfId())->statusText, u"en réunion"_s);
    const auto direct = max->openDirect({ zoe->selfId() });
    QVERIFY(finished(direct));
    QCOMPARE(max->rooms().displayName(*direct.result()), u"Zoé"_s);
    QSignalSpy arrived(zoe, &Workspace::messageArrived);
    QVERIFY(max->sendText(*direct.result(), u"psst"_s));
    QTRY_COMPARE(arrived.size(), 1);
    QTRY_COMPARE(zoe->rooms().displayName(*direct.result()), u"Max"_s);
    max->typing(room);
    QTRY_COMPARE(zoe->typingNames(room), QStringList{ u"Max"_s });
    QVERIFY(finished(max->leaveRoom(room)));
    QVERIFY(!max->rooms().find(room));
    QObject views;
    MemberModel *members = zoe->makeMembers(room, &views);
    QTRY_COMPARE(members->rowCount(), 1);
}

void TestClientCore::anotherServerAtTheSameAddressIsAHardStop()
{
    Installation laptop;
    Workspace *workspace = laptop.join(m_server->link(), Registration{ u"zoe"_s, u"Zoé"_s, {}, {} });
    QVERIFY(caughtUp(workspace));
    const quint16 port = m_server->port();
    m_server->kill();
    ServerProcess impostor;
    impostor.makeLenient();
    impostor.arguments += { u"--listen"_s, u"127.0.0.1:%1"_s.arg(port) };
    QSignalSpy changed(&workspace->session(), &Session::serverKeyChanged);
    QVERIFY(impostor.start());
    workspace->session().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, PatienceMs);
    QCOMPARE(workspace->session().state(), SessionState::Offline);
    QVERIFY(!workspace->session().isRetrying());
    workspace->session().acceptServerKey(impostor.link().pin);
    // The key is accepted; the account is not there.
    QSignalSpy needed(&workspace->session(), &Session::credentialsNeeded);
    QTRY_COMPARE_WITH_TIMEOUT(needed.size(), 1, PatienceMs);
    QCOMPARE(needed[0][1].value<Error>().code, ErrorCode::DeviceUnknown);
}

QTEST_GUILESS_MAIN(TestClientCore)
#include "tst_client_core.moc"
