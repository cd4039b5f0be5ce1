// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/app/file_owner.h"
#include "server/app/reach.h"
#include "server/app/running_note.h"
#include "server/app/setup.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using Who = Reach::Who;

/// The questions of --setup with answers from a list, and the files they leave.
class TestSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterThreeTimesIsTheDefault();
    void answersAreWritten();
    void wrongAnswersAreAskedAgain();
    void endOfInputWritesNothing();
    void withoutTerminalDefaultsAndNoQuestion();
    void withoutTerminalNothingIsReplaced();
    void oldFileIsKeptAndItsOtherSettingsStay();
    void everyBackupHasANameOfItsOwn();
    void fileOfAnotherKindIsLeftAlone_data();
    void fileOfAnotherKindIsLeftAlone();
    void linkStaysALink();
    void permissionsStay();
    void onlyItsOwnFilesAreGivenAway();
    void reachIsRead_data();
    void reachIsRead();
    void reachIsRecognised();
    void nameIsQuoted();
    void noteTellsWhereTheServerIs();
    void noteOfSomethingElseIsRefused();

private:
    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    void put(const QByteArray &text) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    Config configOfFile() const
    {
        Config config;
        if (QFileInfo::exists(m_file) && !readConfigFile(config, m_file))
            config.name = u"(unreadable)"_s;
        return config;
    }
    /// Runs with these answers; then the input ends.
    ConfigResult<> answer(const QStringList &answers, bool isTerminal = true)
    {
        m_asked = 0;
        m_said.clear();
        Setup setup(configOfFile(), m_file);
        const auto ask = [&](const QString &prompt) -> std::optional<QString> {
            m_said += prompt + u'\n';
            if (m_asked >= answers.size())
                return {};
            return answers.at(m_asked++);
        };
        return setup.run(
            isTerminal ? Setup::Ask(ask) : Setup::Ask(), [&](const QString &text) { m_said += text + u'\n'; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QString m_said;
    qsizetype m_asked = 0;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"salon-server.toml"_s);
    }
};

void TestSetup::enterThreeTimesIsTheDefault()
{
    QVERIFY(answer({ {}, {}, {} }));
    QCOMPARE(m_asked, 3);
    QCOMPARE(read(m_file), defaultConfigText());
    QCOMPARE(configOfFile(), Config());
    QVERIFY2(m_said.contains(m_file), qPrintable(m_said));
}

void TestSetup::answersAreWritten()
{
    QVERIFY(answer({ u" Classe de 3e "_s, u"3 chat.example.org:8000"_s, u"2"_s }));
    const Config config = configOfFile();
    QCOMPARE(config.name, u"Classe de 3e"_s);
    QCOMPARE(config.listen, QStringList{ u"*:8000"_s });
    QCOMPARE(config.publicAddress, u"chat.example.org:8000"_s);
    QCOMPARE(config.registration, u"open"_s);
    QVERIFY2(m_said.contains(u"8000"_s), qPrintable(m_said));

    // Everything else is as in the example, with its comments.
    QByteArrayList before = defaultConfigText().split('\n');
    const QByteArrayList after = read(m_file).split('\n');
    QCOMPARE(after.size(), before.size());
    int changed = 0;
    for (qsizetype i = 0; i < after.size(); ++i)
        changed += after.at(i) != before.at(i);
    QCOMPARE(changed, 4);
}

void TestSetup::wrongAnswersAreAskedAgain()
{
    QVERIFY(answer({ QString(65, u'x'), u"\u001bname"_s, u"Salle 4"_s, u"4"_s, u"1 70000"_s, u"1 chat.example.org"_s,
        u"1 0"_s, u"1 9000"_s, u"yes"_s, u"0"_s, u"3"_s }));
    QCOMPARE(m_asked, 11);
    const Config config = configOfFile();
    QCOMPARE(config.name, u"Salle 4"_s);
    QCOMPARE(config.listen, QStringList{ u"127.0.0.1:9000"_s });
    QCOMPARE(config.registration, u"closed"_s);
}

void TestSetup::endOfInputWritesNothing()
{
    for (const QStringList &answers : { QStringList{}, QStringList{ u"A"_s }, QStringList{ u"A"_s, u"1"_s } }) {
        const auto done = answer(answers);
        QVERIFY(!done);
        QVERIFY(!done.error().sentence.isEmpty());
        QVERIFY(!QFileInfo::exists(m_file));
    }
}

void TestSetup::withoutTerminalDefaultsAndNoQuestion()
{
    QVERIFY(answer({}, false));
    QCOMPARE(m_asked, 0);
    QCOMPARE(read(m_file), defaultConfigText());
    QVERIFY(answer({}, false)); // again: nothing to do, no backup
    QVERIFY(!QFileInfo::exists(m_file + u".bak"_s));
}

