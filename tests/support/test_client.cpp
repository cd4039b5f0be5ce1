// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/test_client.h"

#include "shared/base/cid.h"
#include "shared/base/clock.h"

using namespace Qt::StringLiterals;

namespace salon::test {
namespace {

constexpr int WaitMs = 10'000;

} // namespace

TestClient::TestClient(DeviceKey key, QObject *parent)
    : QObject(parent)
    , m_key(std::move(key))
{
    makeConnection();
}

TestClient::~TestClient() = default;

void TestClient::makeConnection()
{
    ConnectionLimits limits;
    limits.maxFrameBytes = wire_limits::MaxFrameToClient;
    limits.softQueueBytes = 64 * 1024 * 1024;
    limits.hardQueueBytes = 256 * 1024 * 1024;
    m_connection = std::make_unique<Connection>(m_flusher, limits);
    connect(m_connection.get(), &Connection::opened, this, [this] {
        m_serverPin = m_connection->peerPin();
        Q_EMIT opened();
    });
    connect(m_connection.get(), &Connection::peerIdentified, this, [this] { m_connection->acceptPeer(); });
    connect(m_connection.get(), &Connection::framesReceived, this, &TestClient::take);
    connect(m_connection.get(), &Connection::closed, this, &TestClient::end);
    m_closedWith.reset();
    m_waiting.clear();
}

void TestClient::startConnecting(const JoinLink &link)
{
    if (m_connection->state() != Connection::State::Idle)
        makeConnection();
    Endpoint endpoint = Endpoint::tcp(link.host, link.port);
    if (link.host.startsWith("unix:"_L1))
        endpoint = Endpoint::local(link.host.mid(5));
    ConnectOptions options;
    options.tls = !link.plain;
    options.expectedPin = link.pin;
    options.acceptAuthorities = false;
    m_connection->connectTo(endpoint, options);
}

Result<> TestClient::connectOnly(const JoinLink &link)
{
    startConnecting(link);
    if (!waitUntil([this] { return isConnected() || m_closedWith; }, WaitMs))
        return fail(ErrorCode::TimedOut);
    if (m_closedWith)
        return fail(*m_closedWith);
    return {};
}

Result<Welcome> TestClient::open(const JoinLink &link)
{
    if (auto connected = connectOnly(link); !connected)
        return fail(connected.error());
    auto welcome = ask<Welcome>(hello);
    if (welcome)
        m_welcome = *welcome;
    return welcome;
}

DeviceProof TestClient::proof() const
{
    return makeDeviceProof(m_key, m_welcome.nonce, m_serverPin, u"test device"_s);
}

Result<LoggedIn> TestClient::keep(const Result<LoggedIn> &answer)
{
    if (answer)
        m_self = *answer;
    return answer;
}

Result<LoggedIn> TestClient::registerAs(const QString &login, const QString &invitation, const QString &password)
{
    return keep(ask<LoggedIn>(Register{ login, {}, password, invitation, proof() }));
}

Result<LoggedIn> TestClient::loginWithKey()
{
    return keep(ask<LoggedIn>(LoginWithKey{ proof() }));
}

Result<LoggedIn> TestClient::loginWithPassword(const QString &login, const QString &password)
{
    return keep(ask<LoggedIn>(LoginWithPassword{ login, password, proof() }));
}

Result<Resumed> TestClient::resume(const QByteArray &epoch, const QList<RoomPosition> &rooms)
{
    auto resumed = ask<Resumed>(Resume{ epoch, rooms });
    if (!resumed)
        return resumed;
    for (const RoomSummary &room : std::as_const(resumed->rooms)) {
        if (room.first)
            m_firstRoom = room.id;
    }
    for (const DeviceCounter &counter : std::as_const(resumed->counters))
        m_counters[counter.room] = counter.last;
    return resumed;
}

Result<QList<RoomEvent>> TestClient::follow(RoomId room, Seq after)
{
    QList<RoomEvent> events;
    while (true) {
        const auto page = ask<HistoryPage>(Follow{ room, after });
        if (!page)
            return fail(page.error());
        events += page->events;
        if (page->live)
            return events;
        if (page->events.isEmpty())
            return fail(ErrorCode::Internal, u"an empty page that is not live"_s);
        after = page->events.last().seq;
    }
}

Result<QList<RoomEvent>> TestClient::readAll(RoomId room)
{
    QList<RoomEvent> events;
    while (true) {
        const auto page = ask<HistoryPage>(FetchHistory{ room, 0, events.isEmpty() ? 0 : events.last().seq, 0 });
        if (!page)
            return fail(page.error());
        events += page->events;
        if (page->events.isEmpty() || events.last().seq >= page->head)
            return events;
    }
}

Result<Sent> TestClient::send(RoomId room, const QString &text)
{
    const SystemClock clock;
    return ask<Sent>(SendMessage{ room, makeCid(clock), ++m_counters[room], text });
}

bool TestClient::join(const JoinLink &link, const QString &login, const QString &invitation)
{
    const auto report = [&](const char *step, const Error &error) {
        qWarning(
            "%s of %s failed: %s %s", step, qPrintable(login), errorName(error.code).data(), qPrintable(error.detail));
        return false;
    };
    if (const auto opened = open(link); !opened)
        return report("connecting", opened.error());
    if (const auto registered = registerAs(login, invitation); !registered)
        return report("registration", registered.error());
    if (const auto resumed = resume(); !resumed)
        return report("resume", resumed.error());
    if (const auto followed = follow(m_firstRoom); !followed)
        return report("follow", followed.error());
    return true;
}

QStringList TestClient::pushedTexts(RoomId room) const
{
    QStringList texts;
    for (const RoomEvent &event : pushes<RoomEvent>()) {
        if (event.room == room && event.kind == EventKind::Message)
            texts.append(event.text);
    }
    return texts;
}

bool TestClient::waitForClosed(int ms)
{
    return waitUntil([this] { return m_closedWith.has_value(); }, ms);
}

void TestClient::take(const QList<QByteArray> &payloads)
{
    for (const QByteArray &payload : payloads) {
        const auto envelope = openEnvelope(payload);
        if (!envelope) {
            m_connection->abort(envelope.error());
            return;
        }
        if (envelope->is(MessageType::Ping)) {
            m_connection->queue(encodeFrame(Pong{}, envelope->correlation));
        } else if (envelope->correlation > 0) {
            if (auto done = m_waiting.take(envelope->correlation))
                done(*envelope);
        } else {
            if (onPush)
                onPush(*envelope);
            if (keepsPushes)
                m_pushes.append(*envelope);
        }
    }
}

void TestClient::end(const Error &error)
{
    m_closedWith = error;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &done : waiting)
        done(fail(ErrorCode::ConnectionLost));
    Q_EMIT closed(error);
}

} // namespace salon::test
