// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/search/search_folding.h"
#include "shared/search/search_query.h"
#include "shared/search/search_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

namespace {

QString folded(const QString &text)
{
    QStringList words;
    for (const FoldedWord &word : foldedWords(text))
        words.append(word.word);
    return words.join(u' ');
}

bool finds(const QString &query, const QString &text)
{
    return matchesTerms(text, searchTerms(query));
}

QStringList marked(const QString &query, const QString &text)
{
    QStringList parts;
    for (const TextRange &range : matchesIn(text, searchTerms(query)))
        parts.append(text.sliced(range.start, range.length));
    return parts;
}

} // namespace

class TestSearchWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsCaseAndAccents_data();
    void foldsCaseAndAccents();
    void eachCharacterCountsWhereNobodyPutsSpaces();
    void saysWhereTheWordsStand();
    void longWordsAreCut();
    void theLastWordIsABeginning();
    void quotedWordsFollowEachOther();
    void signsAreNoWords();
    void termsAreBounded();
    void marksWhatWasLookedFor();
    void aLinkIsWhatCanBeOpened();
    void anEmptyQueryAsksForNothing();
    void bearsAnyText();
};

void TestSearchWords::foldsCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("French") << u"L'École à Noël, ÇA VA ?"_s << u"l ecole a noel ca va"_s;
    QTest::newRow("apart") << u"e\u0301cole"_s << u"ecole"_s;
    QTest::newRow("ligatures") << u"œuvre Æsop ﬁn"_s << u"oeuvre aesop fin"_s;
    QTest::newRow("German") << u"Straße GROẞ"_s << u"strasse gross"_s;
    QTest::newRow("Nordic") << u"Øre Łódź þorn"_s << u"ore lodz thorn"_s;
    QTest::newRow("Turkish") << u"İstanbul ılık"_s << u"istanbul ilik"_s;
    QTest::newRow("Vietnamese") << u"Tiếng Việt"_s << u"tieng viet"_s;
    QTest::newRow("Greek") << u"Ὀδυσσεύς"_s << u"οδυσσευσ"_s;
    QTest::newRow("Cyrillic") << u"Ещё Ёлка"_s << u"еще елка"_s;
    QTest::newRow("Arabic") << u"مُحَمَّد العربيّة"_s << u"محمد العربيه"_s;
    QTest::newRow("Persian") << u"می\u200Cخواهم"_s << u"ميخواهم"_s;
    QTest::newRow("Hebrew") << u"שָׁלוֹם"_s << u"שלום"_s;
    QTest::newRow("Hindi keeps its vowels") << u"हिन्दी"_s << u"हिन्दी"_s;
    QTest::newRow("wide") << u"ＡＢＣ１２"_s << u"abc12"_s;
    QTest::newRow("soft hyphen") << u"Donau\u00ADdampf"_s << u"donaudampf"_s;
    QTest::newRow("signs") << u"a-b_c.d/e@f"_s << u"a b c d e f"_s;
}

void TestSearchWords::foldsCaseAndAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QCOMPARE(folded(text), words);
    QCOMPARE(folded(folded(text)), folded(text));
}

void TestSearchWords::eachCharacterCountsWhereNobodyPutsSpaces()
{
    QCOMPARE(folded(u"日本語abc"_s), u"日 本 語 abc"_s);
    QVERIFY(finds(u"本語"_s, u"これは日本語です"_s));
    QVERIFY(!finds(u"語本"_s, u"これは日本語です"_s));
    QVERIFY(finds(u"が"_s, u"ねこがいる"_s));
    QVERIFY(!finds(u"か"_s, u"ねこがいる"_s)); // another letter, not an accent
    QVERIFY(finds(u"학교"_s, u"우리학교에서"_s));
    QVERIFY(finds(u"ไทย"_s, u"ภาษาไทยง่าย"_s));
    QVERIFY(finds(u"👍"_s, u"Bien👍🏽!"_s));
}

void TestSearchWords::saysWhereTheWordsStand()
{
    const QString text = u"«\u00A0E\u0301cole\u00A0» et cœur"_s;
    const QList<FoldedWord> words = foldedWords(text);
    QCOMPARE(words.size(), 3);
    QCOMPARE(text.sliced(words[0].start, words[0].length), u"E\u0301cole"_s);
    QCOMPARE(text.sliced(words[2].start, words[2].length), u"cœur"_s);
    QCOMPARE(words[2].word, u"coeur"_s);
}

