// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/app/command_line.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace salon;

/// The link that a desktop or a browser hands over as an argument.
class TestCommandLineLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTaken_data();
    void isTaken();
    void isRefusedAndNamed_data();
    void isRefusedAndNamed();
    void invitationFileIsItsLink();
    void optionsAreNoMatterOfLinks();

private:
    static CommandLine parse(const QStringList &arguments)
    {
        QList<QByteArray> words{ "salon" };
        for (const QString &argument : arguments)
            words.append(argument.toLocal8Bit());
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        return CommandLine::parse(int(words.size()), pointers.data());
    }
};

void TestCommandLineLink::isTaken_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("link");
    const auto same = [](const QString &link) {
        QTest::newRow(qPrintable(link)) << link << link;
    };
    same(u"salon://chat.example.org:7256/?invite=K7Q2-9F"_s);
    same(u"salon://[2001:db8::1]:7256/?invite=x"_s);
    same(u"salon://host/?invite=a%26b%2Bc"_s);
    same(u"chat.example.org"_s);
    same(u"[::1]:7000"_s);
    QTest::newRow("blanks around") << u" \tsalon://host/ \n"_s << u"salon://host/"_s;
#ifndef Q_OS_WIN // where a test can give what its code page has
    QTest::newRow("letters that look like others")
        << u"salon://\u0430pple.example/"_s << u"salon://xn--pple-43d.example/"_s;
    QTest::newRow("direction override") << u"salon://host/?x=\u202e"_s << u"salon://host/?x=%E2%80%AE"_s;
#endif
}

void TestCommandLineLink::isTaken()
{
    QFETCH(const QString, given);
    QFETCH(const QString, link);
    const CommandLine line = parse({ u"--"_s, given });
    QVERIFY2(!line.exitCode, qPrintable(line.output));
    QCOMPARE(line.options.link, link);
    QVERIFY(line.options.name.isEmpty());
    QVERIFY(!line.isAboutLink);
}

void TestCommandLineLink::isRefusedAndNamed_data()
{
    QTest::addColumn<QString>("given");
    for (const char *given : { "https://evil.example/", "salon://me@host/", "salon://host:0/", "salon:/host",
             "salon:///host", "salon://host/?key=abc", "javascript:alert(1)", "file:///dev/zero", "-" })
        QTest::newRow(given) << QString::fromLatin1(given);
    QTest::newRow("a line end inside") << u"salon://host/?invite=a\nb"_s;
    QTest::newRow("long") << u"salon://host/?invite="_s + QString(100'000, u'x');
}

void TestCommandLineLink::isRefusedAndNamed()
{
    QFETCH(const QString, given);
    const CommandLine line = parse({ given });
    QCOMPARE(line.exitCode, 2);
    QVERIFY(line.isAboutLink);
    QVERIFY2(line.output.contains(given.left(6)) && line.output.size() < 400, qPrintable(line.output));
    QVERIFY(!line.output.contains(u'\n'));
}

void TestCommandLineLink::invitationFileIsItsLink()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"l’été à Zoé.salon"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("salon://host/?invite=x\n") > 0);
    file.close();
    for (const QString &given : { path, QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) })
        QCOMPARE(parse({ given }).options.link, u"salon://host/?invite=x"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") > 0);
    file.close();
    const CommandLine line = parse({ path });
    QCOMPARE(line.exitCode, 2);
    QVERIFY(line.isAboutLink);
    QVERIFY2(line.output.contains(path), qPrintable(line.output));
}

void TestCommandLineLink::optionsAreNoMatterOfLinks()
{
    QCOMPARE(parse({ u"--foo"_s }).exitCode, 2);
    QVERIFY(!parse({ u"--foo"_s }).isAboutLink);
    QVERIFY(!parse({ u"--lang"_s, u"de"_s }).isAboutLink);
    QVERIFY(parse({ u"one"_s, u"two"_s }).isAboutLink);
}

QTEST_APPLESS_MAIN(TestCommandLineLink)
#include "tst_command_line_link.moc"
