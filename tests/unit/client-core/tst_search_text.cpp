// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/client-core/text/search_text.h"

#include "shared/client-core/search/message_search.h"
#include "shared/client-core/session/people.h"
#include "shared/client-core/session/rooms.h"

#include <QDateTime>
#include <QTest>

using namespace salon;
using namespace Qt::StringLiterals;

/// The line in which somebody says what they look for.
class TestSearchText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wordsStayWords_data();
    void wordsStayWords();
    void readsConditionsInBothLanguages_data();
    void readsConditionsInBothLanguages();
    void daysAreLocal();
    void aNameNeedsNoAccount_data();
    void aNameNeedsNoAccount();
    void saysWhatIsNotUnderstood();
    void knowsWhereTheChipsStand();
    void isReadBack();
    void bearsAnyLine();
    void saysWhatWasSearched();

private:
    ParsedSearch parse(const QString &text) { return parseSearch(text, m_people, m_rooms); }

    People m_people;
    Rooms m_rooms{ m_people };
};

void TestSearchText::initTestCase()
{
    m_people.put({ AccountId{ 1 }, u"marie"_s, u"Marie Curie"_s, {}, {}, 0 });
    m_people.put({ AccountId{ 2 }, u"jean"_s, u"Jean-Éric Dupond"_s, {}, {}, 0 });
    m_people.put({ AccountId{ 3 }, u"jeanne"_s, u"Jeanne"_s, {}, {}, 0 });
    for (const auto &[id, name] : { std::pair(10, u"Général"_s), std::pair(11, u"Book club"_s) }) {
        RoomSummary room;
        room.id = RoomId{ id };
        room.name = name;
        m_rooms.put(room);
    }
}

void TestSearchText::wordsStayWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"petit chat"_s << u"petit chat"_s;
    QTest::newRow("a whole word") << u"petit chat "_s << u"petit chat "_s;
    QTest::newRow("quoted") << u"\"petit  chat\" dort"_s << u"\"petit chat\" dort"_s;
    QTest::newRow("a chip in quotation marks") << u"\"from:marie\""_s << u"\"from:marie\""_s;
    QTest::newRow("an address") << u"https://example.org"_s << u"https://example.org"_s;
    QTest::newRow("no value") << u"from: marie"_s << u"from: marie"_s;
    QTest::newRow("another word") << u"note:this"_s << u"note:this"_s;
    QTest::newRow("behind a chip") << u"from:marie budget"_s << u"budget"_s;
    QTest::newRow("before a chip") << u"budget from:marie "_s << u"budget"_s;
}

void TestSearchText::wordsStayWords()
{
    QFETCH(QString, line);
    QFETCH(QString, text);
    QCOMPARE(parse(line).query.text, text);
}

void TestSearchText::readsConditionsInBothLanguages_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<SearchQuery>("query");
    const SearchQuery marie{ .from = AccountId{ 1 }, .fromName = u"Marie Curie "_s };
    const SearchQuery jean{ .from = AccountId{ 2 }, .fromName = u"Jean-Éric Dupond "_s };
    const SearchQuery general{ .room = RoomId{ 10 } };
    const SearchQuery club{ .room = RoomId{ 11 } };
    QTest::newRow("from") << u"from:marie"_s << marie;
    QTest::newRow("de") << u"de:@Marie"_s << marie;
    QTest::newRow("FROM") << u"FROM:marie"_s << marie;
    QTest::newRow("display name") << u"from:\"Marie Curie\""_s << marie;
    QTest::newRow("accents") << u"de:\"jean-eric dupond\""_s << jean;
    QTest::newRow("login that begins another") << u"from:jean"_s << jean;
    QTest::newRow("only one begins so") << u"from:mar"_s << SearchQuery{ .from = AccountId{ 1 }, .fromName = u"mar"_s };
    QTest::newRow("in") << u"in:general"_s << general;
    QTest::newRow("dans") << u"dans:#Général"_s << general;
    QTest::newRow("with a space") << u"in:\"Book club\""_s << club;
    QTest::newRow("not finished") << u"in:\"Book cl"_s << club;
    QTest::newRow("file") << u"has:file"_s << SearchQuery{ .hasFile = true };
    QTest::newRow("fichier") << u"a:fichier"_s << SearchQuery{ .hasFile = true };
    QTest::newRow("image, lien") << u"à:image has:lien"_s << SearchQuery{ .hasImage = true, .hasLink = true };
    QTest::newRow("all") << u"budget from:marie in:general has:link"_s
                         << SearchQuery{ .text = u"budget"_s,
                                .room = RoomId{ 10 },
                                .from = AccountId{ 1 },
                                .hasLink = true,
                                .fromName = u"Marie Curie "_s };
}

void TestSearchText::readsConditionsInBothLanguages()
{
    QFETCH(QString, line);
    QFETCH(SearchQuery, query);
    const ParsedSearch parsed = parse(line);
    QCOMPARE(parsed.query.text, query.text);
    QVERIFY(parsed.query == query);
    for (const SearchChip &chip : parsed.chips)
        QVERIFY(!chip.label.isEmpty() && chip.problem.isEmpty());
}

