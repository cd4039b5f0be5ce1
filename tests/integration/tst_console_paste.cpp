// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/tst_console_client_process.h"
#include "tests/support/server_process.h"
#include "tests/support/test_client.h"

#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <termios.h>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

/// What is pasted into the console client at a terminal that marks pastes: one message, seen before it is sent.
class TestConsolePaste : public QObject
{
    Q_OBJECT

private:
    ServerProcess m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestClient> m_other;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<ConsoleProcess> m_client;
    int m_people = 0;

    static QByteArray paste(const QByteArray &text) { return "\033[200~" + text + "\033[201~"; }
    [[nodiscard]] QStringList texts() const
    {
        QStringList texts;
        const auto events = m_other->readAll(m_other->firstRoom());
        for (const RoomEvent &event : events ? *events : QList<RoomEvent>{}) {
            if (event.kind == EventKind::Message)
                texts.append(event.text);
        }
        return texts;
    }
    /// The last message that somebody else gets.
    [[nodiscard]] bool isSaid(const QString &text) const
    {
        return QTest::qWaitFor([&] { return texts().value(texts().size() - 1) == text; }, 15'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.makeLenient();
        QVERIFY2(m_server.start(), m_server.output().constData());
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_other = std::make_unique<TestClient>();
        QVERIFY(m_other->join(m_server.link(), u"autre%1"_s.arg(++m_people)));
        m_terminal = std::make_unique<Terminal>();
        m_client = std::make_unique<ConsoleProcess>(m_folder->path());
        JoinLink link = m_server.link();
        link.invitation.clear();
        QVERIFY2(
            m_client->connectsAt(*m_terminal, { link.toString(), u"--name"_s, u"Alice "_s + QString(m_people, u'x') }),
            qPrintable(m_client->problems()));
        QVERIFY(m_client->waitFor(u"\033[?2004h"_s));
    }
    void cleanup()
    {
        m_client.reset();
        m_terminal.reset();
    }

    void severalLinesAreOneMessage()
    {
        QVERIFY(m_terminal->type(paste("un\rdeux\r\r  trois\r")));
        QVERIFY(m_client->waitFor(u"un↵deux↵↵  trois"_s)); // to be seen before it is sent
        QVERIFY(!texts().contains(u"un"_s));
        QVERIFY(m_terminal->type("\r"));
        QVERIFY(isSaid(u"un\ndeux\n\n  trois"_s));
        QVERIFY(m_terminal->type("\033[A")); // it is remembered as one
        QVERIFY(m_terminal->type("!\r"));
        QVERIFY(isSaid(u"un\ndeux\n\n  trois!"_s));
    }

    void itGoesWhereTheCursorIs()
    {
        QVERIFY(m_terminal->type("debut fin\033[D\033[D\033[D" + paste("a\rb ") + "\r"));
        QVERIFY(isSaid(u"debut a\nb fin"_s));
    }

    void itCanBeCancelled()
    {
        QVERIFY(m_terminal->type(paste("jamais\rdit") + "\025reste\r"));
        QVERIFY(isSaid(u"reste"_s));
    }

    void nothingInItIsAKey()
    {
        QVERIFY(m_terminal->type(paste("a\033[31mb\033[D\001\003\004\025\032\033[201~\r/leave\r/quit\rc") + "\r"));
        QVERIFY(isSaid(u"a[31mb[D[201~\n/leave\n/quit\nc"_s));
    }

    void whatIsTooLongIsRefusedAndTheLineStays()
    {
        for (const QByteArray &text : { QByteArray(200'000, 'x'), QByteArray("ligne\r").repeated(600) }) {
            const auto refusals = m_client->output().count(u"Nothing was pasted"_s);
            QVERIFY(m_terminal->type("avant " + paste(text)));
            QVERIFY(
                QTest::qWaitFor([&] { return m_client->output().count(u"Nothing was pasted"_s) > refusals; }, 15'000));
            QVERIFY(m_terminal->type("apres\r"));
            QVERIFY(isSaid(u"avant apres"_s));
        }
        QVERIFY(m_client->problems().contains(u"16"_s)); // how much may be
        const QByteArray most = QByteArray(100, 'y').append('\r').repeated(160).chopped(1);
        QVERIFY(m_terminal->type(paste(most) + "\r"));
        QVERIFY(isSaid(QString::fromLatin1(most).replace(u'\r', u'\n')));
    }

    void theTerminalIsLeftAsItWas_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("ended") << 0;
        QTest::newRow("asked to stop") << SIGTERM;
        QTest::newRow("crashed") << SIGSEGV;
        QTest::newRow("aborted") << SIGABRT;
    }
    void theTerminalIsLeftAsItWas()
    {
        QFETCH(int, signal);
        if (signal == 0)
            QVERIFY(m_terminal->type("\004"));
        else
            QCOMPARE(::kill(pid_t(m_client->processId()), signal), 0);
        (void)m_client->waitForEnd();
        QVERIFY(m_client->waitFor(u"\033[?2004l"_s));
        termios mode{};
        QCOMPARE(::tcgetattr(m_terminal->clientEnd(), &mode), 0);
        QVERIFY(mode.c_lflag & ICANON);
        QVERIFY(mode.c_lflag & ECHO);
    }
};

QTEST_GUILESS_MAIN(TestConsolePaste)
#include "tst_console_paste.moc"
