// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "server/dispatch/command_table.h"
#include "shared/protocol/version.h"
#include "tests/support/dispatch_rig.h"
#include "tests/support/wait_until.h"

#include <QCborStreamWriter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace salon;
using namespace salon::test;

/// What holds for every message, before any handler.
class TestCommandTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRequestHasAHandler();
    void nothingWorksBeforeHello_data();
    void nothingWorksBeforeHello();
    void nothingButLoginWorksBeforeTheLogin_data();
    void nothingButLoginWorksBeforeTheLogin();
    void unknownRequestsAreAnsweredAndUnknownPushesIgnored();
    void malformedMessagesEndTheConnection();
    void nobodyButTheWorkerAnswersPing();
    void aRequestWithoutCorrelationEndsTheConnection();
    void otherVersionsAreRefused();
    void commandsAreLimited();
    void tooManyUnansweredRequestsPauseTheConnection();
    void aServerThatStopsAnswersWhatItTookAndSaysGoodbye();
    void connectionsThatWentLeaveNothingBehind();
};

namespace {

/// A message of any type without fields.
QByteArray bareFrame(quint32 type, quint64 correlation, const std::function<void(QCborStreamWriter &)> &fields = {})
{
    QByteArray frame(FramePrefixBytes, '\0');
    QByteArray payload;
    QCborStreamWriter writer(&payload);
    writer.startArray(3);
    writer.append(quint64(type));
    writer.append(correlation);
    if (fields) {
        fields(writer);
    } else {
        writer.startMap(0);
        writer.endMap();
    }
    writer.endArray();
    frame += payload;
    finishFrame(frame);
    return frame;
}

void requestRows(const QList<MessageType> &except)
{
    QTest::addColumn<quint32>("type");
    for (const MessageInfo &info : messageInfos) {
        if (info.role == MessageRole::Request && !except.contains(info.type))
            QTest::newRow(info.name.data()) << quint32(info.type);
    }
}

} // namespace

void TestCommandTable::everyRequestHasAHandler()
{
    const QList<MessageType> handled = server::handledTypes();
    for (const MessageInfo &info : messageInfos) {
        const bool wanted = info.role == MessageRole::Request || info.role == MessageRole::Notice;
        QVERIFY2(handled.count(info.type) == (wanted ? 1 : 0), info.name.data());
    }
}

void TestCommandTable::nothingWorksBeforeHello_data()
{
    requestRows({ MessageType::Hello, MessageType::Ping });
}

void TestCommandTable::nothingWorksBeforeHello()
{
    QFETCH(quint32, type);
    DispatchRig rig;
    const auto connection = rig.connect();
    rig.deliver(connection, { bareFrame(type, 7) });
    QCOMPARE(rig.answerTo<Done>(connection, 7).error().code, ErrorCode::UnexpectedMessage);
}

void TestCommandTable::nothingButLoginWorksBeforeTheLogin_data()
{
    requestRows({ MessageType::Hello, MessageType::Ping, MessageType::Register, MessageType::LoginWithPassword,
        MessageType::LoginWithKey });
}

void TestCommandTable::nothingButLoginWorksBeforeTheLogin()
{
    QFETCH(quint32, type);
    DispatchRig rig;
    const auto connection = rig.greet();
    rig.deliver(connection, { bareFrame(type, 700) });
    QCOMPARE(rig.answerTo<Done>(connection, 700).error().code, ErrorCode::NotLoggedIn);
    rig.notify(connection, Typing{ rig.firstRoom() });
    QVERIFY(!rig.net.isClosed(connection));
}

void TestCommandTable::unknownRequestsAreAnsweredAndUnknownPushesIgnored()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    rig.net.forget(marie.connection);
    rig.deliver(
        marie.connection, { bareFrame(9999, 0), bareFrame(9999, 500), bareFrame(quint32(MessageType::Sent), 501) });
    QCOMPARE(rig.answerTo<Done>(marie.connection, 500).error().code, ErrorCode::UnknownRequest);
    QCOMPARE(rig.answerTo<Done>(marie.connection, 501).error().code, ErrorCode::UnexpectedMessage);
    QCOMPARE(rig.net.received(marie.connection).size(), 2);
    QVERIFY(!rig.net.isClosed(marie.connection));
}

void TestCommandTable::nobodyButTheWorkerAnswersPing()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QCOMPARE(rig.codeOf<Pong>(marie.connection, Ping{}), int(ErrorCode::UnexpectedMessage));
    QVERIFY(rig.net.isClosed(marie.connection));
}

void TestCommandTable::malformedMessagesEndTheConnection()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    rig.deliver(marie.connection, { bareFrame(quint32(MessageType::JoinRoom), 500), bareFrame(9999, 501) });
    const auto refused = rig.answerTo<Done>(marie.connection, 500);
    QCOMPARE(refused.error().code, ErrorCode::MalformedMessage);
    QCOMPARE(refused.error().params, (QList<QString>{ u"JoinRoom"_s, u"room"_s }));
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->reason, GoawayReason::Protocol);
    QCOMPARE(rig.net.received(marie.connection).last().correlation, 500U); // and nothing more is heard from it
}

