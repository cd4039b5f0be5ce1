// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/connection.h"

#include "shared/base/when_ready.h"
#include "shared/transport/address_race.h"
#include "shared/transport/local_channel.h"
#include "shared/transport/tls_channel.h"
#include "shared/transport/tls_config.h"
#include "shared/transport/turn_flusher.h"

#include <QHostInfo>
#include <QPromise>
#include <QThreadPool>
#include <QTimerEvent>

#include <algorithm>
#include <chrono>
#include <vector>

namespace salon {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ReadChunkBytes = 64 * 1024;
/// Read from one connection per turn, so that a fast peer does not keep the others waiting.
constexpr qint64 ReadBudgetBytes = 64 * 1024;
/// Frames are put together into writes of this size; larger ones are written as they are.
constexpr qsizetype WriteChunkBytes = 64 * 1024;
constexpr qsizetype LargeFrameBytes = 16 * 1024;
/// Handed to the socket at most before it has taken what it had.
constexpr qsizetype SocketAheadBytes = 64 * 1024;

/// One scratch buffer per thread: nothing per connection.
std::vector<char> &scratch()
{
    static_assert(ReadChunkBytes == WriteChunkBytes);
    static thread_local std::vector<char> buffer(ReadChunkBytes);
    return buffer;
}

qint64 nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Error lostError()
{
    return { ErrorCode::ConnectionLost, u"closed by the peer"_s };
}

QFuture<Result<Endpoint>> resolveServiceLater(const Endpoint &endpoint)
{
    auto promise = std::make_shared<QPromise<Result<Endpoint>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, endpoint] {
        promise->addResult(resolveService(endpoint));
        promise->finish();
    });
    return promise->future();
}

} // namespace

Connection::Connection(TurnFlusher &flusher, const ConnectionLimits &limits, QObject *parent)
    : QObject(parent)
    , m_flusher(flusher)
    , m_limits(limits)
    , m_decoder(limits.maxFrameBytes)
{
}

Connection::~Connection()
{
    if (m_flushScheduled)
        m_flusher.forget(this);
    if (m_channel)
        m_channel->setObserver(nullptr);
}

void Connection::attach(std::unique_ptr<ByteChannel> channel)
{
    Q_ASSERT(!m_channel);
    m_state = State::Opening;
    m_channel = std::move(channel);
    m_channel->setObserver(this);
}

void Connection::adoptPlain(qintptr descriptor)
{
    auto channel = std::make_unique<TcpChannel>();
    TcpChannel *tcp = channel.get();
    attach(std::move(channel));
    if (!tcp->adopt(descriptor, m_limits.sendBufferBytes))
        doom(lostError());
}

void Connection::adoptTls(qintptr descriptor, const QSslConfiguration &configuration)
{
    auto channel = std::make_unique<TlsChannel>(configuration);
    TlsChannel *tls = channel.get();
    attach(std::move(channel));
    m_timer.start(m_limits.handshakeMs, this);
    if (!tls->adopt(descriptor, m_limits.sendBufferBytes))
        doom(lostError());
}

void Connection::adoptLocal(qintptr descriptor)
{
    auto channel = std::make_unique<LocalChannel>();
    LocalChannel *local = channel.get();
    attach(std::move(channel));
    if (!local->adopt(descriptor))
        doom(lostError());
}

void Connection::connectTo(const Endpoint &endpoint, const ConnectOptions &options)
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::Opening;
    m_options = std::make_unique<ConnectOptions>(options);
    m_timer.start(m_limits.connectMs, this);
    // From the loop: sockets may report a failure from within the call that connects.
    QMetaObject::invokeMethod(
        this, [this, endpoint] { lookUp(endpoint); }, Qt::QueuedConnection);
}

