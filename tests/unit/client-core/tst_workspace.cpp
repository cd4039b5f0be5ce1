// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/when_ready.h"
#include "shared/client-core/workspaces.h"
#include "tests/unit/client-core/fake_clock.h"
#include "tests/unit/client-core/fake_server.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace salon;
using namespace salon::test;
using namespace Qt::StringLiterals;

namespace {

const RoomId General{ 10 };

/// One installation with its own folder.
struct Installation
{
    Installation(FakeServer &server, const Clock &clock, const QString &folder)
        : profile({ folder, false, u"Test device"_s }, clock)
        , environment{ server.channels(), [] {
                          return 0.0;
                      } }
    {
    }
    void open()
    {
        QVERIFY(profile.lock());
        QSignalSpy opened(&profile, &ClientProfile::opened);
        profile.open();
        QVERIFY(opened.wait());
        workspaces = std::make_unique<Workspaces>(profile, u"test 1"_s, environment);
    }
    ClientProfile profile;
    Workspace::Environment environment;
    std::unique_ptr<Workspaces> workspaces;
};

template <class T>
Result<T> wait(const Answer<T> &answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }))
        return fail(ErrorCode::TimedOut);
    return answer.result();
}

} // namespace

/// Everything together, as a program uses it.
class TestWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void joinsByALinkAndTalks();
    void remembersTheServerAndStartsByItself();
    void historyIsThereWithoutNetwork();
    void textWrittenOfflineIsSentOnceAfterARestart();
    void wrongTextsAreRefusedBeforeTheyAreTaken();
    void commandsFailWhenOffline();
    void createsAndLeavesRooms();
    void namesAreCheckedHere();
    void linkWithAnotherKeyIsRefused();
    void linkInClearIsRefusedWhereAKeyIsKnown();
    void otherKeyStopsHard();
    void presenceChosenOfflineIsToldLater();
    void statusThatACutSwallowedIsToldAgain();
    void typingNamesOthersOnly();
    void whoComesLaterHasAName();
    void peopleAreAskedForOnce();
    void peopleWhoWereRefusedAreAskedForAgain();
    void notifiesAboutOthersOnly();
    void twoDevicesAgree();
    void removingAServerDeletesItsCache();
    void renamesSelf();
    void retranslatesItsModels();
    void roomsThatWereSilentHereAreSoForTheAccount();

private:
    Workspace *join();
    void restart();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Installation> m_installation;
};

void TestWorkspace::init()
{
    m_installation.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<FakeClock>();
    m_server = std::make_unique<FakeServer>();
    m_server->addRoom(General, u"General"_s);
    restart();
}

void TestWorkspace::restart()
{
    m_installation.reset();
    m_installation = std::make_unique<Installation>(*m_server, *m_clock, m_folder->path());
    m_installation->open();
}

Workspace *TestWorkspace::join()
{
    Workspace *workspace = *m_installation->workspaces->add({ u"chat.example.org"_s });
    workspace->login(Registration{ u"me"_s, u"Moi"_s, {}, {} });
    if (!QTest::qWaitFor([&] { return workspace->sync().isCaughtUp(); }))
        qWarning("not caught up");
    return workspace;
}

void TestWorkspace::joinsByALinkAndTalks()
{
    m_server->fill(General, 3);
    QSignalSpy added(m_installation->workspaces.get(), &Workspaces::added);
    Workspace *workspace = join();
    QCOMPARE(added.size(), 1);
    QCOMPARE(workspace->name(), u"Test"_s);
    QCOMPARE(workspace->selfName(), u"Moi"_s);
    QObject views;
    TimelineModel *timeline = workspace->makeTimeline(General, &views);
    QTRY_COMPARE(timeline->rowCount(), 3);
    const Result<Cid> cid = workspace->sendText(General, u"Salut à tous 🎉"_s);
    QVERIFY(cid);
    QTRY_COMPARE(timeline->rowCount(), 4);
    QTRY_COMPARE(timeline->newestSeq(), Seq(4));
    QCOMPARE(m_server->textsOf(General).last(), u"Salut à tous 🎉"_s);
    QTRY_COMPARE(workspace->outbox().unsentCount(), 0);
    MemberModel *members = workspace->makeMembers(General, &views);
    QTRY_COMPARE(members->rowCount(), 3);
    QCOMPARE(workspace->people().nameOf(FakeServer::Marie), u"Marie"_s);
}

