// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "client-gui/rooms/fuzzy_match.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLettersInOrder();
    void wordBeginningsAreBetter();
    void emptyFitsEverything();
};

void TestFuzzyMatch::findsLettersInOrder()
{
    QVERIFY(fuzzyScore(u"gnl", u"general"));
    QVERIFY(!fuzzyScore(u"lng", u"general"));
    QVERIFY(!fuzzyScore(u"generals", u"general"));
    QVERIFY(fuzzyScore(u"ec soir", u"ecole du soir"));
}

void TestFuzzyMatch::wordBeginningsAreBetter()
{
    QVERIFY(fuzzyScore(u"ma", u"marie") > fuzzyScore(u"ma", u"anna marie"));
    QVERIFY(fuzzyScore(u"ma", u"anna marie") > fuzzyScore(u"ma", u"thomas"));
    QVERIFY(fuzzyScore(u"mc", u"marie curie") > fuzzyScore(u"mc", u"francoismc"));
    QVERIFY(fuzzyScore(u"gen", u"general") > fuzzyScore(u"gen", u"geometrie en nombre"));
}

void TestFuzzyMatch::emptyFitsEverything()
{
    QVERIFY(fuzzyScore(u"", u"general"));
    QVERIFY(fuzzyScore(u" ", u""));
    QVERIFY(!fuzzyScore(u"a", u""));
}

QTEST_GUILESS_MAIN(TestFuzzyMatch)
#include "tst_fuzzy_match.moc"
