// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/peer/stranger_gate.h"
#include "tests/support/fake_clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

namespace {

const auto One = u"192.0.2.1"_s;
const auto Other = u"192.0.2.2"_s;
constexpr qint64 MinuteMs = 60'000;

} // namespace

class TestStrangerGate : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

    [[nodiscard]] int linksOf(StrangerGate &gate, const QString &origin, int tries) const
    {
        int admitted = 0;
        for (int i = 0; i < tries; ++i)
            admitted += gate.admitsLink(origin) ? 1 : 0;
        return admitted;
    }
    [[nodiscard]] int asksOf(StrangerGate &gate, const QString &origin, int tries) const
    {
        int admitted = 0;
        for (int i = 0; i < tries; ++i)
            admitted += gate.admitsAsk(origin, {}).admitted ? 1 : 0;
        return admitted;
    }
    /// `count` of one machine, each a second younger than the one before; the last just came.
    QList<StrangerGate::Waiting> crowd(const QString &origin, int count)
    {
        QList<StrangerGate::Waiting> waiting;
        for (int i = 0; i < count; ++i) {
            m_clock.advance(1000);
            waiting.append({ origin.toUtf8() + '#' + QByteArray::number(i), origin, m_clock.monotonicMs() });
        }
        return waiting;
    }
    QList<StrangerGate::Waiting> machines(int count)
    {
        QList<StrangerGate::Waiting> waiting;
        for (int i = 0; i < count; ++i)
            waiting += crowd(u"198.51.100.%1"_s.arg(i), 1);
        return waiting;
    }

private Q_SLOTS:
    void oneMachineConnectsSoOften()
    {
        StrangerGate gate(m_clock, {});
        QCOMPARE(linksOf(gate, One, 100), 20);
        QCOMPARE(linksOf(gate, Other, 1), 1);
        m_clock.advance(MinuteMs);
        QCOMPARE(linksOf(gate, One, 100), 20);
        m_clock.advance(5'000);
        QCOMPARE(linksOf(gate, One, 100), 5);
    }

    void allMachinesTogetherConnectSoOften()
    {
        StrangerGate gate(m_clock, {});
        int admitted = 0;
        for (int machine = 0; machine < 200; ++machine)
            admitted += linksOf(gate, u"203.0.113.%1"_s.arg(machine), 5);
        QCOMPARE(admitted, 100);
        QCOMPARE(linksOf(gate, QString(), 10), 10); // this machine is not others
        m_clock.advance(1'000);
        QCOMPARE(linksOf(gate, One, 100), 5);
    }

    void oneMachineAsksSoOften()
    {
        StrangerGate gate(m_clock, {});
        QCOMPARE(asksOf(gate, One, 50), 3);
        m_clock.advance(20'000);
        QCOMPARE(asksOf(gate, One, 50), 1);
        QCOMPARE(asksOf(gate, Other, 1), 1);
    }

    void manyMachinesLeaveTurnsForNewcomers()
    {
        StrangerGate gate(m_clock, {});
        int admitted = 0;
        for (int round = 0; round < 10; ++round) {
            for (int machine = 0; machine < 4; ++machine)
                admitted += asksOf(gate, u"203.0.113.%1"_s.arg(machine), 1);
        }
        QVERIFY(admitted <= 8);
        QCOMPARE(asksOf(gate, One, 1), 1);
        // For as long as they go on.
        for (int second = 0; second < 120; ++second) {
            m_clock.advance(1'000);
            for (int machine = 0; machine < 4; ++machine)
                (void)asksOf(gate, u"203.0.113.%1"_s.arg(machine), 1);
        }
        int waited = 0;
        for (; asksOf(gate, Other, 1) == 0; ++waited) {
            m_clock.advance(1'000);
            for (int machine = 0; machine < 4; ++machine)
                (void)asksOf(gate, u"203.0.113.%1"_s.arg(machine), 1);
            QVERIFY(waited < 7);
        }
    }

    void thisMachineHasTheTurnsOfAll()
    {
        StrangerGate gate(m_clock, {});
        QCOMPARE(asksOf(gate, QString(), 50), 7);
    }

    void nobodyIsSentAwayWhileThereIsRoom()
    {
        StrangerGate gate(m_clock, {});
        const auto admission = gate.admitsAsk(One, machines(15));
        QVERIFY(admission.admitted);
        QVERIFY(admission.givesWay.isEmpty());
    }

    void oneMachineHasFourPlaces()
    {
        StrangerGate gate(m_clock, {});
        const auto waiting = crowd(One, 4);
        QVERIFY(!gate.admitsAsk(One, waiting).admitted);
        QVERIFY(gate.admitsAsk(Other, waiting).admitted);
        m_clock.advance(2 * MinuteMs);
        QCOMPARE(gate.admitsAsk(One, waiting).givesWay, waiting.first().key);
    }

    void whenAllPlacesAreTakenNobodyKeepsTwo()
    {
        StrangerGate gate(m_clock, {});
        const auto waiting = machines(12) + crowd(One, 2) + crowd(u"203.0.113.1"_s, 1) + crowd(u"203.0.113.2"_s, 1);
        QCOMPARE(gate.admitsAsk(Other, waiting).givesWay, waiting.at(12).key);
        // Nor does the one who has two get a third.
        QVERIFY(!gate.admitsAsk(One, waiting).admitted);
    }

    void theOldestGivesWayAfterTwoMinutes()
    {
        StrangerGate gate(m_clock, {});
        const auto waiting = machines(16);
        QVERIFY(!gate.admitsAsk(Other, waiting).admitted);
        m_clock.advance(2 * MinuteMs - 16'000);
        QVERIFY(!gate.admitsAsk(Other, waiting).admitted);
        m_clock.advance(1'000);
        QCOMPARE(gate.admitsAsk(Other, waiting).givesWay, waiting.first().key);
        // Whose machine has a place gives up that one.
        const QString last = waiting.last().origin;
        QVERIFY(!gate.admitsAsk(last, waiting).admitted);
        m_clock.advance(20'000);
        QCOMPARE(gate.admitsAsk(last, waiting).givesWay, waiting.last().key);
    }

    void whoIsTurnedAwayTakesNoPlace()
    {
        StrangerGate gate(m_clock, {});
        QCOMPARE(asksOf(gate, One, 10), 3);
        auto waiting = machines(16);
        m_clock.advance(2 * MinuteMs);
        QCOMPARE(asksOf(gate, One, 10), 3);
        const auto admission = gate.admitsAsk(One, waiting);
        QVERIFY(!admission.admitted);
        QVERIFY(admission.givesWay.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStrangerGate)
#include "tst_stranger_gate.moc"
