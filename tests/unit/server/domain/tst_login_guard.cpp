// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/login_guard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon::server;

class TestLoginGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesGrowAfterTheFreeAttempts();
    void oneAddressDoesNotLockOthersOut();
    void manyAddressesTogetherAreHeldBack();
    void anAddressThatGuessesIsHeldBackForAnHour();
    void thisMachineHasNoLimitOfItsOwn();
    void successForgets();
    void manyNamesCostLittle();
    void strangersCannotCloseRegistrationForAll();
};

namespace {

const LoginGuardLimits limits;

} // namespace

void TestLoginGuard::pausesGrowAfterTheFreeAttempts()
{
    LoginGuard guard;
    qint64 now = 1000;
    for (int i = 0; i < 4; ++i) {
        guard.noteFailure(limits, u"marie"_s, {}, now);
        QVERIFY(!guard.heldBackMs(limits, u"marie"_s, {}, now));
    }
    for (const quint32 pause : { 1000U, 2000U, 4000U, 8000U }) {
        guard.noteFailure(limits, u"marie"_s, {}, now);
        QCOMPARE(guard.heldBackMs(limits, u"marie"_s, {}, now), std::optional(pause));
        now += pause;
        QVERIFY(!guard.heldBackMs(limits, u"marie"_s, {}, now));
    }
    for (int i = 0; i < 20; ++i) {
        guard.noteFailure(limits, u"marie"_s, {}, now);
        now += guard.heldBackMs(limits, u"marie"_s, {}, now).value_or(0);
    }
    guard.noteFailure(limits, u"marie"_s, u"other"_s, now);
    QVERIFY(guard.heldBackMs(limits, u"marie"_s, {}, now).value_or(0) <= 3'600'000);
}

void TestLoginGuard::oneAddressDoesNotLockOthersOut()
{
    LoginGuard guard;
    for (int i = 0; i < 10; ++i)
        guard.noteFailure(limits, u"marie"_s, u"192.0.2.1"_s, 0);
    QVERIFY(guard.heldBackMs(limits, u"marie"_s, u"192.0.2.1"_s, 0));
    QVERIFY(!guard.heldBackMs(limits, u"marie"_s, u"192.0.2.2"_s, 0));
    QVERIFY(!guard.heldBackMs(limits, u"jean"_s, u"192.0.2.1"_s, 0));
}

void TestLoginGuard::manyAddressesTogetherAreHeldBack()
{
    LoginGuard guard;
    guard.noteSuccess(u"marie"_s, u"home"_s);
    for (int i = 0; i < 30; ++i)
        guard.noteFailure(limits, u"marie"_s, u"bot %1"_s.arg(i), i);
    QVERIFY(guard.heldBackMs(limits, u"marie"_s, u"bot 99"_s, 100));
    QVERIFY(!guard.heldBackMs(limits, u"marie"_s, u"home"_s, 100)); // who got in before still can
    QVERIFY(!guard.heldBackMs(limits, u"marie"_s, u"bot 99"_s, 3'600'100));
}

void TestLoginGuard::anAddressThatGuessesIsHeldBackForAnHour()
{
    LoginGuard guard;
    for (int i = 0; i < 20; ++i)
        guard.noteFailure(limits, u"name %1"_s.arg(i), u"192.0.2.1"_s, 0);
    QCOMPARE(guard.heldBackMs(limits, u"somebody"_s, u"192.0.2.1"_s, 0), std::optional<quint32>(3'600'000));
    QVERIFY(!guard.heldBackMs(limits, u"somebody"_s, u"192.0.2.1"_s, 3'600'000));
}

void TestLoginGuard::thisMachineHasNoLimitOfItsOwn()
{
    LoginGuard guard;
    for (int i = 0; i < 100; ++i)
        guard.noteFailure(limits, u"name %1"_s.arg(i), {}, 0);
    QVERIFY(!guard.heldBackMs(limits, u"somebody"_s, {}, 0));
}

void TestLoginGuard::successForgets()
{
    LoginGuard guard;
    for (int i = 0; i < 6; ++i)
        guard.noteFailure(limits, u"marie"_s, u"home"_s, 0);
    guard.noteSuccess(u"marie"_s, u"home"_s);
    QVERIFY(!guard.heldBackMs(limits, u"marie"_s, u"home"_s, 0));
}

void TestLoginGuard::manyNamesCostLittle()
{
    LoginGuard guard;
    for (int i = 0; i < 200'000; ++i)
        guard.noteFailure(limits, u"name %1"_s.arg(i), u"address %1"_s.arg(i), i * 50);
    QVERIFY(!guard.heldBackMs(limits, u"marie"_s, u"home"_s, 200'000 * 50));
}

void TestLoginGuard::strangersCannotCloseRegistrationForAll()
{
    // Wrong invitation codes have no login: many of them must not hold back who has a right one.
    LoginGuard guard;
    for (int i = 0; i < 100; ++i)
        guard.noteFailure(limits, {}, u"bot %1"_s.arg(i % 20), i);
    QVERIFY(guard.heldBackMs(limits, {}, u"bot 3"_s, 100));
    QVERIFY(!guard.heldBackMs(limits, {}, u"home"_s, 100));
}

QTEST_GUILESS_MAIN(TestLoginGuard)
#include "tst_login_guard.moc"
