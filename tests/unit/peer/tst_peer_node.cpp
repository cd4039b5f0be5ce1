// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/under_wine.h"
#include "tests/unit/peer/device.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// Of a race that either side may win. Wine takes a second for each.
int rounds()
{
    return isUnderWine() ? 20 : 200;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    return server.serverPort();
}

/// Whether somebody listens there.
bool answers(const QHostAddress &address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected();
}

quint16 freeDiscoveryPort()
{
    SystemClock clock;
    DiscoveryResponder responder(clock);
    return responder.start(0) ? responder.port() : quint16(0);
}

QList<NetworkLink> loopbackOnly()
{
    QList<NetworkLink> links = runningLinks();
    links.removeIf([](const NetworkLink &link) { return !link.loopback; });
    return links;
}

PeerNodeOptions announcing(quint16 port)
{
    PeerNodeOptions options = Device::quiet();
    options.announce = true;
    options.discoveryPort = port;
    options.links = loopbackOnly;
    options.searchMs = 500;
    return options;
}

} // namespace

/// Devices that find, dial and settle.
class TestPeerNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsDialledIsAskedFirst()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        nour.acceptsEverybody = false;
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return nour.requests.size() == 1; }));
        QCOMPARE(nour.requests.first().key, marie.key());
        QCOMPARE(nour.requests.first().name, u"Marie"_s);
        QVERIFY(becomes([&] { return marie.node().isReachable(nour.key()); }));
        QVERIFY(marie.say(nour, u"puis-je ?"_s));
        QVERIFY(!marie.isDirectTo(nour) && !nour.isDirectTo(marie));
        QVERIFY(!nour.node().conversation(marie.key()));
        nour.node().accept(marie.key());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
        QVERIFY(becomes([&] { return nour.lines(marie) == QStringList{ u"puis-je ?"_s }; }));
    }

    void whoIsBlockedStaysOut()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        nour.acceptsEverybody = false;
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return nour.requests.size() == 1; }));
        nour.node().block(marie.key());
        QSignalSpy refused(&marie.node(), &PeerNode::dialFailed);
        QVERIFY(becomes([&] { return refused.size() >= 3; }));
        QCOMPARE(nour.requests.size(), 1);
        QVERIFY(!nour.node().isReachable(marie.key()));
        // The decision outlives the program.
        nour.kill();
        QVERIFY(nour.start());
        QCOMPARE(nour.node().people().first().trust, PeerTrust::Blocked);
    }

    void knownPeopleAreNotAskedAboutAgain()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return nour.isDirectTo(marie); }));
        nour.kill();
        QVERIFY(nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return nour.isDirectTo(marie); }));
        QCOMPARE(nour.requests.size(), 1);
    }

    void aCutLinkIsDialledAgain()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        for (int i = 0; i < 5; ++i) {
            QVERIFY(becomes([&] { return nour.isDirectTo(marie) && marie.isDirectTo(nour); }));
            PeerNode &cutter = i % 2 ? nour.node() : marie.node();
            const QByteArray &other = i % 2 ? marie.key() : nour.key();
            cutter.conversation(other)->link()->abort({ ErrorCode::Canceled });
            QVERIFY(becomes([&] { return !cutter.isReachable(other); }));
        }
        QVERIFY(becomes([&] { return nour.isDirectTo(marie) && marie.isDirectTo(nour); }));
    }

    void bothDiallingAtOnceKeepOneLink()
    {
        for (int round = 0; round < rounds(); ++round) {
            Device marie(u"Marie"_s, Device::quiet(), Device::memory());
            Device nour(u"Nour"_s, Device::quiet(), Device::memory());
            QVERIFY(marie.start() && nour.start());
            const Endpoint toMarie = marie.address();
            marie.node().dial(nour.address());
            nour.node().dial(toMarie);
            QVERIFY(marie.say(nour, u"a"_s) && nour.say(marie, u"b"_s));
            const bool done = becomes([&] {
                return nour.lines(marie).contains(u"a"_s) && marie.lines(nour).contains(u"b"_s)
                    && marie.queuedFor(nour) == 0 && nour.queuedFor(marie) == 0 && marie.isDirectTo(nour)
                    && nour.isDirectTo(marie);
            });
            QVERIFY2(done, qPrintable(u"round %1"_s.arg(round)));
            QCOMPARE(marie.lines(nour).filter(u"b"_s), QStringList{ u"b"_s });
            QCOMPARE(nour.lines(marie).filter(u"a"_s), QStringList{ u"a"_s });
        }
    }

    void whoeverStartsFirstWaits()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        const Endpoint place = Endpoint::tcp(u"127.0.0.1"_s, freePort());
        marie.node().connectOrListen(place);
        QSignalSpy waits(&marie.node(), &PeerNode::dialFailed);
        QVERIFY(becomes([&] { return !waits.isEmpty(); }));
        nour.node().connectOrListen(place);
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
    }

    void bothStartingAtOnceSettle()
    {
        for (int round = 0; round < rounds(); ++round) {
            Device marie(u"Marie"_s, Device::quiet(), Device::memory());
            Device nour(u"Nour"_s, Device::quiet(), Device::memory());
            QVERIFY(marie.start() && nour.start());
            const Endpoint place = Endpoint::tcp(u"127.0.0.1"_s, freePort());
            (round % 2 ? marie : nour).node().connectOrListen(place);
            (round % 2 ? nour : marie).node().connectOrListen(place);
            QVERIFY2(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }),
                qPrintable(u"round %1"_s.arg(round)));
        }
    }

    void whoDialsHimselfStaysAlone()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(marie.address());
        marie.node().dial(nour.address()); // begins later, and takes as long
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
        QVERIFY(!marie.node().isReachable(marie.key()));
        QCOMPARE(marie.requests.size(), 0);
        QCOMPARE(marie.node().people().size(), 1);
    }

    void anotherKeyAtAKnownAddressIsAnotherPerson()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        // The pin that discovery told belongs to somebody else: the connection ends before anything is said.
        QSignalSpy refused(&marie.node(), &PeerNode::dialFailed);
        marie.node().dial(nour.address(), QByteArray(32, 'x'));
        QVERIFY(becomes([&] { return !refused.isEmpty(); }));
        QCOMPARE(refused.first().at(1).value<Error>().code, ErrorCode::ServerKeyChanged);
        QCOMPARE(nour.requests.size(), 0);
    }

    void anotherKeyAtARememberedAddressIsARequest()
    {
        PeerNodeOptions fixed = Device::quiet();
        fixed.listen.port = freePort();
        const Endpoint place = fixed.listen;
        Device marie(u"Marie"_s);
        marie.acceptsEverybody = false;
        Device nour(u"Nour"_s, fixed);
        Device bob(u"Bob"_s, fixed);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(place);
        QVERIFY(becomes([&] { return marie.isDirectTo(nour); }));
        nour.kill();
        QVERIFY(bob.start());
        QVERIFY(becomes([&] { return marie.requests.size() == 1; }));
        const auto isTold = [&](const PeerPerson &asker) {
            QCOMPARE(asker.key, bob.key());
            QCOMPARE(asker.name, u"Bob"_s);
            QCOMPARE(asker.doubt, PeerDoubt::OtherKeyAtAddress);
            QCOMPARE(asker.notKey, nour.key());
            QCOMPARE(asker.address, place.toString());
        };
        isTold(marie.requests.first());
        QVERIFY(becomes([&] { return bob.node().conversation(marie.key()) != nullptr; }));
        QVERIFY(bob.say(marie, u"it is me, Nour"_s));
        QVERIFY(!marie.node().conversation(bob.key()));
        // Also after a restart: nothing was accepted by asking.
        marie.kill();
        QVERIFY(marie.start());
        marie.node().dial(place);
        QVERIFY(becomes([&] { return marie.requests.size() == 2; }));
        isTold(marie.requests.last());
        QVERIFY(!bob.isDirectTo(marie));
        // The person decides; from then on Bob is who is expected there.
        marie.node().accept(bob.key());
        QVERIFY(becomes([&] { return marie.isDirectTo(bob); }));
        QVERIFY(becomes([&] { return marie.lines(bob) == QStringList{ u"it is me, Nour"_s }; }));
        const auto people = marie.node().people();
        for (const PeerPerson &person : people)
            QCOMPARE(person.doubt, PeerDoubt::None);
        marie.kill();
        QVERIFY(marie.start());
        marie.node().dial(place);
        QVERIFY(becomes([&] { return marie.isDirectTo(bob); }));
        bob.kill();
        QVERIFY(nour.start()); // who is accepted may be anywhere
        QVERIFY(becomes([&] { return marie.isDirectTo(nour); }));
        QCOMPARE(marie.requests.size(), 2);
    }

    void anotherAcceptedKeyAtARememberedAddressIsNotWhoIsExpected()
    {
        PeerNodeOptions fixed = Device::quiet();
        fixed.listen.port = freePort();
        const Endpoint place = fixed.listen;
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s, fixed);
        Device bob(u"Bob"_s, fixed);
        QVERIFY(marie.start() && bob.start());
        bob.node().dial(marie.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(bob); }));
        QVERIFY(marie.node().expectedAt(place).isEmpty());
        bob.kill();
        QVERIFY(nour.start());
        marie.node().dial(place);
        QVERIFY(becomes([&] { return marie.isDirectTo(nour); }));
        QCOMPARE(marie.node().expectedAt(place), nour.key());
        nour.kill();
        const QSignalSpy others(&marie.node(), &PeerNode::otherAnswered);
        QVERIFY(bob.start());
        QVERIFY(becomes([&] { return marie.isDirectTo(bob); })); // as everybody accepted
        QCOMPARE(others.size(), 1);
        QCOMPARE(others.first().at(0).value<Endpoint>(), place);
        QCOMPARE(others.first().at(1).toByteArray(), bob.key());
        QCOMPARE(others.first().at(2).toByteArray(), nour.key());
        QCOMPARE(marie.node().expectedAt(place), nour.key());
        // Also after a restart, until the person decides.
        marie.kill();
        QVERIFY(marie.start());
        marie.node().dial(place);
        QVERIFY(becomes([&] { return marie.isDirectTo(bob); }));
        QCOMPARE(marie.node().expectedAt(place), nour.key());
        marie.node().accept(bob.key());
        QCOMPARE(marie.node().expectedAt(place), bob.key());
    }

    void whoHangsUpIsAwayForBoth()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
        const QSignalSpy changes(&marie.node(), &PeerNode::reachableChanged);
        marie.node().hangUp(nour.address());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toByteArray(), nour.key());
        QVERIFY(!marie.node().isReachable(nour.key()));
        QVERIFY(becomes([&] { return !nour.node().isReachable(marie.key()); }));
    }

    void theAddressIsRememberedWhenTheDecisionComesLate()
    {
        PeerNodeOptions fixed = Device::quiet();
        fixed.listen.port = freePort();
        Device marie(u"Marie"_s);
        marie.acceptsEverybody = false;
        Device nour(u"Nour"_s, fixed);
        Device bob(u"Bob"_s, fixed);
        Device eve(u"Eve"_s, fixed);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(fixed.listen);
        QVERIFY(becomes([&] { return marie.isDirectTo(nour); }));
        nour.kill();
        QVERIFY(bob.start());
        QVERIFY(becomes([&] { return marie.requests.size() == 1; }));
        bob.kill();
        QVERIFY(becomes([&] { return !marie.node().isReachable(bob.key()); }));
        marie.node().accept(bob.key());
        QVERIFY(eve.start());
        QVERIFY(becomes([&] { return marie.requests.size() == 2; }));
        QCOMPARE(marie.requests.last().key, eve.key());
        QCOMPARE(marie.requests.last().notKey, bob.key());
    }

    void aKnownNameWithAnotherKeyIsARequest()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour); }));
        marie.acceptsEverybody = false;
        // Dialled for the first time, or dialling: neither is taken for her.
        Device waiting(u"\u039dour"_s);
        QVERIFY(waiting.start());
        marie.node().dial(waiting.address());
        QVERIFY(becomes([&] { return marie.requests.size() == 1; }));
        Device coming(u"NOUR"_s);
        QVERIFY(coming.start());
        coming.node().dial(marie.address());
        QVERIFY(becomes([&] { return marie.requests.size() == 2; }));
        for (const PeerPerson &asker : std::as_const(marie.requests)) {
            QCOMPARE(asker.doubt, PeerDoubt::SameNameAsKnown);
            QCOMPARE(asker.notKey, nour.key());
            QVERIFY(!marie.node().conversation(asker.key));
        }
        QCOMPARE(marie.requests.first().address, waiting.address().toString());
        QCOMPARE(marie.requests.last().address, QString());
        QCOMPARE(marie.node().knownAs(u"nour"_s, waiting.key()), nour.key());
        // Others are accepted by dialling them, as ever.
        Device ali(u"Ali"_s);
        QVERIFY(ali.start());
        marie.node().dial(ali.address());
        QVERIFY(becomes([&] { return marie.isDirectTo(ali); }));
        QCOMPARE(marie.requests.size(), 2);
    }

    void whoStopsWaitingListensNoMore()
    {
        PeerNodeOptions silent = Device::quiet();
        silent.listen = Endpoint::tcp(u"*"_s, 0);
        silent.listenAlways = false;
        Device marie(u"Marie"_s, silent);
        QVERIFY(marie.start());
        QCOMPARE(marie.node().port(), 0);
        const Endpoint place = Endpoint::tcp(u"127.0.0.1"_s, freePort());
        QSignalSpy waits(&marie.node(), &PeerNode::dialFailed);
        marie.node().connectOrListen(place);
        QVERIFY(becomes([&] { return !waits.isEmpty(); }));
        QVERIFY(waits.first().at(2).toBool());
        QCOMPARE(marie.node().port(), 0); // where nobody was told of, nobody comes
        QVERIFY(answers(QHostAddress::LocalHost, place.port));
        QVERIFY(!answers(QHostAddress(u"127.0.0.2"_s), place.port));
        marie.node().hangUp(place);
        QVERIFY(!answers(QHostAddress::LocalHost, place.port));
    }

    void whoAnnouncesNoMoreListensNoMore()
    {
        PeerNodeOptions options = announcing(0);
        options.listenAlways = false;
        Device marie(u"Marie"_s, options);
        QVERIFY(marie.start());
        const quint16 before = marie.node().port();
        QVERIFY(answers(QHostAddress::LocalHost, before));
        marie.node().setAnnouncing(false);
        QVERIFY(!answers(QHostAddress::LocalHost, before));
        QVERIFY(!marie.node().isListening());
        marie.node().setAnnouncing(true);
        QVERIFY(answers(QHostAddress::LocalHost, marie.node().port()));
        QCOMPARE(marie.failures.size(), 0);
    }

    void aPortThatSomebodyElseHasIsNoReasonToHammer()
    {
        // Taken, and nobody listens: dialling is refused, and waiting is not possible.
        QTcpSocket holder;
        QVERIFY(holder.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
        PeerNodeOptions patient = Device::quiet();
        patient.retryMaxMs = 60'000;
        Device marie(u"Marie"_s, patient);
        QVERIFY(marie.start());
        QSignalSpy refused(&marie.node(), &PeerNode::dialFailed);
        QElapsedTimer clock;
        clock.start();
        marie.node().connectOrListen(Endpoint::tcp(u"127.0.0.1"_s, holder.localPort()));
        QVERIFY(becomes([&] { return refused.size() >= 5; }));
        QVERIFY(clock.elapsed() >= 20 + 40 + 80 + 160 - 20); // timers may be a little early
        QCOMPARE(refused.last().at(1).value<Error>().code, ErrorCode::AddressInUse);
        QVERIFY(!refused.last().at(2).toBool()); // nobody is waited for
    }

    void strangersAreFewAndForgotten()
    {
        PeerNodeOptions patient = Device::quiet();
        patient.strangers.allAsksPerMinute = 1'000;
        Device nour(u"Nour"_s, patient);
        nour.acceptsEverybody = false;
        QVERIFY(nour.start());
        std::vector<std::unique_ptr<Device>> strangers;
        for (int i = 0; i < 20; ++i) {
            strangers.push_back(std::make_unique<Device>(u"Stranger %1"_s.arg(i)));
            QVERIFY(strangers.back()->start());
            strangers.back()->node().dial(nour.address());
        }
        QVERIFY(becomes([&] { return nour.requests.size() >= 16; }));
        QCOMPARE(nour.node().people().size(), 16); // the others are turned away, again and again
        strangers.clear();
        QVERIFY(becomes([&] { return nour.node().people().isEmpty(); }));
        // The decision may come after they went.
        nour.node().accept(nour.requests.last().key);
        QCOMPARE(nour.node().people().first().name, nour.requests.last().name);
    }

    void strangersAskSoOftenInAMinute()
    {
        Device nour(u"Nour"_s);
        nour.acceptsEverybody = false;
        QVERIFY(nour.start());
        std::vector<std::unique_ptr<Device>> strangers;
        for (int i = 0; i < 12; ++i) {
            strangers.push_back(std::make_unique<Device>(u"Stranger %1"_s.arg(i)));
            QVERIFY(strangers.back()->start());
        }
        int refused = 0;
        for (const auto &stranger : strangers) {
            connect(&stranger->node(), &PeerNode::dialFailed, &nour, [&refused] { ++refused; });
            stranger->node().dial(nour.address());
        }
        QVERIFY(becomes([&] { return nour.requests.size() >= 7 && refused >= 5; }));
        // The others come again and again; in a minute one more is heard every six seconds, which may pass here.
        QVERIFY(nour.requests.size() <= 10);
        QCOMPARE(nour.node().people().size(), nour.requests.size());
    }

    void theOldestStrangerGivesWay()
    {
        PeerNodeOptions small = Device::quiet();
        small.strangers.places = 2;
        small.strangers.patienceMs = 0;
        Device nour(u"Nour"_s, small);
        nour.acceptsEverybody = false;
        QVERIFY(nour.start());
        PeerNodeOptions patient = Device::quiet();
        patient.retryMs = patient.retryMaxMs = 60'000; // who gave way does not come back in this test
        std::vector<std::unique_ptr<Device>> strangers;
        for (int i = 0; i < 3; ++i) {
            strangers.push_back(std::make_unique<Device>(u"Stranger %1"_s.arg(i), patient));
            QVERIFY(strangers.back()->start());
            strangers.back()->node().dial(nour.address());
            QVERIFY(becomes([&] { return nour.requests.size() == i + 1; }));
        }
        const Device &first = *strangers.front();
        QVERIFY(becomes([&] { return !strangers.front()->node().isReachable(nour.key()); }));
        QVERIFY(!nour.node().isReachable(first.key()));
        QVERIFY(nour.node().isReachable(strangers.at(1)->key()) && nour.node().isReachable(strangers.at(2)->key()));
        // The request stays: it can be answered still.
        nour.node().accept(first.key());
        strangers.front()->node().networkChanged();
        QVERIFY(becomes([&] { return nour.isDirectTo(first); }));
        const auto people = nour.node().people();
        QVERIFY(std::any_of(people.begin(), people.end(),
            [&](const PeerPerson &one) { return one.key == first.key() && one.name == u"Stranger 0"_s; }));
    }

    void linksThatProveNothingMakeRoom()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 100; ++i) {
            silent.push_back(std::make_unique<QTcpSocket>());
            silent.back()->connectToHost(QHostAddress::LocalHost, nour.node().port());
        }
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return nour.isDirectTo(marie); }, 8'000)); // sooner than they are given up
        QVERIFY(becomes([&] {
            return std::count_if(silent.begin(), silent.end(), [](const auto &socket) {
                return socket->state() == QAbstractSocket::UnconnectedState;
            }) >= 30;
        }));
    }

    void whoIsRefusedDoesNotHammer()
    {
        PeerNodeOptions patient = Device::quiet();
        patient.retryMaxMs = 60'000;
        Device marie(u"Marie"_s, patient);
        Device nour(u"Nour"_s);
        nour.acceptsEverybody = false;
        QVERIFY(marie.start() && nour.start());
        connect(&nour.node(), &PeerNode::requested, &nour, [&] { nour.node().block(marie.key()); });
        QSignalSpy refused(&marie.node(), &PeerNode::dialFailed);
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return refused.size() >= 4; }));
        QElapsedTimer since;
        since.start();
        QVERIFY(becomes([&] { return refused.size() >= 6; }));
        QVERIFY2(since.elapsed() > 400, qPrintable(QString::number(since.elapsed()))); // 160 ms and 320 ms
    }

    void oneMachineConnectsSoOften()
    {
        // By an address of a network this machine counts as any other; on loopback it does not.
        QHostAddress own;
        for (const NetworkLink &link : runningLinks()) {
            for (const LinkAddress &address : link.addresses) {
                if (!link.loopback && address.address.protocol() == QAbstractSocket::IPv4Protocol)
                    own = address.address;
            }
        }
        if (own.isNull())
            QSKIP("this machine is in no network");
        PeerNodeOptions options = Device::quiet();
        options.listen = Endpoint::tcp(own.toString(), 0);
        Device nour(u"Nour"_s, options);
        QVERIFY(nour.start());
        QElapsedTimer clock;
        clock.start();
        int welcome = 0;
        for (int i = 0; i < 40; ++i) {
            QSslSocket socket;
            socket.setPeerVerifyMode(QSslSocket::VerifyNone);
            socket.connectToHostEncrypted(own.toString(), nour.node().port());
            QVERIFY(
                becomes([&] { return socket.isEncrypted() || socket.state() == QAbstractSocket::UnconnectedState; }));
            welcome += socket.isEncrypted() ? 1 : 0;
            socket.abort();
        }
        QVERIFY(welcome >= 20);
        QVERIFY(welcome <= 20 + clock.elapsed() / 1000 + 1);
    }

    void noiseOnThePortHarmsNobody()
    {
        Device marie(u"Marie"_s);
        Device nour(u"Nour"_s);
        QVERIFY(marie.start() && nour.start());
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 50; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            sockets.back()->connectToHost(QHostAddress::LocalHost, nour.node().port());
            connect(sockets.back().get(), &QTcpSocket::connected, sockets.back().get(),
                [socket = sockets.back().get()] { socket->write("GET / HTTP/1.0\r\n\r\n"); });
        }
        marie.node().dial(nour.address());
        QVERIFY(becomes([&] { return nour.isDirectTo(marie); }));
        QCOMPARE(nour.requests.size(), 1);
    }

    void peopleFindEachOtherOnTheNetwork()
    {
        const quint16 port = freeDiscoveryPort();
        QVERIFY(port != 0);
        Device marie(u"Marie"_s, announcing(port));
        Device nour(u"Nour"_s, announcing(port));
        QVERIFY(marie.start() && nour.start());
        marie.node().lookAround();
        QVERIFY(becomes([&] { return marie.node().neighbours().size() == 1; }));
        const DiscoveryReply said = marie.node().neighbours().first().said;
        QCOMPARE(said.id, nour.key());
        QCOMPARE(said.name, u"Nour"_s);
        QCOMPARE(nour.requests.size(), 0); // finding is not talking
        marie.node().accept(nour.key());
        QVERIFY(becomes([&] { return marie.isDirectTo(nour) && nour.isDirectTo(marie); }));
        // Away and back at another port: found again.
        const quint16 before = nour.node().port();
        nour.kill();
        QVERIFY(becomes([&] { return !marie.node().isReachable(nour.key()); }));
        QVERIFY(marie.say(nour, u"à ton retour"_s));
        QTcpServer occupied;
        occupied.listen(QHostAddress::LocalHost, before);
        QVERIFY(nour.start());
        QVERIFY(nour.node().port() != before);
        QVERIFY(becomes([&] { return nour.lines(marie) == QStringList{ u"à ton retour"_s }; }));
    }
};

QTEST_GUILESS_MAIN(TestPeerNode)
#include "tst_peer_node.moc"