void Connection::lookUp(const Endpoint &endpoint)
{
    if (m_state != State::Opening)
        return;
    if (endpoint.kind == Endpoint::Kind::Local) {
        auto channel = std::make_unique<LocalChannel>();
        LocalChannel *local = channel.get();
        attach(std::move(channel));
        local->connectTo(endpoint.path);
        return;
    }
    if (!endpoint.service.isEmpty()) {
        whenReady(resolveServiceLater(endpoint), this, [this](const Result<Endpoint> &resolved) {
            if (m_state != State::Opening)
                return;
            if (resolved)
                lookUp(*resolved);
            else
                doom(resolved.error());
        });
        return;
    }
    if (const QHostAddress literal(endpoint.host); !literal.isNull()) {
        startRace(endpoint, { literal });
        return;
    }
    QHostInfo::lookupHost(endpoint.host, this, [this, endpoint](const QHostInfo &info) {
        if (m_state != State::Opening)
            return;
        if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
            startRace(endpoint, info.addresses());
        else
            doom({ ErrorCode::HostNotFound, info.errorString(), { endpoint.host } });
    });
}

void Connection::startRace(const Endpoint &endpoint, const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> allowed = addresses;
    if (!m_options->tls) {
        allowed.removeIf([](const QHostAddress &address) { return !address.isLoopback(); });
        if (allowed.isEmpty()) {
            doom({ ErrorCode::InvalidAddress, u"without TLS only to this machine"_s, { endpoint.toString() } });
            return;
        }
    }
    AddressRace::MakeChannel makeChannel = [] {
        return std::make_unique<TcpChannel>();
    };
    if (m_options->tls) {
        makeChannel = [configuration = clientTlsConfiguration(m_options->authorities)] {
            return std::make_unique<TlsChannel>(configuration);
        };
    }
    m_race = std::make_unique<AddressRace>(allowed, endpoint.port, std::move(makeChannel));
    connect(m_race.get(), &AddressRace::won, this, [this, host = endpoint.host] { raceWon(host); });
    connect(m_race.get(), &AddressRace::lost, this, [this](const Error &error) { doom(error); });
    m_race->start();
}

void Connection::raceWon(const QString &peerName)
{
    if (m_state != State::Opening)
        return;
    std::unique_ptr<TcpChannel> winner = m_race->takeWinner();
    // Later: one of its sockets is calling.
    m_race.release()->deleteLater();
    TcpChannel *tcp = winner.get();
    attach(std::move(winner));
    if (!m_options->tls) {
        channelReady();
        return;
    }
    m_timer.start(m_limits.handshakeMs, this);
    m_tls = static_cast<TlsChannel *>(tcp);
    m_tls->startHandshake(peerName);
    Q_EMIT handshakeStarted();
}

void Connection::channelReady()
{
    if (m_state != State::Opening)
        return;
    m_timer.stop();
    m_peer = m_channel->peer();
    if (m_tls)
        judgePeer();
    else
        m_due = Due::Opened;
    scheduleFlush();
}

void Connection::judgePeer()
{
    m_peerPin = spkiPin(m_tls->peerCertificate());
    m_peerTrusted = m_options->acceptAuthorities && m_tls->isPeerVerified();
    if (m_peerPin.isEmpty())
        doom({ ErrorCode::TlsFailed, u"the server showed no certificate"_s });
    else if (m_peerTrusted || m_peerPin == m_options->expectedPin)
        m_due = Due::Opened;
    else if (m_options->expectedPin.isEmpty())
        m_due = Due::Identified;
    else
        doom({ ErrorCode::ServerKeyChanged, u"the server's key is not the expected one"_s });
}

void Connection::acceptPeer()
{
    if (m_state != State::AwaitingAcceptance)
        return;
    m_due = Due::Opened;
    scheduleFlush();
}

void Connection::rejectPeer()
{
    if (m_state == State::AwaitingAcceptance)
        doom({ ErrorCode::Canceled, u"the server's key was not accepted"_s });
}

void Connection::queue(const QByteArray &frame)
{
    if (m_state == State::Closing || m_state == State::Closed || frame.isEmpty())
        return;
    m_queue.append(frame);
    m_queueBytes += frame.size();
    if (queuedBytes() > m_limits.hardQueueBytes)
        doom({ ErrorCode::SlowReader, u"send queue above %1 bytes"_s.arg(m_limits.hardQueueBytes) });
    else
        updateBehind();
    scheduleFlush();
}

