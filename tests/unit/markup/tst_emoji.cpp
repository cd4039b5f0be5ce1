// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/markup/emoji/emoji_catalogue.h"
#include "shared/markup/emoji/single_emoji.h"

#include <QSet>
#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

class TestEmoji : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOneEmoji_data();
    void isOneEmoji();
    void isNotOneEmoji_data();
    void isNotOneEmoji();
    void everyEmojiIsOne();
    void everyEmojiHasItsNames();
    void groupsAreInTheOrderOfUnicode();
    void shortcodesAreUnique();
    void knowsWhatEverybodyTypes_data();
    void knowsWhatEverybodyTypes();
    void findsAlsoWithSkinTone();
    void replacesShortcodes_data();
    void replacesShortcodes();
    void searchIsRanked_data();
    void searchIsRanked();
    void searchFindsNothingForNothing();

private:
    EmojiCatalogue m_catalogue;
};

void TestEmoji::isOneEmoji_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : { u"👍"_s, u"👍🏽"_s, u"❤"_s, u"❤️"_s, u"👩‍💻"_s, u"👩🏽‍💻"_s,
             u"👨‍👩‍👧‍👦"_s, u"🇫🇷"_s, u"1️⃣"_s, u"#⃣"_s, u"🏴󠁧󠁢󠁥󠁮󠁧󠁿"_s,
             u"🏳️‍🌈"_s, u"🧑🏻‍❤️‍💋‍🧑🏿"_s, u"\U0001FAE8"_s, u"\U0001FADF"_s })
        QTest::newRow(qPrintable(text)) << text;
}

void TestEmoji::isOneEmoji()
{
    QFETCH(QString, text);
    QVERIFY(isSingleEmoji(text));
}

void TestEmoji::isNotOneEmoji_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("letter") << u"a"_s;
    QTest::newRow("digit") << u"1"_s;
    QTest::newRow("digit with a selector") << u"1️"_s;
    QTest::newRow("two") << u"👍👍"_s;
    QTest::newRow("space") << u"👍 "_s;
    QTest::newRow("half a flag") << u"🇫"_s;
    QTest::newRow("three halves") << u"🇫🇷🇫"_s;
    QTest::newRow("joiner at the end") << u"👩‍"_s;
    QTest::newRow("joiner at the beginning") << u"‍👩"_s;
    QTest::newRow("skin tone alone") << u"🏽"_s;
    QTest::newRow("two skin tones") << u"👍🏽🏽"_s;
    QTest::newRow("tags that do not end") << u"🏴󠁧󠁢"_s;
    QTest::newRow("combining mark") << u"👍\u0301"_s;
    QTest::newRow("half a pair") << QString(QChar(0xD83D));
    QTest::newRow("too long") << u"👩"_s + u"‍👩"_s.repeated(10);
}

void TestEmoji::isNotOneEmoji()
{
    QFETCH(QString, text);
    QVERIFY(!isSingleEmoji(text));
}

void TestEmoji::everyEmojiIsOne()
{
    QVERIFY(m_catalogue.all().size() > 1800);
    for (const Emoji &emoji : m_catalogue.all()) {
        for (const QString &sequence : QStringList{ emoji.sequence } + emoji.skinTones)
            QVERIFY2(isSingleEmoji(sequence), qPrintable(sequence));
    }
}

void TestEmoji::everyEmojiHasItsNames()
{
    for (const Emoji &emoji : m_catalogue.all()) {
        QVERIFY2(!emoji.nameEn.isEmpty() && !emoji.nameFr.isEmpty(), qPrintable(emoji.sequence));
        QVERIFY2(!emoji.shortcodes.isEmpty(), qPrintable(emoji.sequence));
        QVERIFY(emoji.skinTones.isEmpty() || emoji.skinTones.size() == 5);
    }
    QCOMPARE(m_catalogue.find(u"👍"_s)->name(QLocale::French), u"pouce vers le haut"_s);
    QCOMPARE(m_catalogue.find(u"👍"_s)->name(QLocale::German), u"thumbs up"_s);
}

void TestEmoji::groupsAreInTheOrderOfUnicode()
{
    qsizetype count = 0;
    for (int group = 0; group < EmojiGroupCount; ++group) {
        const QList<Emoji> members = m_catalogue.inGroup(EmojiGroup(group));
        QVERIFY(members.size() > 50);
        QCOMPARE(members.front().sequence, m_catalogue.all()[count].sequence);
        count += members.size();
        QVERIFY(!m_catalogue.groupName(EmojiGroup(group), QLocale::English).isEmpty());
        QVERIFY(!m_catalogue.groupName(EmojiGroup(group), QLocale::French).isEmpty());
    }
    QCOMPARE(count, m_catalogue.all().size());
    QCOMPARE(m_catalogue.all().front().sequence, u"😀"_s);
    QCOMPARE(m_catalogue.groupName(EmojiGroup::Flags, QLocale::French), u"Drapeaux"_s);
}

