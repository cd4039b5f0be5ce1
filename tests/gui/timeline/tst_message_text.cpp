// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/timeline/message_text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestMessageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLinks_data();
    void findsLinks();
    void largeOnlyForFewEmoji_data();
    void largeOnlyForFewEmoji();
    void namesOnlyPeopleWhoAreKnown();
    void keepsEightMarksInARow();
    void eachLineHasItsOwnDirection();
    void isolationClosesWhatIsOpen();
};

void TestMessageText::findsLinks_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("targets");
    QTest::newRow("none") << u"no link here"_s << QStringList{};
    QTest::newRow("sentence") << u"See https://salon.example/a."_s << QStringList{ u"https://salon.example/a"_s };
    QTest::newRow("bracket") << u"(http://x.example/a_(b))"_s << QStringList{ u"http://x.example/a_(b)"_s };
    QTest::newRow("mail") << u"mailto:marie@example.org, please"_s << QStringList{ u"mailto:marie@example.org"_s };
    QTest::newRow("two") << u"http://a.example http://b.example"_s
                         << QStringList{ u"http://a.example"_s, u"http://b.example"_s };
    QTest::newRow("upper case") << u"HTTPS://A.EXAMPLE/x"_s << QStringList{ u"https://a.example/x"_s };
    QTest::newRow("file is no link") << u"file:///etc/passwd"_s << QStringList{};
    QTest::newRow("script is no link") << u"javascript:alert(1)"_s << QStringList{};
    QTest::newRow("share is no link") << u"smb://host/share"_s << QStringList{};
    QTest::newRow("inside a word") << u"xhttp://a.example"_s << QStringList{};
    QTest::newRow("no host") << u"http:// and https://"_s << QStringList{};
    QTest::newRow("stops at turning characters")
        << u"http://a.example/\u202Egpj.exe"_s << QStringList{ u"http://a.example/"_s };
    QTest::newRow("quoted") << u"\"http://a.example/x\""_s << QStringList{ u"http://a.example/x"_s };
}

void TestMessageText::findsLinks()
{
    QFETCH(QString, line);
    QFETCH(QStringList, targets);
    QStringList found;
    for (const MessageText::Span &span : findLinks(line)) {
        found.append(span.target.toString());
        QVERIFY(span.start >= 0 && span.start + span.length <= line.size());
    }
    QCOMPARE(found, targets);
}

void TestMessageText::largeOnlyForFewEmoji_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isLarge");
    QTest::newRow("one") << u"👍"_s << true;
    QTest::newRow("family") << u"👨‍👩‍👧"_s << true;
    QTest::newRow("flags") << u"🇫🇷 🇬🇧"_s << true;
    QTest::newRow("heart") << u"❤️"_s << true;
    QTest::newRow("skin") << u"👍🏽👍🏽"_s << true;
    QTest::newRow("with a word") << u"👍 yes"_s << false;
    QTest::newRow("digit") << u"1"_s << false;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("space") << u"  "_s << false;
    QTest::newRow("seven") << u"👍👍👍👍👍👍👍"_s << false;
}

void TestMessageText::largeOnlyForFewEmoji()
{
    QFETCH(QString, text);
    QFETCH(bool, isLarge);
    QCOMPARE(isEmojiOnly(text), isLarge);
}

void TestMessageText::namesOnlyPeopleWhoAreKnown()
{
    const auto isKnown = [](const QString &login) {
        return login == "marie"_L1;
    };
    const MessageText text = prepareMessageText(u"@marie. @media http://x.example/@marie a@marie"_s, isKnown);
    QList<qsizetype> mentions;
    for (const MessageText::Span &span : text.paragraphs.constFirst().spans)
        if (span.kind == MessageText::Span::Kind::Mention)
            mentions.append(span.start);
    QCOMPARE(mentions, QList<qsizetype>{ 0 });
}

void TestMessageText::keepsEightMarksInARow()
{
    const MessageText text = prepareMessageText(u"e"_s + QString(100'000, QChar(0x0301)) + u"a"_s);
    QCOMPARE(text.paragraphs.constFirst().text.size(), 1 + 8 + 1);
}

void TestMessageText::eachLineHasItsOwnDirection()
{
    const MessageText text = prepareMessageText(u"hello\nשלום\n\u202Eabc"_s);
    QCOMPARE(text.paragraphs.size(), 3);
    QVERIFY(!text.paragraphs[0].isRightToLeft);
    QVERIFY(text.paragraphs[1].isRightToLeft);
}

void TestMessageText::isolationClosesWhatIsOpen()
{
    const QString open = isolated(u"a\u202Eb\u2067c"_s);
    QCOMPARE(open.count(QChar(0x202C)), 1);
    QCOMPARE(open.count(QChar(0x2069)), 2);
    QVERIFY(open.startsWith(QChar(0x2068)) && open.endsWith(QChar(0x2069)));
}

QTEST_GUILESS_MAIN(TestMessageText)
#include "tst_message_text.moc"