void TestCommandTable::aRequestWithoutCorrelationEndsTheConnection()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    rig.notify(marie.connection, ListDevices{});
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->reason, GoawayReason::Protocol);
}

void TestCommandTable::otherVersionsAreRefused()
{
    DispatchRig rig;
    const auto connection = rig.connect();
    const auto refused = rig.ask<Welcome>(connection, Hello{ { 99, 0 }, {}, {}, {} });
    QCOMPARE(refused.error().code, ErrorCode::VersionUnsupported);
    QCOMPARE(refused.error().params, QList<QString>{ QString::number(ProtocolVersion) });
    QVERIFY(rig.net.isClosed(connection));
    const auto other = rig.greet();
    QCOMPARE(rig.codeOf<Welcome>(other, Hello{ { ProtocolVersion }, {}, {}, {} }), int(ErrorCode::UnexpectedMessage));
}

void TestCommandTable::commandsAreLimited()
{
    DispatchRig rig;
    rig.settings.commands = { 10, 1 };
    rig.dispatcher->setSettings(rig.settings);
    auto marie = rig.join(u"marie"_s);
    int refused = 0;
    for (int i = 0; i < 15; ++i) {
        const auto reply = rig.ask<DeviceList>(marie.connection, ListDevices{});
        if (!reply) {
            QCOMPARE(reply.error().code, ErrorCode::RateLimited);
            QCOMPARE(reply.error().retryAfterMs, std::optional<quint32>(1000));
            ++refused;
        }
    }
    QCOMPARE(refused, 5);
    // Another device shares the limit, another account does not.
    auto jean = rig.join(u"jean"_s);
    QVERIFY(rig.ask<DeviceList>(jean.connection, ListDevices{}));
    rig.clock.wall += 86'400'000; // the wall clock changes nothing
    QVERIFY(!rig.ask<DeviceList>(marie.connection, ListDevices{}));
    rig.clock.wall -= 200'000'000;
    rig.clock.monotonic += 1000;
    QVERIFY(rig.ask<DeviceList>(marie.connection, ListDevices{}));
}

void TestCommandTable::tooManyUnansweredRequestsPauseTheConnection()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    QList<quint64> waiting;
    for (int i = 0; i < rig.settings.maxUnanswered; ++i)
        waiting.append(rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"x"_s)));
    QVERIFY(rig.net.isPaused(marie.connection));
    for (const quint64 correlation : waiting)
        QVERIFY(rig.answerTo<Sent>(marie.connection, correlation));
    QVERIFY(!rig.net.isPaused(marie.connection));
}

void TestCommandTable::aServerThatStopsAnswersWhatItTookAndSaysGoodbye()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    bool drained = false;
    QObject::connect(rig.dispatcher.get(), &server::Dispatcher::drained, rig.dispatcher.get(), [&] { drained = true; });
    const quint64 taken = rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"x"_s));
    rig.dispatcher->shutDown(3000);
    const quint64 late = rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"y"_s));
    QVERIFY(waitUntil([&] { return drained; }));
    QVERIFY(rig.answerTo<Sent>(marie.connection, taken));
    const auto refused = rig.answerTo<Sent>(marie.connection, late);
    QCOMPARE(refused.error().code, ErrorCode::ShuttingDown);
    QCOMPARE(refused.error().retryAfterMs, std::optional<quint32>(3000));
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->reason, GoawayReason::Shutdown);
    QCOMPARE(rig.net.goodbyeTo(marie.connection)->retryAfterMs, std::optional<quint32>(3000));
    QVERIFY(rig.net.isClosed(rig.connect()));
}

void TestCommandTable::connectionsThatWentLeaveNothingBehind()
{
    DispatchRig rig;
    auto marie = rig.join(u"marie"_s);
    rig.send(marie.connection, rig.draft(marie, rig.firstRoom(), u"last words"_s));
    rig.disconnect(marie.connection);
    rig.deliver(marie.connection, { bareFrame(9999, 500) });
    rig.dispatcher->connectionClosed(marie.connection, {});
    QCOMPARE(rig.dispatcher->counts().connections, 0);
    QVERIFY(rig.dispatcher->who().isEmpty());
    QVERIFY(waitUntil([&] { return rig.dispatcher->counts().messages == 1; })); // it was stored all the same
    auto back = rig.comeBack(marie);
    const auto page = rig.ask<HistoryPage>(back.connection, Follow{ rig.firstRoom(), 0 });
    QCOMPARE(page->events.back().text, u"last words"_s);
}

QTEST_GUILESS_MAIN(TestCommandTable)
#include "tst_command_table.moc"