qsizetype Connection::queuedBytes() const
{
    return m_queueBytes + m_channelBytes;
}

void Connection::setMaxFrameBytes(quint32 bytes)
{
    m_decoder.setMaxPayloadBytes(bytes);
}

void Connection::setReadPaused(bool paused)
{
    if (m_readPaused == paused)
        return;
    m_readPaused = paused;
    if (!paused) {
        m_readPending = true;
        scheduleFlush();
    }
}

void Connection::closeAfterFlush(const QByteArray &lastFrame, const Error &reason)
{
    if (m_state == State::Idle || m_state == State::Closing || m_state == State::Closed)
        return;
    if (m_state != State::Open) {
        doom(reason);
        return;
    }
    if (!m_reason)
        m_reason = std::make_unique<Error>(reason);
    if (!lastFrame.isEmpty()) {
        m_queue.append(lastFrame);
        m_queueBytes += lastFrame.size();
    }
    m_state = State::Closing;
    m_readPending = true;
    scheduleFlush();
}

void Connection::abort(const Error &reason)
{
    if (m_state != State::Idle)
        doom(reason);
}

void Connection::flushTurn()
{
    if (m_writing || (m_state != State::Open && m_state != State::Closing))
        return;
    writeQueue();
    scheduleFlush();
}

void Connection::endTurn()
{
    m_flushScheduled = false;
    if (m_doom) {
        finish(); // may delete this
        return;
    }
    switch (std::exchange(m_due, Due::Nothing)) {
    case Due::Nothing:
        break;
    case Due::Identified:
        m_state = State::AwaitingAcceptance;
        Q_EMIT peerIdentified(m_peerPin);
        break;
    case Due::Opened:
        m_state = State::Open;
        m_options.reset();
        m_readPending = true;
        Q_EMIT opened();
        break;
    }
    if (m_state == State::Open || m_state == State::Closing) {
        writeQueue();
        if (m_behind != m_behindTold) {
            m_behindTold = m_behind;
            if (m_behind)
                Q_EMIT fellBehind();
            else
                Q_EMIT caughtUp();
        }
        if (m_readPending && !m_doom)
            readChannel();
    }
    if (m_ended && !m_doom)
        takeEnd();
}

void Connection::writeQueue()
{
    m_writing = true;
    bool ok = true;
    while (ok && !m_queue.isEmpty() && m_channelBytes < SocketAheadBytes) {
        ok = writeSome();
        m_channelBytes = m_channel->pendingBytes();
    }
    m_writing = false;
    if (!ok) {
        channelEnded(lostError());
        return;
    }
    updateBehind();
    watchProgress();
    if (m_state == State::Closing && !m_sendShut && m_queue.isEmpty() && m_channelBytes == 0) {
        m_channel->shutdownSending();
        m_sendShut = true;
        m_timer.start(m_limits.lingerMs, this);
    }
}

bool Connection::writeSome()
{
    if (m_queue.size() == 1 || m_queue.constFirst().size() >= LargeFrameBytes) {
        const QByteArray frame = m_queue.takeFirst();
        m_queueBytes -= frame.size();
        return m_channel->write(frame.constData(), frame.size());
    }
    std::vector<char> &buffer = scratch();
    qsizetype filled = 0;
    qsizetype frames = 0;
    for (const QByteArray &frame : std::as_const(m_queue)) {
        if (filled + frame.size() > WriteChunkBytes)
            break;
        std::copy(frame.begin(), frame.end(), buffer.begin() + filled);
        filled += frame.size();
        ++frames;
    }
    m_queue.remove(0, frames);
    m_queueBytes -= filled;
    return m_channel->write(buffer.data(), filled);
}

void Connection::updateBehind()
{
    if (!m_behind)
        m_behind = queuedBytes() > m_limits.softQueueBytes;
    else
        m_behind = queuedBytes() > m_limits.softQueueBytes / 2;
}