void TestSearchText::daysAreLocal()
{
    const auto startOf = [](int year, int month, int day) {
        return QDate(year, month, day).startOfDay().toMSecsSinceEpoch();
    };
    const SearchQuery query = parse(u"after:2026-01-15 before:2026-03-01"_s).query;
    QCOMPARE(query.sinceMs, startOf(2026, 1, 15));
    QCOMPARE(query.untilMs, startOf(2026, 3, 1));
    QCOMPARE(parse(u"avant:2026-3-1"_s).query.untilMs, startOf(2026, 3, 1));
    QCOMPARE(parse(u"après:2026-03"_s).query.sinceMs, startOf(2026, 3, 1));
    QCOMPARE(parse(u"apres:2026"_s).query.sinceMs, startOf(2026, 1, 1));
}

void TestSearchText::aNameNeedsNoAccount_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("name");
    QTest::newRow("somebody who was imported") << u"from:bob"_s << u"bob"_s;
    QTest::newRow("a guest, and words") << u"de:invité-3 salut"_s << u"invité-3"_s;
    QTest::newRow("the whole of it") << u"from:\"Bob Morane\""_s << u"Bob Morane "_s;
    QTest::newRow("being typed") << u"from:\"Bob Mor"_s << u"Bob Mor"_s;
    QTest::newRow("quoted, though accounts begin so") << u"from:\"jea\""_s << u"jea "_s;
}

void TestSearchText::aNameNeedsNoAccount()
{
    QFETCH(QString, line);
    QFETCH(QString, name);
    const ParsedSearch parsed = parse(line);
    QCOMPARE(parsed.query.fromName, name);
    QVERIFY(!parsed.query.from.isValid());
    QVERIFY(!parsed.query.isEmpty());
    QVERIFY(parsed.chips[0].label.contains(name.trimmed()) && parsed.chips[0].problem.isEmpty());
    const bool isBeginningOfSeveral = name.contains(u' ') && !name.endsWith(u' '); // there is no way to write that
    QCOMPARE(
        parse(searchText(parsed.query, m_people, m_rooms)).query.fromName, isBeginningOfSeveral ? name + u' ' : name);
}

void TestSearchText::saysWhatIsNotUnderstood()
{
    for (const QString &line : { u"from:!!!"_s, u"from:jea"_s, u"in:nowhere"_s, u"before:tomorrow"_s,
             u"after:2026-02-31"_s, u"has:money"_s }) {
        const ParsedSearch parsed = parse(line);
        QCOMPARE(parsed.chips.size(), 1);
        QVERIFY(parsed.chips[0].label.isEmpty());
        QVERIFY(!parsed.chips[0].problem.isEmpty());
        QVERIFY(parsed.query.isEmpty());
        QVERIFY(parsed.query.text.isEmpty());
    }
    QVERIFY(parse(u"from:jea"_s).chips[0].problem.startsWith(u"Several"_s)); // two begin so
}

void TestSearchText::knowsWhereTheChipsStand()
{
    const QString line = u"x from:\"Marie Curie\" y in:general"_s;
    const ParsedSearch parsed = parse(line);
    QCOMPARE(parsed.chips.size(), 2);
    QCOMPARE(line.sliced(parsed.chips[0].start, parsed.chips[0].length), u"from:\"Marie Curie\""_s);
    QCOMPARE(parsed.chips[0].value, u"Marie Curie"_s);
    QCOMPARE(line.sliced(parsed.chips[1].start, parsed.chips[1].length), u"in:general"_s);
    QCOMPARE(parsed.query.text, u"x y"_s);
}

void TestSearchText::isReadBack()
{
    SearchQuery query{ u"\"petit chat\" dort"_s, RoomId{ 11 }, AccountId{ 2 } };
    query.sinceMs = QDate(2026, 1, 15).startOfDay().toMSecsSinceEpoch();
    query.untilMs = QDate(2026, 3, 1).startOfDay().toMSecsSinceEpoch();
    query.hasFile = query.hasImage = query.hasLink = true;
    query.fromName = u"Jean-Éric Dupond "_s;
    const QString line = searchText(query, m_people, m_rooms);
    QVERIFY(parse(line).query == query);
    QVERIFY(parse(searchText({ u"word"_s }, m_people, m_rooms)).query == SearchQuery{ u"word"_s });
    QVERIFY(parse(chipText(SearchChip::Kind::Has, hasText(SearchHas::Link))).query.hasLink);
    QVERIFY(chipText(SearchChip::Kind::From).endsWith(u':'));
}

void TestSearchText::bearsAnyLine()
{
    for (const QString &line : { QString(), u"\""_s, u":"_s, u"from:"_s, u"from:\""_s, u"from:\"\""_s, u"a:\"\" x"_s,
             u"from:marie "_s.repeated(1000), QString(100'000, u'"'), u"in:\u202e"_s, u":::::"_s, u"\"a\"from:marie"_s,
             QString(QChar(0xD800)) }) {
        const ParsedSearch parsed = parse(line);
        QVERIFY(parsed.chips.size() <= 32);
        for (const SearchChip &chip : parsed.chips)
            QVERIFY(chip.start >= 0 && chip.length > 0 && chip.start + chip.length <= line.size());
    }
}

void TestSearchText::saysWhatWasSearched()
{
    SearchCoverage coverage{ 2, 34'567, 0, false, true };
    QVERIFY(coverageText(coverage).contains(u"34"_s));
    QCOMPARE(coverageText(coverage).count(u'.'), 1);
    coverage.isPartial = true;
    QCOMPARE(coverageText(coverage).count(u'.'), 2);
    coverage.serverAsked = false;
    QVERIFY(coverageText(coverage).contains(u"device"_s));
}

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_search_text.moc"
