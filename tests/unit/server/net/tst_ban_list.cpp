// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/net/ban_list.h"
#include "tests/support/fake_clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;
using namespace salon::test;

namespace {

const auto home = u"192.0.2.7"_s;
const auto elsewhere = u"2001:db8::/64"_s;

} // namespace

class TestBanList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bansAfterTooManyFailures();
    void failuresOutsideTheWindowDoNotCount();
    void whatHappensDuringABanDoesNotProlongIt();
    void countsEachPrefixByItself();
    void exemptPrefixIsNeverBanned();
    void jumpsOfTheWallClockChangeNothing();
    void zeroSwitchesItOff();
    void newLimitsHoldAtOnce();
    void memoryStaysBounded();
    void bansOutliveAFloodOfOtherAddresses();

private:
    FakeClock m_clock;
};

void TestBanList::bansAfterTooManyFailures()
{
    BanList bans(m_clock, {});
    for (int i = 1; i < 10; ++i)
        QVERIFY(!bans.noteFailure(home));
    QVERIFY(!bans.isBanned(home));
    QVERIFY2(bans.noteFailure(home), "the tenth within two minutes");
    QVERIFY(bans.isBanned(home));
    m_clock.advance(299'999);
    QVERIFY(bans.isBanned(home));
    m_clock.advance(1);
    QVERIFY(!bans.isBanned(home));
    for (int i = 1; i < 10; ++i)
        QVERIFY2(!bans.noteFailure(home), "a ban that is over is forgiven");
    QVERIFY(bans.noteFailure(home));
}

void TestBanList::failuresOutsideTheWindowDoNotCount()
{
    BanList bans(m_clock, { 3, 120'000, 300'000 });
    QVERIFY(!bans.noteFailure(home));
    m_clock.advance(60'000);
    QVERIFY(!bans.noteFailure(home));
    m_clock.advance(60'000); // the first one is 120 s old
    QVERIFY(!bans.noteFailure(home));
    m_clock.advance(59'999);
    QVERIFY(bans.noteFailure(home));
}

void TestBanList::whatHappensDuringABanDoesNotProlongIt()
{
    BanList bans(m_clock, { 2, 120'000, 300'000 });
    bans.noteFailure(home);
    QVERIFY(bans.noteFailure(home));
    m_clock.advance(200'000);
    for (int i = 0; i < 50; ++i)
        QVERIFY2(!bans.noteFailure(home), "connections that were open when it began");
    m_clock.advance(100'000);
    QVERIFY(!bans.isBanned(home));
    QVERIFY(!bans.noteFailure(home));
}

void TestBanList::countsEachPrefixByItself()
{
    BanList bans(m_clock, { 2, 120'000, 300'000 });
    QVERIFY(!bans.noteFailure(home));
    QVERIFY(!bans.noteFailure(elsewhere));
    QVERIFY(bans.noteFailure(home));
    QVERIFY(!bans.isBanned(elsewhere));
}

void TestBanList::exemptPrefixIsNeverBanned()
{
    BanList bans(m_clock, { 1, 120'000, 300'000 });
    for (int i = 0; i < 100; ++i)
        QVERIFY(!bans.noteFailure({}));
    QVERIFY(!bans.isBanned({}));
    QCOMPARE(bans.size(), 0);
}

void TestBanList::jumpsOfTheWallClockChangeNothing()
{
    BanList bans(m_clock, { 2, 120'000, 300'000 });
    bans.noteFailure(home);
    m_clock.wall -= 86'400'000;
    QVERIFY(bans.noteFailure(home));
    m_clock.wall += 2 * 86'400'000LL;
    QVERIFY(bans.isBanned(home));
}

void TestBanList::zeroSwitchesItOff()
{
    BanList bans(m_clock, { 0, 120'000, 300'000 });
    for (int i = 0; i < 100; ++i)
        QVERIFY(!bans.noteFailure(home));
    QVERIFY(!bans.isBanned(home));
}

void TestBanList::newLimitsHoldAtOnce()
{
    BanList bans(m_clock, { 5, 120'000, 300'000 });
    bans.noteFailure(home);
    bans.setLimits({ 2, 120'000, 1'000 });
    QVERIFY(bans.noteFailure(home));
    bans.setLimits({ 0, 120'000, 1'000 });
    QVERIFY2(!bans.isBanned(home), "who switches bans off wants nobody banned");
}

void TestBanList::memoryStaysBounded()
{
    BanList bans(m_clock, {});
    for (int i = 0; i < 200'000; ++i)
        bans.noteFailure(QString::number(i));
    QVERIFY2(bans.size() <= 65'536, qPrintable(QString::number(bans.size())));
    m_clock.advance(600'000);
    for (int i = 0; i < 65'536; ++i)
        bans.noteFailure(QString::number(i % 10));
    QVERIFY(bans.size() <= 65'536);
}

void TestBanList::bansOutliveAFloodOfOtherAddresses()
{
    BanList bans(m_clock, {});
    for (int i = 0; i < 10; ++i)
        bans.noteFailure(home);
    for (int i = 0; i < 200'000; ++i)
        bans.noteFailure(QString::number(i));
    QVERIFY(bans.isBanned(home));
}

QTEST_GUILESS_MAIN(TestBanList)
#include "tst_ban_list.moc"
