// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/presence_board.h"

#include <QTest>

using namespace salon;
using namespace salon::server;

class TestPresenceBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheMostPresentConnection();
    void busyWins();
    void tellsOnlyRealChanges();
};

namespace {

constexpr AccountId Marie{ 1 };

} // namespace

void TestPresenceBoard::showsTheMostPresentConnection()
{
    PresenceBoard board;
    QCOMPARE(board.stateOf(Marie), PresenceState::Offline);
    board.set(Marie, 1, PresenceState::Away);
    QCOMPARE(board.stateOf(Marie), PresenceState::Away);
    board.set(Marie, 2, PresenceState::Online);
    QCOMPARE(board.stateOf(Marie), PresenceState::Online);
    board.leave(Marie, 2);
    QCOMPARE(board.stateOf(Marie), PresenceState::Away);
    board.leave(Marie, 1);
    board.leave(Marie, 1);
    QCOMPARE(board.stateOf(Marie), PresenceState::Offline);
}

void TestPresenceBoard::busyWins()
{
    PresenceBoard board;
    board.set(Marie, 1, PresenceState::Busy);
    board.set(Marie, 2, PresenceState::Online);
    QCOMPARE(board.stateOf(Marie), PresenceState::Busy);
}

void TestPresenceBoard::tellsOnlyRealChanges()
{
    PresenceBoard board;
    board.set(Marie, 1, PresenceState::Online);
    QCOMPARE(board.takeChanged(), QList<AccountId>{ Marie });
    board.set(Marie, 1, PresenceState::Online);
    board.set(Marie, 2, PresenceState::Away);
    board.leave(Marie, 2);
    QVERIFY(!board.hasChanged());
    board.leave(Marie, 1);
    board.touch(Marie);
    QCOMPARE(board.takeChanged(), QList<AccountId>{ Marie });
    QVERIFY(board.takeChanged().isEmpty());
}

QTEST_GUILESS_MAIN(TestPresenceBoard)
#include "tst_presence_board.moc"