void TestWorkspace::remembersTheServerAndStartsByItself()
{
    const QString id = join()->id();
    restart();
    QCOMPARE(m_installation->workspaces->count(), 1);
    Workspace *workspace = m_installation->workspaces->find(id);
    QVERIFY(workspace);
    QCOMPARE(workspace->server().pin, m_server->pin);
    QCOMPARE(workspace->server().login, u"me"_s);
    QVERIFY(workspace->server().enrolled);
    m_installation->workspaces->startAll();
    QTRY_VERIFY(workspace->session().isOnline());
    QCOMPARE(m_server->received(MessageType::LoginWithKey).size(), 1);
}

void TestWorkspace::historyIsThereWithoutNetwork()
{
    m_server->fill(General, 20);
    const QString id = join()->id();
    m_server->reachable = false;
    restart();
    Workspace *workspace = m_installation->workspaces->find(id);
    workspace->start();
    QTRY_COMPARE(workspace->roomList().rowCount(), 1);
    QObject views;
    TimelineModel *timeline = workspace->makeTimeline(General, &views);
    QTRY_COMPARE(timeline->rowCount(), 20);
    QVERIFY(timeline->isAtStart() && timeline->isAtEnd());
    QCOMPARE(workspace->selfName(), u"Moi"_s);
    QVERIFY(!workspace->session().isOnline());
}

void TestWorkspace::textWrittenOfflineIsSentOnceAfterARestart()
{
    const QString id = join()->id();
    m_server->reachable = false;
    m_server->cut();
    Workspace *workspace = m_installation->workspaces->find(id);
    QStringList texts;
    for (int i = 0; i < 25; ++i) {
        texts.append(u"offline %1"_s.arg(i));
        QVERIFY(workspace->sendText(General, texts.last()));
    }
    QTRY_COMPARE(workspace->outbox().entries().last().state, SendState::Queued);
    restart();
    m_server->reachable = true;
    m_installation->workspaces->startAll();
    workspace = m_installation->workspaces->find(id);
    QTRY_COMPARE(m_server->textsOf(General), texts);
    QTRY_COMPARE(workspace->outbox().entries().size(), 0);
    restart();
    m_installation->workspaces->startAll();
    QTRY_VERIFY(m_installation->workspaces->find(id)->sync().isCaughtUp());
    QCOMPARE(m_server->textsOf(General), texts);
}

void TestWorkspace::wrongTextsAreRefusedBeforeTheyAreTaken()
{
    Workspace *workspace = join();
    QCOMPARE(workspace->sendText(General, u"  \n"_s).error().code, ErrorCode::EmptyText);
    QCOMPARE(workspace->sendText(General, QString(5000, u'x')).error().code, ErrorCode::LineTooLong);
    const QString long16k = QString(4000, u'x') + u'\n';
    QCOMPARE(workspace->sendText(General, long16k.repeated(5)).error().code, ErrorCode::TextTooLong);
    QCOMPARE(workspace->sendText(RoomId{ 99 }, u"x"_s).error().code, ErrorCode::NotAMember);
    QVERIFY(workspace->outbox().entries().isEmpty());
}

void TestWorkspace::commandsFailWhenOffline()
{
    Workspace *workspace = join();
    workspace->stop();
    QCOMPARE(wait(workspace->setTopic(General, u"x"_s)).error().code, ErrorCode::ConnectionLost);
    QCOMPARE(wait(workspace->joinRoom(General)).error().code, ErrorCode::ConnectionLost);
    QCOMPARE(wait(workspace->findPeople({})).error().code, ErrorCode::ConnectionLost);
}

void TestWorkspace::createsAndLeavesRooms()
{
    Workspace *workspace = join();
    const Result<RoomId> room = wait(workspace->createRoom(RoomKind::Public, u"  Été  "_s, u"topic"_s));
    QVERIFY(room);
    QCOMPARE(workspace->rooms().displayName(*room), u"Été"_s); // there when the answer is
    QTRY_COMPARE(workspace->sync().last(*room), Seq(1));
    QSignalSpy removed(workspace, &Workspace::roomRemoved);
    QSignalSpy added(workspace, &Workspace::addedToRoom);
    QVERIFY(wait(workspace->leaveRoom(*room)));
    QCOMPARE(removed.size(), 1);
    QVERIFY(added.isEmpty());
    QVERIFY(!workspace->rooms().find(*room));
}

