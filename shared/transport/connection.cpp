// SPDX-FileCopyrightText: 2026 The Salon developers
// SPDX-License-Identifier: Apache-2.0

#include "shared/transport/connection.h"

#include "shared/transport/local_channel.h"
#include "shared/transport/thread_scratch.h"
#include "shared/transport/tls_channel.h"
#include "shared/transport/turn_flusher.h"

#include <QTimerEvent>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace salon {

using namespace Qt::StringLiterals;

namespace {

/// Read from one connection per turn, so that a fast peer does not keep the others waiting.
constexpr qint64 ReadBudgetBytes = 64 * 1024;

qint64 nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Error lostError()
{
    return { ErrorCode::ConnectionLost, u"closed by the peer"_s };
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
    m_timer.start(m_limits.connectMs, this);
    if (endpoint.kind == Endpoint::Kind::Tcp) {
        m_dialer = std::make_unique<Dialer>(options);
        connect(m_dialer.get(), &Dialer::answered, this, &Connection::openDialed);
        connect(m_dialer.get(), &Dialer::failed, this, &Connection::doom);
    }
    // From the loop: sockets may report a failure from within the call that connects.
    QMetaObject::invokeMethod(
        this, [this, endpoint] { open(endpoint); }, Qt::QueuedConnection);
}

void Connection::open(const Endpoint &endpoint)
{
    if (m_state != State::Opening)
        return;
    if (m_dialer) {
        m_dialer->dial(endpoint);
        return;
    }
    auto channel = std::make_unique<LocalChannel>();
    LocalChannel *local = channel.get();
    attach(std::move(channel));
    local->connectTo(endpoint.path);
}

void Connection::openDialed()
{
    if (m_state != State::Opening)
        return;
    attach(m_dialer->takeChannel());
    if (!m_dialer->usesTls()) {
        channelReady();
        return;
    }
    m_timer.start(m_limits.handshakeMs, this);
    m_dialer->startHandshake();
    Q_EMIT handshakeStarted();
}

void Connection::channelReady()
{
    if (m_state != State::Opening)
        return;
    m_timer.stop();
    m_peer = m_channel->peer();
    if (m_dialer && m_dialer->usesTls())
        judgePeer();
    else
        m_due = Due::Opened;
    scheduleFlush();
}

void Connection::judgePeer()
{
    const Dialer::Verdict verdict = m_dialer->judge();
    m_peerPin = verdict.pin;
    m_peerTrusted = verdict.trusted;
    switch (verdict.answer) {
    case Dialer::Verdict::Answer::GoOn:
        m_due = Due::Opened;
        break;
    case Dialer::Verdict::Answer::AskPerson:
        m_due = Due::Identified;
        break;
    case Dialer::Verdict::Answer::Stop:
        doom(verdict.error);
        break;
    }
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
    if (queuedBytes() > m_limits.hardQueueBytes)
        doom({ ErrorCode::SlowReader, u"send queue above %1 bytes"_s.arg(m_limits.hardQueueBytes) });
    else
        updateBehind();
    scheduleFlush();
}

void Connection::setQueueLimits(qsizetype softQueueBytes, qsizetype hardQueueBytes, int progressMs)
{
    m_limits.softQueueBytes = softQueueBytes;
    m_limits.hardQueueBytes = hardQueueBytes;
    m_limits.progressMs = progressMs;
    if (m_state == State::Open || m_state == State::Closing) {
        updateBehind();
        // Judged anew by the new time.
        if (!m_sendShut && !m_endWaits && m_timer.isActive())
            m_timer.start(0, this);
        scheduleFlush();
    }
}

void Connection::setMaxFrameBytes(quint32 bytes)
{
    m_decoder.setMaxPayloadBytes(bytes);
}

void Connection::setMaxFramesAtOnce(int frames)
{
    m_maxFramesAtOnce = std::max(1, frames);
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
    if (!lastFrame.isEmpty())
        m_queue.append(lastFrame);
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
        m_dialer.reset();
        m_readPending = true;
        Q_EMIT opened();
        break;
    }
    if (m_state == State::Open || m_state == State::Closing) {
        writeQueue();
        tellBehind();
        if (m_readPending && !m_doom)
            readChannel();
    }
    if (m_ended && !m_doom)
        takeEnd();
}

void Connection::writeQueue()
{
    m_writing = true;
    const bool ok = m_queue.writeTo(*m_channel);
    m_writing = false;
    if (!ok) {
        channelEnded(lostError());
        return;
    }
    updateBehind();
    watchProgress();
    if (m_state == State::Closing && !m_sendShut && m_queue.isEmpty()) {
        m_channel->shutdownSending();
        m_sendShut = true;
        m_timer.start(m_limits.lingerMs, this);
    }
}

void Connection::updateBehind()
{
    if (!m_behind)
        m_behind = queuedBytes() > m_limits.softQueueBytes;
    else
        m_behind = queuedBytes() > m_limits.softQueueBytes / 2;
    m_fellBehind = m_fellBehind || m_behind;
}

/// Whoever saw isBehind() waits for caughtUp(), even if it was so for less than a turn.
void Connection::tellBehind()
{
    if (std::exchange(m_fellBehind, false) && !std::exchange(m_behindTold, true))
        Q_EMIT fellBehind();
    if (m_behindTold && !m_behind) {
        m_behindTold = false;
        Q_EMIT caughtUp();
    }
}

void Connection::watchProgress()
{
    if (m_sendShut || m_endWaits)
        return;
    if (m_queue.isEmpty()) {
        if (m_timer.isActive())
            m_timer.stop();
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
    m_queue.noteTaken(*m_channel);
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
    bool full = !discard && !takeFrames(payloads);
    // After its end a channel holds but little, and never announces it again.
    qint64 budget = m_ended ? std::numeric_limits<qint64>::max() : ReadBudgetBytes;
    while (!full && budget > 0 && !(m_refused && !discard)) {
        std::vector<char> &buffer = threadScratch();
        const qint64 bytes = m_channel->read(buffer.data(), std::min(budget, qint64(buffer.size())));
        if (bytes <= 0) {
            ended = bytes < 0;
            break;
        }
        budget -= bytes;
        if (discard)
            continue;
        m_decoder.feed(QByteArrayView(buffer.data(), bytes));
        full = !takeFrames(payloads);
    }
    m_reading = false;
    if (full || budget <= 0) {
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

/// False when there may be more than this turn may signal.
bool Connection::takeFrames(QList<QByteArray> &payloads)
{
    while (payloads.size() < m_maxFramesAtOnce) {
        auto next = m_decoder.next();
        if (!next)
            return true;
        if (!*next) {
            m_refused = true;
            m_reason = std::make_unique<Error>(next->error());
            return true;
        }
        payloads.append(std::move(**next));
    }
    return m_decoder.heldBytes() == 0;
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
    const bool more = m_state == State::Open && m_readPending && m_decoder.heldBytes() >= FramePrefixBytes;
    if (more && !m_refused) {
        if (!std::exchange(m_endWaits, true))
            m_timer.start(m_limits.lingerMs, this);
        return;
    }
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
    if (m_sendShut || m_endWaits) {
        doom(m_reason ? *m_reason : *m_ended);
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
    m_queue.clear();
    m_timer.stop();
    scheduleFlush();
}

void Connection::finish()
{
    const std::unique_ptr<Error> reason = std::move(m_doom);
    m_dialer.reset();
    if (m_channel)
        m_channel->abort();
    m_queue.clear();
    Q_EMIT closed(*reason);
}

} // namespace salon