void TestSearchWords::longWordsAreCut()
{
    const QString word(100'000, u'x');
    const QList<FoldedWord> words = foldedWords(word);
    QCOMPARE(words.size(), 1);
    QCOMPARE(words[0].word.size(), MaxFoldedWord);
    QCOMPARE(words[0].length, word.size());
    QVERIFY(finds(word, u"a "_s + word));
    QCOMPARE(foldedWords(u"a "_s.repeated(1000), 10).size(), 10);
}

void TestSearchWords::theLastWordIsABeginning()
{
    QVERIFY(finds(u"eco"_s, u"une École"_s));
    QVERIFY(!finds(u"eco "_s, u"une École"_s));
    QVERIFY(!finds(u"eco une"_s, u"une École"_s));
    QVERIFY(finds(u"ecole un"_s, u"une École"_s));
    QVERIFY(!finds(u"col"_s, u"une École"_s));
}

void TestSearchWords::quotedWordsFollowEachOther()
{
    QVERIFY(finds(u"\"petit chat\""_s, u"Le petit chat dort"_s));
    QVERIFY(!finds(u"\"chat petit\""_s, u"Le petit chat dort"_s));
    QVERIFY(finds(u"«\u00A0petit chat\u00A0» le"_s, u"Le petit chat dort"_s));
    QVERIFY(finds(u"\"petit ch"_s, u"Le petit chat dort"_s)); // not finished yet
    QVERIFY(!finds(u"\"petit ch\""_s, u"Le petit chat dort"_s));
    QVERIFY(finds(u"don't"_s, u"I don't"_s));
    QVERIFY(!finds(u"don't"_s, u"t don"_s));
}

void TestSearchWords::signsAreNoWords()
{
    QVERIFY(searchTerms(u"*\"():^-+{} '"_s).isEmpty());
    QCOMPARE(searchTerms(u"a AND b* OR NEAR(c, 2) col:d"_s).size(), 7); // words as all others
    QCOMPARE(searchTerms(u"C++"_s), QList<SearchTerm>({ { { u"c"_s }, false } }));
}

void TestSearchWords::termsAreBounded()
{
    QString many;
    for (int i = 0; i < 1000; ++i)
        many += u"w%1 "_s.arg(i);
    QCOMPARE(searchTerms(many).size(), MaxSearchTerms);
    QCOMPARE(searchTerms(u"\""_s + u"a "_s.repeated(1000) + u"\""_s).first().words.size(), MaxTermWords);
    QCOMPARE(searchTerms(u"a a a "_s).size(), 1);
}

void TestSearchWords::marksWhatWasLookedFor()
{
    QCOMPARE(marked(u"eco noel"_s, u"École, Noël, noeud, l'ECOLIER"_s), QStringList({ u"Noël"_s }));
    QCOMPARE(marked(u"noel eco"_s, u"École, Noël, l'ECOLIER"_s), QStringList({ u"École"_s, u"Noël"_s, u"ECOLIER"_s }));
    QCOMPARE(
        marked(u"\"petit chat\" dort"_s, u"petit, petit chat dort"_s), QStringList({ u"petit chat"_s, u"dort"_s }));
    QCOMPARE(matchesIn(u"a "_s.repeated(1000), searchTerms(u"a"_s), 5).size(), 5);
    QVERIFY(marked(QString(), u"anything"_s).isEmpty());
}

void TestSearchWords::aLinkIsWhatCanBeOpened()
{
    QVERIFY(hasLink(u"see https://example.org."_s));
    QVERIFY(hasLink(u"HTTP://x"_s));
    QVERIFY(hasLink(u"(www.example.org)"_s));
    QVERIFY(!hasLink(u"https:// nothing"_s));
    QVERIFY(!hasLink(u"awww.a"_s));
    QVERIFY(!hasLink(u"no link"_s));
}

void TestSearchWords::anEmptyQueryAsksForNothing()
{
    QVERIFY(SearchQuery().isEmpty());
    QVERIFY((SearchQuery{ u" ?! "_s }).isEmpty());
    QVERIFY((SearchQuery{ .room = RoomId{ 1 } }).isEmpty());
    QVERIFY(!(SearchQuery{ .hasFile = true }).isEmpty());
    QVERIFY(!(SearchQuery{ u"a"_s }).isEmpty());
}

void TestSearchWords::bearsAnyText()
{
    QString text;
    for (char32_t c = 0; c < 0x11'0000; c += 7)
        text += QChar::fromUcs4(c >= 0xD800 && c < 0xE000 ? U' ' : c);
    text += QChar(0xD800);
    for (const FoldedWord &word : foldedWords(text, 1'000'000)) {
        QVERIFY(!word.word.isEmpty());
        QVERIFY(!word.word.contains(u'"') && !word.word.contains(u' '));
        QVERIFY(word.start >= 0 && word.length > 0 && word.start + word.length <= text.size());
    }
    (void)matchesIn(text, searchTerms(text.first(2000)));
}

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_search_words.moc"
