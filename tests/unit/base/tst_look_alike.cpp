// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/base/look_alike.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;

class TestLookAlike : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNamesThatLookAlike_data();
    void findsNamesThatLookAlike();
    void refusesMixedScripts_data();
    void refusesMixedScripts();
    void isStable();
    void knowsItsVersion();

private:
    LookAlike m_lookAlike;
};

void TestLookAlike::findsNamesThatLookAlike_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("alike");
    QTest::newRow("same") << u"Marie"_s << u"Marie"_s << true;
    QTest::newRow("case") << u"Marie"_s << u"mARIE"_s << true;
    QTest::newRow("cyrillic") << u"paypal"_s << u"\u0440\u0430\u0443\u0440\u0430l"_s << true;
    QTest::newRow("digit one") << u"paul"_s << u"pau1"_s << true;
    QTest::newRow("capital i") << u"lan"_s << u"Ian"_s << true;
    QTest::newRow("zero") << u"Oscar"_s << u"0scar"_s << true;
    QTest::newRow("rn for m") << u"marie"_s << u"rnarie"_s << true;
    QTest::newRow("full width") << u"marie"_s << u"\uff4d\uff41\uff52\uff49\uff45"_s << true;
    QTest::newRow("composed or not") << u"Ren\u00e9"_s << u"Rene\u0301"_s << true;
    QTest::newRow("spaces") << u"Marie Curie"_s << u"Marie  Curie"_s << true;
    QTest::newRow("accent") << u"Rene"_s << u"Ren\u00e9"_s << false;
    QTest::newRow("other name") << u"marie"_s << u"maria"_s << false;
    QTest::newRow("longer") << u"marie"_s << u"marie2"_s << false;
    QTest::newRow("right-to-left") << u"\u05d3\u05d5\u05d3"_s << u"\u05d3\u05d5\u05d3\u05d9"_s << false;
}

void TestLookAlike::findsNamesThatLookAlike()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, alike);
    const auto ours = m_lookAlike.skeletons(left);
    const auto theirs = m_lookAlike.skeletons(right);
    const bool common
        = std::any_of(ours.begin(), ours.end(), [&](const QString &skeleton) { return theirs.contains(skeleton); });
    QCOMPARE(common, alike);
}

void TestLookAlike::refusesMixedScripts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("mixes");
    QTest::newRow("latin") << u"Jean-Luc Éluard"_s << false;
    QTest::newRow("emoji") << u"Marie \U0001F600"_s << false;
    QTest::newRow("digits") << u"r2d2"_s << false;
    QTest::newRow("cyrillic") << u"Мария"_s << false;
    QTest::newRow("hebrew") << u"דוד"_s << false;
    QTest::newRow("japanese with latin") << u"さくら Sakura 桜"_s << false;
    QTest::newRow("latin and cyrillic") << u"pаypal"_s << true; // the second letter is Cyrillic
    QTest::newRow("latin and greek") << u"Αlex"_s << true;
}

void TestLookAlike::refusesMixedScripts()
{
    QFETCH(QString, name);
    QFETCH(bool, mixes);
    QCOMPARE(m_lookAlike.mixesScripts(name), mixes);
}

void TestLookAlike::isStable()
{
    // Names that are skeletons already, and text that grows a lot.
    for (const QString &name : { u"paypal"_s, u"Ǆ㎒﷽"_s, u"﷽"_s.repeated(32), QString() }) {
        for (const QString &skeleton : m_lookAlike.skeletons(name))
            QVERIFY(m_lookAlike.skeletons(skeleton).contains(skeleton) || name.isEmpty());
    }
}

void TestLookAlike::knowsItsVersion()
{
    QVERIFY(LookAlike::unicodeVersion().startsWith(u"1"_s));
}

QTEST_GUILESS_MAIN(TestLookAlike)
#include "tst_look_alike.moc"