void TestWorkspace::namesAreCheckedHere()
{
    Workspace *workspace = join();
    QCOMPARE(wait(workspace->createRoom(RoomKind::Public, QString(65, u'x'))).error().code, ErrorCode::InvalidRoomName);
    QCOMPARE(wait(workspace->setTopic(General, QString(400, u'x'))).error().code, ErrorCode::InvalidTopic);
    QCOMPARE(wait(workspace->setDisplayName({})).error().code, ErrorCode::InvalidDisplayName);
    QCOMPARE(wait(workspace->changePassword({}, u"short"_s, false)).error().code, ErrorCode::PasswordTooShort);
    QCOMPARE(wait(workspace->setPresence(PresenceState::Online, QString(500, u'x'))).error().code,
        ErrorCode::InvalidStatusText);
}

void TestWorkspace::linkWithAnotherKeyIsRefused()
{
    Workspace *workspace = join();
    const JoinLink same{ u"CHAT.example.org"_s, 7256, m_server->pin };
    QCOMPARE(*m_installation->workspaces->add(same), workspace);
    const JoinLink other{ u"chat.example.org"_s, 7256, QByteArray(32, 'o') };
    const auto added = m_installation->workspaces->add(other);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::ServerKeyChanged);
    QCOMPARE(workspace->server().pin, m_server->pin);
}

void TestWorkspace::linkInClearIsRefusedWhereAKeyIsKnown()
{
    Workspace *workspace = join();
    JoinLink inClear{ u"chat.example.org"_s };
    inClear.plain = true;
    const auto added = m_installation->workspaces->add(inClear);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::TlsFailed);
    QVERIFY(!workspace->server().address.plain);
    // One that was in clear from the beginning stays so.
    JoinLink office{ u"office"_s };
    office.plain = true;
    QVERIFY(m_installation->workspaces->add(office));
    QVERIFY(m_installation->workspaces->add(office));
}

void TestWorkspace::otherKeyStopsHard()
{
    Workspace *workspace = *m_installation->workspaces->add({ u"new.example.org"_s, 7256, QByteArray(32, 'o') });
    QSignalSpy changed(&workspace->session(), &Session::serverKeyChanged);
    workspace->login(Registration{ u"me"_s, {}, u"my password"_s, {} });
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_server->received(MessageType::Hello).isEmpty()); // nothing was sent
    QCOMPARE(workspace->server().pin, QByteArray(32, 'o'));
    workspace->session().acceptServerKey(m_server->pin);
    QTRY_VERIFY(workspace->session().isOnline());
    QCOMPARE(workspace->server().pin, m_server->pin);
}

void TestWorkspace::presenceChosenOfflineIsToldLater()
{
    Workspace *workspace = join();
    workspace->stop();
    QVERIFY(wait(workspace->setPresence(PresenceState::Busy, u"in a meeting"_s)));
    workspace->start();
    QTRY_VERIFY(m_server->received(MessageType::SetPresence).size() >= 2);
    const auto told = decode<SetPresence>(m_server->received(MessageType::SetPresence).last());
    QCOMPARE(told->state, PresenceState::Busy);
    QCOMPARE(told->statusText, std::optional(u"in a meeting"_s));
    QCOMPARE(workspace->presence(), PresenceState::Busy);
}

void TestWorkspace::statusThatACutSwallowedIsToldAgain()
{
    Workspace *workspace = join();
    const auto lastTold = [this] {
        const QList<Envelope> told = m_server->received(MessageType::SetPresence);
        return told.isEmpty() ? SetPresence() : decode<SetPresence>(told.last()).value_or(SetPresence());
    };
    m_server->intercept = [](FakeChannel *, const Envelope &request) {
        return request.is(MessageType::SetPresence);
    };
    const auto answer = workspace->setPresence(PresenceState::Busy, u"at lunch"_s);
    QTRY_COMPARE(lastTold().statusText, std::optional(u"at lunch"_s));
    const auto before = m_server->received(MessageType::SetPresence).size();
    m_server->cut();
    m_server->intercept = nullptr;
    QCOMPARE(wait(answer).error().code, ErrorCode::ConnectionLost);
    QTRY_VERIFY(m_server->received(MessageType::SetPresence).size() > before);
    QCOMPARE(lastTold().statusText, std::optional(u"at lunch"_s));
    QCOMPARE(lastTold().state, PresenceState::Busy);
}