void TestSetup::withoutTerminalNothingIsReplaced()
{
    put("name = \"Before\"\n");
    Config wanted;
    wanted.name = u"After"_s;
    Setup setup(wanted, m_file);
    QVERIFY(!setup.run({}, [](const QString &) {}));
    QCOMPARE(read(m_file), "name = \"Before\"\n");
    QVERIFY(!QFileInfo::exists(m_file + u".bak"_s));
}

void TestSetup::oldFileIsKeptAndItsOtherSettingsStay()
{
    put("# ours\nname = \"Old\"\nlisten = [\"*:7000\"]\nworkers = 2\n\n[limits]\nmessage_burst = 5\n");
    const QByteArray old = read(m_file);
    QVERIFY(answer({ u"New"_s, {}, u"2"_s }));
    QCOMPARE(read(m_file + u".bak"_s), old);
    QCOMPARE(read(m_file),
        "# ours\nname = \"New\"\nlisten = [\"*:7000\"]\nworkers = 2\n\nregistration = \"open\"\n[limits]\n"
        "message_burst = 5\n");
    const Config config = configOfFile();
    QCOMPARE(config.workers, 2);
    QCOMPARE(config.messageBurst, 5);
    QCOMPARE(config.registration, u"open"_s);
}

void TestSetup::everyBackupHasANameOfItsOwn()
{
    for (const QString &name : { u"A"_s, u"B"_s, u"C"_s, u"D"_s })
        QVERIFY(answer({ name, {}, {} }));
    QVERIFY(read(m_file + u".bak"_s).contains("\"A\""));
    QVERIFY(read(m_file + u".bak2"_s).contains("\"B\""));
    QVERIFY(read(m_file + u".bak3"_s).contains("\"C\""));
    QVERIFY(read(m_file).contains("\"D\""));
}

void TestSetup::fileOfAnotherKindIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("list over several lines") << QByteArray("listen = [\n  \"*:7000\",\n]\n");
    QTest::newRow("quoted key") << QByteArray("\"listen\" = [\"*:7000\"]\n");
    QTest::newRow("text over several lines")
        << QByteArray("public_address = \"\"\"\n[x]\n\"\"\"\nlisten = [\"*:1\"]\n");
}

void TestSetup::fileOfAnotherKindIsLeftAlone()
{
    QFETCH(QByteArray, text);
    put(text);
    QVERIFY(!answer({ {}, u"1 9000"_s, {} }));
    QCOMPARE(read(m_file), text);
    QVERIFY(!QFileInfo::exists(m_file + u".bak"_s));
}

void TestSetup::linkStaysALink()
{
#ifndef Q_OS_UNIX
    QSKIP("links of Unix: on Windows QFile::link() makes a shortcut, which is another file");
#else
    const QString real = m_folder->filePath(u"real.toml"_s);
    put("name = \"Old\"\n");
    QVERIFY(QFile::rename(m_file, real));
    QVERIFY(QFile::link(real, m_file));
    QVERIFY(answer({ u"New"_s, {}, {} }));
    QVERIFY(QFileInfo(m_file).isSymLink());
    QVERIFY(read(real).contains("\"New\""));
    QCOMPARE(read(real + u".bak"_s), "name = \"Old\"\n");
#endif
}

void TestSetup::permissionsStay()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions of Unix");
#else
    put("name = \"Old\"\n");
    QVERIFY(::chmod(QFile::encodeName(m_file).constData(), 0640) == 0);
    QVERIFY(answer({ u"New"_s, {}, {} }));
    for (const QString &path : { m_file, m_file + u".bak"_s }) {
        struct stat info
        {
        };
        QVERIFY(::stat(QFile::encodeName(path).constData(), &info) == 0);
        QCOMPARE(info.st_mode & 07777, mode_t(0640));
    }
#endif
}

void TestSetup::onlyItsOwnFilesAreGivenAway()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions of Unix");
#else
    const auto mode = [](const QString &path) {
        struct stat info = {};
        return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777) : -1;
    };
    const auto make = [this](const QString &name, mode_t bits) {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && ::chmod(QFile::encodeName(path).constData(), bits) == 0 ? path
                                                                                                          : QString();
    };
    const QString open = make(u"open"_s, 0666);
    const QString secret = make(u"secret"_s, 0600);
    const QString written = make(u"written"_s, 0600);
    const FileOwner owner = FileOwner::of(open);
    owner.give(written);
    QCOMPARE(mode(written), 0666);

    // Somebody who may write in the folder puts something else in the place of what was just written.
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(secret, link));
    owner.give(link);
    QCOMPARE(mode(secret), 0600);
    const QString second = m_folder->filePath(u"second name"_s);
    QCOMPARE(::link(QFile::encodeName(secret).constData(), QFile::encodeName(second).constData()), 0);
    owner.give(second);
    QCOMPARE(mode(secret), 0600);
    const QString pipe = m_folder->filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    owner.give(pipe); // and nobody is waited for
    QCOMPARE(mode(pipe), 0600);
    owner.give(m_folder->filePath(u"missing"_s));
    FileOwner::of(m_folder->filePath(u"missing"_s)).give(secret);
    QCOMPARE(mode(secret), 0600);
