// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/domain/room_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::server;

/// What rules a room can have, and how they are told.
class TestRoomRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHaveTheirLimits_data();
    void rulesHaveTheirLimits();
    void onlyWhatDiffersIsTold();
    void attentionRunsOut();
};

void TestRoomRules::rulesHaveTheirLimits_data()
{
    QTest::addColumn<RoomKind>("kind");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<quint32>("value");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, RoomKind kind, const QString &rule, quint32 value, bool allowed) {
        QTest::newRow(name) << kind << rule << value << allowed;
    };
    row("moderators post", RoomKind::Public, u"posting"_s, 1, true);
    row("nobody posts", RoomKind::Public, u"posting"_s, 2, false);
    row("no such people", RoomKind::Private, u"files"_s, 3, false);
    row("no files", RoomKind::Private, u"files"_s, 2, true);
    row("ten years", RoomKind::Public, u"retentionDays"_s, 3650, true);
    row("longer", RoomKind::Public, u"retentionDays"_s, 3651, false);
    row("an hour", RoomKind::Public, u"slowSeconds"_s, 3600, true);
    row("slower", RoomKind::Public, u"slowSeconds"_s, 3601, false);
    row("nothing for newcomers", RoomKind::Public, u"history"_s, 2, true);
    row("no such history", RoomKind::Public, u"history"_s, 3, false);
    row("direct: posting", RoomKind::Direct, u"posting"_s, 1, false);
    row("direct: plain only", RoomKind::Direct, u"plainOnly"_s, 1, false);
    row("direct: history", RoomKind::Direct, u"history"_s, 1, false);
    row("direct: slow mode", RoomKind::Direct, u"slowSeconds"_s, 5, false);
    row("direct: retention", RoomKind::Direct, u"retentionDays"_s, 30, true);
    row("direct: no files", RoomKind::Direct, u"files"_s, 2, true);
    row("direct: files of moderators", RoomKind::Direct, u"files"_s, 1, false);
    row("direct: no seen", RoomKind::Direct, u"noSeen"_s, 1, true);
    row("direct: no typing", RoomKind::Direct, u"noTyping"_s, 1, true);
}

void TestRoomRules::rulesHaveTheirLimits()
{
    QFETCH(RoomKind, kind);
    QFETCH(QString, rule);
    QFETCH(quint32, value);
    QFETCH(bool, allowed);
    Rules rules;
    if (rule == u"posting")
        rules.posting = RoomPeople(value);
    else if (rule == u"plainOnly")
        rules.plainOnly = value != 0;
    else if (rule == u"history")
        rules.history = NewcomerHistory(value);
    else if (rule == u"retentionDays")
        rules.retentionDays = value;
    else if (rule == u"slowSeconds")
        rules.slowSeconds = value;
    else if (rule == u"files")
        rules.files = RoomPeople(value);
    else if (rule == u"noSeen")
        rules.noSeen = value != 0;
    else
        rules.noTyping = value != 0;
    const auto checked = checkRules(kind, rules);
    QCOMPARE(bool(checked), allowed);
    if (!allowed) {
        QCOMPARE(checked.error().code, ErrorCode::InvalidRules);
        QCOMPARE(checked.error().params, QList<QString>{ rule });
    }
    QCOMPARE(rulesThatChanged({}, rules), QList<QString>{ rule + u'=' + QString::number(value) });
}

void TestRoomRules::onlyWhatDiffersIsTold()
{
    const Rules before{ .plainOnly = true, .retentionDays = 30, .slowSeconds = 10 };
    Rules after = before;
    QVERIFY(rulesThatChanged(before, after).isEmpty());
    after.plainOnly = false;
    after.slowSeconds = 0;
    after.files = RoomPeople::Nobody;
    QCOMPARE(rulesThatChanged(before, after), (QList<QString>{ u"plainOnly=0"_s, u"slowSeconds=0"_s, u"files=2"_s }));
}

void TestRoomRules::attentionRunsOut()
{
    const Membership muted{ .attention = Attention::Nothing, .attentionUntilMs = 1000 };
    QCOMPARE(attentionAt(muted, 999), (AttentionNow{ Attention::Nothing, 1000 }));
    QCOMPARE(attentionAt(muted, 1000), AttentionNow{});
    const Membership always{ .attention = Attention::Mentions };
    QCOMPARE(attentionAt(always, 1'000'000), (AttentionNow{ Attention::Mentions, 0 }));
}

QTEST_GUILESS_MAIN(TestRoomRules)
#include "tst_room_rules.moc"
