// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "benchmarks/load/load_run.h"

#include "shared/base/cid.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <openssl/ssl.h>
#include <sys/epoll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salon::load {
namespace {

constexpr int LoginsAtOnce = 100;
constexpr double SetupSeconds = 300;
constexpr double SettleSeconds = 30;
constexpr quint64 RoomCorrelation = 10;
constexpr quint64 FollowCorrelation = 11;
constexpr quint64 FirstSendCorrelation = 1000; ///< + number of the message
constexpr int ProtocolWindow = 16;

qint64 nowUs()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Marks a text with its number and time, so that a delivery is recognised without decoding it.
constexpr auto Mark = "@load:";
constexpr size_t MarkBytes = 6;

QString markedText(quint64 number, int bytes)
{
    const auto mark = u"@load:%1%2 "_s.arg(number, 8, 16, QChar(u'0')).arg(quint64(nowUs()), 16, 16, QChar(u'0'));
    return mark.leftJustified(bytes, u'x');
}

} // namespace

LoadRun::LoadRun(const LoadOptions &options)
    : m_options(options)
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_tls(options.link.plain ? nullptr : makeLoadTls())
{
    m_events.loggedIn = [this](LoadClient &) {
        ++m_loggedIn;
    };
    m_events.answered = [this](LoadClient &client, const Envelope &envelope) {
        answered(client, envelope);
    };
    m_events.pushed = [this](LoadClient &, const QByteArray &payload) {
        pushed(payload);
    };
    m_events.failed = [this](LoadClient &client, const QString &why) {
        fail(u"connection %1: %2"_s.arg(client.number()).arg(why));
    };
}

LoadRun::~LoadRun()
{
    m_clients.clear();
    SSL_CTX_free(m_tls);
    ::close(m_epoll);
}

bool LoadRun::fail(const QString &why)
{
    if (!std::exchange(m_failed, true))
        std::fprintf(stderr, "salon-load: %s\n", qPrintable(why));
    return false;
}

std::optional<LoadResult> LoadRun::run()
{
    if (!logIn(m_options.members) || !openRoom() || !followRoom())
        return {};
    const qint64 before = ProcessUsage::of(m_options.processId).residentKiB;
    if (m_options.idle > 0) {
        if (!logIn(m_options.members + m_options.idle))
            return {};
        const qint64 after = ProcessUsage::of(m_options.processId).residentKiB;
        m_result.idleKiB = double(after - before) / m_options.idle;
        if (!drive(2, false)) // presence and the like come to rest
            return {};
    }
    if (!drive(m_options.warmUpSeconds, false) || !drive(m_options.seconds, true) || !settle())
        return {};
    m_result.residentKiB = ProcessUsage::of(m_options.processId).residentKiB;
    return m_result;
}

void LoadRun::watch(LoadClient &client)
{
    epoll_event event = {};
    // Edge-triggered: each client reads and writes until it can no more.
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &client;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.socket().descriptor(), &event);
}

void LoadRun::pump(int timeoutMs)
{
    std::array<epoll_event, 512> events;
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), timeoutMs);
    for (int i = 0; i < count && !m_failed; ++i) {
        const auto bits = events[size_t(i)].events;
        static_cast<LoadClient *>(events[size_t(i)].data.ptr)
            ->ready((bits & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0, (bits & EPOLLOUT) != 0);
    }
}

bool LoadRun::pumpUntil(const std::function<bool()> &done, double seconds)
{
    const qint64 until = nowUs() + qint64(seconds * 1e6);
    while (!done()) {
        if (m_failed)
            return false;
        if (nowUs() > until)
            return fail(u"nothing more happened for %1 s"_s.arg(seconds));
        pump(100);
    }
    return !m_failed;
}

bool LoadRun::logIn(int count)
{
    return pumpUntil(
        [&] {
            while (int(m_clients.size()) < count && int(m_clients.size()) - m_loggedIn < LoginsAtOnce) {
                m_clients.push_back(
                    std::make_unique<LoadClient>(int(m_clients.size()), m_options.link, m_tls, m_events));
                watch(*m_clients.back());
            }
            return m_loggedIn == count;
        },
        SetupSeconds);
}

bool LoadRun::openRoom()
{
    m_clients.front()->ask(CreateRoom{ RoomKind::Public, u"Load %1"_s.arg(nowUs()), {}, {} }, RoomCorrelation);
    if (!pumpUntil([this] { return m_ready == 1; }, SetupSeconds))
        return false;
    size_t asked = 1;
    return pumpUntil(
        [&] {
            while (asked < m_clients.size() && int(asked) - m_ready < LoginsAtOnce)
                m_clients[asked++]->ask(JoinRoom{ m_room }, RoomCorrelation);
            return m_ready == int(m_clients.size());
        },
        SetupSeconds);
}

