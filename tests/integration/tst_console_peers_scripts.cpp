// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/tst_console_peers_person.h"

#include <QDir>
#include <QFileInfo>
#include <QTcpSocket>
#include <QTest>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace salon::console;
using namespace salon::test;

namespace {

/// The longest file of a folder and those in it.
qint64 longestIn(const QDir &folder)
{
    qint64 longest = 0;
    const QFileInfoList all = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &info : all)
        longest = std::max(longest, info.isDir() ? longestIn(QDir(info.filePath())) : info.size());
    return longest;
}

} // namespace

/// What a script is told: whom its words go to, and what became of them.
class TestConsolePeersScripts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Person> m_marie;
    std::unique_ptr<Person> m_nour;
    std::unique_ptr<Person> m_carol;
    QString m_place;

    static QString freePlace() { return u"127.0.0.1:%1"_s.arg(freePort()); }
    static bool isDirect(Person &who, const Person &whom) { return who.waitFor(whom.name() + u" is here"_s, 30'000); }
    /// Marie dials the other at this address, who accepts her; both programs end.
    bool marieMeets(Person &other, const QString &place)
    {
        other.startPeer(place);
        if (!other.waitFor(u"waiting there."_s))
            return false;
        m_marie->startPeer(place);
        if (!other.waitFor(u"Marie wants to talk"_s))
            return false;
        other.write("/accept Marie");
        const bool met = isDirect(*m_marie, other) && isDirect(other, *m_marie);
        m_marie->kill();
        other.kill();
        return met;
    }
    int marieSends(const QString &text, const QStringList &more = {})
    {
        m_marie->start(QStringList{ u"--peer"_s, m_place, u"--send"_s, text } + more);
        return m_marie->waitForEnd(60'000);
    }

private Q_SLOTS:
    void init()
    {
        const quint16 port = freeUdpPort();
        m_marie = std::make_unique<Person>(u"Marie"_s, port);
        m_nour = std::make_unique<Person>(u"Nour"_s, port);
        m_carol = std::make_unique<Person>(u"Carol"_s, port);
        m_place = freePlace();
    }
    void cleanup()
    {
        m_marie.reset();
        m_nour.reset();
        m_carol.reset();
    }

    /// Carol is accepted too; what is for Nour is not for her, wherever she is.
    void anotherAcceptedPersonAtTheAddressGetsNothing()
    {
        QVERIFY(marieMeets(*m_nour, m_place));
        QVERIFY(marieMeets(*m_carol, freePlace()));
        m_carol->startPeer(m_place);
        QVERIFY(m_carol->waitFor(u"waiting there."_s));
        for (int times = 0; times < 2; ++times) { // by the first nothing was remembered
            QCOMPARE(marieSends(u"secret for Nour"_s), int(ExitKeyChanged));
            QVERIFY2(m_marie->problems().contains(u"answers at %1, and not Nour ("_s.arg(m_place)),
                qPrintable(m_marie->problems()));
            QVERIFY(m_marie->problems().contains(u"Carol ("_s));
        }
        m_marie->start({ u"--peer"_s, m_place, u"--timeout"_s, u"30"_s });
        m_marie->write("secret for Nour"); // a pipe without --commands
        QCOMPARE(m_marie->waitForEnd(), int(ExitKeyChanged));
        // A pipe with commands may open the conversation with her.
        m_marie->startPeer(m_place);
        QVERIFY(m_marie->waitForProblem(u"and not Nour ("_s));
        QVERIFY(m_marie->waitFor(u"Nothing was opened. /direct Carol opens the conversation"_s));
        m_marie->write("/direct Carol");
        m_marie->write("hello Carol");
        QVERIFY(m_carol->waitFor(u"Marie: hello Carol\n"_s));
        m_marie->kill();
        // Whoever names her means her, and who wrote the script may know of the change.
        QCOMPARE(marieSends(u"by name"_s, { u"--room"_s, u"Carol"_s }), int(ExitDone));
        QVERIFY(m_carol->waitFor(u"Marie: by name\n"_s));
        QVERIFY(!m_carol->output().contains(u"secret"_s));
        QCOMPARE(marieSends(u"from now on"_s, { u"--accept-new-key"_s }), int(ExitDone));
        QCOMPARE(marieSends(u"always"_s), int(ExitDone));
        QVERIFY(m_carol->waitFor(u"Marie: always\n"_s));
    }

    void whoComesWhileAnotherIsWaitedForGetsNothing()
    {
        QVERIFY(marieMeets(*m_nour, m_place));
        QVERIFY(marieMeets(*m_carol, freePlace()));
        m_marie->start({ u"--peer"_s, m_place, u"--send"_s, u"secret for Nour"_s, u"--timeout"_s, u"60"_s });
        QVERIFY(m_marie->waitFor(u"waiting there."_s));
        m_carol->startPeer(m_place);
        QVERIFY2(m_marie->waitForProblem(u"Carol is here, and is not who was at that address before"_s),
            qPrintable(m_marie->problems()));
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"Marie: secret for Nour"_s, 40'000));
        QCOMPARE(m_marie->waitForEnd(), int(ExitDone));
        QVERIFY(!m_carol->output().contains(u"secret"_s));
        // If he does not come, that is no success.
        m_nour->kill();
        m_carol->kill();
        m_marie->start({ u"--peer"_s, m_place, u"--send"_s, u"secret for Nour"_s, u"--timeout"_s, u"12"_s });
        QVERIFY(m_marie->waitFor(u"waiting there."_s));
        m_carol->startPeer(m_place);
        QCOMPARE(m_marie->waitForEnd(), int(ExitKeyChanged));
        QVERIFY(!m_carol->output().contains(u"secret"_s));
    }

    /// What waits for others is not what this run sent.
    void whatOthersDidNotGetIsNoReasonToStay()
    {
        QVERIFY(marieMeets(*m_nour, m_place));
        QVERIFY(marieMeets(*m_carol, freePlace()));
        QCOMPARE(
            marieSends(u"for Carol"_s, { u"--room"_s, u"Carol"_s, u"--timeout"_s, u"1"_s }), int(ExitNotConfirmed));
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        QCOMPARE(marieSends(u"for Nour"_s, { u"--timeout"_s, u"20"_s }), int(ExitDone));
        QVERIFY(m_nour->waitFor(u"Marie: for Nour"_s));
    }

    void aPortOfAnotherProgramIsNotWaitedAt()
    {
        QTcpSocket holder; // taken, and nobody listens
        QVERIFY(holder.bind(QHostAddress::LocalHost, 0, QAbstractSocket::DontShareAddress));
        m_marie->startPeer(u"127.0.0.1:%1"_s.arg(holder.localPort()));
        QVERIFY2(m_marie->waitForProblem(u"another program has port %1"_s.arg(holder.localPort())),
            qPrintable(m_marie->problems()));
        QVERIFY(!m_marie->output().contains(u"waiting there"_s));
    }

    void whatCannotBeOpenedEndsAScript()
    {
        QVERIFY(QDir().mkpath(m_marie->path(u"data/nearby/people.db"_s)));
        QCOMPARE(marieSends(u"to nobody"_s), int(ExitLocalProblem));
        QVERIFY(!m_marie->problems().isEmpty());
    }

#ifdef Q_OS_UNIX
    void whatCouldNotBeKeptIsNoSuccess()
    {
        QVERIFY(marieMeets(*m_nour, m_place));
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->limitFiles(longestIn(QDir(m_marie->path(u"data"_s))) + 60 * 1024);
        QStringList many;
        for (int i = 0; i < 100; ++i)
            many += { u"--send"_s, u"message %1"_s.arg(i) };
        QCOMPARE(marieSends(u"first"_s, many), int(ExitMessageRefused));
        QVERIFY(!m_marie->problems().isEmpty());
    }

    void whatWasOnItsWayWhenTheLinkEndedIsNamed()
    {
        QVERIFY(marieMeets(*m_nour, m_place));
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"waiting there."_s));
        m_marie->startPeer(m_place);
        QVERIFY(isDirect(*m_marie, *m_nour));
        m_marie->write("arrives");
        QVERIFY(m_nour->waitFor(u"Marie: arrives\n"_s));
        m_nour->write("it did"); // behind the acknowledgement
        QVERIFY(m_marie->waitFor(u"Nour: it did\n"_s));
        m_nour->freeze();
        m_marie->write("on its way");
        QVERIFY(m_marie->waitFor(u"Marie: on its way\n"_s));
        m_nour->kill();
        QVERIFY(m_marie->waitFor(u"Not delivered yet: on its way\n"_s));
        QVERIFY(!m_marie->output().contains(u"Not delivered yet: arrives"_s));
        m_nour->startPeer(m_place);
        QVERIFY(m_nour->waitFor(u"Marie: on its way\n"_s));
        QVERIFY(m_marie->waitFor(u"Delivered: on its way"_s));
        QVERIFY(!m_marie->output().contains(u"Delivered: arrives"_s));
    }
#endif
};

QTEST_GUILESS_MAIN(TestConsolePeersScripts)
#include "tst_console_peers_scripts.moc"
