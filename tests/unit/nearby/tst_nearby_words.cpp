// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/nearby/nearby_words.h"
#include "tests/support/wait_until.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;
using Need = NearbyWords::Need;

namespace {

QByteArray key(int number)
{
    return "key " + QByteArray::number(number);
}

QStringList wordsOf(const QByteArray &key)
{
    return { QString::fromLatin1(key) };
}

} // namespace

class TestNearbyWords : public QObject
{
    Q_OBJECT

private:
    JobLane m_lane{ u"words"_s };

    static QList<QByteArray> order(const QSignalSpy &found)
    {
        QList<QByteArray> keys;
        for (const auto &call : found)
            keys.append(call.first().toByteArray());
        return keys;
    }
    static bool finds(const QSignalSpy &found, int count)
    {
        return waitUntil([&] { return found.count() >= count; });
    }

private Q_SLOTS:
    /// The first is begun at once; of those who wait meanwhile, who is looked at comes first, then who asks.
    void whoNeedsThemMostIsNext()
    {
        NearbyWords words(m_lane, wordsOf, {});
        const QSignalSpy found(&words, &NearbyWords::found);
        words.need(key(0), Need::Known);
        words.need(key(1), Need::Known);
        words.need(key(2), Need::AskedAndWent);
        words.need(key(3), Need::Asks);
        words.need(key(4), Need::Asks);
        words.want(key(5));
        words.want(key(6));
        QVERIFY(finds(found, 7));
        QCOMPARE(order(found), (QList{ key(0), key(6), key(5), key(3), key(4), key(2), key(1) }));
        QCOMPARE(words.of(key(4)), wordsOf(key(4)));
        QVERIFY(words.of(key(7)).isEmpty());
    }

    void whoIsGoneCostsNothing()
    {
        NearbyWords words(m_lane, wordsOf, {});
        const QSignalSpy found(&words, &NearbyWords::found);
        words.need(key(0), Need::Known);
        words.need(key(1), Need::Asks);
        words.need(key(2), Need::Known);
        words.need(key(1), Need::None);
        words.need(key(3), Need::None); // merely found
        QVERIFY(finds(found, 2));
        QCOMPARE(order(found), (QList{ key(0), key(2) }));
        words.need(key(4), Need::Known);
        words.need(key(5), Need::Known);
        words.clear();
        QVERIFY(finds(found, 3)); // was begun
        words.need(key(6), Need::Known);
        QVERIFY(finds(found, 4));
        QCOMPARE(order(found).last(), key(6));
    }

    /// Strangers choose how often they ask; who is looked at, or known, waits for none of them.
    void aFloodOfAskersIsPaced()
    {
        NearbyWords::Limits limits;
        limits.askers = 3;
        limits.pause = std::chrono::hours(1);
        NearbyWords words(m_lane, wordsOf, limits);
        const QSignalSpy found(&words, &NearbyWords::found);
        for (int i = 0; i < 50; ++i)
            words.need(key(i), Need::Asks);
        words.need(key(100), Need::Known);
        QVERIFY(finds(found, 4));
        QCOMPARE(order(found), (QList{ key(0), key(1), key(2), key(100) }));
        words.want(key(40));
        QVERIFY(finds(found, 5));
        QCOMPARE(order(found).last(), key(40));
        QCOMPARE(found.count(), 5);
    }

    void theOthersComeAfterThePause()
    {
        NearbyWords::Limits limits;
        limits.askers = 1;
        limits.pause = std::chrono::milliseconds(1);
        NearbyWords words(m_lane, wordsOf, limits);
        const QSignalSpy found(&words, &NearbyWords::found);
        for (int i = 0; i < 5; ++i)
            words.need(key(i), Need::Asks);
        QVERIFY(finds(found, 5));
        QCOMPARE(order(found), (QList{ key(0), key(1), key(2), key(3), key(4) }));
    }

    /// What is kept for those who come back is bounded, and asked for again is not computed again.
    void whatWasFoundIsKeptForAWhile()
    {
        NearbyWords::Limits limits;
        limits.kept = 2;
        auto computed = std::make_shared<std::atomic_int>(0);
        NearbyWords words(
            m_lane,
            [computed](const QByteArray &key) {
                ++*computed;
                return wordsOf(key);
            },
            limits);
        const QSignalSpy found(&words, &NearbyWords::found);
        for (int i = 0; i < 3; ++i)
            words.need(key(i), Need::Known);
        QVERIFY(finds(found, 3));
        QVERIFY(words.of(key(0)).isEmpty());
        QVERIFY(!words.of(key(1)).isEmpty());
        words.want(key(2));
        words.need(key(1), Need::Known);
        QCOMPARE(found.count(), 4); // said at once
        words.want(key(0));
        QVERIFY(finds(found, 5));
        QCOMPARE(computed->load(), 4);
    }

    void onlyTheLastLookedAtAreWanted()
    {
        NearbyWords::Limits limits;
        limits.wanted = 2;
        NearbyWords words(m_lane, wordsOf, limits);
        const QSignalSpy found(&words, &NearbyWords::found);
        for (int i = 0; i < 100; ++i)
            words.want(key(i));
        QVERIFY(finds(found, 2));
        words.need(key(200), Need::Known);
        QVERIFY(waitUntil([&] { return order(found).contains(key(200)); }));
        QVERIFY(order(found).contains(key(99)) && order(found).contains(key(98)));
        QVERIFY(found.count() <= 4);
    }
};

QTEST_GUILESS_MAIN(TestNearbyWords)
#include "tst_nearby_words.moc"
