// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/admission.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using Verdict = Admission::Verdict;

namespace {

struct StillClock final : Clock
{
    qint64 now = 1'000'000;
    [[nodiscard]] qint64 wallMs() const override { return now; }
    [[nodiscard]] qint64 monotonicMs() const override { return now; }
};

const auto home = u"192.0.2.7"_s;
const auto elsewhere = u"192.0.2.8"_s;

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsConnectionsOfOnePrefix();
    void limitsNewConnectionsPerMinute();
    void exemptPrefixCountsNowhere();
    void namesTheOldestUnauthenticatedConnection();
    void loggingInMakesRoomForOthers();
    void keepsDescriptorsFree();
    void zeroSwitchesALimitOff();
    void reportsARefusalOncePerMinute();
    void forgetsPrefixesThatAreQuiet();
    void bansAPrefixWhoseConnectionsNeverLogIn();
    void whoLogsInIsNeverBanned();
    void makingRoomIsNobodysFault();
    void reportingARefusalCostsNoAllowance();

private:
    StillClock m_clock;
};

void TestAdmission::limitsConnectionsOfOnePrefix()
{
    Admission admission(m_clock, { .perPrefix = 2, .newPerMinute = 0 });
    QCOMPARE(admission.admit({ 1 }, home), Verdict::Welcome);
    QCOMPARE(admission.admit({ 2 }, home), Verdict::Welcome);
    QCOMPARE(admission.admit({ 3 }, home), Verdict::TooManyAtOnce);
    QCOMPARE(admission.admit({ 3 }, elsewhere), Verdict::Welcome);
    admission.closed({ 1 });
    QCOMPARE(admission.admit({ 4 }, home), Verdict::Welcome);
    QCOMPARE(admission.total(), 3);
}

void TestAdmission::limitsNewConnectionsPerMinute()
{
    Admission admission(m_clock, { .perPrefix = 0, .newPerMinute = 60, .ban = { 0, 0, 0 } });
    for (qint64 id = 1; id <= 60; ++id) {
        QCOMPARE(admission.admit({ id }, home), Verdict::Welcome);
        admission.closed({ id });
    }
    QCOMPARE(admission.admit({ 61 }, home), Verdict::TooManyPerMinute);
    QCOMPARE(admission.admit({ 61 }, elsewhere), Verdict::Welcome);
    m_clock.now += 1000;
    QCOMPARE(admission.admit({ 62 }, home), Verdict::Welcome);
    QCOMPARE(admission.admit({ 63 }, home), Verdict::TooManyPerMinute);
}

void TestAdmission::exemptPrefixCountsNowhere()
{
    Admission admission(m_clock, { .perPrefix = 1, .newPerMinute = 1, .unauthenticated = 1 });
    for (qint64 id = 1; id <= 100; ++id)
        QCOMPARE(admission.admit({ id }, {}), Verdict::Welcome);
    QVERIFY(!admission.surplus());
    QCOMPARE(admission.total(), 100);
}

void TestAdmission::namesTheOldestUnauthenticatedConnection()
{
    Admission admission(m_clock, { .perPrefix = 0, .newPerMinute = 0, .unauthenticated = 2 });
    for (qint64 id = 11; id <= 13; ++id)
        QCOMPARE(admission.admit({ id }, home), Verdict::Welcome);
    QCOMPARE(admission.surplus(), std::optional(ConnectionId{ 11 }));
    QVERIFY2(!admission.surplus(), "it was named already");
    admission.closed({ 11 });
    QCOMPARE(admission.unauthenticated(), 2);
}

void TestAdmission::loggingInMakesRoomForOthers()
{
    Admission admission(m_clock, { .perPrefix = 0, .newPerMinute = 0, .unauthenticated = 1 });
    admission.admit({ 1 }, home);
    admission.loggedIn({ 1 });
    admission.admit({ 2 }, home);
    QVERIFY(!admission.surplus());
    admission.loggedIn({ 99 }); // nobody
    admission.closed({ 99 });
    QCOMPARE(admission.total(), 2);
}