#endif
}

void TestSetup::reachIsRead_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("isOne");
    QTest::addColumn<int>("who");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("address");
    const auto good = [](const char *answer, Who who, int port, const char *address = "") {
        QTest::newRow(answer) << QString::fromUtf8(answer) << true << int(who) << port << QString::fromUtf8(address);
    };
    good("", Who::LocalNetwork, 7300);
    good("1", Who::ThisComputer, 7300);
    good("2", Who::LocalNetwork, 7300);
    good("3", Who::Everyone, 7300);
    good("2  8000", Who::LocalNetwork, 8000);
    good("3 65535", Who::Everyone, 65535);
    good("3 chat.example.org", Who::Everyone, 7300, "chat.example.org:7300");
    good("3 chat.example.org:443", Who::Everyone, 443, "chat.example.org:443");
    good("3 [2001:db8::1]:443", Who::Everyone, 443, "[2001:db8::1]:443");
    for (const char *answer : { "0", "4", "12", "-1", "1 0", "1 65536", "1 8000 x", "2 example.org", "3 *", "3 *:80",
             "3 a:https", "3 unix:/x", "3 a:0", "yes", "1;2" })
        QTest::newRow(answer) << QString::fromUtf8(answer) << false << 0 << 0 << QString();
}

void TestSetup::reachIsRead()
{
    QFETCH(QString, answer);
    QFETCH(bool, isOne);
    Reach offered;
    offered.port = 7300;
    const auto reach = Reach::read(answer, offered);
    QCOMPARE(reach.has_value(), isOne);
    if (!reach)
        return;
    QTEST(int(reach->who), "who");
    QTEST(int(reach->port), "port");
    QTEST(reach->publicAddress, "address");
    // What is applied is recognised the next time. Everyone without a name is the same configuration as the network.
    Config config;
    reach->applyTo(config);
    Reach again = *reach;
    if (again.who == Who::Everyone && again.publicAddress.isEmpty())
        again.who = Who::LocalNetwork;
    QCOMPARE(Reach::of(config), again);
}

void TestSetup::reachIsRecognised()
{
    QCOMPARE(Reach::of({}), Reach());
    for (const QStringList &listen :
        { QStringList{ u"*:1"_s, u"*:2"_s }, QStringList{ u"plain+127.0.0.1:7"_s }, QStringList{ u"unix:/x"_s },
            QStringList{ u"192.0.2.1:7"_s }, QStringList{ u"*:https"_s }, QStringList{ u"*:0"_s } }) {
        Config config;
        config.listen = listen;
        QCOMPARE(Reach::of(config).who, Who::AsItIs);
        Reach::of(config).applyTo(config);
        QCOMPARE(config.listen, listen); // Enter changes nothing
    }
}

void TestSetup::nameIsQuoted()
{
    const QString name = u"\"Chez\\nous\" # [x] été"_s;
    QVERIFY(answer({ name, {}, {} }));
    QCOMPARE(configOfFile().name, name);
}

void TestSetup::noteTellsWhereTheServerIs()
{
    const QByteArray pin(32, '\x42');
    QList<JoinLink> links;
    for (const QString &text : { u"*:7256"_s, u"0.0.0.0:1"_s, u"[::]:2"_s, u"192.0.2.7:3"_s, u"plain+127.0.0.1:4"_s,
             u"unix:/run/salon.sock"_s })
        links.append(localLinkOf(*ListenerAddress::parse(text), pin));
    QCOMPARE(links.at(0).host, u"127.0.0.1"_s);
    QCOMPARE(links.at(0).pin, pin);
    QCOMPARE(links.at(1).host, u"127.0.0.1"_s);
    QCOMPARE(links.at(2).host, u"::1"_s);
    QCOMPARE(links.at(3).host, u"192.0.2.7"_s);
    QVERIFY(links.at(4).plain && links.at(4).pin.isEmpty());
    const RunningNote note(m_folder->path());
    QVERIFY(!note.read());
    for (const QString &name : { u"salon-server --health 0123"_s, QString() }) { // older versions wrote none
        QVERIFY(note.write({ links, name }));
        const auto read = note.read();
        QVERIFY(read);
        QCOMPARE(read->links, links);
        QCOMPARE(read->checkName, name);
    }
    note.remove();
    QVERIFY(!note.read());
}

void TestSetup::noteOfSomethingElseIsRefused()
{
    const RunningNote note(m_folder->path());
    for (const QByteArray &text : { QByteArray(""), QByteArray("\n\n"), QByteArray("salon://\n"),
             QByteArray("check somebody\n"), QByteArray("salon://127.0.0.1:1/\nhttp://x y\n"),
             QByteArray("\xff\xfe\0x", 4), QByteArray(100'000, 'a') }) {
        QFile file(note.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY2(!note.read(), text.left(40).constData());
    }
}

QTEST_GUILESS_MAIN(TestSetup)
#include "tst_setup.moc"