void TestEmoji::shortcodesAreUnique()
{
    QSet<QString> seen;
    for (const Emoji &emoji : m_catalogue.all()) {
        for (const QString &code : emoji.shortcodes) {
            QVERIFY2(!seen.contains(code), qPrintable(code));
            seen.insert(code);
            QCOMPARE(m_catalogue.fromShortcode(u':' + code + u':'), emoji.sequence);
        }
    }
}

void TestEmoji::knowsWhatEverybodyTypes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sequence");
    const auto add = [](const char *code, const QString &sequence) {
        QTest::newRow(code) << QString::fromUtf8(code) << sequence;
    };
    add(":+1:", u"👍"_s);
    add("-1", u"👎"_s);
    add(":smile:", u"😄"_s);
    add(":heart:", u"❤️"_s);
    add(":JOY:", u"😂"_s);
    add(":tada:", u"🎉"_s);
    add(":thumbs_up:", u"👍"_s);
    add(":pouce_vers_le_haut:", u"👍"_s);
    add(":coeur_rouge:", u"❤️"_s);
    add(":flag_france:", u"🇫🇷"_s);
    add(":nothing_like_this:", QString());
}

void TestEmoji::knowsWhatEverybodyTypes()
{
    QFETCH(QString, code);
    QTEST(m_catalogue.fromShortcode(code), "sequence");
}

void TestEmoji::findsAlsoWithSkinTone()
{
    QCOMPARE(m_catalogue.find(u"👍🏽"_s), m_catalogue.find(u"👍"_s));
    QCOMPARE(m_catalogue.find(u"❤"_s), m_catalogue.find(u"❤️"_s));
    QCOMPARE(m_catalogue.find(u"a"_s), nullptr);
    QCOMPARE(m_catalogue.nameOf(u"👍🏻"_s, QLocale::English), u"thumbs up: light skin tone"_s);
    QCOMPARE(m_catalogue.nameOf(u"👍🏻"_s, QLocale::French), u"pouce vers le haut\u00A0: peau claire"_s);
    QCOMPARE(m_catalogue.nameOf(u"a"_s, QLocale::French), u"a"_s);
}

void TestEmoji::replacesShortcodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char *rule, const QString &text, const QString &shown) {
        QTest::newRow(rule) << text << shown;
    };
    add("alone", u":tada:"_s, u"🎉"_s);
    add("in a sentence", u"well done :+1:, all :tada:!"_s, u"well done 👍, all 🎉!"_s);
    add("side by side", u":tada::tada:"_s, u"🎉🎉"_s);
    add("unknown", u":nothing_like_this:"_s, u":nothing_like_this:"_s);
    add("a time", u"10:100:30"_s, u"10:100:30"_s);
    add("in a word", u"a:tada: :tada:a"_s, u"a:tada: :tada:a"_s);
    add("in code", u"`:tada:` :tada: ``a ` :tada:``"_s, u"`:tada:` 🎉 ``a ` :tada:``"_s);
    add("tick that does not end", u"` :tada:"_s, u"` 🎉"_s);
}

void TestEmoji::replacesShortcodes()
{
    QFETCH(QString, text);
    QTEST(m_catalogue.withEmoji(text), "shown");
}

void TestEmoji::searchIsRanked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QLocale::Language>("language");
    QTest::addColumn<QString>("first");
    const auto add = [](const char *typed, QLocale::Language language, const QString &first) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << language << first;
    };
    add("heart", QLocale::English, u"❤️"_s);
    add("+1", QLocale::English, u"👍"_s);
    add("smile", QLocale::English, u"😄"_s);
    add("tad", QLocale::English, u"🎉"_s);
    add("up thumb", QLocale::English, u"👍"_s);
    add("cœur rouge", QLocale::French, u"❤️"_s);
    add("COEUR ROUGE", QLocale::French, u"❤️"_s);
    add("pouce haut", QLocale::French, u"👍"_s);
    add("developpeuse", QLocale::French, u"🧑‍💻"_s); // a keyword
    add("thumbs up", QLocale::French, u"👍"_s); // a shortcode
}

void TestEmoji::searchIsRanked()
{
    QFETCH(QString, typed);
    QFETCH(QLocale::Language, language);
    const QList<Emoji> found = m_catalogue.search(typed, language, 5);
    QVERIFY(!found.isEmpty() && found.size() <= 5);
    QTEST(found.front().sequence, "first");
}

void TestEmoji::searchFindsNothingForNothing()
{
    QVERIFY(m_catalogue.search(QString(), QLocale::English, 5).isEmpty());
    QVERIFY(m_catalogue.search(u" : "_s, QLocale::English, 5).isEmpty());
    QVERIFY(m_catalogue.search(u"xyzzyx"_s, QLocale::English, 5).isEmpty());
    QVERIFY(m_catalogue.search(u"heart"_s, QLocale::English, 0).isEmpty());
}

QTEST_GUILESS_MAIN(TestEmoji)
#include "tst_emoji.moc"