void Connection::watchProgress()
{
    if (m_sendShut)
        return;
    if (m_queue.isEmpty() && m_channelBytes == 0) {
        if (m_timer.isActive())
            m_timer.stop();
        // An idle connection keeps no memory of its last burst.
        if (m_queue.capacity() > 0)
            m_queue = {};
    } else if (!m_timer.isActive()) {
        m_progressAtMs = nowMs();
        m_timer.start(m_limits.progressMs, this);
    }
}

void Connection::channelWrote()
{
    m_progressAtMs = nowMs();
    if (m_writing)
        return;
    m_channelBytes = m_channel->pendingBytes();
    if (m_state == State::Open || m_state == State::Closing)
        scheduleFlush();
}

void Connection::channelReadable()
{
    const bool mayRead = (m_state == State::Open && !m_readPaused) || m_state == State::Closing;
    if (mayRead && !m_writing && !m_reading)
        readChannel();
    else
        m_readPending = true;
}

void Connection::readChannel()
{
    const bool discard = m_state == State::Closing || m_refused;
    if (m_readPaused && !discard)
        return;
    m_readPending = false;
    QList<QByteArray> payloads;
    bool ended = false;
    m_reading = true;
    // After its end a channel holds but little, and never announces it again.
    qint64 budget = m_ended ? std::numeric_limits<qint64>::max() : ReadBudgetBytes;
    while (budget > 0 && !(m_refused && !discard)) {
        std::vector<char> &buffer = scratch();
        const qint64 bytes = m_channel->read(buffer.data(), std::min(budget, qint64(buffer.size())));
        if (bytes <= 0) {
            ended = bytes < 0;
            break;
        }
        budget -= bytes;
        if (discard)
            continue;
        m_decoder.feed(QByteArrayView(buffer.data(), bytes));
        while (auto next = m_decoder.next()) {
            if (!*next) {
                m_refused = true;
                m_reason = std::make_unique<Error>(next->error());
                break;
            }
            payloads.append(std::move(**next));
        }
    }
    m_reading = false;
    if (budget <= 0) {
        m_readPending = true;
        scheduleFlush();
    }
    if (!payloads.isEmpty())
        Q_EMIT framesReceived(payloads);
    if (m_refused && !discard) {
        const Error reason = *m_reason;
        if (m_state == State::Open)
            Q_EMIT streamRefused(reason);
        if (m_state == State::Open)
            doom(reason);
    }
    if (ended && m_state != State::Closed)
        doom(m_reason ? *m_reason : lostError());
}

void Connection::channelEnded(const Error &reason)
{
    if (m_ended)
        return;
    m_ended = std::make_unique<Error>(reason);
    // At the end of the turn: this may be within a write, a read, or a call of the channel.
    scheduleFlush();
}

void Connection::takeEnd()
{
    if (m_state == State::Open)
        readChannel();
    doom(m_reason ? *m_reason : *m_ended);
}

void Connection::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    m_timer.stop();
    if (m_state == State::Opening) {
        doom({ ErrorCode::TimedOut, u"no connection in time"_s });
        return;
    }
    if (m_sendShut) {
        doom(*m_reason);
        return;
    }
    const qint64 restMs = m_limits.progressMs - (nowMs() - m_progressAtMs);
    if (restMs > 0)
        m_timer.start(int(restMs), this);
    else
        doom({ ErrorCode::SlowReader, u"nothing left the send queue for %1 ms"_s.arg(m_limits.progressMs) });
}

void Connection::scheduleFlush()
{
    if (m_flushScheduled)
        return;
    m_flushScheduled = true;
    m_flusher.schedule(this);
}

void Connection::doom(const Error &error)
{
    if (m_doom || m_state == State::Closed)
        return;
    m_doom = std::make_unique<Error>(error);
    m_state = State::Closed;
    m_due = Due::Nothing;
    m_queue = {};
    m_queueBytes = 0;
    m_timer.stop();
    scheduleFlush();
}

void Connection::finish()
{
    const std::unique_ptr<Error> reason = std::move(m_doom);
    m_race.reset();
    if (m_channel) {
        m_channel->abort();
        m_channelBytes = 0;
    }
    Q_EMIT closed(*reason);
}

} // namespace salon
