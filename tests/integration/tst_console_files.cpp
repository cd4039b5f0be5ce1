// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-console/exit_code.h"
#include "tests/integration/console_rig.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::console;
using namespace salon::test;

/// Files through the real console client and the real server: sent, listed, saved, refused in words.
class TestConsoleFiles : public QObject, private ConsoleRig
{
    Q_OBJECT

private:
    QString madeFile(const QString &name, const QByteArray &content)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    static std::optional<RoomEvent> newestWithFiles(TestClient &client)
    {
        return newestWhere(client, [](const RoomEvent &event) { return !event.files.isEmpty(); });
    }
    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(startServer(), m_server.output().constData()); }
    void init() { newFolder(); }

    void sendFileStoresItAndEnds()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.un"_s));
        const QByteArray content = QByteArray("ligne\n").repeated(40'000);
        const QString first = madeFile(u"journal d'été.txt"_s, content);
        const QString second = madeFile(u"b.bin"_s, QByteArray(3, '\0'));
        ConsoleProcess console(data());
        const int code = console.run({ link(), u"--name"_s, newName(u"Envoi"_s), u"--send-file"_s, first,
            u"--send-file"_s, second, u"--caption"_s, u"Le journal"_s });
        QVERIFY2(code == ExitDone, qPrintable(console.problems()));
        const auto message = newestWithFiles(other);
        QVERIFY(message);
        QCOMPARE(message->text, u"Le journal"_s);
        QCOMPARE(message->files.size(), qsizetype(2));
        QCOMPARE(message->files[0].name, u"journal d'été.txt"_s);
        QCOMPARE(message->files[0].size, quint64(content.size()));
        QCOMPARE(message->files[0].hash, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
        QCOMPARE(message->files[1].name, u"b.bin"_s);
    }

    void aFileCanAnswerAMessage()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.question"_s));
        const auto asked = other.send(other.firstRoom(), u"qui a le plan ?"_s);
        QVERIFY(asked);
        ConsoleProcess console(data());
        const int code = console.run({ link(), u"--name"_s, newName(u"Réponse"_s), u"--send-file"_s,
            madeFile(u"plan.txt"_s, "le plan"), u"--reply-to"_s, QString::number(asked->seq) });
        QVERIFY2(code == ExitDone, qPrintable(console.problems()));
        const auto message = newestWithFiles(other);
        QVERIFY(message && message->files.size() == 1);
        QCOMPARE(message->target, asked->seq);
    }

    void sendFileOfNothingIsAMistake()
    {
        ConsoleProcess console(data());
        QCOMPARE(
            console.run({ link(), u"--name"_s, newName(u"Rien"_s), u"--send-file"_s, m_folder->filePath(u"rien"_s) }),
            int(ExitUsage));
        QVERIFY2(console.problems().contains(u"There is no file"_s), qPrintable(console.problems()));
    }

    void scriptSendsListsAndSaves()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.deux"_s));
        const QByteArray content = QByteArray("0123456789").repeated(30'000);
        const QString path = madeFile(u"my plan.txt"_s, content);
        ConsoleProcess console(data());
        start(console, newName(u"Script"_s));
        console.write("/file \"" + path.toUtf8() + "\" Voici le plan");
        QVERIFY2(console.waitFor(u"[1] Sent: my plan.txt"_s), qPrintable(console.output() + console.problems()));
        QVERIFY(console.output().contains(u"[1] Sending: 📎 my plan.txt ("_s));
        QVERIFY2(console.waitFor(u": Voici le plan\n"_s), qPrintable(console.output()));
        const auto message = newestWithFiles(other);
        QVERIFY(message && message->text == "Voici le plan"_L1);
        const QByteArray number = QByteArray::number(message->seq);

        // A folder that is not there yet is made: the file never takes its name.
        const QString target = m_folder->filePath(u"saved"_s);
        console.write("/save-file " + number + " " + target.toUtf8());
        const QString saved = target + u"/my plan.txt"_s;
        QVERIFY2(console.waitFor(u"Saved: "_s + saved + u'\n'), qPrintable(console.output() + console.problems()));
        QCOMPARE(read(saved), content);
        console.write("/save-file " + number + ".1 " + target.toUtf8());
        const QString second = target + u"/my plan (2).txt"_s;
        QVERIFY2(console.waitFor(u"Saved: "_s + second + u'\n'), qPrintable(console.output() + console.problems()));
        QCOMPARE(read(second), content);
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        QVERIFY2(console.problems().isEmpty(), qPrintable(console.problems()));
    }

    void filesAreForwardedAndMayLoseTheirText()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.quatre"_s));
        const QByteArray content = QByteArray("0123456789").repeated(30'000);
        const QString path = madeFile(u"tableau.txt"_s, content);
        ConsoleProcess console(data());
        start(console, newName(u"Relais"_s));
        console.write("/file \"" + path.toUtf8() + "\" -- Le tableau");
        QVERIFY2(console.waitFor(u": Le tableau\n"_s), qPrintable(console.output() + console.problems()));
        const auto message = newestWithFiles(other);
        QVERIFY(message);
        const QByteArray number = QByteArray::number(message->seq);
        console.write("/create Ailleurs");
        QVERIFY(console.waitFor(u"Ailleurs"_s));
        console.write("/join General");
        console.write("/forward " + number + " Ailleurs");
        QVERIFY2(console.waitFor(u"Forwarded #"_s), qPrintable(console.output() + console.problems()));
        const auto rooms = other.ask<RoomList>(ListRooms{ u"Ailleurs"_s, 0, 0 });
        QVERIFY(rooms && rooms->rooms.size() == 1);
        const RoomId room = rooms->rooms.front().id;
        QVERIFY(other.ask<RoomOpened>(JoinRoom{ room }));
        std::optional<RoomEvent> copy;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto events = other.readAll(room);
                for (const RoomEvent &event : events ? *events : QList<RoomEvent>{}) {
                    if (!event.files.isEmpty())
                        copy = event;
                }
                return copy.has_value();
            }(),
            10'000);
        QCOMPARE(copy->files, message->files);
        QVERIFY2(copy->text.contains(u"Le tableau"_s), qPrintable(copy->text));

        console.write("/edit " + number);
        QVERIFY2(
            console.waitFor(u"took the text off the files of #"_s), qPrintable(console.output() + console.problems()));
        const auto bare = newestWithFiles(other);
        QVERIFY(bare && bare->seq == message->seq);
        QCOMPARE(bare->text, QString());
        QCOMPARE(bare->files, message->files);
        console.endInput();
        QCOMPARE(console.waitForEnd(), int(ExitDone));
        QVERIFY2(console.problems().isEmpty(), qPrintable(console.problems()));
    }

    void startingAgainSaysNothing()
    {
        const QString name = newName(u"Retour"_s);
        for (int i = 0; i < 3; ++i) { // the second start found an index of another mirror
            ConsoleProcess console(data());
            QCOMPARE(script(name, u"bonjour\n"_s, console), int(ExitDone));
            QVERIFY2(console.problems().isEmpty(), qPrintable(console.problems()));
        }
    }

    void aFolderKeepsItsShape()
    {
        TestClient other;
        QVERIFY(other.join(m_server.link(), u"autre.trois"_s));
        madeFile(u"Photos/a.txt"_s, "un");
        madeFile(u"Photos/2026/b.txt"_s, "deux");
        ConsoleProcess console(data());
        start(console, newName(u"Dossier"_s));
        console.write("/file " + m_folder->filePath(u"Photos"_s).toUtf8());
        QVERIFY2(console.waitFor(u"Sent: Photos"_s), qPrintable(console.output() + console.problems()));
        const auto message = newestWithFiles(other);
        QVERIFY(message && message->folder == "Photos"_L1 && message->files.size() == 2);
        const QString target = m_folder->filePath(u"saved"_s);
        console.write("/save-file " + QByteArray::number(message->seq) + " " + target.toUtf8());
        QVERIFY2(console.waitFor(target + u"/Photos/2026/b.txt"_s), qPrintable(console.output() + console.problems()));
        QVERIFY2(console.waitFor(target + u"/Photos/a.txt"_s), qPrintable(console.output() + console.problems()));
        QCOMPARE(read(target + u"/Photos/a.txt"_s), QByteArray("un"));
        QCOMPARE(read(target + u"/Photos/2026/b.txt"_s), QByteArray("deux"));
    }

    void scriptIsToldWhatWasRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("no such file") << u"/file FOLDER/rien.txt"_s;
        QTest::newRow("mistyped second file") << u"/file FOLDER/la.txt FOLDER/rien.txt"_s;
        QTest::newRow("no files there") << u"/save-file 1"_s;
        QTest::newRow("no number") << u"/save-file photo"_s;
        QTest::newRow("nothing on its way") << u"/pause 3"_s;
        QTest::newRow("two folders") << u"/file FOLDER/a FOLDER/b"_s;
    }
    void scriptIsToldWhatWasRefused()
    {
        QFETCH(QString, line);
        madeFile(u"la.txt"_s, "la");
        madeFile(u"a/x.txt"_s, "x");
        madeFile(u"b/x.txt"_s, "x");
        ConsoleProcess console(data());
        QCOMPARE(script(newName(u"Refus"_s), line.replace(u"FOLDER"_s, m_folder->path()) + u'\n', console),
            int(ExitMessageRefused));
        QVERIFY(!console.problems().trimmed().isEmpty());
    }

#ifdef Q_OS_UNIX
    void progressStandsAboveTheTypedLine()
    {
        Terminal terminal;
        ConsoleProcess client(data());
        QVERIFY2(
            client.connectsAt(terminal, { link(), u"--name"_s, newName(u"Clavier"_s) }), qPrintable(client.problems()));
        const QString path = madeFile(u"gros.bin"_s, QByteArray(6 * 1024 * 1024, 'x'));
        QVERIFY(terminal.type("/file " + path.toUtf8() + "\r"));
        QVERIFY(terminal.type("un brouillon"));
        QVERIFY2(client.waitFor(u"Sent: gros.bin"_s), qPrintable(client.output() + client.problems()));
        QVERIFY(terminal.type(" fini\r"));
        QVERIFY2(client.waitFor(u": un brouillon fini"_s), qPrintable(client.output()));
        QVERIFY2(client.output().contains(u"[1] ↑ gros.bin · "_s), qPrintable(client.output()));
    }
#endif
};

QTEST_GUILESS_MAIN(TestConsoleFiles)
#include "tst_console_files.moc"