void TestWorkspace::typingNamesOthersOnly()
{
    Workspace *workspace = join();
    QSignalSpy typing(workspace, &Workspace::typingChanged);
    QTRY_VERIFY(workspace->people().find(FakeServer::Marie));
    m_server->pushAll(TypingSeen{ General, FakeServer::Me });
    m_server->pushAll(TypingSeen{ General, FakeServer::Marie });
    QTRY_COMPARE(workspace->typingNames(General), QStringList{ u"Marie"_s });
    QCOMPARE(typing.size(), 1);
    m_server->say(General, FakeServer::Marie, u"done"_s);
    QTRY_VERIFY(workspace->typingNames(General).isEmpty());
    workspace->typing(General);
    workspace->typing(General);
    QTRY_COMPARE(m_server->received(MessageType::Typing).size(), 1);
    m_installation->profile.settings().change([](Settings &settings) { settings.sendsTyping = false; });
    m_clock->advance(60'000);
    workspace->typing(General);
    // What is sent after it has come, and nothing came before.
    QVERIFY(workspace->sendText(General, u"behind"_s));
    QTRY_COMPARE(m_server->received(MessageType::SendMessage).size(), 1);
    QCOMPARE(m_server->received(MessageType::Typing).size(), 1);
}

void TestWorkspace::whoComesLaterHasAName()
{
    constexpr AccountId Zoe{ 9 };
    Workspace *workspace = join();
    QTRY_VERIFY(workspace->people().find(FakeServer::Marie));
    m_server->forgetReceived();
    m_server->newcomers.insert(Zoe, u"Zoé"_s);
    RoomEvent joined;
    joined.room = General;
    joined.kind = EventKind::Joined;
    joined.author = Zoe;
    joined.authorName = u"Zoé"_s;
    m_server->append(joined);
    QTRY_VERIFY(workspace->people().find(Zoe));
    const auto asked = m_server->received(MessageType::FindPeople);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(decode<FindPeople>(asked.constFirst())->query, u"Zoé"_s);
    // Who is known, and who was looked for and not found, is not asked for again.
    constexpr AccountId Nobody{ 99 };
    m_server->say(General, Zoe, u"me voilà"_s);
    m_server->say(General, Nobody, u"one"_s);
    QTRY_COMPARE(m_server->received(MessageType::FindPeople).size(), 2);
    m_server->say(General, Nobody, u"two"_s);
    m_server->newcomers.insert(AccountId{ 10 }, u"Luc"_s);
    m_server->say(General, AccountId{ 10 }, u"three"_s);
    QTRY_VERIFY(workspace->people().find(AccountId{ 10 }));
    QCOMPARE(m_server->received(MessageType::FindPeople).size(), 3);
}

void TestWorkspace::peopleAreAskedForOnce()
{
    Workspace *workspace = join();
    QTRY_VERIFY(workspace->people().find(FakeServer::Marie));
    m_server->forgetReceived();
    const auto speak = [this](qint64 from, qint64 to) {
        for (qint64 id = from; id <= to; ++id) {
            m_server->newcomers.insert(AccountId{ id }, u"Person %1"_s.arg(id));
            m_server->say(General, AccountId{ id }, u"me voilà"_s);
        }
    };
    const auto queries = [this] {
        QStringList asked;
        for (const Envelope &request : m_server->received(MessageType::FindPeople))
            asked.append(decode<FindPeople>(request)->query);
        return asked;
    };
    speak(101, 102); // the answer about the first tells the second, too
    QTRY_VERIFY(workspace->people().find(AccountId{ 102 }));
    QCOMPARE(queries().size(), 1);
    QVERIFY(!queries().constFirst().isEmpty());
    speak(201, 209); // too many to ask for each
    QTRY_VERIFY(workspace->people().find(AccountId{ 209 }));
    QCOMPARE(queries().size(), 2);
    QCOMPARE(queries().constLast(), QString());
    constexpr AccountId Nobody{ 99 };
    m_server->say(General, Nobody, u"one"_s);
    QTRY_COMPARE(queries().size(), 3);
}

void TestWorkspace::peopleWhoWereRefusedAreAskedForAgain()
{
    int refusals = 0;
    ErrorCode code = ErrorCode::RateLimited;
    m_server->intercept = [&](FakeChannel *channel, const Envelope &request) {
        if (!request.is(MessageType::FindPeople) || refusals == 2)
            return false;
        ++refusals;
        m_server->refuse(channel, request, code, {}, 20);
        return true;
    };
    Workspace *workspace = join();
    QTRY_VERIFY(workspace->people().find(FakeServer::Marie)); // by itself
    QCOMPARE(refusals, 2);
    // What failed otherwise is asked for when there is a reason again.
    refusals = 1;
    code = ErrorCode::StorageFailed;
    constexpr AccountId Zoe{ 9 };
    m_server->newcomers.insert(Zoe, u"Zoé"_s);
    m_server->say(General, Zoe, u"one"_s);
    QTRY_COMPARE(refusals, 2);
    m_server->say(General, Zoe, u"two"_s);
    QTRY_VERIFY(workspace->people().find(Zoe));
}

void TestWorkspace::notifiesAboutOthersOnly()
{
    m_server->fill(General, 5);
    Workspace *workspace = join();
    QSignalSpy arrived(workspace, &Workspace::messageArrived);
    QSignalSpy unread(workspace, &Workspace::unreadChanged);
    QVERIFY(workspace->sendText(General, u"own"_s));
    m_server->say(General, FakeServer::Marie, u"@me"_s, { FakeServer::Me });
    QTRY_COMPARE(arrived.size(), 1);
    QVERIFY(arrived[0][2].toBool());
    QTRY_VERIFY(!unread.isEmpty());
    QCOMPARE(unread.last()[1].toUInt(), 1U);
    workspace->markAllRead(General);
    QCOMPARE(unread.last()[0].toUInt(), 0U);
}

void TestWorkspace::twoDevicesAgree()
{
    m_server->fill(General, 10);
    Workspace *first = join();
    QTemporaryDir folder;
    Installation other(*m_server, *m_clock, folder.path());
    other.open();
    Workspace *second = *other.workspaces->add({ u"chat.example.org"_s });
    second->login(PasswordLogin{ u"me"_s, m_server->password });
    QTRY_VERIFY(second->sync().isCaughtUp());
    QVERIFY(first->sendText(General, u"from the first"_s));
    QTRY_COMPARE(second->sync().last(General), Seq(11));
    second->markAllRead(General);
    QTRY_COMPARE(first->rooms().find(General)->readSeq, Seq(11));
    QTRY_COMPARE(first->rooms().find(General)->unread, 0U);
}

void TestWorkspace::removingAServerDeletesItsCache()
{
    const QString id = join()->id();
    const QString folder = m_installation->profile.serverFolder(id);
    QVERIFY(QDir(folder).exists(u"outbox.sqlite"_s));
    QSignalSpy removed(m_installation->workspaces.get(), &Workspaces::removed);
    m_installation->workspaces->remove(id);
    QCOMPARE(removed.size(), 1);
    QVERIFY(!QDir(folder).exists());
    QCOMPARE(m_installation->workspaces->count(), 0);
    QCOMPARE(m_server->connections(), 0);
}

void TestWorkspace::renamesSelf()
{
    Workspace *workspace = join();
    QSignalSpy changed(workspace, &Workspace::selfChanged);
    QVERIFY(wait(workspace->setDisplayName(u"Zoé"_s)));
    QTRY_COMPARE(workspace->selfName(), u"Zoé"_s);
    QVERIFY(!changed.isEmpty());
}

void TestWorkspace::retranslatesItsModels()
{
    m_server->fill(General, 3);
    Workspace *workspace = join();
    QObject views;
    TimelineModel *timeline = workspace->makeTimeline(General, &views);
    QTRY_COMPARE(timeline->rowCount(), 3);
    QSignalSpy changed(timeline, &TimelineModel::dataChanged);
    workspace->retranslate();
    QCOMPARE(changed.size(), 1);
}

void TestWorkspace::roomsThatWereSilentHereAreSoForTheAccount()
{
    const RoomId ops{ 11 };
    m_server->addRoom(ops, u"Ops"_s);
    Workspace *workspace = join();
    workspace->setAttention(ops, Attention::Mentions); // chosen for the account already
    const auto entry = [&](RoomId room) {
        return u"%1/%2"_s.arg(workspace->id()).arg(room.value);
    };
    m_installation->profile.settings().change([&](Settings &settings) {
        settings.mutedRooms = { entry(General), entry(ops), entry(RoomId{ 999 }), u"another/10"_s };
    });
    m_server->cut();
    workspace->session().retryNow();
    QTRY_COMPARE(workspace->attention(General), Attention::Nothing);
    QCOMPARE(workspace->attention(ops), Attention::Mentions);
    QCOMPARE(m_installation->profile.settings().current().mutedRooms, QStringList{ u"another/10"_s });
    QTRY_COMPARE(m_server->room(General).summary.attention, Attention::Nothing);
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