void TestAdmission::keepsDescriptorsFree()
{
    Admission admission(m_clock, { .total = 1 });
    QCOMPARE(admission.admit({ 1 }, {}), Verdict::Welcome);
    QCOMPARE(admission.admit({ 2 }, {}), Verdict::OutOfDescriptors);
    admission.closed({ 1 });
    QCOMPARE(admission.admit({ 2 }, {}), Verdict::Welcome);
}

void TestAdmission::zeroSwitchesALimitOff()
{
    Admission admission(m_clock, { .perPrefix = 0, .newPerMinute = 0, .unauthenticated = 0 });
    for (qint64 id = 1; id <= 1000; ++id)
        QCOMPARE(admission.admit({ id }, home), Verdict::Welcome);
    QVERIFY(!admission.surplus());
}

void TestAdmission::reportsARefusalOncePerMinute()
{
    Admission admission(m_clock, {});
    QVERIFY(admission.isWorthReporting(home));
    QVERIFY(!admission.isWorthReporting(home));
    QVERIFY(admission.isWorthReporting(elsewhere));
    m_clock.now += 60'000;
    QVERIFY(admission.isWorthReporting(home));
}

void TestAdmission::forgetsPrefixesThatAreQuiet()
{
    Admission admission(m_clock, { .perPrefix = 1, .newPerMinute = 1 });
    admission.admit({ 1 }, home);
    for (qint64 id = 2; id < 5000; ++id) {
        admission.admit({ id }, u"10.0.%1.%2"_s.arg(id / 250).arg(id % 250));
        admission.closed({ id });
        m_clock.now += 100;
    }
    // Sweeping must not lose who is still there.
    QCOMPARE(admission.admit({ 6000 }, home), Verdict::TooManyAtOnce);
}

void TestAdmission::bansAPrefixWhoseConnectionsNeverLogIn()
{
    Admission admission(m_clock, { .ban = { 3, 120'000, 300'000 } });
    admission.admit({ 100 }, home);
    admission.loggedIn({ 100 });
    for (qint64 id = 1; id <= 2; ++id) {
        admission.admit({ id }, home);
        QCOMPARE(admission.closed({ id }), QString());
    }
    admission.admit({ 3 }, home);
    QCOMPARE(admission.closed({ 3 }), home);
    QCOMPARE(admission.admit({ 4 }, home), Verdict::Banned);
    QCOMPARE(admission.admit({ 4 }, elsewhere), Verdict::Welcome);
    QCOMPARE(admission.admit({ 5 }, {}), Verdict::Welcome); // this machine
    QCOMPARE(admission.total(), 3); // who was there stays
    m_clock.now += 300'000;
    QCOMPARE(admission.admit({ 6 }, home), Verdict::Welcome);
}

void TestAdmission::whoLogsInIsNeverBanned()
{
    Admission admission(m_clock, { .newPerMinute = 0, .ban = { 3, 120'000, 300'000 } });
    for (qint64 id = 1; id <= 1000; ++id) {
        QCOMPARE(admission.admit({ id }, home), Verdict::Welcome);
        admission.loggedIn({ id });
        QCOMPARE(admission.closed({ id }), QString());
    }
}

void TestAdmission::makingRoomIsNobodysFault()
{
    Admission admission(
        m_clock, { .perPrefix = 0, .newPerMinute = 0, .unauthenticated = 1, .ban = { 3, 120'000, 300'000 } });
    for (qint64 id = 1; id <= 100; ++id) {
        QCOMPARE(admission.admit({ id }, home), Verdict::Welcome);
        if (const auto surplus = admission.surplus())
            QCOMPARE(admission.closed(*surplus), QString());
    }
}

void TestAdmission::reportingARefusalCostsNoAllowance()
{
    Admission admission(m_clock, { .newPerMinute = 2, .total = 1 });
    QCOMPARE(admission.admit({ 1 }, {}), Verdict::Welcome);
    QCOMPARE(admission.admit({ 2 }, home), Verdict::OutOfDescriptors);
    QVERIFY(admission.isWorthReporting(home));
    admission.closed({ 1 });
    QCOMPARE(admission.admit({ 3 }, home), Verdict::Welcome);
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