bool LoadRun::followRoom()
{
    if (!m_options.follow)
        return true;
    m_ready = 0;
    for (const auto &client : m_clients)
        client->ask(Follow{ m_room, m_head }, FollowCorrelation);
    return pumpUntil([this] { return m_ready == m_options.members; }, SetupSeconds);
}

void LoadRun::answered(LoadClient &client, const Envelope &envelope)
{
    if (envelope.is(MessageType::Failed)) {
        const auto failed = decode<Failed>(envelope);
        fail(u"connection %1 was refused: %2"_s.arg(client.number()).arg(failed ? failed->code : 0));
    } else if (envelope.correlation == RoomCorrelation) {
        if (const auto opened = decode<RoomOpened>(envelope)) {
            m_room = opened->room.id;
            m_head = std::max(m_head, opened->room.head);
            ++m_ready;
        }
    } else if (envelope.correlation == FollowCorrelation) {
        const auto page = decode<HistoryPage>(envelope);
        if (page && page->live)
            ++m_ready;
        else if (page && !page->events.isEmpty())
            client.ask(Follow{ m_room, page->events.last().seq }, FollowCorrelation);
    } else if (envelope.correlation >= FirstSendCorrelation) {
        if (m_measuring)
            ++m_result.acknowledged;
        if (!m_options.follow)
            release(client.number());
    }
}

void LoadRun::pushed(const QByteArray &payload)
{
    const void *found = memmem(payload.constData(), size_t(payload.size()), Mark, MarkBytes);
    if (!found)
        return;
    const char *mark = static_cast<const char *>(found) + MarkBytes;
    if (payload.constEnd() - mark < 24)
        return;
    const auto number = QByteArrayView(mark, 8).toULongLong(nullptr, 16);
    if (m_measuring) {
        ++m_result.deliveries;
        m_result.delivery.add(nowUs() - qint64(QByteArrayView(mark + 8, 16).toULongLong(nullptr, 16)));
    }
    if (number < m_messages.size() && --m_messages[number].missing == 0)
        release(m_messages[number].sender);
}

void LoadRun::release(int sender)
{
    LoadClient &client = *m_clients[size_t(sender)];
    --client.inFlight;
    if (m_options.rate == 0)
        sendNext(client);
}

void LoadRun::sendNext(LoadClient &client)
{
    const int window = m_options.rate > 0 ? ProtocolWindow : m_options.window;
    while (m_sending && client.inFlight < window) {
        ++client.inFlight;
        const quint64 number = m_messages.size();
        m_messages.push_back({ client.number(), m_options.members });
        client.ask(SendMessage{ m_room, makeCid(m_clock), ++client.counter, markedText(number, m_options.bytes) },
            FirstSendCorrelation + number);
        if (m_options.rate > 0)
            return;
    }
}

void LoadRun::sendDue(double elapsed)
{
    while (double(m_pacedMessages) < elapsed * m_options.rate) {
        ++m_pacedMessages;
        LoadClient &client = *m_clients[m_nextSender++ % size_t(m_options.senders)];
        if (client.inFlight < ProtocolWindow)
            sendNext(client);
        else if (m_measuring)
            ++m_result.missedTurns;
    }
}

bool LoadRun::drive(double seconds, bool measured)
{
    m_measuring = measured;
    m_sending = true;
    m_pacedMessages = 0;
    const ProcessUsage before = ProcessUsage::of(m_options.processId);
    const qint64 start = nowUs();
    const qint64 end = start + qint64(seconds * 1e6);
    if (m_options.rate == 0) {
        for (int i = 0; i < m_options.senders; ++i)
            sendNext(*m_clients[size_t(i)]);
    }
    for (qint64 now = start; now < end && !m_failed; now = nowUs()) {
        if (m_options.rate > 0)
            sendDue(double(now - start) / 1e6);
        pump(m_options.rate > 0 ? 1 : 10);
    }
    if (measured) {
        m_result.seconds = double(nowUs() - start) / 1e6;
        m_result.serverCpuSeconds = ProcessUsage::of(m_options.processId).cpuSeconds - before.cpuSeconds;
    }
    m_measuring = false;
    m_sending = false;
    return !m_failed;
}

/// Nothing that was sent may be missing.
bool LoadRun::settle()
{
    return pumpUntil(
        [this] {
            return std::all_of(
                m_clients.begin(), m_clients.end(), [](const auto &client) { return client->inFlight == 0; });
        },
        SettleSeconds);
}

} // namespace salon::load
