// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/server_process.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

/// docs/examples/salon_client.py, or another one of them, run as a person would.
class PythonClient
{
public:
    PythonClient(const QStringList &arguments, const QString &password, const QString &script = u"salon_client.py"_s)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SALON_PASSWORD"_s, password);
        environment.insert(u"PYTHONIOENCODING"_s, u"utf-8"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(SALON_PYTHON),
            QStringList{ u"-B"_s, QStringLiteral(SALON_SOURCE_DIR "/docs/examples/") + script } + arguments);
    }
    ~PythonClient()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Q_DISABLE_COPY_MOVE(PythonClient)

    void type(const QString &line) { m_process.write(line.toUtf8() + '\n'); }
    void endInput() { m_process.closeWriteChannel(); }
    bool shows(const QString &text)
    {
        m_shown += m_process.readAllStandardOutput();
        return m_shown.contains(text.toUtf8());
    }
    bool waitForEnd() { return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(15'000); }
    int exitCode() const { return m_process.exitCode(); }
    QByteArray shown()
    {
        shows({});
        return m_shown;
    }
    QByteArray complaint() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_shown;
};

const QString password = u"correct horse battery"_s;

} // namespace

/// The example of docs/PROTOCOL.md §14 against the real server: what the document says is enough to talk.
class TestPythonExample : public QObject
{
    Q_OBJECT

    ServerProcess m_server;

    QString link(const QString &invitation = {}) const
    {
        JoinLink link = m_server.link();
        link.invitation = invitation;
        return link.toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcess python;
        python.start(QStringLiteral(SALON_PYTHON), { u"-c"_s, u"import cbor2"_s });
        QVERIFY2(python.waitForFinished() && python.exitCode() == 0, "python3-cbor2 is missing");
        QVERIFY2(m_server.start(), m_server.output().constData());
    }

    void registersWithACodeAndSends()
    {
        PythonClient client({ link(m_server.ownerCode()), u"marie"_s }, password);
        client.type({}); // Enter by itself sends nothing
        client.type(u"Bonjour à tous 👋"_s);
        client.endInput();
        QVERIFY(client.waitForEnd());
        QVERIFY2(client.exitCode() == 0, client.complaint().constData());
    }

    void logsInAgainAndSeesTheHistory()
    {
        PythonClient client({ link(), u"marie"_s }, password);
        QTRY_VERIFY2_WITH_TIMEOUT(client.shows(u"marie: Bonjour à tous 👋\n"_s), client.complaint().constData(), 10'000);
        client.endInput();
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.exitCode(), 0);
    }

    void twoOfThemTalk()
    {
        PythonClient first({ link(), u"marie"_s }, password);
        PythonClient second({ link(), u"marie"_s }, password);
        QTRY_VERIFY_WITH_TIMEOUT(first.shows(u"Bonjour"_s) && second.shows(u"Bonjour"_s), 10'000);
        first.type(u"ping ?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(second.shows(u"marie: ping ?\n"_s), 10'000);
        second.type(u"pong !"_s);
        second.type(u"deux"_s);
        QTRY_VERIFY_WITH_TIMEOUT(first.shows(u"marie: pong !\nmarie: deux\n"_s), 10'000);
        QCOMPARE(first.shown().count("ping ?"), 1);
    }

    void controlCharactersNeverReachTheTerminal()
    {
        PythonClient client({ link(), u"marie"_s }, password);
        QTRY_VERIFY_WITH_TIMEOUT(client.shows(u"Bonjour"_s), 10'000);
        client.type(u"\u202Eevil\u2066"_s);
        QTRY_VERIFY_WITH_TIMEOUT(client.shows(u"evil"_s), 10'000);
        QVERIFY(!client.shows(u"\u202E"_s));
    }

    void sendsAFileWhichNeedsToBePutUpOnlyOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plan d'été.bin"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 50'000; ++i)
            file.write(QByteArray::number(i));
        file.close();
        const QString script = u"send_file.py"_s;
        PythonClient first({ link(), u"marie"_s, path, u"Le plan"_s }, password, script);
        QVERIFY(first.waitForEnd());
        const QByteArray complaint = first.complaint();
        QVERIFY2(first.exitCode() == 0, complaint.constData());
        QVERIFY2(first.shown().startsWith('#'), first.shown().constData());
        QVERIFY2(complaint.contains("100 %"), complaint.constData());
        PythonClient again({ link(), u"marie"_s, path, u"Encore"_s }, password, script);
        QVERIFY(again.waitForEnd());
        const QByteArray said = again.complaint();
        QVERIFY2(again.exitCode() == 0, said.constData());
        QVERIFY2(!said.contains('%'), said.constData());
        PythonClient witness({ link(), u"marie"_s }, password);
        QTRY_VERIFY2_WITH_TIMEOUT(
            witness.shows(u"marie: Le plan\nmarie: Encore\n"_s), witness.complaint().constData(), 10'000);
    }

    void stopsWhenTheKeyIsAnotherOne()
    {
        JoinLink wrong = m_server.link();
        wrong.invitation.clear();
        wrong.pin = QByteArray(32, 'x');
        PythonClient client({ wrong.toString(), u"marie"_s }, password);
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.exitCode(), 1);
        QVERIFY(client.complaint().contains("another key"));
    }

    void saysThatThePasswordIsWrong()
    {
        PythonClient client({ link(), u"marie"_s }, u"not the password"_s);
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.exitCode(), 1);
        QVERIFY(client.complaint().contains("101"));
    }

    void saysThatATextIsTooLong()
    {
        PythonClient client({ link(), u"marie"_s }, password);
        client.type(QString(4001, u'a'));
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.exitCode(), 1);
        QVERIFY2(client.complaint().contains("302"), "LineTooLong");
    }

    void hearsTheServersGoodbye()
    {
        PythonClient client({ link(), u"marie"_s }, password);
        QTRY_VERIFY_WITH_TIMEOUT(client.shows(u"Bonjour"_s), 10'000);
        QVERIFY(m_server.stop());
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.exitCode(), 1);
        QVERIFY(client.complaint().contains("goodbye"));
    }
};

QTEST_GUILESS_MAIN(TestPythonExample)
#include "tst_python_example.moc"
