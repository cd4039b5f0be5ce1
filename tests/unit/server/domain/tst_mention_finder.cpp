// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/mention_finder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

class TestMentionFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOnlyMembers_data();
    void namesOnlyMembers();
    void findsCalls();
    void stopsAtSixtyFour();
    void isFastOnHostileText();
};

namespace {

AccountId memberCalled(const QString &login)
{
    static const QHash<QString, qint64> members{ { u"marie"_s, 1 }, { u"jean-luc"_s, 2 }, { u"a.b"_s, 3 },
        { u"a"_s, 4 }, { u"marie.k"_s, 5 } };
    return AccountId{ members.value(login) };
}

} // namespace

void TestMentionFinder::namesOnlyMembers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qint64>>("found");
    using Ids = QList<qint64>;
    QTest::newRow("alone") << u"@marie"_s << Ids{ 1 };
    QTest::newRow("in a sentence") << u"Salut @marie, et @jean-luc !"_s << Ids{ 1, 2 };
    QTest::newRow("capitals") << u"@Marie"_s << Ids{ 1 };
    QTest::newRow("full stop after it") << u"ask @marie."_s << Ids{ 1 };
    QTest::newRow("dots after it") << u"ask @marie..."_s << Ids{ 1 };
    QTest::newRow("the longest login") << u"@marie.k"_s << Ids{ 5 };
    QTest::newRow("dot inside") << u"@a.b @a"_s << Ids{ 3, 4 };
    QTest::newRow("twice") << u"@marie @marie"_s << Ids{ 1 };
    QTest::newRow("in brackets") << u"(@marie)"_s << Ids{ 1 };
    QTest::newRow("address of mail") << u"x@marie"_s << Ids{};
    QTest::newRow("after a dot") << u"a.@marie"_s << Ids{};
    QTest::newRow("longer word") << u"@marieanne"_s << Ids{};
    QTest::newRow("accent follows") << u"@marié"_s << Ids{};
    QTest::newRow("accent after a login") << u"@aé"_s << Ids{};
    QTest::newRow("combining mark follows") << u"@marie\u0301"_s << Ids{};
    QTest::newRow("at follows") << u"@marie@a"_s << Ids{};
    QTest::newRow("two ats") << u"@@marie"_s << Ids{};
    QTest::newRow("stranger") << u"@nobody"_s << Ids{};
    QTest::newRow("nothing") << u"@"_s << Ids{};
    QTest::newRow("at the end") << u"mail me @"_s << Ids{};
    QTest::newRow("line break before") << u"x\n@marie"_s << Ids{ 1 };
    QTest::newRow("right-to-left before") << u"\u05d0 @marie"_s << Ids{ 1 };
    QTest::newRow("right-to-left glued") << u"\u05d0@marie"_s << Ids{};
    QTest::newRow("emoji glued") << u"\U0001F600@marie"_s << Ids{};
}

void TestMentionFinder::namesOnlyMembers()
{
    QFETCH(QString, text);
    QFETCH(QList<qint64>, found);
    QList<qint64> ids;
    for (const AccountId id : findMentions(text, &memberCalled))
        ids.append(id.value);
    QCOMPARE(ids, found);
}

void TestMentionFinder::findsCalls()
{
    QCOMPARE(findCall(u"nobody"_s), Call::Nobody);
    QCOMPARE(findCall(u"@here!"_s), Call::Here);
    QCOMPARE(findCall(u"listen, @Room."_s), Call::Room);
    QCOMPARE(findCall(u"@here and @room"_s), Call::Room);
    for (const QString &text :
        { u"me@here"_s, u"@heretic"_s, u"@rooms"_s, u"here room"_s, u"@here@room"_s, u"@roomé"_s })
        QCOMPARE(findCall(text), Call::Nobody);
    QCOMPARE(findCall(u"@m "_s.repeated(100) + u"@room"_s), Call::Room); // behind all that can be mentioned
}

void TestMentionFinder::stopsAtSixtyFour()
{
    QString text;
    for (int i = 1; i <= 100; ++i)
        text += u"@m%1 "_s.arg(i);
    const auto found = findMentions(text, [](const QString &login) { return AccountId{ login.mid(1).toLongLong() }; });
    QCOMPARE(found.size(), 64);
    QCOMPARE(found.back(), AccountId{ 64 });
}

void TestMentionFinder::isFastOnHostileText()
{
    int asked = 0;
    const auto count = [&](const QString &) {
        ++asked;
        return AccountId{};
    };
    (void)findMentions(u"@"_s.repeated(16384), count);
    (void)findMentions(u"@......................................."_s.repeated(400), count);
    (void)findMentions(u"@"_s + u"-"_s.repeated(16000), count);
    QVERIFY2(asked < 20'000, qPrintable(QString::number(asked)));
}

QTEST_GUILESS_MAIN(TestMentionFinder)
#include "tst_mention_finder.moc"
